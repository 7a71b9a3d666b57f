/* kompass/lang.h - the languages of labels and messages. */
#ifndef KOMPASS_LANG_H
#define KOMPASS_LANG_H

#include <stdbool.h>

typedef enum kp_lang { KP_SV, KP_NB, KP_EN, KP_LANG__COUNT } kp_lang;

/** "sv", "nb", "en". */
const char *kp_lang_tag(kp_lang lang);

/** The language of a tag; false for a tag that is none of ours. */
bool kp_lang_parse(const char *tag, kp_lang *ret_lang);

/** Whether numbers for people have a decimal comma in the language of a tag; NULL or no tag of ours: a point,
 * as in English. */
bool kp_lang_has_comma(const char *tag);

#endif
