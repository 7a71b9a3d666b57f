#include "table_parts.h"

#include <string.h>

#include "kompass/utf8.h"

void kp_table_pad(kp_buf *out, const char *text, size_t width, bool right)
{
    size_t own = kp_utf8_width(text), blanks = own < width ? width - own : 0;

    if (right)
        kp_buf_repeat(out, " ", blanks ? blanks : 1);
    kp_buf_puts(out, text);
    if (!right)
        kp_buf_repeat(out, " ", blanks);
}

void kp_table_end_line(kp_buf *out)
{
    while (out->length && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
    kp_buf_putc(out, '\n');
}

const char *kp_table_cut(kp_arena *arena, const char *text, size_t width)
{
    size_t left, used = 0, bytes = 0, n;
    uint32_t code;

    text = kp_utf8_one_line(arena, text);
    left = strlen(text);
    if (kp_utf8_width(text) <= width)
        return text;
    while (left > bytes && (n = kp_utf8_decode(text + bytes, left - bytes, &code)) > 0 &&
           used + kp_utf8_code_width(code) < width) {
        bytes += n;
        used += kp_utf8_code_width(code);
    }
    return kp_arena_printf(arena, "%.*s\xE2\x80\xA6", (int)bytes, text);
}
