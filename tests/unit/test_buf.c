/* tests/unit/test_buf.c - text that grows. */
#include "support.h"

#include <string.h>

#include "kompass/json.h"

static void an_unused_buffer_is_an_empty_text(void **state)
{
    kp_buf buf = KP_BUF_INIT;

    (void)state;
    assert_text(kp_buf_text(&buf), "");
    kp_buf_clear(&buf);
    assert_text(kp_buf_text(&buf), "");
    kp_buf_done(&buf);
    kp_buf_done(&buf);
    assert_text(kp_buf_text(&buf), "");
}

static void every_function_appends(void **state)
{
    world *w = *state;

    kp_buf_puts(&w->buf, "a");
    kp_buf_puts(&w->buf, "");
    kp_buf_putc(&w->buf, 'b');
    kp_buf_add(&w->buf, "cX", 1);
    kp_buf_add(&w->buf, NULL, 0);
    kp_buf_repeat(&w->buf, "de", 2);
    kp_buf_repeat(&w->buf, "x", 0);
    kp_buf_printf(&w->buf, "%s%03u", "f", 7u);
    kp_buf_printf(&w->buf, "%s", "");
    assert_text(kp_buf_text(&w->buf), "abcdedef007");
    assert_int(w->buf.length, 11);
}

static void nul_bytes_are_kept(void **state)
{
    world *w = *state;

    kp_buf_add(&w->buf, "a\0b", 3);
    kp_buf_putc(&w->buf, 'c');
    assert_int(w->buf.length, 4);
    assert_memory_equal(w->buf.data, "a\0bc", 5);
}

/* Every length around the sizes at which the memory grows. */
static void it_ends_in_nul_at_every_length(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < 3000; i++) {
        kp_buf_putc(&w->buf, (char)('a' + i % 26));
        assert_int(w->buf.length, i + 1);
        assert_int(w->buf.data[i + 1], 0);
        assert_true(w->buf.size > w->buf.length);
    }
    for (size_t i = 0; i < 3000; i++)
        assert_int(w->buf.data[i], 'a' + i % 26);
}

/* What is written behind what, at every length of both around the sizes at which room is made. */
static void formatted_text_is_whole_at_every_length(void **state)
{
    world *w = *state;

    for (int before = 0; before <= 260; before += 13) {
        for (int length = 0; length <= 600; length++) {
            kp_buf_done(&w->buf);
            kp_buf_printf(&w->buf, "%*s", before, "");
            kp_buf_printf(&w->buf, "<%*s>", length, "x");
            assert_int(w->buf.length, before + 2 + (length ? length : 1));
            assert_int(strlen(w->buf.data), w->buf.length);
            assert_int(w->buf.data[before], '<');
            assert_text(w->buf.data + w->buf.length - 2, "x>");
        }
    }
}

static void clearing_keeps_the_memory(void **state)
{
    world *w = *state;
    size_t size;

    kp_buf_repeat(&w->buf, "0123456789", 1000);
    size = w->buf.size;
    kp_buf_clear(&w->buf);
    assert_text(kp_buf_text(&w->buf), "");
    assert_int(w->buf.size, size);
    kp_buf_printf(&w->buf, "%05000d", 1);
    assert_int(w->buf.length, 5000);
    assert_int(w->buf.size, size);
}

static void ask_too_much(world *w, const void *context)
{
    (void)context;
    kp_buf_putc(&w->buf, 'x');
    kp_buf_add(&w->buf, "", SIZE_MAX / 2);
}

static void an_impossible_length_ends_the_process(void **state)
{
    outcome o = run_in_child(*state, ask_too_much, NULL);

    assert_int(o.status, 70);
    assert_text(o.said, "kompass: out of memory\n");
}

/* ---- JSON, which is written into a buffer ---- */

static void json_is_one_line_with_exact_digits(void **state)
{
    world *w = *state;
    struct json_object *object = kp_json_object(), *list = kp_json_array();

    kp_json_text(object, "text", "å \"q\" \\ / \n \x01");
    kp_json_text(object, "none", NULL);
    kp_json_number(object, "digits", "0.1000000000000000055511151231257827");
    kp_json_number(object, "no_digits", NULL);
    kp_json_int(object, "int", -9007199254740993LL);
    kp_json_bool(object, "yes", 1);
    kp_json_append(list, kp_json_array());
    kp_json_append(list, kp_json_object());
    kp_json_put(object, "list", list);
    kp_json_finish(object, &w->buf);
    assert_text(kp_buf_text(&w->buf), "{\"text\":\"å \\\"q\\\" \\\\ / \\n \\u0001\",\"none\":null,"
                                      "\"digits\":0.1000000000000000055511151231257827,\"no_digits\":null,"
                                      "\"int\":-9007199254740993,\"yes\":true,\"list\":[[],{}]}\n");
}

/* A file name may hold any bytes; JSON is UTF-8 (RFC 8259, section 8.1). */
static void json_is_utf8_whatever_it_is_given(void **state)
{
    world *w = *state;
    struct json_object *object = kp_json_object();

    kp_json_text(object, "file", "bl\xE5 \xC3\xA5 \xED\xA0\x80.yaml");
    kp_json_finish(object, &w->buf);
    assert_text(kp_buf_text(&w->buf),
                "{\"file\":\"bl\xEF\xBF\xBD \xC3\xA5 \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.yaml\"}\n");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_unused_buffer_is_an_empty_text),
        TEST(every_function_appends),
        TEST(nul_bytes_are_kept),
        TEST(it_ends_in_nul_at_every_length),
        TEST(formatted_text_is_whole_at_every_length),
        TEST(clearing_keeps_the_memory),
        TEST(an_impossible_length_ends_the_process),
        TEST(json_is_one_line_with_exact_digits),
        TEST(json_is_utf8_whatever_it_is_given),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("buf", tests, NULL, NULL) != 0;
}
