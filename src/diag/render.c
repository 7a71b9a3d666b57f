#include "kompass/diag.h"

#include <string.h>

#include "diag_internal.h"

#include "kompass/json.h"
#include "kompass/utf8.h"

enum { QUOTE_COLUMNS = 100, UNDERLINE_COLUMNS = 60 };

static const char *const words[KP_SEVERITY__COUNT][KP_LANG__COUNT] = {
    [KP_NOTE] = {[KP_SV] = "anmärkning", [KP_NB] = "merknad", [KP_EN] = "note"},
    [KP_WARNING] = {[KP_SV] = "varning", [KP_NB] = "advarsel", [KP_EN] = "warning"},
    [KP_ERROR] = {[KP_SV] = "fel", [KP_NB] = "feil", [KP_EN] = "error"},
    [KP_FAILURE] = {[KP_SV] = "fel", [KP_NB] = "feil", [KP_EN] = "error"},
};

const char *kp_severity_word(kp_severity severity, kp_lang lang)
{
    return words[severity][lang];
}

/* One character; a byte that is none counts as one, too. */
static size_t next(const char *text, size_t length, uint32_t *ret_code)
{
    size_t n = kp_utf8_decode(text, length, ret_code);

    if (n)
        return n;
    *ret_code = 0xFFFD;
    return 1;
}

