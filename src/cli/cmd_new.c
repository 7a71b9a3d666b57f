#include "cli.h"

#include <stdio.h>
#include <string.h>

#include "kompass/utf8.h"
#include "kompass/write.h"

/* An evaluation to fill in. It passes `check` as it is: nothing in it is invented, everything unanswered. */

typedef struct draft {
    kp_arena *arena;
    const kp_rubric *rubric;
    const char *lang;
    kp_buf *out;
} draft;

/* The words of the draft's own comments. */
typedef enum word { W_INTRO, W_STATE, W_ANSWER, W_FINDINGS, W_POINTS_OR_PERCENT, WORD__COUNT } word;
static const char *const words[WORD__COUNT][KP_LANG__COUNT] = {
    [W_INTRO] =
        {"Fyll i bakom varje kolon; lämna tomt det som inte är bedömt. 'kompass check' visar vad som är fel.",
         "Fyll ut bak hvert kolon; la det som ikke er vurdert, stå tomt. 'kompass check' viser hva som er "
         "feil.",
         "Fill in behind each colon; leave empty what is not assessed. 'kompass check' shows what is wrong."},
    [W_STATE] = {"draft eller final", "draft eller final", "draft or final"},
    [W_ANSWER] =
        {"Ett svar: ett värde på skalan, eller n/a om frågan inte gäller kommunen. Med mer att säga:",
         "Et svar: en verdi på skalaen, eller n/a om spørsmålet ikke gjelder kommunen. Med mer å si:",
         "An answer: a value of the scale, or n/a where the question does not apply. With more to say:"},
    [W_FINDINGS] = {"Iakttagelser per område; improvements och partial pekar på sina frågor:",
                    "Funn per område; improvements og partial peker på sine spørsmål:",
                    "Findings by area; improvements and partial point at their questions:"},
    [W_POINTS_OR_PERCENT] = {"{percent: ...} eller {points: ...} av {1}",
                             "{percent: ...} eller {points: ...} av {1}",
                             "{percent: ...} or {points: ...} of {1}"},
};

static const char *say(const draft *t, word w)
{
    kp_lang lang = KP_EN;

    if (t->lang)
        kp_lang_parse(t->lang, &lang);
    return words[w][lang];
}

/* One line of a comment. */
static const char *one_line(const draft *t, const char *text)
{
    size_t left = strlen(text), n;
    kp_buf line = KP_BUF_INIT;
    const char *copy;
    uint32_t code;

    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0; text += n, left -= n)
        kp_buf_add(&line, kp_utf8_breaks_yaml(code) ? " " : text, kp_utf8_breaks_yaml(code) ? 1 : n);
    copy = kp_utf8_one_line(t->arena, kp_buf_text(&line));
    kp_buf_done(&line);
    return copy;
}

static const char *line(const draft *t, const kp_text *text)
{
    return one_line(t, kp_text_or(text, t->lang, t->rubric->language, ""));
}

static const char *quoted(const draft *t, const char *text)
{
    kp_buf q = KP_BUF_INIT;
    const char *copy;

    kp_write_yaml_quoted(text, &q);
    copy = kp_arena_strdup(t->arena, kp_buf_text(&q));
    kp_buf_done(&q);
    return copy;
}

static void put_head(const draft *t, const char *id, const char *unit, const char *year)
{
    kp_buf_printf(t->out,
                  "kompass: evaluation/1\n# %s\nid: %s\nlanguage: %s\nrubric: %s\nrubric_sha256: %s\n",
                  say(t, W_INTRO), quoted(t, id), t->lang ? t->lang : "en", quoted(t, t->rubric->id),
                  t->rubric->sha256);
    kp_buf_printf(
        t->out,
        "unit:\n  name: %s\n  code:\n  country:\n  group:\nyear: %s\n# visited: %s-01\n# date: %s-05-17\n",
        quoted(t, unit), year, year, year);
    kp_buf_printf(t->out, "state: draft   # %s\n", say(t, W_STATE));
    kp_buf_puts(t->out, "evaluators: []   # [{id: AB, name: ..., organisation: ...}]\n"
                        "interviewed:\nsummary:\n\n");
}

static const char *what_to_write(const draft *t, const kp_node *node)
{
    if (node->scale)
        return one_line(t, kp_scale_values(t->arena, node->scale, t->lang, t->rubric->language));
    return kp_fill_in(t->arena, say(t, W_POINTS_OR_PERCENT),
                      (const char *const[]){kp_num_digits(t->arena, node->full, 6), NULL});
}

