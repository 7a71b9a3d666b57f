#include "kompass/text.h"

#include <string.h>

#include "kompass/arena.h"
#include "kompass/buf.h"

const char *kp_text_in(const kp_text *text, const char *lang, const char *file_lang)
{
    if (!lang)
        return NULL;
    for (uint32_t i = 0; i < text->count; i++) {
        const char *own = text->entries[i].lang ? text->entries[i].lang : file_lang;
        if (own && strcmp(own, lang) == 0)
            return text->entries[i].text;
    }
    return NULL;
}

const char *kp_text_get(const kp_text *text, const char *lang, const char *file_lang)
{
    const char *found = kp_text_in(text, lang, file_lang);

    if (!found)
        found = kp_text_in(text, file_lang, file_lang);
    if (!found && text->count)
        found = text->entries[0].text;
    return found;
}

const char *kp_text_or(const kp_text *text, const char *lang, const char *file_lang, const char *otherwise)
{
    const char *found = kp_text_get(text, lang, file_lang);

    return found ? found : otherwise;
}

const char *kp_fill_in(struct kp_arena *arena, const char *sentence, const char *const *args)
{
    kp_buf text = KP_BUF_INIT;
    const char *copy;
    size_t count = 0;

    while (args[count])
        count++;
    for (; *sentence; sentence++) {
        if (sentence[0] == '{' && sentence[1] >= '1' && sentence[1] <= '9' && sentence[2] == '}') {
            size_t index = (size_t)(sentence[1] - '1');
            kp_buf_puts(&text, index < count ? args[index] : "?");
            sentence += 2;
        } else {
            kp_buf_putc(&text, *sentence);
        }
    }
    copy = kp_arena_strdup(arena, kp_buf_text(&text));
    kp_buf_done(&text);
    return copy;
}
