/* kompass/sha256.h - the SHA-256 of some bytes, as 64 hexadecimal digits (FIPS 180-4, by Nettle). */
#ifndef KOMPASS_SHA256_H
#define KOMPASS_SHA256_H

#include <stddef.h>

enum { KP_SHA256_TEXT = 65 };

/** Write 64 lower-case digits and a NUL to @p out. */
void kp_sha256(const void *bytes, size_t length, char out[KP_SHA256_TEXT]);

#endif
