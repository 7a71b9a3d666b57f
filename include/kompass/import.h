/* kompass/import.h - filled-in workbooks (kompass/form.h) read back: scoring forms as an evaluation, action
 * plans as a follow-up.
 *
 * Forms are opened (which says the rubric they want), read against that rubric into what was changed in
 * them, and merged: what was changed in any of them is done to the evaluation that all were made from. The
 * result is the tree of an evaluation whose places are cells, so that whatever is found wrong with it is
 * shown where it was typed. All problems are reported; nothing is guessed.
 */
#ifndef KOMPASS_IMPORT_H
#define KOMPASS_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/diag.h"
#include "kompass/evaluation.h"
#include "kompass/rubric.h"
#include "kompass/source.h"
#include "kompass/workbook.h"
#include "kompass/ytree.h"

typedef struct kp_form kp_form;

/** Forms that are imported together. Everything lives in the arena. */
typedef struct kp_forms {
    kp_arena *arena;
    kp_sink *sink;
    kp_source source; /**< its sheets: where places are */
    kp_sheet_names sheets;
    struct kp_sheet_name *names; /**< what they point to */
    kp_form **items;
    size_t count;
} kp_forms;

/** Room for @p most forms. */
kp_forms *kp_forms_new(kp_arena *arena, kp_sink *sink, size_t most);

/** Open a form; what makes that impossible is reported. */
kp_form *kp_forms_open(kp_forms *forms, const char *path);
/** The same for a workbook that was read already. */
kp_form *kp_forms_add(kp_forms *forms, const kp_workbook *book);

/** The id of the rubric that a form wants, and the cell that says so. */
const char *kp_form_rubric(const kp_form *form, kp_place *ret_place);
/** The id of the evaluation that it was made from, or NULL; and the bytes of that one's file, NULL for none.
 */
const char *kp_form_evaluation(const kp_form *form);
const char *kp_form_base(const kp_form *form, size_t *ret_length);

/** Read what was filled in. */
void kp_form_read(kp_form *form, const kp_rubric *rubric);

/**
 * Put all forms together, once each has been read. Where two say different things, both cells are reported.
 * @return the tree of the evaluation, with the rubric's hash and without an id if the forms had none; NULL
 * where there is none
 */
kp_ynode *kp_forms_merge(kp_forms *forms, const kp_rubric *rubric);

/** Whether it is the action plan of a score overview, and no scoring form. */
bool kp_form_is_plan(const kp_form *form);

/**
 * How much was filled in since the workbook was made, what cannot be understood included. Reads the form.
 * @param rubric NULL: where there is none, a form counts as filled in
 */
size_t kp_form_filled_in(kp_form *form, const kp_rubric *rubric);

/**
 * What was filled in on action plans, as the tree of a follow-up without an id: a commitment for each row
 * that says what is done, by whom, when, or how it stands. Copies of one plan are put together: what is said
 * in two of them alike counts once, what differs stands side by side.
 * @param rubric tells ids that a program has made numbers of; or NULL
 * @param evaluation tells an item whose own id has a comma in it from two items; or NULL
 * @return the tree, also where some cells were not understood (which is reported), so that all that is wrong
 * can be told at once; NULL where there is none
 */
kp_ynode *kp_forms_plan(kp_forms *forms, const kp_rubric *rubric, const kp_evaluation *evaluation);

/** Set the id of what was read. */
void kp_import_set_id(kp_arena *arena, kp_ynode *root, const char *id);

#endif
