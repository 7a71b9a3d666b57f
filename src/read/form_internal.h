/* What the readers of forms share: tables found by their names, what was changed, words. */
#ifndef KOMPASS_FORM_INTERNAL_H
#define KOMPASS_FORM_INTERNAL_H

#include "kompass/buf.h"
#include "kompass/evaluation.h"
#include "kompass/file.h"
#include "kompass/followup.h"
#include "kompass/form.h"
#include "kompass/import.h"
#include "kompass/labels.h"
#include "kompass/workbook.h"

/* ---- tables ---- */

typedef struct form_column {
    kp_form_column column;
    uint32_t slot, at; /* at: its column in the sheet */
} form_column;

/* One piece of a table. */
typedef struct form_table {
    kp_form_table kind;
    const kp_read_sheet *sheet;
    uint32_t number;      /* of the sheet, for places */
    uint32_t row;         /* the row of names */
    uint32_t first, last; /* rows that belong to it, `row` aside */
    uint32_t marker;      /* the marker's column */
    form_column *columns;
    uint32_t count;
    uint32_t *ours; /* columns without a name that the form has itself; none in forms of older programs */
    uint32_t ours_count;
    form_column *twice; /* a column whose name another has already, or NULL */
    bool is_lost;       /* what its rows are about is not to be known any more: they are not read */
} form_table;

/* One row of a table. */
typedef struct form_row {
    kp_form *form;
    const form_table *table;
    uint32_t row;
} form_row;

typedef struct form_list { /* an entry of a drop-down */
    const char *scale, *level, *label;
} form_list;

/* ---- what a form says ---- */

typedef enum form_part { PART_ABOUT, PART_EVALUATOR, PART_ANSWER, PART_SUMMARY, PART_FINDING } form_part;

/* One thing that can be filled in: an answer, a comment, a finding. Two of them with the same address (part,
 * id, field, sub, number) speak of the same thing; number 0 in what can be repeated is a new one. */
typedef struct form_entry {
    form_part part;
    const char *id;    /* key of ABOUT, evaluator, node */
    const char *field; /* "=" (the answer itself), "by", "comment" ..., "evidence"; kind of findings */
    const char *sub;   /* of "by": the evaluator */
    uint32_t number;   /* place in the base, from 1 */
    bool is_item;      /* can be repeated */
    bool is_changed;
    kp_ynode *value;          /* NULL: nothing */
    const kp_ynode *base;     /* what the base has, or NULL */
    kp_place place, id_place; /* id_place: of the cell that names the node */
    const kp_node *node;
    size_t form, order;
} form_entry;

/* One node of the base's maps by id. */
typedef struct form_key {
    const char *id;
    kp_ynode *key;
} form_key;

typedef struct form_keys {
    form_key *items;
    size_t count;
} form_keys;

/* Evidence or a finding of the base. */
typedef struct form_item {
    const char *name; /* as kp_form_evidence_item() or kp_form_finding_item() says it, in one line */
    const char *id, *field;
    uint32_t number;
    const kp_ynode *node;
    bool is_shown; /* it has a row */
} form_item;

/* A column of own values, "by:#1" and so on. */
typedef struct form_slot {
    const char *evaluator; /* as the base names them, else as the form does; NULL: nobody */
    kp_place place;        /* of the initials; without a source where they have no row */
    size_t nameless;       /* own values without initials */
    kp_place first;        /* the first of these */
} form_slot;

