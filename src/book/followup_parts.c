#include "followup_internal.h"

#include <string.h>

const char *kp_fu_text(const kp_fu *fu, const kp_text *text, const kp_followup *f)
{
    return kp_text_or(text, fu->lang, f->language, "");
}

const char *kp_fu_own_word(const kp_fu *fu, const kp_followup *f, const char *word, const char *otherwise)
{
    const char *own = kp_followup_label(f, word, fu->lang);

    return own ? own : otherwise;
}

const char *kp_fu_area(const kp_fu *fu, const kp_followup *f, const kp_followup_area *area,
                       const kp_placed *written)
{
    const char *title = area ? kp_fu_text(fu, &area->title, f) : "";
    const char *id = area ? area->id.text : written ? written->text : NULL;
    const char *shown = *title ? title : id ? id : "";

    if (area && !*title)
        return shown;
    for (uint32_t i = 0; i < f->area_count; i++) {
        const char *other = kp_fu_text(fu, &f->areas[i].title, f);
        if (&f->areas[i] == area)
            continue;
        if (!*other)
            other = f->areas[i].id.text ? f->areas[i].id.text : "";
        if (kp_same_sheet_name(other, shown)) /* formulas take them for the same, whatever their case */
            return kp_arena_printf(fu->arena, "%s (%s)", shown, area ? id : KP_FU_L(fu, NOT_LISTED));
    }
    return shown;
}

const char *kp_fu_remark(const kp_fu *fu, const char *note, const char *ref)
{
    if (!ref || !*ref)
        return note;
    return *note ? kp_arena_printf(fu->arena, "%s (%s)", note, ref) : kp_arena_printf(fu->arena, "(%s)", ref);
}

const char *kp_fu_expected(const kp_fu *fu, const kp_commitment *c)
{
    return c->expected == KP_STATUS_DELAYED ? KP_FU_L(fu, EXPECTED_DELAYED)
           : c->expected                    ? KP_FU_L(fu, EXPECTED_DONE)
                                            : "";
}

const char *kp_fu_number(const kp_fu *fu, kp_decimal number)
{
    return kp_words_grouped(fu->arena, fu->lang, kp_words_decimal(fu->arena, fu->lang, number));
}

kp_style kp_fu_number_style(kp_decimal number)
{
    return kp_look_number(KP_ROLE_BODY, KP_FORMAT_GROUPED, number.decimals);
}

bool kp_fu_fits(kp_decimal number)
{
    const int64_t most = 1000000000000000; /* 15 digits */

    return number.digits < most && number.digits > -most;
}

uint32_t kp_fu_begin_sheet(const kp_fu *fu, kp_sheet *sheet, const char *title, uint32_t last_column)
{
    const kp_followup *first = fu->t->years[0].followup;
    const kp_followup *last = fu->t->years[fu->t->year_count - 1].followup;
    const char *years = kp_arena_printf(fu->arena, "%04d", first->year);
    const bool home = sheet == fu->summary;
    const char *link = home                  ? KP_FU_L(fu, TO_CHECK)
                       : sheet == fu->series ? KP_FU_L(fu, TO_GOALS)
                                             : KP_FU_L(fu, TO_FOLLOWUP_SUMMARY);
    const kp_sheet *target = home ? fu->check : sheet == fu->series ? fu->goals : fu->summary;

    if (last->year != first->year)
        years = kp_arena_printf(fu->arena, "%s" KP_DASH "%04d", years, last->year);
    return kp_put_sheet_head(sheet,
                             &(kp_sheet_head){
                                 .title = title,
                                 .subtitle = kp_arena_printf(fu->arena, "%s \xC2\xB7 %s %s", fu->units,
                                                             KP_FU_L(fu, FOLLOWUP), years),
                                 .link_text = link,
                                 .link_target = kp_link_to(fu->arena, target, 0, 0),
                                 .caveat = fu->caveat,
                                 .footer = fu->footer,
                             },
                             last_column);
}

void kp_fu_put_heads(kp_sheet *sheet, uint32_t row, uint32_t first_column, const kp_fu_head *heads)
{
    for (uint32_t i = 0; heads[i].text; i++) {
        kp_put_text(sheet, row, first_column + i,
                    (kp_style){.role = KP_ROLE_HEAD,
                               .align = heads[i].right ? KP_ALIGN_RIGHT : KP_ALIGN_LEFT,
                               .wrap = true},
                    heads[i].text);
        if (heads[i].width)
            kp_set_width(sheet, first_column + i, heads[i].width);
    }
}

const char *kp_fu_column(const kp_fu *fu, const kp_sheet *from, const kp_sheet *sheet, kp_fu_rows rows,
                         uint32_t column)
{
    return kp_range_from(fu->arena, from, (kp_range){sheet, rows.first, column, rows.last, column});
}

const char *kp_fu_countif(const kp_fu *fu, const kp_sheet *from, const kp_sheet *sheet, kp_fu_rows rows,
                          uint32_t column, const char *word)
{
    if (!kp_fu_count(rows))
        return "0";
    return kp_arena_printf(fu->arena, "COUNTIF(%s,%s)", kp_fu_column(fu, from, sheet, rows, column),
                           kp_formula_text(fu->arena, word));
}

void kp_fu_add_check(kp_fu *fu, const kp_sheet *sheet, uint32_t row, uint32_t column, uint32_t own,
                     const char *what, const char *report)
{
    kp_fu_check *check = KP_NEW(fu->arena, kp_fu_check);

    *check = (kp_fu_check){what, report, sheet, row, column, own, NULL};
    *fu->next_check = check;
    fu->next_check = &check->next;
}

void kp_fu_put_count(kp_fu *fu, kp_sheet *sheet, uint32_t row, uint32_t column, kp_role role,
                     const char *formula, uint32_t own, const char *what, const char *report)
{
    kp_put_formula(sheet, row, column, kp_look_number(role, KP_FORMAT_FIXED, 0),
                   kp_arena_printf(fu->arena, "=%s", formula), kp_num_int(own));
    kp_fu_add_check(fu, sheet, row, column, own, what, report);
}
