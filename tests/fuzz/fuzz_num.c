/* tests/fuzz/fuzz_num.c - exact numbers against GMP's own rationals.
 *
 * The bytes are a little program: it loads numbers into four places and computes with them, in kp_num and in
 * mpq_t side by side. After each step both must be equal, and so must what is rounded and written from them.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gmp.h>

#include "kompass/num.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PLACES = 4, MOST_BITS = 800 };

typedef struct machine {
    kp_arena *arena;
    kp_num num[PLACES];
    mpq_t exact[PLACES];
    const uint8_t *next, *end;
} machine;

static void demand(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static unsigned take(machine *m)
{
    return m->next < m->end ? *m->next++ : 0;
}

static int64_t take_int64(machine *m)
{
    uint64_t value = 0;
    unsigned bytes = take(m) % 9; /* small numbers, and those at the edges, are what matters */

    for (unsigned i = 0; i < bytes; i++)
        value = value << 8 | take(m);
    return take(m) % 2 ? (int64_t)(0 - value) : (int64_t)value;
}

static void set_exact(mpz_t z, int64_t value)
{
    mpz_set_si(z, (long)value); /* 64 bits wherever this runs */
}

/* ---- texts and numbers again ---- */

/* The number that a text of ours stands for. */
static void read_text(mpq_t q, const char *text)
{
    const char *point = strchr(text, '.');
    size_t decimals = point ? strlen(point + 1) : 0;
    char *digits = strdup(text);

    demand(digits != NULL, "memory");
    if (point)
        memmove(digits + (point - text), digits + (point - text) + 1, decimals + 1);
    demand(mpz_set_str(mpq_numref(q), digits, 10) == 0, "a text is digits, with a point and a sign at most");
    mpz_ui_pow_ui(mpq_denref(q), 10, decimals);
    mpq_canonicalize(q);
    free(digits);
}

static void check_equal(machine *m, kp_num x, const mpq_t exact)
{
    kp_num difference, n = kp_num_int(0);

    /* A kp_num shows itself only through its functions, so the other is made one: digit by digit. */
    for (int part = 0; part < 2; part++) {
        char *digits = mpz_get_str(NULL, 10, part ? mpq_denref(exact) : mpq_numref(exact));
        kp_num whole = kp_num_int(0);
        for (const char *p = digits + (*digits == '-'); *p; p++)
            whole = kp_num_add(m->arena, kp_num_mul(m->arena, whole, kp_num_int(10)), kp_num_int(*p - '0'));
        if (*digits == '-')
            whole = kp_num_sub(m->arena, kp_num_int(0), whole);
        free(digits);
        n = part ? kp_num_div(m->arena, n, whole) : whole;
    }
    difference = kp_num_sub(m->arena, x, n);
    demand(kp_num_cmp(x, n) == 0 && kp_num_sign(difference) == 0, "both are equal");
    demand(kp_num_sign(x) == mpq_sgn(exact), "signs");
    demand(x.big || x.d > 0, "denominator > 0");
}

/* |x - rounded| <= half a unit, and where it is just half, rounded is the one further from zero. */
static void check_rounding(const mpq_t exact, const mpq_t rounded, unsigned long decimals)
{
    mpq_t distance, half;
    int order;

    mpq_init(distance);
    mpq_init(half);
    mpz_ui_pow_ui(mpq_denref(half), 10, decimals);
    mpz_mul_ui(mpq_denref(half), mpq_denref(half), 2);
    mpz_set_ui(mpq_numref(half), 1);
    mpq_sub(distance, exact, rounded);
    mpq_abs(distance, distance);
    order = mpq_cmp(distance, half);
    demand(order <= 0, "the nearest");
    if (order == 0) {
        mpq_abs(distance, rounded);
        mpq_abs(half, exact);
        demand(mpq_cmp(distance, half) > 0, "half is rounded away from zero");
    }
    mpq_clear(distance);
    mpq_clear(half);
}

static void check_fixed(machine *m, kp_num x, const mpq_t exact, unsigned decimals)
{
    const char *text = kp_num_fixed(m->arena, x, decimals), *point = strchr(text, '.');
    mpq_t rounded;

    mpq_init(rounded);
    read_text(rounded, text);
    check_rounding(exact, rounded, decimals);
    check_equal(m, kp_num_round(m->arena, x, decimals), rounded);
    demand((point ? strlen(point + 1) : 0) == decimals, "as many decimals as asked for");
    demand(*text != '-' || mpq_sgn(rounded) < 0, "never -0");
    mpq_clear(rounded);
}

static void check_digits(machine *m, kp_num x, const mpq_t exact, unsigned significant)
{
    const char *text = kp_num_digits(m->arena, x, significant), *point = strchr(text, '.');
    const char *first = text + strspn(text, "-0."), *p;
    unsigned count = 0, zeros = 0;
    mpq_t rounded;

    demand(!point || (point[1] && text[strlen(text) - 1] != '0'), "no zeros at the end");
    demand(strspn(text, "-0123456789.") == strlen(text), "only digits");
    for (p = first; *p; p++) {
        if (*p == '.')
            continue;
        zeros = *p == '0' ? zeros + 1 : 0;
        count++;
    }
    demand(count - (point ? 0 : zeros) <= significant, "not more digits than asked for");
    mpq_init(rounded);
    read_text(rounded, text);
    if (point && first > point) { /* 0.000123: decimals are the zeros, and the digits */
        check_rounding(exact, rounded, (unsigned long)(first - point) - 1 + significant);
    } else {
        unsigned long whole = (unsigned long)((point ? point : text + strlen(text)) - first);
        if (whole <= significant && *first)
            /* 9.996 with three digits is 10, one digit longer than it began: then a unit was a tenth of what
             * it is */
            check_rounding(exact, rounded, significant - whole);
    }
    mpq_clear(rounded);
}

