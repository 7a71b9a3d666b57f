#include "kompass/book.h"

#include <math.h>
#include <string.h>

#include "kompass/utf8.h"
#include "parts.h"

/* Estimates of how much room texts take. Which font the reader's program ends up with is not known: Calibri,
 * Carlito, or something wider. All widths are hundredths of the digit 0 of the normal font (Calibri 11),
 * which is also the unit of column widths; a little is added to what Carlito measures. */

static const kp_role_font fonts[KP_ROLE__COUNT] = {
    /* points, bold, padding, indent */
    [KP_ROLE_PLAIN] = {11, false, 1, 0},    [KP_ROLE_TITLE] = {18, true, 6, 0},
    [KP_ROLE_SUBTITLE] = {12, false, 2, 0}, [KP_ROLE_HEADING] = {13, true, 6, 1},
    [KP_ROLE_HEAD] = {11, true, 6, 1},      [KP_ROLE_LABEL] = {11, false, 1, 0},
    [KP_ROLE_BODY] = {11, false, 4, 1},     [KP_ROLE_TOTAL] = {11, true, 5, 1},
    [KP_ROLE_NOTE] = {10, false, 1, 0},     [KP_ROLE_CAVEAT] = {11, false, 6, 1},
    [KP_ROLE_LINK] = {11, false, 1, 0},     [KP_ROLE_INPUT] = {11, false, 4, 1},
    [KP_ROLE_GOOD] = {11, true, 4, 1},      [KP_ROLE_BAD] = {11, true, 4, 1},
};

kp_role_font kp_font_of(unsigned role)
{
    return fonts[role < KP_ROLE__COUNT ? role : KP_ROLE_PLAIN];
}

/* ---- widths of texts ---- */

enum {
    NORMAL_POINTS = 11,
    LINE_HEIGHT = 15, /* points of a line of the normal font */
    DEFAULT_HEIGHT = 15,
    BOLD_PERCENT = 104,   /* Carlito's letters are 102 on average */
    SAFETY_PERCENT = 105, /* programs differ in how wide they draw; the digit of the screen is rounded */
    NUMBER_PADDING = 100, /* a number that does not fit is not shown at all */
    TEXT_PADDING = 40,    /* the width of a column is already without the air at its sides */
    FILTER_BUTTON = 300,
    LONGEST_WORD = 3000, /* what is longer (an address) is broken */
    DEFAULT_WIDTH = 843
};

/* Blank to tilde, as Carlito has them. */
static const uint8_t ascii_widths[95] = {
    45,  64,  79,  98,  100, 141, 135, 44,  60,  60,  98,  98,  49,  60,  50,  76,  100, 100, 100,
    100, 100, 100, 100, 100, 100, 100, 53,  53,  98,  98,  98,  91,  176, 114, 107, 105, 121, 96,
    91,  124, 123, 50,  63,  103, 83,  169, 127, 131, 102, 133, 107, 91,  96,  127, 112, 176, 102,
    96,  92,  61,  76,  61,  98,  98,  57,  95,  104, 83,  104, 98,  60,  93,  104, 45,  47,  90,
    45,  158, 104, 104, 104, 104, 69,  77,  66,  104, 89,  141, 85,  89,  78,  62,  91,  62,  98,
};

/* Other characters by class; the first range that holds one counts, so the common ones stand first. */
static const struct {
    uint32_t first, last;
    uint32_t width;
} classes[] = {
    {0xE0, 0xE5, 97},      {0xF2, 0xF6, 105},     {0xF8, 0xFC, 105},       {0xE8, 0xEB, 99},
    {0xC0, 0xC5, 115},     {0xA0, 0xA0, 45},      {0xEC, 0xEF, 49},        {0xC6, 0xC6, 155},
    {0xE6, 0xE6, 155},     {0xC8, 0xCB, 98},      {0xC0, 0xDE, 133},       {0xDF, 0xFF, 109},
    {0xB7, 0xB7, 53},      {0xA1, 0xBF, 135},     {0x152, 0x153, 172},     {0x100, 0x24F, 133},
    {0x300, 0x36F, 0},     {0x370, 0x52F, 150},   {0x2010, 0x2013, 100},   {0x2018, 0x201A, 52},
    {0x201C, 0x201E, 90},  {0x2022, 0x2022, 100}, {0x2026, 0x2026, 140},   {0x2009, 0x200A, 50},
    {0x202F, 0x202F, 50},  {0x200B, 0x200F, 0},   {0x2000, 0x218F, 210},   {0x2212, 0x2212, 100},
    {0x2190, 0x27BF, 190}, {0xFE00, 0xFE0F, 0},   {0x2E80, 0x10FFFF, 260},
};

