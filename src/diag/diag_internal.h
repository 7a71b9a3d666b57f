/* What the sink keeps of a problem; shared by diag.c and render.c. */
#ifndef KOMPASS_DIAG_INTERNAL_H
#define KOMPASS_DIAG_INTERNAL_H

#include "kompass/arena.h"
#include "kompass/diag.h"

enum { KP_QUOTE_LIMIT = 4096 }; /* bytes of a line that are copied: a line may have 16 MiB */

typedef struct kp_diag_spot {
    const char *file;
    const char *quote; /* the line, or NULL */
    uint32_t line, column, width;
} kp_diag_spot;

typedef struct kp_diag_note {
    struct kp_diag_note *next;
    const char *message;
    kp_diag_spot at;
} kp_diag_note;

struct kp_diag {
    kp_arena *arena; /* owns the problem itself */
    kp_diag_id id;
    kp_lang lang;
    const char *message;
    kp_diag_spot at;
    kp_diag_note *notes;
};

struct kp_sink {
    kp_lang lang;
    size_t count[KP_SEVERITY__COUNT]; /* all that were reported */
    size_t kept;
    kp_diag *diags[KP_DIAG_LIMIT + 1]; /* sorted */
};

#endif
