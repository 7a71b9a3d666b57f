#include "parts.h"

/* Where printed pages end. Sheets are fitted to the width of A4 (src/write/), so what a page holds follows
 * from the widths of the columns.
 *
 * Programs differ in how much that is: LibreOffice draws columns wider, and so gets more rows on a page. What
 * is planned here holds nonetheless where each page begins with a break of ours. Only a plain list with a
 * filter, where no row belongs to another, flows: its rows may be hidden, and breaks for the pages of the
 * whole would then make many pages of few rows. Its last page has a break where a heading stands on it. */

enum {
    PAGE_WIDTH = 509, /* points between the margins, upright */
    PAGE_HEIGHT = 735,
    LANDSCAPE_WIDTH = 755,
    LANDSCAPE_HEIGHT = 491,
    ROW_HEIGHT = 15,
    FEW = 5,     /* less than this part of a page is too little for the last one */
    CAUTION = 98 /* percent of a page that are filled: programs differ in how high they draw a row */
};

uint32_t kp_pixels_between(const kp_sheet *sheet, uint32_t first, uint32_t last)
{
    uint32_t pixels = 0;

    for (uint32_t column = first; column <= last && column < sheet->column_count; column++)
        if (!sheet->columns[column].hidden)
            pixels += (uint32_t)(7 * sheet->columns[column].width) + 5;
    return pixels;
}

/* Points of rows on one page. */
static double page_room(const kp_sheet *sheet)
{
    double width = sheet->landscape ? LANDSCAPE_WIDTH : PAGE_WIDTH;
    double height = sheet->landscape ? LANDSCAPE_HEIGHT : PAGE_HEIGHT;
    double columns =
        kp_pixels_between(sheet, 0, sheet->has_print_end ? sheet->print_end : sheet->column_count) * 0.75;

    return height * (columns > width ? columns / width : 1) * CAUTION / 100;
}

static double height_of(const kp_sheet *sheet, uint32_t first, uint32_t end)
{
    double height = 0;

    for (uint32_t row = first; row < end; row++) {
        const kp_row_info *info = row < sheet->row_count ? &sheet->rows[row] : NULL;
        if (!info || !info->hidden)
            height += info && info->height > 0 ? info->height : ROW_HEIGHT;
    }
    return height;
}

/* Of the rows at the top of each page but the first. */
static double repeated_height(const kp_sheet *sheet)
{
    return sheet->has_repeat ? height_of(sheet, sheet->repeat_first, sheet->repeat_last + 1) : 0;
}

/* ---- what stands in the rows ---- */

enum { NOTHING, LINE, HEADING, TABLE }; /* what begins at a row; the greater, the more belongs to it */

typedef struct pages {
    kp_sheet *sheet;
    uint32_t end;      /* behind the last row that is printed */
    uint8_t *begins;   /* by row */
    bool *holds;       /* by row: something stands there */
    bool *tied;        /* by row: it belongs to the row before, on one page */
    bool repeats_head; /* each page begins with the heads of the table */
    bool flows;        /* a page ends where it is full */
    double room, repeated;
    /* the page at hand */
    uint32_t start, before; /* its first row, and that of the page before it */
    bool is_ours;           /* it begins with a break */
    double used;
} pages;

static const kp_cell *first_of_row(const kp_sheet *sheet, size_t index)
{
    const kp_cell *cell = &sheet->cells[index];

    return cell->column == 0 && (index == 0 || cell[-1].row != cell->row) ? cell : NULL;
}

/* Not the row of an area in a table of questions, which looks alike but leads somewhere. */
static bool is_table_head(const kp_cell *cell)
{
    return cell->style.role == KP_ROLE_HEAD && cell->kind == KP_CELL_TEXT;
}

/* The row behind the last one that a chart lies over. */
static uint32_t end_of_chart(const kp_sheet *sheet, const kp_chart *chart)
{
    uint32_t row = chart->row;

    for (double left = chart->height * 0.75; left > 0; row++)
        left -= height_of(sheet, row, row + 1);
    return row;
}

