#include "cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#ifndef KOMPASS_VERSION
#define KOMPASS_VERSION "0.0.0"
#endif

const char *const kp_version = KOMPASS_VERSION;

static void fail(kp_run *run)
{
    run->output_failed = true;
    run->output_error = errno;
}

void kp_print(kp_run *run, const char *text, size_t length)
{
    if (length && !run->output_failed && fwrite(text, 1, length, stdout) != length)
        fail(run);
}

void kp_print_end(kp_run *run)
{
    if (!run->output_failed && fflush(stdout) != 0)
        fail(run);
    if (run->output_failed)
        fprintf(stderr, "kompass: %s\n",
                kp_message(run->arena, run->message_lang, KP_M_STDOUT_FAILED, strerror(run->output_error)));
}

void kp_print_buf(kp_run *run, kp_buf *buf)
{
    kp_print(run, kp_buf_text(buf), buf->length);
    kp_buf_clear(buf);
}
