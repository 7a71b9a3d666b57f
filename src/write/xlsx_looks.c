#include "xlsx_internal.h"

#include <string.h>

/* ---- roles ---- */

/* Dark blue for what leads, grey for what carries, one warm and one cold tint for what must be seen. Every
 * colour of a letter has a contrast of at least 4.5 to 1 on its fill, also where a data bar lies under it;
 * nothing is said by a colour alone. */
enum {
    INK = 0x1F2933,
    NAVY = 0x1F3864,
    GREY_INK = 0x52606D,
    LINK_BLUE = 0x0B4F9E,
    RULE = 0xC3CAD3,
    STRONG_RULE = 0x7B8794,
    NO_FILL = -1
};

typedef enum box { BOX_NONE, BOX_GRID, BOX_HEAD, BOX_TOTAL, BOX_UNDER } box;

typedef struct look {
    int32_t ink, fill;
    box box;
    bool italic;
    uint8_t vertical;
} look;

static const look looks[KP_ROLE__COUNT] = {
    [KP_ROLE_PLAIN] = {INK, NO_FILL, BOX_NONE, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_TITLE] = {NAVY, NO_FILL, BOX_NONE, false, LXW_ALIGN_VERTICAL_CENTER},
    [KP_ROLE_SUBTITLE] = {GREY_INK, NO_FILL, BOX_NONE, false, LXW_ALIGN_VERTICAL_CENTER},
    [KP_ROLE_HEADING] = {0xFFFFFF, NAVY, BOX_NONE, false, LXW_ALIGN_VERTICAL_CENTER},
    [KP_ROLE_HEAD] = {INK, 0xE7EAEF, BOX_HEAD, false, LXW_ALIGN_VERTICAL_BOTTOM},
    [KP_ROLE_LABEL] = {GREY_INK, NO_FILL, BOX_NONE, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_BODY] = {INK, NO_FILL, BOX_GRID, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_TOTAL] = {INK, 0xF4F6F8, BOX_TOTAL, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_NOTE] = {GREY_INK, NO_FILL, BOX_NONE, true, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_CAVEAT] = {0x6B3E00, 0xFFF3D6, BOX_UNDER, false, LXW_ALIGN_VERTICAL_CENTER},
    [KP_ROLE_LINK] = {LINK_BLUE, NO_FILL, BOX_NONE, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_INPUT] = {INK, 0xFFFBE0, BOX_GRID, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_GOOD] = {0x14532D, 0xE3F3E6, BOX_GRID, false, LXW_ALIGN_VERTICAL_TOP},
    [KP_ROLE_BAD] = {0x8B1A1A, 0xFCE4E4, BOX_GRID, false, LXW_ALIGN_VERTICAL_TOP},
};

/* Lines around a cell, by box: top, sides, bottom. */
static const struct {
    uint8_t top, sides, bottom;
    int32_t colour;
} boxes[] = {
    [BOX_NONE] = {LXW_BORDER_NONE, LXW_BORDER_NONE, LXW_BORDER_NONE, RULE},
    [BOX_GRID] = {LXW_BORDER_THIN, LXW_BORDER_THIN, LXW_BORDER_THIN, RULE},
    [BOX_HEAD] = {LXW_BORDER_THIN, LXW_BORDER_THIN, LXW_BORDER_MEDIUM, STRONG_RULE},
    [BOX_TOTAL] = {LXW_BORDER_MEDIUM, LXW_BORDER_THIN, LXW_BORDER_THIN, STRONG_RULE},
    [BOX_UNDER] = {LXW_BORDER_THIN, LXW_BORDER_NONE, LXW_BORDER_THIN, 0xB7791F},
};

/* ---- numbers ---- */

static const char *digits(kp_arena *arena, unsigned decimals)
{
    return decimals ? kp_arena_printf(arena, "0.%0*d", (int)decimals, 0) : "0";
}

/* 0.5, 0.05, 0.005 ...: what is less is shown as 0, and has no direction. */
static const char *half_unit(kp_arena *arena, unsigned decimals)
{
    return kp_arena_printf(arena, "0.%0*d", (int)decimals + 1, 5);
}

const char *xlsx_number_format(kp_arena *arena, kp_style style)
{
    const char *shown = digits(arena, style.decimals);

    switch (style.format) {
    case KP_FORMAT_FIXED:
        return shown;
    case KP_FORMAT_GROUPED: /* the mark between thousands is the program's, as that of decimals */
        return kp_arena_printf(arena, "#,##%s", shown);
    case KP_FORMAT_PERCENT: /* a no-break space; the sign in quotes, or the number would be multiplied */
        return kp_arena_printf(arena, "%s\"\u00A0%%\"", shown);
    case KP_FORMAT_SIGNED: /* up, down, or shown as 0; sign and arrow are text, as U+2212 has to be */
        return kp_arena_printf(arena, "[>=%s]\"▲\u00A0+\"%s;[<=-%s]\"▼\u00A0−\"%s;\"→\u00A0\"0",
                               half_unit(arena, style.decimals), shown, half_unit(arena, style.decimals),
                               shown);
    case KP_FORMAT_TEXT:
        return "@";
    default:
        return "General";
    }
}

/* ---- formats ---- */

static void set_font(lxw_format *format, const kp_cell *cell)
{
    const look *l = &looks[cell->style.role];
    kp_role_font font = kp_font_of(cell->style.role);
    bool on_dark = l->ink == 0xFFFFFF;

    format_set_font_size(format, font.points);
    if (font.bold)
        format_set_bold(format);
    if (l->italic)
        format_set_italic(format);
    if (cell->kind == KP_CELL_LINK)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    format_set_font_color(format, (lxw_color_t)(cell->kind == KP_CELL_LINK && !on_dark ? LINK_BLUE : l->ink));
}

