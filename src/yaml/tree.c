#include "kompass/ytree.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "scan.h"

#include "kompass/diag.h"
#include "kompass/utf8.h"

/* One open collection. The tree is built without recursion: depth is a number here, not stack. */
typedef struct level {
    kp_ynode *node;
    kp_ynode **end; /* where the next key or item goes */
    kp_ynode *key;  /* of a map: a key that waits for its value */
} level;

typedef struct builder {
    kp_arena *arena;
    const kp_source *source;
    kp_sink *sink;
    yaml_parser_t parser;
    level stack[KP_YAML_MAX_DEPTH + 1];
    size_t depth;
    kp_ynode *root;
    size_t nodes;
    unsigned documents;
    bool stopped;
} builder;

bool kp_ynode_is_empty(const kp_ynode *node)
{
    return node->kind == KP_YSCALAR && node->plain && node->text[0] == '\0';
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
    kp_ynode *node = KP_NEW(b->arena, kp_ynode);

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
    b->stack[b->depth++] = (level){node, &node->first, NULL};
    if (node->kind == KP_YBAD)
        b->stack[b->depth - 1].node->kind = (uint8_t)kind; /* while it is open; see close_collection() */
}

/* ---- duplicate keys ---- */

static int by_text_then_place(const void *a, const void *b)
{
    const kp_ynode *x = *(kp_ynode *const *)a, *y = *(kp_ynode *const *)b;
    int order = strcmp(x->text, y->text);

    if (order)
        return order;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

static void report_duplicate(builder *b, const kp_ynode *first, kp_ynode *again)
{
    kp_diag *diag =
        kp_report(b->sink, KP_D_DUPLICATE_KEY, kp_ynode_place(b->source, again), again->text);

    kp_note(diag, KP_N_FIRST_GIVEN, kp_ynode_place(b->source, first), NULL);
    again->kind = KP_YBAD; /* its value is read by nobody: the first counts */
}

static void find_duplicates(builder *b, kp_ynode *map)
{
    kp_ynode **keys;
    size_t n = 0;

    if (map->count < 2)
        return;
    keys = malloc(map->count * sizeof(kp_ynode *));
    if (!keys)
        kp_out_of_memory();
    for (kp_ynode *key = map->first; key; key = key->next)
        if (key->kind == KP_YSCALAR)
            keys[n++] = key;
    if (n > 1)
        qsort(keys, n, sizeof(kp_ynode *), by_text_then_place);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (strcmp(keys[i]->text, keys[first]->text) == 0)
            report_duplicate(b, keys[first], keys[i]);
        else
            first = i;
    }
    free(keys);
}

/* Keys without neighbours in a sorted list need no sorting: nearly all maps have a handful. */
static void find_duplicates_among_few(builder *b, kp_ynode *map)
{
    for (kp_ynode *key = map->first; key; key = key->next)
        for (kp_ynode *earlier = map->first; earlier != key; earlier = earlier->next)
            if (key->kind == KP_YSCALAR && earlier->kind == KP_YSCALAR &&
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

static void report_hidden_control(builder *b, const kp_ynode *node, const char *text, size_t length)
{
    uint32_t code;
    size_t n;

    for (; length && (n = kp_utf8_decode(text, length, &code)) > 0; text += n, length -= n) {
        if (kp_utf8_is_control(code)) {
            kp_report(b->sink, KP_D_HIDDEN_CONTROL, kp_ynode_place(b->source, node),
                      kp_arena_printf(b->arena, "U+%04X", (unsigned)code));
            return;
        }
    }
}

static void forbid(builder *b, const yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    /* The mark of a node with properties is that of the first property. */
    if (anchor)
        kp_report(b->sink, KP_D_ANCHOR, place_of(b, event->start_mark, 1 + (uint32_t)strlen((const char *)anchor)),
                  NULL);
    if (tag)
        kp_report(b->sink, KP_D_TAG, place_of(b, event->start_mark, 1), (const char *)tag);
}

static void add_scalar(builder *b, const yaml_event_t *event)
{
    kp_ynode *node = new_node(b, KP_YSCALAR, event);
    const char *text = (const char *)event->data.scalar.value;
    yaml_scalar_style_t style = event->data.scalar.style;

    node->text = kp_arena_strndup(b->arena, text, event->data.scalar.length);
    node->plain = style == YAML_PLAIN_SCALAR_STYLE;
    node->block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        report_hidden_control(b, node, text, event->data.scalar.length);
    /* A tag that only says "not plain" is none. */
    forbid(b, event, event->data.scalar.anchor, event->data.scalar.tag);
    attach(b, node);
}

static void add_alias(builder *b, const yaml_event_t *event)
{
    kp_ynode *node = new_node(b, KP_YBAD, event);

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

static void report_syntax(builder *b)
{
    const char *problem = b->parser.problem ? b->parser.problem : "unreadable";
    kp_place place = place_of(b, b->parser.problem_mark, 1);
    kp_diag *diag;

    if (strstr(problem, "hexdecimal")) /* sic: "C:\Users" in double quotes */
        problem = "in double quotes a backslash begins an escape; use single quotes, or double the backslash";
    diag = kp_report(b->sink, KP_D_SYNTAX, place, problem);
    if (b->parser.context)
        kp_note(diag, KP_N_CONTEXT, place_of(b, b->parser.context_mark, 1), b->parser.context);
}

kp_ynode *kp_ytree_read(kp_arena *arena, const kp_source *source, kp_sink *sink)
{
    builder b = {.arena = arena, .source = source, .sink = sink};
    bool broken = false;

    if (!kp_yaml_scan(source, sink))
        return NULL;
    if (!yaml_parser_initialize(&b.parser))
        kp_out_of_memory();
    yaml_parser_set_input_string(&b.parser, (const unsigned char *)source->text, source->length);
    yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
    while (!b.stopped && !broken) {
        yaml_event_t event;
        if (yaml_parser_parse(&b.parser, &event)) {
            take(&b, &event);
            yaml_event_delete(&event);
        } else if (b.parser.error == YAML_MEMORY_ERROR) {
            kp_out_of_memory();
        } else {
            report_syntax(&b);
            broken = true;
        }
    }
    yaml_parser_delete(&b.parser);
    if (!broken && !b.root)
        kp_report(sink, KP_D_EMPTY_FILE, kp_whole_file(source), NULL);
    /* A tree that was cut short would be missing keys that are there. */
    return broken || b.depth > 0 ? NULL : b.root;
}
