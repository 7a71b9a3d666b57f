#include "kompass/outcome.h"

#include "kompass/labels.h"

const char *kp_words_assessment(int assessment, const char *lang)
{
    static const kp_label_id words[KP_ASSESSMENT__COUNT] = {
        [KP_ASSESSED_NOT_STATED] = KP_L_NOT_STATED,
        [KP_ASSESSED_REACHED] = KP_L_ASSESSED_REACHED,
        [KP_ASSESSED_NEAR] = KP_L_ASSESSED_NEAR,
        [KP_ASSESSED_PARTLY] = KP_L_ASSESSED_PARTLY,
        [KP_ASSESSED_NOT_REACHED] = KP_L_ASSESSED_NOT_REACHED,
        [KP_ASSESSED_NOT_MEASURED] = KP_L_ASSESSED_NOT_MEASURED,
    };

    return kp_label(words[assessment], lang);
}

const char *kp_words_trend(int trend, const char *lang)
{
    static const kp_label_id words[KP_TREND__COUNT] = {
        [KP_TREND_NOT_STATED] = KP_L_NOT_STATED,
        [KP_TREND_UP] = KP_L_TREND_UP,
        [KP_TREND_SAME] = KP_L_TREND_SAME,
        [KP_TREND_DOWN] = KP_L_TREND_DOWN,
    };

    return kp_label(words[trend], lang);
}

const char *kp_words_progress(int status, const char *lang)
{
    static const kp_label_id words[KP_STATUS__COUNT] = {
        [KP_STATUS_NOT_STATED] = KP_L_NOT_STATED,  [KP_STATUS_DONE] = KP_L_STATUS_DONE,
        [KP_STATUS_PARTLY] = KP_L_STATUS_PARTLY,   [KP_STATUS_ONGOING] = KP_L_STATUS_ONGOING,
        [KP_STATUS_DELAYED] = KP_L_STATUS_DELAYED, [KP_STATUS_NOT_STARTED] = KP_L_STATUS_NOT_STARTED,
        [KP_STATUS_DROPPED] = KP_L_STATUS_DROPPED,
    };

    return kp_label(words[status], lang);
}

const char *kp_words_kind(int kind, const char *lang)
{
    static const kp_label_id words[KP_COMMITMENT_KIND__COUNT] = {
        [KP_COMMITMENT] = KP_L_KIND_COMMITMENT,
        [KP_ACTIVITY] = KP_L_KIND_ACTIVITY,
        [KP_ASSIGNMENT] = KP_L_KIND_ASSIGNMENT,
        [KP_DIRECTIVE] = KP_L_KIND_DIRECTIVE,
    };

    return kp_label(words[kind], lang);
}

const char *kp_words_met(kp_target_met met, const char *lang)
{
    static const kp_label_id words[] = {
        [KP_MET_UNKNOWN] = KP_L_UNKNOWN, [KP_MET_YES] = KP_L_YES, [KP_MET_NO] = KP_L_NO};

    return kp_label(words[met], lang);
}

const char *kp_words_direction(kp_direction direction, const char *lang)
{
    static const kp_label_id words[] = {
        [KP_DIRECTION_UNKNOWN] = KP_L_UNKNOWN,
        [KP_DIRECTION_BETTER] = KP_L_DIRECTION_BETTER,
        [KP_DIRECTION_SAME] = KP_L_DIRECTION_SAME,
        [KP_DIRECTION_WORSE] = KP_L_DIRECTION_WORSE,
    };

    return kp_label(words[direction], lang);
}

const char *kp_words_reported(kp_reported_what what, int value, const char *lang)
{
    if (what == KP_REPORTED_GOALS || what == KP_REPORTED_AREAS)
        return kp_words_assessment(value, lang);
    return kp_words_progress(value, lang);
}