static void set_box(lxw_format *format, const look *l)
{
    lxw_color_t colour = (lxw_color_t)boxes[l->box].colour;

    if (l->fill != NO_FILL) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, (lxw_color_t)l->fill);
    }
    if (l->box == BOX_NONE)
        return;
    format_set_top(format, boxes[l->box].top);
    format_set_bottom(format, boxes[l->box].bottom);
    format_set_left(format, boxes[l->box].sides);
    format_set_right(format, boxes[l->box].sides);
    format_set_border_color(format, colour);
}

/* Without an alignment: texts at the left, numbers at the right, and so what is filled in later. */
static bool is_left_by_itself(const kp_cell *cell)
{
    return cell->kind != KP_CELL_BLANK && cell->text;
}

/* The role's own indent is for what stands left: LibreOffice 7.4 forgets it beside some figures at the right.
 */
static void set_alignment(lxw_format *format, const kp_cell *cell, uint8_t vertical)
{
    static const uint8_t sides[] = {
        [KP_ALIGN_AUTO] = LXW_ALIGN_NONE,
        [KP_ALIGN_LEFT] = LXW_ALIGN_LEFT,
        [KP_ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
        [KP_ALIGN_CENTRE] = LXW_ALIGN_CENTER,
    };
    kp_style style = cell->style;
    bool left = style.align == KP_ALIGN_LEFT || (style.align == KP_ALIGN_AUTO && is_left_by_itself(cell));
    unsigned indent = style.indent + (left ? kp_font_of(style.role).indent : 0u);

    format_set_align(format, left && indent ? LXW_ALIGN_LEFT : sides[style.align]);
    format_set_align(format, vertical);
    if (indent && style.align != KP_ALIGN_CENTRE)
        format_set_indent(format, (uint8_t)indent);
    if (style.wrap)
        format_set_text_wrap(format);
    if (style.role == KP_ROLE_INPUT)
        format_set_unlocked(format);
}

/* The heads of a table stand at the bottom of their row, above its figures, or at its top where the buttons
 * of a filter lie at the bottom; a row with the looks of a head that has figures or leads somewhere (an area
 * among its questions) is a row like others. */
uint8_t xlsx_vertical_of(const kp_sheet *plan, const kp_cell *first, const kp_cell *end, bool tall)
{
    bool heads = true, top = false;

    for (const kp_cell *cell = first; cell < end && cell->row == first->row; cell++) {
        if (cell->column < plan->column_count && plan->columns[cell->column].hidden)
            continue;
        heads = heads && cell->style.role == KP_ROLE_HEAD &&
                (cell->kind == KP_CELL_TEXT || cell->kind == KP_CELL_BLANK);
        top = top || looks[cell->style.role].vertical != LXW_ALIGN_VERTICAL_CENTER;
    }
    if (heads && (!tall || !plan->has_filter || plan->filter.first_row != first->row))
        return LXW_ALIGN_VERTICAL_BOTTOM;
    return tall && top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER;
}

static lxw_format *make_format(xlsx *x, const kp_cell *cell, uint8_t vertical)
{
    lxw_format *format = workbook_add_format(x->workbook);

    if (!format) {
        xlsx_ok(x, LXW_ERROR_MEMORY_MALLOC_FAILED, "format");
        return NULL;
    }
    set_font(format, cell);
    set_box(format, &looks[cell->style.role]);
    set_alignment(format, cell, vertical);
    if (cell->style.format != KP_FORMAT_GENERAL)
        format_set_num_format(format, xlsx_number_format(x->arena, cell->style));
    return format;
}

/* Styles that look the same have the same key. */
static uint64_t key_of(const kp_cell *cell, uint8_t vertical)
{
    const kp_style *s = &cell->style;
    bool has_decimals = s->format >= KP_FORMAT_FIXED && s->format <= KP_FORMAT_SIGNED;
    uint64_t key = s->role;

    key = key << 8 | s->format;
    key = key << 8 | (has_decimals ? s->decimals : 0u);
    key = key << 8 | s->align;
    key = key << 8 | s->indent;
    key = key << 1 | s->wrap;
    key = key << 8 | vertical;
    key = key << 1 | is_left_by_itself(cell);
    return key << 1 | (cell->kind == KP_CELL_LINK);
}

static void make_room(xlsx *x)
{
    size_t room = x->format_room ? 2 * x->format_room : 64;
    xlsx_format *formats;

    if (x->format_count < x->format_room)
        return;
    formats = KP_NEW_ARRAY(x->arena, room, xlsx_format);
    if (x->format_count)
        memcpy(formats, x->formats, x->format_count * sizeof(*formats));
    x->formats = formats;
    x->format_room = room;
}

/* Two of our styles may be one format to the library, which looks for that each time that it is asked for the
 * index; so it is asked once. */
static const char *attribute_of(xlsx *x, lxw_format *format)
{
    int32_t index = lxw_format_get_xf_index(format);

    return index ? kp_arena_printf(x->arena, "\" s=\"%d\"", (int)index) : "\"";
}

const xlsx_format *xlsx_format_of(xlsx *x, const kp_cell *cell, uint8_t vertical)
{
    uint64_t key = key_of(cell, vertical);
    lxw_format *format;

    for (size_t i = 0; i < x->format_count; i++) {
        xlsx_format found = x->formats[i];
        if (found.key != key)
            continue;
        x->formats[i] = x->formats[i / 2]; /* what is used often moves to the front */
        x->formats[i / 2] = found;
        return &x->formats[i / 2];
    }
    format = make_format(x, cell, vertical);
    if (!format)
        return NULL;
    make_room(x);
    x->formats[x->format_count] = (xlsx_format){key, format, attribute_of(x, format)};
    return &x->formats[x->format_count++];
}
