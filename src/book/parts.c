#include "parts.h"

#include <string.h>

#include "kompass/buf.h"
#include "kompass/os.h"
#include "kompass/utf8.h"

/* ---- looks ---- */

kp_style kp_look(kp_role role)
{
    return (kp_style){.role = (uint8_t)role};
}

kp_style kp_look_wrapped(kp_role role)
{
    return (kp_style){.role = (uint8_t)role, .wrap = true};
}

kp_style kp_look_id(kp_role role)
{
    return (kp_style){.role = (uint8_t)role, .format = KP_FORMAT_TEXT, .align = KP_ALIGN_LEFT};
}

kp_style kp_look_number(kp_role role, kp_format format, unsigned decimals)
{
    return (kp_style){.role = (uint8_t)role,
                      .format = (uint8_t)format,
                      .decimals = (uint8_t)(decimals < 9 ? decimals : 9),
                      .align = KP_ALIGN_RIGHT};
}

kp_style kp_look_decimal(kp_role role, kp_decimal number)
{
    return kp_look_number(role, KP_FORMAT_FIXED, number.decimals);
}

/* ---- words ---- */

static const char *for_people(kp_arena *arena, const char *lang, const char *number)
{
    return kp_num_for_people(arena, number, kp_lang_has_comma(lang));
}

const char *kp_words_number(kp_arena *arena, const char *lang, kp_num number, unsigned decimals)
{
    return for_people(arena, lang, kp_num_fixed(arena, number, decimals));
}

const char *kp_words_decimal(kp_arena *arena, const char *lang, kp_decimal number)
{
    return for_people(arena, lang, kp_decimal_text(arena, number));
}

const char *kp_words_count(kp_arena *arena, uint32_t count)
{
    return kp_arena_printf(arena, "%lu", (unsigned long)count);
}

const char *kp_words_grouped(kp_arena *arena, const char *lang, const char *number)
{
    const char *between = strcmp(lang, "en") == 0 ? "," : "\xC2\xA0";
    const size_t sign = strcspn(number, "0123456789"), digits = strspn(number + sign, "0123456789");
    const char *text = kp_arena_strndup(arena, number, sign);

    for (size_t at = 0, next; at < digits; at = next) {
        next = at ? at + 3 : (digits + 2) % 3 + 1;
        text = kp_arena_printf(arena, "%s%s%s", text, at ? between : "",
                               kp_arena_strndup(arena, number + sign + at, next - at));
    }
    return kp_arena_printf(arena, "%s%s", text, number + sign + digits);
}

const char *kp_words_evidence(int type, const char *lang)
{
    static const kp_label_id types[] = {[KP_EVIDENCE_OTHER] = KP_L_EVIDENCE_OTHER,
                                        [KP_INTERVIEW] = KP_L_EVIDENCE_INTERVIEW,
                                        [KP_DOCUMENT] = KP_L_EVIDENCE_DOCUMENT,
                                        [KP_WEBSITE] = KP_L_EVIDENCE_WEBSITE,
                                        [KP_INTRANET] = KP_L_EVIDENCE_INTRANET};

    return kp_label(types[type], lang);
}

const char *kp_words_state(kp_result_state state, const char *lang)
{
    static const kp_label_id words[KP_RESULT_STATE__COUNT] = {
        [KP_SCORED] = KP_L_STATE_SCORED,
        [KP_INCOMPLETE] = KP_L_STATE_INCOMPLETE,
        [KP_NONE_ANSWERED] = KP_L_STATE_UNANSWERED,
        [KP_IS_NOT_APPLICABLE] = KP_L_STATE_NOT_APPLICABLE,
        [KP_UNWEIGHTED] = KP_L_STATE_UNWEIGHTED,
    };

    return kp_label(words[state], lang);
}

static const char *level_words(kp_arena *arena, const char *lang, const kp_rubric *rubric,
                               const kp_level *level)
{
    const char *value = kp_words_decimal(arena, lang, level->value.value);

    return kp_utf8_one_line(arena, kp_text_or(&level->label, lang, rubric->language, value));
}

const char *kp_words_scale(kp_arena *arena, const char *lang, const kp_rubric *rubric, const kp_scale *scale)
{
    enum { WIDTH = 44, UNITS = 80 };
    const char *words = "";

    if (!scale->count)
        return kp_arena_printf(arena, "%s\xE2\x80\x93%s", kp_words_decimal(arena, lang, kp_scale_low(scale)),
                               kp_words_decimal(arena, lang, kp_scale_high(scale)));
    for (uint32_t i = 0; i < scale->count; i++)
        words = kp_arena_printf(arena, "%s%s%s", words, i ? " \xC2\xB7 " : "",
                                level_words(arena, lang, rubric, &scale->levels[i]));
    if (kp_utf8_width(words) > WIDTH)
        words =
            kp_arena_printf(arena, "%s \xE2\x80\xA6 %s", level_words(arena, lang, rubric, &scale->levels[0]),
                            level_words(arena, lang, rubric, &scale->levels[scale->count - 1]));
    return kp_cut_units(arena, words, UNITS);
}
/* ---- formulas ---- */

