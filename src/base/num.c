#include "kompass/num.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gmp.h>

/* Nearly every number of an evaluation fits into 64 bits and never leaves the fast path. The others are
 * computed by GMP; only the limbs of the result are kept, in the arena, so that no number has an owner. */
struct kp_bignum {
    mp_limb_t *n, *d;
    mp_size_t n_size, d_size; /* n_size carries the sign, as GMP's does */
};

/* Where memory is exhausted, GMP would abort(). */
static void *allocate(size_t size)
{
    void *memory = malloc(size);

    if (!memory)
        kp_out_of_memory();
    return memory;
}

static void *reallocate(void *memory, size_t old_size, size_t size)
{
    void *moved = realloc(memory, size);

    (void)old_size;
    if (!moved)
        kp_out_of_memory();
    return moved;
}

/* Before main(), when there is one thread only. */
__attribute__((constructor)) static void end_gmp_properly(void)
{
    mp_set_memory_functions(allocate, reallocate, NULL);
}

static uint64_t magnitude(int64_t x)
{
    return x < 0 ? 0 - (uint64_t)x : (uint64_t)x;
}

static uint64_t gcd(uint64_t a, uint64_t b)
{
    if (a == 1 || b == 1)
        return 1;
    /* Nearly all are small, and a division of 32 bits is far quicker than one of 64. */
    if ((a | b) <= UINT32_MAX) {
        uint32_t x = (uint32_t)a, y = (uint32_t)b;
        while (y) {
            uint32_t r = x % y;
            x = y;
            y = r;
        }
        return x;
    }
    while (b) {
        uint64_t r = a % b;
        a = b;
        b = r;
    }
    return a;
}

static void set_int64(mpz_t z, int64_t value)
{
    uint64_t m = magnitude(value);

    mpz_import(z, 1, 1, sizeof(m), 0, 0, &m);
    if (value < 0)
        mpz_neg(z, z);
}

static void load(mpq_t q, kp_num x)
{
    mpq_init(q);
    if (x.big) {
        mpz_t n, d;
        mpz_set(mpq_numref(q), mpz_roinit_n(n, x.big->n, x.big->n_size));
        mpz_set(mpq_denref(q), mpz_roinit_n(d, x.big->d, x.big->d_size));
    } else {
        set_int64(mpq_numref(q), x.n);
        set_int64(mpq_denref(q), x.d);
    }
}

static bool get_int64(const mpz_t z, int64_t *ret)
{
    uint64_t m = 0;
    size_t count = 0;

    if (mpz_sizeinbase(z, 2) > 63)
        return false;
    mpz_export(&m, &count, 1, sizeof(m), 0, 0, z);
    *ret = mpz_sgn(z) < 0 ? -(int64_t)m : (int64_t)m;
    return true;
}

static mp_limb_t *keep_limbs(kp_arena *arena, const mpz_t z)
{
    size_t bytes = mpz_size(z) * sizeof(mp_limb_t);

    return memcpy(kp_arena_alloc(arena, bytes), mpz_limbs_read(z), bytes);
}

/* The value of a canonical q, which is cleared. */
static kp_num keep(kp_arena *arena, mpq_t q)
{
    kp_num x = {0, 1, NULL};

    if (!get_int64(mpq_numref(q), &x.n) || !get_int64(mpq_denref(q), &x.d)) {
        struct kp_bignum *big = KP_NEW(arena, struct kp_bignum);
        big->n = keep_limbs(arena, mpq_numref(q));
        big->d = keep_limbs(arena, mpq_denref(q));
        big->n_size = (mp_size_t)mpz_size(mpq_numref(q)) * mpz_sgn(mpq_numref(q));
        big->d_size = (mp_size_t)mpz_size(mpq_denref(q));
        x = (kp_num){0, 1, big};
    }
    mpq_clear(q);
    return x;
}

typedef void mpq_operation(mpq_ptr, mpq_srcptr, mpq_srcptr);

static kp_num slow(kp_arena *arena, mpq_operation *operation, kp_num x, kp_num y)
{
    mpq_t a, b;

    load(a, x);
    load(b, y);
    operation(a, a, b);
    mpq_clear(b);
    return keep(arena, a);
}

