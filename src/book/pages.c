#include "parts.h"

/* Where printed pages end. Sheets are fitted to the width of A4 (src/write/), so what a page holds follows
 * from the widths of the columns. */

enum {
    PAGE_WIDTH = 509, /* points between the margins, upright */
    PAGE_HEIGHT = 735,
    LANDSCAPE_WIDTH = 755,
    LANDSCAPE_HEIGHT = 491,
    ROW_HEIGHT = 15,
    PIXELS_A_ROW = 20,
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

/* Not the row of an area in a table of questions, which looks alike but leads somewhere. */
static bool is_table_head(const kp_cell *cell)
{
    return cell->column == 0 && cell->style.role == KP_ROLE_HEAD && cell->kind == KP_CELL_TEXT;
}

/* What begins at each row: 3 another table of a section, 2 a heading, 1 a line above one that belongs to it.
 */
static uint8_t *find_blocks(const kp_sheet *sheet, uint32_t *ret_end, bool **ret_holds)
{
    uint8_t *begins;
    bool *body;
    uint32_t end = 0;

    for (size_t i = 0; i < sheet->cell_count; i++)
        end = sheet->cells[i].row >= end ? sheet->cells[i].row + 1 : end;
    begins = KP_NEW_ARRAY(sheet->book->arena, end + (size_t)1, uint8_t);
    body = KP_NEW_ARRAY(sheet->book->arena, end + (size_t)1, bool);
    *ret_holds = KP_NEW_ARRAY(sheet->book->arena, end + (size_t)1, bool);
    *ret_end = end;
    for (uint32_t i = 0; i < sheet->chart_count; i++)
        for (uint32_t row = 0; row < sheet->charts[i]->height / PIXELS_A_ROW; row++)
            if (sheet->charts[i]->row + row < end)
                (*ret_holds)[sheet->charts[i]->row + row] = true;
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const kp_cell *cell = &sheet->cells[i];
        (*ret_holds)[cell->row] = true;
        if (cell->column == 0 && cell->style.role == KP_ROLE_HEADING)
            begins[cell->row] = 2;
        else if (cell->column == 0 && cell->style.role == KP_ROLE_SUBTITLE && cell->row > 1)
            begins[cell->row] = 1;
        else if (is_table_head(cell) && cell->row && body[cell->row - 1])
            begins[cell->row] = 3;
        body[cell->row] = body[cell->row] || (cell->column == 0 && cell->style.role == KP_ROLE_BODY);
    }
    return begins;
}

/* The row behind the last one of a block that holds something: blank rows may hang over a page's end. */
static uint32_t end_of(const bool *holds, uint32_t start, uint32_t end)
{
    while (end > start + 1 && !holds[end - 1])
        end--;
    return end;
}

/* Rows one after the other on pages: what is used of the last one. Where a page ends within a table of
 * several, it ends above that table's head, if most of the page is filled by then. */
static double lay(kp_sheet *sheet, const uint8_t *begins, uint32_t first, uint32_t end, double used,
                  double room)
{
    double repeated = repeated_height(sheet);
    uint32_t head = first;

    for (uint32_t row = first; row < end; row++) {
        double height = height_of(sheet, row, row + 1);
        if (begins[row] == 3 && used > room / 2)
            head = row;
        if (used + height > room) {
            used = sheet->has_repeat && row > sheet->repeat_last ? repeated : 0;
            if (head > first) {
                kp_break_before(sheet, head);
                used += height_of(sheet, head, row);
                head = first;
            }
        }
        used += height;
    }
    return used;
}

/* What fills a page or more is begun where a good part of one is left. */
static bool may_split(double block, double left, double page)
{
    return block > page * 3 / 4 && left > page * 2 / 5;
}

void kp_break_pages(kp_sheet *sheet)
{
    uint32_t end, start = 0;
    bool *holds;
    const uint8_t *begins = find_blocks(sheet, &end, &holds);
    double room = page_room(sheet), used = 0, repeated = repeated_height(sheet);

    for (uint32_t row = 1; row <= end; row++) {
        double block;
        if (row < end && (!begins[row] || begins[row] == 3 || begins[row - 1] == 1))
            continue;
        if (row < end && begins[row] == 1 && begins[row - 1] == 2) /* a heading is never left alone */
            continue;
        block = height_of(sheet, start, end_of(holds, start, row));
        if (start && used + block > room && !may_split(block, room - used, room - repeated)) {
            kp_break_before(sheet, start);
            used = start > sheet->repeat_last ? repeated : 0;
        }
        used = lay(sheet, begins, start, end_of(holds, start, row), used, room);
        used += height_of(sheet, end_of(holds, start, row), row);
        start = row;
    }
}

/* ---- rows that are printed one after the other ---- */

/* What is used of the last page. */
static double break_rows(kp_sheet *sheet, const bool *with_next, uint32_t end)
{
    double room = page_room(sheet), used = 0;
    uint32_t start = 0;

    for (uint32_t row = 0; row < end; row++) {
        double height = height_of(sheet, row, row + 1);
        if (used + height > room && row > start && sheet->break_count < KP_MAX_BREAKS) {
            uint32_t first = row;
            while (first > start && with_next[first - 1])
                first--;
            start = first > start ? first : row; /* what alone fills a page is parted all the same */
            kp_break_before(sheet, start);
            used = height_of(sheet, start, row);
            if (sheet->has_repeat && start > sheet->repeat_last)
                used += repeated_height(sheet);
        }
        used += height;
    }
    return used;
}

void kp_break_rows(kp_sheet *sheet, const bool *with_next, uint32_t end)
{
    break_rows(sheet, with_next, end);
}

void kp_break_before_blanks(kp_sheet *sheet, const bool *with_next, uint32_t first_blank, uint32_t end)
{
    enum { HANDFUL = 5, MORE = 12 };
    double used = break_rows(sheet, with_next, first_blank), room = page_room(sheet);
    uint32_t row = first_blank;

    while (row < end && used + height_of(sheet, row, row + 1) <= room)
        used += height_of(sheet, row, row + 1), row++;
    if (row < first_blank + HANDFUL && row + MORE <= end) {
        kp_break_before(sheet, row);
        row += MORE;
    }
    kp_print_rows(sheet, row - 1);
}
