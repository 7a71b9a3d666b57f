#include "kompass/book.h"

#include <string.h>

#include "kompass/utf8.h"

/* ---- cells and ranges ---- */

/* Names are made from their ends: a workbook of a thousand formulas holds thousands of them. */
enum { LONGEST_NAME = 32 };

/* Letters of a column, put before @p end; returns where they begin. */
static char *put_column(char *end, uint32_t column)
{
    /* Digits from A to Z without a zero: AA follows Z. */
    for (uint32_t rest = column + 1; rest; rest = (rest - 1) / 26)
        *--end = (char)('A' + (rest - 1) % 26);
    return end;
}

static char *put_row(char *end, uint32_t row)
{
    uint64_t rest = (uint64_t)row + 1;

    for (; rest; rest /= 10)
        *--end = (char)('0' + rest % 10);
    return end;
}

const char *kp_column_name(kp_arena *arena, uint32_t column)
{
    char letters[LONGEST_NAME], *end = letters + sizeof(letters), *start = put_column(end, column);

    return kp_arena_strndup(arena, start, (size_t)(end - start));
}

const char *kp_cell_name(kp_arena *arena, uint32_t row, uint32_t column)
{
    char name[LONGEST_NAME], *end = name + sizeof(name), *start = put_column(put_row(end, row), column);

    return kp_arena_strndup(arena, start, (size_t)(end - start));
}

const char *kp_cell_fixed(kp_arena *arena, uint32_t row, uint32_t column)
{
    char name[LONGEST_NAME], *end = name + sizeof(name), *start = put_row(end, row);

    *--start = '$';
    start = put_column(start, column);
    *--start = '$';
    return kp_arena_strndup(arena, start, (size_t)(end - start));
}

/* In quotes always: which names need them differs from program to program. None has quotes of its own, see
 * kp_fit_sheet_name(). Returns the end. */
static char *put_quoted(char *end, const char *name)
{
    const size_t length = strlen(name);

    *end++ = '\'';
    memcpy(end, name, length);
    end += length;
    *end++ = '\'';
    *end = '\0';
    return end;
}

static size_t quoted_size(const char *name)
{
    return strlen(name) + sizeof("''");
}

const char *kp_sheet_quoted(kp_arena *arena, const kp_sheet *sheet)
{
    char *quoted = kp_arena_alloc(arena, quoted_size(sheet->name));

    put_quoted(quoted, sheet->name);
    return quoted;
}

static const char *on_sheet(kp_arena *arena, const kp_sheet *sheet, const char *cells)
{
    char *text = kp_arena_alloc(arena, quoted_size(sheet->name) + strlen(cells) + 1);
    char *end = put_quoted(text, sheet->name);

    *end++ = '!';
    memcpy(end, cells, strlen(cells) + 1);
    return text;
}

const char *kp_cell_from(kp_arena *arena, const kp_sheet *from, const kp_sheet *sheet, uint32_t row,
                         uint32_t column)
{
    if (from == sheet)
        return kp_cell_name(arena, row, column);
    return on_sheet(arena, sheet, kp_cell_fixed(arena, row, column));
}

const char *kp_range_from(kp_arena *arena, const kp_sheet *from, kp_range range)
{
    const char *cells = kp_cell_fixed(arena, range.first_row, range.first_column);

    if (range.last_row != range.first_row || range.last_column != range.first_column)
        cells =
            kp_arena_printf(arena, "%s:%s", cells, kp_cell_fixed(arena, range.last_row, range.last_column));
    if (from == range.sheet)
        return cells;
    return on_sheet(arena, range.sheet, cells);
}

/* ---- links ---- */

static const char place_in_book[] = "internal:";

const char *kp_link_to(kp_arena *arena, const kp_sheet *sheet, uint32_t row, uint32_t column)
{
    return kp_arena_printf(arena, "%s%s!%s", place_in_book, kp_sheet_quoted(arena, sheet),
                           kp_cell_name(arena, row, column));
}

/* The bytes that some writer escapes in an address count three times. */
static size_t escaped_length(const char *address)
{
    size_t length = 0;

    for (; *address; address++)
        length += strchr(" \"<>[]`^{}%", *address) ? 3 : 1;
    return length;
}

static bool is_text_of_letters(const char *text)
{
    size_t left = strlen(text), n;
    uint32_t code;

    for (; left; text += n, left -= n) {
        n = kp_utf8_decode(text, left, &code);
        if (n == 0 || code <= ' ' || code == 0x85 || kp_utf8_is_control(code))
            return false;
    }
    return true;
}

