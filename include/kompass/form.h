/* kompass/form.h - workbooks to fill in: what their writers (src/book/) and their reader (src/read/) agree
 * on.
 *
 * There are two: the scoring form (src/book/form*.c), which becomes an evaluation, and the action plan, a
 * sheet of the score overview (src/book/overview_plan.c), which becomes a follow-up. A plan has the tables
 * FORM, ABOUT and ACTIONS, all on its own sheet, so that it can be copied into another workbook; what is said
 * of a form below holds for it, too, but for the base.
 *
 * A form is read by names, never by position. What people see (headings, names of sheets, order of rows and
 * columns, language, what is hidden or filtered) may change freely; what the reader looks for are machine
 * names, the same in every language:
 *
 *   Tables. A row that has the marker of a table ("kompass:answers") in one of its cells is the table's row
 * of names: hidden and locked, each of its other cells names the column below it ("id", "value", "by:#1").
 *   Columns without a name are not read; those that the form has itself have KP_FORM_LAYOUT there, so that
 * what people write into others is known and told. A table ends at the next row of names of its sheet; where
 * the sheet has no other, rows above it belong to it as well. A workbook may hold a table in several pieces
 * (a sheet for each area).
 *
 *   The marker's column (narrow, hidden, locked) is empty in the rows of the table. Every other row of the
 *   sheet that has something in a named column (visible headings, sums, explanations) is layout and has
 *   KP_FORM_LAYOUT there. Whatever else is filled in without an id is an error: nothing is lost silently.
 *
 *   Ids are what people see: the column "id" is the one with the question's number, locked, as text. So a
 *   sort that leaves a column behind is seen, and no hidden column can contradict it.
 *
 *   The base. The hidden sheet carries the evaluation that the form was made from, as the bytes of its file
 *   (kp_form_base_chunk()). What a cell still says as the form said it, is as the file has it: other
 * languages of a text, tabs, a text too long for a cell, all that a form does not show. What a form has no
 * row or column for stays as well. Only what was changed counts, and this is what separately filled forms are
 *   merged by.
 *
 * What the writer must see to, beyond that:
 *   - cells to fill in with text have KP_FORMAT_TEXT, so that "=..." , "1.10" and "007" stay texts when
 * edited;
 *   - a text of more than KP_MAX_CELL_UNITS is shown cut, in a locked cell: changed all the same, it is an
 * error;
 *   - texts are shown in the form's language (kp_text_get() with KP_FORM_LANGUAGE, then the file's);
 *   - levels are shown by kp_form_level_label(), also in the lists, "not applicable" by the label
 *     STATE_NOT_APPLICABLE, yes by YES, kinds of evidence by EVIDENCE_..., kinds of findings by their
 * headings;
 *   - a filter's or sort's range takes in the column "id", and no row that is marked as layout: a sort could
 *     leave the mark behind, on somebody's answer.
 */
#ifndef KOMPASS_FORM_H
#define KOMPASS_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/evaluation.h"
#include "kompass/labels.h"
#include "kompass/rubric.h"

/** What the row "form" of the table FORM says; a reader refuses what it does not know. */
#define KP_FORM_VERSION "1"

/** In the marker's column: this row is layout. In the row of names: this column is. */
#define KP_FORM_LAYOUT "-"

/** The tables of a form and their markers. */
typedef enum kp_form_table {
    KP_FORM_FORM,       /**< "kompass:form": KEY, VALUE; the keys are kp_form_key's. On the hidden sheet */
    KP_FORM_LISTS,      /**< "kompass:lists": SCALE, LEVEL, LABEL: the drop-downs of scales. Locked */
    KP_FORM_ABOUT,      /**< "kompass:about": KEY, VALUE; the keys are kp_form_about's */
    KP_FORM_EVALUATORS, /**< "kompass:evaluators": SLOT, EVALUATOR, NAME, ORGANISATION; a row for each column
                         */
    KP_FORM_ANSWERS,    /**< "kompass:answers": ID, and any of VALUE ... EVIDENCE_REF; a row a node */
    KP_FORM_EVIDENCE,   /**< "kompass:evidence": ID (the question), ITEM, EVIDENCE_...: what has no room above
                         */
    KP_FORM_SUMMARIES,  /**< "kompass:summaries": ID (area or question), SUMMARY */
    KP_FORM_FINDINGS,   /**< "kompass:findings": ID (area or question), ITEM, KIND, FINDING, UNIT, TEXT,
                                QUESTIONS
                         */
    KP_FORM_WORK,       /**< "kompass:work": the working sheet of formulas; nothing of it is read */
    KP_FORM_ACTIONS, /**< "kompass:actions": FINDING, ID (what the row answers), KIND (empty or a dash where
                        TEXT was filled in), TEXT (the proposal), PRIORITY, ACTION, OWNERS, DUE, STATUS */
    KP_FORM_TABLE__COUNT
} kp_form_table;

