#include "kompass/source.h"

#include <string.h>

#include "kompass/arena.h"

size_t kp_source_bom(const kp_source *source)
{
    return source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* Where line 1, 1 + STEP, 1 + 2 STEP ... begin: few enough to cost nothing, near enough to count from. */
enum { STEP = 64 };
struct kp_line_index {
    uint32_t count;
    uint32_t starts[];
};

/* The beginning of the line that is `lines` behind the one that begins at `start`; NULL where there is none.
 */
static const char *skip_lines(const char *start, const char *end, uint32_t lines)
{
    for (; lines && start; lines--) {
        start = memchr(start, '\n', (size_t)(end - start));
        if (start)
            start++;
    }
    return start;
}

static uint32_t count_steps(const char *start, const char *end)
{
    uint32_t count = 0;

    for (; start; start = skip_lines(start, end, STEP))
        count++;
    return count;
}

void kp_source_index(kp_arena *arena, kp_source *source)
{
    const char *end = source->text + source->length, *start = source->text + kp_source_bom(source);
    struct kp_line_index *index;
    uint32_t count;

    if (source->length > UINT32_MAX)
        return;
    count = count_steps(start, end);
    index = kp_arena_alloc(arena, sizeof(*index) + count * sizeof(index->starts[0]));
    for (; index->count < count; start = skip_lines(start, end, STEP))
        index->starts[index->count++] = (uint32_t)(start - source->text);
    source->lines = index;
}

const char *kp_source_line(const kp_source *source, uint32_t line, size_t *ret_length)
{
    const char *end = source->text + source->length, *start = source->text + kp_source_bom(source), *stop;
    uint32_t behind = line - 1;

    if (source->lines) {
        uint32_t step = behind / STEP < source->lines->count ? behind / STEP : source->lines->count - 1;
        start = source->text + source->lines->starts[step];
        behind -= step * STEP;
    }
    start = skip_lines(start, end, behind);
    if (!start) {
        *ret_length = 0;
        return end;
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

    for (size_t i = kp_source_bom(source); i < offset && i < source->length; i++) {
        if (source->text[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)source->text[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

const char *kp_source_label(const kp_source *source, const char *key)
{
    const struct kp_label_of_key *known = source->sheets ? source->sheets->labels : NULL;

    for (; known && known->key; known++)
        if (strcmp(known->key, key) == 0)
            return known->label;
    return key;
}

const char *kp_source_digits(kp_arena *arena, const kp_source *source, const char *digits)
{
    char *copy, *point;

    if (!source->sheets || !source->sheets->has_comma)
        return digits;
    copy = kp_arena_strdup(arena, digits);
    point = strchr(copy, '.');
    if (point)
        *point = ',';
    return copy;
}