/* A row of figures that sums up those above it, or is the first of those below it. */
static bool is_total(const kp_cell *cell)
{
    return cell && cell->style.role == KP_ROLE_TOTAL;
}

static bool is_body(const kp_cell *cell)
{
    return cell && (cell->style.role == KP_ROLE_BODY || cell->style.role == KP_ROLE_INPUT);
}

/* What a page must not end with. */
static bool leads(const kp_cell *cell, bool is_led)
{
    switch (cell->style.role) {
    case KP_ROLE_HEADING:
    case KP_ROLE_HEAD:
        return true;
    case KP_ROLE_SUBTITLE:
        return cell->row > 1;
    case KP_ROLE_NOTE: /* on how to read a table, between its heading and its heads */
    case KP_ROLE_CAVEAT:
        return is_led;
    default:
        return false;
    }
}

static void read_row(pages *p, const kp_cell **firsts, uint32_t row)
{
    const kp_cell *cell = firsts[row], *before = row ? firsts[row - 1] : NULL;
    const kp_cell *next = row + 1 < p->end ? firsts[row + 1] : NULL;

    if (!cell)
        return;
    if (cell->style.role == KP_ROLE_HEADING)
        p->begins[row] = HEADING;
    else if (cell->style.role == KP_ROLE_SUBTITLE && row > 1)
        p->begins[row] = LINE;
    else if (is_table_head(cell) && is_body(before))
        p->begins[row] = TABLE;
    if (row + 1 < p->end && (leads(cell, p->tied[row]) || (is_total(cell) && is_body(next))))
        p->tied[row + 1] = true;
    else if (is_total(cell) && is_body(before))
        p->tied[row] = true;
}

/* A formula that has nothing to say now is as good as a blank row. */
static bool is_silent(const kp_cell *cell)
{
    return cell->kind == KP_CELL_FORMULA && cell->text && !*cell->text;
}

static void read_rows(pages *p)
{
    const kp_sheet *sheet = p->sheet;
    const kp_cell **firsts = KP_NEW_ARRAY(sheet->book->arena, p->end + (size_t)1, const kp_cell *);

    for (size_t i = 0; i < sheet->cell_count && sheet->cells[i].row < p->end; i++) {
        p->holds[sheet->cells[i].row] |= !is_silent(&sheet->cells[i]);
        if (first_of_row(sheet, i))
            firsts[sheet->cells[i].row] = &sheet->cells[i];
    }
    for (uint32_t row = 0; row < p->end; row++)
        read_row(p, firsts, row);
    for (uint32_t i = 0; i < sheet->chart_count; i++)
        for (uint32_t row = sheet->charts[i]->row;
             row < p->end && row < end_of_chart(sheet, sheet->charts[i]); row++) {
            p->holds[row] = true;
            p->tied[row] = p->tied[row] || row > sheet->charts[i]->row;
        }
    for (uint32_t row = sheet->repeat_first; sheet->has_repeat && row <= sheet->repeat_last; row++)
        p->repeats_head = p->repeats_head || (row < p->end && firsts[row] && is_table_head(firsts[row]));
    p->flows = sheet->has_filter;
    for (uint32_t row = sheet->filter.first_row + 1; row <= sheet->filter.last_row && p->flows; row++)
        p->flows = row >= p->end || !firsts[row] || is_body(firsts[row]);
}

static pages pages_of(kp_sheet *sheet)
{
    kp_arena *arena = sheet->book->arena;
    pages p = {.sheet = sheet, .room = page_room(sheet)};

    if (sheet->cell_count)
        p.end = sheet->cells[sheet->cell_count - 1].row + 1;
    for (uint32_t i = 0; i < sheet->chart_count; i++)
        if (end_of_chart(sheet, sheet->charts[i]) > p.end)
            p.end = end_of_chart(sheet, sheet->charts[i]);
    if (sheet->has_print_last && p.end > sheet->print_last + 1)
        p.end = sheet->print_last + 1;
    p.begins = KP_NEW_ARRAY(arena, p.end + (size_t)1, uint8_t);
    p.holds = KP_NEW_ARRAY(arena, p.end + (size_t)1, bool);
    p.tied = KP_NEW_ARRAY(arena, p.end + (size_t)1, bool);
    p.repeated = repeated_height(sheet);
    read_rows(&p);
    return p;
}

