/* tests/unit/test_num.c - exact numbers. */
#include "support.h"

#include <math.h>
#include <string.h>

/* ---- random cases, computed by another program: see make_num_cases.py ---- */

typedef enum operation {
    A_SUM,
    A_DIFFERENCE,
    A_PRODUCT,
    A_QUOTIENT,
    AN_ORDER,
    A_FIXED,
    A_DIGITS,
    A_DOUBLE
} operation;

typedef struct random_case {
    int line;
    operation operation;
    const char *x, *y;
    int number; /* order, decimals, significant digits */
    const char *want;
    double nearest;
} random_case;

#define SUM(x, y, want) {HERE, A_SUM, x, y, 0, want, 0.0},
#define DIFFERENCE(x, y, want) {HERE, A_DIFFERENCE, x, y, 0, want, 0.0},
#define PRODUCT(x, y, want) {HERE, A_PRODUCT, x, y, 0, want, 0.0},
#define QUOTIENT(x, y, want) {HERE, A_QUOTIENT, x, y, 0, want, 0.0},
#define ORDER(x, y, order) {HERE, AN_ORDER, x, y, order, NULL, 0.0},
#define FIXED(x, decimals, want) {HERE, A_FIXED, x, "0", decimals, want, 0.0},
#define DIGITS(x, significant, want) {HERE, A_DIGITS, x, "0", significant, want, 0.0},
#define DOUBLE(x, nearest) {HERE, A_DOUBLE, x, "0", 0, NULL, nearest},

static const random_case random_cases[] = {
#include "num_cases.inc"
};

static const char *const cases_file = "tests/unit/num_cases.inc";

/* Lowest terms, in the small form wherever that has room. */
static void check_canonical(kp_num x, int line)
{
    if (x.big)
        return;
    check_true(x.d > 0, "denominator > 0", cases_file, line);
    for (int64_t p = 2; p <= 13; p++)
        check_true(x.n % p != 0 || x.d % p != 0, "lowest terms", cases_file, line);
}

static void check_result(world *w, const random_case *c, kp_num got)
{
    check_canonical(got, c->line);
    check_num(w, got, c->want, cases_file, c->line);
}

static void check_random_case(world *w, const random_case *c)
{
    kp_num x = num_of(w->arena, c->x), y = num_of(w->arena, c->y);

    switch (c->operation) {
    case A_SUM:
        check_result(w, c, kp_num_add(w->arena, x, y));
        break;
    case A_DIFFERENCE:
        check_result(w, c, kp_num_sub(w->arena, x, y));
        break;
    case A_PRODUCT:
        check_result(w, c, kp_num_mul(w->arena, x, y));
        break;
    case A_QUOTIENT:
        check_result(w, c, kp_num_div(w->arena, x, y));
        break;
    case AN_ORDER:
        check_int(kp_num_cmp(x, y), c->number, cases_file, c->line);
        check_int(kp_num_cmp(y, x), -c->number, cases_file, c->line);
        check_int(kp_num_sign(kp_num_sub(w->arena, x, y)), c->number, cases_file, c->line);
        check_int(kp_num_cmp(kp_num_min(x, y), kp_num_max(x, y)), c->number ? -1 : 0, cases_file, c->line);
        break;
    case A_FIXED:
        check_text(kp_num_fixed(w->arena, x, (unsigned)c->number), c->want, cases_file, c->line);
        check_num(w, kp_num_round(w->arena, x, (unsigned)c->number), c->want, cases_file, c->line);
        break;
    case A_DIGITS:
        check_text(kp_num_digits(w->arena, x, (unsigned)c->number), c->want, cases_file, c->line);
        break;
    case A_DOUBLE:
    default: {
        double got = kp_num_double(x);
        check_true(got == c->nearest && signbit(got) == signbit(c->nearest), "the nearest double", cases_file,
                   c->line);
        break;
    }
    }
}

