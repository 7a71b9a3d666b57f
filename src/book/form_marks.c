#include "form_marks.h"

#include "kompass/utf8.h"
#include "parts.h"

kp_style kp_marks_input(void)
{
    return (kp_style){.role = KP_ROLE_INPUT, .format = KP_FORMAT_TEXT, .align = KP_ALIGN_LEFT, .wrap = true};
}

void kp_marks_put_input(kp_sheet *sheet, uint32_t row, uint32_t column, const char *text)
{
    kp_style style = kp_marks_input();

    if (!text || !*text) {
        kp_put_blank(sheet, row, column, style);
        return;
    }
    if (kp_utf8_utf16_units(text) > KP_MAX_CELL_UNITS) {
        style.role = KP_ROLE_BODY;
        text = kp_cut_units(sheet->book->arena, text, KP_MAX_CELL_UNITS);
    }
    kp_put_text(sheet, row, column, style, text);
}

void kp_marks_put_wide_input(kp_sheet *sheet, uint32_t row, uint32_t first, uint32_t last, const char *text)
{
    kp_put_wide_text(sheet, row, first, last, kp_marks_input(), "");
    kp_marks_put_input(sheet, row, first, text);
}

/* Whether a column was just named: sheets are sorted once whole, and this row is their last so far. */
static bool is_named(const kp_sheet *sheet, uint32_t row, uint32_t column)
{
    for (size_t i = sheet->cell_count; i-- > 0 && sheet->cells[i].row == row;)
        if (sheet->cells[i].column == column)
            return true;
    return false;
}

void kp_marks_begin(kp_sheet *sheet, uint32_t row, uint32_t column, kp_form_table table)
{
    for (uint32_t other = 0; other < column; other++)
        if (!is_named(sheet, row, other))
            kp_put_text(sheet, row, other, kp_look_id(KP_ROLE_PLAIN), KP_FORM_LAYOUT);
    kp_put_text(sheet, row, column, kp_look_id(KP_ROLE_PLAIN), kp_form_marker(table));
    kp_set_width(sheet, column, 3);
    kp_hide_column(sheet, column);
    kp_hide_row(sheet, row);
}

void kp_marks_name(kp_sheet *sheet, uint32_t row, uint32_t column, kp_form_column name, uint32_t slot)
{
    kp_put_text(sheet, row, column, kp_look_id(KP_ROLE_PLAIN),
                kp_form_column_name(sheet->book->arena, name, slot));
}

void kp_marks_layout(kp_sheet *sheet, uint32_t first, uint32_t last, uint32_t marker)
{
    for (uint32_t row = first; row <= last; row++)
        kp_put_text(sheet, row, marker, kp_look_id(KP_ROLE_PLAIN), KP_FORM_LAYOUT);
}

void kp_marks_key(kp_sheet *sheet, uint32_t row, uint32_t key_column, const char *key, uint32_t value_column,
                  const char *value)
{
    kp_put_text(sheet, row, key_column, kp_look_id(KP_ROLE_PLAIN), key);
    kp_put_text(sheet, row, value_column, kp_look_id(KP_ROLE_PLAIN), value ? value : "");
}
