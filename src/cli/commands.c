#include "cli.h"

#include <string.h>

#define kp_run_CHECK kp_cmd_check
#define kp_run_SCORE kp_cmd_score
#define kp_run_EXPORT kp_cmd_export
#define kp_run_FOLLOWUP kp_cmd_followup
#define kp_run_PLAN kp_cmd_plan
#define kp_run_COMPARE kp_cmd_compare
#define kp_run_FORM kp_cmd_form
#define kp_run_PLAN_FORM kp_cmd_form
#define kp_run_NEW kp_cmd_new
#define kp_run_IMPORT kp_cmd_import
#define kp_run_EXPLAIN kp_cmd_explain
#define kp_run_HELP kp_cmd_help
#define kp_run_VERSION kp_cmd_version
#define kp_run_COMPLETION kp_cmd_completion
#define kp_run_MANUAL kp_cmd_manual

const kp_command kp_commands[KP_COMMAND__COUNT] = {
#define COMMAND(id, name, arguments, least, most, hidden, sv, nb, en)                                        \
    {KP_C_##id,  name, arguments, least, most, hidden, {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)},     \
     kp_run_##id},
#include "commands.def"
};

const kp_command *kp_command_find(const char *name)
{
    for (int i = 0; i < KP_COMMAND__COUNT; i++)
        if (strcmp(kp_commands[i].name, name) == 0)
            return &kp_commands[i];
    return NULL;
}
