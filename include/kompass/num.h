/* kompass/num.h - exact numbers.
 *
 * A kp_num is a rational number, always in lowest terms. It is a plain value:
 * copy it freely, there is nothing to free. Numbers whose numerator or
 * denominator exceeds 64 bits keep their digits in the arena that was given
 * to the operation that made them, and live as long as that arena.
 *
 * Rounding happens nowhere but in the functions whose names say so, once, for
 * display, half away from zero: 0.5 -> 1, -0.5 -> -1 (contract, section 3).
 */
#ifndef KOMPASS_NUM_H
#define KOMPASS_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/arena.h"

typedef struct kp_num {
    int64_t n;                   /**< numerator, when big is NULL */
    int64_t d;                   /**< denominator > 0, when big is NULL */
    const struct kp_bignum *big; /**< else the digits; borrowed from an arena */
} kp_num;

/** A decimal number exactly as a person wrote it: digits / 10^decimals. */
typedef struct kp_decimal {
    int64_t digits;   /**< with sign; at most 18 digits */
    uint8_t decimals; /**< digits after the point, as written: 0..17 */
} kp_decimal;

static inline kp_num kp_num_int(int64_t value)
{
    return (kp_num){.n = value, .d = 1};
}

/** n/d in lowest terms. @p d must not be 0. */
kp_num kp_num_fraction(kp_arena *arena, int64_t n, int64_t d);
kp_num kp_num_decimal(kp_arena *arena, kp_decimal value);

kp_num kp_num_add(kp_arena *arena, kp_num x, kp_num y);
kp_num kp_num_sub(kp_arena *arena, kp_num x, kp_num y);
kp_num kp_num_mul(kp_arena *arena, kp_num x, kp_num y);
/** x / y. @p y must not be 0. */
kp_num kp_num_div(kp_arena *arena, kp_num x, kp_num y);

/** -1, 0 or 1. */
int kp_num_sign(kp_num x);
/** -1, 0 or 1 as x is less than, equal to or greater than y; exact. */
int kp_num_cmp(kp_num x, kp_num y);
kp_num kp_num_min(kp_num x, kp_num y);
kp_num kp_num_max(kp_num x, kp_num y);

/** The nearest double (ties to even). */
double kp_num_double(kp_num x);

/** @p x rounded to @p decimals (0..18) digits after the point, half away from zero. */
kp_num kp_num_round(kp_arena *arena, kp_num x, unsigned decimals);

/** @p x with exactly @p decimals digits after a point, half away from zero; never "-0". */
char *kp_num_fixed(kp_arena *arena, kp_num x, unsigned decimals);

/**
 * @p x with at most @p significant (1..18) significant digits, half away from
 * zero, without trailing zeros and without an exponent: 501.8, 100, 0.000125.
 */
char *kp_num_digits(kp_arena *arena, kp_num x, unsigned significant);

/** Half a unit of the last decimal that was written: 5 / 10^(decimals + 1). */
kp_num kp_decimal_half_unit(kp_arena *arena, kp_decimal value);

/** The decimal as text, as it was written but for superfluous signs: "-0" is "0". */
char *kp_decimal_text(kp_arena *arena, kp_decimal value);

/** A number's text as people write it: "-12.5" with a true minus and, where @p comma, a decimal comma. */
const char *kp_num_for_people(kp_arena *arena, const char *number, bool comma);

typedef enum kp_decimal_error {
    KP_DECIMAL_OK,
    KP_DECIMAL_NOT_A_NUMBER,
    KP_DECIMAL_COMMA,        /**< a number but for its decimal comma */
    KP_DECIMAL_LEADING_ZERO, /**< 010 */
    KP_DECIMAL_TOO_LONG      /**< more than 18 digits */
} kp_decimal_error;

/**
 * Read the contract's number form: -?[0-9]+(\.[0-9]+)? without superfluous
 * leading zeros, at most 18 digits, the 0 before a point among them.
 * @param ret_value set on KP_DECIMAL_OK, untouched otherwise
 */
kp_decimal_error kp_decimal_parse(const char *text, kp_decimal *ret_value);

#endif
