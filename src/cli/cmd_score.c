#include "cli.h"

#include <string.h>

#include "kompass/write.h"

typedef enum output_format { AS_TABLE, AS_CSV, AS_JSON } output_format;

static output_format format_of(const kp_run *run)
{
    const char *word = run->value[KP_O_FORMAT];

    if (!word || strcmp(word, "table") == 0)
        return AS_TABLE;
    return strcmp(word, "csv") == 0 ? AS_CSV : AS_JSON;
}

static void put(kp_run *run, kp_arena *arena, kp_evaluation *evaluation, output_format format, bool first,
                kp_buf *out)
{
    const kp_score *score = kp_score_evaluation(arena, evaluation);
    const char *lang = run->output_lang ? run->output_lang : evaluation->rubric->language;

    switch (format) {
    case AS_JSON:
        kp_evaluation_hash(arena, evaluation);
        kp_write_score_json(arena, score, lang, out);
        break;
    case AS_CSV:
        kp_write_score_csv(arena, score, lang, out);
        break;
    case AS_TABLE:
    default:
        if (!first)
            kp_buf_putc(out, '\n');
        kp_write_score_table(arena, score, lang, out);
        break;
    }
}

/* One evaluation, printed and forgotten; true where there was one. */
static bool score_file(kp_run *run, kp_arena *arena, const kp_input *input, output_format format, bool first,
                       kp_buf *out, bool *ret_of_kind)
{
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *evaluation;
    bool skip = false;

    *ret_of_kind = true;
    if (!kp_file_read(arena, input->path, run->sink, file))
        return false;
    if (!kp_is_kind(run, arena, input, file, KP_EVALUATION, &skip)) {
        *ret_of_kind = !skip;
        return false;
    }
    evaluation = kp_load_evaluation(run, arena, file);
    if (!evaluation)
        return false;
    put(run, arena, evaluation, format, first, out);
    kp_print_buf(run, out);
    return true;
}

int kp_cmd_score(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    const output_format format = format_of(run);
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_buf out = KP_BUF_INIT;
    size_t printed = 0;
    kp_progress progress;

    if (format == AS_CSV) {
        kp_write_csv_header(&out);
        kp_print_buf(run, &out);
    }
    kp_progress_begin(&progress, inputs.count);
    for (size_t i = 0; i < inputs.count; i++) {
        bool is_of_kind;
        printed += score_file(run, arena, &inputs.items[i], format, printed == 0, &out, &is_of_kind);
        if (is_of_kind)
            kp_input_counts(&inputs, &inputs.items[i]);
        kp_arena_reset(arena);
        kp_progress_step(&progress, i + 1);
    }
    kp_progress_end(&progress);
    kp_report_empty_folders(run, &inputs, kp_kind_name(KP_EVALUATION));
    kp_buf_done(&out);
    kp_arena_free(arena);
    return KP_EXIT_OK;
}
