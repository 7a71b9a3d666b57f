#include "kompass/json.h"

#include <errno.h>
#include <string.h>

#include <json-c/json.h>

#include "kompass/arena.h"
#include "kompass/utf8.h"

static struct json_object *checked(struct json_object *value)
{
    if (!value)
        kp_out_of_memory();
    return value;
}

struct json_object *kp_json_object(void)
{
    return checked(json_object_new_object());
}

struct json_object *kp_json_array(void)
{
    return checked(json_object_new_array());
}

void kp_json_put(struct json_object *object, const char *key, struct json_object *value)
{
    /* Our keys are constants that outlive the object, and none is given twice. */
    const unsigned flags = JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_KEY_IS_CONSTANT;

    if (json_object_object_add_ex(object, key, value, flags) != 0)
        kp_out_of_memory();
}

void kp_json_append(struct json_object *array, struct json_object *value)
{
    if (json_object_array_add(array, value) != 0)
        kp_out_of_memory();
}

/* JSON is UTF-8, but the name of a file may hold any bytes: each that is none becomes U+FFFD. */
static struct json_object *new_string(const char *text)
{
    size_t left = strlen(text), n = 0;
    kp_buf mended = KP_BUF_INIT;
    struct json_object *string;
    uint32_t code;

    if (kp_utf8_is_valid(text))
        return json_object_new_string(text);
    for (; left; text += n, left -= n) {
        n = kp_utf8_decode(text, left, &code);
        kp_buf_add(&mended, n ? text : "\xEF\xBF\xBD", n ? n : 3);
        n = n ? n : 1;
    }
    string = json_object_new_string(kp_buf_text(&mended));
    kp_buf_done(&mended);
    return string;
}

struct json_object *kp_json_string(const char *text)
{
    return checked(new_string(text));
}

struct json_object *kp_json_digits(const char *digits)
{
    /* json-c prints the digits that it is given; the double beside them is never looked at. */
    return checked(json_object_new_double_s(0.0, digits));
}

void kp_json_text(struct json_object *object, const char *key, const char *text)
{
    kp_json_put(object, key, text ? kp_json_string(text) : NULL);
}

void kp_json_number(struct json_object *object, const char *key, const char *digits)
{
    kp_json_put(object, key, digits ? kp_json_digits(digits) : NULL);
}

void kp_json_int(struct json_object *object, const char *key, long long value)
{
    kp_json_put(object, key, checked(json_object_new_int64(value)));
}

void kp_json_bool(struct json_object *object, const char *key, int value)
{
    kp_json_put(object, key, checked(json_object_new_boolean(value)));
}

void kp_json_finish(struct json_object *value, kp_buf *out)
{
    size_t length = 0;
    const char *text;

    /* json-c looks away where its text cannot grow, and leaves out what has no room; realloc() tells (POSIX).
     */
    errno = 0;
    text = json_object_to_json_string_length(value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE,
                                             &length);
    if (!text || errno == ENOMEM)
        kp_out_of_memory();
    kp_buf_add(out, text, length);
    kp_buf_putc(out, '\n');
    json_object_put(value);
}