struct kp_form {
    kp_forms *forms;
    kp_arena *arena;
    kp_sink *sink;
    size_t index; /* among the forms */
    kp_workbook book;
    uint32_t *sheet_numbers; /* by place in the workbook, for places */
    form_table *tables;
    uint32_t table_count;
    form_list *lists;
    uint32_t list_count;
    const char *lang, *rubric_id, *rubric_sha256, *evaluation_id, *base_sha256;
    kp_place rubric_place, sha_place;
    kp_bytes base;       /* data NULL: none */
    kp_ynode *base_root; /* NULL: none */
    const char *base_lang;
    form_keys answers, findings; /* of the base */
    const kp_rubric *rubric;
    form_entry *entries;
    size_t entry_count, entry_room;
    form_slot *slots;
    uint32_t slot_count, slot_room;
    bool *has_row;        /* by index of node */
    const char **odd_ids; /* of the rubric: that look different in a cell */
    size_t odd_id_count;
    form_item *items; /* of the base, by name */
    size_t item_count;
    struct form_plan *plan; /* of an action plan (plan.c) */
};

/** Rows of an action plan in which something is filled in. */
size_t form_plan_filled_in(kp_form *form, const kp_rubric *rubric);

/** Whether all forms were made from one evaluation and rubric; those that were not are reported. */
bool form_belong_together(kp_forms *forms);

/** Find the tables of a form. */
void form_find_tables(kp_form *form);

/**
 * Report what a form has lost of what it is read by (form_lost.c), so that nothing that was filled in is
 * passed over in silence: columns that say what rows are about, and columns that are there twice; and once
 * the rubric is known, sheets without their names.
 */
void form_check_columns(kp_form *form);
void form_check_sheets(kp_form *form);
/** Warn of cells in which something stands, and which nobody reads (form_unread.c). */
void form_check_unread(kp_form *form);
/** Whether a workbook without tables has sheets that look like those of a form. */
bool form_has_lost_sheets(const kp_form *form);

/** Whether no table has more rows than a form can have; reported where one has. */
bool form_has_room(const kp_form *form);

/** Call for each row that belongs to tables of a kind and has something in it. */
typedef void form_row_fn(const form_row *row);
void form_each_row(kp_form *form, kp_form_table kind, form_row_fn *call);

/** The first cell of a sheet's row, or of one below it. */
size_t form_first_of_row(const kp_read_sheet *sheet, uint32_t row);
/** Whether a row of a table is layout, and whether a column of its sheet has a name in it. */
bool form_is_layout(const form_table *table, uint32_t row);
bool form_is_named(const form_table *table, uint32_t column);

/** The cell of a column, or NULL. */
const kp_read_cell *form_cell(const form_row *row, kp_form_column column, uint32_t slot);
bool form_has_column(const form_row *row, kp_form_column column, uint32_t slot);
kp_place form_place(const form_row *row, kp_form_column column, uint32_t slot);
kp_place form_cell_place(const kp_form *form, const form_table *table, uint32_t row, uint32_t column);

/** What a cell says, without blanks around it; NULL where it says nothing. An error value is reported. */
const char *form_text(const form_row *row, kp_form_column column, uint32_t slot);
/** The same, as it stands. */
const char *form_whole_text(const form_row *row, kp_form_column column, uint32_t slot);

/** The bytes of the blank that a text begins with, of whatever kind; 0: none. */
size_t form_blank_at(const char *text);

/** Call the keys of the formats in messages as a form's headings call them (kp_source_label()). */
void form_call(kp_form *form);

/** The heading of a column, as messages call it. */
const char *form_column_label(const kp_form *form, kp_form_column column, uint32_t slot);

/* ---- head ---- */

/** Read what kind of form it is, its lists and the base. False, and it is reported, where it cannot be used.
 */
bool form_read_head(kp_form *form);

/* ---- words ---- */

/** Whether two texts are the same but for case, blanks and typographical apostrophes. */
bool form_same_words(kp_arena *arena, const char *a, const char *b);

/** Yes 1, no 0; -1 where a word is neither. */
int form_yes_or_no(const kp_form *form, const char *word);
bool form_is_na(const kp_form *form, const char *word);

/** One of a list of words, by the word itself or by a label in any language; -1 where it is none. */
typedef struct form_word {
    const char *word;
    int value;
    kp_label_id label;
    bool is_alias; /* understood, and not shown */
} form_word;
int form_find_word(const kp_form *form, const form_word *words, const char *given);
/** The labels of words in the form's language, NULL-terminated: for hints. */
const char *const *form_word_labels(const kp_form *form, const form_word *words);