/* The row behind the last one of a block that holds something: blank rows may hang over a page's end. */
static uint32_t end_of(const bool *holds, uint32_t start, uint32_t end)
{
    while (end > start + 1 && !holds[end - 1])
        end--;
    return end;
}

/* ---- laying rows on pages ---- */

static void break_before(pages *p, uint32_t row)
{
    if (p->sheet->break_count < KP_MAX_BREAKS)
        kp_break_before(p->sheet, row);
}

static void begin_page(pages *p, uint32_t row, bool ours)
{
    p->before = p->start;
    p->start = row;
    p->is_ours = ours;
    p->used = p->sheet->has_repeat && row > p->sheet->repeat_last ? p->repeated : 0;
    if (ours)
        break_before(p, row);
}

/* What follows on this page stands where it is planned only if the page begins where it is planned. */
static void pin(pages *p)
{
    if (!p->is_ours && p->start)
        break_before(p, p->start);
    p->is_ours = true;
}

/* Where the next page begins if @p row has no room on this one: never within a chart or behind a heading. */
static uint32_t next_start(const pages *p, uint32_t row)
{
    uint32_t at = row;

    while (at > p->start && p->tied[at])
        at--;
    return at > p->start ? at : row;
}

static double page_of(const pages *p)
{
    return p->room - p->repeated;
}

/* The row behind a table that begins at @p row, or behind the first one of a block. */
static uint32_t end_of_table(const pages *p, uint32_t row, uint32_t end)
{
    do
        row++;
    while (row < end && p->begins[row] != TABLE);
    return row;
}

/* One of several tables of a block, each with its heads, is not begun where it has no room. */
static bool has_no_room(const pages *p, uint32_t row, uint32_t end)
{
    double height;

    if (p->begins[row] != TABLE)
        return false;
    height = height_of(p->sheet, row, end_of(p->holds, row, end_of_table(p, row, end)));
    return p->used + height > p->room && height <= page_of(p);
}

static void lay(pages *p, uint32_t first, uint32_t end)
{
    for (uint32_t row = first; row < end; row++) {
        double height = height_of(p->sheet, row, row + 1);
        if (row > p->start && (p->used + height > p->room || has_no_room(p, row, end))) {
            uint32_t at = next_start(p, row);
            begin_page(p, at, !p->flows);
            p->used += height_of(p->sheet, at, row);
        }
        p->used += height;
    }
}

/* What fills a page or more is begun where a good part of one is left, if its heads are repeated; what goes
 * on without them, only if it has no room on one page. Several tables are begun where the first has room. */
static bool may_split(const pages *p, uint32_t start, uint32_t end)
{
    double page = page_of(p), block = height_of(p->sheet, start, end), left = p->room - p->used;
    uint32_t first_end = end_of_table(p, start, end);

    if (first_end < end && block > page / 2)
        return height_of(p->sheet, start, end_of(p->holds, start, first_end)) <= left;
    if (block <= page && block - left < page / FEW)
        return false; /* a few rows on a page of their own, where all have room on one */
    return block > (p->repeats_head ? page * 3 / 4 : page) && left > page * 2 / 5;
}

static bool is_heading(const pages *p, uint32_t row)
{
    return p->begins[row] == LINE || p->begins[row] == HEADING;
}

/* Whether something that is to stay together begins at a row: a heading, and those right below it. */
static bool is_start(const pages *p, uint32_t row)
{
    return is_heading(p, row) && !is_heading(p, row - 1);
}

/* ---- the last page ---- */

typedef struct last_pages {
    uint32_t before, start, end; /* the first row of each of the last two, and behind the last one */
    double page, least;          /* of rows on a page; that the last one is to hold */
} last_pages;

