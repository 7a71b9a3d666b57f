#include "form_internal.h"
#include "read_internal.h"

#include <string.h>

#include "kompass/book.h"
#include "kompass/utf8.h"

/* What people type, and what is meant. */

typedef enum meaning { YES, NO, NA } meaning;
static const struct {
    meaning what;
    const char *text;
} other_words[] = {
#define WORD(what, text) {what, text},
#include "words.def"
};

/* ---- words ---- */

/* One line without hard blanks. */
static const char *plain(kp_arena *arena, const char *text)
{
    char *copy = kp_arena_strdup(arena, text);

    for (char *at = copy; (at = strstr(at, "\xC2\xA0")) != NULL;)
        at[0] = at[1] = ' ';
    return kp_utf8_one_line(arena, copy);
}

bool form_same_words(kp_arena *arena, const char *a, const char *b)
{
    return strcmp(a, b) == 0 || kp_same_sheet_name(plain(arena, a), plain(arena, b));
}

static bool is_label(const kp_form *form, kp_label_id label, const char *word)
{
    for (int lang = 0; lang < KP_LANG__COUNT; lang++)
        if (form_same_words(form->arena, kp_label(label, kp_lang_tag((kp_lang)lang)), word))
            return true;
    return false;
}

static bool is_other_word(const kp_form *form, meaning what, const char *word)
{
    for (size_t i = 0; i < sizeof(other_words) / sizeof(other_words[0]); i++)
        if (other_words[i].what == what && form_same_words(form->arena, other_words[i].text, word))
            return true;
    return false;
}

int form_yes_or_no(const kp_form *form, const char *word)
{
    if (is_label(form, KP_L_YES, word) || is_other_word(form, YES, word))
        return 1;
    return is_label(form, KP_L_NO, word) || is_other_word(form, NO, word) ? 0 : -1;
}

bool form_is_na(const kp_form *form, const char *word)
{
    return is_label(form, KP_L_STATE_NOT_APPLICABLE, word) || is_other_word(form, NA, word);
}

int form_find_word(const kp_form *form, const form_word *words, const char *given)
{
    for (; words->word; words++)
        if (form_same_words(form->arena, words->word, given) || is_label(form, words->label, given))
            return words->value;
    return -1;
}

const char *const *form_word_labels(const kp_form *form, const form_word *words)
{
    size_t count = 0;
    const char **labels;

    for (const form_word *w = words; w->word; w++)
        count += !w->is_alias;
    labels = KP_NEW_ARRAY(form->arena, count + 1, const char *);
    for (count = 0; words->word; words++)
        if (!words->is_alias)
            labels[count++] = kp_label(words->label, form->lang);
    return labels;
}

/* ---- numbers ---- */

static const char *shifted_by_two(kp_arena *arena, const char *digits)
{
    kp_decimal value;

    if (kp_decimal_parse(digits, &value) != KP_DECIMAL_OK)
        return digits;
    return kp_num_digits(arena, kp_num_mul(arena, kp_num_decimal(arena, value), kp_num_int(100)), 15);
}

/* "12,5", "1 000", "80 %", a true minus: the same without what is for people. */
static const char *without_marks(kp_arena *arena, const char *text, bool percent)
{
    char *kept = kp_arena_alloc(arena, strlen(text) + 1), *end = kept;
    size_t n;

    for (; *text; text += n) {
        n = form_blank_at(text);
        if (n)
            continue;
        n = 1;
        if (strncmp(text, "\xE2\x88\x92", 3) == 0) {
            *end++ = '-';
            n = 3;
        } else if (*text == ',') {
            *end++ = '.';
        } else if (*text != '%' || !percent || text[1]) {
            *end++ = *text;
        }
    }
    *end = '\0';
    return kept;
}

const char *form_number(kp_arena *arena, const kp_read_cell *cell, bool percent)
{
    const char *digits;
    kp_decimal value;

    if (cell->kind == KP_HOLDS_NUMBER)
        return cell->is_percent && percent ? shifted_by_two(arena, cell->text) : cell->text;
    digits = without_marks(arena, cell->text, percent);
    return kp_decimal_parse(digits, &value) == KP_DECIMAL_OK ? digits : cell->text;
}

