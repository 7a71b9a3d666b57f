#include "kompass/reference.h"

#include <string.h>

static kp_read_fn read_id, read_rubric, read_country, read_values;

#define AT(member) offsetof(kp_reference, member)
static const kp_field reference_fields[] = {
    {"kompass", kp_read_nothing, 0, 0, NULL, KP_P_A_TEXT},
    {"id", read_id, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"rubric", read_rubric, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, AT(title), 0, NULL, KP_P_A_TEXT},
    {"set", kp_read_text, AT(set), KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"country", read_country, 0, 0, NULL, KP_P_A_TEXT},
    {"n", kp_read_decimal, AT(n), 0, NULL, KP_P_A_WHOLE_NUMBER},
    {"date", kp_read_date, AT(date), 0, NULL, KP_P_A_TEXT},
    {"values", read_values, 0, KP_REQUIRED, NULL, KP_P_A_MAP},
    {"language", kp_read_lang, AT(language), 0, NULL, KP_P_A_TEXT},
    {"source", kp_read_text, AT(source_text), 0, NULL, KP_P_A_TEXT},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape reference_shape = {KP_P_THE_REFERENCE, reference_fields};

static void read_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_reference *reference = target;

    kp_read_string(reader, field, key, value, &reference->id);
    reference->id_at = value;
}

static void read_rubric(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_reference *reference = target;

    kp_read_string(reader, field, key, value, &reference->rubric_id);
    reference->rubric_at = value;
}

static void read_country(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                         void *target)
{
    kp_reference *reference = target;

    kp_read_string(reader, field, key, value, &reference->country);
    reference->country_at = value;
}

static void read_values(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_reference *reference = target;

    if (value->kind != KP_YMAP) {
        kp_wrong_type(reader, key, value, KP_P_A_MAP);
        return;
    }
    reference->values = KP_NEW_ARRAY(reader->arena, value->count, kp_reference_value);
    for (kp_ynode *k = value->first; k; k = k->next) {
        kp_reference_value *v = &reference->values[reference->value_count];
        if (k->kind == KP_YBAD)
            continue;
        v->key = k; /* also of what is empty: its id must be one of the rubric */
        kp_read_decimal(reader, field, k, k->value, &v->points);
        reference->value_count++;
    }
}

kp_reference *kp_reference_read(kp_reader *reader, kp_ynode *root)
{
    kp_reference *reference = KP_NEW(reader->arena, kp_reference);

    reference->source = *reader->source;
    return kp_read_map(reader, &reference_shape, NULL, root, reference) ? reference : NULL;
}

const kp_reference_value *kp_reference_value_of(const kp_reference *reference, const kp_node *node)
{
    /* By id: a reference may have been checked against another copy of the same rubric. */
    for (uint32_t i = 0; i < reference->value_count; i++)
        if (reference->values[i].points.given && strcmp(reference->values[i].key->text, node->id) == 0)
            return &reference->values[i];
    return NULL;
}

const char *kp_reference_title(const kp_reference *reference, const char *lang)
{
    return kp_text_or(&reference->title, lang, reference->language, reference->id);
}