const char *kp_formula_text(kp_arena *arena, const char *text)
{
    kp_buf out = KP_BUF_INIT;
    const char *copy;
    size_t length = 0;

    /* A constant may hold 255 characters: a longer text is put together of several. */
    kp_buf_putc(&out, '"');
    for (; *text; text++) {
        if (((unsigned char)*text & 0xC0) != 0x80 && length++ == 120) {
            kp_buf_puts(&out, "\"&\"");
            length = 1;
        }
        kp_buf_puts(&out, *text == '"' ? "\"\"" : (const char[]){*text, '\0'});
    }
    kp_buf_putc(&out, '"');
    copy = kp_arena_strdup(arena, kp_buf_text(&out));
    kp_buf_done(&out);
    return copy;
}

const char *kp_formula_sentence(kp_arena *arena, const char *sentence, const char *const *expressions)
{
    const char *formula = "=", *rest = sentence, *brace;

    while ((brace = strchr(rest, '{')) != NULL && brace[1] >= '1' && brace[1] <= '9' && brace[2] == '}') {
        const char *words = kp_arena_strndup(arena, rest, (size_t)(brace - rest));
        formula = kp_arena_printf(arena, "%s%s&%s&", formula, kp_formula_text(arena, words),
                                  expressions[brace[1] - '1']);
        rest = brace + 3;
    }
    return kp_arena_printf(arena, "%s%s", formula, kp_formula_text(arena, rest));
}

const char *kp_formula_difference(kp_arena *arena, const char *from, const char *taken)
{
    return kp_arena_printf(arena, "=IF(COUNT(%s,%s)<2,\"%s\",%s-%s)", taken, from, KP_DASH, from, taken);
}

/* Digit by digit: the functions that print a number ask the program's own language for the mark. Rounded
 * before it is rounded: a half must not lie below itself for want of binary places. */
const char *kp_formula_number(kp_arena *arena, const char *lang, const char *expression, unsigned decimals)
{
    unsigned long unit = 1;
    const char *whole, *text;

    for (unsigned i = 0; i < decimals; i++)
        unit *= 10;
    whole = kp_arena_printf(arena, "ROUND(ROUND(%s,9)*%lu,0)", expression, unit);
    text = kp_arena_printf(arena, "INT(%s/%lu)", whole, unit);
    for (const char *mark = kp_lang_has_comma(lang) ? "," : "."; unit > 1; unit /= 10, mark = "") {
        text = *mark ? kp_arena_printf(arena, "%s&\"%s\"", text, mark) : text;
        text = kp_arena_printf(arena, "%s&INT(MOD(%s,%lu)/%lu)", text, whole, unit, unit / 10);
    }
    return text;
}

const char *kp_formula_close(kp_arena *arena, const char *a, const char *b)
{
    return kp_arena_printf(arena, "ABS(SUM(%s)-SUM(%s))<=1E-9*MAX(1,ABS(SUM(%s)))", b, a, a);
}

static bool side_by_side(const kp_children *c)
{
    for (const kp_node *child = c->node->first_child; child->next; child = child->next)
        if (c->rows[child->next->index] != c->rows[child->index] + 1)
            return false;
    return true;
}

/* A column of the rows from the first child of a node to its last, or to the last of what is below it. */
static kp_range below(const kp_node *node, const kp_sheet *sheet, const uint32_t *rows, uint32_t column,
                      bool children_alone)
{
    uint32_t last = children_alone ? node->last_child->index : node->subtree_end - 1;

    while (rows[last] == UINT32_MAX)
        last--;
    return (kp_range){sheet, rows[node->first_child->index], column, rows[last], column};
}

const char *kp_formula_sum(kp_arena *arena, const kp_sheet *from, const kp_children *c, uint32_t column)
{
    const char *list = "";

    if (side_by_side(c))
        return kp_arena_printf(arena, "SUM(%s)",
                               kp_range_from(arena, from, below(c->node, c->sheet, c->rows, column, true)));
    if (c->node->child_count > c->chain)
        return kp_arena_printf(
            arena, "SUMPRODUCT((%s=%lu)*1,%s)",
            kp_range_from(arena, from, below(c->node, c->level_sheet, c->level_rows, c->level_column, false)),
            (unsigned long)c->node->level + 1,
            kp_range_from(arena, from, below(c->node, c->sheet, c->rows, column, false)));
    for (const kp_node *child = c->node->first_child; child; child = child->next)
        list = kp_arena_printf(arena, "%s%s%s", list, *list ? "," : "",
                               kp_cell_from(arena, from, c->sheet, c->rows[child->index], column));
    return kp_arena_printf(arena, "SUM(%s)", list);
}

