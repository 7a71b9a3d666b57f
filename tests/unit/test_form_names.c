/* tests/unit/test_form_names.c - what a form's writer and its reader agree on: names, the base, labels. */
#include "support.h"

#include <string.h>

#include "kompass/base64.h"
#include "kompass/form.h"

/* Every name that is written is read as what it was written for, with its number. */
static void names_there_and_back(void **state)
{
    world *w = *state;
    kp_arena *arena = w->arena;
    kp_form_table table = KP_FORM_TABLE__COUNT;
    kp_form_column column = KP_FORM_COLUMN__COUNT;
    kp_form_about about = KP_FORM_ABOUT__COUNT;
    kp_form_key key = KP_FORM_KEY__COUNT;
    uint32_t slot = 99;

    for (int i = 0; i < KP_FORM_TABLE__COUNT; i++) {
        assert_true(kp_form_find_marker(kp_form_marker((kp_form_table)i), &table));
        assert_int(table, i);
    }
    for (int i = 0; i < KP_FORM_COLUMN__COUNT; i++) {
        uint32_t number = i == KP_FORM_BY ? 12 : 0;
        assert_true(
            kp_form_find_column(kp_form_column_name(arena, (kp_form_column)i, number), &column, &slot));
        assert_int(column, i);
        assert_int(slot, number);
    }
    for (int i = 0; i < KP_FORM_ABOUT__COUNT; i++) {
        assert_true(kp_form_find_about(kp_form_about_name((kp_form_about)i), &about));
        assert_int(about, i);
    }
    for (int i = 0; i < KP_FORM_KEY__COUNT; i++) {
        uint32_t number = i == KP_FORM_KEY_BASE ? 700 : 0;
        assert_true(kp_form_find_key(kp_form_key_name(arena, (kp_form_key)i, number), &key, &slot));
        assert_int(key, i);
        assert_int(slot, number);
    }
}

static void names_are_as_the_header_says(void **state)
{
    world *w = *state;
    kp_arena *arena = w->arena;
    kp_form_column column = KP_FORM_ID;
    uint32_t slot = 0;

    assert_text(kp_form_marker(KP_FORM_ANSWERS), "kompass:answers");
    assert_text(kp_form_column_name(arena, KP_FORM_BY, 2), "by:#2");
    assert_text(kp_form_column_name(arena, KP_FORM_EVIDENCE_TEXT, 1), "evidence:#1.text");
    assert_text(kp_form_column_name(arena, KP_FORM_EVIDENCE_TEXT, 0), "evidence.text");
    assert_true(kp_form_find_column("evidence:#3.ref", &column, &slot));
    assert_int(column, KP_FORM_EVIDENCE_REF);
    assert_int(slot, 3);
    assert_text(kp_form_evidence_item(arena, "1.2.4", 2), "1.2.4#evidence#2");
    assert_text(kp_form_finding_item(arena, "1", KP_IMPROVEMENT, 3), "1#improvements#3");
    assert_text(kp_form_slot_name(arena, 7), "#7");
    assert_true(kp_form_find_slot("#7", &slot));
    assert_int(slot, 7);
}

static void what_is_no_name(void **state)
{
    static const char *const no_columns[] = {"",
                                             "ID",
                                             "id ",
                                             "by",
                                             "by:",
                                             "by:#",
                                             "by:#0",
                                             "by:#1x",
                                             "by:1",
                                             "by:#-1",
                                             "by:#1000000",
                                             "value:#1",
                                             "evidence",
                                             "evidence:.type",
                                             "by:#01",
                                             "evidence:#1",
                                             "evidence.",
                                             "evidence:#1.",
                                             "evidence.texts",
                                             "kompass:answers"};
    kp_form_column column;
    kp_form_table table;
    kp_form_about about;
    kp_form_key key;
    uint32_t slot;

    (void)state;
    for (size_t i = 0; i < LENGTH(no_columns); i++)
        if (kp_form_find_column(no_columns[i], &column, &slot))
            fail_msg("'%s' is taken for a column", no_columns[i]);
    assert_false(kp_form_find_marker("kompass", &table));
    assert_false(kp_form_find_about("unit", &about));
    assert_false(kp_form_find_key("base", &key, &slot));
    assert_false(kp_form_find_slot("1", &slot));
    assert_false(kp_form_find_slot("#1 ", &slot));
}

