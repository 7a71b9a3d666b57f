#include "read_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kompass/utf8.h"

/* ---- texts ---- */

/* The value of _xHHHH_ at @p text, or -1. */
static long escape_at(const char *text, size_t left)
{
    long value = 0;

    if (left < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        char c = text[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                           : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static bool is_high(long unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(long unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* The character at @p text, escaped or not; returns the bytes it takes. */
static size_t next(const char *text, size_t left, uint32_t *ret_code)
{
    enum { ESCAPE = 7 };
    long unit = escape_at(text, left), second;
    size_t n;

    if (unit < 0) {
        n = kp_utf8_decode(text, left, ret_code);
        if (n)
            return n;
        *ret_code = '?'; /* expat lets no such byte through */
        return 1;
    }
    *ret_code = (uint32_t)unit;
    if (is_high(unit) && is_low(second = escape_at(text + ESCAPE, left - ESCAPE))) {
        *ret_code = 0x10000 + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(second - 0xDC00);
        return 2 * (size_t)ESCAPE;
    }
    if (is_high(unit) || is_low(unit))
        *ret_code = 0xFFFD;
    return ESCAPE;
}

/* Word breaks lines with a vertical tab, old programs with a carriage return. */
static uint32_t line_break_of(uint32_t code)
{
    return code == '\r' || code == 0x0B || code == 0x0C ? '\n' : code;
}

static bool is_unwanted(uint32_t code)
{
    return (kp_utf8_is_control(code) && code != '\n') || code == 0xFFFE || code == 0xFFFF;
}

bool kp_read_more_text(kp_book_reader *reader, kp_buf *text, const char *piece, size_t length)
{
    if (text->length + length > reader->text_left || text->length + length > KP_WORKBOOK_MAX_ONE_TEXT)
        return kp_trouble_set(reader->trouble, KP_HAS_TOO_MUCH, NULL);
    kp_buf_add(text, piece, length);
    return true;
}

const char *kp_read_text_of(kp_book_reader *reader, const char *text, size_t length, bool *ret_left_out)
{
    char *kept, *end;
    uint32_t code, before = 0;
    size_t n;

    *ret_left_out = false;
    if (length > reader->text_left) {
        kp_trouble_set(reader->trouble, KP_HAS_TOO_MUCH, NULL);
        return NULL;
    }
    reader->text_left -= length;
    /* Nothing grows: an escape has seven bytes, and what it stands for at most four. */
    kept = end = kp_arena_alloc(reader->arena, length + 1);
    for (; length; text += n, length -= n) {
        uint32_t raw;
        n = next(text, length, &raw);
        code = line_break_of(raw);
        if (raw == '\n' && before == '\r')
            code = 0; /* CR LF is one line break */
        else if (is_unwanted(code))
            *ret_left_out = true, code = 0;
        before = raw;
        if (code)
            end += kp_utf8_encode(code, end);
    }
    *end = '\0';
    return kept;
}

/* ---- numbers ---- */

/* Whole numbers as they are mostly written: nothing to work out. */
static bool is_plain_number(const char *text, size_t most)
{
    size_t length = strspn(text, "0123456789");

    return length && length <= most && !text[length] && (*text != '0' || length == 1);
}

/* Spreadsheet programs show 15 digits of a number, and so do people mean it: 0.30000000000000004 is 0.3. */
const char *kp_read_number_of(kp_arena *arena, const char *text)
{
    enum { SIGNIFICANT = 15, MOST_DECIMALS = 18 };
    char *end, *digits, *point;
    double value;
    int decimals;

    if (is_plain_number(text, SIGNIFICANT))
        return kp_arena_strdup(arena, text);
    value = strtod(text, &end);
    if (end == text || *end || !isfinite(value) || fabs(value) >= 1e15)
        return NULL;
    decimals = value == 0 ? 0 : SIGNIFICANT - 1 - (int)floor(log10(fabs(value)));
    if (decimals < 0)
        decimals = 0;
    if (decimals > MOST_DECIMALS)
        decimals = MOST_DECIMALS;
    digits = kp_arena_printf(arena, "%.*f", decimals, value);
    point = strchr(digits, '.');
    if (point) {
        for (end = digits + strlen(digits); end[-1] == '0'; end--)
            ;
        *(end[-1] == '.' ? end - 1 : end) = '\0';
    }
    return strcmp(digits, "-0") == 0 ? "0" : digits;
}

/* Days from 1970-01-01 as a date (the well-known arithmetic on eras of 400 years from March on). */
static const char *date_of_days(kp_arena *arena, long days)
{
    long shifted = days + 719468, era = shifted / 146097, of_era = shifted % 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long month_from_march = (5 * of_year + 2) / 153;
    long day = of_year - (153 * month_from_march + 2) / 5 + 1;
    long month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    long year = year_of_era + era * 400 + (month <= 2);

    return kp_arena_printf(arena, "%04ld-%02ld-%02ld", year, month, day);
}

const char *kp_read_date_of(kp_arena *arena, const char *text, bool from_1904)
{
    char *end;
    double serial = strtod(text, &end);
    long day;

    if (end == text || *end || !(serial >= 0) || serial > 2958465) /* the end of 9999 */
        return NULL;
    day = (long)floor(serial);
    if (from_1904)
        return date_of_days(arena, day - 24107);
    if (day < 1 || day == 60) /* the 29th of February 1900, which never was */
        return NULL;
    return date_of_days(arena, day - (day < 60 ? 25568 : 25569));
}