static void put_answers(const draft *t)
{
    kp_buf_printf(
        t->out,
        "# %s\n#   \"1.1\": {value: 2, note: ..., comment: ..., evidence: [{type: document, text: ...}]}\n",
        say(t, W_ANSWER));
    kp_buf_puts(t->out, "answers:\n");
    for (uint32_t i = 1; i < t->rubric->node_count; i++) {
        const kp_node *node = t->rubric->nodes[i];
        if (node->level == 1)
            kp_buf_putc(t->out, '\n');
        if (node->child_count)
            kp_buf_printf(t->out, "  # %s %s\n", one_line(t, node->id), line(t, &node->title));
        else
            kp_buf_printf(t->out, "  %s:   # %s [%s]\n", quoted(t, node->id), line(t, &node->title),
                          what_to_write(t, node));
    }
}

static void put_findings(const draft *t)
{
    kp_buf_printf(t->out,
                  "\n# %s\n#   improvements: [{id: F1, text: ..., questions: [\"1.1\"]}]\nfindings:\n",
                  say(t, W_FINDINGS));
    for (const kp_node *area = t->rubric->root->first_child; area; area = area->next)
        kp_buf_printf(t->out,
                      "  %s:   # %s\n    summary:\n    strengths: []\n    partial: []\n    improvements: "
                      "[]\n    examples: []\n",
                      quoted(t, area->id), line(t, &area->title));
}

/* "Eskilstuna kommun" 2011 -> "eskilstuna-2011": the word for municipality tells nothing. */
const char *kp_evaluation_id_for(kp_arena *arena, const char *unit, const char *year)
{
    static const char *const tails[] = {"-kommun", "-kommune", "-municipality"};
    char *slug = kp_utf8_slug(arena, unit);
    size_t length = strlen(slug);

    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
        size_t tail = strlen(tails[i]);
        if (length > tail && strcmp(slug + length - tail, tails[i]) == 0) {
            slug[length - tail] = '\0';
            break;
        }
    }
    return kp_arena_printf(arena, "%s-%s", slug, year);
}

static int check_options(const kp_run *run)
{
    const char *year = run->value[KP_O_YEAR], *unit = run->value[KP_O_UNIT];

    if (!unit || !*kp_utf8_one_line(run->arena, unit))
        return kp_usage_error(
            run, kp_message(run->arena, run->message_lang, KP_M_OPTION_REQUIRED, "new", "--unit NAME"));
    if (!kp_is_clean_text(unit))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_TEXT, "--unit"));
    if (!year)
        return kp_usage_error(
            run, kp_message(run->arena, run->message_lang, KP_M_OPTION_REQUIRED, "new", "--year YEAR"));
    if (strlen(year) != 4 || strspn(year, "0123456789") != 4 || strcmp(year, "0000") == 0)
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_YEAR, year));
    return kp_check_yaml_output(run);
}

static void save(kp_run *run, const char *path, const kp_buf *text)
{
    const char *why = "";
    kp_file_status status;

    if (kp_os_is_file(path)) {
        kp_report_file(run->sink, KP_D_TARGET_EXISTS, path, NULL);
        return;
    }
    status = kp_os_write(run->arena, path, kp_buf_text(text), text->length, &why);
    if (status != KP_FILE_OK)
        kp_report_target(run, run->arena, status, path, why);
    else
        fprintf(stderr, "%s\n", kp_message(run->arena, run->message_lang, KP_M_WROTE, path));
}

int kp_cmd_new(kp_run *run)
{
    const char *path = run->value[KP_O_OUTPUT], *id;
    const kp_rubric *rubric;
    kp_buf out = KP_BUF_INIT;
    draft t;
    int status = check_options(run);

    if (status != KP_EXIT_OK)
        return status;
    rubric = kp_find_rubric(run, run->arguments.items[0]);
    if (!rubric)
        return KP_EXIT_INPUT;
    id = path ? kp_path_stem(run->arena, path, ".yaml")
              : kp_evaluation_id_for(run->arena, run->value[KP_O_UNIT], run->value[KP_O_YEAR]);
    t = (draft){run->arena, rubric, run->output_lang ? run->output_lang : rubric->language, &out};
    put_head(&t, id, run->value[KP_O_UNIT], run->value[KP_O_YEAR]);
    put_answers(&t);
    put_findings(&t);
    if (path) {
        save(run, path, &out);
    } else {
        kp_print_buf(run, &out);
        fprintf(stderr, "%s\n",
                kp_message(run->arena, run->message_lang, KP_M_SAVE_AS,
                           kp_arena_printf(run->arena, "%s.yaml", id)));
    }
    kp_buf_done(&out);
    return KP_EXIT_OK;
}