static uint32_t code_width(uint32_t code)
{
    if (code >= ' ' && code <= '~')
        return ascii_widths[code - ' '];
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
        if (code >= classes[i].first && code <= classes[i].last)
            return classes[i].width;
    return 200;
}

static uint64_t in_font(uint64_t width, kp_role_font font)
{
    if (font.bold)
        width = width * BOLD_PERCENT / 100;
    return width * font.points * SAFETY_PERCENT / (NORMAL_POINTS * 100);
}

/* Width of the first @p length bytes. */
static uint64_t width_of(const char *text, size_t length, kp_role_font font)
{
    uint64_t width = 0;
    uint32_t code;
    size_t n;

    for (; length; text += n, length -= n) {
        if (*text >= ' ' && *text <= '~') { /* nearly all: no call */
            width += ascii_widths[*text - ' '];
            n = 1;
        } else if ((n = kp_utf8_decode(text, length, &code)) > 0) {
            width += code_width(code);
        } else {
            break;
        }
    }
    return in_font(width, font);
}

/* The widest of the lines that the text itself has. */
static uint64_t natural_width(const char *text, kp_role_font font)
{
    uint64_t widest = 0;

    for (;;) {
        size_t length = strcspn(text, "\n");
        uint64_t width = width_of(text, length, font);
        if (width > widest)
            widest = width;
        if (!text[length])
            return widest;
        text += length + 1;
    }
}

/* Of the words that are at most so wide; programs break a word behind its hyphens, too. */
static uint64_t longest_word(const char *text, uint64_t most, kp_role_font font)
{
    uint64_t longest = 0;

    while (*text) {
        size_t length = strcspn(text, " \n-");
        uint64_t width = width_of(text, length + (text[length] == '-'), font);
        if (width > longest && width <= most)
            longest = width;
        text += length + (text[length] != '\0');
    }
    return longest;
}

/* Lines that a paragraph takes when it is broken at blanks; a word that is too long goes on in the next. */
static uint64_t lines_of_paragraph(const char *text, size_t length, uint64_t room, kp_role_font font)
{
    uint64_t lines = 1, used = 0, blank = width_of(" ", 1, font);

    for (size_t at = 0; at < length;) {
        const char *behind = memchr(text + at, ' ', length - at);
        size_t end = behind ? (size_t)(behind - text) : length;
        uint64_t word = width_of(text + at, end - at, font);
        if (used && used + blank + word <= room) {
            used += blank + word;
        } else {
            lines += (used != 0) + (word ? (word - 1) / room : 0);
            used = word > room ? (word - 1) % room + 1 : word;
        }
        at = end + 1;
    }
    return lines;
}

/* Whole characters of a word that is longer than the line. */
static size_t part_of_word(const char *text, size_t length, uint64_t room, kp_role_font font)
{
    size_t fits = 0, n;
    uint32_t code;

    while (fits < length && (n = kp_utf8_decode(text + fits, length - fits, &code)) > 0) {
        if (fits && width_of(text, fits + n, font) > room)
            break;
        fits += n;
    }
    return fits ? fits : length; /* no UTF-8: as it is */
}

size_t kp_fit_line(const char *text, kp_role role, double characters)
{
    kp_role_font font = kp_font_of(role);
    uint64_t room = (uint64_t)(characters * 100);
    size_t fits = 0, end = strcspn(text, " \n");

    if (width_of(text, end, font) > room)
        return part_of_word(text, end, room, font);
    while (width_of(text, end, font) <= room) {
        fits = end;
        if (text[end] != ' ')
            break;
        end += 1 + strcspn(text + end + 1, " \n");
    }
    return fits;
}

