#include "kompass/lang.h"

#include <string.h>

static const char *const tags[KP_LANG__COUNT] = {[KP_SV] = "sv", [KP_NB] = "nb", [KP_EN] = "en"};

const char *kp_lang_tag(kp_lang lang)
{
    return lang < KP_LANG__COUNT ? tags[lang] : "en";
}

bool kp_lang_parse(const char *tag, kp_lang *ret_lang)
{
    for (int i = 0; i < KP_LANG__COUNT; i++) {
        if (strcmp(tag, tags[i]) == 0) {
            *ret_lang = (kp_lang)i;
            return true;
        }
    }
    return false;
}

bool kp_lang_has_comma(const char *tag)
{
    kp_lang lang;

    return tag && kp_lang_parse(tag, &lang) && lang != KP_EN;
}
