/* kompass/compare_words.h - what a comparison says in words: statuses, reasons, caveats.
 *
 * One place for the workbook, the table and JSON. Texts live in the arena that is given, or are constants.
 */
#ifndef KOMPASS_COMPARE_WORDS_H
#define KOMPASS_COMPARE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/compare.h"
#include "kompass/labels.h"

/** A comparison, and what its words are made in. */
typedef struct kp_comparing {
    kp_arena *arena;
    const kp_comparison *c;
    const char *lang; /**< "sv", "nb", "en"; NULL: words in English, each text in its file's own language */
} kp_comparing;

/** The label to say so of several municipalities side by side, where it speaks of changes over the years. */
kp_label_id kp_compare_label(bool several_units, kp_label_id id);

/** How a round is called beside the others: "2021", "Provstad", "Provstad 2021", with its id where need be.
 */
const char *kp_round_name(const kp_comparing *w, uint32_t round);
/** "Kommunkompassen (utgåva 2020)" */
const char *kp_round_rubric(const kp_comparing *w, uint32_t round);
/** "2019–2021" */
const char *kp_step_name(const kp_comparing *w, const kp_step *step);

/** The title of a line: of its latest node; of the total "Totalt". */
const char *kp_line_title(const kp_comparing *w, const kp_line *line);

/** "Samma fråga", "Ändrad text" ...; "" for KP_CMP_NONE. */
const char *kp_status_word(const kp_comparing *w, const kp_line *line, kp_compared status);
/** Whether a step has nothing to compare because one of its rounds is known on a higher level only: such a
 * node was not left unanswered. */
bool kp_is_not_reported(const kp_comparing *w, const kp_line *line, uint32_t round);
/** What the step that ends in @p round says of a line: the word of its status, or "Ej redovisad". */
const char *kp_step_word(const kp_comparing *w, const kp_line *line, uint32_t round);
/** What "Ej redovisad" means, where some area is that; else NULL. */
const char *kp_not_reported_words(const kp_comparing *w);

/**
 * Why the step that ends in @p round says what it says of a line: what changed, which other rows there are,
 * what its row notes. NULL where there is nothing to say.
 */
const char *kp_step_reason(const kp_comparing *w, const kp_line *line, uint32_t round);
/** The same for people, who also need to know which max the points are of, and where a score is one so far.
 */
const char *kp_step_remark(const kp_comparing *w, const kp_line *line, uint32_t round);

/** "max 25 → 20", of a line with a result in both rounds. */
const char *kp_max_words(const kp_comparing *w, const kp_line *line, uint32_t earlier, uint32_t later);
/** Which areas, and the total, have points of different maxima, in a sentence; NULL where none has. */
const char *kp_maxima_words(const kp_comparing *w);

/** Whether the two municipalities of a step lie in different countries. */
bool kp_is_abroad(const kp_comparing *w, const kp_step *step);

/** Sentences, one for each thing to keep in mind. */
typedef struct kp_caveats {
    const char **items;
    uint32_t count;
} kp_caveats;

/** Of one step: other countries or editions, a changed rubric; named where there are several steps. */
kp_caveats kp_step_caveats(const kp_comparing *w, const kp_step *step);
/** Of the rounds: drafts, derived or rounded figures, answers missing; with their names. */
kp_caveats kp_round_caveats(const kp_comparing *w);
/** What to keep in mind about comparing the totals, in one text: of all steps, and which rounds are derived;
 * NULL where there is nothing. */
const char *kp_comparison_caveat(const kp_comparing *w);

#endif