kp_num kp_num_fraction(kp_arena *arena, int64_t n, int64_t d)
{
    return kp_num_div(arena, kp_num_int(n), kp_num_int(d));
}

static int64_t power_of_ten(unsigned exponent) /* 0..18 */
{
    int64_t power = 1;

    while (exponent--)
        power *= 10;
    return power;
}

kp_num kp_num_decimal(kp_arena *arena, kp_decimal value)
{
    if (value.decimals == 0)
        return kp_num_int(value.digits);
    return kp_num_fraction(arena, value.digits, power_of_ten(value.decimals));
}

/* a/b + c/d with g = gcd(b, d): (a(d/g) + c(b/g)) / (b(d/g)), reduced by what g still shares. */
static bool add_small(kp_num x, kp_num y, kp_num *ret)
{
    int64_t g, left, right, n, d, common;

    if (x.big || y.big)
        return false;
    if (x.d == 1 && y.d == 1) { /* divisions are slow, and nothing is to be divided */
        if (__builtin_add_overflow(x.n, y.n, &n) || n == INT64_MIN)
            return false;
        *ret = kp_num_int(n);
        return true;
    }
    g = (int64_t)gcd((uint64_t)x.d, (uint64_t)y.d);
    if (__builtin_mul_overflow(x.n, y.d / g, &left) || __builtin_mul_overflow(y.n, x.d / g, &right) ||
        __builtin_add_overflow(left, right, &n) || n == INT64_MIN)
        return false;
    common = (int64_t)gcd(magnitude(n), (uint64_t)g);
    if (n == 0)
        common = g;
    if (__builtin_mul_overflow(x.d / g, y.d / common, &d))
        return false;
    *ret = n == 0 ? kp_num_int(0) : (kp_num){n / common, d, NULL};
    return true;
}

kp_num kp_num_add(kp_arena *arena, kp_num x, kp_num y)
{
    kp_num sum;

    return add_small(x, y, &sum) ? sum : slow(arena, mpq_add, x, y);
}

kp_num kp_num_sub(kp_arena *arena, kp_num x, kp_num y)
{
    kp_num difference;

    if (!y.big && y.n != INT64_MIN && add_small(x, (kp_num){-y.n, y.d, NULL}, &difference))
        return difference;
    return slow(arena, mpq_sub, x, y);
}

static bool mul_small(kp_num x, kp_num y, kp_num *ret)
{
    int64_t g, h;
    kp_num r = {0, 1, NULL};

    if (x.big || y.big)
        return false;
    g = (int64_t)gcd(magnitude(x.n), (uint64_t)y.d);
    if (g > 1) { /* divisions are slow */
        x.n /= g;
        y.d /= g;
    }
    h = (int64_t)gcd(magnitude(y.n), (uint64_t)x.d);
    if (h > 1) {
        y.n /= h;
        x.d /= h;
    }
    if (__builtin_mul_overflow(x.n, y.n, &r.n) || __builtin_mul_overflow(x.d, y.d, &r.d) || r.n == INT64_MIN)
        return false;
    *ret = r;
    return true;
}

kp_num kp_num_mul(kp_arena *arena, kp_num x, kp_num y)
{
    kp_num product;

    return mul_small(x, y, &product) ? product : slow(arena, mpq_mul, x, y);
}

kp_num kp_num_div(kp_arena *arena, kp_num x, kp_num y)
{
    kp_num quotient;

    if (!y.big && y.n != INT64_MIN && y.n != 0) {
        kp_num inverse = y.n < 0 ? (kp_num){-y.d, -y.n, NULL} : (kp_num){y.d, y.n, NULL};
        if (mul_small(x, inverse, &quotient))
            return quotient;
    }
    return slow(arena, mpq_div, x, y);
}

int kp_num_sign(kp_num x)
{
    if (x.big)
        return x.big->n_size < 0 ? -1 : 1;
    return (x.n > 0) - (x.n < 0);
}

/* Whole parts first. Where they are the same, what is left is less than 1 on both sides, and has the opposite
 * order upside down: a division more, on and on as for a common divisor, but nothing that overflows. */