bool kp_is_target(const char *target)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};

    if (!target)
        return false;
    if (strncmp(target, place_in_book, strlen(place_in_book)) == 0)
        return target[strlen(place_in_book)] == '\'';
    /* The library looks for these words anywhere in an address. */
    if (strstr(target, "internal:") || strstr(target, "external:"))
        return false;
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        size_t length = strlen(schemes[i]);
        if (strncmp(target, schemes[i], length) == 0)
            return target[length] && is_text_of_letters(target) && escaped_length(target) <= 2079;
    }
    return false;
}

/* ---- texts with a limit ---- */

const char *kp_cut_units(kp_arena *arena, const char *text, size_t units)
{
    static const char ellipsis[] = "…";
    size_t left = strlen(text), length = 0, n, used = 0;
    uint32_t code;

    if (kp_utf8_utf16_units(text) <= units)
        return text;
    while ((n = kp_utf8_decode(text + length, left - length, &code)) > 0) {
        used += code > 0xFFFF ? 2 : 1;
        if (used > units - 1)
            break;
        length += n;
    }
    while (length && text[length - 1] == ' ')
        length--;
    return kp_arena_printf(arena, "%.*s%s", (int)length, text, ellipsis);
}

/* ---- names of sheets ---- */

/* Capitals and the distance to their small letters; with step 2 every other code point is a capital. */
static const struct {
    uint32_t first, last, step;
    uint32_t distance;
} capitals[] = {
    {'A', 'Z', 1, 32},      {0xC0, 0xD6, 1, 32},    {0xD8, 0xDE, 1, 32},   {0x100, 0x12E, 2, 1},
    {0x132, 0x136, 2, 1},   {0x139, 0x147, 2, 1},   {0x14A, 0x176, 2, 1},  {0x179, 0x17D, 2, 1},
    {0x391, 0x3A1, 1, 32},  {0x3A3, 0x3AB, 1, 32},  {0x400, 0x40F, 1, 80}, {0x410, 0x42F, 1, 32},
    {0x1E00, 0x1E94, 2, 1}, {0x1EA0, 0x1EFE, 2, 1},
};

static uint32_t small_letter(uint32_t code)
{
    for (size_t i = 0; i < sizeof(capitals) / sizeof(capitals[0]); i++)
        if (code >= capitals[i].first && code <= capitals[i].last &&
            (code - capitals[i].first) % capitals[i].step == 0)
            return code + capitals[i].distance;
    return code == 0x178 ? 0xFF : code;
}

int kp_compare_folded(const char *a, const char *b)
{
    size_t a_left = strlen(a), b_left = strlen(b), n, m;
    uint32_t x, y;

    while (a_left && b_left) {
        n = kp_utf8_decode(a, a_left, &x);
        m = kp_utf8_decode(b, b_left, &y);
        x = small_letter(x);
        y = small_letter(y);
        if (n == 0 || m == 0) /* no UTF-8 */
            return strcmp(a, b);
        if (x != y)
            return x < y ? -1 : 1;
        a += n, a_left -= n;
        b += m, b_left -= m;
    }
    return (a_left > 0) - (b_left > 0);
}

bool kp_same_sheet_name(const char *a, const char *b)
{
    return kp_compare_folded(a, b) == 0;
}

static size_t without_blanks(char *text, size_t length)
{
    size_t start = 0;

    while (length && text[length - 1] == ' ')
        length--;
    while (start < length && text[start] == ' ')
        start++;
    memmove(text, text + start, length - start);
    text[length - start] = '\0';
    return length - start;
}

bool kp_is_cell_escape(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 &&
           text[6] == '_';
}

const char *kp_fit_sheet_name(kp_arena *arena, const char *name)
{
    static const char apostrophe[] = "\xE2\x80\x99";
    char *fit = kp_arena_alloc(arena, 3 * strlen(name) + 1), *end = fit; /* that one has three bytes */
    size_t left = strlen(name), n;
    uint32_t code;

    for (; left; name += n, left -= n) {
        n = kp_utf8_decode(name, left, &code);
        if (n == 0) {
            n = 1; /* no UTF-8: texts from files were checked, so this is a bug that need not spread */
        } else if (code < ' ' || code == 0x85 || kp_utf8_is_control(code)) {
            if (end > fit && end[-1] != ' ')
                *end++ = ' ';
        } else if (code < 0x80 && (strchr("[]:*?/\\#", (int)code) || kp_is_cell_escape(name))) {
            *end++ = '-';
        } else if (code == '\'') { /* in a formula it is doubled, which Gnumeric does not read */
            memcpy(end, apostrophe, sizeof(apostrophe) - 1);
            end += sizeof(apostrophe) - 1;
        } else {
            memcpy(end, name, n);
            end += n;
        }
    }
    if (without_blanks(fit, (size_t)(end - fit)) == 0)
        return "Sheet";
    if (kp_same_sheet_name(fit, "History")) /* Excel keeps that name for itself */
        return "History_";
    return kp_cut_units(arena, fit, KP_MAX_NAME_UNITS);
}
