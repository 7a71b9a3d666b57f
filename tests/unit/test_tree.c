/* tests/unit/test_tree.c - YAML as a tree that knows where everything stands, and all that it refuses. */
#include "support.h"

#include <string.h>

/* ---- a tree as text: {key: "value"@LINE:COLUMN+WIDTH, ...} ---- */

static void put_node(const kp_ynode *node, kp_buf *out)
{
    bool map = node->kind == KP_YMAP;

    if (node->kind == KP_YBAD) {
        kp_buf_puts(out, "BAD");
        return;
    }
    if (node->kind == KP_YSCALAR) {
        kp_buf_printf(out, "%s\"%s\"", node->plain ? "" : node->block ? "|" : "'", node->text);
    } else {
        kp_buf_puts(out, map ? "{" : "[");
        for (const kp_ynode *child = node->first; child; child = child->next) {
            put_node(child, out);
            if (map) {
                kp_buf_puts(out, ": ");
                put_node(child->value, out);
            }
            kp_buf_puts(out, child->next ? ", " : "");
        }
        kp_buf_puts(out, map ? "}" : "]");
    }
    kp_buf_printf(out, "@%u:%u", (unsigned)node->line, (unsigned)node->column);
    if (node->kind == KP_YSCALAR)
        kp_buf_printf(out, "+%u", (unsigned)node->width);
}

static const char *tree_text(world *w, const char *text)
{
    const kp_ynode *root = tree_of(w, text);

    kp_buf_clear(&w->buf);
    if (!root)
        return "none";
    put_node(root, &w->buf);
    return kp_buf_text(&w->buf);
}

/* ---- positions ---- */