/* RFC 4648, section 10. */
static void base64_as_the_standard_has_it(void **state)
{
    static const char *const rows[][2] = {{"", ""},
                                          {"f", "Zg=="},
                                          {"fo", "Zm8="},
                                          {"foo", "Zm9v"},
                                          {"foob", "Zm9vYg=="},
                                          {"fooba", "Zm9vYmE="},
                                          {"foobar", "Zm9vYmFy"},
                                          {"\xFF\xFE\xFD", "//79"}};
    world *w = *state;
    kp_arena *arena = w->arena;
    kp_buf *out = &w->buf;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_text(kp_base64(arena, rows[i][0], strlen(rows[i][0])), rows[i][1]);
        kp_buf_clear(out);
        assert_true(kp_base64_decode(rows[i][1], out));
        assert_text(kp_buf_text(out), rows[i][0]);
    }
    kp_buf_clear(out);
    assert_true(kp_base64_decode(" Zm\n9v\tYg=\r\n= ", out));
    assert_text(kp_buf_text(out), "foob");
}

static void what_is_no_base64(void **state)
{
    static const char *const rows[] = {"Z", "Zg", "Zg=", "Zg==Zg", "=Zg=", "Z===", "Zm9\xC3\xA5", "Zm9-"};
    world *w = *state;
    kp_buf *out = &w->buf;

    for (size_t i = 0; i < LENGTH(rows); i++)
        if (kp_base64_decode(rows[i], out))
            fail_msg("'%s' is taken for base64", rows[i]);
}

/* Any bytes, of any length around the length of a row, come back; each row fits a cell. */
static void the_base_there_and_back(void **state)
{
    static const size_t lengths[] = {0, 1, 2, 3, 23999, 24000, 24001, 48000, 100003};
    world *w = *state;
    kp_arena *arena = w->arena;
    kp_buf *out = &w->buf;

    for (size_t i = 0; i < LENGTH(lengths); i++) {
        kp_buf_clear(out);
        char *bytes = kp_arena_alloc(arena, lengths[i] + 1);
        for (size_t k = 0; k < lengths[i]; k++)
            bytes[k] = (char)(k * 7 + k / 251);
        for (uint32_t slot = 1; slot <= kp_form_base_count(lengths[i]); slot++) {
            const char *chunk = kp_form_base_chunk(arena, bytes, lengths[i], slot);
            assert_in_range(strlen(chunk), 1, 32767);
            assert_true(kp_base64_decode(chunk, out));
        }
        assert_int(out->length, lengths[i]);
        assert_memory_equal(kp_buf_text(out), bytes, lengths[i]);
        assert_text(kp_form_base_chunk(arena, bytes, lengths[i], kp_form_base_count(lengths[i]) + 1), "");
    }
}

/* What a drop-down shows tells every level from every other, and from "not applicable". */
static void labels_of_levels(void **state)
{
    static const kp_text_entry entries[][1] = {
        {{NULL, "Saknas"}}, {{NULL, "Finns\n delvis"}}, {{NULL, "Finns delvis"}}, {{NULL, "Ej tillämplig"}}};
    static const char *const want[] = {"Saknas", "Finns delvis (1)", "Finns delvis (2)", "Ej tillämplig (3)",
                                       "4"};
    world *w = *state;
    kp_arena *arena = w->arena;
    kp_level levels[LENGTH(want)] = {{.value = {.given = false}}};
    kp_scale scale = {.id = "s", .levels = levels, .count = LENGTH(want)};

    for (uint32_t i = 0; i < LENGTH(want); i++) {
        levels[i].value = (kp_maybe_decimal){.given = true, .value = {.digits = i}};
        if (i < LENGTH(entries))
            levels[i].label = (kp_text){entries[i], 1};
    }
    for (uint32_t i = 0; i < LENGTH(want); i++)
        assert_text(kp_form_level_label(arena, &scale, &levels[i], "sv", "sv"), want[i]);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(names_there_and_back), TEST(names_are_as_the_header_says),
        TEST(what_is_no_name),      TEST(base64_as_the_standard_has_it),
        TEST(what_is_no_base64),    TEST(the_base_there_and_back),
        TEST(labels_of_levels),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("form_names", tests, NULL, NULL) != 0;
}
