/* kompass/labels.h - the words of documents, in each language: one table, labels.def. */
#ifndef KOMPASS_LABELS_H
#define KOMPASS_LABELS_H

#include "kompass/lang.h"

typedef enum kp_label_id {
#define LABEL(id, sv, nb, en) KP_L_##id,
#include "kompass/labels.def"
    KP_LABEL__COUNT
} kp_label_id;

/** A label in the language of a tag ("sv", "nb", "en"; any other: English). Never NULL. */
const char *kp_label(kp_label_id id, const char *lang);

/** The same with {1}, {2} ... replaced. */
struct kp_arena;
const char *kp_label_args(struct kp_arena *arena, kp_label_id id, const char *lang, const char *const *args);
#define kp_label_with(arena, id, lang, ...)                                                                  \
    kp_label_args((arena), (id), (lang), (const char *const[]){__VA_ARGS__, NULL})

#endif
