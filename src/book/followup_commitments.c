#include "followup_internal.h"

/* Åtaganden och uppdrag: one row each, so that the table can be filtered. */

typedef struct columns {
    uint32_t id, report, kind, text, goal, area, owners, status, words, expected, progress, due, remark, last;
} columns;

/* The kind and the status in the report's own words, where it has some. */
static const char *own_words(const kp_fu *fu, const kp_followup *f, const kp_commitment *c)
{
    const char *kind = kp_fu_own_word(fu, f, kp_word_for(kp_commitment_kinds, c->kind), "");
    const char *status = kp_fu_own_word(fu, f, kp_word_for(kp_statuses, c->status), "");

    return *kind && *status ? kp_arena_printf(fu->arena, "%s: %s", kind, status) : *kind ? kind : status;
}

typedef struct found {
    bool id, goal, area, owners, words, expected, progress, due;
} found;

/* What any of them has to say: columns with nothing in them are left out. */
static found find_columns(const kp_fu *fu)
{
    found any = {0};

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        for (uint32_t k = 0; k < fu->t->years[i].followup->commitment_count; k++) {
            const kp_commitment *c = &fu->t->years[i].followup->commitments[k];
            any.id = any.id || c->id.text;
            any.goal = any.goal || c->goal_id.text;
            any.area = any.area || c->area_id.text;
            any.owners = any.owners || c->owner_count;
            any.words = any.words || *own_words(fu, fu->t->years[i].followup, c);
            any.expected = any.expected || c->expected;
            any.progress = any.progress || c->progress.given;
            any.due = any.due || c->due;
        }
    return any;
}

static columns place(kp_fu *fu)
{
    const found any = find_columns(fu);
    uint32_t next = 0;
    columns c;

    c.id = any.id ? next++ : KP_FU_NONE;
    c.report = fu->t->year_count > 1 ? next++ : KP_FU_NONE;
    c.kind = next++;
    c.text = next++;
    c.goal = any.goal ? next++ : KP_FU_NONE;
    c.area = any.area ? next++ : KP_FU_NONE;
    c.owners = any.owners ? next++ : KP_FU_NONE;
    c.status = next++;
    c.words = any.words ? next++ : KP_FU_NONE;
    c.expected = any.expected ? next++ : KP_FU_NONE;
    c.progress = any.progress ? next++ : KP_FU_NONE;
    c.due = any.due ? next++ : KP_FU_NONE;
    c.remark = next++;
    c.last = next - 1;
    fu->commitment_kind = c.kind;
    fu->commitment_area = c.area;
    fu->commitment_status = c.status;
    return c;
}

static void put_head(const kp_fu *fu, uint32_t row, uint32_t column, const char *text, uint8_t width,
                     bool right)
{
    const kp_fu_head heads[] = {{text, width, right}, {NULL, 0, false}};

    if (column != KP_FU_NONE)
        kp_fu_put_heads(fu->commitments, row, column, heads);
}

static void put_heads(const kp_fu *fu, const columns *c, uint32_t row)
{
    put_head(fu, row, c->id, KP_FU_L(fu, NUMBER), 7, false);
    put_head(fu, row, c->report, KP_FU_L(fu, REPORT), 16, false);
    put_head(fu, row, c->kind, KP_FU_L(fu, KIND), 11, false);
    put_head(fu, row, c->text, KP_FU_L(fu, COMMITMENT), 42, false);
    put_head(fu, row, c->goal, KP_FU_L(fu, GOAL), 7, false);
    put_head(fu, row, c->area, KP_FU_L(fu, AREA), 17, false);
    put_head(fu, row, c->owners, KP_FU_L(fu, RESPONSIBLE), 16, false);
    put_head(fu, row, c->status, KP_FU_L(fu, STATUS), 11, false);
    put_head(fu, row, c->words, KP_FU_L(fu, IN_OWN_WORDS), 13, false);
    put_head(fu, row, c->expected, KP_FU_L(fu, EXPECTED), 12, false);
    put_head(fu, row, c->progress, KP_FU_L(fu, PROGRESS), 10, true);
    put_head(fu, row, c->due, KP_FU_L(fu, DUE), 10, false);
    put_head(fu, row, c->remark, KP_FU_L(fu, REMARK), 40, false);
}

static void put(const kp_fu *fu, uint32_t row, uint32_t column, const char *text)
{
    if (column != KP_FU_NONE)
        kp_put_text(fu->commitments, row, column, kp_look_wrapped(KP_ROLE_BODY), text);
}

static void put_id(const kp_fu *fu, uint32_t row, uint32_t column, const char *text)
{
    if (column != KP_FU_NONE)
        kp_put_text(fu->commitments, row, column, kp_look_id(KP_ROLE_BODY), text ? text : "");
}

static const char *owners(const kp_fu *fu, const kp_commitment *c)
{
    const char *list = "";

    for (uint32_t i = 0; i < c->owner_count; i++)
        list = i ? kp_arena_printf(fu->arena, "%s, %s", list, c->owners[i]) : c->owners[i];
    return list;
}

static void put_row(const kp_fu *fu, const columns *at, uint32_t row, uint32_t index, const kp_commitment *c)
{
    const kp_followup *f = fu->t->years[index].followup;
    kp_style right = kp_look_number(KP_ROLE_BODY, KP_FORMAT_PERCENT, c->progress.value.decimals);

    put_id(fu, row, at->id, c->id.text);
    put(fu, row, at->report, fu->heads[index]);
    put(fu, row, at->kind, kp_words_kind(c->kind, fu->lang));
    put(fu, row, at->text, kp_fu_text(fu, &c->text, f));
    put_id(fu, row, at->goal, c->goal_id.text);
    put(fu, row, at->area, kp_fu_area(fu, f, c->area, &c->area_id));
    put(fu, row, at->owners, owners(fu, c));
    put(fu, row, at->status, kp_words_progress(c->status, fu->lang));
    put(fu, row, at->words, own_words(fu, f, c));
    put(fu, row, at->expected, kp_fu_expected(fu, c));
    if (at->progress == KP_FU_NONE)
        ;
    else if (c->progress.given)
        kp_put_number(fu->commitments, row, at->progress, right,
                      kp_num_decimal(fu->arena, c->progress.value));
    else
        kp_put_text(fu->commitments, row, at->progress, right, KP_DASH);
    put_id(fu, row, at->due, c->due);
    put(fu, row, at->remark, kp_fu_remark(fu, kp_fu_text(fu, &c->note, f), c->ref));
}

void kp_fu_write_commitments(kp_fu *fu)
{
    const columns c = place(fu);
    kp_sheet *sheet = fu->commitments;
    const uint32_t head = kp_fu_begin_sheet(fu, sheet, KP_FU_L(fu, SHEET_COMMITMENTS), c.last);
    uint32_t row = head + 1;

    put_heads(fu, &c, head);
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_followup *f = fu->t->years[i].followup;
        fu->commitment_rows[i] = (kp_fu_rows){row, row};
        for (uint32_t k = 0; k < f->commitment_count; k++)
            put_row(fu, &c, row++, i, &f->commitments[k]);
        fu->commitment_rows[i].last = row - 1;
    }
    if (c.progress != KP_FU_NONE)
        kp_add_data_bars(sheet, (kp_range){sheet, head + 1, c.progress, row - 1, c.progress}, 100);
    kp_set_filter(sheet, (kp_range){sheet, head, 0, row - 1, c.last});
    kp_set_landscape(sheet);
    kp_freeze(sheet, head + 1, 1);
    kp_repeat_rows(sheet, head, head);
    kp_fit(sheet, 6, 50);
    kp_break_pages(sheet);
}