static int cmp_magnitudes(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    for (int sign = 1;; sign = -sign) {
        uint64_t left = a / b, right = c / d, left_rest = a % b, right_rest = c % d;
        if (left != right)
            return left < right ? -sign : sign;
        if (!left_rest || !right_rest)
            return sign * ((left_rest > 0) - (right_rest > 0));
        a = b;
        b = left_rest;
        c = d;
        d = right_rest;
    }
}

int kp_num_cmp(kp_num x, kp_num y)
{
    mpq_t a, b;
    int order;

    if (!x.big && !y.big) {
        int64_t left, right;
        if (!__builtin_mul_overflow(x.n, y.d, &left) && !__builtin_mul_overflow(y.n, x.d, &right))
            return (left > right) - (left < right);
        if ((x.n < 0) != (y.n < 0))
            return x.n < 0 ? -1 : 1;
        order = cmp_magnitudes(magnitude(x.n), (uint64_t)x.d, magnitude(y.n), (uint64_t)y.d);
        return x.n < 0 ? -order : order;
    }
    load(a, x);
    load(b, y);
    order = mpq_cmp(a, b);
    mpq_clear(a);
    mpq_clear(b);
    return (order > 0) - (order < 0);
}

kp_num kp_num_min(kp_num x, kp_num y)
{
    return kp_num_cmp(x, y) <= 0 ? x : y;
}

kp_num kp_num_max(kp_num x, kp_num y)
{
    return kp_num_cmp(x, y) >= 0 ? x : y;
}

/* |q| * 2^shift, cut off to a whole number of 63 or 64 bits whose last bit also says whether anything was cut
 * off. That is far more than a double keeps, so rounding it gives what rounding q would have given. */
static uint64_t leading_bits(mpq_t q, long shift)
{
    uint64_t bits = 0;
    mpz_ptr n = mpq_numref(q), d = mpq_denref(q);

    if (shift >= 0)
        mpz_mul_2exp(n, n, (mp_bitcnt_t)shift);
    else
        mpz_mul_2exp(d, d, (mp_bitcnt_t)-shift);
    mpz_tdiv_qr(n, d, n, d);
    mpz_export(&bits, NULL, 1, sizeof(bits), 0, 0, n);
    return bits | (mpz_sgn(d) != 0);
}

double kp_num_double(kp_num x)
{
    const int64_t exact = (int64_t)1 << 53;
    double nearest;
    long shift;
    mpq_t q;

    /* Both parts exact as doubles: the division rounds once, to the nearest. */
    if (!x.big && x.n >= -exact && x.n <= exact && x.d <= exact)
        return (double)x.n / (double)x.d;
    load(q, x);
    shift = 63 - (long)mpz_sizeinbase(mpq_numref(q), 2) + (long)mpz_sizeinbase(mpq_denref(q), 2);
    nearest = ldexp((double)leading_bits(q, shift), (int)-shift);
    mpq_clear(q);
    return kp_num_sign(x) < 0 ? -nearest : nearest;
}

/* The integer nearest to |x| * 10^decimals, half up (so half away from zero for x); z must be initialised. */
static void scaled_magnitude(mpz_t z, kp_num x, unsigned long decimals)
{
    mpq_t q;

    load(q, x);
    mpz_abs(mpq_numref(q), mpq_numref(q));
    mpz_ui_pow_ui(z, 10, decimals);
    mpz_mul(z, z, mpq_numref(q));
    /* floor((2 n + d) / 2 d) */
    mpz_mul_2exp(z, z, 1);
    mpz_add(z, z, mpq_denref(q));
    mpz_mul_2exp(mpq_denref(q), mpq_denref(q), 1);
    mpz_fdiv_q(z, z, mpq_denref(q));
    mpq_clear(q);
}

/* |x| * 10^decimals rounded half up, when 128 bits are not needed for it. Zeros at its end are left out:
 * *decimals then becomes fewer, but not always as few as could be. */
static bool scaled_small(kp_num x, unsigned *decimals, uint64_t *ret)
{
    const uint64_t d = (uint64_t)x.d;
    uint64_t whole = magnitude(x.n) / d, rest = magnitude(x.n) - whole * d;
    unsigned done = 0;

    if (x.big)
        return false;
    /* Several decimals at a time, where rest < d surely has room for it: a division for each would be slow.
     */
    while (done < *decimals && rest > 0) {
        unsigned step = d > UINT32_MAX ? 1 : done ? 9 : 3;
        uint64_t power, next;
        if (step > *decimals - done)
            step = *decimals - done;
        power = (uint64_t)power_of_ten(step);
        if (rest > UINT64_MAX / power || whole > (UINT64_MAX - power) / power)
            return false;
        next = rest * power;
        whole = whole * power + next / d;
        rest = next % d;
        done += step;
    }
    *decimals = done;
    *ret = whole + (rest >= d - rest);
    return true;
}