static uint64_t lines_of(const char *text, uint64_t room, kp_role_font font)
{
    uint64_t lines = 0;

    if (room == 0)
        room = 1;
    for (;;) {
        size_t length = strcspn(text, "\n");
        lines += lines_of_paragraph(text, length, room, font);
        if (!text[length])
            return lines;
        text += length + 1;
    }
}

/* ---- cells ---- */

static const char *shown_number(kp_arena *arena, const kp_cell *cell)
{
    switch (cell->style.format) {
    case KP_FORMAT_FIXED:
        return kp_num_fixed(arena, cell->number, cell->style.decimals);
    case KP_FORMAT_GROUPED: /* a blank is as wide as what may stand between thousands */
        return kp_words_grouped(arena, "sv", kp_num_fixed(arena, cell->number, cell->style.decimals));
    case KP_FORMAT_PERCENT:
        return kp_arena_printf(arena, "%s %%", kp_num_fixed(arena, cell->number, cell->style.decimals));
    case KP_FORMAT_SIGNED:
        return kp_arena_printf(arena, "▲ +%s", kp_num_fixed(arena, cell->number, cell->style.decimals));
    default:
        return kp_num_digits(arena, cell->number, 10);
    }
}

/* What a cell shows, or NULL where it shows nothing. */
static const char *shown(kp_arena *arena, const kp_cell *cell)
{
    if (cell->kind == KP_CELL_BLANK)
        return NULL;
    return cell->text ? cell->text : shown_number(arena, cell);
}

static bool is_text(const kp_cell *cell)
{
    return cell->kind != KP_CELL_BLANK && cell->text;
}

/* Roles without a box of their own, whose texts may run on over the empty cells behind them. */
static bool runs_on(const kp_sheet *sheet, size_t index)
{
    const kp_cell *cell = &sheet->cells[index];

    switch (cell->style.role) {
    case KP_ROLE_PLAIN:
    case KP_ROLE_TITLE:
    case KP_ROLE_SUBTITLE:
    case KP_ROLE_NOTE:
    case KP_ROLE_LINK:
        break;
    default:
        return false;
    }
    if (cell->style.wrap || cell->style.align > KP_ALIGN_LEFT)
        return false;
    for (size_t i = index + 1; i < sheet->cell_count && sheet->cells[i].row == cell->row; i++)
        if (sheet->cells[i].kind != KP_CELL_BLANK)
            return false;
    return true;
}

static const kp_merge *merge_at(const kp_sheet *sheet, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i < sheet->merge_count; i++) {
        const kp_merge *merge = &sheet->merges[i];
        if (merge->row == row && column >= merge->first_column && column <= merge->last_column)
            return merge;
    }
    return NULL;
}

/* The head of a column that can be filtered. */
static bool has_button(const kp_sheet *sheet, const kp_cell *cell)
{
    const kp_range *filter = &sheet->filter;

    return sheet->has_filter && cell->row == filter->first_row && cell->column >= filter->first_column &&
           cell->column <= filter->last_column && is_text(cell);
}

/* The role's own indent is for what stands left (src/write/). */
static uint64_t indent_width(const kp_cell *cell)
{
    bool left = cell->style.align == KP_ALIGN_LEFT || (cell->style.align == KP_ALIGN_AUTO && is_text(cell));
    unsigned steps = cell->style.indent + (left ? kp_font_of(cell->style.role).indent : 0u);

    return (uint64_t)150 * steps; /* an indent is three blanks wide, or 9 pixels */
}

/* What a cell needs beside its text. */
static uint64_t extra_width(const kp_cell *cell)
{
    return (is_text(cell) ? TEXT_PADDING : NUMBER_PADDING) + indent_width(cell);
}

/* ---- fitting ---- */

/* The state of fitting one sheet: what each column needs, and which were given a width before. */
typedef struct fitting {
    kp_sheet *sheet;
    kp_arena *scratch;
    uint64_t least, most;
    uint64_t *needs; /* of each column, hundredths of a character; 0: nothing is known */
    bool *fixed;
    uint64_t *heights; /* of each cell, points, as long as no column was made wider since; 0: not known */
    uint32_t columns;
} fitting;

