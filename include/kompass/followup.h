/* kompass/followup.h - what came of it: goals, indicators and commitments of one year (contract, section 5).
 *
 * The words of a report (assessments, statuses ...) are enums whose 0 means that the report does not state
 * it.
 */
#ifndef KOMPASS_FOLLOWUP_H
#define KOMPASS_FOLLOWUP_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/decode.h"
#include "kompass/evaluation.h"

/** Of a goal; of an area only reached, partly and not reached. */
typedef enum kp_assessment {
    KP_ASSESSED_NOT_STATED,
    KP_ASSESSED_REACHED,
    KP_ASSESSED_NEAR,
    KP_ASSESSED_PARTLY,
    KP_ASSESSED_NOT_REACHED,
    KP_ASSESSED_NOT_MEASURED,
    KP_ASSESSMENT__COUNT
} kp_assessment;

/** Of an area, against the year before. */
typedef enum kp_trend {
    KP_TREND_NOT_STATED,
    KP_TREND_UP,
    KP_TREND_SAME,
    KP_TREND_DOWN,
    KP_TREND__COUNT
} kp_trend;

typedef enum kp_commitment_kind {
    KP_COMMITMENT,
    KP_ACTIVITY,
    KP_ASSIGNMENT,
    KP_DIRECTIVE,
    KP_COMMITMENT_KIND__COUNT
} kp_commitment_kind;

typedef enum kp_progress_status {
    KP_STATUS_NOT_STATED,
    KP_STATUS_DONE,
    KP_STATUS_PARTLY,
    KP_STATUS_ONGOING,
    KP_STATUS_DELAYED,
    KP_STATUS_NOT_STARTED,
    KP_STATUS_DROPPED,
    KP_STATUS__COUNT
} kp_progress_status;

/** Words of each choice, in the order in which they are counted and shown; "not_stated" is none of them. */
extern const kp_word kp_goal_assessments[], kp_area_assessments[], kp_trends[], kp_commitment_kinds[],
    kp_statuses[], kp_expectations[];

/** The word for a value, "not_stated" for one that has none. */
const char *kp_word_for(const kp_word *words, int value);

/** A year, or a month of it. Year 0: none was given. */
typedef struct kp_period {
    int16_t year;
    uint8_t month; /**< 1..12; 0: the whole year */
} kp_period;

/** Read YYYY or YYYY-MM; false where it is neither, or none that exists. */
bool kp_period_parse(const char *text, kp_period *ret);
/** "2018", "2018-06" */
const char *kp_period_text(kp_arena *arena, kp_period period);
/** The first and the last month that belong to it, counted from the year 0: to be compared. */
int32_t kp_period_first(kp_period period);
int32_t kp_period_last(kp_period period);

typedef enum kp_figure_kind {
    KP_FIGURE_NONE,  /**< nothing that could be read */
    KP_FIGURE_VALUE, /**< measured; when, says kp_figure.measured */
    KP_FIGURE_FORECAST,
    KP_FIGURE_MISSING
} kp_figure_kind;

/** One entry of a series. */
typedef struct kp_figure {
    kp_period period;   /**< that it stands under */
    kp_period measured; /**< of a value: the period itself, unless the report carries an earlier one */
    kp_figure_kind kind;
    kp_decimal value; /**< of a value or forecast */
    const kp_ynode *key;
    const kp_ynode *measured_at; /**< where `measured` is given, or NULL */
} kp_figure;

typedef struct kp_series_of {
    kp_figure *figures; /**< as in the file; after checking, by period */
    uint32_t count;
} kp_series_of;

/** What is aimed at: by period, or one number (period 0). */
typedef struct kp_aim {
    kp_period period;
    kp_decimal value;
    const kp_ynode *at;
} kp_aim;

typedef struct kp_aims {
    kp_aim *items; /**< by period after checking */
    uint32_t count;
    const kp_ynode *at; /**< the value as written, readable or not; NULL: there is none */
} kp_aims;

/** A series beside the indicator's own: of others, or of a part. It never decides anything. */
typedef struct kp_side_series {
    kp_text title;
    kp_series_of series;
} kp_side_series;

