#include "kompass/ytree.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "scan.h"
#include "syntax.h"

#include "kompass/diag.h"
#include "kompass/utf8.h"

/* One open collection. The tree is built without recursion: depth is a number here, not stack. */
typedef struct level {
    kp_ynode *node;
    kp_ynode **end; /* where the next key or item goes */
    kp_ynode *key;  /* of a map: a key that waits for its value */
    kp_ynode *last; /* of a map: the key before, that has one */
} level;

typedef struct builder {
    kp_arena *arena;
    const kp_source *source;
    kp_sink *sink;
    yaml_parser_t parser;
    level stack[KP_YAML_MAX_DEPTH + 1];
    size_t depth;
    kp_ynode *root;
    kp_ynode *fresh; /* zeroed nodes that wait to be used: the arena is asked for some at a time */
    size_t fresh_count;
    size_t nodes;
    unsigned documents;
    uint32_t forbidden; /* the last line where an anchor, an alias or a tag was told */
    bool stopped;
} builder;

bool kp_ynode_is_empty(const kp_ynode *node)
{
    return node->kind == KP_YSCALAR && node->text[0] == '\0';
}

kp_place kp_ynode_place(const kp_source *source, const kp_ynode *node)
{
    return (kp_place){source, node->line, node->column, node->width};
}

kp_ynode *kp_ynode_get(const kp_ynode *map, const char *key)
{
    if (map->kind != KP_YMAP)
        return NULL;
    for (kp_ynode *k = map->first; k; k = k->next)
        if (k->kind == KP_YSCALAR && strcmp(k->text, key) == 0)
            return k->value;
    return NULL;
}

static kp_place place_of(const builder *b, yaml_mark_t mark, uint32_t width)
{
    return (kp_place){b->source, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, width};
}

static uint32_t width_of(const yaml_event_t *event)
{
    if (event->start_mark.line != event->end_mark.line || event->end_mark.column < event->start_mark.column)
        return 1;
    return (uint32_t)(event->end_mark.column - event->start_mark.column);
}

/* ---- adding nodes ---- */

static kp_ynode *new_node(builder *b, kp_ykind kind, const yaml_event_t *event)
{
    enum { AT_A_TIME = 64 };
    kp_ynode *node;

    if (b->fresh_count == 0) {
        b->fresh = KP_NEW_ARRAY(b->arena, AT_A_TIME, kp_ynode);
        b->fresh_count = AT_A_TIME;
    }
    node = b->fresh++;
    b->fresh_count--;
    node->kind = (uint8_t)kind;
    node->line = (uint32_t)event->start_mark.line + 1;
    node->column = (uint32_t)event->start_mark.column + 1;
    node->width = width_of(event);
    if (++b->nodes > KP_YAML_MAX_NODES) {
        kp_report(b->sink, KP_D_TOO_MANY_NODES, kp_ynode_place(b->source, node), NULL);
        b->stopped = true;
    }
    return node;
}

static void attach_key(builder *b, level *top, kp_ynode *node)
{
    if (node->kind != KP_YSCALAR && node->kind != KP_YBAD) {
        kp_report(b->sink, KP_D_COMPLEX_KEY, kp_ynode_place(b->source, node), NULL);
        node->kind = KP_YBAD;
    } else if (node->kind == KP_YSCALAR && node->plain && strcmp(node->text, "<<") == 0) {
        kp_report(b->sink, KP_D_MERGE, kp_ynode_place(b->source, node), NULL);
        node->kind = KP_YBAD;
    }
    *top->end = node;
    top->end = &node->next;
    top->key = node;
    top->node->count++;
}

static bool is_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* {percent: 33,5} is two entries to YAML: 33, and a key 5 without a value. */
static void find_decimal_comma(builder *b, const level *top)
{
    kp_ynode *key = top->key, *number = top->last ? top->last->value : NULL;
    kp_place at;

    if (!number || !kp_ynode_is_empty(key->value) || key->kind != KP_YSCALAR || !key->plain ||
        !is_digits(key->text) || number->kind != KP_YSCALAR || !number->plain ||
        !is_digits(number->text + (number->text[0] == '-')) || number->line != key->line ||
        number->column + number->width + 1 != key->column)
        return;
    at = kp_ynode_place(b->source, number);
    at.width += 1 + key->width;
    kp_report(b->sink, KP_D_NOT_A_NUMBER, at, kp_arena_printf(b->arena, "%s,%s", number->text, key->text),
              kp_phrase(b->sink, b->arena, KP_P_WRITE_POINT,
                        kp_arena_printf(b->arena, "%s.%s", number->text, key->text)));
    number->kind = key->kind = KP_YBAD;
}