/** The columns of all tables. "by:#1" and "evidence:#1.text" carry a number: see kp_form_column_name(). */
typedef enum kp_form_column {
    KP_FORM_ID,             /**< "id": of a node, as the rubric has it. Locked */
    KP_FORM_KEY,            /**< "key". Locked */
    KP_FORM_VALUE,          /**< "value": of a key; of a question: what was agreed, by label or value */
    KP_FORM_BY,             /**< "by:#1": the own values of the evaluator in slot 1, 2 ... */
    KP_FORM_POINTS,         /**< "points": of a node without a scale */
    KP_FORM_PERCENT,        /**< "percent": likewise; a number from 0 to 100 */
    KP_FORM_NOT_APPLICABLE, /**< "not_applicable": yes, or empty */
    KP_FORM_BEST_PRACTICE,  /**< "best_practice": yes, or empty */
    KP_FORM_COMMENT,        /**< "comment" */
    KP_FORM_NOTE,           /**< "note" */
    KP_FORM_EVIDENCE_TYPE,  /**< "evidence:#1.type" in ANSWERS: the question's first evidence, second ... */
    KP_FORM_EVIDENCE_TEXT,  /**< "evidence:#1.text"; in EVIDENCE without a number: "evidence.text" */
    KP_FORM_EVIDENCE_REF,   /**< "evidence:#1.ref" */
    KP_FORM_ITEM, /**< "item": which evidence or finding of the base the row shows, as kp_form_evidence_item()
                     or kp_form_finding_item() names it; empty in rows for new ones. Locked */
    KP_FORM_SLOT, /**< "slot": "#1", "#2" ... Locked */
    KP_FORM_EVALUATOR,    /**< "evaluator": the evaluator's id, to be filled in where it is empty */
    KP_FORM_NAME,         /**< "name" */
    KP_FORM_ORGANISATION, /**< "organisation" */
    KP_FORM_SUMMARY,      /**< "summary" */
    KP_FORM_KIND,      /**< "kind": strengths, partial, improvements, examples; by label or by these words */
    KP_FORM_FINDING,   /**< "finding": the finding's own id (F1), or empty */
    KP_FORM_UNIT,      /**< "unit": of an example */
    KP_FORM_TEXT,      /**< "text" */
    KP_FORM_QUESTIONS, /**< "questions": ids, with commas between them */
    KP_FORM_PRIORITY,  /**< "priority": of an action: whatever a board ranks by */
    KP_FORM_ACTION,    /**< "action": what is to be done */
    KP_FORM_OWNERS,    /**< "owners": with commas, semicolons or line breaks between them */
    KP_FORM_DUE,       /**< "due": YYYY, YYYY-MM or YYYY-MM-DD */
    KP_FORM_STATUS,    /**< "status": by label or word */
    KP_FORM_SCALE,     /**< "scale": its id. Locked */
    KP_FORM_LEVEL,     /**< "level": a value of the scale as the rubric has it, or "n/a". Locked */
    KP_FORM_LABEL,     /**< "label": what the drop-down shows for it. Locked */
    KP_FORM_COLUMN__COUNT
} kp_form_column;

/** The rows of the table FORM. */
typedef enum kp_form_key {
    KP_FORM_KEY_FORM,          /**< "form": KP_FORM_VERSION */
    KP_FORM_KEY_RUBRIC,        /**< "rubric": its id */
    KP_FORM_KEY_RUBRIC_SHA256, /**< "rubric_sha256" */
    KP_FORM_KEY_LANGUAGE,      /**< "language": of the form: sv, nb, en */
    KP_FORM_KEY_EVALUATION,    /**< "evaluation": its id, or empty */
    KP_FORM_KEY_BASE_SHA256, /**< "base_sha256": of the file that the form was made from; empty where there is
                                none */
    KP_FORM_KEY_BASE,        /**< "base:#1", "base:#2" ...: its bytes, see kp_form_base_chunk() */
    KP_FORM_KEY__COUNT
} kp_form_key;

