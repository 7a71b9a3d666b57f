/* kompass/file.h - one of our files: its bytes, its tree, its kind. */
#ifndef KOMPASS_FILE_H
#define KOMPASS_FILE_H

#include <stdbool.h>

#include "kompass/decode.h"
#include "kompass/os.h"
#include "kompass/source.h"
#include "kompass/ytree.h"

typedef enum kp_kind {
    KP_RUBRIC,
    KP_EVALUATION,
    KP_REFERENCE,
    KP_CROSSWALK,
    KP_FOLLOWUP,
    KP_KIND__COUNT,
    KP_NO_KIND
} kp_kind;

/** "rubric/1" ... */
const char *kp_kind_name(kp_kind kind);

typedef struct kp_file {
    kp_source source;
    kp_ynode *root; /**< NULL where the file has no readable tree */
    kp_kind kind;   /**< KP_NO_KIND where it names none of ours */
    bool has_key;   /**< there is a key `kompass`, whatever it says */
    size_t
        errors_before; /**< kp_sink_errors() when reading it began: the file is sound if there are no more */
} kp_file;

/** Report why a file was not read; @p too_large is how its kind says that. */
void kp_report_unread(kp_sink *sink, kp_file_status status, const char *path, const char *why,
                      kp_diag_id too_large);

/**
 * Read a file and its tree. A file that cannot be read, and what is wrong with
 * its YAML, is reported; a missing or unknown kind is not (see kp_file_require_kind()).
 * @return false where there is no tree to go on with
 */
bool kp_file_read(kp_arena *arena, const char *path, kp_sink *sink, kp_file *ret);

/** The same for text that is in memory already. */
bool kp_file_parse(kp_arena *arena, kp_source source, kp_sink *sink, kp_file *ret);

/** Report where a file does not say what it is, or is of a kind that this program does not know. */
bool kp_file_require_kind(kp_arena *arena, const kp_file *file, kp_sink *sink);

/** Whether a text can be the id of a file: a-z, 0-9, '-' and '.', a letter or a digit first. */
bool kp_is_file_id(const char *id);

/**
 * Report an id that is malformed or is not the file's name.
 * @param id what the file says, with its place; nothing is reported where it is NULL
 */
void kp_check_file_id(kp_reader *reader, const char *id, const kp_ynode *at);

#endif
