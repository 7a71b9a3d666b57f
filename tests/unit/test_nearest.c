/* tests/unit/test_nearest.c - what a mistyped word was meant to be. */
#include "support.h"

#include <string.h>

static void few_slips_are_near(void **state)
{
    static const struct {
        int line;
        const char *a, *b;
        int distance; /* -1: too far apart */
    } rows[] = {
        {HERE, "weight", "weight", 0},
        {HERE, "weigth", "weight", 1}, /* neighbours swapped */
        {HERE, "wieght", "weight", 1},
        {HERE, "weght", "weight", 1},   /* one missing */
        {HERE, "weightt", "weight", 1}, /* one too many */
        {HERE, "veight", "weight", 1},  /* one wrong */
        {HERE, "vekt", "weight", -1},
        {HERE, "qustions", "questions", 1},
        {HERE, "qeustoins", "questions", 2},
        {HERE, "max", "min", -1}, /* two of three letters */
        {HERE, "mx", "max", 1},
        {HERE, "a", "b", -1}, /* nothing in common */
        {HERE, "ab", "ba", 1},
        {HERE, "ab", "cd", -1},
        {HERE, "1.10", "1.1", 1},
        {HERE, "1.1", "1.2", 1},
        {HERE, "1.2.3", "1.3.2", 2},
        {HERE, "", "", -1},
        {HERE, "", "a", -1},
        {HERE, "a", "", -1},
        {HERE, "Weight", "weight", 1},
        {HERE, "ca", "abc", -1}, /* 3 by this measure, which moves no letter twice */
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        size_t distance = 99, back = 99;
        bool near = kp_is_near(rows[i].a, rows[i].b, &distance);
        assert_int_at(rows[i].line, near ? (int)distance : -1, rows[i].distance);
        assert_int_at(rows[i].line, kp_is_near(rows[i].b, rows[i].a, &back), near);
        assert_int_at(rows[i].line, back, distance);
    }
}

/* Longer words are first compared by their letters alone, which must not part what is near. */
static void long_words_are_near_by_the_same_measure(void **state)
{
    static const struct {
        int line;
        const char *a, *b;
        int distance;
    } rows[] = {
        {HERE, "rubric_sha256_of_the_file", "rubric_sha265_of_the_file", 1},
        {HERE, "abcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyza", 2},
        {HERE, "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqr", 8},
        {HERE, "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopq", 9},
        {HERE, "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnop", -1},
        {HERE, "aaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbb", -1},
        {HERE, "åäöåäöåäöåäöåäöåäö", "åäöåäöåäöåäöåäöåäå", 1},
        {HERE, "abcdefghijklmnopqrst", "tsrqponmlkjihgfedcba", -1}, /* the same letters, but far apart */
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        size_t distance = 99;
        bool near = kp_is_near(rows[i].a, rows[i].b, &distance);
        assert_int_at(rows[i].line, near ? (int)distance : -1, rows[i].distance);
    }
}

static void long_words_are_not_compared(void **state)
{
    char a[66], b[66];
    size_t distance = 99;

    (void)state;
    memset(a, 'a', sizeof(a));
    memset(b, 'a', sizeof(b));
    a[64] = b[64] = '\0';
    b[0] = 'b';
    assert_true(kp_is_near(a, b, &distance));
    assert_int(distance, 1);
    a[64] = b[64] = 'a';
    a[65] = b[65] = '\0';
    assert_false(kp_is_near(a, b, &distance));
}

static void the_nearest_name_is_given(void **state)
{
    static const char *const keys[] = {"id",     "title", "short",     "help", "max",
                                       "weight", "scale", "questions", NULL};
    static const char *const nothing[] = {NULL};
    static const struct {
        int line;
        const char *word, *want;
    } rows[] = {
        {HERE, "titel", "title"},        {HERE, "scala", "scale"}, {HERE, "wieght", "weight"},
        {HERE, "question", "questions"}, {HERE, "Max", "max"},     {HERE, "idd", "id"},
        {HERE, "rubrik", NULL},          {HERE, "", NULL},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_nearest_name(rows[i].word, keys), rows[i].want);
    assert_null(kp_nearest_name("x", nothing));
}

static void of_several_as_near_the_first_is_given(void **state)
{
    static const char *const names[] = {"1.1", "1.2", "1.3", NULL};

    (void)state;
    assert_text(kp_nearest_name("1.4", names), "1.1");
    assert_text(kp_nearest_name("1.3x", names), "1.3");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(few_slips_are_near),
        TEST(long_words_are_near_by_the_same_measure),
        TEST(long_words_are_not_compared),
        TEST(the_nearest_name_is_given),
        TEST(of_several_as_near_the_first_is_given),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("nearest", tests, NULL, NULL) != 0;
}