/* The last page begins further up where it holds next to nothing: with the heading above, or within a list
 * that goes on. It stays where there is no such row, or where that would only move the gap. */
static void fill_last_page(kp_sheet *sheet, const last_pages *last, bool (*may_begin)(const void *, uint32_t),
                           const void *asked)
{
    uint32_t *at = sheet->break_count ? &sheet->breaks[sheet->break_count - 1] : NULL;

    if (!at || *at != last->start || height_of(sheet, last->start, last->end) >= last->least)
        return;
    for (uint32_t row = last->start - 1; row > last->before; row--) {
        double height = height_of(sheet, row, last->end);
        if (height > last->page * 2 / 3)
            return;
        if (height >= last->least && may_begin(asked, row)) {
            *at = row;
            return;
        }
    }
}

static bool may_begin_block(const void *asked, uint32_t row)
{
    const pages *p = asked;

    return is_start(p, p->start) ? is_start(p, row) : !p->tied[row];
}

void kp_break_pages(kp_sheet *sheet)
{
    pages p = pages_of(sheet);
    uint32_t start = 0;

    for (uint32_t row = 1; row <= p.end; row++) {
        uint32_t last;
        double block;
        if (row < p.end && !is_start(&p, row))
            continue;
        last = end_of(p.holds, start, row);
        block = height_of(sheet, start, last);
        if (start && p.used + block > p.room && !may_split(&p, start, last))
            begin_page(&p, start, true);
        if (start)
            pin(&p);
        lay(&p, start, last);
        p.used += height_of(sheet, last, row);
        start = row;
    }
    if (p.start && p.is_ours)
        fill_last_page(
            sheet,
            &(last_pages){p.before, p.start, end_of(p.holds, p.start, p.end), page_of(&p), page_of(&p) / FEW},
            may_begin_block, &p);
}

/* ---- rows that are printed one after the other ---- */

/* What is used of the last page; and where the last two pages begin. */
static double break_rows(kp_sheet *sheet, const bool *with_next, uint32_t end, uint32_t starts[2])
{
    double room = page_room(sheet), used = 0;
    uint32_t start = 0;

    for (uint32_t row = 0; row < end; row++) {
        double height = height_of(sheet, row, row + 1);
        if (used + height > room && row > start && sheet->break_count < KP_MAX_BREAKS) {
            uint32_t first = row;
            while (first > start && with_next[first - 1])
                first--;
            starts[0] = start;
            start = first > start ? first : row; /* what alone fills a page is parted all the same */
            starts[1] = start;
            kp_break_before(sheet, start);
            used = height_of(sheet, start, row);
            if (sheet->has_repeat && start > sheet->repeat_last)
                used += repeated_height(sheet);
        }
        used += height;
    }
    return used;
}

static bool may_follow(const void *asked, uint32_t row)
{
    const bool *with_next = asked;

    return !with_next[row - 1];
}

void kp_break_rows(kp_sheet *sheet, const bool *with_next, uint32_t end)
{
    uint32_t starts[2] = {0};
    double page = page_room(sheet) - repeated_height(sheet);

    break_rows(sheet, with_next, end, starts);
    if (starts[1])
        fill_last_page(sheet, &(last_pages){starts[0], starts[1], end, page, page / 3}, may_follow,
                       with_next);
}

void kp_break_before_blanks(kp_sheet *sheet, const bool *with_next, uint32_t first_blank, uint32_t end)
{
    enum { HANDFUL = 5, MORE = 12 };
    uint32_t starts[2] = {0};
    double used = break_rows(sheet, with_next, first_blank, starts), room = page_room(sheet);
    uint32_t row = first_blank;

    while (row < end && used + height_of(sheet, row, row + 1) <= room)
        used += height_of(sheet, row, row + 1), row++;
    if (row < first_blank + HANDFUL && row + MORE <= end) {
        kp_break_before(sheet, row);
        row += MORE;
    }
    kp_print_rows_to(sheet, row - 1);
}
