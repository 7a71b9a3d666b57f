#include "parts.h"

#include <string.h>

#include "kompass/buf.h"
#include "kompass/utf8.h"

/* The foot of each printed page: what it is about, and where that comes from. Two lines have room above the
 * margin, and beside them the page number. Of web addresses the host stands there; sources that are longer
 * still are cut, and the sheet is named that has them whole. */

enum { LINE_UNITS = 92, LINES = 2, LEAST_SHARE = 20 };

/* Behind a whole word, where there is one in the second half. */
static const char *cut_at_word(kp_arena *arena, const char *text, size_t units)
{
    const char *cut = kp_cut_units(arena, text, units);
    size_t length, end;

    if (cut == text)
        return cut;
    length = end = strlen(cut) - strlen("…");
    if (text[length] != ' ')
        while (end > length / 2 && text[end - 1] != ' ')
            end--;
    if (end == length / 2)
        return cut;
    while (end && strchr(" ,;:.(", text[end - 1]))
        end--;
    return kp_arena_printf(arena, "%.*s…", (int)end, text);
}

/* ---- sources ---- */

/* Where a web address begins, or NULL. */
static const char *address_in(const char *text)
{
    const char *plain = strstr(text, "http://"), *safe = strstr(text, "https://");

    return !plain || (safe && safe < plain) ? safe : plain;
}

/* "https://www.nacka.se/kommun/kompassen.html (Nacka)" -> "nacka.se (Nacka)" */
static const char *with_hosts(kp_arena *arena, const char *text)
{
    kp_buf out = KP_BUF_INIT;
    const char *address, *copy;

    while ((address = address_in(text)) != NULL) {
        const char *host = strstr(address, "//") + 2, *end = host + strcspn(host, " \n");
        kp_buf_add(&out, text, (size_t)(address - text));
        host += strncmp(host, "www.", 4) == 0 ? 4 : 0;
        while (end > host && strchr(").,;:", end[-1]))
            end--;
        text = end;
        end = host + strcspn(host, "/ \n");
        kp_buf_add(&out, host, (size_t)((end < text ? end : text) - host));
    }
    kp_buf_puts(&out, text);
    copy = kp_utf8_one_line(arena, kp_buf_text(&out));
    kp_buf_done(&out);
    return copy;
}

typedef struct list {
    const char **items;
    uint32_t count;
} list;

static bool has(const list *found, const char *item)
{
    for (uint32_t i = 0; i < found->count; i++)
        if (strcmp(found->items[i], item) == 0)
            return true;
    return false;
}

/* What one source names that no other did: "a; b; a" -> "a; b". */
static const char *news_of(kp_arena *arena, const char *source, list *told)
{
    const char *text = "";

    while (*source) {
        const char *end = strstr(source, "; ");
        size_t length = end ? (size_t)(end - source) : strlen(source);
        const char *part = kp_arena_strndup(arena, source, length);
        if (!has(told, part)) {
            told->items[told->count++] = part;
            text = kp_arena_printf(arena, "%s%s%s", text, *text ? "; " : "", part);
        }
        source += length + (end ? 2 : 0);
    }
    return text;
}

static list find_sources(kp_arena *arena, const char *const *sources, uint32_t count)
{
    list found = {KP_NEW_ARRAY(arena, count, const char *), 0}, told = {NULL, 0};
    size_t most = 0;

    for (uint32_t i = 0; i < count; i++)
        most += sources[i] ? strlen(sources[i]) / 2 + 1 : 0;
    told.items = KP_NEW_ARRAY(arena, most, const char *);
    for (uint32_t i = 0; i < count; i++) {
        const char *news = sources[i] ? news_of(arena, with_hosts(arena, sources[i]), &told) : "";
        if (*news)
            found.items[found.count++] = news;
    }
    return found;
}

/* "a; b", each of at most so many units; what is the same when cut stands there once. */
static const char *joined(kp_arena *arena, const list *found, size_t share)
{
    list shown = {KP_NEW_ARRAY(arena, found->count, const char *), 0};
    const char *text = "";

    for (uint32_t i = 0; i < found->count; i++) {
        const char *item = cut_at_word(arena, found->items[i], share);
        size_t length = strlen(item);
        if (has(&shown, item))
            continue;
        shown.items[shown.count++] = item;
        if (i + 1 < found->count && item[length - 1] == '.')
            length--;
        text = kp_arena_printf(arena, "%s%s%.*s", text, i ? "; " : "", (int)length, item);
    }
    return text;
}

/* ---- lines ---- */

/* How much of a text stands on a line: up to a blank, or to its end; 0 where the first word is too long. */
static size_t length_of_line(kp_arena *arena, const char *text)
{
    size_t fits = 0;

    for (size_t at = 0; text[at]; at += text[at] == ' ') {
        at += strcspn(text + at, " ");
        if (kp_utf8_utf16_units(kp_arena_strndup(arena, text, at)) > LINE_UNITS)
            break;
        fits = at;
    }
    return fits;
}

/* NULL: it takes more lines than there are. */
static const char *in_lines(kp_arena *arena, const char *text)
{
    const char *lines = "";

    for (int line = 0; line < LINES; line++) {
        size_t length = length_of_line(arena, text);
        lines = kp_arena_printf(arena, "%s%s%.*s", lines, line ? "\n" : "", (int)length, text);
        text += length;
        if (!*text)
            return lines;
        text += *text == ' ';
        text += strncmp(text, "\xC2\xB7 ", 3) == 0 ? 3 : 0;
    }
    return NULL;
}

const char *kp_words_footer(kp_arena *arena, const char *lang, const char *what, const char *const *sources,
                            uint32_t count)
{
    const list found = find_sources(arena, sources, count);
    const kp_label_id label = found.count > 1 ? KP_L_FOOTER_SOURCES : KP_L_FOOTER_SOURCE;
    const char *check = kp_label(KP_L_SHEET_CHECK, lang), *lines = NULL, *text;
    const bool may_fit = found.count <= LINES * LINE_UNITS / LEAST_SHARE;

    what = cut_at_word(arena, kp_utf8_one_line(arena, what), LINE_UNITS);
    if (!found.count)
        return what;
    if (may_fit) {
        text = kp_label_with(arena, label, lang, joined(arena, &found, SIZE_MAX));
        lines = in_lines(arena, kp_arena_printf(arena, "%s \xC2\xB7 %s", what, text));
    }
    for (size_t share = (size_t)LINES * LINE_UNITS; may_fit && !lines && share >= LEAST_SHARE; share--) {
        text = kp_label_with(arena, label, lang, joined(arena, &found, share));
        text = kp_label_with(arena, KP_L_FOOTER_CUT, lang, text, check);
        lines = in_lines(arena, kp_arena_printf(arena, "%s \xC2\xB7 %s", what, text));
    }
    if (!lines)
        lines = kp_arena_printf(arena, "%s\n%s", what, kp_label_with(arena, KP_L_FOOTER_SEE, lang, check));
    return lines;
}
