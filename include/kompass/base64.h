/* kompass/base64.h - bytes as letters and digits (RFC 4648, section 4). */
#ifndef KOMPASS_BASE64_H
#define KOMPASS_BASE64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/buf.h"

char *kp_base64(kp_arena *arena, const char *bytes, size_t length);

/** Append the bytes of a text in base64, blanks and line breaks passed over; false where it is none. */
bool kp_base64_decode(const char *text, kp_buf *out);

#endif
