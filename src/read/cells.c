#include "read_internal.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/book.h"

/* ---- shared strings ---- */

typedef struct strings_reader {
    kp_book_reader *book;
    kp_buf text;
    size_t room;
    bool in_text; /* a <t> of the string itself, not of its phonetic guide */
    unsigned phonetic;
} strings_reader;

static bool open_string(void *context, const char *name, const char **attributes)
{
    strings_reader *r = context;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        kp_buf_clear(&r->text);
    else if (strcmp(name, "rPh") == 0)
        r->phonetic++;
    else
        r->in_text = strcmp(name, "t") == 0 && !r->phonetic;
    return true;
}

static void grow_strings(strings_reader *r)
{
    kp_book_reader *book = r->book;

    r->room = r->room ? 2 * r->room : 1024;
    book->strings =
        kp_arena_enlarged(book->arena, book->strings, book->string_count, r->room, sizeof(*book->strings));
    book->strings_cut = kp_arena_enlarged(book->arena, book->strings_cut, book->string_count, r->room,
                                          sizeof(*book->strings_cut));
}

static bool close_string(void *context, const char *name)
{
    strings_reader *r = context;
    kp_book_reader *book = r->book;
    const char *text;
    bool left_out;

    r->in_text = false;
    if (strcmp(name, "rPh") == 0 && r->phonetic)
        r->phonetic--;
    if (strcmp(name, "si") != 0)
        return true;
    if (book->string_count == KP_WORKBOOK_MAX_CELLS)
        return kp_trouble_set(book->trouble, KP_HAS_TOO_MUCH, NULL);
    text = kp_read_text_of(book, kp_buf_text(&r->text), r->text.length, &left_out);
    if (!text)
        return false;
    if (book->string_count == r->room)
        grow_strings(r);
    book->strings_cut[book->string_count] = left_out;
    book->strings[book->string_count++] = text;
    return true;
}

static bool string_text(void *context, const char *text, size_t length)
{
    strings_reader *r = context;

    return !r->in_text || kp_read_more_text(r->book, &r->text, text, length);
}

bool kp_read_strings(kp_book_reader *reader, const kp_part *part)
{
    static const kp_xml_events events = {open_string, close_string, string_text};
    strings_reader r = {.book = reader, .text = KP_BUF_INIT};
    bool fine = kp_xml_read(reader->package, part, &events, &r, reader->trouble);

    kp_buf_done(&r.text);
    return fine;
}

/* ---- cells ---- */

typedef struct cells_reader {
    kp_book_reader *book;
    kp_read_sheet *sheet;
    size_t room;
    uint32_t row, column;           /* of the present cell, from 0 */
    uint32_t next_row, next_column; /* where one stands that does not say where */
    char type[12];
    size_t style;
    kp_buf text;
    bool in_cell, in_text, has_formula, in_order;
    unsigned phonetic;
} cells_reader;

/* "C7", or only a row's "7"; false where it is no place of a sheet. */
static bool read_place(const char *name, uint32_t *ret_row, uint32_t *ret_column)
{
    uint32_t row = 0, column = 0;

    for (; (*name >= 'A' && *name <= 'Z') || (*name >= 'a' && *name <= 'z'); name++) {
        column = column * 26 + (uint32_t)((*name | 32) - 'a') + 1;
        if (column > KP_MAX_COLUMNS)
            return false;
    }
    for (; *name >= '0' && *name <= '9'; name++) {
        row = row * 10 + (uint32_t)(*name - '0');
        if (row > KP_MAX_ROWS)
            return false;
    }
    if (*name || !row)
        return false;
    *ret_row = row - 1;
    if (column)
        *ret_column = column - 1;
    return true;
}

static bool is_damaged(const cells_reader *r)
{
    return kp_trouble_set(r->book->trouble, KP_IS_DAMAGED, r->sheet->name);
}

static bool open_cell(cells_reader *r, const char **attributes)
{
    const char *place = kp_xml_attribute(attributes, "r"), *type = kp_xml_attribute(attributes, "t");
    const char *style = kp_xml_attribute(attributes, "s");

    r->column = r->next_column;
    if (place && !read_place(place, &r->row, &r->column))
        return is_damaged(r);
    if (r->row >= KP_MAX_ROWS || r->column >= KP_MAX_COLUMNS)
        return is_damaged(r);
    r->next_column = r->column + 1;
    r->type[0] = '\0';
    if (type)
        strncat(r->type, type, sizeof(r->type) - 1);
    r->style = style ? strtoul(style, NULL, 10) : 0;
    r->in_cell = true;
    r->has_formula = false;
    kp_buf_clear(&r->text);
    return true;
}

static bool open_element(void *context, const char *name, const char **attributes)
{
    cells_reader *r = context;

    if (strcmp(name, "c") == 0)
        return open_cell(r, attributes);
    if (strcmp(name, "row") == 0) {
        const char *place = kp_xml_attribute(attributes, "r");
        uint32_t none;
        r->row = r->next_row;
        r->next_column = 0;
        if (place && !read_place(place, &r->row, &none))
            return is_damaged(r);
        r->next_row = r->row + 1;
    } else if (strcmp(name, "rPh") == 0) {
        r->phonetic++;
    } else {
        r->in_text = r->in_cell && !r->phonetic && (strcmp(name, "v") == 0 || strcmp(name, "t") == 0);
        r->has_formula = r->has_formula || strcmp(name, "f") == 0;
    }
    return true;
}

