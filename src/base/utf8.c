#include "kompass/utf8.h"

#include <string.h>

size_t kp_utf8_decode(const char *text, size_t length, uint32_t *ret_code)
{
    const unsigned char *p = (const unsigned char *)text;
    uint32_t code, smallest;
    size_t n;

    if (length == 0)
        return 0;
    if (p[0] < 0x80) {
        *ret_code = p[0];
        return 1;
    }
    if (p[0] >= 0xC2 && p[0] <= 0xDF) {
        n = 2, code = p[0] & 0x1Fu, smallest = 0x80;
    } else if ((p[0] & 0xF0) == 0xE0) {
        n = 3, code = p[0] & 0x0Fu, smallest = 0x800;
    } else if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        n = 4, code = p[0] & 0x07u, smallest = 0x10000;
    } else {
        return 0;
    }
    if (length < n)
        return 0;
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (p[i] & 0x3Fu);
    }
    if (code < smallest || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    *ret_code = code;
    return n;
}

/* Whether eight bytes are ASCII: most are. */
static bool is_plain(const char *text)
{
    uint64_t bytes;

    memcpy(&bytes, text, sizeof(bytes));
    return !(bytes & UINT64_C(0x8080808080808080));
}

bool kp_utf8_is_valid(const char *text)
{
    const char *end = text + strlen(text);
    uint32_t code;
    size_t n;

    for (; text < end; text += n) {
        if (end - text >= 8 && is_plain(text))
            n = 8;
        else if (!((unsigned char)*text & 0x80))
            n = 1;
        else if ((n = kp_utf8_decode(text, (size_t)(end - text), &code)) == 0)
            return false;
    }
    return true;
}

size_t kp_utf8_encode(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

size_t kp_utf8_count(const char *text)
{
    size_t count = 0;

    for (; *text; text++)
        count += !is_continuation(*text);
    return count;
}

size_t kp_utf8_utf16_units(const char *text)
{
    size_t units = 0;

    for (; *text; text++)
        units += is_continuation(*text) ? 0 : (unsigned char)*text >= 0xF0 ? 2 : 1;
    return units;
}

/* Ranges without a column of their own, and with two (Unicode 15, East Asian Width W and F, abridged). */
static const struct {
    uint32_t first, last;
    int width;
} widths[] = {
    {0x0300, 0x036F, 0},   {0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0}, {0x200B, 0x200F, 0},
    {0x20D0, 0x20FF, 0},   {0xFE00, 0xFE0F, 0},   {0xFEFF, 0xFEFF, 0}, {0x1100, 0x115F, 2},
    {0x2E80, 0x303E, 2},   {0x3041, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2}, {0xF900, 0xFAFF, 2},
    {0xFE30, 0xFE6F, 2},   {0xFF01, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2},
    {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
};

size_t kp_utf8_code_width(uint32_t code)
{
    for (size_t i = 0; code >= 0x300 && i < sizeof(widths) / sizeof(widths[0]); i++)
        if (code >= widths[i].first && code <= widths[i].last)
            return (size_t)widths[i].width;
    return 1;
}

size_t kp_utf8_width(const char *text)
{
    size_t width = 0, left = strlen(text), n;
    uint32_t code;

    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n)
        width += kp_utf8_code_width(code);
    return width;
}

bool kp_utf8_is_control(uint32_t code)
{
    if (code < 0x20)
        return code != '\t' && code != '\n' && code != '\r';
    return (code >= 0x7F && code <= 0x9F && code != 0x85) || code == 0xFFFE || code == 0xFFFF;
}

/* Letters of Nordic and neighbouring names, and what a file name makes of them. */
static const struct {
    const char *letters, *plain;
} folds[] = {
    {"åäàáâãāăąÅÄÀÁÂÃĀĂĄ", "a"},
    {"öøòóôõőÖØÒÓÔÕŐ", "o"},
    {"éèêëēėęÉÈÊËĒĖĘ", "e"},
    {"íìîïīÍÌÎÏĪ", "i"},
    {"úùûüūůÚÙÛÜŪŮ", "u"},
    {"ýÿÝŸ", "y"},
    {"çćčÇĆČ", "c"},
    {"ñńňÑŃŇ", "n"},
    {"šśŠŚ", "s"},
    {"žźżŽŹŻ", "z"},
    {"đðĐÐ", "d"},
    {"łŁ", "l"},
    {"æÆ", "ae"},
    {"œŒ", "oe"},
    {"þÞ", "th"},
    {"ß", "ss"},
    {"ŧŦ", "t"},
    {"ŋŊ", "n"},
};

static const char *fold(const char *letter, size_t length)
{
    char one[5] = {0};

    memcpy(one, letter, length);
    for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]); i++)
        if (strstr(folds[i].letters, one))
            return folds[i].plain;
    return NULL;
}

bool kp_utf8_breaks_yaml(uint32_t code)
{
    return code == 0x85 || code == 0x2028 || code == 0x2029 || code == 0xFEFF;
}

char *kp_utf8_slug(kp_arena *arena, const char *text)
{
    size_t left = strlen(text), n;
    char *slug = kp_arena_alloc(arena, 2 * left + 2), *end = slug;
    uint32_t code;

    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n) {
        const char *plain;
        if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9')) {
            *end++ = (char)code;
        } else if (code >= 'A' && code <= 'Z') {
            *end++ = (char)(code - 'A' + 'a');
        } else if (code >= 0x80 && (plain = fold(text, n))) {
            while (*plain)
                *end++ = *plain++;
        } else if (code >= 0x0300 && code <= 0x036F) {
            continue; /* an accent apart from its letter, as in names of files on macOS */
        } else if (end > slug && end[-1] != '-') {
            *end++ = '-';
        }
    }
    while (end > slug && end[-1] == '-')
        end--;
    if (end == slug)
        *end++ = 'x';
    *end = '\0';
    return slug;
}

char *kp_utf8_one_line(kp_arena *arena, const char *text)
{
    char *line = kp_arena_alloc(arena, strlen(text) + 1), *end = line;

    for (; *text; text++) {
        bool blank = *text == ' ' || *text == '\t' || *text == '\n' || *text == '\r';
        if (!blank)
            *end++ = *text;
        else if (end > line && end[-1] != ' ')
            *end++ = ' ';
    }
    if (end > line && end[-1] == ' ')
        end--;
    *end = '\0';
    return line;
}
