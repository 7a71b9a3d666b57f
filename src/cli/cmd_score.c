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

static void put(const kp_run *run, kp_arena *arena, kp_evaluation *evaluation, kp_buf *out)
{
    const kp_score *score = kp_score_evaluation(arena, evaluation);
    const char *lang = run->output_lang ? run->output_lang : evaluation->rubric->language;
    const char *audience = run->value[KP_O_AUDIENCE];
    bool team = audience && strcmp(audience, "team") == 0;
    const kp_agreement agreement = team ? kp_agreement_of(arena, score) : (kp_agreement){0};

    switch (format_of(run)) {
    case AS_JSON:
        kp_evaluation_hash(arena, evaluation);
        kp_write_score_json(arena, score, team ? &agreement : NULL, lang, out);
        break;
    case AS_CSV:
        kp_write_score_csv(arena, score, lang, out);
        break;
    case AS_TABLE:
    default:
        kp_write_score_table(arena, score, team ? &agreement : NULL, lang, out);
        break;
    }
}

/* One evaluation, scored and forgotten; false where the file is passed over. */
static bool score_file(kp_run *run, kp_arena *arena, const kp_input *input, kp_buf *out)
{
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *evaluation;
    bool skip = false;

    if (!kp_file_read(arena, input->path, run->sink, file))
        return true;
    if (!kp_is_kind(run, arena, input, file, KP_EVALUATION, &skip))
        return !skip;
    evaluation = kp_load_evaluation(run, arena, file);
    if (evaluation)
        put(run, arena, evaluation, out);
    return true;
}

int kp_cmd_score(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    const output_format format = format_of(run);

    if (format == AS_CSV) {
        kp_buf header = KP_BUF_INIT;
        kp_write_csv_header(&header);
        kp_print_buf(run, &header);
        kp_buf_done(&header);
    }
    kp_bulk(run, &inputs, score_file, format == AS_TABLE ? "\n" : "");
    kp_report_empty_folders(run, &inputs, KP_EVALUATION);
    return KP_EXIT_OK;
}
