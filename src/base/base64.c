#include "kompass/base64.h"

#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

char *kp_base64(kp_arena *arena, const char *bytes, size_t length)
{
    char *text = kp_arena_alloc(arena, (length + 2) / 3 * 4 + 1), *end = text;

    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t three = (uint32_t)(unsigned char)bytes[i] << 16;
        if (left > 1)
            three |= (uint32_t)(unsigned char)bytes[i + 1] << 8;
        if (left > 2)
            three |= (unsigned char)bytes[i + 2];
        *end++ = digits[three >> 18];
        *end++ = digits[three >> 12 & 63];
        *end++ = (char)(left > 1 ? digits[three >> 6 & 63] : '=');
        *end++ = (char)(left > 2 ? digits[three & 63] : '=');
    }
    *end = '\0';
    return text;
}

/* 0..63; 64: no digit. */
static uint32_t digit_value(char c)
{
    const char *at = c ? memchr(digits, c, 64) : NULL;

    return at ? (uint32_t)(at - digits) : 64;
}

bool kp_base64_decode(const char *text, kp_buf *out)
{
    uint32_t bits = 0, value;
    unsigned count = 0, padding = 0;

    for (; *text; text++) {
        if (*text == ' ' || *text == '\n' || *text == '\r' || *text == '\t')
            continue;
        if (*text == '=' && count > 1) {
            value = 0;
            padding++;
        } else if ((value = digit_value(*text)) > 63 || padding) {
            return false;
        }
        bits = bits << 6 | value;
        if (++count < 4)
            continue;
        for (unsigned i = 0; i + padding < 3; i++)
            kp_buf_putc(out, (char)(bits >> (16 - 8 * i) & 255));
        bits = count = 0;
    }
    return count == 0;
}