static void add_cell(cells_reader *r, kp_read_cell cell)
{
    kp_read_sheet *sheet = r->sheet;

    KP_MAKE_ROOM(r->book->arena, sheet->cells, sheet->count, r->room);
    if (sheet->count) {
        const kp_read_cell *last = &sheet->cells[sheet->count - 1];
        r->in_order =
            r->in_order && (last->row < cell.row || (last->row == cell.row && last->column < cell.column));
    }
    sheet->cells[sheet->count++] = cell;
}

static bool set_text(cells_reader *r, kp_read_cell *cell)
{
    cell->kind = KP_HOLDS_TEXT;
    cell->text = kp_read_text_of(r->book, kp_buf_text(&r->text), r->text.length, &cell->left_out);
    return cell->text != NULL;
}

static bool set_shared(cells_reader *r, kp_read_cell *cell)
{
    char *end;
    const char *text = kp_buf_text(&r->text);
    size_t index = strtoul(text, &end, 10);

    if (end == text || *end || index >= r->book->string_count)
        return is_damaged(r);
    cell->kind = KP_HOLDS_TEXT;
    cell->text = r->book->strings[index];
    cell->left_out = r->book->strings_cut[index];
    return true;
}

static bool set_number(cells_reader *r, kp_read_cell *cell)
{
    const kp_looks *looks = &r->book->looks;
    unsigned look = r->style < looks->count ? looks->of_style[r->style] : KP_LOOKS_PLAIN;
    const char *text = kp_buf_text(&r->text);

    if (look == KP_LOOKS_DATE && (cell->text = kp_read_date_of(r->book->arena, text, r->book->from_1904))) {
        cell->kind = KP_HOLDS_DATE;
        return true;
    }
    cell->kind = KP_HOLDS_NUMBER;
    cell->is_percent = look == KP_LOOKS_PERCENT;
    cell->text = kp_read_number_of(r->book->arena, text);
    return cell->text || set_text(r, cell); /* what it cannot be, is told where it is wanted */
}

static bool set_content(cells_reader *r, kp_read_cell *cell)
{
    if (strcmp(r->type, "s") == 0)
        return set_shared(r, cell);
    if (strcmp(r->type, "inlineStr") == 0 || strcmp(r->type, "str") == 0)
        return set_text(r, cell);
    if (strcmp(r->type, "b") == 0) {
        cell->kind = KP_HOLDS_BOOL;
        cell->text = strcmp(kp_buf_text(&r->text), "1") == 0 ? "true" : "false";
        return true;
    }
    if (strcmp(r->type, "e") == 0 || strcmp(r->type, "d") == 0) {
        bool is_error = *r->type == 'e';
        if (!set_text(r, cell))
            return false;
        cell->kind = is_error ? KP_HOLDS_ERROR : KP_HOLDS_DATE;
        return true;
    }
    return set_number(r, cell);
}

static bool close_cell(cells_reader *r)
{
    kp_read_cell cell = {.row = r->row, .column = r->column, .is_formula = r->has_formula};

    r->in_cell = false;
    if (r->text.length == 0 && (!r->has_formula || strcmp(r->type, "str") == 0))
        return true; /* a formula may well give an empty text */
    if (r->book->cells_left == 0)
        return kp_trouble_set(r->book->trouble, KP_HAS_TOO_MUCH, NULL);
    r->book->cells_left--;
    if (r->text.length == 0) {
        cell.kind = KP_HOLDS_ERROR;
        cell.text = "=";
    } else if (!set_content(r, &cell)) {
        return false;
    }
    if (cell.text && *cell.text)
        add_cell(r, cell);
    return true;
}

static bool close_element(void *context, const char *name)
{
    cells_reader *r = context;

    r->in_text = false;
    if (strcmp(name, "rPh") == 0 && r->phonetic)
        r->phonetic--;
    return strcmp(name, "c") != 0 || close_cell(r);
}

static bool cell_text(void *context, const char *text, size_t length)
{
    cells_reader *r = context;

    return !r->in_text || kp_read_more_text(r->book, &r->text, text, length);
}

static int by_place(const void *a, const void *b)
{
    const kp_read_cell *x = a, *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

bool kp_read_cells(kp_book_reader *reader, const kp_part *part, kp_read_sheet *sheet)
{
    static const kp_xml_events events = {open_element, close_element, cell_text};
    cells_reader r = {.book = reader, .sheet = sheet, .text = KP_BUF_INIT, .in_order = true};
    bool fine = kp_xml_read(reader->package, part, &events, &r, reader->trouble);

    kp_buf_done(&r.text);
    if (!fine)
        return false;
    if (!r.in_order)
        qsort(sheet->cells, sheet->count, sizeof(*sheet->cells), by_place);
    for (size_t i = 1; i < sheet->count; i++) /* two cells in one place: which one did people see? */
        if (by_place(&sheet->cells[i - 1], &sheet->cells[i]) == 0)
            return is_damaged(&r);
    return true;
}

const kp_read_cell *kp_read_cell_at(const kp_read_sheet *sheet, uint32_t row, uint32_t column)
{
    const kp_read_cell key = {.row = row, .column = column};

    if (!sheet->count)
        return NULL;
    return bsearch(&key, sheet->cells, sheet->count, sizeof(key), by_place);
}