/** The rows of the table ABOUT. A form may leave any of them out. */
typedef enum kp_form_about {
    KP_FORM_ABOUT_UNIT_NAME,    /**< "unit.name" */
    KP_FORM_ABOUT_UNIT_CODE,    /**< "unit.code" */
    KP_FORM_ABOUT_UNIT_COUNTRY, /**< "unit.country" */
    KP_FORM_ABOUT_UNIT_GROUP,   /**< "unit.group" */
    KP_FORM_ABOUT_YEAR,         /**< "year" */
    KP_FORM_ABOUT_VISITED,      /**< "visited": YYYY, YYYY-MM or YYYY-MM-DD */
    KP_FORM_ABOUT_DATE,         /**< "date": likewise */
    KP_FORM_ABOUT_STATE,        /**< "state": draft or final, by label (STATE_DRAFT, STATE_FINAL) or word */
    KP_FORM_ABOUT_INTERVIEWED,  /**< "interviewed" */
    KP_FORM_ABOUT_SUMMARY,      /**< "summary" */
    KP_FORM_ABOUT_NOTE,         /**< "note" */
    KP_FORM_ABOUT_AS_OF,        /**< "as_of": of a plan: the date that it describes */
    KP_FORM_ABOUT_ORGANISATION, /**< "organisation": likewise, whose it is */
    KP_FORM_ABOUT__COUNT
} kp_form_about;

/** The marker of a table: "kompass:answers". */
const char *kp_form_marker(kp_form_table table);
/** The table of a marker; false where a text is none. */
bool kp_form_find_marker(const char *text, kp_form_table *ret);

/**
 * The machine name of a column. @p slot is the number of BY and, in ANSWERS, of EVIDENCE_... ("by:#2",
 * "evidence:#1.text"), from 1; 0 where a column has none ("value", "evidence.text").
 */
const char *kp_form_column_name(kp_arena *arena, kp_form_column column, uint32_t slot);
/** The column of a machine name, with its slot; false where a text is none. */
bool kp_form_find_column(const char *name, kp_form_column *ret, uint32_t *ret_slot);

/** The heading that a column has in a form; false where it has none, being hidden. */
bool kp_form_column_label(kp_form_column column, kp_label_id *ret);

/** The machine name of a row of FORM; @p slot numbers BASE from 1, else 0. And back. */
const char *kp_form_key_name(kp_arena *arena, kp_form_key key, uint32_t slot);
bool kp_form_find_key(const char *name, kp_form_key *ret, uint32_t *ret_slot);

/** The machine name of a row of ABOUT, and back; and how the form calls it. */
const char *kp_form_about_name(kp_form_about about);
kp_label_id kp_form_about_label(kp_form_about about);
bool kp_form_find_about(const char *name, kp_form_about *ret);

/** The slot of an evaluator as SLOT says it: "#1"; and back. */
const char *kp_form_slot_name(kp_arena *arena, uint32_t slot);
bool kp_form_find_slot(const char *text, uint32_t *ret_slot);

/** The name of an answer's evidence, or of an area's finding of a kind, by its place in the base (from 1). */
const char *kp_form_evidence_item(kp_arena *arena, const char *id, uint32_t number);
const char *kp_form_finding_item(kp_arena *arena, const char *id, kp_finding_kind kind, uint32_t number);
/** The word of a kind of findings: "strengths", "partial", "improvements", "examples". */
const char *kp_form_finding_word(kp_finding_kind kind);

/** How many rows BASE the bytes of a file take. */
uint32_t kp_form_base_count(size_t length);
/** The text of row @p slot (from 1): base64, so that no program changes a blank, a line break or a mark in
 * it. */
const char *kp_form_base_chunk(kp_arena *arena, const char *bytes, size_t length, uint32_t slot);

/**
 * What a drop-down shows for a level: its label in one line, its value where it has none; with the value
 * behind it, "Finns (2)", where two levels of the scale would look the same, or one like "not applicable".
 */
const char *kp_form_level_label(kp_arena *arena, const kp_scale *scale, const kp_level *level,
                                const char *lang, const char *file_lang);

#endif
