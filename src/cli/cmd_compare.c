#include "cli.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/audit.h"
#include "kompass/compare_book.h"
#include "kompass/write.h"

/* ---- what is compared ---- */

typedef struct rounds {
    const kp_score **scores;
    uint32_t count;
} rounds;

static void read_round(kp_run *run, kp_arena *arena, const kp_inputs *inputs, const kp_input *input,
                       rounds *found)
{
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *e = NULL;
    bool skip = false;

    if (kp_file_read(arena, input->path, run->sink, file) &&
        kp_is_kind(run, arena, input, file, KP_EVALUATION, &skip))
        e = kp_load_evaluation(run, arena, file);
    if (!skip)
        kp_input_counts(inputs, input);
    if (!e)
        return;
    kp_evaluation_hash(arena, e);
    found->scores[found->count++] = kp_score_evaluation(arena, e);
}

static int by_id_then_path(const void *a, const void *b)
{
    const kp_evaluation *x = (*(const kp_score *const *)a)->evaluation;
    const kp_evaluation *y = (*(const kp_score *const *)b)->evaluation;
    int order = strcmp(x->id, y->id);

    return order ? order : strcmp(x->source.name, y->source.name);
}

/* Whether no two have one id, or are one file. */
static bool are_different(kp_run *run, kp_arena *arena, const rounds *found)
{
    const kp_score **sorted = KP_NEW_ARRAY(arena, found->count, const kp_score *);
    bool different = true;

    memcpy(sorted, found->scores, found->count * sizeof(sorted[0]));
    qsort(sorted, found->count, sizeof(sorted[0]), by_id_then_path);
    for (uint32_t i = 1; i < found->count; i++) {
        const kp_evaluation *first = sorted[i - 1]->evaluation, *e = sorted[i]->evaluation;
        kp_diag *diag;
        if (strcmp(first->id, e->id) != 0)
            continue;
        different = false;
        diag = kp_report(run->sink, KP_D_COMPARED_TWICE, kp_ynode_place(&e->source, e->id_at), e->id);
        if (strcmp(first->source.name, e->source.name) != 0)
            kp_note(diag, KP_N_FIRST_GIVEN, kp_ynode_place(&first->source, first->id_at), NULL);
    }
    return different;
}

static bool are_enough(kp_run *run, const rounds *found)
{
    if (found->count >= 2)
        return true;
    kp_report_file(
        run->sink, KP_D_TOO_FEW_TO_COMPARE, run->arguments.items[0],
        kp_phrase(run->sink, run->arena, found->count ? KP_P_ONE_EVALUATION : KP_P_NO_EVALUATION, NULL));
    return false;
}

/* ---- output ---- */

/* NULL: none is asked for, and the rubric says none; each text is then in its own. */
static const char *language_of(const kp_run *run, const kp_comparison *c)
{
    const char *own = c->rounds[c->round_count - 1].score->rubric->language;

    return run->output_lang ? run->output_lang : own;
}

/* The date of the workbook is that of the latest round. */
static int put_workbook(kp_run *run, kp_arena *arena, const kp_comparison *c)
{
    kp_audit *audits = KP_NEW_ARRAY(arena, c->round_count, kp_audit);
    const char *lang = language_of(run, c), *date = "";
    kp_compare_input input = {
        .comparison = c, .audits = audits, .lang = lang ? lang : "en", .version = kp_version};

    for (uint32_t k = 0; k < c->round_count; k++) {
        const kp_evaluation *e = c->rounds[k].score->evaluation;
        const char *own = kp_evaluation_date(arena, e);
        audits[k] = kp_audit_evaluation(arena, e);
        date = strcmp(own, date) > 0 ? own : date;
    }
    if (kp_workbook_date(run, date, &input.created) != KP_EXIT_OK)
        return KP_EXIT_USAGE;
    kp_put_book(run, arena, kp_compare_book(arena, &input), run->value[KP_O_OUTPUT]);
    return KP_EXIT_OK;
}

static void print_comparison(kp_run *run, kp_arena *arena, const kp_comparison *c)
{
    const char *format = run->value[KP_O_FORMAT];
    kp_buf out = KP_BUF_INIT;

    if (format && strcmp(format, "json") == 0)
        kp_write_compare_json(arena, c, language_of(run, c), &out);
    else
        kp_write_compare_table(arena, c, language_of(run, c), &out);
    kp_print_buf(run, &out);
    kp_buf_done(&out);
}

static int put_comparison(kp_run *run, kp_arena *arena, const kp_comparison *c)
{
    bool book = run->value[KP_O_OUTPUT] || run->command->id == KP_C_PLAN;

    if (!book || run->value[KP_O_FORMAT])
        print_comparison(run, arena, c);
    return book ? put_workbook(run, arena, c) : KP_EXIT_OK;
}

/* ---- the command ---- */

int kp_cmd_compare(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    kp_arena *arena = run->arena;
    rounds found = {KP_NEW_ARRAY(arena, inputs.count, const kp_score *), 0};
    kp_round *list;
    int status = kp_check_output(run);

    if (status != KP_EXIT_OK)
        return status;
    for (size_t i = 0; i < inputs.count; i++)
        read_round(run, arena, &inputs, &inputs.items[i], &found);
    kp_report_empty_folders(run, &inputs, KP_EVALUATION);
    if (!are_different(run, arena, &found) || !are_enough(run, &found))
        return KP_EXIT_OK; /* the sink knows what is wrong */
    kp_sort_rounds(found.scores, found.count);
    list = KP_NEW_ARRAY(arena, found.count, kp_round);
    for (uint32_t k = 0; k < found.count; k++)
        list[k].score = found.scores[k];
    if (kp_find_crosswalks(run, arena, list, found.count, !kp_is_one_unit(found.scores, found.count)))
        status = put_comparison(run, arena, kp_compare(arena, list, found.count));
    return status;
}
