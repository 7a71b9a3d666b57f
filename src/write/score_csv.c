#include "kompass/write.h"

#include <string.h>

/* RFC 4180. A spreadsheet takes a text that begins with one of these for a formula, quoted or not; an
 * apostrophe in front keeps it text (OWASP, CSV injection). */
static bool looks_like_formula(const char *text)
{
    return *text && strchr("=+-@\t\r", *text) != NULL;
}

static void put_text(kp_buf *out, const char *text)
{
    bool formula = looks_like_formula(text);

    if (!formula && !strpbrk(text, ",\"\r\n")) {
        kp_buf_puts(out, text);
        return;
    }
    kp_buf_puts(out, formula ? "\"'" : "\"");
    for (; *text; text++) {
        if (*text == '"')
            kp_buf_putc(out, '"');
        kp_buf_putc(out, *text);
    }
    kp_buf_putc(out, '"');
}

static void put_number(kp_arena *arena, kp_buf *out, bool there, kp_num number)
{
    if (there)
        kp_buf_puts(out, kp_num_digits(arena, number, 15));
}

void kp_write_csv_header(kp_buf *out)
{
    kp_buf_puts(out, "evaluation,unit,year,rubric,node,level,title,points,max,percent,state\r\n");
}

/* What all rows of an evaluation begin with. */
static void put_prefix(const kp_evaluation *e, kp_buf *out)
{
    put_text(out, e->id);
    kp_buf_putc(out, ',');
    put_text(out, e->unit.name);
    kp_buf_printf(out, ",%04d,", e->year);
    put_text(out, e->rubric_id);
    kp_buf_putc(out, ',');
}

static void put_row(kp_arena *arena, const kp_score *score, const kp_node *node, const char *lang,
                    kp_buf *out)
{
    const kp_result *r = kp_result_of(score, node);
    bool scored = kp_has_score(r);
    const kp_text *title = node->parent ? &node->title : &score->rubric->title;

    put_text(out, node->id);
    kp_buf_putc(out, ',');
    kp_buf_puts(out, kp_num_digits(arena, kp_num_int(node->level), 15));
    kp_buf_putc(out, ',');
    put_text(out, kp_text_or(title, lang, score->rubric->language, ""));
    kp_buf_putc(out, ',');
    put_number(arena, out, scored, r->points);
    kp_buf_putc(out, ',');
    put_number(arena, out, true, r->max);
    kp_buf_putc(out, ',');
    if (scored)
        put_number(arena, out, true, kp_percent_of(arena, r));
    kp_buf_putc(out, ',');
    kp_buf_puts(out, kp_result_state_name(r->state));
    kp_buf_puts(out, "\r\n");
}

void kp_write_score_csv(kp_arena *arena, const kp_score *score, const char *lang, kp_buf *out)
{
    kp_buf prefix = KP_BUF_INIT;

    put_prefix(score->evaluation, &prefix);
    for (uint32_t i = 0; i < score->rubric->node_count; i++) {
        if (score->results[i].hidden)
            continue;
        kp_buf_add(out, kp_buf_text(&prefix), prefix.length);
        put_row(arena, score, score->rubric->nodes[i], lang, out);
    }
    kp_buf_done(&prefix);
}