/* ---- levels ---- */

typedef struct search {
    const kp_form *form;
    const kp_scale *scale;
    const char *word;
    const char *found; /* its value */
    bool ambiguous;
} search;

static void hit(search *s, const char *value)
{
    if (!value)
        return;
    if (s->found && strcmp(s->found, value) != 0)
        s->ambiguous = true;
    s->found = value;
}

/* What the form's own drop-down calls the levels. */
static void look_in_lists(search *s, bool exact)
{
    for (uint32_t i = 0; i < s->form->list_count; i++) {
        const form_list *entry = &s->form->lists[i];
        if (strcmp(entry->scale, s->scale->id) == 0 &&
            (exact ? strcmp(entry->label, s->word) == 0
                   : form_same_words(s->form->arena, entry->label, s->word)))
            hit(s, entry->level);
    }
}

/* What the rubric calls them, in any language. */
static void look_in_rubric(search *s)
{
    static const char *const between[] = {" ", " - ", " \xE2\x80\x93 ", "-", ": ", ". ", " = "};
    kp_arena *arena = s->form->arena;

    for (uint32_t i = 0; i < s->scale->count; i++) {
        const kp_level *level = &s->scale->levels[i];
        const char *value = kp_decimal_text(arena, level->value.value);
        for (uint32_t k = 0; k < level->label.count; k++) {
            const char *label = level->label.entries[k].text;
            bool same = form_same_words(arena, label, s->word) ||
                        form_same_words(arena, kp_arena_printf(arena, "%s (%s)", label, value), s->word);
            for (size_t b = 0; b < sizeof(between) / sizeof(between[0]) && !same; b++)
                same = form_same_words(arena, kp_arena_printf(arena, "%s%s%s", value, between[b], label),
                                       s->word);
            if (same)
                hit(s, value);
        }
    }
}

static bool is_value(const search *s)
{
    kp_decimal number;

    return kp_decimal_parse(s->word, &number) == KP_DECIMAL_OK &&
           kp_scale_has(s->form->arena, s->scale, number);
}

static const char *level_named(search *s)
{
    look_in_lists(s, true);
    if (!s->found)
        look_in_lists(s, false);
    if (!s->found && !is_value(s)) /* a value counts before what a label of another language says */
        look_in_rubric(s);
    return s->ambiguous ? NULL : s->found;
}

/* A label may be a number: chosen from the list, or typed as the value of another level? Where a program has
 * made a number of it, that cannot be told. */
static bool is_other_value(const search *s, const char *value)
{
    return !form_same_number(s->form->arena, s->word, value) && is_value(s);
}

/* The scale's own digits of a number that is one of its values or ends: a cell may not hold all of them. */
static const char *scale_number(const search *s, const char *number)
{
    kp_arena *arena = s->form->arena;
    const kp_scale *scale = s->scale;
    const char *ends[] = {kp_decimal_text(arena, kp_scale_low(scale)),
                          kp_decimal_text(arena, kp_scale_high(scale))};

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        if (form_same_number(arena, number, ends[i]))
            return ends[i];
    for (uint32_t i = 0; i < scale->count; i++) {
        const char *level = kp_decimal_text(arena, scale->levels[i].value.value);
        if (form_same_number(arena, number, level))
            return level;
    }
    return number;
}

/* The labels of a scale in the form's language, for a hint. */
static const char *const *labels_of(const kp_form *form, const kp_scale *scale)
{
    const char **labels = KP_NEW_ARRAY(form->arena, scale->count + 2, const char *);
    uint32_t i = 0;

    for (; i < scale->count; i++)
        labels[i] =
            kp_form_level_label(form->arena, scale, &scale->levels[i], form->lang, form->rubric->language);
    labels[i] = kp_label(KP_L_STATE_NOT_APPLICABLE, form->lang);
    return labels;
}

