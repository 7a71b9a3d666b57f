#include "form_internal.h"

#include <string.h>

/* How a form calls what the formats call by their keys: for messages to people who only see its headings. */

/* What of the first sheet stands within the evaluation's `unit`. */
static const char in_unit[] = "unit.";

static size_t add_columns(const kp_form *form, struct kp_label_of_key *labels)
{
    size_t count = 0;

    for (int column = 0; column < KP_FORM_COLUMN__COUNT; column++) {
        const char *name = kp_form_column_name(form->arena, (kp_form_column)column, 0);
        kp_label_id label;
        if (kp_form_column_label((kp_form_column)column, &label))
            labels[count++] = (struct kp_label_of_key){name, kp_label(label, form->lang)};
    }
    labels[count++] = (struct kp_label_of_key){"evidence", form_column_label(form, KP_FORM_EVIDENCE_TYPE, 0)};
    return count;
}

static size_t add_abouts(const kp_form *form, struct kp_label_of_key *labels, bool of_unit)
{
    const size_t prefix = sizeof(in_unit) - 1;
    size_t count = 0;

    for (int about = 0; about < KP_FORM_ABOUT__COUNT; about++) {
        const char *name = kp_form_about_name((kp_form_about)about);
        const char *label = kp_label(kp_form_about_label((kp_form_about)about), form->lang);
        if ((strncmp(name, in_unit, prefix) == 0) == of_unit)
            labels[count++] = (struct kp_label_of_key){of_unit ? name + prefix : name, label};
    }
    return count;
}

/* The first of a name counts: what must be there is the unit's name, not an evaluator's, and what is missed
 * beside an answer is its note, not that of the whole. */
void form_call(kp_form *form)
{
    enum { MOST = KP_FORM_COLUMN__COUNT + KP_FORM_ABOUT__COUNT + 2 };
    struct kp_label_of_key *labels = KP_NEW_ARRAY(form->arena, MOST, struct kp_label_of_key);
    kp_sheet_names *sheets = &form->forms->sheets;
    size_t count = add_abouts(form, labels, true);

    count += add_columns(form, labels + count);
    count += add_abouts(form, labels + count, false);
    labels[count] = (struct kp_label_of_key){NULL, NULL};
    sheets->labels = labels;
    sheets->has_comma = strcmp(form->lang, "en") != 0;
}
