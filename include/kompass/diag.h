/* kompass/diag.h - problems, told to the person who can mend them.
 *
 * Every problem is an entry of catalogue.def: a permanent code, a
 * severity, and its message in each language. Code below the command line
 * reports into a sink and never prints. The sink keeps the first problems in
 * the order of file, line and column, with a copy of what it quotes, so the
 * files themselves can be forgotten.
 */
#ifndef KOMPASS_DIAG_H
#define KOMPASS_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "kompass/arena.h"
#include "kompass/buf.h"
#include "kompass/lang.h"
#include "kompass/source.h"

/** KP_FAILURE is an error of its own kind: a file could not be read or written (exit 3 instead of 1). */
typedef enum kp_severity { KP_NOTE, KP_WARNING, KP_ERROR, KP_FAILURE, KP_SEVERITY__COUNT } kp_severity;

/** Ids of all diagnostics, KP_D_..., and of the notes that go with them, KP_N_... */
typedef enum kp_diag_id {
#define DIAG(id, code, severity, en, sv, nb) KP_D_##id,
#include "kompass/catalogue.def"
    KP_DIAG__COUNT
} kp_diag_id;

typedef enum kp_note_id {
#define NOTE(id, en, sv, nb) KP_N_##id,
#include "kompass/catalogue.def"
    KP_NOTE__COUNT
} kp_note_id;

/** Words that messages put in for their arguments, KP_P_... */
typedef enum kp_phrase_id {
#define PHRASE(id, en, sv, nb) KP_P_##id,
#include "kompass/catalogue.def"
    KP_PHRASE__COUNT
} kp_phrase_id;

typedef enum kp_diag_format { KP_DIAG_TEXT, KP_DIAG_SHORT, KP_DIAG_JSON } kp_diag_format;

typedef struct kp_sink kp_sink;
typedef struct kp_diag kp_diag;

enum { KP_DIAG_LIMIT = 100 };

/** A new sink whose messages are in @p lang. Free it with kp_sink_free(). */
kp_sink *kp_sink_new(kp_lang lang);
void kp_sink_free(kp_sink *sink);

/**
 * Report a problem. Use the macro kp_report(sink, KP_D_X, place, "first", "second"): the arguments replace
 * {1}, {2} ... in the message; there must be as many as the message has, and at least one (NULL for none).
 * @return the problem, to add notes to; NULL where it is not kept (too many, or already told)
 */
kp_diag *kp_report_args(kp_sink *sink, kp_diag_id id, kp_place place, const char *const *args);
#define kp_report(sink, id, place, ...)                                                                      \
    kp_report_args((sink), (id), (place), (const char *const[]){__VA_ARGS__, NULL})

/** Report a problem with a file that has no text here: one that could not be read or written. */
kp_diag *kp_report_file_args(kp_sink *sink, kp_diag_id id, const char *file, const char *const *args);
#define kp_report_file(sink, id, file, ...)                                                                  \
    kp_report_file_args((sink), (id), (file), (const char *const[]){__VA_ARGS__, NULL})

/** Add a note with a place of its own; @p diag may be NULL. */
void kp_note_args(kp_diag *diag, kp_note_id id, kp_place place, const char *const *args);
#define kp_note(diag, id, place, ...)                                                                        \
    kp_note_args((diag), (id), (place), (const char *const[]){__VA_ARGS__, NULL})

/** Move what @p from holds into @p into, as if it had been reported there; @p from is empty then. */
void kp_sink_move(kp_sink *into, kp_sink *from);

/** A phrase in the sink's language, its {1}, {2} ... filled in; NULL as the only argument for none. */
const char *kp_phrase_args(const kp_sink *sink, kp_arena *arena, kp_phrase_id id, const char *const *args);
#define kp_phrase(sink, arena, id, ...)                                                                      \
    kp_phrase_args((sink), (arena), (id), (const char *const[]){__VA_ARGS__, NULL})

/** Problems reported so far, kept or not, by severity. What was told already counts once. */
size_t kp_sink_count(const kp_sink *sink, kp_severity severity);

/**
 * Errors and failures reported so far, those that had been told already included: whoever compares two such
 * counts learns whether the file in between is sound, also when it is read again.
 */
size_t kp_sink_errors(const kp_sink *sink);

/** Whether a diagnostic is among those that the sink kept. */
bool kp_sink_has(const kp_sink *sink, kp_diag_id id);

/** Whether more errors were reported than are shown: no use in working out hints any more. */
bool kp_sink_is_full(const kp_sink *sink);

/** Write what the sink kept; a summary line follows in text format if @p summary. */
void kp_sink_render(const kp_sink *sink, kp_diag_format format, bool summary, kp_buf *out);

/** One catalogue entry, as data for `explain`, the manual and the tests. */
typedef struct kp_diag_info {
    const char *code;
    kp_severity severity;
    const char *message[KP_LANG__COUNT];
} kp_diag_info;

const kp_diag_info *kp_diag_info_of(kp_diag_id id);

/** The entry of a code such as "KP010" (also in lower case); false where there is none. */
bool kp_diag_find(const char *code, kp_diag_id *ret_id);

/** The word for a severity in a language: "error", "fel", "feil". */
const char *kp_severity_word(kp_severity severity, kp_lang lang);

/**
 * The name among @p names (NULL-terminated) that @p word was probably meant to be: the nearest by edit
 * distance, if it is near enough; NULL otherwise.
 */
const char *kp_nearest_name(const char *word, const char *const *names);

/** Whether a and b differ by few enough slips (a third of the letters) to be taken for one another;
 * ret_distance is set when true. */
bool kp_is_near(const char *a, const char *b, size_t *ret_distance);

#endif