/* No double is nearer than the one that is given. */
static void check_double(kp_num x, const mpq_t exact)
{
    double nearest = kp_num_double(x);
    mpq_t own, other;

    if (isinf(nearest) || fabs(nearest) < 1e-300)
        return; /* beyond what ever becomes a chart */
    mpq_init(own);
    mpq_init(other);
    mpq_set_d(own, nearest);
    mpq_sub(own, own, exact);
    mpq_abs(own, own);
    for (int up = 0; up < 2; up++) {
        mpq_set_d(other, nextafter(nearest, up ? INFINITY : -INFINITY));
        mpq_sub(other, other, exact);
        mpq_abs(other, other);
        demand(mpq_cmp(own, other) <= 0, "the nearest double");
    }
    mpq_clear(own);
    mpq_clear(other);
}

/* ---- decimals ---- */

static const char *skip_digits(const char *text)
{
    return text + strspn(text, "0123456789");
}

/* -?[0-9]+(\.[0-9]+)? without superfluous zeros in front, and at most 18 digits: read a second time. */
static bool is_decimal(const char *text)
{
    const char *whole = text + (*text == '-'), *point = skip_digits(whole), *end = point;
    size_t digits;

    if (point == whole || (*whole == '0' && point > whole + 1))
        return false;
    if (*point == '.') {
        end = skip_digits(point + 1);
        if (end == point + 1)
            return false;
    }
    digits = (size_t)(end - whole) - (*point == '.');
    return !*end && digits <= 18;
}

static void check_decimal(machine *m)
{
    char text[64] = "";
    size_t length = take(m) % (sizeof(text) - 1);
    kp_decimal value = {-1, 99};

    for (size_t i = 0; i < length; i++)
        text[i] = "0123456789012345678901234567890123456789..,,--0000000000000000 e+x"[take(m) % 66];
    if (kp_decimal_parse(text, &value) == KP_DECIMAL_OK) {
        mpq_t exact;
        demand(is_decimal(text), "what is read is a decimal");
        mpq_init(exact);
        read_text(exact, text);
        check_equal(m, kp_num_decimal(m->arena, value), exact);
        mpq_clear(exact);
        demand(strcmp(kp_decimal_text(m->arena, value), text) == 0 || (*text == '-' && value.digits == 0),
               "and written so");
    } else {
        demand(!is_decimal(text), "a decimal is read");
        demand(value.digits == -1 && value.decimals == 99, "untouched");
    }
}

/* ---- the program ---- */

static void step(machine *m)
{
    unsigned what = take(m), a = take(m) % PLACES, b = take(m) % PLACES;
    kp_num x = m->num[a], y = m->num[b];
    int order;

    switch (what % 8) {
    case 0:
        m->num[a] = kp_num_int(take_int64(m));
        set_exact(mpq_numref(m->exact[a]), m->num[a].n);
        mpz_set_ui(mpq_denref(m->exact[a]), 1);
        break;
    case 1:
        m->num[a] = kp_num_add(m->arena, x, y);
        mpq_add(m->exact[a], m->exact[a], m->exact[b]);
        break;
    case 2:
        m->num[a] = kp_num_sub(m->arena, x, y);
        mpq_sub(m->exact[a], m->exact[a], m->exact[b]);
        break;
    case 3:
        m->num[a] = kp_num_mul(m->arena, x, y);
        mpq_mul(m->exact[a], m->exact[a], m->exact[b]);
        break;
    case 4:
        if (mpq_sgn(m->exact[b]) == 0)
            return;
        m->num[a] = kp_num_div(m->arena, x, y);
        mpq_div(m->exact[a], m->exact[a], m->exact[b]);
        break;
    case 5:
        order = mpq_cmp(m->exact[a], m->exact[b]);
        demand(kp_num_cmp(x, y) == (order > 0) - (order < 0), "order");
        return;
    case 6:
        check_fixed(m, x, m->exact[a], take(m) % 19);
        check_digits(m, x, m->exact[a], 1 + take(m) % 18);
        check_double(x, m->exact[a]);
        return;
    default:
        check_decimal(m);
        return;
    }
    check_equal(m, m->num[a], m->exact[a]);
}

static bool is_too_long(const machine *m)
{
    for (int i = 0; i < PLACES; i++)
        if (mpz_sizeinbase(mpq_numref(m->exact[i]), 2) + mpz_sizeinbase(mpq_denref(m->exact[i]), 2) >
            MOST_BITS)
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    machine m = {.arena = kp_arena_new(NULL, NULL), .next = data, .end = data + size};

    for (int i = 0; i < PLACES; i++) {
        m.num[i] = kp_num_int(i);
        mpq_init(m.exact[i]);
        mpq_set_si(m.exact[i], i, 1);
    }
    for (int steps = 0; m.next < m.end && steps < 200 && !is_too_long(&m); steps++)
        step(&m);
    for (int i = 0; i < PLACES; i++)
        mpq_clear(m.exact[i]);
    kp_arena_free(m.arena);
    return 0;
}