kp_num kp_num_round(kp_arena *arena, kp_num x, unsigned decimals)
{
    unsigned made = decimals;
    uint64_t small;
    mpq_t q;

    if (scaled_small(x, &made, &small) && small <= INT64_MAX)
        return kp_num_fraction(arena, x.n < 0 ? -(int64_t)small : (int64_t)small, power_of_ten(made));
    mpq_init(q);
    scaled_magnitude(mpq_numref(q), x, decimals);
    if (kp_num_sign(x) < 0)
        mpz_neg(mpq_numref(q), mpq_numref(q));
    mpz_ui_pow_ui(mpq_denref(q), 10, decimals);
    mpq_canonicalize(q);
    return keep(arena, q);
}

/* "12345" with two decimals and a sign -> "-123.45". */
static char *place_point(kp_arena *arena, const char *digits, unsigned decimals, bool negative)
{
    size_t length = strlen(digits), zeros = length <= decimals ? decimals + 1 - length : 0;
    char *text = kp_arena_alloc(arena, length + zeros + 3), *end = text;

    if (negative)
        *end++ = '-';
    memset(end, '0', zeros);
    memcpy(end + zeros, digits, length);
    end += zeros + length;
    if (decimals) {
        memmove(end - decimals + 1, end - decimals, decimals);
        end[-(ptrdiff_t)decimals] = '.';
        end++;
    }
    *end = '\0';
    return text;
}

static char *fixed(kp_arena *arena, kp_num x, unsigned decimals)
{
    mpz_t z;
    char *digits, *text;
    bool zero;

    mpz_init(z);
    scaled_magnitude(z, x, decimals);
    zero = mpz_sgn(z) == 0;
    digits = mpz_get_str(kp_arena_alloc(arena, mpz_sizeinbase(z, 10) + 2), 10, z);
    text = place_point(arena, digits, decimals, kp_num_sign(x) < 0 && !zero);
    mpz_clear(z);
    return text;
}

/* scaled * 10^-decimals, written from its last digit on. */
static char *small_text(kp_arena *arena, uint64_t scaled, unsigned decimals, bool negative)
{
    size_t size = (decimals < 20 ? 20 : decimals + 1) + sizeof("-.");
    char *start = (char *)kp_arena_alloc(arena, size) + size - 1; /* on the NUL */

    for (unsigned place = 0; place <= decimals || scaled; place++) {
        if (place == decimals && decimals)
            *--start = '.';
        *--start = (char)('0' + scaled % 10);
        scaled /= 10;
    }
    if (negative)
        *--start = '-';
    return start;
}

char *kp_num_fixed(kp_arena *arena, kp_num x, unsigned decimals)
{
    unsigned made = decimals;
    uint64_t scaled;

    if (!scaled_small(x, &made, &scaled))
        return fixed(arena, x, decimals);
    for (; made < decimals; made++)
        if (__builtin_mul_overflow(scaled, (uint64_t)10, &scaled))
            return fixed(arena, x, decimals);
    return small_text(arena, scaled, decimals, kp_num_sign(x) < 0 && scaled != 0);
}