/* What is possible on a scale, besides nothing at all: "not applicable" is as good as its levels. */
static void report_level(const form_row *row, kp_place place, const kp_scale *scale, const char *word)
{
    kp_form *form = row->form;
    const char *nearest = NULL, *hint;

    if (!kp_sink_is_full(form->sink))
        nearest = kp_nearest_name(word, labels_of(form, scale));
    if (nearest)
        hint = kp_phrase(form->sink, form->arena, KP_P_DID_YOU_MEAN, nearest);
    else
        hint = kp_phrase(form->sink, form->arena, KP_P_POSSIBLE_OR_EMPTY,
                         kp_scale_values(form->arena, scale, form->lang, form->rubric->language),
                         kp_label(KP_L_STATE_NOT_APPLICABLE, form->lang));
    if (scale->count)
        kp_report(form->sink, KP_D_NO_LEVEL, place, word, scale->id, hint);
    else
        kp_report(form->sink, KP_D_NOT_A_NUMBER, place, word, hint);
}

const char *form_level(const form_row *row, kp_form_column column, uint32_t slot, const kp_scale *scale)
{
    kp_form *form = row->form;
    const kp_read_cell *cell = form_cell(row, column, slot);
    search s = {.form = form, .scale = scale, .word = form_text(row, column, slot)};
    const char *value, *number;
    kp_decimal parsed;

    if (!s.word)
        return NULL;
    value = level_named(&s);
    if (value && (cell->kind == KP_HOLDS_TEXT || !is_other_value(&s, value)))
        return value;
    if (cell->kind == KP_HOLDS_TEXT && form_is_na(form, s.word))
        return "n/a";
    number = form_number(form->arena, cell, scale->count == 0);
    if (!s.ambiguous && !value && kp_decimal_parse(number, &parsed) == KP_DECIMAL_OK)
        return scale_number(&s, number); /* whether it lies on the scale is checked with the evaluation */
    report_level(row, form_place(row, column, slot), scale, s.word);
    return NULL;
}

/* ---- texts ---- */

/* What is left of a text in a cell: no carriage returns and control characters, a tab is a blank. Blanks and
 * line breaks at the end are not seen by anybody. */
static char *as_shown(kp_arena *arena, const char *text)
{
    size_t left = strlen(text), n;
    char *shown = kp_arena_alloc(arena, left + 1), *end = shown;
    uint32_t code;

    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n) {
        if (code == '\t') {
            *end++ = ' ';
        } else if (code != '\r' && !kp_utf8_is_control(code)) {
            memcpy(end, text, n);
            end += n;
        }
    }
    while (end > shown && strchr(" \n", end[-1]))
        end--;
    *end = '\0';
    return shown;
}

bool form_is_cut(const char *text)
{
    enum { MORE_FOR_AN_ESCAPE = 6 };
    size_t units = kp_utf8_utf16_units(text);

    for (const char *at = text; (at = strstr(at, "_x")) != NULL; at += 2)
        units += MORE_FOR_AN_ESCAPE;
    return units > KP_MAX_CELL_UNITS;
}

/* Some programs decode "_x0041_" when they read, and do not encode it again when they write. */
static const char *unescaped(kp_arena *arena, const char *text)
{
    kp_trouble none = {KP_NO_TROUBLE, NULL};
    kp_book_reader reader = {.arena = arena, .trouble = &none, .text_left = SIZE_MAX};
    bool left_out;

    return strstr(text, "_x") ? kp_read_text_of(&reader, text, strlen(text), &left_out) : text;
}

bool form_shows(kp_arena *arena, const char *cell, const char *text)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    char *seen = as_shown(arena, cell);
    const char *shown = as_shown(arena, text);
    size_t length = strlen(seen), tail = strlen(ellipsis);

    if (strcmp(seen, shown) == 0 || strcmp(seen, unescaped(arena, shown)) == 0)
        return true;
    if (!form_is_cut(text) || length < tail || strcmp(seen + length - tail, ellipsis) != 0)
        return false;
    return strncmp(seen, shown, length - tail) == 0;
}
