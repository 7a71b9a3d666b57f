#include "cli.h"

#include <stdlib.h>
#include <string.h>

static const kp_explanation explanations[KP_DIAG__COUNT] = {
#define EXPLAIN(id, en, sv, nb, wrong, right)                                                                \
    [KP_D_##id] = {{[KP_EN] = (en), [KP_SV] = (sv), [KP_NB] = (nb)}, wrong, right},
#include "kompass/explanations.def"
};

const kp_explanation *kp_explanation_of(kp_diag_id id)
{
    return &explanations[id];
}

static void put_example(const kp_run *run, kp_message_id title, const char *example, kp_buf *out)
{
    if (!example)
        return;
    kp_buf_printf(out, "\n%s:\n    ", kp_message(run->arena, run->message_lang, title, NULL));
    for (; *example; example++) {
        kp_buf_putc(out, *example);
        if (*example == '\n' && example[1])
            kp_buf_puts(out, "    ");
    }
    if (out->data[out->length - 1] != '\n')
        kp_buf_putc(out, '\n');
}

static void explain(const kp_run *run, kp_diag_id id, kp_buf *out)
{
    const kp_diag_info *info = kp_diag_info_of(id);
    const kp_explanation *explanation = kp_explanation_of(id);

    kp_buf_printf(out, "%s (%s)\n", info->code, kp_severity_word(info->severity, run->message_lang));
    kp_buf_printf(out, "%s: %s\n\n%s\n", kp_message(run->arena, run->message_lang, KP_M_MESSAGE_WORD, NULL),
                  info->message[run->message_lang], explanation->text[run->message_lang]);
    put_example(run, KP_M_WRONG_WORD, explanation->wrong, out);
    put_example(run, KP_M_RIGHT_WORD, explanation->right, out);
}

static void list_all(const kp_run *run, kp_buf *out)
{
    for (int i = 0; i < KP_DIAG__COUNT; i++) {
        const kp_diag_info *info = kp_diag_info_of((kp_diag_id)i);
        kp_buf_printf(out, "%s  %s\n", info->code, info->message[run->message_lang]);
    }
}

/* "KP067", in any case, or its number alone. */
static bool find(const kp_run *run, kp_diag_id *ret)
{
    const char *given = run->arguments.items[0];

    if (*given && !given[strspn(given, "0123456789")])
        given = kp_arena_printf(run->arena, "KP%03lu", strtoul(given, NULL, 10));
    return kp_diag_find(given, ret);
}

int kp_cmd_explain(kp_run *run)
{
    kp_buf out = KP_BUF_INIT;
    kp_diag_id id;

    if (!run->arguments.count)
        list_all(run, &out);
    else if (find(run, &id))
        explain(run, id, &out);
    else
        return kp_usage_error(
            run, kp_message(run->arena, run->message_lang, KP_M_NO_SUCH_CODE, run->arguments.items[0]));
    kp_print_buf(run, &out);
    kp_buf_done(&out);
    return KP_EXIT_OK;
}
