/* tests/unit/support.h - what the unit tests share.
 *
 * Asserts that speak of texts, numbers and problems (cmocka's print everything in hexadecimal and whole
 * files without a difference), and a fixture: a failing assert jumps out of its test, so whatever must be
 * freed belongs to the fixture and never to a local variable.
 *
 * Tables: a row begins with HERE, and the asserts ending in _at take that line, so that a failure names the
 * row and not the loop.
 */
#ifndef KOMPASS_TESTS_SUPPORT_H
#define KOMPASS_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kompass/arena.h"
#include "kompass/check.h"
#include "kompass/diag.h"
#include "kompass/evaluation.h"
#include "kompass/num.h"
#include "kompass/rubric.h"
#include "kompass/score.h"

#define HERE __LINE__
#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/** What a test works in. */
typedef struct world {
    kp_arena *arena;
    kp_sink *sink; /**< English */
    kp_buf buf;    /**< for whatever a test writes */
    char *folder;  /**< see world_folder() */
} world;

int world_up(void **state);
int world_down(void **state);

/** Begin anew: an empty arena, sink and buffer. For each row of a table. */
void world_clear(world *w);

/** A new, empty folder that world_down() removes with everything in it. */
const char *world_folder(world *w);

/** A test in a world of its own. */
#define TEST(function) cmocka_unit_test_setup_teardown(function, world_up, world_down)

/** Run only the tests that the first argument names, without those of the second: `test_num '*' 'random*'`.
 */
void choose_tests(int argc, char **argv);

/* ---- asserts ---- */

/** Texts are equal; else the first line that differs is shown. Either may be NULL. */
#define assert_text(got, want) check_text((got), (want), __FILE__, __LINE__)
#define assert_text_at(line, got, want) check_text((got), (want), __FILE__, (line))
void check_text(const char *got, const char *want, const char *file, int line);

/** Whole numbers are equal; they are shown as decimals. */
#define assert_int(got, want) check_int((long long)(got), (long long)(want), __FILE__, __LINE__)
#define assert_int_at(line, got, want) check_int((long long)(got), (long long)(want), __FILE__, (line))
void check_int(long long got, long long want, const char *file, int line);

/** A condition that belongs to a row. */
#define assert_true_at(line, condition) check_true((condition), #condition, __FILE__, (line))
void check_true(bool holds, const char *condition, const char *file, int line);

/** A number is exactly @p want: "3", "-1/3", "0.25". */
#define assert_num(w, got, want) check_num((w), (got), (want), __FILE__, __LINE__)
#define assert_num_at(line, w, got, want) check_num((w), (got), (want), __FILE__, (line))
void check_num(world *w, kp_num got, const char *want, const char *file, int line);

/** The problems of the sink, in order, as "LINE:COLUMN CODE" with a line each ("file CODE" without a place).
 */
#define assert_codes(w, want) check_codes((w), (want), __FILE__, __LINE__)
#define assert_codes_at(line, w, want) check_codes((w), (want), __FILE__, (line))
void check_codes(world *w, const char *want, const char *file, int line);

/** The problems of the sink as `--diagnostics text` shows them, without the summary. */
#define assert_problems(w, want) check_problems((w), (want), __FILE__, __LINE__)
#define assert_problems_at(line, w, want) check_problems((w), (want), __FILE__, (line))
void check_problems(world *w, const char *want, const char *file, int line);

/** Some message of the sink holds these words. */
#define assert_told(w, words) check_told((w), (words), __FILE__, __LINE__)
#define assert_told_at(line, w, words) check_told((w), (words), __FILE__, (line))
void check_told(world *w, const char *words, const char *file, int line);

/* ---- making things ---- */

/** "-12", "3/4", "0.125", of any length. */
kp_num num_of(kp_arena *arena, const char *text);

/** The exact text of a number: "3", "-1/3"; what exceeds 64 bits as "~" and 18 digits. */
const char *num_text(kp_arena *arena, kp_num x);

/** A source called NAME that lives in the world's arena. */
const kp_source *source_of(world *w, const char *name, const char *text);

/** The tree of a text called t.yaml; NULL where there is none. Problems are in the sink. */
kp_ynode *tree_of(world *w, const char *text);

/** A reader for the text of tree_of(). */
kp_reader reader_of(world *w, const char *text);

/** A file r.yaml, read, checked and, where that found no error, weighed; else NULL. */
kp_rubric *rubric_of(world *w, const char *text);

/** A file e.yaml, read and checked against a rubric (or NULL); NULL where that found an error. */
kp_evaluation *evaluation_of(world *w, const kp_rubric *rubric, const char *text);

/** How the files of most tests begin: three lines, and six. */
#define RUBRIC_HEAD "kompass: rubric/1\nid: r\ntitle: R\n"
#define EVALUATION_HEAD "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: U}\nyear: 2024\n"

/* ---- children ---- */

/** How a child process ended, and what it wrote to stderr. */
typedef struct outcome {
    int status;     /**< exit status; 128 + signal where one killed it */
    char said[256]; /**< the beginning of its stderr */
} outcome;

/** Run @p act in a child process, which exits 0 where it returns. */
typedef void child_act(world *w, const void *context);
outcome run_in_child(world *w, child_act *act, const void *context);

#endif