static void attach(builder *b, kp_ynode *node)
{
    level *top;

    if (b->depth == 0) {
        b->root = node;
        return;
    }
    top = &b->stack[b->depth - 1];
    if (top->node->kind == KP_YSEQ) {
        *top->end = node;
        top->end = &node->next;
        top->node->count++;
    } else if (top->key) {
        top->key->value = node;
        find_decimal_comma(b, top);
        top->last = top->key;
        top->key = NULL;
    } else {
        attach_key(b, top, node);
    }
}

static void open_collection(builder *b, kp_ykind kind, const yaml_event_t *event)
{
    kp_ynode *node = new_node(b, kind, event);
    /* A collection as a key is told by attach_key(); its content must not become the map's. */
    attach(b, node);
    if (b->depth > KP_YAML_MAX_DEPTH - 1) {
        kp_report(b->sink, KP_D_TOO_DEEP, kp_ynode_place(b->source, node), NULL);
        b->stopped = true;
        return;
    }
    b->stack[b->depth++] = (level){node, &node->first, NULL, NULL};
    if (node->kind == KP_YBAD)
        b->stack[b->depth - 1].node->kind = (uint8_t)kind; /* while it is open; see close_collection() */
}

/* ---- duplicate keys ---- */

/* A key, and the same one further up, if there is one. */
typedef struct twin {
    kp_ynode *key;
    const kp_ynode *first;
} twin;

static int by_place(const void *a, const void *b)
{
    const kp_ynode *x = ((const twin *)a)->key, *y = ((const twin *)b)->key;

    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

static int by_text_then_place(const void *a, const void *b)
{
    int order = strcmp(((const twin *)a)->key->text, ((const twin *)b)->key->text);

    return order ? order : by_place(a, b);
}

static void report_duplicate(builder *b, const kp_ynode *first, kp_ynode *again)
{
    kp_diag *diag = kp_report(b->sink, KP_D_DUPLICATE_KEY, kp_ynode_place(b->source, again), again->text);

    kp_note(diag, KP_N_FIRST_GIVEN, kp_ynode_place(b->source, first), NULL);
    again->kind = KP_YBAD; /* its value is read by nobody: the first counts */
}

/* Ids mostly stand in order, and strictly ascending ones are no duplicates. */
static bool are_ascending(const kp_ynode *map)
{
    const char *before = NULL;

    for (const kp_ynode *key = map->first; key; key = key->next) {
        if (key->kind != KP_YSCALAR || (before && strcmp(before, key->text) >= 0))
            return false;
        before = key->text;
    }
    return true;
}

static void find_duplicates(builder *b, kp_ynode *map)
{
    twin *twins;
    size_t n = 0, found = 0;

    if (map->count < 2 || are_ascending(map))
        return;
    twins = malloc(map->count * sizeof(*twins));
    if (!twins)
        kp_out_of_memory();
    for (kp_ynode *key = map->first; key; key = key->next)
        if (key->kind == KP_YSCALAR)
            twins[n++] = (twin){key, key};
    if (n > 1)
        qsort(twins, n, sizeof(*twins), by_text_then_place);
    for (size_t i = 1; i < n; i++)
        if (strcmp(twins[i].key->text, twins[i - 1].key->text) == 0)
            twins[i].first = twins[i - 1].first;
    for (size_t i = 0; i < n; i++)
        if (twins[i].first != twins[i].key)
            twins[found++] = twins[i];
    /* In the order of the file: so the sink keeps the first ones, and need not quote those that it will drop.
     */
    if (found)
        qsort(twins, found, sizeof(*twins), by_place);
    for (size_t i = 0; i < found; i++)
        report_duplicate(b, twins[i].first, twins[i].key);
    free(twins);
}

/* Keys without neighbours in a sorted list need no sorting: nearly all maps have a handful. */
static void find_duplicates_among_few(builder *b, kp_ynode *map)
{
    for (kp_ynode *key = map->first; key; key = key->next)
        for (kp_ynode *earlier = map->first; earlier != key; earlier = earlier->next)
            if (key->kind == KP_YSCALAR && earlier->kind == KP_YSCALAR && *key->text == *earlier->text &&
                strcmp(key->text, earlier->text) == 0)
                report_duplicate(b, earlier, key);
}

static void close_collection(builder *b)
{
    level *top = &b->stack[--b->depth];
    level *outer = b->depth ? &b->stack[b->depth - 1] : NULL;

    if (top->node->kind == KP_YMAP) {
        if (top->node->count <= 12)
            find_duplicates_among_few(b, top->node);
        else
            find_duplicates(b, top->node);
    }
    if (outer && outer->key == top->node)
        top->node->kind = KP_YBAD;
}

/* ---- events ---- */

static bool has_hidden_control(builder *b, const kp_ynode *node, const char *text, size_t length)
{
    uint32_t code;
    size_t n;

    for (; length && (n = kp_utf8_decode(text, length, &code)) > 0; text += n, length -= n) {
        if (kp_utf8_is_control(code)) {
            kp_report(b->sink, KP_D_HIDDEN_CONTROL, kp_ynode_place(b->source, node),
                      kp_arena_printf(b->arena, "U+%04X", (unsigned)code));
            return true;
        }
    }
    return false;
}

/* A tag as somebody wrote it: libyaml spells "!!str" out. */
static const char *tag_words(builder *b, const char *tag)
{
    static const char core[] = "tag:yaml.org,2002:";
    size_t length = sizeof(core) - 1;

    return strncmp(tag, core, length) == 0 ? kp_arena_printf(b->arena, "!!%s", tag + length) : tag;
}

static void forbid(builder *b, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor || tag)
        b->forbidden = (uint32_t)event->start_mark.line + 1;
    /* The mark of a node with properties is that of the first property. */
    if (anchor)
        kp_report(b->sink, KP_D_ANCHOR,
                  place_of(b, event->start_mark, 1 + (uint32_t)strlen((const char *)anchor)), NULL);
    if (tag)
        kp_report(b->sink, KP_D_TAG, place_of(b, event->start_mark, 1), tag_words(b, (const char *)tag));
}