/** A number as people type it ("12,5", "80 %"), as the formats have it; as it is where it is none. */
const char *form_number(kp_arena *arena, const kp_read_cell *cell, bool percent);

/**
 * The value of a cell on a scale: its digits, "n/a", or NULL where it is none (which is reported).
 */
const char *form_level(const form_row *row, kp_form_column column, uint32_t slot, const kp_scale *scale);

/** Whether a cell shows a text that the file has: as far as a cell can. */
bool form_shows(kp_arena *arena, const char *cell, const char *text);
/** Whether a text is too long for a cell. */
bool form_is_cut(const char *text);

/* ---- entries ---- */

/** The node that a row is about: by its column ID. A row without one, but with something in it, is reported.
 */
typedef struct form_subject {
    const char *id;      /* NULL: none */
    const kp_node *node; /* NULL: the rubric has none such */
} form_subject;
form_subject form_subject_of(const form_row *row);
/** Note the ids that a cell cannot show as they are. */
void form_find_odd_ids(kp_form *form);
/** The id of a node that a cell names: also where a program has made a number of it. NULL: nothing, or
 * reported. */
const char *form_id(const form_row *row, kp_form_column column);

form_entry *form_add(kp_form *form, form_entry entry);

/** A scalar with a place. */
kp_ynode *form_scalar(const kp_form *form, const char *text, bool plain, kp_place place);

/**
 * A text in the cell of a column against the base's (a scalar, a map of languages, or NULL).
 * @param ret the text as it should be: the base itself where the cell still shows it; NULL for nothing
 * @return whether it changed
 */
bool form_read_text(const form_row *row, kp_form_column column, uint32_t slot, const kp_ynode *base,
                    kp_ynode **ret);

/** The keys of a map, to be found by their ids. */
form_keys form_keys_of(kp_arena *arena, const kp_ynode *map);
kp_ynode *form_find_key(const form_keys *keys, const char *id);

/** The evidence and findings of the base, to be found by the names that rows have for them (or NULL). */
void form_list_items(kp_form *form);
form_item *form_find_item(kp_form *form, const char *name);
/** The item of the base that a row shows by its column ITEM, or NULL. */
form_item *form_item_of(const form_row *row);
/** An item of the base is none any more, or stands elsewhere; nothing where there is none. */
void form_drop_item(kp_form *form, form_item *item, form_entry entry);

/** Set a key of a map from a cell, as form_read_text() reads it; whether it changed. */
bool form_set_text(const form_row *row, kp_form_column column, uint32_t slot, kp_ynode *map, const char *key,
                   const char *const *order);
/** Report that a cell holds none of the words that are possible there. */
void form_report_word(const form_row *row, kp_form_column column, uint32_t slot, kp_phrase_id what,
                      const form_word *words);

/** An answer as a map, whatever short form it was written in; NULL where it is empty. */
kp_ynode *form_long_answer(kp_arena *arena, kp_ynode *answer);
/** The order of the keys of an answer. */
const char *const *form_answer_order(void);
/** Whether two texts are the same number. */
bool form_same_number(kp_arena *arena, const char *a, const char *b);

/** The changes of all forms, at most one for each thing, in the order of their addresses. Conflicts are
 * reported. */
form_entry *form_merge_entries(kp_forms *forms, size_t *ret_count);
/** Do changes to the base: the tree of the evaluation. */
kp_ynode *form_apply(kp_forms *forms, const kp_rubric *rubric, form_entry *changes, size_t count);

/** The slot with a number from 1, made where there is none yet. */
form_slot *form_slot_at(kp_form *form, uint32_t number);
/** Report the evaluators whose own values are there, but not their initials. */
void form_report_nameless(const kp_form *form);

void form_read_about(kp_form *form);
void form_read_answers(kp_form *form);
void form_read_findings(kp_form *form);

#endif