static void every_node_knows_its_place(void **state)
{
    static const struct {
        int line;
        const char *text, *tree;
    } rows[] = {
        {HERE, "a: b\n", "{\"a\"@1:1+1: \"b\"@1:4+1}@1:1"},
        {HERE, "a:\n  b: c\n", "{\"a\"@1:1+1: {\"b\"@2:3+1: \"c\"@2:6+1}@2:3}@1:1"},
        {HERE, "- a\n-  bc\n", "[\"a\"@1:3+1, \"bc\"@2:4+2]@1:1"},
        {HERE, "a: [x, 'y z', \"w\"]", "{\"a\"@1:1+1: [\"x\"@1:5+1, '\"y z\"@1:8+5, '\"w\"@1:15+3]@1:4}@1:1"},
        {HERE, "a: {b: 1, c: 2}",
         "{\"a\"@1:1+1: {\"b\"@1:5+1: \"1\"@1:8+1, \"c\"@1:11+1: \"2\"@1:14+1}@1:4}@1:1"},
        {HERE, "just text", "\"just text\"@1:1+9"},
        {HERE, "---\n# comment\na: 1 # more\n...\n", "{\"a\"@3:1+1: \"1\"@3:4+1}@3:1"},
        /* columns are characters */
        {HERE, "åäö: ÅÄÖ x\n", "{\"åäö\"@1:1+3: \"ÅÄÖ x\"@1:6+5}@1:1"},
        {HERE, "漢: \xF0\x9F\x98\x80\nb: 1",
         "{\"漢\"@1:1+1: \"\xF0\x9F\x98\x80\"@1:4+1, \"b\"@2:1+1: \"1\"@2:4+1}@1:1"},
        {HERE, "a:\tb\n", "{\"a\"@1:1+1: \"b\"@1:4+1}@1:1"},
        /* a byte order mark is no column; CRLF is one break */
        {HERE,
         "\xEF\xBB\xBF"
         "a: b\nc: d\n",
         "{\"a\"@1:1+1: \"b\"@1:4+1, \"c\"@2:1+1: \"d\"@2:4+1}@1:1"},
        {HERE, "\xEF\xBB\xBF# comment\na: b\n", "{\"a\"@2:1+1: \"b\"@2:4+1}@2:1"},
        {HERE, "a: b\r\nc: d\r\n", "{\"a\"@1:1+1: \"b\"@1:4+1, \"c\"@2:1+1: \"d\"@2:4+1}@1:1"},
        /* empty values stand just behind the colon */
        {HERE, "a:\nb: \"\"\n", "{\"a\"@1:1+1: \"\"@1:3+0, \"b\"@2:1+1: '\"\"@2:4+2}@1:1"},
        {HERE, "a: {}\nb: []\n", "{\"a\"@1:1+1: {}@1:4, \"b\"@2:1+1: []@2:4}@1:1"},
        /* texts over several lines */
        {HERE, "a: |\n  one\n  two\n", "{\"a\"@1:1+1: |\"one\ntwo\n\"@1:4+1}@1:1"},
        {HERE, "a: >-\n  one\n  two\nb: 1",
         "{\"a\"@1:1+1: |\"one two\"@1:4+1, \"b\"@4:1+1: \"1\"@4:4+1}@1:1"},
        {HERE, "a: one\n  two\n", "{\"a\"@1:1+1: \"one two\"@1:4+1}@1:1"},
        /* nothing is resolved: every scalar is what was written */
        {HERE, "[no, 010, 1.10, ~, null, 3,5, .inf, 1:30, <<, 2011-01-01]",
         "[\"no\"@1:2+2, \"010\"@1:6+3, \"1.10\"@1:11+4, \"~\"@1:17+1, \"null\"@1:20+4, \"3\"@1:26+1, "
         "\"5\"@1:28+1, "
         "\".inf\"@1:31+4, \"1:30\"@1:37+4, \"<<\"@1:43+2, \"2011-01-01\"@1:47+10]@1:1"},
        {HERE, "{b:1}", "{\"b:1\"@1:2+3: \"\"@1:5+0}@1:1"},
        {HERE, "'<<': 1\n\"a\\tb\": \"\\u00e5\"\n",
         "{'\"<<\"@1:1+4: \"1\"@1:7+1, '\"a\tb\"@2:1+6: '\"å\"@2:9+8}@1:1"},
        {HERE, "%YAML 1.2\n---\na: 1\n", "{\"a\"@3:1+1: \"1\"@3:4+1}@3:1"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        assert_text_at(rows[i].line, tree_text(w, rows[i].text), rows[i].tree);
        assert_codes_at(rows[i].line, w, "");
    }
}

static void values_are_found_by_key(void **state)
{
    world *w = *state;
    kp_ynode *root = tree_of(w, "a: 1\nb: [2]\nc:\nd: ''\n");
    const kp_source *source = source_of(w, "s", "");

    assert_text(kp_ynode_get(root, "a")->text, "1");
    assert_int(kp_ynode_get(root, "b")->kind, KP_YSEQ);
    assert_null(kp_ynode_get(root, "x"));
    assert_null(kp_ynode_get(kp_ynode_get(root, "b"), "a"));
    assert_null(kp_ynode_get(kp_ynode_get(root, "a"), "a"));
    assert_true(kp_ynode_is_empty(kp_ynode_get(root, "c")));
    assert_true(kp_ynode_is_empty(kp_ynode_get(root, "d"))); /* quotes never matter */
    assert_false(kp_ynode_is_empty(kp_ynode_get(root, "b")));
    assert_int(root->count, 4);
    assert_ptr_equal(kp_ynode_place(source, root).source, source);
    assert_int(kp_ynode_place(source, kp_ynode_get(root, "b")).line, 2);
    assert_int(kp_ynode_place(source, kp_ynode_get(root, "b")).column, 4);
}

/* ---- what is refused ---- */

static const struct {
    int line;
    const char *text, *codes, *tree;
} forbidden_rows[] = {
    /* anchors and aliases */
    {HERE, "a: &x 1\n", "1:4 KP011", "{\"a\"@1:1+1: \"1\"@1:4+4}@1:1"},
    {HERE, "a: &x [1]\nb: &y {c: 1}\n", "1:4 KP011\n2:4 KP011", NULL},
    {HERE, "&x a: 1\n", "1:1 KP011", NULL},
    {HERE, "a: *x\n", "1:4 KP011", "{\"a\"@1:1+1: BAD}@1:1"},
    {HERE, "a: &x 1\nb: *x\nc: [*x, 2]\n", "1:4 KP011\n2:4 KP011\n3:5 KP011", NULL},
    {HERE, "*x : 1\n", "1:1 KP011", "{BAD: \"1\"@1:6+1}@1:1"},
    {HERE, "*x", "1:1 KP011", "BAD"},
    {HERE, "&a [&b [*a]]", "1:1 KP011\n1:5 KP011\n1:9 KP011", NULL},
    /* tags */
    {HERE, "a: !foo 1\n", "1:4 KP012", NULL},
    {HERE, "a: !!str 1\n", "1:4 KP012", NULL},
    {HERE, "a: ! 1\n", "1:4 KP012", NULL},
    {HERE, "a: !<tag:x> 'q'\n", "1:4 KP012", NULL},
    {HERE, "a: !!map {b: 1}\nc: !!seq [1]\n", "1:4 KP012\n2:4 KP012", NULL},
    {HERE, "!x a: 1\n", "1:1 KP012", NULL},
    {HERE, "a: &x !y 1\n", "1:4 KP011\n1:4 KP012", NULL},
    {HERE, "%TAG !e! tag:e:\n---\na: !e!x 1\n", "3:4 KP012", NULL},
    /* merge keys: only unquoted, and only as a key */
    {HERE, "<<: {a: 1}\nb: 2\n", "1:1 KP013",
     "{BAD: {\"a\"@1:6+1: \"1\"@1:9+1}@1:5, \"b\"@2:1+1: \"2\"@2:4+1}@1:1"},
    {HERE, "a:\n  <<: x\n  <<: y\n", "2:3 KP013\n3:3 KP013", NULL},
    {HERE, "a: <<\n", "", NULL},
    /* further documents */
    {HERE, "a: 1\n---\nb: 2\n", "2:1 KP014", "{\"a\"@1:1+1: \"1\"@1:4+1}@1:1"},
    {HERE, "---\na: 1\n---\nb: 2\n---\nc: 3\n", "3:1 KP014", NULL},
    {HERE, "a: 1\n---\n", "2:1 KP014", NULL},
    {HERE, "a: 1\n...\n---\nb: 1\n", "3:1 KP014", NULL},
    {HERE, "a: 1\n...\n", "", NULL},
    {HERE, "---\na: 1\n...\n# end\n", "", NULL},
    /* keys that are no texts */
    {HERE, "? [a]\n: 1\nb: 2\n", "1:3 KP019", "{BAD: \"1\"@2:3+1, \"b\"@3:1+1: \"2\"@3:4+1}@1:1"},
    {HERE, "{[a]: 1, {b: 2}: 3}", "1:2 KP019\n1:10 KP019", "{BAD: \"1\"@1:7+1, BAD: \"3\"@1:18+1}@1:1"},
    {HERE, "? {a: [b, {c: d}]}\n: {e: f}\n", "1:3 KP019", NULL},
    {HERE, "? a\n: 1\n", "", "{\"a\"@1:3+1: \"1\"@2:3+1}@1:1"},
    /* nothing at all */
    {HERE, "", "1:1 KP017", "none"},
    {HERE, "\n\n", "1:1 KP017", "none"},
    {HERE, "# only a comment\n", "1:1 KP017", "none"},
    {HERE, "\xEF\xBB\xBF", "1:1 KP017", "none"},
    {HERE, "---\n", "1:1 KP017", NULL},
};

static void forbidden_constructs_are_reported_at_their_place(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < LENGTH(forbidden_rows); i++) {
        const char *tree;
        world_clear(w);
        tree = tree_text(w, forbidden_rows[i].text);
        assert_codes_at(forbidden_rows[i].line, w, forbidden_rows[i].codes);
        if (forbidden_rows[i].tree)
            assert_text_at(forbidden_rows[i].line, tree, forbidden_rows[i].tree);
    }
}