void kp_put_either(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *formula,
                   bool is_number, kp_num number, const char *text)
{
    if (is_number)
        kp_put_formula(sheet, row, column, style, formula, number);
    else
        kp_put_text_formula(sheet, row, column, style, formula, text);
}

/* ---- heads, lists, paragraphs ---- */

void kp_put_heads(kp_sheet *sheet, uint32_t row, uint32_t first_column, const char *const *heads)
{
    kp_style style = kp_look_wrapped(KP_ROLE_HEAD);

    for (uint32_t i = 0; heads[i]; i++)
        kp_put_text(sheet, row, first_column + i, style, heads[i]);
}

uint32_t kp_put_sheet_head(kp_sheet *sheet, const kp_sheet_head *head, uint32_t last_column)
{
    uint32_t row = 0;

    kp_put_wide_text(sheet, row++, 0, last_column, kp_look_wrapped(KP_ROLE_TITLE), head->title);
    kp_put_wide_text(sheet, row++, 0, last_column, kp_look_wrapped(KP_ROLE_SUBTITLE), head->subtitle);
    if (head->link_text)
        kp_put_link(sheet, row++, 0, kp_look(KP_ROLE_LINK), head->link_text, head->link_target);
    if (head->caveat)
        kp_put_wide_text(sheet, row++, 0, last_column, kp_look_wrapped(KP_ROLE_CAVEAT), head->caveat);
    kp_set_footer(sheet, head->footer);
    return row;
}

uint32_t kp_put_section(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *heading)
{
    kp_put_wide_text(sheet, row, 0, last_column, kp_look(KP_ROLE_HEADING), heading);
    return row + 1;
}

uint32_t kp_put_sentence(kp_sheet *sheet, uint32_t row, uint32_t last_column, kp_role role, const char *text)
{
    kp_put_wide_text(sheet, row, 0, last_column, kp_look_wrapped(role), text);
    return row + 1;
}

uint32_t kp_put_fact(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *label,
                     const char *value)
{
    kp_arena *arena = sheet->book->arena;
    const char *end;

    if (!value || !*value)
        return row;
    kp_put_text(sheet, row, 0, kp_look_wrapped(KP_ROLE_LABEL), label);
    for (; *value; value = end) {
        size_t length = strcspn(value, "\n");
        end = value + length;
        end += strspn(end, "\n");
        if (length)
            kp_put_wide_text(sheet, row++, 1, last_column, kp_look_wrapped(KP_ROLE_PLAIN),
                             kp_arena_strndup(arena, value, length));
    }
    return row;
}

/* ---- what it was all made of ---- */

uint32_t kp_put_inputs_head(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *lang)
{
    kp_put_text(sheet, row, 0, kp_look(KP_ROLE_HEAD), kp_label(KP_L_KIND, lang));
    kp_put_text(sheet, row, 1, kp_look(KP_ROLE_HEAD), kp_label(KP_L_FILE_NAME, lang));
    kp_put_wide_text(sheet, row, 2, last_column, kp_look(KP_ROLE_HEAD), "SHA-256");
    return row + 1;
}

uint32_t kp_put_input(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *kind,
                      const kp_source *source, const char *sha256)
{
    kp_put_text(sheet, row, 0, kp_look(KP_ROLE_BODY), kind);
    kp_put_text(sheet, row, 1, kp_look_wrapped(KP_ROLE_BODY), kp_path_name(source->name));
    kp_put_wide_text(sheet, row, 2, last_column, kp_look_id(KP_ROLE_BODY), sha256);
    return row + 1;
}

void kp_put_verdict(kp_sheet *sheet, uint32_t row, uint32_t last_column, kp_range answers, const char *lang)
{
    kp_arena *arena = sheet->book->arena;
    const char *holds = kp_label(KP_L_CHECK_HOLDS, lang);

    kp_put_wide_text(sheet, row, 0, last_column, kp_look_wrapped(KP_ROLE_GOOD), holds);
    kp_put_text_formula(
        sheet, row, 0, kp_look_wrapped(KP_ROLE_GOOD),
        kp_arena_printf(arena, "=IF(COUNTIF(%s,%s)=0,%s,%s)", kp_range_from(arena, sheet, answers),
                        kp_formula_text(arena, kp_label(KP_L_NO, lang)), kp_formula_text(arena, holds),
                        kp_formula_text(arena, kp_label(KP_L_CHECK_FAILS, lang))),
        holds);
}
