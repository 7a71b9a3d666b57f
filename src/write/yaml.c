#include "kompass/write.h"

#include <string.h>

#include "kompass/utf8.h"

/* Trees as YAML that every reader understands alike: what could be taken for something else is quoted, long
 * texts stand as blocks, short maps and lists of scalars in one line. */

enum { INDENT = 2, WIDTH = 100 };

/* ---- scalars ---- */

void kp_write_yaml_quoted(const char *text, kp_buf *out)
{
    size_t left = strlen(text), n;
    uint32_t code;

    kp_buf_putc(out, '"');
    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n) {
        if (code == '"' || code == '\\')
            kp_buf_putc(out, '\\');
        if (code == '\n')
            kp_buf_puts(out, "\\n");
        else if (code < ' ' || kp_utf8_is_control(code) || kp_utf8_breaks_yaml(code))
            kp_buf_printf(out, "\\u%04X", (unsigned)code);
        else
            kp_buf_add(out, text, n);
    }
    kp_buf_putc(out, '"');
}

/* Letters, digits and a little more, so that it is the same text in every place and for every reader. */
static bool is_plain(const char *text)
{
    uint32_t code;
    size_t left = strlen(text), n;

    if (!left || strspn(text, " -.") || text[left - 1] == ' ')
        return left > 1 && *text == '-' && text[1] >= '0' && text[1] <= '9' &&
               strspn(text, "-0123456789.") == left;
    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n)
        if (code < 0x80 ? !((code >= '0' && code <= '9') || ((code | 32) >= 'a' && (code | 32) <= 'z') ||
                            strchr(" -./_", (int)code))
                        : code < 0xA1 || kp_utf8_breaks_yaml(code) || kp_utf8_is_control(code))
            return false;
    return left == 0;
}

/* Numbers, dates and our own words stand without quotes, as they did or were meant to; texts and ids are
 * quoted, so that no program takes them for something else. */
static bool stays_plain(const kp_ynode *node)
{
    return node->plain && is_plain(node->text);
}

/* A block keeps every character of its lines; what a block cannot hold is quoted. */
static bool fits_block(const char *text)
{
    size_t left = strlen(text), n;
    uint32_t code;
    const char *last = strrchr(text, '\n');

    if (!last || strchr(" \t\n", *text) || (last[1] && !last[1 + strspn(last + 1, " \t")]))
        return false;
    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n)
        if (kp_utf8_breaks_yaml(code) || code == '\r' || kp_utf8_is_control(code))
            return false;
    return left == 0;
}

static void put_indent(size_t indent, kp_buf *out)
{
    kp_buf_repeat(out, " ", indent);
}

static void put_block(const char *text, size_t indent, kp_buf *out)
{
    size_t length = strlen(text);

    kp_buf_putc(out, '|');
    if (text[length - 1] != '\n')
        kp_buf_putc(out, '-');
    else if (length > 1 && text[length - 2] == '\n')
        kp_buf_putc(out, '+');
    kp_buf_putc(out, '\n');
    while (*text) {
        size_t n = strcspn(text, "\n");
        if (n) {
            put_indent(indent, out);
            kp_buf_add(out, text, n);
        }
        kp_buf_putc(out, '\n');
        text += n + (text[n] == '\n');
    }
}

static void put_scalar(const kp_ynode *node, kp_buf *out)
{
    if (kp_ynode_is_empty(node))
        return;
    if (stays_plain(node))
        kp_buf_puts(out, node->text);
    else
        kp_write_yaml_quoted(node->text, out);
}

/* ---- in one line ---- */

static void put_flow(const kp_ynode *node, kp_buf *out);

static void put_flow_item(const kp_ynode *item, kp_buf *out) /* NOLINT(misc-no-recursion) */
{
    put_scalar(item, out);
    if (!item->value)
        return;
    kp_buf_puts(out, ": ");
    put_flow(item->value, out);
}

static void put_flow(const kp_ynode *node, kp_buf *out) /* NOLINT(misc-no-recursion) */
{
    bool is_map = node->kind == KP_YMAP;

    if (node->kind == KP_YSCALAR) {
        put_scalar(node, out);
        return;
    }
    kp_buf_putc(out, is_map ? '{' : '[');
    for (const kp_ynode *item = node->first; item; item = item->next) {
        if (item != node->first)
            kp_buf_puts(out, ", ");
        if (is_map)
            put_flow_item(item, out);
        else
            put_flow(item, out);
    }
    kp_buf_putc(out, is_map ? '}' : ']');
}

