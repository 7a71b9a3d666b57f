/* kompass/write.h - results as files and text. Writers compute nothing. */
#ifndef KOMPASS_WRITE_H
#define KOMPASS_WRITE_H

#include "kompass/agreement.h"
#include "kompass/book.h"
#include "kompass/buf.h"
#include "kompass/compare.h"
#include "kompass/lang.h"
#include "kompass/score.h"
#include "kompass/tracking.h"
#include "kompass/ytree.h"

/** One line of JSON (contract, section 6, `score --format json`). Needs kp_evaluation_hash().
 * @param agreement for the team: of the evaluators' own values; else NULL
 * @param lang of the titles
 */
void kp_write_score_json(kp_arena *arena, const kp_score *score, const kp_agreement *agreement,
                         const char *lang, kp_buf *out);

/** RFC 4180: the header, then rows of one evaluation. */
void kp_write_csv_header(kp_buf *out);
void kp_write_score_csv(kp_arena *arena, const kp_score *score, const char *lang, kp_buf *out);

/** A table for people, in @p lang; a second one of the agreement, where there is one to show (or NULL). */
void kp_write_score_table(kp_arena *arena, const kp_score *score, const kp_agreement *agreement,
                          const char *lang, kp_buf *out);

/** A comparison as one line of JSON (contract, section 6, `compare --format json`), titles and words in @p
 * lang. */
void kp_write_compare_json(kp_arena *arena, const kp_comparison *comparison, const char *lang, kp_buf *out);

/** A comparison as a table for people: areas and the total. */
void kp_write_compare_table(kp_arena *arena, const kp_comparison *comparison, const char *lang, kp_buf *out);

/** One line of JSON (contract, section 6, `followup --format json`). */
void kp_write_followup_json(const kp_tracking *tracking, const char *lang, kp_buf *out);

/** Counts, goals and what answers what, for people; in @p lang. */
void kp_write_followup_table(kp_arena *arena, const kp_tracking *tracking, const char *lang, kp_buf *out);

/** The plan of a workbook as readable text: one line a cell. */
void kp_write_book_dump(kp_arena *arena, const kp_book *book, kp_buf *out);

/** A tree as YAML, as it was read or made: the same keys, items and texts in the same order. The root is a
 * map. */
void kp_write_yaml(const kp_ynode *root, kp_buf *out);

/**
 * What differs between two files, a line each: "1.2.3 value: 1 → 2". @p from may be NULL.
 * @return how many lines
 */
size_t kp_write_yaml_changes(kp_arena *arena, const kp_ynode *from, const kp_ynode *to, kp_buf *out);

/** How much of one file another says nothing of; the first few by name, with commas between them. */
size_t kp_yaml_lost(kp_arena *arena, const kp_ynode *from, const kp_ynode *to, const char **ret_names);

/** A node in one line, for messages. */
void kp_write_yaml_line(const kp_ynode *node, kp_buf *out);

/** A text in double quotes, whatever it holds. */
void kp_write_yaml_quoted(const char *text, kp_buf *out);

typedef enum kp_xlsx_status {
    KP_XLSX_OK,
    KP_XLSX_FAILED,  /**< the file could not be made: see the reason */
    KP_XLSX_BAD_PLAN /**< the plan holds what no workbook can (a bug of ours): see the reason */
} kp_xlsx_status;

/**
 * Write a finished book to @p path, which is created or truncated: hand it a temporary of kp_os_begin().
 * Nothing is printed. @p ret_why is set unless KP_XLSX_OK.
 */
kp_xlsx_status kp_write_xlsx(kp_arena *arena, const kp_book *book, const char *path, const char **ret_why);

#endif