static void random_numbers_agree_with_fractions(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < LENGTH(random_cases); i++) {
        check_random_case(w, &random_cases[i]);
        world_clear(w);
    }
}

/* ---- the edges of 64 bits ---- */

static kp_num apply(kp_arena *arena, char sign, kp_num x, kp_num y)
{
    switch (sign) {
    case '+':
        return kp_num_add(arena, x, y);
    case '-':
        return kp_num_sub(arena, x, y);
    case '*':
        return kp_num_mul(arena, x, y);
    default:
        return kp_num_div(arena, x, y);
    }
}

#define MIN INT64_MIN
#define MAX INT64_MAX

static void what_exceeds_64_bits_is_kept_exactly(void **state)
{
    static const struct {
        int line;
        int64_t x;
        char operation;
        int64_t y;
        const char *want;
        bool big;
    } rows[] = {
        {HERE, MAX, '+', 1, "9223372036854775808", true},
        {HERE, MAX, '+', MAX, "18446744073709551614", true},
        {HERE, MAX, '+', MIN, "-1", false},
        {HERE, MIN, '+', MAX, "-1", false},
        {HERE, MIN, '+', 1, "-9223372036854775807", false},
        {HERE, MIN, '+', -1, "-9223372036854775809", true},
        {HERE, MIN, '+', MIN, "-18446744073709551616", true},
        {HERE, MIN + 1, '-', 1, "-9223372036854775808", true},
        {HERE, MIN, '-', MIN, "0", false},
        {HERE, MIN, '-', MAX, "-18446744073709551615", true},
        {HERE, MAX, '-', MIN, "18446744073709551615", true},
        {HERE, 0, '-', MIN, "9223372036854775808", true},
        {HERE, -1, '-', MIN, "9223372036854775807", false},
        {HERE, MAX, '-', MAX, "0", false},
        {HERE, MIN, '*', -1, "9223372036854775808", true},
        {HERE, -1, '*', MIN, "9223372036854775808", true},
        {HERE, MIN, '*', MIN, "85070591730234615865843651857942052864", true},
        {HERE, MIN, '*', 0, "0", false},
        {HERE, MAX, '*', MAX, "85070591730234615847396907784232501249", true},
        {HERE, MAX, '*', -1, "-9223372036854775807", false},
        {HERE, 3037000500, '*', 3037000500, "9223372037000250000", true},
        {HERE, 3037000499, '*', 3037000499, "9223372030926249001", false},
        {HERE, MIN, '/', -1, "9223372036854775808", true},
        {HERE, MIN, '/', MIN, "1", false},
        {HERE, 1, '/', MIN, "-1/9223372036854775808", true},
        {HERE, -1, '/', MIN, "1/9223372036854775808", true},
        {HERE, MAX, '/', MIN, "-9223372036854775807/9223372036854775808", true},
        {HERE, MIN, '/', MAX, "-9223372036854775808/9223372036854775807", true},
        {HERE, MIN, '/', 2, "-4611686018427387904", false},
        {HERE, 2, '/', MIN, "-1/4611686018427387904", false},
        {HERE, 0, '/', MIN, "0", false},
        {HERE, 7, '/', -21, "-1/3", false},
        {HERE, -7, '/', -21, "1/3", false},
        {HERE, 0, '/', -5, "0", false},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_num got = apply(w->arena, rows[i].operation, kp_num_int(rows[i].x), kp_num_int(rows[i].y));
        assert_num_at(rows[i].line, w, got, rows[i].want);
        assert_int_at(rows[i].line, got.big != NULL, rows[i].big);
    }
}

