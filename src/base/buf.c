#include "kompass/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kompass/arena.h"

const char *kp_buf_text(const kp_buf *buf)
{
    return buf->data ? buf->data : "";
}

static void grow(kp_buf *buf, size_t more)
{
    size_t size = buf->size ? buf->size : 256;
    char *data;

    if (more >= SIZE_MAX / 2 - buf->length)
        kp_out_of_memory();
    while (size < buf->length + more + 1)
        size *= 2;
    data = realloc(buf->data, size);
    if (!data)
        kp_out_of_memory();
    buf->data = data;
    buf->size = size;
}

/* Room for so many bytes and a NUL. */
static inline void reserve(kp_buf *buf, size_t more)
{
    if (buf->size - buf->length <= more) /* an empty one has 0 and 0 */
        grow(buf, more);
}

void kp_buf_add(kp_buf *buf, const char *text, size_t length)
{
    reserve(buf, length);
    if (length)
        memcpy(buf->data + buf->length, text, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void kp_buf_puts(kp_buf *buf, const char *text)
{
    kp_buf_add(buf, text, strlen(text));
}

void kp_buf_putc(kp_buf *buf, char c)
{
    reserve(buf, 1);
    buf->data[buf->length++] = c;
    buf->data[buf->length] = '\0';
}

void kp_buf_repeat(kp_buf *buf, const char *text, size_t count)
{
    while (count--)
        kp_buf_puts(buf, text);
}

void kp_buf_printf(kp_buf *buf, const char *format, ...)
{
    va_list args, again;
    int length;

    reserve(buf, 80); /* mostly enough, and then the text is made once */
    va_start(args, format);
    va_copy(again, args);
    length = vsnprintf(buf->data + buf->length, buf->size - buf->length, format, args);
    va_end(args);
    if (length < 0)
        kp_out_of_memory();
    if ((size_t)length >= buf->size - buf->length) {
        reserve(buf, (size_t)length);
        vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    buf->length += (size_t)length;
}

void kp_buf_clear(kp_buf *buf)
{
    buf->length = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void kp_buf_done(kp_buf *buf)
{
    free(buf->data);
    *buf = (kp_buf)KP_BUF_INIT;
}
