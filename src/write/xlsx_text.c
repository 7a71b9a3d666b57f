#include "xlsx_internal.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/utf8.h"

/* One character as it may stand in a cell; returns the bytes taken from @p text. */
static size_t keep(const char *text, size_t left, char **end)
{
    uint32_t code;
    size_t n = kp_utf8_decode(text, left, &code);

    if (n == 0)
        return 1; /* no UTF-8: xlsx_check() has refused it before */
    if (code == '\t') {
        *(*end)++ = ' '; /* programs show a tab as nothing, or as a box */
    } else if (code != '\r' && !kp_utf8_is_control(code)) {
        memcpy(*end, text, n);
        *end += n;
    }
    return n;
}

/* Bytes at the beginning that stay as they are, by a look at single bytes: nearly every text is clean to its
 * end, and needs no copy. Bytes that may begin what is left out end the beginning. */
static size_t clean_beginning(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;

    while ((*p >= ' ' && *p != 0x7F && *p != 0xC2 && *p != 0xEF) || *p == '\n')
        p++;
    return (size_t)((const char *)p - text);
}

static const char *without_controls(kp_arena *arena, const char *text)
{
    size_t clean = clean_beginning(text), left;
    char *kept, *end;

    if (!text[clean])
        return text;
    left = strlen(text);
    kept = kp_arena_alloc(arena, left + 1);
    memcpy(kept, text, clean);
    end = kept + clean;
    text += clean;
    left -= clean;
    while (left) {
        size_t n = keep(text, left, &end);
        text += n;
        left -= n;
    }
    return kept;
}

const char *xlsx_plain(kp_arena *arena, const char *text, size_t units)
{
    return kp_cut_units(arena, without_controls(arena, text), units);
}

/* ---- _xHHHH_ ---- */

size_t xlsx_count_escapes(const char *text)
{
    size_t count = 0;

    for (; (text = strchr(text, '_')) != NULL; text++)
        count += kp_is_cell_escape(text);
    return count;
}

static const char underscore[] = "_x005F_";

static const char *escape(kp_arena *arena, const char *text, size_t count)
{
    char *escaped = kp_arena_alloc(arena, strlen(text) + count * strlen(underscore) + 1), *end = escaped;

    for (; *text; text++) {
        if (kp_is_cell_escape(text)) {
            memcpy(end, underscore, strlen(underscore));
            end += strlen(underscore);
        } else {
            *end++ = *text;
        }
    }
    return escaped;
}

/* Bytes of the longest beginning that has room for an ellipsis when its escapes are written. */
static size_t beginning_that_fits(const char *text, size_t units)
{
    size_t left = strlen(text), length = 0, written = 0, n;
    uint32_t code;

    while ((n = kp_utf8_decode(text + length, left - length, &code)) > 0) {
        written += kp_is_cell_escape(text + length) ? strlen(underscore) : code > 0xFFFF ? 2 : 1;
        if (written > units - 1)
            break;
        length += n;
    }
    return length;
}

/* What is written counts, for the library and for programs: a text that its escapes make too long is cut. */
const char *xlsx_escaped(kp_arena *arena, const char *text, size_t units)
{
    const char *plain = without_controls(arena, text);
    size_t count = xlsx_count_escapes(plain), more = count * (strlen(underscore) - 1);

    if (strlen(plain) + more > units /* a unit has at least a byte */ &&
        kp_utf8_utf16_units(plain) + more > units) {
        plain = kp_arena_printf(arena, "%.*s…", (int)beginning_that_fits(plain, units), plain);
        count = xlsx_count_escapes(plain);
    }
    return count ? escape(arena, plain, count) : plain;
}

/* ---- attributes, footers ---- */

const char *xlsx_attribute(kp_arena *arena, const char *text, size_t units)
{
    const size_t most = LXW_MAX_ATTRIBUTE_LENGTH - 1;
    const char *fit = xlsx_plain(arena, text, units);

    while (strlen(fit) > most) {
        size_t over = strlen(fit) - most, length = kp_utf8_utf16_units(fit);
        /* A unit has at most 3 bytes: this takes few rounds and never too much. */
        fit = kp_cut_units(arena, fit, length - (over + 2) / 3);
    }
    return fit;
}

static const char *doubled_ampersands(kp_arena *arena, const char *text)
{
    char *doubled = kp_arena_alloc(arena, 2 * strlen(text) + 1), *end = doubled;

    for (; *text; text++) {
        if (*text == '&')
            *end++ = '&';
        *end++ = *text;
    }
    return doubled;
}

/* Its lines, without blanks at their ends. */
static const char *footer_lines(kp_arena *arena, const char *text)
{
    const char *lines = "", *between = "";

    while (*text) {
        size_t length = strcspn(text, "\n");
        const char *line = kp_utf8_one_line(arena, kp_arena_strndup(arena, text, length));
        if (*line) {
            lines = kp_arena_printf(arena, "%s%s%s", lines, between, line);
            between = "\n";
        }
        text += length + (text[length] == '\n');
    }
    return lines;
}

const char *xlsx_footer(kp_arena *arena, const char *left)
{
    static const char before[] = "&L", after[] = "&R&P / &N";
    const size_t most = 255 - strlen(before) - strlen(after);
    const char *plain = footer_lines(arena, xlsx_plain(arena, left, most));
    const char *text = doubled_ampersands(arena, plain);

    while (kp_utf8_utf16_units(text) > most) {
        plain = kp_cut_units(arena, plain, kp_utf8_utf16_units(plain) - 1);
        text = doubled_ampersands(arena, plain);
    }
    return kp_arena_printf(arena, "%s%s%s", before, text, after);
}

char *xlsx_owned(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);

    if (!copy)
        kp_out_of_memory();
    return memcpy(copy, text, size);
}

char *xlsx_quoted(kp_arena *arena, const char *text)
{
    char *quoted = kp_arena_alloc(arena, 2 * strlen(text) + 3), *end = quoted;

    *end++ = '"';
    for (; *text; text++) {
        if (*text == '"')
            *end++ = '"';
        *end++ = *text;
    }
    *end++ = '"';
    *end = '\0';
    return quoted;
}
