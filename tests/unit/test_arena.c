/* tests/unit/test_arena.c - memory that is given back all at once. */
#include "support.h"

#include <string.h>

static void memory_is_zeroed_and_aligned(void **state)
{
    static const size_t sizes[] = {0,    1,    3,    8,    15,    16,    17,    100,
                                   1023, 1024, 1025, 4096, 16384, 16385, 65536, 200000};
    world *w = *state;

    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < LENGTH(sizes); i++) {
            unsigned char *memory = kp_arena_alloc(w->arena, sizes[i]);
            assert_non_null(memory);
            assert_int((uintptr_t)memory % _Alignof(max_align_t), 0);
            for (size_t k = 0; k < sizes[i]; k++)
                assert_int(memory[k], 0);
            memset(memory, 0xAA, sizes[i]);
        }
        kp_arena_reset(w->arena); /* what was used before must be zeroed, too */
    }
}

static void objects_do_not_overlap(void **state)
{
    world *w = *state;
    enum { COUNT = 2000 };
    unsigned char **blocks = KP_NEW_ARRAY(w->arena, COUNT, unsigned char *);

    for (size_t i = 0; i < COUNT; i++) {
        size_t size = 1 + (i * 37) % (i % 50 == 0 ? 40000 : 300);
        blocks[i] = kp_arena_alloc(w->arena, size);
        blocks[i][0] = (unsigned char)i;
        blocks[i][size - 1] = (unsigned char)i;
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_int(blocks[i][0], i & 0xFF);
}

static void distinct_even_when_empty(void **state)
{
    world *w = *state;

    assert_ptr_not_equal(kp_arena_alloc(w->arena, 0), kp_arena_alloc(w->arena, 0));
}

static void a_big_object_leaves_the_current_chunk_in_use(void **state)
{
    world *w = *state;
    char *before = kp_arena_alloc(w->arena, 16), *after;

    kp_arena_alloc(w->arena, 1000000);
    after = kp_arena_alloc(w->arena, 16);
    assert_int(after - before, 16);
}

static void reset_keeps_one_chunk_but_no_outsized_one(void **state)
{
    world *w = *state;

    assert_int(kp_arena_size(w->arena), 0);
    kp_arena_reset(w->arena);
    assert_int(kp_arena_size(w->arena), 0);
    kp_arena_alloc(w->arena, 5000000);
    assert_true(kp_arena_size(w->arena) >= 5000000);
    kp_arena_reset(w->arena);
    assert_int(kp_arena_size(w->arena), 0);
    for (int i = 0; i < 100; i++)
        kp_arena_alloc(w->arena, 10000);
    kp_arena_alloc(w->arena, 5000000);
    kp_arena_reset(w->arena);
    assert_true(kp_arena_size(w->arena) > 0 && kp_arena_size(w->arena) <= 65536);
}

static void copies_end_in_nul(void **state)
{
    world *w = *state;

    assert_text(kp_arena_strdup(w->arena, ""), "");
    assert_text(kp_arena_strdup(w->arena, "åäö"), "åäö");
    assert_text(kp_arena_strndup(w->arena, "abc", 2), "ab");
    assert_text(kp_arena_strndup(w->arena, NULL, 0), "");
    assert_memory_equal(kp_arena_strndup(w->arena, "a\0b", 3), "a\0b", 4);
    assert_text(kp_arena_printf(w->arena, "%s-%d", "x", 7), "x-7");
    assert_text(kp_arena_printf(w->arena, "%s", ""), "");
}

static void a_printf_of_any_length_is_whole(void **state)
{
    world *w = *state;
    char *text = kp_arena_printf(w->arena, "%0300000d", 7);

    assert_int(strlen(text), 300000);
    assert_int(text[299999], '7');
    for (int length = 1; length <= 300; length++) {
        text = kp_arena_printf(w->arena, "%*s", length, "x");
        memset(kp_arena_alloc(w->arena, 1), '#', 1); /* what comes behind it does not run into it */
        assert_int(strlen(text), length);
        assert_int(text[length - 1], 'x');
    }
}

static void freeing_nothing_is_allowed(void **state)
{
    (void)state;
    kp_arena_free(NULL);
}

/* ---- out of memory ---- */

static jmp_buf out_of_memory;

static void jump(void *context)
{
    ++*(int *)context;
    longjmp(out_of_memory, 1);
}

/* Sizes that no system can give, each in the function that must notice. */
static void the_handler_is_called_with_its_context(void **state)
{
    static const char one = 0;
    volatile int step = 0;
    int calls = 0;
    kp_arena *arena = kp_arena_new(jump, &calls);

    (void)state;
    if (setjmp(out_of_memory) == 0 || step < 5) {
        switch (step++) {
        case 0:
            kp_arena_alloc(arena, SIZE_MAX);
            break;
        case 1:
            kp_arena_alloc(arena, SIZE_MAX - 64);
            break;
        case 2:
            kp_arena_array(arena, SIZE_MAX / 2, 3);
            break;
        case 3:
            kp_arena_array(arena, (size_t)1 << (sizeof(size_t) * 4), (size_t)1 << (sizeof(size_t) * 4));
            break;
        case 4:
            kp_arena_strndup(arena, &one, SIZE_MAX);
            break;
        default:
            break;
        }
    }
    kp_arena_free(arena);
    assert_int(calls, 5);
}

static void ask_too_much(world *w, const void *context)
{
    kp_arena_free(w->arena);
    w->arena = kp_arena_new(context ? *(kp_oom_handler *const *)context : NULL, NULL);
    kp_arena_array(w->arena, SIZE_MAX, 2);
}

static void return_anyway(void *context)
{
    (void)context;
}

static void without_a_handler_the_process_ends_with_70(void **state)
{
    kp_oom_handler *handler = return_anyway;
    outcome o = run_in_child(*state, ask_too_much, NULL);

    assert_int(o.status, 70);
    assert_text(o.said, "kompass: out of memory\n");
    o = run_in_child(*state, ask_too_much, &handler); /* a handler that returns breaks its promise */
    assert_int(o.status, 70);
    assert_text(o.said, "kompass: out of memory\n");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(memory_is_zeroed_and_aligned),
        TEST(objects_do_not_overlap),
        TEST(distinct_even_when_empty),
        TEST(a_big_object_leaves_the_current_chunk_in_use),
        TEST(reset_keeps_one_chunk_but_no_outsized_one),
        TEST(copies_end_in_nul),
        TEST(a_printf_of_any_length_is_whole),
        TEST(freeing_nothing_is_allowed),
        TEST(the_handler_is_called_with_its_context),
        TEST(without_a_handler_the_process_ends_with_70),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL) != 0;
}
