#include "cli.h"

#include <string.h>

/* Many files, on one thread or several. Results are printed and problems told in the order of the files, so
 * that the output is the same for every number of threads; files are taken in windows, so that memory does
 * not grow with their number. */

enum { WINDOW_A_THREAD = 8 };

typedef struct task {
    const kp_input *input;
    kp_buf out;
    kp_sink *sink;
    bool counts; /* a file of the kind that was asked for */
} task;

typedef struct bulk {
    kp_run *run;
    kp_bulk_job *job;
    task *tasks; /* the present window */
} bulk;

/* On its thread each task has a run of its own: same options and library, own memory and own sink. */
static void do_task(void *context, size_t index)
{
    bulk *b = context;
    task *t = &b->tasks[index];
    kp_run own = *b->run;

    own.arena = kp_arena_new(NULL, NULL);
    own.sink = t->sink = kp_sink_new(b->run->message_lang);
    t->counts = b->job(&own, own.arena, t->input, &t->out);
    kp_arena_free(own.arena);
}

static void finish_task(kp_run *run, const kp_inputs *inputs, task *t, const char *between, bool *printed)
{
    if (t->out.length && *printed)
        kp_print(run, between, strlen(between));
    *printed = *printed || t->out.length;
    kp_print_buf(run, &t->out);
    kp_buf_done(&t->out);
    kp_sink_move(run->sink, t->sink);
    kp_sink_free(t->sink);
    if (t->counts) {
        kp_input_counts(inputs, t->input);
        run->checked++;
    }
}

void kp_bulk(kp_run *run, const kp_inputs *inputs, kp_bulk_job *job, const char *between)
{
    size_t window = run->threads == 1 ? 1 : (size_t)run->threads * WINDOW_A_THREAD;
    task *tasks = KP_NEW_ARRAY(run->arena, window, task);
    bulk b = {run, job, tasks};
    bool printed = false;
    kp_progress progress;

    kp_progress_begin(&progress, inputs->count);
    for (size_t first = 0; first < inputs->count; first += window) {
        size_t count = inputs->count - first < window ? inputs->count - first : window;
        for (size_t i = 0; i < count; i++)
            tasks[i] = (task){.input = &inputs->items[first + i]};
        kp_os_parallel(run->threads, count, do_task, &b);
        for (size_t i = 0; i < count; i++)
            finish_task(run, inputs, &tasks[i], between, &printed);
        kp_progress_step(&progress, first + count);
    }
    kp_progress_end(&progress);
}