static void bytes_that_no_file_may_hold_are_reported_at_their_place(void **state)
{
    static const struct {
        int line;
        const char *text;
        size_t length; /* 0: to its NUL */
        const char *codes;
    } rows[] = {
        {HERE, "a: bl\xE5 f\xE4rg\n", 0, "1:6 KP005"}, /* Latin-1: told once, for saving it anew mends all */
        {HERE, "a: 1\nb: \xC3\n", 0, "2:4 KP005"},
        {HERE, "a: \xED\xA0\x80\n", 0, "1:4 KP005"},
        {HERE,
         "\xFF\xFE"
         "a\0",
         4, "1:1 KP006"},
        {HERE, "\xFE\xFF\0a", 4, "1:1 KP006"},
        {HERE, "\0\0\xFE\xFF\0\0\0a", 8, "1:1 KP006"},
        {HERE, "a\0:\0 \0b\0", 8, "1:1 KP006"}, /* without a mark */
        {HERE, "\0a\0:\0 \0b", 8, "1:1 KP006"},
        {HERE, "a: \x01\n", 0, "1:4 KP007"},
        {HERE, "a: x\0y\n", 7, "1:5 KP007"},
        {HERE, "a: \x7F\xC2\x80\n", 0, "1:4 KP007\n1:5 KP007"},
        {HERE, "å: \x1B[31m\n", 0, "1:4 KP007"},
        {HERE, "a: \xEF\xBF\xBE\n", 0, "1:4 KP007"},
        {HERE, "a: 1\rb: 2\n", 0, "1:5 KP008"},
        {HERE, "a: 1\r", 0, "1:5 KP008"},
        {HERE,
         "a: 1\xC2\x85"
         "b: 2\n",
         0, "1:5 KP008"},
        {HERE, "a: x\xE2\x80\xA8y\xE2\x80\xA9z\n", 0, "1:5 KP008\n1:7 KP008"},
        {HERE, "a: \x01\n\x02: b\xE5\n\xE5\n\x03\n", 0, "1:4 KP007\n2:1 KP007\n2:5 KP005\n4:1 KP007"},
        {HERE, "a: \"\\x07\"\n", 0, "1:4 KP034"}, /* hidden in an escape */
        {HERE, "a: \"\\0\"\n", 0, "1:4 KP034"},
        {HERE, "\"\\e\": 1\n", 0, "1:1 KP034"},
        {HERE, "a: \"\\uFFFE\"\n", 0, "1:4 KP034"},
        {HERE, "a: \"\\t\\n\\r\\x85 \\u2028\"\n", 0, ""},
        {HERE, "a: '\\x07'\n", 0, ""},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_source source = {.name = "t.yaml", .text = rows[i].text};
        world_clear(w);
        source.length = rows[i].length ? rows[i].length : strlen(rows[i].text);
        kp_ytree_read(w->arena, &source, w->sink);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

/* What libyaml misses, where it noticed, is turned into what the person did, where it was done. */
static void syntax_errors_say_what_to_mend(void **state)
{
    static const struct {
        int line;
        const char *text, *codes, *words;
    } rows[] = {
        {HERE, "a: [1, 2\nb: 3\n", "1:4 KP010", "a list in [ ] is not closed"},
        {HERE, "a: {b: 1\n", "1:4 KP010", "a map in { } is not closed"},
        {HERE, "a: 'x\n", "1:4 KP010", "the quote that opens here is never closed"},
        {HERE, "a: \"C:\\Users\"\n", "1:7 KP010", "backslash"},
        {HERE, "a: b: c\n", "1:5 KP010", "needs quotes"},
        {HERE, "a: 1\n b: 2\n", "2:2 KP010", "indented further"},
        {HERE, "a: 1\n\tb: 2\n", "2:1 KP010", "a tab stands here"},
        {HERE, "a: ]\n", "1:4 KP010", "closes nothing"},
        {HERE, "a: @x\n", "1:4 KP010", "begins with '@'"},
        {HERE, "a: %x\n", "1:4 KP010", "begins with '%'"},
        {HERE, "- a\nb: 1\n", "2:1 KP010", "KP010"},
        {HERE, "%YAML 2.0\n---\na: 1\n", "1:1 KP010", "KP010"},
        {HERE, "a: &x 1\nb: [\n", "1:4 KP011\n3:1 KP010", "KP010"}, /* what came before is told, too */
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        assert_true_at(rows[i].line, tree_of(w, rows[i].text) == NULL); /* no tree, but what is wrong */
        assert_codes_at(rows[i].line, w, rows[i].codes);
        assert_told_at(rows[i].line, w, rows[i].words);
    }
}

static void the_place_where_it_shows_is_told_too(void **state)
{
    world *w = *state;

    tree_of(w, "a: [1, 2\nb: 3\n");
    assert_problems(
        w, "t.yaml:1:4: error: this is not valid YAML: a list in [ ] is not closed, or a comma is missing in "
           "it [KP010]\n"
           "    1 | a: [1, 2\n"
           "      |    ^\n"
           "t.yaml:2:2: note: it shows here\n"
           "    2 | b: 3\n"
           "      |  ^\n");
}

/* ---- duplicate keys ---- */

static void duplicate_keys_are_reported_with_the_first(void **state)
{
    world *w = *state;

    assert_text(
        tree_text(w, "a: 1\nb: 2\n'a': 3\na: 4\n"),
        "{\"a\"@1:1+1: \"1\"@1:4+1, \"b\"@2:1+1: \"2\"@2:4+1, BAD: \"3\"@3:6+1, BAD: \"4\"@4:4+1}@1:1");
    assert_problems(w, "t.yaml:3:1: error: duplicate key 'a'; keep one [KP018]\n"
                       "    3 | 'a': 3\n"
                       "      | ^~~\n"
                       "t.yaml:1:1: note: first given here\n"
                       "    1 | a: 1\n"
                       "      | ^\n"
                       "t.yaml:4:1: error: duplicate key 'a'; keep one [KP018]\n"
                       "    4 | a: 4\n"
                       "      | ^\n"
                       "t.yaml:1:1: note: first given here\n"
                       "    1 | a: 1\n"
                       "      | ^\n");
}

static void keys_are_compared_within_their_map_only(void **state)
{
    static const struct {
        int line;
        const char *text, *codes;
    } rows[] = {
        {HERE, "a: {a: {a: 1}}\nb: {a: 1}\n", ""},
        {HERE, "- a: 1\n- a: 2\n", ""},
        {HERE, "a: 1\nA: 2\nå: 3\na\xCC\x8A: 4\n", ""},
        {HERE, "1.1: a\n1.10: b\n", ""},
        {HERE, "a: {b: 1, b: 2}\na: 3\n", "1:11 KP018\n2:1 KP018"},
        {HERE, "'': 1\n'': 2\n", "2:1 KP018"},
        {HERE, "{a: 1, a: 2, a: 3}", "1:8 KP018\n1:14 KP018"},
        {HERE, "? [a]\n: 1\n? [a]\n: 2\n", "1:3 KP019\n3:3 KP019"}, /* no keys at all, so no duplicates */
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        tree_of(w, rows[i].text);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

/* Large maps are sorted, small ones compared: at every size the same is found. */
static void duplicates_are_found_in_maps_of_every_size(void **state)
{
    world *w = *state;

    for (unsigned size = 2; size <= 30; size++) {
        world_clear(w);
        for (unsigned i = 0; i < size; i++)
            kp_buf_printf(&w->buf, "k%u: 1\n", (i + 5) % size);
        kp_buf_puts(&w->buf, "k0: again\nk1: again\nk0: again\n");
        tree_of(w, kp_arena_strdup(w->arena, kp_buf_text(&w->buf)));
        assert_codes(
            w, kp_arena_printf(w->arena, "%u:1 KP018\n%u:1 KP018\n%u:1 KP018", size + 1, size + 2, size + 3));
    }
}

/* ---- limits ---- */

static const char *repeated(world *w, const char *before, const char *item, size_t count, const char *after)
{
    kp_buf_clear(&w->buf);
    kp_buf_puts(&w->buf, before);
    kp_buf_repeat(&w->buf, item, count);
    kp_buf_puts(&w->buf, after);
    return kp_arena_strdup(w->arena, kp_buf_text(&w->buf));
}

static const char *nested_maps(world *w, unsigned depth)
{
    kp_buf_clear(&w->buf);
    for (unsigned i = 0; i < depth; i++) {
        kp_buf_repeat(&w->buf, " ", i);
        kp_buf_puts(&w->buf, "a:\n");
    }
    return kp_arena_strdup(w->arena, kp_buf_text(&w->buf));
}

static void depth_ends_at_64(void **state)
{
    world *w = *state;
    const char *close = kp_arena_strdup(w->arena, repeated(w, "", "]", 100, ""));

    assert_non_null(tree_of(w, repeated(w, "", "[", 64, close + 36)));
    assert_codes(w, "");
    assert_null(tree_of(w, repeated(w, "", "[", 65, close + 35)));
    assert_codes(w, "1:65 KP015");
    world_clear(w);
    assert_non_null(tree_of(w, nested_maps(w, 64)));
    assert_codes(w, "");
    assert_null(tree_of(w, nested_maps(w, 65)));
    assert_codes(w, "65:65 KP015");
    world_clear(w);
    assert_null(tree_of(w, repeated(w, "", "[", 100000, ""))); /* quadratic in libyaml, were it let */
    assert_codes(w, "1:65 KP015");
    world_clear(w);
    assert_null(tree_of(w, repeated(w, "", "{? ", 65, ""))); /* 64 maps as keys, and one too many */
    assert_int(kp_sink_count(w->sink, KP_ERROR), 65);
}

static void nodes_end_at_a_million(void **state)
{
    world *w = *state;

    assert_non_null(tree_of(w, repeated(w, "[", "1,", KP_YAML_MAX_NODES - 1, "]")));
    assert_codes(w, "");
    assert_null(tree_of(w, repeated(w, "[", "1,", KP_YAML_MAX_NODES, "]")));
    assert_codes(w, "1:2000000 KP016");
}

/* Half a million duplicate keys, told from the end of the file to its beginning: only time tells a bad
 * search. */
static void a_file_of_duplicates_is_no_trap(void **state)
{
    world *w = *state;
    const unsigned count = 125000;
    kp_source source = {.name = "t.yaml"};

    for (unsigned half = 0; half < 2; half++)
        for (unsigned i = 0; i < count; i++)
            kp_buf_printf(&w->buf, "k%06u: 1\n#\n#\n", count - i);
    source.text = kp_buf_text(&w->buf);
    source.length = w->buf.length;
    kp_source_index(w->arena, &source);
    assert_non_null(kp_ytree_read(w->arena, &source, w->sink));
    assert_int(kp_sink_count(w->sink, KP_ERROR), count);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(every_node_knows_its_place),
        TEST(values_are_found_by_key),
        TEST(forbidden_constructs_are_reported_at_their_place),
        TEST(bytes_that_no_file_may_hold_are_reported_at_their_place),
        TEST(syntax_errors_say_what_to_mend),
        TEST(the_place_where_it_shows_is_told_too),
        TEST(duplicate_keys_are_reported_with_the_first),
        TEST(keys_are_compared_within_their_map_only),
        TEST(duplicates_are_found_in_maps_of_every_size),
        TEST(depth_ends_at_64),
        TEST(nodes_end_at_a_million),
        TEST(a_file_of_duplicates_is_no_trap),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("tree", tests, NULL, NULL) != 0;
}
