#include "scan.h"

#include <string.h>

#include "kompass/diag.h"
#include "kompass/utf8.h"

/* libyaml reports a bad byte at 1:1, and a lone CR, NEL or LINE SEPARATOR shifts its line numbers away from
 * what an editor shows. So the bytes are looked at first, and libyaml only sees files whose lines are lines.
 */

static bool is_utf16(const kp_source *source)
{
    const unsigned char *p = (const unsigned char *)source->text;

    if (source->length < 2)
        return false;
    if ((p[0] == 0) != (p[1] == 0))
        return true; /* without a byte order mark: every other byte of "kompass" is 0 */
    return (p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF) ||
           (source->length >= 4 && p[0] == 0 && p[2] == 0xFE && p[3] == 0xFF);
}

static bool begins(const kp_source *source, const char *bytes, size_t length)
{
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

static bool holds(const kp_source *source, const char *words)
{
    size_t length = strlen(words);
    const char *end = source->text + source->length;

    for (const char *p = source->text; p && (size_t)(end - p) >= length; p++) {
        p = memchr(p, words[0], (size_t)(end - p) - length + 1);
        if (!p || memcmp(p, words, length) == 0)
            return p != NULL;
    }
    return false;
}

/* A file of the sort that people also keep evaluations in, or KP_PHRASE__COUNT. The names of its parts stand
 * unpacked in a workbook of today. */
static kp_phrase_id packed_as(const kp_source *source)
{
    if (begins(source, "PK\3\4", 4))
        return holds(source, "xl/workbook.") ? KP_P_WORKBOOK : KP_P_ZIP_FILE;
    if (begins(source, "%PDF-", 5))
        return KP_P_PDF_FILE;
    return begins(source, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) ? KP_P_OLD_OFFICE_FILE : KP_PHRASE__COUNT;
}

/* The name of a character that breaks lines for YAML alone, or NULL. */
static const char *odd_line_break(const kp_source *source, size_t at, uint32_t code)
{
    switch (code) {
    case '\r':
        return at + 1 < source->length && source->text[at + 1] == '\n' ? NULL : "U+000D (CR)";
    case 0x85:
        return "U+0085 (NEXT LINE)";
    case 0x2028:
        return "U+2028 (LINE SEPARATOR)";
    case 0x2029:
        return "U+2029 (PARAGRAPH SEPARATOR)";
    default:
        return NULL;
    }
}

/* What is wrong with the character at a byte; false where nothing is. */
static bool report_character(const kp_source *source, size_t at, size_t n, uint32_t code, kp_place place,
                             kp_sink *sink)
{
    const char *line_break;
    char name[16] = "U+";

    if (n == 0) {
        kp_report(sink, KP_D_NOT_UTF8, place, NULL);
        return true;
    }
    line_break = odd_line_break(source, at, code);
    if (line_break) {
        kp_report(sink, KP_D_LINE_BREAK, place, line_break);
        return true;
    }
    if (!kp_utf8_is_control(code) && code != 0xFEFF) /* a byte order mark inside: two files were joined */
        return false;
    for (int i = 0; i < 4; i++)
        name[2 + i] = "0123456789ABCDEF"[code >> (12 - 4 * i) & 15];
    kp_report(sink, KP_D_CONTROL, place, name);
    return true;
}

/* How many bytes from here are printable ASCII: characters of their own that cannot be wrong, and nearly all
 * of a file. They are looked at eight at a time. */
static size_t printable_run(const char *text, size_t length)
{
    const uint64_t ones = UINT64_MAX / 255, highs = ones << 7;
    size_t run = 0;

    for (uint64_t eight; length - run >= 8; run += 8) {
        memcpy(&eight, text + run, 8);
        /* A high bit is left behind by a byte that has one, by one below the blank, and by DEL. */
        eight = (eight | (eight - ones * ' ') | (eight + ones)) & highs;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        if (eight)
            return run + (size_t)__builtin_ctzll(eight) / 8; /* what it borrows and carries only reaches on */
#else
        if (eight)
            break;
#endif
    }
    while (run < length && text[run] >= ' ' && text[run] <= '~')
        run++;
    return run;
}

/* A letter such as å or é: two bytes, and no control character or line break. */
static bool is_letter_of_two(const char *text, size_t length)
{
    const unsigned char *p = (const unsigned char *)text;

    return length >= 2 && p[0] >= 0xC3 && p[0] <= 0xDF && (p[1] & 0xC0) == 0x80;
}

bool kp_yaml_scan(kp_arena *arena, const kp_source *source, kp_sink *sink)
{
    kp_phrase_id packed = packed_as(source);
    kp_place place = {source, 1, 1, 1};
    bool clean = true, encoding_told = false, cr_told = false;
    size_t at = kp_source_bom(source);

    if (packed != KP_PHRASE__COUNT) {
        kp_report_file(sink, KP_D_PACKED_FILE, source->name, kp_phrase(sink, arena, packed, NULL));
        return false;
    }
    if (is_utf16(source)) {
        kp_report(sink, KP_D_UTF16, kp_whole_file(source), NULL);
        return false;
    }
    while (at < source->length) {
        uint32_t code = 0;
        size_t n = printable_run(source->text + at, source->length - at);
        place.column += (uint32_t)n;
        at += n;
        if (at == source->length)
            break;
        if (source->text[at] == '\n') {
            place.line++;
            place.column = 1;
            at++;
            continue;
        }
        if (is_letter_of_two(source->text + at, source->length - at)) {
            place.column++;
            at += 2;
            continue;
        }
        n = kp_utf8_decode(source->text + at, source->length - at, &code);
        /* One Latin-1 letter is told, and one lone CR: saving the file again mends all of them together. */
        if (!(n == 0 && encoding_told) && !(n && code == '\r' && cr_told) &&
            report_character(source, at, n, code, place, sink)) {
            clean = false;
            encoding_told = encoding_told || n == 0;
            cr_told = cr_told || (n && code == '\r');
        }
        if (n > 0 && code == 0)
            break; /* no text file at all, it seems */
        place.column++;
        at += n ? n : 1;
    }
    return clean;
}