/* A column head is broken into at most three lines, but never inside a word. */
static uint64_t head_width(const char *text, uint64_t most, kp_role_font font)
{
    uint64_t width = longest_word(text, UINT64_MAX, font);

    while (lines_of(text, width, font) > 3 && width < most)
        width += 50;
    return width;
}

static uint64_t least_of(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t cell_need(const fitting *f, size_t index)
{
    kp_cell *cell = &f->sheet->cells[index];
    kp_role_font font = kp_font_of(cell->style.role);
    const char *text = shown(f->scratch, cell);
    uint64_t extra = extra_width(cell), need;

    if (!text || !*text || merge_at(f->sheet, cell->row, cell->column) || runs_on(f->sheet, index))
        return 0;
    if (cell->style.role == KP_ROLE_HEAD && cell->style.wrap && is_text(cell))
        return head_width(text, f->most, font) + extra;
    need = natural_width(text, font) + extra;
    if (!is_text(cell) || need <= f->most)
        return need;
    cell->style.wrap = true;
    return f->most;
}

/* In a column whose width was given: that of the longest word, which nobody wants to see broken. */
static uint64_t word_need(const fitting *f, const kp_cell *cell)
{
    uint64_t need;

    if (!cell->style.wrap || !is_text(cell) || f->needs[cell->column] >= LONGEST_WORD)
        return 0;
    need = longest_word(cell->text, LONGEST_WORD, kp_font_of(cell->style.role)) + extra_width(cell);
    if (need <= f->needs[cell->column] || merge_at(f->sheet, cell->row, cell->column))
        return 0;
    return need;
}

static void measure_columns(fitting *f)
{
    for (size_t i = 0; i < f->sheet->cell_count; i++) {
        const kp_cell *cell = &f->sheet->cells[i];
        uint32_t column = cell->column;
        uint64_t need;
        if (f->fixed[column])
            need = word_need(f, cell);
        else
            need = least_of(cell_need(f, i), (uint64_t)KP_MAX_WIDTH * 100);
        if (need && need < f->least)
            need = f->least;
        if (need > f->needs[column])
            f->needs[column] = need;
    }
}

static uint64_t column_width(const fitting *f, uint32_t column)
{
    return f->needs[column] ? f->needs[column] : DEFAULT_WIDTH;
}

/* Buttons of a filter lie at the bottom of the row of heads. Heads stand at its top (src/write/): only where
 * all of them take one line, they need room beside a button. */
static void add_buttons(fitting *f)
{
    const kp_sheet *sheet = f->sheet;

    for (size_t i = 0; i < sheet->cell_count; i++) {
        const kp_cell *cell = &sheet->cells[i];
        uint64_t room = column_width(f, cell->column), extra = extra_width(cell);
        if (has_button(sheet, cell) &&
            lines_of(cell->text, room > extra ? room - extra : 1, kp_font_of(cell->style.role)) > 1)
            return;
    }
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const kp_cell *cell = &sheet->cells[i];
        uint64_t need = extra_width(cell) + FILTER_BUTTON;
        if (!has_button(sheet, cell) || f->fixed[cell->column])
            continue;
        need += natural_width(cell->text, kp_font_of(cell->style.role));
        if (need > f->needs[cell->column])
            f->needs[cell->column] = need;
    }
}

/* The columns that a cell's text may use. */
static void span_of(const kp_sheet *sheet, const kp_cell *cell, uint32_t *ret_first, uint32_t *ret_last)
{
    const kp_merge *merge = merge_at(sheet, cell->row, cell->column);

    *ret_first = merge ? merge->first_column : cell->column;
    *ret_last = merge ? merge->last_column : cell->column;
}

/* Of the air of a row there is less with each line more: a line of 15 points has some of its own. That many
 * points a line has in Excel; LibreOffice draws the lines of Carlito 11 points apart. */
static uint64_t height_of_lines(uint64_t line, uint64_t lines, kp_role_font font)
{
    return line * lines + (font.padding >= lines ? font.padding - (lines - 1) : 0);
}

