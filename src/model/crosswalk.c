#include "kompass/crosswalk.h"

static kp_read_fn read_id, read_from, read_to, read_map;

static const kp_word relations[] = {{"same", KP_REL_SAME},         {"reworded", KP_REL_REWORDED},
                                    {"narrower", KP_REL_NARROWER}, {"wider", KP_REL_WIDER},
                                    {"overlap", KP_REL_OVERLAP},   {0}};

#define AT(member) offsetof(kp_crosswalk_row, member)
static kp_read_fn read_row_from, read_row_to;
static const kp_field row_fields[] = {
    {"from", read_row_from, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"to", read_row_to, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"relation", kp_read_word, AT(relation), KP_REQUIRED, relations, KP_P_A_RELATION},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape row_shape = {KP_P_THE_ROW, row_fields};

#define AT(member) offsetof(kp_crosswalk, member)
static const kp_field crosswalk_fields[] = {
    {"kompass", kp_read_nothing, 0, 0, NULL, KP_P_A_TEXT},
    {"id", read_id, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"from", read_from, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"to", read_to, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"caveat", kp_read_text, AT(caveat), 0, NULL, KP_P_A_TEXT},
    {"map", read_map, 0, KP_REQUIRED, NULL, KP_P_A_LIST},
    {"language", kp_read_lang, AT(language), 0, NULL, KP_P_A_TEXT},
    {"source", kp_read_text, AT(source_text), 0, NULL, KP_P_A_TEXT},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape crosswalk_shape = {KP_P_THE_CROSSWALK, crosswalk_fields};

static void read_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_crosswalk *crosswalk = target;

    kp_read_string(reader, field, key, value, &crosswalk->id);
    crosswalk->id_at = value;
}

static void read_from(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_crosswalk *crosswalk = target;

    kp_read_string(reader, field, key, value, &crosswalk->from_id);
    crosswalk->from_at = value;
}

static void read_to(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_crosswalk *crosswalk = target;

    kp_read_string(reader, field, key, value, &crosswalk->to_id);
    crosswalk->to_at = value;
}

/* ---- rows ---- */

static void read_row_from(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    kp_crosswalk_row *row = target;

    kp_read_string(reader, field, key, value, &row->from);
    row->from_at = value;
}

static void read_row_to(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_crosswalk_row *row = target;

    kp_read_string(reader, field, key, value, &row->to);
    row->to_at = value;
}

static void read_row(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_crosswalk *crosswalk = context;
    kp_crosswalk_row *row = &crosswalk->rows[crosswalk->row_count];

    row->at = item;
    row->relation = KP_REL_OVERLAP; /* where the word is wrong: the one that promises nothing */
    if (kp_read_map(reader, &row_shape, NULL, item, row))
        crosswalk->row_count++;
}

static void read_map(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_crosswalk *crosswalk = target;

    (void)field;
    crosswalk->rows = KP_NEW_ARRAY(reader->arena, value->count, kp_crosswalk_row);
    kp_read_items(reader, key, value, read_row, crosswalk);
}

kp_crosswalk *kp_crosswalk_read(kp_reader *reader, kp_ynode *root)
{
    kp_crosswalk *crosswalk = KP_NEW(reader->arena, kp_crosswalk);

    crosswalk->source = *reader->source;
    return kp_read_map(reader, &crosswalk_shape, NULL, root, crosswalk) ? crosswalk : NULL;
}