static void what_fits_again_becomes_small_again(void **state)
{
    world *w = *state;
    kp_num one = kp_num_int(1), big = kp_num_add(w->arena, kp_num_int(MAX), one);

    assert_null(kp_num_sub(w->arena, big, one).big);
    assert_null(kp_num_div(w->arena, big, kp_num_int(2)).big);
    assert_null(kp_num_div(w->arena, big, big).big);
    assert_null(kp_num_sub(w->arena, big, big).big);
    assert_num(w, kp_num_sub(w->arena, big, one), "9223372036854775807");
    assert_int(kp_num_sign(kp_num_sub(w->arena, big, big)), 0);
}

/* The smallest 64-bit number has two forms: as given, and as computed. */
static void both_forms_of_the_smallest_number_are_equal(void **state)
{
    world *w = *state;
    kp_num given = kp_num_int(MIN), computed = kp_num_sub(w->arena, kp_num_int(MIN + 1), kp_num_int(1));

    assert_int(kp_num_cmp(given, computed), 0);
    assert_int(kp_num_sign(computed), -1);
    assert_text(kp_num_fixed(w->arena, given, 0), "-9223372036854775808");
    assert_text(kp_num_fixed(w->arena, computed, 0), "-9223372036854775808");
    assert_text(kp_num_fixed(w->arena, given, 18), "-9223372036854775808.000000000000000000");
    assert_true(kp_num_double(given) == -0x1p63);
}

/* A sum of many thirds, sevenths ... has a denominator far beyond 64 bits, and comes back to a whole number.
 */
static void long_sums_lose_nothing(void **state)
{
    world *w = *state;
    kp_num sum = kp_num_int(0), back;

    for (int64_t i = 1; i <= 200; i++)
        sum = kp_num_add(w->arena, sum, kp_num_fraction(w->arena, 1, i));
    assert_non_null(sum.big);
    assert_text(kp_num_digits(w->arena, sum, 18), "5.87803094812144448");
    back = sum;
    for (int64_t i = 200; i >= 1; i--)
        back = kp_num_sub(w->arena, back, kp_num_fraction(w->arena, 1, i));
    assert_num(w, back, "0");
    assert_null(back.big);
}

/* ---- rounding ---- */