static void add_scalar(builder *b, const yaml_event_t *event)
{
    kp_ynode *node = new_node(b, KP_YSCALAR, event);
    const char *text = (const char *)event->data.scalar.value;
    yaml_scalar_style_t style = event->data.scalar.style;

    node->text = kp_arena_strndup(b->arena, text, event->data.scalar.length);
    node->plain = style == YAML_PLAIN_SCALAR_STYLE;
    node->block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    forbid(b, event, event->data.scalar.anchor, event->data.scalar.tag);
    if (event->data.scalar.tag || (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
                                   has_hidden_control(b, node, text, event->data.scalar.length)))
        node->kind = KP_YBAD; /* not what somebody meant to write, and told */
    attach(b, node);
}

static bool is_value_of_bad_key(const builder *b)
{
    const kp_ynode *key = b->depth ? b->stack[b->depth - 1].key : NULL;

    return key && key->kind == KP_YBAD;
}

static void add_alias(builder *b, const yaml_event_t *event)
{
    kp_ynode *node = new_node(b, KP_YBAD, event);

    b->forbidden = node->line;
    if (!is_value_of_bad_key(b)) /* "<<: *base" is told as one */
        kp_report(b->sink, KP_D_ANCHOR, kp_ynode_place(b->source, node), NULL);
    attach(b, node);
}

static void take(builder *b, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++b->documents > 1) {
            kp_report(b->sink, KP_D_DOCUMENTS, place_of(b, event->start_mark, 3), NULL);
            b->stopped = true;
        }
        break;
    case YAML_SCALAR_EVENT:
        add_scalar(b, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        forbid(b, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        open_collection(b, KP_YSEQ, event);
        break;
    case YAML_MAPPING_START_EVENT:
        forbid(b, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        open_collection(b, KP_YMAP, event);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(b);
        break;
    case YAML_ALIAS_EVENT:
        add_alias(b, event);
        break;
    case YAML_STREAM_END_EVENT:
        b->stopped = true;
        break;
    default:
        break;
    }
}

kp_ynode *kp_ytree_read(kp_arena *arena, const kp_source *source, kp_sink *sink)
{
    builder b = {.arena = arena, .source = source, .sink = sink};
    size_t bom = kp_source_bom(source);
    bool broken = false;

    if (!kp_yaml_scan(arena, source, sink))
        return NULL;
    if (!yaml_parser_initialize(&b.parser))
        kp_out_of_memory();
    /* libyaml would count a byte order mark as the first column. */
    yaml_parser_set_input_string(&b.parser, (const unsigned char *)source->text + bom, source->length - bom);
    yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
    while (!b.stopped && !broken) {
        yaml_event_t event;
        if (yaml_parser_parse(&b.parser, &event)) {
            take(&b, &event);
            yaml_event_delete(&event);
        } else if (b.parser.error == YAML_MEMORY_ERROR) {
            kp_out_of_memory();
        } else {
            /* "note: *viktigt att följa upp" is an alias first, and then no YAML: one mistake. */
            if (b.forbidden != b.parser.problem_mark.line + 1)
                kp_yaml_report_syntax(arena, source, &b.parser, sink);
            broken = true;
        }
    }
    yaml_parser_delete(&b.parser);
    if (broken || b.depth > 0) /* a tree that was cut short would be missing keys that are there */
        return NULL;
    if (b.root && !kp_ynode_is_empty(b.root))
        return b.root;
    if (b.documents < 2)
        kp_report(sink, KP_D_EMPTY_FILE, kp_whole_file(source), NULL);
    return NULL;
}
