/* tests/unit/test_yaml_write.c - trees as YAML: what is written is read back as the same. */
#include "support.h"

#include <string.h>

#include "kompass/utf8.h"
#include "kompass/write.h"

static void how_it_looks(void **state)
{
    static const struct {
        int line;
        const char *text, *want;
    } rows[] = {
        {HERE, "a: 1\n", "a: 1\n"},
        {HERE, "a: \"1\"\n", "a: \"1\"\n"},
        {HERE, "a: no\nb: 'no'\n", "a: no\nb: \"no\"\n"},
        {HERE, "a:\nb: \"\"\n", "a:\nb:\n"},
        {HERE, "a: 2011-05-17\n", "a: 2011-05-17\n"},
        {HERE, "a: -3.50\n", "a: -3.50\n"},
        {HERE, "a: x, y\n", "a: \"x, y\"\n"},
        {HERE, "a: |\n  x\n  y\n", "a: |\n  x\n  y\n"},
        {HERE, "a: |-\n  x\n\n   y\n", "a: |-\n  x\n\n   y\n"},
        {HERE, "a: |+\n  x\n\n\n", "a: |+\n  x\n\n\n"},
        {HERE, "a: \" x\\ny\"\n", "a: \" x\\ny\"\n"},
        {HERE, "a: \"x\\ny\\t\"\n", "a: |-\n  x\n  y\t\n"},
        {HERE, "a: \"x\\n \"\n", "a: \"x\\n \"\n"},
        {HERE, "a: \"\\u0085\\u2028\\uFEFF\"\n", "a: \"\\u0085\\u2028\\uFEFF\"\n"},
        {HERE, "a: {b: 1}\n", "a:\n  b: 1\n"},
        {HERE, "a: {\"1\": {b: 1, c: [x, y]}}\n", "a:\n  \"1\":\n    b: 1\n    c: [x, y]\n"},
        {HERE, "a: {\"1\": {b: 1, c: {d: 2}}}\n", "a:\n  \"1\": {b: 1, c: {d: 2}}\n"},
        {HERE, "a: []\nb: {}\nc: {d: []}\n", "a: []\nb: {}\nc:\n  d: []\n"},
        {HERE, "a: [{b: 1, c: \"x\\ny\"}]\n", "a:\n  - b: 1\n    c: |-\n      x\n      y\n"},
        {HERE, "a: [[1, 2], [3]]\n", "a:\n  - [1, 2]\n  - [3]\n"},
        {HERE, "a: [\"x\\ny\", ]\n", "a:\n  - |-\n    x\n    y\n"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_ynode *tree;
        world_clear(w);
        tree = tree_of(w, rows[i].text);
        assert_non_null(tree);
        kp_write_yaml(tree, &w->buf);
        assert_text_at(rows[i].line, kp_buf_text(&w->buf), rows[i].want);
        assert_true_at(rows[i].line, kp_ynode_equal(tree, tree_of(w, kp_buf_text(&w->buf))));
        assert_codes_at(rows[i].line, w, "");
    }
}

/* ---- any tree ---- */

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static const char *random_text(world *w, uint32_t *seed)
{
    static const uint32_t codes[] = {'a',  'b',  ' ',    ' ',    '\n',   '\n', '\t',    ':', '#', '-',
                                     '\'', '"',  '\\',   ',',    '[',    ']',  '{',     '}', '&', '*',
                                     '!',  '|',  '>',    '%',    '@',    '?',  '0',     '1', '.', '~',
                                     0xE5, 0x85, 0x2028, 0x2029, 0xFEFF, 0xA0, 0x1F600, '\r'};
    uint32_t length = next(seed) % 12;
    char *text = kp_arena_alloc(w->arena, (size_t)length * 4 + 1), *end = text;

    while (length--)
        end += kp_utf8_encode(codes[next(seed) % LENGTH(codes)], end);
    return text;
}

static kp_ynode *random_tree(world *w, uint32_t *seed, unsigned depth) /* NOLINT(misc-no-recursion) */
{
    kp_ykind kind = depth == 0 ? KP_YMAP : depth > 5 ? KP_YSCALAR : (kp_ykind)(next(seed) % 3);
    kp_ynode *node;

    if (kind == KP_YSCALAR) {
        node = kp_ynode_scalar(w->arena, random_text(w, seed), next(seed) % 2);
        node->plain = node->plain && *node->text; /* nothing, and an empty text, differ */
        return node;
    }
    node = kp_ynode_collection(w->arena, kind);
    for (uint32_t left = next(seed) % 4 + (depth == 0); left; left--) {
        kp_ynode *item = random_tree(w, seed, depth + 1);
        if (kind == KP_YMAP) {
            const char *name = kp_arena_printf(w->arena, "%s%u", random_text(w, seed), (unsigned)left);
            kp_ynode *key = kp_ynode_scalar(w->arena, name, next(seed) % 2);
            key->value = item;
            item = key;
        }
        kp_ynode_append(node, item);
    }
    return node;
}

static void any_tree_comes_back(void **state)
{
    world *w = *state;
    uint32_t seed = 20260314;

    for (int i = 0; i < 20000; i++) {
        kp_ynode *tree, *again;
        world_clear(w);
        tree = random_tree(w, &seed, 0);
        kp_write_yaml(tree, &w->buf);
        again = tree_of(w, kp_buf_text(&w->buf));
        if (!again || !kp_ynode_equal(tree, again))
            fail_msg("tree %d is not read back:\n%s", i, kp_buf_text(&w->buf));
    }
}

static void changes_between_evaluations(void **state)
{
    world *w = *state;
    const kp_ynode *from =
        tree_of(w, "year: 2024\nanswers: {\"1\": 2, \"2\": n/a, \"3\": {value: 1, note: x}}\n");
    const kp_ynode *to = tree_of(
        w,
        "answers: {\"3\": 1, \"2\": {not_applicable: true}, \"1\": {value: \"1\"}}\nyear: 2024\nnote: y\n");

    assert_int(kp_write_yaml_changes(w->arena, from, from, &w->buf), 0);
    assert_int(kp_write_yaml_changes(w->arena, from, to, &w->buf), 3);
    assert_text(kp_buf_text(&w->buf), "1 value: 2 → \"1\"\nnote: – → y\n3 note: x → –\n");
    kp_buf_clear(&w->buf);
    assert_int(kp_write_yaml_changes(w->arena, NULL, from, &w->buf), 5);
}

static void keys_are_set_in_order(void **state)
{
    static const char *const order[] = {"a", "b", "c", NULL};
    world *w = *state;
    kp_ynode *map = tree_of(w, "x: 1\nc: 3\n");

    kp_ynode_set(w->arena, map, "b", kp_ynode_scalar(w->arena, "2", true), order);
    kp_ynode_set(w->arena, map, "a", kp_ynode_scalar(w->arena, "1", true), order);
    kp_ynode_set(w->arena, map, "c", kp_ynode_scalar(w->arena, "4", true), order);
    kp_ynode_set(w->arena, map, "z", kp_ynode_scalar(w->arena, "5", true), order);
    kp_ynode_remove(map, "x");
    kp_ynode_remove(map, "y");
    kp_write_yaml(map, &w->buf);
    assert_text(kp_buf_text(&w->buf), "a: 1\nb: 2\nc: 4\nz: 5\n");
    assert_int(map->count, 4);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(how_it_looks),
        TEST(any_tree_comes_back),
        TEST(changes_between_evaluations),
        TEST(keys_are_set_in_order),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("yaml_write", tests, NULL, NULL) != 0;
}
