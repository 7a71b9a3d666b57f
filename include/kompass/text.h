/* kompass/text.h - a text in one or several languages (contract, section 1). */
#ifndef KOMPASS_TEXT_H
#define KOMPASS_TEXT_H

#include <stddef.h>
#include <stdint.h>

struct kp_arena;

typedef struct kp_text_entry {
    const char *lang; /**< "sv"; NULL: the language of the file */
    const char *text;
} kp_text_entry;

/** No entries: no text was given. */
typedef struct kp_text {
    const kp_text_entry *entries;
    uint32_t count;
} kp_text;

/**
 * The text in the language @p lang ("sv"), else in the file's language, else the first given.
 * @param file_lang the file's `language`, or NULL
 * @return NULL where there is no text at all
 */
const char *kp_text_get(const kp_text *text, const char *lang, const char *file_lang);

/** The text in the language @p lang alone; NULL where it is not given in it. */
const char *kp_text_in(const kp_text *text, const char *lang, const char *file_lang);

/** The same as kp_text_get(), but @p otherwise instead of NULL. */
const char *kp_text_or(const kp_text *text, const char *lang, const char *file_lang, const char *otherwise);

/**
 * A sentence with {1}, {2} ... {9} replaced by the arguments (NULL-terminated); every other brace stands for
 * itself. The order of arguments may so differ between languages.
 */
const char *kp_fill_in(struct kp_arena *arena, const char *sentence, const char *const *args);

#endif
