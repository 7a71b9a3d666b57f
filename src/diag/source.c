#include "kompass/source.h"

#include <string.h>

static size_t skip_bom(const kp_source *source)
{
    return source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

const char *kp_source_line(const kp_source *source, uint32_t line, size_t *ret_length)
{
    const char *end = source->text + source->length, *start = source->text + skip_bom(source);
    const char *stop;

    for (uint32_t at = 1; at < line; at++) {
        start = memchr(start, '\n', (size_t)(end - start));
        if (!start) {
            *ret_length = 0;
            return end;
        }
        start++;
    }
    stop = memchr(start, '\n', (size_t)(end - start));
    if (!stop)
        stop = end;
    if (stop > start && stop[-1] == '\r')
        stop--;
    *ret_length = (size_t)(stop - start);
    return start;
}

kp_place kp_source_place(const kp_source *source, size_t offset, uint32_t width)
{
    kp_place place = {source, 1, 1, width};

    for (size_t i = skip_bom(source); i < offset && i < source->length; i++) {
        if (source->text[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)source->text[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}