typedef struct kp_indicator {
    kp_text title, unit;
    int lower_is_better; /**< 0 or 1 */
    bool key;
    kp_series_of series;
    kp_period break_from; /**< from here measured in another way */
    const kp_ynode *break_at;
    kp_aims target, final_target;
    kp_side_series *compare, *breakdown;
    uint32_t compare_count, breakdown_count;
    const kp_ynode *at;
} kp_indicator;

/** A question of the rubric or an item of the evaluation that a goal or commitment answers. */
typedef struct kp_follow {
    const kp_ynode *at;        /**< the id as written */
    const kp_node *node;       /**< set by kp_check_followup(): the question ... */
    const kp_finding *finding; /**< ... or the item; both NULL where the evaluation is not at hand */
} kp_follow;

typedef struct kp_follows {
    kp_follow *items;
    uint32_t count;
    const kp_ynode *key;
} kp_follows;

typedef struct kp_followup_area {
    kp_placed id;
    kp_text title, group, note;
    int assessment, trend; /**< kp_assessment, kp_trend */
    const char *ref;
} kp_followup_area;

typedef struct kp_goal {
    kp_placed id, area_id, parent_id;
    kp_text title, note;
    kp_follows follows;
    int assessment;                /**< kp_assessment */
    const kp_ynode *assessment_at; /**< its key, or NULL */
    kp_indicator *indicators;
    uint32_t indicator_count;
    const char *ref;
    const kp_ynode *at;
    const kp_followup_area *area; /**< set by kp_check_followup(), or NULL */
    const struct kp_goal *parent; /**< likewise; never leads back to the goal itself */
} kp_goal;

typedef struct kp_commitment {
    kp_placed id, goal_id, area_id;
    int kind; /**< kp_commitment_kind */
    kp_text text, note;
    const char **owners;
    uint32_t owner_count;
    int status, expected; /**< kp_progress_status; expected: done, delayed or not stated */
    kp_maybe_decimal progress;
    const char *due, *ref;
    kp_follows follows;
    const kp_goal *goal; /**< set by kp_check_followup(), or NULL */
    const kp_followup_area *area;
} kp_commitment;

/** What a report counts itself. */
typedef enum kp_reported_what {
    KP_REPORTED_GOALS,
    KP_REPORTED_COMMITMENTS, /**< of every kind */
    KP_REPORTED_AREAS,
    KP_REPORTED_ACTIVITIES, /**< commitments of one kind only */
    KP_REPORTED_ASSIGNMENTS,
    KP_REPORTED_DIRECTIVES,
    KP_REPORTED__COUNT
} kp_reported_what;

/** Assessments and statuses both fit below the total. */
enum { KP_REPORTED_TOTAL = 7, KP_REPORTED_NUMBERS };

typedef struct kp_reported {
    const kp_ynode *key;                         /**< NULL: not reported */
    kp_maybe_decimal count[KP_REPORTED_NUMBERS]; /**< by kp_assessment or kp_progress_status, and the total */
} kp_reported;

/** "goals", "commitments" ... as in the file; the words that are counted in it. */
const char *kp_reported_name(kp_reported_what what);
const kp_word *kp_reported_words(kp_reported_what what);

/** The report's own words, by the word that they stand for: see kp_followup_label(). */
enum { KP_REPORT_WORDS = 17 };

typedef struct kp_followup {
    kp_source source;
    const char *id, *language, *as_of;
    const kp_ynode *id_at;
    kp_unit unit;
    kp_text organisation, source_text, note;
    int year;
    bool excerpt;
    kp_placed evaluation_id;
    kp_text labels[KP_REPORT_WORDS];
    kp_reported reported[KP_REPORTED__COUNT];
    kp_followup_area *areas;
    uint32_t area_count;
    kp_goal *goals;
    uint32_t goal_count;
    kp_commitment *commitments;
    uint32_t commitment_count;

    const kp_evaluation *evaluation; /**< set by kp_check_followup(); NULL where there is none at hand */
} kp_followup;

/** Read a follow-up from its tree; NULL where the root is no map. Everything lives in the reader's arena. */
kp_followup *kp_followup_read(kp_reader *reader, kp_ynode *root);

/** The report's own word for one of the words of the format ("near"), or NULL where it gives none. */
const char *kp_followup_label(const kp_followup *followup, const char *word, const char *lang);

#endif
