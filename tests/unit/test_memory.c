/* tests/unit/test_memory.c - no memory left, at every single allocation of a run.
 *
 * A small run, from bytes to results, is done in a child process again and again; each time another of its
 * allocations fails: once alone, and once with all that follow. It must end with status 70 and one sentence,
 * or, where a library has a way around, with the very result that it has otherwise. Never may it crash, or go
 * on with less.
 *
 * This program's own malloc() stands in front of the C library's, so that allocations inside libyaml, GMP and
 * json-c fail, too. Sanitizers and valgrind bring a malloc() of their own: there is nothing to test then.
 */
#include "support.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kompass/audit.h"
#include "kompass/file.h"
#include "kompass/os.h"
#include "kompass/write.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__GLIBC__) && !defined(SANITIZED) && !defined(__SANITIZE_ADDRESS__) &&                           \
    !defined(__SANITIZE_THREAD__)
#define OUR_MALLOC
#endif

#ifdef OUR_MALLOC

static size_t allocations; /* so far */
static size_t failing;     /* which of them fails; 0: none */
static bool for_good;      /* and all that follow */

static bool is_refused(void)
{
    allocations++;
    if (!failing || (for_good ? allocations < failing : allocations != failing))
        return false;
    errno = ENOMEM;
    return true;
}

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): glibc's names for what ours stands
 * before */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): glibc's are __nmemb, __ptr */
void *malloc(size_t size)
{
    return is_refused() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return is_refused() ? NULL : __libc_realloc(memory, size);
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */

#endif

/* ---- the run ---- */

static const char *const rubric_text =
    RUBRIC_HEAD "scales:\n"
                "  g: [{value: 0}, {value: 1}, {value: 2}]\n"
                "areas:\n"
                "  - id: \"1\"\n"
                "    title: T\n"
                "    max: 100\n"
                "    questions:\n"
                "      - {id: \"1.1\", title: T, weight: 999999999999999.983, scale: g}\n"
                "      - {id: \"1.2\", title: T, weight: 0.00000000000000977, scale: g}\n"
                "      - {id: \"1.3\", title: T, weight: 0.977, scale: g}\n"
                "  - {id: \"2\", title: T, max: 17}\n";
static const char *const evaluation_text = EVALUATION_HEAD "answers:\n"
                                                           "  \"1.1\": {value: 1, best_practice: true}\n"
                                                           "  \"1.2\": 2\n"
                                                           "  \"1.3\": 1\n"
                                                           "  \"2\": {percent: 33.3}\n"
                                                           "published:\n"
                                                           "  \"2\": {points: 9, percent: 10}\n";
static const char *const broken_text = EVALUATION_HEAD "a: 1\na: 2\nb: *x\nanswers: {\"1.7\": 3,5}\nc: [\n";

static kp_reader read_file(kp_arena *arena, kp_sink *sink, const char *name, const char *text, kp_file *file)
{
    const kp_source source = {.name = name, .text = text, .length = strlen(text)};

    if (kp_file_parse(arena, source, sink, file))
        kp_file_require_kind(arena, file, sink);
    return (kp_reader){arena, &file->source, sink};
}

/* From bytes to results: all that it says goes into @p out. */
static void run_all(kp_buf *out)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_sink *sink = kp_sink_new(KP_EN);
    kp_file rubric_file, file, broken;
    kp_reader reader = read_file(arena, sink, "r.yaml", rubric_text, &rubric_file);
    kp_rubric *rubric = kp_rubric_read(&reader, rubric_file.root);
    kp_evaluation *evaluation;
    const kp_score *score;
    kp_agreement agreement;

    kp_check_rubric(&reader, rubric);
    kp_rubric_weigh(arena, rubric);
    reader = read_file(arena, sink, "e.yaml", evaluation_text, &file);
    evaluation = kp_evaluation_read(&reader, file.root);
    kp_check_evaluation(&reader, evaluation, rubric);
    kp_audit_published(&reader, evaluation);
    kp_evaluation_hash(arena, evaluation);
    score = kp_score_evaluation(arena, evaluation);
    agreement = kp_agreement_of(arena, score);
    kp_write_score_table(arena, score, &agreement, "en", out);
    kp_write_csv_header(out);
    kp_write_score_csv(arena, score, "en", out);
    kp_write_score_json(arena, score, &agreement, "en", out);
    read_file(arena, sink, "broken.yaml", broken_text, &broken);
    kp_sink_render(sink, KP_DIAG_TEXT, true, out);
    kp_sink_render(sink, KP_DIAG_JSON, true, out);
    kp_sink_free(sink);
    kp_arena_free(arena);
}

#ifdef OUR_MALLOC

/* ---- failing ---- */

typedef struct attempt {
    size_t failing;
    bool for_good;
    const kp_buf *expected;
} attempt;

enum { AS_EXPECTED = 7, OTHERWISE = 8 };

static void run_without_memory(world *w, const void *context)
{
    const attempt *a = context;
    kp_buf out = KP_BUF_INIT;

    (void)w;
    allocations = 0;
    failing = a->failing;
    for_good = a->for_good;
    run_all(&out);
    failing = 0;
    _exit(out.length == a->expected->length && memcmp(out.data, a->expected->data, out.length) == 0
              ? AS_EXPECTED
              : OTHERWISE);
}

static void fail_each_in_turn(world *w, bool good)
{
    size_t count, ended = 0, circumvented = 0;

    run_all(&w->buf); /* once for what is made on first use */
    kp_buf_clear(&w->buf);
    allocations = 0;
    run_all(&w->buf);
    count = allocations;
    if (count == 0)
        skip(); /* another malloc() is in use: valgrind's */
    for (size_t i = 1; i <= count; i++) {
        attempt a = {i, good, &w->buf};
        outcome o = run_in_child(w, run_without_memory, &a);
        if (o.status == AS_EXPECTED) {
            circumvented++;
        } else if (o.status != 70 || strcmp(o.said, "kompass: out of memory\n") != 0) {
            fail_msg("allocation %zu of %zu: status %d, \"%s\"", i, count, o.status, o.said);
        } else {
            ended++;
        }
    }
    print_message("%zu allocations: %zu ended the run, %zu were circumvented\n", count, ended, circumvented);
    assert_true(ended > 50);
    assert_true(circumvented < 10);
}

static void each_allocation_may_fail(void **state)
{
    fail_each_in_turn(*state, false);
}

static void memory_may_be_exhausted_for_good_at_each_allocation(void **state)
{
    fail_each_in_turn(*state, true);
}

#else

static void each_allocation_may_fail(void **state)
{
    (void)state;
    skip();
}

static void memory_may_be_exhausted_for_good_at_each_allocation(void **state)
{
    (void)state;
    skip();
}

#endif

/* The run is worth its name: it goes where memory is needed. */
static void the_run_reaches_big_numbers_and_problems(void **state)
{
    world *w = *state;
    const char *text;

    run_all(&w->buf);
    text = kp_buf_text(&w->buf);
    assert_non_null(strstr(text, "KP077"));
    assert_non_null(strstr(text, "KP080"));
    assert_non_null(strstr(text, "KP010"));
    assert_non_null(strstr(text, "\"kompass\":\"score/1\""));
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_run_reaches_big_numbers_and_problems),
        TEST(each_allocation_may_fail),
        TEST(memory_may_be_exhausted_for_good_at_each_allocation),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL) != 0;
}