/* Height in points that a cell needs in columns as wide as they are now. */
static uint64_t measured_height(const fitting *f, size_t index)
{
    kp_cell *cell = &f->sheet->cells[index];
    kp_role_font font = kp_font_of(cell->style.role);
    uint64_t line = ((uint64_t)font.points * LINE_HEIGHT + NORMAL_POINTS - 1) / NORMAL_POINTS;
    uint64_t extra = extra_width(cell), room = 0;
    uint32_t first, last;

    if (!is_text(cell) || !*cell->text || runs_on(f->sheet, index))
        return line + font.padding;
    span_of(f->sheet, cell, &first, &last);
    for (uint32_t column = first; column <= last; column++)
        room += column_width(f, column);
    if (!cell->style.wrap) {
        if (natural_width(cell->text, font) + extra <= room)
            return line + font.padding;
        cell->style.wrap = true; /* else it would be cut */
    }
    return height_of_lines(line, lines_of(cell->text, room > extra ? room - extra : 1, font), font);
}

static uint64_t cell_height(const fitting *f, size_t index)
{
    if (!f->heights[index])
        f->heights[index] = measured_height(f, index);
    return f->heights[index];
}

/* Make the columns of a cell wider until its row is no higher than a row can be. */
static void widen_for(fitting *f, size_t index)
{
    const kp_cell *cell = &f->sheet->cells[index];
    uint32_t first, last;
    bool wider = true;

    span_of(f->sheet, cell, &first, &last);
    while (wider && cell_height(f, index) > KP_MAX_HEIGHT) {
        wider = false;
        for (uint32_t column = first; column <= last; column++) {
            uint64_t width = least_of(column_width(f, column) * 11 / 10, (uint64_t)KP_MAX_WIDTH * 100);
            if (f->fixed[column] || width <= f->needs[column])
                continue;
            f->needs[column] = width;
            wider = true;
        }
        if (wider)
            memset(f->heights, 0, f->sheet->cell_count * sizeof(*f->heights));
    }
}

static void set_heights(fitting *f)
{
    kp_sheet *sheet = f->sheet;

    for (size_t i = 0, next; i < sheet->cell_count; i = next) {
        uint32_t row = sheet->cells[i].row;
        uint64_t height = 0;
        for (next = i; next < sheet->cell_count && sheet->cells[next].row == row; next++) {
            uint64_t own = cell_height(f, next);
            if (own > height)
                height = own;
        }
        if (row < sheet->row_count && sheet->rows[row].height > 0)
            continue;
        if (height > DEFAULT_HEIGHT)
            kp_set_height(sheet, row, (double)least_of(height, KP_MAX_HEIGHT));
    }
}

void kp_fit(kp_sheet *sheet, double least, double most)
{
    fitting f = {.sheet = sheet,
                 .scratch = kp_arena_new(NULL, NULL),
                 .least = (uint64_t)(least * 100),
                 .most = (uint64_t)(most * 100)};
    uint64_t *given;

    kp_sheet_finish(sheet);
    f.columns = sheet->column_count;
    for (size_t i = 0; i < sheet->cell_count; i++)
        if (sheet->cells[i].column >= f.columns)
            f.columns = sheet->cells[i].column + 1;
    f.needs = KP_NEW_ARRAY(f.scratch, f.columns, uint64_t);
    f.fixed = KP_NEW_ARRAY(f.scratch, f.columns, bool);
    f.heights = KP_NEW_ARRAY(f.scratch, sheet->cell_count, uint64_t);
    given = KP_NEW_ARRAY(f.scratch, f.columns, uint64_t);
    for (uint32_t column = 0; column < sheet->column_count; column++) {
        f.needs[column] = (uint64_t)(sheet->columns[column].width * 100);
        f.fixed[column] = f.needs[column] > 0;
        given[column] = f.needs[column];
    }
    measure_columns(&f);
    if (sheet->has_filter)
        add_buttons(&f);
    for (size_t i = 0; i < sheet->cell_count; i++)
        widen_for(&f, i);
    for (uint32_t column = 0; column < f.columns; column++)
        if (f.needs[column] > given[column])
            kp_set_width(sheet, column, ceil((double)f.needs[column] / 25) / 4);
    set_heights(&f);
    kp_arena_free(f.scratch);
}