static void half_is_rounded_away_from_zero_once(void **state)
{
    static const struct {
        int line;
        const char *x;
        unsigned decimals;
        const char *want;
    } rows[] = {
        {HERE, "0", 0, "0"},
        {HERE, "0", 3, "0.000"},
        {HERE, "0.5", 0, "1"},
        {HERE, "-0.5", 0, "-1"},
        {HERE, "1.5", 0, "2"},
        {HERE, "2.5", 0, "3"},
        {HERE, "-2.5", 0, "-3"},
        {HERE, "0.49999999999999999999", 0, "0"},
        {HERE, "0.50000000000000000001", 0, "1"},
        {HERE, "2.25", 1, "2.3"},
        {HERE, "2.35", 1, "2.4"},
        {HERE, "-2.25", 1, "-2.3"},
        {HERE, "0.005", 2, "0.01"},
        {HERE, "1.005", 2, "1.01"}, /* as a double it is less */
        {HERE, "53.75", 0, "54"},   /* Eskilstuna 2011, area 2 */
        {HERE, "62.725", 2, "62.73"},
        {HERE, "9.995", 2, "10.00"},
        {HERE, "99.5", 0, "100"},
        {HERE, "999999999999999999.5", 0, "1000000000000000000"},
        {HERE, "9223372036854775807.5", 0, "9223372036854775808"},
        {HERE, "9223372036854775807", 1, "9223372036854775807.0"},
        {HERE, "1/3", 18, "0.333333333333333333"},
        {HERE, "2/3", 18, "0.666666666666666667"},
        {HERE, "-2/3", 18, "-0.666666666666666667"},
        {HERE, "1/2000000000000000000", 18, "0.000000000000000001"},
        {HERE, "123456789012345678901234567890.125", 2, "123456789012345678901234567890.13"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_num x = num_of(w->arena, rows[i].x);
        assert_text_at(rows[i].line, kp_num_fixed(w->arena, x, rows[i].decimals), rows[i].want);
        assert_num_at(rows[i].line, w, kp_num_round(w->arena, x, rows[i].decimals), rows[i].want);
    }
}

static void zero_never_has_a_sign(void **state)
{
    static const char *const tiny[] = {"0", "-0.4", "-0.0000000000000000001", "-1/3000000000000000000000"};
    world *w = *state;

    for (size_t i = 0; i < LENGTH(tiny); i++)
        assert_text(kp_num_fixed(w->arena, num_of(w->arena, tiny[i]), 0), "0");
    assert_text(kp_num_fixed(w->arena, num_of(w->arena, "-0.004"), 2), "0.00");
    assert_text(kp_num_digits(w->arena, kp_num_sub(w->arena, kp_num_int(1), kp_num_int(1)), 15), "0");
    assert_text(kp_num_digits(w->arena, kp_num_mul(w->arena, kp_num_int(0), kp_num_int(-1)), 15), "0");
    assert_false(signbit(kp_num_double(kp_num_mul(w->arena, kp_num_int(0), kp_num_int(-1)))));
}

static void digits_are_significant_ones(void **state)
{
    static const struct {
        int line;
        const char *x;
        unsigned significant;
        const char *want;
    } rows[] = {
        {HERE, "501.8", 15, "501.8"},
        {HERE, "62.725", 15, "62.725"},
        {HERE, "100", 15, "100"},
        {HERE, "-100", 15, "-100"},
        {HERE, "1/3", 15, "0.333333333333333"},
        {HERE, "2/3", 15, "0.666666666666667"},
        {HERE, "200/3", 15, "66.6666666666667"},
        {HERE, "0.1", 15, "0.1"},
        {HERE, "0.000125", 15, "0.000125"},
        {HERE, "9.99999999999999", 15, "9.99999999999999"},
        {HERE, "9.999999999999994", 15, "9.99999999999999"},
        {HERE, "9.999999999999995", 15, "10"},
        {HERE, "-9.999999999999995", 15, "-10"},
        {HERE, "99.99999999999994", 15, "99.9999999999999"},
        {HERE, "0.9999999999999995", 15, "1"},
        {HERE, "0.0009999999999999995", 15, "0.001"},
        {HERE, "99999999999999.95", 15, "100000000000000"},
        {HERE, "999999999999999.4", 15, "999999999999999"},
        {HERE, "999999999999999.5", 15, "1000000000000000"},
        {HERE, "9999999999999995", 15, "10000000000000000"},
        {HERE, "9999999999999994", 15, "9999999999999990"},
        {HERE, "100000000000000000", 15, "100000000000000000"},
        {HERE, "123456789012345678", 15, "123456789012346000"},
        {HERE, "-123456789012345500", 15, "-123456789012346000"},
        {HERE, "999999999999999999999999", 15, "1000000000000000000000000"},
        {HERE, "1000000000000000000000000/7", 18, "142857142857142857000000"},
        {HERE, "1/1000000000000000000", 15, "0.000000000000000001"},
        {HERE, "1/3000000000000000000000000", 6, "0.000000000000000000000000333333"},
        {HERE, "-1/3000000000000000000000000", 1, "-0.0000000000000000000000003"},
        {HERE, "999999", 15, "999999"},
        {HERE, "1000000", 15, "1000000"},
        {HERE, "123456", 6, "123456"},
        {HERE, "123456", 3, "123000"},
        {HERE, "-123500", 3, "-124000"},
        {HERE, "7", 1, "7"},
        {HERE, "15", 1, "20"},
        {HERE, "9.5", 1, "10"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line,
                       kp_num_digits(w->arena, num_of(w->arena, rows[i].x), rows[i].significant),
                       rows[i].want);
}

static void the_nearest_double_is_found(void **state)
{
    static const struct {
        int line;
        const char *x;
        double want;
    } rows[] = {
        {HERE, "0", 0.0},
        {HERE, "0.1", 0.1},
        {HERE, "-0.3", -0.3},
        {HERE, "1/3", 1.0 / 3.0},
        {HERE, "501.8", 501.8},
        {HERE, "62.725", 62.725},
        {HERE, "9007199254740992", 0x1p53},
        {HERE, "9007199254740993", 0x1p53},               /* half way: to the even one */
        {HERE, "9007199254740995", 0x1.0000000000002p53}, /* half way: to the even one */
        {HERE, "9007199254740993.00000000000000000000001", 0x1.0000000000001p53}, /* and a hair more */
        {HERE, "9007199254740992.99999999999999999999999", 0x1p53},
        {HERE, "9223372036854775807", 0x1p63},
        {HERE, "9223372036854775808", 0x1p63},
        {HERE, "-9223372036854775808", -0x1p63},
        {HERE, "100000000000000000000000", 1e23}, /* not the double of 10 * 1e22 */
        {HERE, "0.000000000000000000000001", 1e-24},
        {HERE, "1/123456789012345678901234567890", 1.0 / 123456789012345678901234567890.0},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_true_at(rows[i].line, kp_num_double(num_of(w->arena, rows[i].x)) == rows[i].want);
}

/* ---- decimals as people write them ---- */

static const struct {
    int line;
    const char *text;
    kp_decimal_error error;
    int64_t digits;
    unsigned decimals;
    const char *again; /* as text */
} decimal_rows[] = {
    {HERE, "0", KP_DECIMAL_OK, 0, 0, "0"},
    {HERE, "-0", KP_DECIMAL_OK, 0, 0, "0"},
    {HERE, "-0.0", KP_DECIMAL_OK, 0, 1, "0.0"},
    {HERE, "7", KP_DECIMAL_OK, 7, 0, "7"},
    {HERE, "-7", KP_DECIMAL_OK, -7, 0, "-7"},
    {HERE, "3.50", KP_DECIMAL_OK, 350, 2, "3.50"},
    {HERE, "0.05", KP_DECIMAL_OK, 5, 2, "0.05"},
    {HERE, "-0.05", KP_DECIMAL_OK, -5, 2, "-0.05"},
    {HERE, "10", KP_DECIMAL_OK, 10, 0, "10"},
    {HERE, "999999999999999999", KP_DECIMAL_OK, 999999999999999999, 0, "999999999999999999"},
    {HERE, "-999999999999999999", KP_DECIMAL_OK, -999999999999999999, 0, "-999999999999999999"},
    {HERE, "0.99999999999999999", KP_DECIMAL_OK, 99999999999999999, 17, "0.99999999999999999"},
    {HERE, "9.99999999999999999", KP_DECIMAL_OK, 999999999999999999, 17, "9.99999999999999999"},
    {HERE, "0.00000000000000001", KP_DECIMAL_OK, 1, 17, "0.00000000000000001"},
    {HERE, "1000000000000000000", KP_DECIMAL_TOO_LONG, 0, 0, NULL},
    {HERE, "1.000000000000000000", KP_DECIMAL_TOO_LONG, 0, 0, NULL},
    {HERE, "0.000000000000000001", KP_DECIMAL_TOO_LONG, 0, 0, NULL}, /* 0 is one, too */
    {HERE, "99999999999999999999999999999999999999999", KP_DECIMAL_TOO_LONG, 0, 0, NULL},
    {HERE, "3,5", KP_DECIMAL_COMMA, 0, 0, NULL},
    {HERE, "-3,5", KP_DECIMAL_COMMA, 0, 0, NULL},
    {HERE, "1,000", KP_DECIMAL_COMMA, 0, 0, NULL},
    {HERE, "010", KP_DECIMAL_LEADING_ZERO, 0, 0, NULL},
    {HERE, "00", KP_DECIMAL_LEADING_ZERO, 0, 0, NULL},
    {HERE, "00.5", KP_DECIMAL_LEADING_ZERO, 0, 0, NULL},
    {HERE, "-01", KP_DECIMAL_LEADING_ZERO, 0, 0, NULL},
    {HERE, "", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "-", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "--1", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "+1", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, ".5", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "5.", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "5,", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "1.2.3", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "1,2,3", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "1e5", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "0x10", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "1_000", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, " 1", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "1 ", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "1 000", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE,
     "\xE2\x88\x92"
     "1",
     KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL}, /* a true minus */
    {HERE, "1:30", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, ".inf", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
    {HERE, "nan", KP_DECIMAL_NOT_A_NUMBER, 0, 0, NULL},
};

static void only_the_contracts_form_is_a_number(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < LENGTH(decimal_rows); i++) {
        kp_decimal value = {-77, 77};
        assert_int_at(decimal_rows[i].line, kp_decimal_parse(decimal_rows[i].text, &value),
                      decimal_rows[i].error);
        if (decimal_rows[i].error == KP_DECIMAL_OK) {
            assert_int_at(decimal_rows[i].line, value.digits, decimal_rows[i].digits);
            assert_int_at(decimal_rows[i].line, value.decimals, decimal_rows[i].decimals);
            assert_text_at(decimal_rows[i].line, kp_decimal_text(w->arena, value), decimal_rows[i].again);
            assert_num_at(decimal_rows[i].line, w, kp_num_decimal(w->arena, value), decimal_rows[i].text);
        } else { /* untouched */
            assert_int_at(decimal_rows[i].line, value.digits, -77);
            assert_int_at(decimal_rows[i].line, value.decimals, 77);
        }
    }
}

static void half_a_unit_of_the_last_decimal(void **state)
{
    world *w = *state;

    assert_num(w, kp_decimal_half_unit(w->arena, (kp_decimal){51, 0}), "0.5");
    assert_num(w, kp_decimal_half_unit(w->arena, (kp_decimal){510, 1}), "0.05");
    assert_num(w, kp_decimal_half_unit(w->arena, (kp_decimal){-1, 18}), "1/2000000000000000000");
}

static void people_read_a_true_minus_and_their_decimal_mark(void **state)
{
    static const struct {
        int line;
        const char *number;
        bool comma;
        const char *want;
    } rows[] = {
        {__LINE__, "0", true, "0"},
        {__LINE__, "51.1", true, "51,1"},
        {__LINE__, "51.1", false, "51.1"},
        {__LINE__, "-12.50", true,
         "\xE2\x88\x92"
         "12,50"},
        {__LINE__, "-12.50", false,
         "\xE2\x88\x92"
         "12.50"},
        {__LINE__, "1000000", true, "1000000"},           /* thousands stay together */
        {__LINE__, "\xE2\x80\x93", true, "\xE2\x80\x93"}, /* the dash of what has no score */
    };
    world *w = *state;

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        char *given = kp_arena_strdup(w->arena, rows[i].number);
        assert_text_at(rows[i].line, kp_num_for_people(w->arena, given, rows[i].comma), rows[i].want);
        assert_text_at(rows[i].line, given, rows[i].number); /* it is a copy that changed */
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(random_numbers_agree_with_fractions),
        TEST(what_exceeds_64_bits_is_kept_exactly),
        TEST(what_fits_again_becomes_small_again),
        TEST(both_forms_of_the_smallest_number_are_equal),
        TEST(long_sums_lose_nothing),
        TEST(half_is_rounded_away_from_zero_once),
        TEST(zero_never_has_a_sign),
        TEST(digits_are_significant_ones),
        TEST(the_nearest_double_is_found),
        TEST(only_the_contracts_form_is_a_number),
        TEST(half_a_unit_of_the_last_decimal),
        TEST(people_read_a_true_minus_and_their_decimal_mark),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("num", tests, NULL, NULL) != 0;
}
