#include "form_internal.h"

#include <string.h>

#include "kompass/base64.h"
#include "kompass/sha256.h"

/* What kind of form it is: the hidden sheet, the lists, the evaluation that it was made from. */

typedef struct chunk {
    uint32_t slot;
    const char *text;
} chunk;

typedef struct head {
    kp_form *form;
    const char *version;
    kp_place version_place;
    chunk *chunks;
    uint32_t chunk_count, chunk_room;
    bool any;
} head;

static void add_chunk(head *h, chunk c)
{
    KP_MAKE_ROOM(h->form->arena, h->chunks, h->chunk_count, h->chunk_room);
    h->chunks[h->chunk_count++] = c;
}

static void take_key(head *h, kp_form_key key, uint32_t slot, const char *text, kp_place place)
{
    kp_form *form = h->form;

    switch (key) {
    case KP_FORM_KEY_FORM:
        h->version = text;
        h->version_place = place;
        break;
    case KP_FORM_KEY_RUBRIC:
        form->rubric_id = text;
        form->rubric_place = place;
        break;
    case KP_FORM_KEY_RUBRIC_SHA256:
        form->rubric_sha256 = text;
        form->sha_place = place;
        break;
    case KP_FORM_KEY_LANGUAGE:
        form->lang = text;
        break;
    case KP_FORM_KEY_EVALUATION:
        form->evaluation_id = text;
        break;
    case KP_FORM_KEY_BASE_SHA256:
        form->base_sha256 = text;
        break;
    case KP_FORM_KEY_BASE:
        add_chunk(h, (chunk){slot, text});
        break;
    case KP_FORM_KEY__COUNT:
    default:
        break;
    }
}

/* The rows of a table are called one by one without a context of their own; the head is small enough to be
 * read again for each. */
static void read_rows(head *h)
{
    kp_form *form = h->form;

    for (uint32_t t = 0; t < form->table_count; t++) {
        const form_table *table = &form->tables[t];
        if (table->kind != KP_FORM_FORM)
            continue;
        h->any = true;
        for (size_t i = 0; i < table->sheet->count; i++) {
            form_row row = {form, table, table->sheet->cells[i].row};
            const char *name, *value;
            kp_form_key key;
            uint32_t slot;
            if (i && table->sheet->cells[i - 1].row == row.row)
                continue;
            name = form_text(&row, KP_FORM_KEY, 0);
            value = form_text(&row, KP_FORM_VALUE, 0);
            if (name && value && kp_form_find_key(name, &key, &slot))
                take_key(h, key, slot, value, form_place(&row, KP_FORM_VALUE, 0));
        }
    }
}

/* ---- the base ---- */

static const chunk *find_chunk(const head *h, uint32_t slot)
{
    for (uint32_t i = 0; i < h->chunk_count; i++)
        if (h->chunks[i].slot == slot)
            return &h->chunks[i];
    return NULL;
}

static bool join_chunks(const head *h, kp_buf *out)
{
    for (uint32_t slot = 1; slot <= h->chunk_count; slot++) {
        const chunk *c = find_chunk(h, slot);
        if (!c || !kp_base64_decode(c->text, out))
            return false;
    }
    return true;
}

/* The base was sound when the form was made: whatever is wrong with it now was done to the form. */
static bool parse_base(kp_form *form)
{
    kp_sink *unheard = kp_sink_new(KP_EN);
    kp_file *file = KP_NEW(form->arena, kp_file);
    kp_source source = {.name = form->book.path, .text = form->base.data, .length = form->base.length};
    const kp_ynode *language;
    bool fine = kp_file_parse(form->arena, source, unheard, file) && file->kind == KP_EVALUATION &&
                !kp_sink_errors(unheard);

    /* What changes are put into must have the shape of an evaluation. */
    fine = fine && kp_evaluation_read(&(kp_reader){form->arena, &file->source, unheard}, file->root) &&
           !kp_sink_errors(unheard);
    if (fine) {
        form->base_root = file->root;
        language = kp_ynode_get(file->root, "language");
        form->base_lang = language && language->kind == KP_YSCALAR ? language->text : NULL;
    }
    kp_sink_free(unheard);
    return fine;
}

static bool read_base(head *h)
{
    kp_form *form = h->form;
    kp_buf bytes = KP_BUF_INIT;
    char sha256[KP_SHA256_TEXT];
    bool fine;

    if (!form->base_sha256)
        return h->chunk_count == 0;
    fine = join_chunks(h, &bytes);
    kp_sha256(kp_buf_text(&bytes), bytes.length, sha256);
    fine = fine && strcmp(sha256, form->base_sha256) == 0;
    form->base = (kp_bytes){kp_arena_strndup(form->arena, kp_buf_text(&bytes), bytes.length), bytes.length};
    kp_buf_done(&bytes);
    return fine && parse_base(form);
}

/* ---- lists ---- */

static void read_list_entry(const form_row *row)
{
    kp_form *form = row->form;
    form_list entry = {form_text(row, KP_FORM_SCALE, 0), form_text(row, KP_FORM_LEVEL, 0),
                       form_text(row, KP_FORM_LABEL, 0)};

    if (entry.scale && entry.level && entry.label)
        form->lists[form->list_count++] = entry;
}

static void read_lists(kp_form *form)
{
    size_t most = 0;

    for (uint32_t i = 0; i < form->table_count; i++)
        if (form->tables[i].kind == KP_FORM_LISTS)
            most += form->tables[i].sheet->count;
    form->lists = KP_NEW_ARRAY(form->arena, most, form_list);
    form_each_row(form, KP_FORM_LISTS, read_list_entry);
}

bool form_read_head(kp_form *form)
{
    head h = {.form = form};
    kp_lang lang;

    read_rows(&h);
    if (!h.any) {
        bool was_form = form->table_count || form_has_lost_sheets(form);
        kp_report_file(form->sink, was_form ? KP_D_FORM_HEAD_CHANGED : KP_D_NOT_A_FORM, form->book.path,
                       NULL);
        return false;
    }
    if (h.version && strcmp(h.version, KP_FORM_VERSION) != 0) {
        kp_report(form->sink, KP_D_FORM_VERSION, h.version_place, h.version, KP_FORM_VERSION);
        return false;
    }
    if (!h.version || !form->rubric_id || !form->lang || !kp_lang_parse(form->lang, &lang) ||
        !read_base(&h)) {
        kp_report_file(form->sink, KP_D_FORM_HEAD_CHANGED, form->book.path, NULL);
        return false;
    }
    read_lists(form);
    return true;
}
