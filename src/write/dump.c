#include "kompass/write.h"

#include <string.h>

/* One line a fact, in an order that does not change: made to be compared with the dump of yesterday. */

static const char *const role_names[KP_ROLE__COUNT] = {
    [KP_ROLE_PLAIN] = "plain",     [KP_ROLE_TITLE] = "title", [KP_ROLE_SUBTITLE] = "subtitle",
    [KP_ROLE_HEADING] = "heading", [KP_ROLE_HEAD] = "head",   [KP_ROLE_LABEL] = "label",
    [KP_ROLE_BODY] = "body",       [KP_ROLE_TOTAL] = "total", [KP_ROLE_NOTE] = "note",
    [KP_ROLE_CAVEAT] = "caveat",   [KP_ROLE_LINK] = "link",   [KP_ROLE_INPUT] = "input",
    [KP_ROLE_GOOD] = "good",       [KP_ROLE_BAD] = "bad",
};

static const char *const align_names[] = {"", " left", " right", " centre"};
static const char *const chart_names[] = {"radar", "bar", "line"};

typedef struct dumping {
    kp_arena *arena;
    kp_buf *out;
    const kp_sheet *sheet;
} dumping;

/* ---- values ---- */

static void put_text(kp_buf *out, const char *text)
{
    if (!text) {
        kp_buf_puts(out, "none");
        return;
    }
    kp_buf_putc(out, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            kp_buf_printf(out, "\\%c", c);
        else if (c == '\n')
            kp_buf_puts(out, "\\n");
        else if (c < ' ' || c == 0x7F)
            kp_buf_printf(out, "\\x%02x", c);
        else
            kp_buf_putc(out, *text);
    }
    kp_buf_putc(out, '"');
}

/* A number of the plan's settings, to a thousandth; not printf's %g, whose mark depends on the locale. */
static void put_setting(const dumping *d, double value)
{
    int64_t thousandths = (int64_t)(value * 1000 + (value < 0 ? -0.5 : 0.5));

    kp_buf_puts(d->out, kp_num_digits(d->arena, kp_num_fraction(d->arena, thousandths, 1000), 15));
}

/* "A3:F20", with the sheet in front when it is another. */
static void put_range(const dumping *d, const kp_range *range)
{
    if (range->sheet != d->sheet)
        kp_buf_printf(d->out, "%s!", range->sheet->name);
    kp_buf_puts(d->out, kp_cell_name(d->arena, range->first_row, range->first_column));
    if (range->first_row != range->last_row || range->first_column != range->last_column)
        kp_buf_printf(d->out, ":%s", kp_cell_name(d->arena, range->last_row, range->last_column));
}

/* ---- cells ---- */

static void put_value(const dumping *d, const kp_cell *cell)
{
    if (cell->kind == KP_CELL_BLANK)
        kp_buf_puts(d->out, "blank");
    else if (cell->text)
        put_text(d->out, cell->text);
    else
        kp_buf_puts(d->out, kp_num_digits(d->arena, cell->number, 15));
}

static void put_format(kp_buf *out, const kp_style *style)
{
    switch (style->format) {
    case KP_FORMAT_FIXED:
        kp_buf_printf(out, " fixed%u", style->decimals);
        break;
    case KP_FORMAT_GROUPED:
        kp_buf_printf(out, " grouped%u", style->decimals);
        break;
    case KP_FORMAT_PERCENT:
        kp_buf_printf(out, " percent%u", style->decimals);
        break;
    case KP_FORMAT_SIGNED:
        kp_buf_printf(out, " signed%u", style->decimals);
        break;
    case KP_FORMAT_TEXT:
        kp_buf_puts(out, " text");
        break;
    default:
        break;
    }
}

static void put_style(kp_buf *out, const kp_style *style)
{
    kp_buf_putc(out, ' ');
    kp_buf_puts(out, style->role < KP_ROLE__COUNT ? role_names[style->role] : "?");
    put_format(out, style);
    kp_buf_puts(out, style->align <= KP_ALIGN_CENTRE ? align_names[style->align] : " ?");
    if (style->indent)
        kp_buf_printf(out, " indent%u", style->indent);
    if (style->wrap)
        kp_buf_puts(out, " wrap");
}