void kp_write_yaml_line(const kp_ynode *node, kp_buf *out)
{
    put_flow(node, out);
}

static bool is_short_scalar(const kp_ynode *node)
{
    return node->kind == KP_YSCALAR && !kp_ynode_is_empty(node) && !strchr(node->text, '\n') &&
           strlen(node->text) < WIDTH;
}

/* Only scalars, or maps and lists of them: two levels can be read in a line. */
static bool is_simple(const kp_ynode *node, unsigned levels) /* NOLINT(misc-no-recursion) */
{
    if (node->kind == KP_YSCALAR)
        return is_short_scalar(node);
    if (node->count > 12 || (node->count && !levels))
        return false;
    for (const kp_ynode *item = node->first; item; item = item->next)
        if ((item->value && !is_simple(item, 0)) ||
            !is_simple(item->value ? item->value : item, levels ? levels - 1 : 0))
            return false;
    return true;
}

static bool has_list(const kp_ynode *map)
{
    for (const kp_ynode *key = map->first; key && map->kind == KP_YMAP; key = key->next)
        if (key->value->kind == KP_YSEQ && key->value->count)
            return true;
    return false;
}

/* In one line behind what stands there, where there is room for it. The first level of a file is opened up,
 * and on the second whatever has lists. */
static bool put_in_line(const kp_ynode *node, size_t indent, size_t column, const char *before, kp_buf *out)
{
    kp_buf line = KP_BUF_INIT;
    bool fits = false;

    if (node->count && (indent <= INDENT || (indent <= 2 * INDENT && has_list(node))))
        return false;
    kp_buf_puts(&line, before);
    if (is_simple(node, 2)) {
        put_flow(node, &line);
        fits = column + kp_utf8_count(kp_buf_text(&line)) <= WIDTH;
    }
    if (fits)
        kp_buf_add(out, kp_buf_text(&line), line.length);
    kp_buf_done(&line);
    return fits;
}

/* ---- over several lines ---- */

static size_t column_of(const kp_buf *out)
{
    size_t column = 0;

    while (column < out->length && out->data[out->length - 1 - column] != '\n')
        column++;
    return column;
}

static void put_map(const kp_ynode *map, size_t indent, kp_buf *out);
static void put_list(const kp_ynode *list, size_t indent, kp_buf *out);

/* The value behind "key:" or "-". */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void put_value(const kp_ynode *node, size_t indent, bool in_list, kp_buf *out)
{
    const char *before = in_list ? "" : " ";

    if (node->kind == KP_YSCALAR) {
        if (!kp_ynode_is_empty(node))
            kp_buf_puts(out, before);
        if (fits_block(node->text)) {
            put_block(node->text, indent, out);
            return;
        }
        put_scalar(node, out);
        kp_buf_putc(out, '\n');
    } else if (put_in_line(node, indent, column_of(out), before, out)) {
        kp_buf_putc(out, '\n');
    } else {
        if (!in_list || !node->count)
            kp_buf_putc(out, '\n');
        if (node->kind == KP_YMAP)
            put_map(node, indent, out);
        else
            put_list(node, indent, out);
    }
}

/* In a list the first key stands behind the dash. */
static void put_map(const kp_ynode *map, size_t indent, kp_buf *out) /* NOLINT(misc-no-recursion) */
{
    for (const kp_ynode *key = map->first; key; key = key->next) {
        if (column_of(out) < indent)
            put_indent(indent - column_of(out), out);
        put_scalar(key, out);
        kp_buf_putc(out, ':');
        put_value(key->value, indent + INDENT, false, out);
    }
}

static void put_list(const kp_ynode *list, size_t indent, kp_buf *out) /* NOLINT(misc-no-recursion) */
{
    for (const kp_ynode *item = list->first; item; item = item->next) {
        if (column_of(out) < indent)
            put_indent(indent - column_of(out), out);
        kp_buf_puts(out, "- ");
        put_value(item, indent + INDENT, true, out);
    }
}

void kp_write_yaml(const kp_ynode *root, kp_buf *out)
{
    put_map(root, 0, out);
}