/* The exponent e with 10^e <= |x| < 10^(e+1); x is not 0. */
static long exponent_of(kp_num x)
{
    mpq_t q;
    mpz_t power;
    long e = 0;

    if (!x.big && x.d < INT64_MAX / 10) { /* then 10 n < 10 d does not overflow */
        uint64_t n = magnitude(x.n), d = (uint64_t)x.d;
        for (; n < d; n *= 10)
            e--;
        for (uint64_t whole = n / d; whole >= 10; whole /= 10)
            e++;
        return e;
    }
    load(q, x);
    mpz_abs(mpq_numref(q), mpq_numref(q));
    e = (long)mpz_sizeinbase(mpq_numref(q), 10) - (long)mpz_sizeinbase(mpq_denref(q), 10) + 1;
    /* sizeinbase may be one too large: e is at most 2 too high. Step down until 10^e * d <= n. */
    mpz_init(power);
    for (;; e--) {
        mpz_ui_pow_ui(power, 10, (unsigned long)(e < 0 ? -e : e));
        if (e < 0)
            mpz_mul(power, power, mpq_numref(q));
        else
            mpz_mul(power, power, mpq_denref(q));
        if ((e < 0 ? mpz_cmp(power, mpq_denref(q)) : mpz_cmp(mpq_numref(q), power)) >= 0)
            break;
    }
    mpz_clear(power);
    mpq_clear(q);
    return e;
}

static char *trim_zeros(char *text)
{
    char *point = strchr(text, '.'), *end;

    if (point) {
        end = text + strlen(text);
        while (end[-1] == '0')
            *--end = '\0';
        if (end - 1 == point)
            *point = '\0';
    }
    return text;
}

char *kp_num_digits(kp_arena *arena, kp_num x, unsigned significant)
{
    long decimals;
    unsigned made;
    kp_num unit, scaled;
    uint64_t small;

    if (!x.big && x.d == 1 && magnitude(x.n) < 1000000 && significant >= 6)
        return small_text(arena, magnitude(x.n), 0, x.n < 0);
    if (kp_num_sign(x) == 0)
        return kp_arena_strdup(arena, "0");
    decimals = (long)significant - 1 - exponent_of(x);
    made = (unsigned)decimals;
    if (decimals >= 0 && scaled_small(x, &made, &small)) {
        for (; made > 0 && small % 10 == 0; made--)
            small /= 10;
        return small_text(arena, small, made, kp_num_sign(x) < 0);
    }
    if (decimals >= 0)
        return trim_zeros(kp_num_fixed(arena, x, (unsigned)decimals));
    /* Beyond the point: round to a multiple of 10^-decimals. */
    unit = kp_num_int(1);
    for (long i = 0; i < -decimals; i++)
        unit = kp_num_mul(arena, unit, kp_num_int(10));
    scaled = kp_num_round(arena, kp_num_div(arena, x, unit), 0);
    return kp_num_fixed(arena, kp_num_mul(arena, scaled, unit), 0);
}

kp_num kp_decimal_half_unit(kp_arena *arena, kp_decimal value)
{
    kp_num half = kp_num_fraction(arena, 1, 2);

    return kp_num_div(arena, half, kp_num_int(power_of_ten(value.decimals)));
}

char *kp_decimal_text(kp_arena *arena, kp_decimal value)
{
    return small_text(arena, magnitude(value.digits), value.decimals, value.digits < 0);
}

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

kp_decimal_error kp_decimal_parse(const char *text, kp_decimal *ret_value)
{
    const char *start = text + (*text == '-'), *p;
    size_t whole = count_digits(start), decimals = 0;
    int64_t digits = 0;

    if (whole == 0)
        return KP_DECIMAL_NOT_A_NUMBER;
    p = start + whole;
    if (*p == '.' || *p == ',') {
        decimals = count_digits(p + 1);
        if (decimals == 0 || p[1 + decimals] != '\0')
            return KP_DECIMAL_NOT_A_NUMBER;
        if (*p == ',')
            return KP_DECIMAL_COMMA;
    } else if (*p) {
        return KP_DECIMAL_NOT_A_NUMBER;
    }
    if (whole > 1 && *start == '0')
        return KP_DECIMAL_LEADING_ZERO;
    if (whole + decimals > 18)
        return KP_DECIMAL_TOO_LONG;
    for (p = start; *p; p++)
        if (*p != '.')
            digits = digits * 10 + (*p - '0');
    *ret_value = (kp_decimal){*text == '-' ? -digits : digits, (uint8_t)decimals};
    return KP_DECIMAL_OK;
}

const char *kp_num_for_people(kp_arena *arena, const char *number, bool comma)
{
    char *copy = kp_arena_strdup(arena, number), *point = strchr(copy, '.');

    if (point && comma)
        *point = ',';
    return *copy == '-' ? kp_arena_printf(arena, "\xE2\x88\x92%s", copy + 1) : copy;
}