static void put_cell(const dumping *d, const kp_cell *cell)
{
    kp_buf_printf(d->out, "%s!%s = ", d->sheet->name, kp_cell_name(d->arena, cell->row, cell->column));
    put_value(d, cell);
    if (cell->formula)
        kp_buf_printf(d->out, " {%s}", cell->formula);
    if (cell->target)
        kp_buf_printf(d->out, " -> %s", cell->target);
    put_style(d->out, &cell->style);
    kp_buf_putc(d->out, '\n');
}

/* ---- sheets ---- */

static void put_header(const dumping *d)
{
    const kp_sheet *s = d->sheet;

    kp_buf_puts(d->out, "\nsheet ");
    put_text(d->out, s->name);
    if (s->freeze_row || s->freeze_column)
        kp_buf_printf(d->out, " freeze %s", kp_cell_name(d->arena, s->freeze_row, s->freeze_column));
    if (s->landscape)
        kp_buf_puts(d->out, " landscape");
    if (s->has_filter) {
        kp_buf_puts(d->out, " filter ");
        put_range(d, &s->filter);
    }
    if (s->has_repeat)
        kp_buf_printf(d->out, " repeat %lu:%lu", (unsigned long)s->repeat_first + 1,
                      (unsigned long)s->repeat_last + 1);
    if (s->is_protected)
        kp_buf_puts(d->out, s->new_rows ? " protected but for new rows" : " protected");
    if (s->is_hidden)
        kp_buf_puts(d->out, " hidden");
    if (s->has_print_end)
        kp_buf_printf(d->out, " printed to %s", kp_column_name(d->arena, s->print_end));
    if (s->print_first)
        kp_buf_printf(d->out, " printed from row %lu", (unsigned long)s->print_first + 1);
    if (s->has_print_last)
        kp_buf_printf(d->out, " printed to row %lu", (unsigned long)s->print_last + 1);
    if (s->footer) {
        kp_buf_puts(d->out, " footer ");
        put_text(d->out, s->footer);
    }
    kp_buf_putc(d->out, '\n');
}

static void put_columns(const dumping *d)
{
    bool any = false;

    for (uint32_t i = 0; i < d->sheet->column_count; i++) {
        if (!(d->sheet->columns[i].width > 0))
            continue;
        kp_buf_printf(d->out, "%s %s ", any ? "" : "widths", kp_column_name(d->arena, i));
        put_setting(d, d->sheet->columns[i].width);
        any = true;
    }
    if (any)
        kp_buf_putc(d->out, '\n');
    for (uint32_t i = 0; i < d->sheet->column_count; i++)
        if (d->sheet->columns[i].hidden)
            kp_buf_printf(d->out, "hidden column %s\n", kp_column_name(d->arena, i));
}

static void put_rows(const dumping *d)
{
    for (uint32_t i = 0; i < d->sheet->row_count; i++) {
        const kp_row_info *row = &d->sheet->rows[i];
        if (!(row->height > 0) && !row->outline && !row->hidden)
            continue;
        kp_buf_printf(d->out, "row %lu", (unsigned long)i + 1);
        if (row->height > 0) {
            kp_buf_puts(d->out, " height ");
            put_setting(d, row->height);
        }
        if (row->outline)
            kp_buf_printf(d->out, " level %u", row->outline);
        if (row->hidden)
            kp_buf_puts(d->out, " hidden");
        kp_buf_putc(d->out, '\n');
    }
}

static void put_rules(const dumping *d)
{
    const kp_sheet *s = d->sheet;

    for (uint32_t i = 0; i < s->merge_count; i++) {
        const kp_merge *m = &s->merges[i];
        kp_range range = {s, m->row, m->first_column, m->row, m->last_column};
        kp_buf_puts(d->out, "merge ");
        put_range(d, &range);
        kp_buf_putc(d->out, '\n');
    }
    for (uint32_t i = 0; i < s->break_count; i++)
        kp_buf_printf(d->out, "break before %lu\n", (unsigned long)s->breaks[i] + 1);
    for (uint32_t i = 0; i < s->bar_count; i++) {
        kp_buf_puts(d->out, "bars ");
        put_range(d, &s->bars[i].range);
        kp_buf_puts(d->out, " full ");
        put_setting(d, s->bars[i].full);
        kp_buf_putc(d->out, '\n');
    }
    for (uint32_t i = 0; i < s->choice_count; i++) {
        const kp_choice *choice = s->choices[i];
        kp_buf_puts(d->out, "choice ");
        put_range(d, &choice->cells);
        kp_buf_puts(d->out, " from ");
        if (choice->values.sheet) {
            put_range(d, &choice->values);
        } else {
            kp_buf_printf(d->out, "%s to ", kp_num_digits(d->arena, choice->min, 15));
            kp_buf_puts(d->out, kp_num_digits(d->arena, choice->max, 15));
            kp_buf_puts(d->out, choice->no_share ? " but no share of 1" : "");
            kp_buf_puts(d->out, choice->also ? " or " : "");
            if (choice->also)
                put_text(d->out, choice->also);
        }
        kp_buf_puts(d->out, " title ");
        put_text(d->out, choice->title);
        kp_buf_puts(d->out, " message ");
        put_text(d->out, choice->message);
        if (choice->refusal) {
            kp_buf_puts(d->out, " else ");
            put_text(d->out, choice->refusal);
        }
        kp_buf_putc(d->out, '\n');
    }
}

