#include "cli.h"

#include <stdio.h>
#include <time.h>

static int64_t milliseconds(void)
{
    struct timespec now;

    timespec_get(&now, TIME_UTC);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void kp_progress_begin(kp_progress *progress, size_t total)
{
    *progress = (kp_progress){.started = milliseconds(), .total = total, .terminal = kp_os_is_terminal(2)};
}

void kp_progress_step(kp_progress *progress, size_t done)
{
    if (!progress->terminal || progress->total < 2 || milliseconds() - progress->started < 1000)
        return;
    fprintf(stderr, "\r%zu/%zu", done, progress->total);
    progress->shown = true;
}

void kp_progress_end(kp_progress *progress)
{
    if (progress->shown)
        fputs("\r                    \r", stderr);
}
