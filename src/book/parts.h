/* Parts that every deliverable is made of: looks, words, constants of formulas, heads, pages.
 *
 * Files of a deliverable (overview_*, compare_*, form_* ...) include this and book.h; what one of them alone
 * needs stays with it.
 */
#ifndef KOMPASS_PARTS_H
#define KOMPASS_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/audit.h"
#include "kompass/book.h"
#include "kompass/labels.h"
#include "kompass/num.h"
#include "kompass/score.h"
#include "kompass/source.h"

/* ---- looks (parts.c) ---- */

kp_style kp_look(kp_role role);
kp_style kp_look_wrapped(kp_role role);
/** An id: text, whatever it looks like. */
kp_style kp_look_id(kp_role role);
/** To the right, also where a word stands in a number's place. */
kp_style kp_look_number(kp_role role, kp_format format, unsigned decimals);
/** A number shown with as many decimals as it was written with. */
kp_style kp_look_decimal(kp_role role, kp_decimal number);

/* ---- words (parts.c) ---- */

/** A number in a sentence: the language's decimal mark, a true minus. */
const char *kp_words_number(kp_arena *arena, const char *lang, kp_num number, unsigned decimals);
const char *kp_words_decimal(kp_arena *arena, const char *lang, kp_decimal number);
const char *kp_words_count(kp_arena *arena, uint32_t count);
/** A number's text with thousands apart: no-break blanks, commas in English. */
const char *kp_words_grouped(kp_arena *arena, const char *lang, const char *number);
/** "Ej bedömd" ... */
const char *kp_words_state(kp_result_state state, const char *lang);
/** What a scale is headed with, for its id is no word: its labels, those at its ends where they are too many.
 */
const char *kp_words_scale(kp_arena *arena, const char *lang, const kp_rubric *rubric, const kp_scale *scale);
/** "Intervju" ...; `type` is a kp_evidence_type. */
const char *kp_words_evidence(int type, const char *lang);
/** What the audit of printed figures found, as a sentence (audit_words.c). */
const char *kp_words_audit(kp_arena *arena, const char *lang, unsigned max_decimals,
                           const kp_audit_finding *finding);
/** The page's footer: what it is about and its sources, in short where they are long (footer.c). Those that
 * are NULL, or given twice, are passed over; @p sources may be NULL where @p count is 0. */
const char *kp_words_footer(kp_arena *arena, const char *lang, const char *what, const char *const *sources,
                            uint32_t count);

/* ---- formulas (parts.c) ---- */

/** A text as a constant of a formula. */
const char *kp_formula_text(kp_arena *arena, const char *text);
/** The formula of a sentence whose {1}, {2} ... are expressions. */
const char *kp_formula_sentence(kp_arena *arena, const char *sentence, const char *const *expressions);
/** The difference of two cells, or a dash where one of them has no number. */
const char *kp_formula_difference(kp_arena *arena, const char *from, const char *taken);
/** The same text as kp_words_number() gives, of an expression that is not negative, in a program of any
 * language.
 */
const char *kp_formula_number(kp_arena *arena, const char *lang, const char *expression, unsigned decimals);
/** Whether the numbers of two cells agree: spreadsheets reckon in binary floating point, so equal is what
 * differs by less than a billionth. An empty cell, and one with words, is 0. */
const char *kp_formula_close(kp_arena *arena, const char *a, const char *b);
/** Children of a node, each in a row of its own of one table. */
typedef struct kp_children {
    const kp_sheet *sheet;
    const uint32_t *rows; /**< by node index; UINT32_MAX: not in the table */
    const kp_node *node;
    uint32_t chain;              /**< cells that are named one by one; more are picked out by their level */
    const kp_sheet *level_sheet; /**< where nodes have their level, in document order: for more children */
    const uint32_t *level_rows;
    uint32_t level_column;
} kp_children;
/** The sum of a column over children, without '='; words among the numbers count as nothing. */
const char *kp_formula_sum(kp_arena *arena, const kp_sheet *from, const kp_children *children,
                           uint32_t column);
/** A formula that gives @p number, or else @p text. */
void kp_put_either(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *formula,
                   bool is_number, kp_num number, const char *text);

/* ---- heads, lists, paragraphs (parts.c); those with a result return the row behind what they put ---- */

/** A row of column heads; NULL ends them. */
void kp_put_heads(kp_sheet *sheet, uint32_t row, uint32_t first_column, const char *const *heads);

/** What stands above every table: title, subtitle, a link (or NULL) and the caveats in short (or NULL). */
typedef struct kp_sheet_head {
    const char *title, *subtitle;
    const char *link_text, *link_target;
    const char *caveat;
    const char *footer;
} kp_sheet_head;
uint32_t kp_put_sheet_head(kp_sheet *sheet, const kp_sheet_head *head, uint32_t last_column);

/** The heading of a section over the whole width. */
uint32_t kp_put_section(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *heading);
/** A sentence over the whole width. */
uint32_t kp_put_sentence(kp_sheet *sheet, uint32_t row, uint32_t last_column, kp_role role, const char *text);
/** A label in column 0, and what it says behind it; nothing where there is no value. A row a paragraph:
 * a row has a greatest height. */
uint32_t kp_put_fact(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *label,
                     const char *value);

/* ---- Avstämning: what it was all made of (parts.c) ---- */

/** Head of the table of inputs, and a row of it: the file's name without its folder, and its SHA-256. */
uint32_t kp_put_inputs_head(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *lang);
uint32_t kp_put_input(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *kind,
                      const kp_source *source, const char *sha256);
/** One cell that says whether none of the cells of @p answers is a "no" (kp_label(KP_L_NO)). */
void kp_put_verdict(kp_sheet *sheet, uint32_t row, uint32_t last_column, kp_range answers, const char *lang);

/* ---- pages (pages.c) ---- */

/** Breaks between pages above headings, so that what stands under one stays together where it can. */
void kp_break_pages(kp_sheet *sheet);
/** A break at the end of each page, so that no row for which @p with_next says so is the last one on it. */
void kp_break_rows(kp_sheet *sheet, const bool *with_next, uint32_t end);
/** The same, where the rows from @p first_blank to the one before @p end are there to be filled in. Of those
 * are printed as many as the page holds on which the others end; where that is next to nothing, a dozen more.
 */
void kp_break_before_blanks(kp_sheet *sheet, const bool *with_next, uint32_t first_blank, uint32_t end);
/** Width of the columns from @p first to @p last, in pixels. */
uint32_t kp_pixels_between(const kp_sheet *sheet, uint32_t first, uint32_t last);

#endif
