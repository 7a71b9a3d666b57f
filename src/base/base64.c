#include "kompass/base64.h"

#include <nettle/base64.h>

char *kp_base64(kp_arena *arena, const char *bytes, size_t length)
{
    char *text = kp_arena_alloc(arena, BASE64_ENCODE_RAW_LENGTH(length) + 1);

    base64_encode_raw(text, length, (const uint8_t *)bytes);
    return text;
}

bool kp_base64_decode(const char *text, kp_buf *out)
{
    struct base64_decode_ctx context;
    uint8_t bytes[BASE64_DECODE_LENGTH(1)];
    size_t length;

    base64_decode_init(&context);
    for (; *text; text++) {
        if (!base64_decode_update(&context, &length, bytes, 1, text))
            return false;
        kp_buf_add(out, (const char *)bytes, length);
    }
    return base64_decode_final(&context) == 1;
}
