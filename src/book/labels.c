#include "kompass/labels.h"

#include "kompass/text.h"

static const char *const labels[KP_LABEL__COUNT][KP_LANG__COUNT] = {
#define LABEL(id, sv, nb, en) [KP_L_##id] = {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)},
#include "kompass/labels.def"
};

const char *kp_label(kp_label_id id, const char *lang)
{
    kp_lang known = KP_EN;

    if (lang)
        kp_lang_parse(lang, &known);
    return labels[id][known];
}

const char *kp_label_args(struct kp_arena *arena, kp_label_id id, const char *lang, const char *const *args)
{
    return kp_fill_in(arena, kp_label(id, lang), args);
}
