/* What the sink keeps of a problem; shared by diag.c and render.c. */
#ifndef KOMPASS_DIAG_INTERNAL_H
#define KOMPASS_DIAG_INTERNAL_H

#include "kompass/arena.h"
#include "kompass/diag.h"

/* A line, or a text that a message quotes, may have 16 MiB: what is near the place is kept. */
enum {
    KP_QUOTE_BEFORE = 100,  /* columns before the place */
    KP_QUOTE_LIMIT = 1024,  /* bytes of the line */
    KP_ARGUMENT_LIMIT = 500 /* bytes of an argument */
};

typedef struct kp_diag_spot {
    const char *file;
    const char *cell;  /* "Sheet!B7" where the place is a cell, or NULL; `line` then has the sheet in it */
    const char *quote; /* the line, or as much as is needed of it; or NULL */
    uint32_t first;    /* column of the quote's first character */
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
    size_t count[KP_SEVERITY__COUNT]; /* all that were reported, each once */
    size_t errors;                    /* errors and failures, counted each time that they were reported */
    size_t kept;
    kp_diag *diags[KP_DIAG_LIMIT + 1]; /* sorted */
};

#endif
