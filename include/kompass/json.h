/* kompass/json.h - JSON text (RFC 8259) through json-c, with numbers as exact digits.
 *
 * The json-c objects are built by the callers; this module adds what the
 * project needs on top: numbers written digit by digit, and one way to print.
 */
#ifndef KOMPASS_JSON_H
#define KOMPASS_JSON_H

#include "kompass/buf.h"

struct json_object;

/** An empty object or array, or a text; owned by the caller until it is put into another. */
struct json_object *kp_json_object(void);
struct json_object *kp_json_array(void);

/** A text, or a number as its digits; for lists, in which a NULL is null. */
struct json_object *kp_json_string(const char *text);
struct json_object *kp_json_digits(const char *digits);

/** Put a member into an object. Texts may be NULL (null). */
void kp_json_text(struct json_object *object, const char *key, const char *text);
/** @p digits is a JSON number as text, or NULL (null). */
void kp_json_number(struct json_object *object, const char *key, const char *digits);
void kp_json_int(struct json_object *object, const char *key, long long value);
void kp_json_bool(struct json_object *object, const char *key, int value);
/** Put an object or array (which changes owner) under a key. */
void kp_json_put(struct json_object *object, const char *key, struct json_object *value);
/** Append to an array; @p value changes owner. */
void kp_json_append(struct json_object *array, struct json_object *value);

/** Append the value as one line of text and free it. */
void kp_json_finish(struct json_object *value, kp_buf *out);

#endif