/* Control characters, those that turn the direction of writing around (CVE-2021-42574), and unseen ones. */
static bool is_obeyed(uint32_t code)
{
    return kp_utf8_is_control(code) || code == '\r' || code == '\n' || code == 0x85 ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

/* Text from a file: a terminal must not obey what it says. */
static void put_characters(const char *text, size_t length, kp_buf *out)
{
    size_t n;
    uint32_t code;

    for (; length; text += n, length -= n) {
        n = next(text, length, &code);
        if (code == 0xFFFD || is_obeyed(code))
            kp_buf_puts(out, "\xEF\xBF\xBD");
        else
            kp_buf_add(out, text, n);
    }
}

/* The same for a name or a message, which is one line. */
static void put_words(const char *text, kp_buf *out)
{
    for (;;) {
        size_t n = strcspn(text, "\t\r\n");
        put_characters(text, n, out);
        if (!text[n])
            return;
        kp_buf_putc(out, ' ');
        text += n + 1;
    }
}

static void put_place(const kp_diag_spot *spot, kp_buf *out)
{
    put_words(spot->file && *spot->file ? spot->file : "kompass", out);
    if (spot->cell) {
        kp_buf_puts(out, ": ");
        put_words(spot->cell, out);
    } else if (spot->line)
        kp_buf_printf(out, ":%u:%u", (unsigned)spot->line, (unsigned)spot->column);
    kp_buf_puts(out, ": ");
}

/* "file:3:5: error: what is wrong", and whatever follows. */
static void put_head(const kp_diag_spot *spot, const char *word, const char *message, kp_buf *out)
{
    put_place(spot, out);
    kp_buf_printf(out, "%s: ", word);
    put_words(message, out);
}

/* A window of a long line, in whole characters, that holds the column. */
typedef struct window {
    const char *start;
    size_t length;  /* bytes */
    uint32_t first; /* column of the first character */
    bool cut_left, cut_right;
} window;

static window window_of(const kp_diag_spot *spot)
{
    window w = {spot->quote, 0, spot->first, false, false};
    uint32_t from = spot->column > QUOTE_COLUMNS - 20 ? spot->column - QUOTE_COLUMNS / 2 + 1 : 1, columns = 0;
    size_t left = strlen(spot->quote);
    uint32_t code;

    while (w.first < from && left) {
        size_t n = next(w.start, left, &code);
        w.start += n;
        left -= n;
        w.first++;
    }
    w.cut_left = w.first > 1;
    while (left > w.length) {
        if (++columns > QUOTE_COLUMNS) {
            w.cut_right = true;
            break;
        }
        w.length += next(w.start + w.length, left - w.length, &code);
    }
    return w;
}

static size_t width_of(const char *character, size_t length)
{
    char one[5] = {0};
    uint32_t code;

    next(character, length, &code);
    if (code == 0xFFFD || is_obeyed(code))
        return 1; /* U+FFFD stands there */
    memcpy(one, character, length);
    return kp_utf8_width(one);
}

/* The blanks before the caret keep tabs, so that both lines are indented alike. */
static void put_caret(const window *w, const kp_diag_spot *spot, kp_buf *out)
{
    size_t left = w->length, n;
    const char *p = w->start;
    uint32_t code, width = spot->width ? spot->width : 1;

    for (uint32_t at = w->first; at < spot->column && left; p += n, left -= n, at++) {
        n = next(p, left, &code);
        if (code == '\t')
            kp_buf_putc(out, '\t');
        else
            kp_buf_repeat(out, " ", width_of(p, n));
    }
    kp_buf_putc(out, '^');
    for (uint32_t drawn = 0; drawn < width && drawn < UNDERLINE_COLUMNS && left; drawn++) {
        size_t columns;
        n = next(p, left, &code);
        columns = width_of(p, n);
        kp_buf_repeat(out, "~", columns - (drawn == 0 && columns > 0));
        p += n;
        left -= n;
    }
    kp_buf_putc(out, '\n');
}

static void put_quote(const kp_diag_spot *spot, kp_buf *out)
{
    window w;

    if (!spot->quote)
        return;
    w = window_of(spot);
    kp_buf_printf(out, "%5u | %s", (unsigned)spot->line, w.cut_left ? "..." : "");
    put_characters(w.start, w.length, out);
    kp_buf_puts(out, w.cut_right ? "...\n" : "\n");
    kp_buf_printf(out, "      | %s", w.cut_left ? "   " : "");
    put_caret(&w, spot, out);
}

static void render_text(const kp_diag *diag, bool quotes, kp_buf *out)
{
    const kp_diag_info *info = kp_diag_info_of(diag->id);

    put_head(&diag->at, words[info->severity][diag->lang], diag->message, out);
    kp_buf_printf(out, " [%s]\n", info->code);
    if (!quotes)
        return;
    put_quote(&diag->at, out);
    for (const kp_diag_note *note = diag->notes; note; note = note->next) {
        /* A note without a place of its own stands at the problem's. */
        put_head(note->at.file ? &note->at : &diag->at, words[KP_NOTE][diag->lang], note->message, out);
        kp_buf_putc(out, '\n');
        put_quote(&note->at, out);
    }
}

static void put_json_place(struct json_object *object, const kp_diag_spot *spot)
{
    kp_json_text(object, "file", spot->file && *spot->file ? spot->file : NULL);
    kp_json_int(object, "line", spot->cell ? KP_CELL_ROW(spot->line) : spot->line);
    kp_json_int(object, "column", spot->column);
}

/* The sheet of a cell has no key of its own: the keys are the same for all problems. */
static void put_json_message(struct json_object *object, const kp_diag_spot *spot, const char *message)
{
    kp_buf text = KP_BUF_INIT;

    kp_buf_printf(&text, "%s%s%s", spot->cell ? spot->cell : "", spot->cell ? ": " : "", message);
    kp_json_text(object, "message", kp_buf_text(&text));
    kp_buf_done(&text);
}

static void render_json(const kp_diag *diag, kp_buf *out)
{
    const kp_diag_info *info = kp_diag_info_of(diag->id);
    struct json_object *object = kp_json_object(), *notes = kp_json_array();

    put_json_place(object, &diag->at);
    /* The words of the machine's format are English in every language. */
    kp_json_text(object, "severity", words[info->severity][KP_EN]);
    kp_json_text(object, "code", info->code);
    put_json_message(object, &diag->at, diag->message);
    for (const kp_diag_note *note = diag->notes; note; note = note->next) {
        struct json_object *item = kp_json_object();
        put_json_place(item, note->at.file ? &note->at : &diag->at);
        put_json_message(item, note->at.file ? &note->at : &diag->at, note->message);
        kp_json_append(notes, item);
    }
    kp_json_put(object, "notes", notes);
    kp_json_finish(object, out);
}

static void count_phrase(size_t count, const char *one, const char *many, kp_buf *out)
{
    if (!count)
        return;
    if (out->length)
        kp_buf_puts(out, ", ");
    kp_buf_printf(out, "%zu %s", count, count == 1 ? one : many);
}

/* "2 errors, 1 warning" */
static void render_summary(const kp_sink *sink, kp_buf *out)
{
    static const struct {
        const char *error, *errors, *warning, *warnings, *note, *notes;
    } plurals[KP_LANG__COUNT] = {
        [KP_SV] = {"fel", "fel", "varning", "varningar", "anmärkning", "anmärkningar"},
        [KP_NB] = {"feil", "feil", "advarsel", "advarsler", "merknad", "merknader"},
        [KP_EN] = {"error", "errors", "warning", "warnings", "note", "notes"},
    };
    kp_buf line = KP_BUF_INIT;

    count_phrase(sink->count[KP_ERROR] + sink->count[KP_FAILURE], plurals[sink->lang].error,
                 plurals[sink->lang].errors, &line);
    count_phrase(sink->count[KP_WARNING], plurals[sink->lang].warning, plurals[sink->lang].warnings, &line);
    count_phrase(sink->count[KP_NOTE], plurals[sink->lang].note, plurals[sink->lang].notes, &line);
    if (line.length)
        kp_buf_printf(out, "%s\n", kp_buf_text(&line));
    kp_buf_done(&line);
}

static void render_one(const kp_diag *diag, kp_diag_format format, kp_buf *out)
{
    if (format == KP_DIAG_JSON)
        render_json(diag, out);
    else
        render_text(diag, format == KP_DIAG_TEXT, out);
}

/* The note that some problems are not shown; it has no file. */
static void render_rest(const kp_sink *sink, size_t rest, kp_diag_format format, kp_buf *out)
{
    kp_sink *other = kp_sink_new(sink->lang);
    kp_buf number = KP_BUF_INIT;

    kp_buf_printf(&number, "%zu", rest);
    kp_report_file(other, KP_D_MORE_PROBLEMS, "", kp_buf_text(&number));
    render_one(other->diags[0], format, out);
    kp_buf_done(&number);
    kp_sink_free(other);
}

void kp_sink_render(const kp_sink *sink, kp_diag_format format, bool summary, kp_buf *out)
{
    size_t all = 0;

    for (int i = 0; i < KP_SEVERITY__COUNT; i++)
        all += sink->count[i];
    for (size_t i = 0; i < sink->kept; i++)
        render_one(sink->diags[i], format, out);
    if (all > sink->kept)
        render_rest(sink, all - sink->kept, format, out);
    if (summary && format == KP_DIAG_TEXT)
        render_summary(sink, out);
}
