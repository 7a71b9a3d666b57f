/* kompass/source.h - the text of a file, and places in it. */
#ifndef KOMPASS_SOURCE_H
#define KOMPASS_SOURCE_H

#include <stddef.h>
#include <stdint.h>

/** A file's text. The bytes and the name live in the arena that it was read into. */
typedef struct kp_source {
    const char *name; /**< as the user named it */
    const char *text;
    size_t length;
    const struct kp_line_index *lines; /**< set by kp_source_index(), or NULL */
} kp_source;

/**
 * A place in a source: where a diagnostic points. Lines and columns count
 * from 1, columns in code points. Line 0 is a file that has no text here, such as one that could not be read.
 */
typedef struct kp_place {
    const kp_source *source; /**< NULL: no file (a file that could not be opened names itself in `file`) */
    uint32_t line, column;
    uint32_t width; /**< columns to underline; 0 counts as 1 */
} kp_place;

struct kp_arena;

/** Note where lines begin, so that finding one of them does not mean counting from the start. */
void kp_source_index(struct kp_arena *arena, kp_source *source);

/** The bytes of a line, without its line break; empty where there is no such line. */
const char *kp_source_line(const kp_source *source, uint32_t line, size_t *ret_length);

/** The place of a byte. */
kp_place kp_source_place(const kp_source *source, size_t offset, uint32_t width);

/** The file as a whole: its beginning. */
static inline kp_place kp_whole_file(const kp_source *source)
{
    return (kp_place){source, 1, 1, 1};
}

#endif
