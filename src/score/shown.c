#include "kompass/score.h"

/* Points and percent as people see them, rounded once. */

kp_num kp_percent_of(kp_arena *arena, const kp_result *result)
{
    return kp_num_mul(arena, result->fraction, kp_num_int(100));
}

const char *kp_points_shown(kp_arena *arena, const kp_score *score, const kp_result *result)
{
    if (!kp_has_score(result))
        return KP_DASH;
    return kp_num_fixed(arena, result->points, (unsigned)score->rubric->points_decimals);
}

const char *kp_percent_shown(kp_arena *arena, const kp_score *score, const kp_result *result)
{
    if (!kp_has_score(result))
        return KP_DASH;
    return kp_num_fixed(arena, kp_percent_of(arena, result), (unsigned)score->rubric->percent_decimals);
}

bool kp_shown_parts_differ(kp_arena *arena, const kp_score *score, const kp_node *node)
{
    unsigned decimals = (unsigned)score->rubric->points_decimals;
    const kp_result *own = kp_result_of(score, node);
    kp_num sum = kp_num_int(0);

    if (!kp_has_score(own) || own->itself || own->hidden || !node->first_child)
        return false;
    for (const kp_node *child = node->first_child; child; child = child->next) {
        const kp_result *part = kp_result_of(score, child);
        if (kp_has_score(part))
            sum = kp_num_add(arena, sum, kp_num_round(arena, part->points, decimals));
    }
    return kp_num_cmp(sum, kp_num_round(arena, own->points, decimals)) != 0;
}
