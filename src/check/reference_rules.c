#include "rules.h"

#include <string.h>

#include "kompass/file.h"

static void check_value(const kp_checking *c, kp_reference_value *value)
{
    kp_arena *a = c->reader->arena;
    kp_num points = kp_num_decimal(a, value->points.value);
    kp_place at;

    value->node = kp_rubric_find(c->rubric, value->key->text);
    if (!value->node)
        kp_report_unknown_node(c, value->key);
    if (!value->node || !value->points.given)
        return;
    at = kp_reader_place(c->reader, value->points.at);
    if (kp_num_sign(points) < 0)
        kp_report(c->reader->sink, KP_D_OUT_OF_RANGE, at, value->key->text,
                  kp_phrase(c->reader->sink, a, KP_P_ZERO_OR_MORE, NULL), value->points.at->text);
    else if (kp_num_cmp(points, value->node->full) > 0)
        kp_report(c->reader->sink, KP_D_POINTS_ABOVE_MAX, at, value->node->id, value->points.at->text,
                  kp_num_digits(a, value->node->full, 15));
}

static void check_n(kp_reader *reader, const kp_reference *reference)
{
    if (!reference->n.given)
        return;
    if (reference->n.value.decimals || reference->n.value.digits < 1)
        kp_report(reader->sink, KP_D_OUT_OF_RANGE, kp_reader_place(reader, reference->n.at), "n",
                  kp_phrase(reader->sink, reader->arena, KP_P_ONE_OR_MORE, NULL), reference->n.at->text);
}

void kp_check_reference(kp_reader *reader, kp_reference *reference, const kp_rubric *rubric)
{
    const kp_checking c = {reader, NULL, rubric, NULL, 0, false, NULL};

    kp_check_file_id(reader, reference->id, reference->id_at);
    kp_check_country(reader, reference->country, reference->country_at);
    check_n(reader, reference);
    reference->rubric = rubric;
    for (uint32_t i = 0; rubric && i < reference->value_count; i++)
        check_value(&c, &reference->values[i]);
}
