#include "parts.h"

#include <string.h>

/* What the audit of printed figures found, in sentences. */

typedef struct telling {
    kp_arena *arena;
    const char *lang;
    const kp_audit_finding *finding;
} telling;

static const char *interval(const telling *t, kp_num low, kp_num high)
{
    const char *from = kp_words_number(t->arena, t->lang, low, 2),
               *to = kp_words_number(t->arena, t->lang, high, 2);

    return strcmp(from, to) == 0 ? from : kp_arena_printf(t->arena, "%s\xE2\x80\x93%s", from, to);
}

static const char *printed_figures(const telling *t)
{
    const kp_published *printed = t->finding->printed;
    const char *points =
        printed->points.given ? kp_words_decimal(t->arena, t->lang, printed->points.value) : NULL;
    const char *percent =
        printed->percent.given ? kp_words_decimal(t->arena, t->lang, printed->percent.value) : NULL;

    if (points && percent)
        return kp_label_with(t->arena, KP_L_POINTS_AND_PERCENT, t->lang, points, percent);
    return points ? kp_label_with(t->arena, KP_L_SO_MANY_POINTS, t->lang, points)
                  : kp_arena_printf(t->arena, "%s %%", percent ? percent : "");
}

const char *kp_words_audit(kp_arena *arena, const char *lang, unsigned max_decimals,
                           const kp_audit_finding *finding)
{
    const telling t = {arena, lang, finding};
    const char *who = finding->node->parent ? finding->node->id : kp_label(KP_L_TOTAL, lang);
    const char *figures = printed_figures(&t);
    const char *max = kp_words_number(arena, lang, finding->max, max_decimals);

    if (finding->above_max)
        return kp_label_with(arena, KP_L_AUDIT_ABOVE_MAX, lang, who, figures, max);
    if (finding->is_sum)
        return kp_label_with(arena, KP_L_AUDIT_SUM, lang, who, figures,
                             interval(&t, finding->own_low, finding->own_high),
                             interval(&t, finding->other_low, finding->other_high));
    return kp_label_with(arena, KP_L_AUDIT_PAIR, lang, who, figures, max,
                         kp_words_decimal(arena, lang, finding->printed->percent.value),
                         interval(&t, finding->own_low, finding->own_high),
                         interval(&t, finding->other_low, finding->other_high));
}