/* ---- charts ---- */

/* The values as a chart draws them: a text or nothing is a gap, except among categories. */
static void put_values(const dumping *d, const kp_range *range, bool categories)
{
    const char *between = "";

    kp_buf_puts(d->out, " [");
    for (uint32_t row = range->first_row; row <= range->last_row; row++)
        for (uint32_t column = range->first_column; column <= range->last_column; column++) {
            const kp_cell *cell = kp_cell_at(range->sheet, row, column);
            bool drawn = cell && cell->kind != KP_CELL_BLANK && (categories || !cell->text);
            kp_buf_puts(d->out, between);
            between = ", ";
            if (drawn)
                put_value(d, cell);
            else
                kp_buf_puts(d->out, "gap");
        }
    kp_buf_putc(d->out, ']');
}

static void put_chart(const dumping *d, const kp_chart *chart)
{
    kp_buf_printf(d->out, "chart %s at %s size %lux%lu title ",
                  chart->kind <= KP_CHART_LINE ? chart_names[chart->kind] : "?",
                  kp_cell_name(d->arena, chart->row, chart->column), (unsigned long)chart->width,
                  (unsigned long)chart->height);
    put_text(d->out, chart->title);
    if (chart->has_range) {
        kp_buf_puts(d->out, " axis ");
        put_setting(d, chart->min);
        kp_buf_puts(d->out, "..");
        put_setting(d, chart->max);
        kp_buf_puts(d->out, " step ");
        put_setting(d, chart->step);
    }
    kp_buf_puts(d->out, " of ");
    put_text(d->out, chart->value_title);
    kp_buf_puts(d->out, "\n  alt ");
    put_text(d->out, chart->alt_text);
    kp_buf_putc(d->out, '\n');
    for (uint32_t i = 0; i < chart->series_count; i++) {
        const kp_series *series = &chart->series[i];
        kp_buf_puts(d->out, series->goes_on ? "  and " : "  series ");
        put_text(d->out, series->name);
        kp_buf_puts(d->out, "\n    categories ");
        put_range(d, &series->categories);
        put_values(d, &series->categories, true);
        kp_buf_puts(d->out, "\n    values ");
        put_range(d, &series->values);
        put_values(d, &series->values, false);
        kp_buf_putc(d->out, '\n');
    }
}

/* ---- book ---- */

static void put_info(const dumping *d, const kp_book_info *info)
{
    const struct {
        const char *name, *text;
    } properties[] = {
        {"title", info->title},     {"subject", info->subject},   {"author", info->author},
        {"company", info->company}, {"keywords", info->keywords}, {"comments", info->comments},
        {"language", info->lang},
    };

    kp_buf_puts(d->out, "book\n");
    for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++) {
        if (!properties[i].text)
            continue;
        kp_buf_printf(d->out, "%s ", properties[i].name);
        put_text(d->out, properties[i].text);
        kp_buf_putc(d->out, '\n');
    }
    kp_buf_printf(d->out, "created %lld\n", (long long)info->created);
}

void kp_write_book_dump(kp_arena *arena, const kp_book *book, kp_buf *out)
{
    dumping d = {arena, out, NULL};

    put_info(&d, &book->info);
    for (uint32_t i = 0; i < book->sheet_count; i++) {
        d.sheet = book->sheets[i];
        put_header(&d);
        put_columns(&d);
        put_rows(&d);
        for (size_t k = 0; k < d.sheet->cell_count; k++)
            put_cell(&d, &d.sheet->cells[k]);
        put_rules(&d);
        for (uint32_t k = 0; k < d.sheet->chart_count; k++)
            put_chart(&d, d.sheet->charts[k]);
    }
}
