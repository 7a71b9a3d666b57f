/* kompass/buf.h - text that grows.
 *
 * A kp_buf is always a valid, NUL-terminated string; a zeroed one is empty
 * and ready. Free it with kp_buf_done(). Out of memory ends the process.
 */
#ifndef KOMPASS_BUF_H
#define KOMPASS_BUF_H

#include <stddef.h>

typedef struct kp_buf {
    char *data;    /**< owned; NULL while empty: read it through kp_buf_text() */
    size_t length; /**< bytes, without the NUL */
    size_t size;   /**< bytes allocated */
} kp_buf;

#define KP_BUF_INIT                                                                                          \
    {                                                                                                        \
        NULL, 0, 0                                                                                           \
    }

/** The text; never NULL, borrowed until the next change. */
const char *kp_buf_text(const kp_buf *buf);

void kp_buf_add(kp_buf *buf, const char *text, size_t length);
void kp_buf_puts(kp_buf *buf, const char *text);
void kp_buf_putc(kp_buf *buf, char c);
/** @p count times the string @p text. */
void kp_buf_repeat(kp_buf *buf, const char *text, size_t count);
void kp_buf_printf(kp_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Empty the text, keep the memory. */
void kp_buf_clear(kp_buf *buf);

/** Free the memory; the buffer is empty and ready again. */
void kp_buf_done(kp_buf *buf);

#endif
