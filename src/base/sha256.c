#include "kompass/sha256.h"

#include <stdint.h>

#include <nettle/sha2.h>

void kp_sha256(const void *bytes, size_t length, char out[KP_SHA256_TEXT])
{
    static const char hex[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_init(&context);
    sha256_update(&context, length, bytes);
    sha256_digest(&context, sizeof(digest), digest);
    for (size_t i = 0; i < sizeof(digest); i++) {
        out[2 * i] = hex[digest[i] >> 4];
        out[2 * i + 1] = hex[digest[i] & 15];
    }
    out[KP_SHA256_TEXT - 1] = '\0';
}
