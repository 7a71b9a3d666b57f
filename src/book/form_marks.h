/* Names that tables of workbooks to fill in are read back by: see kompass/form.h. */
#ifndef KOMPASS_FORM_MARKS_H
#define KOMPASS_FORM_MARKS_H

#include <stdint.h>

#include "kompass/book.h"
#include "kompass/form.h"

/** How a cell looks that is to be filled in with text: what is typed stays as it is ("1.10", "=..."). */
kp_style kp_marks_input(void);
/** Such a cell; a text that is too long for one is shown cut, and locked. Empty where @p text is NULL or "".
 */
void kp_marks_put_input(kp_sheet *sheet, uint32_t row, uint32_t column, const char *text);
/** The same over several columns: the text stands in the first. */
void kp_marks_put_wide_input(kp_sheet *sheet, uint32_t row, uint32_t first, uint32_t last, const char *text);

/** The row of names of a table: hides it, and the marker's column. */
void kp_marks_begin(kp_sheet *sheet, uint32_t row, uint32_t column, kp_form_table table);
/** The name of a column, in a row of names. */
void kp_marks_name(kp_sheet *sheet, uint32_t row, uint32_t column, kp_form_column name, uint32_t slot);
/** These rows are layout. */
void kp_marks_layout(kp_sheet *sheet, uint32_t first, uint32_t last, uint32_t marker);
/** A row of KEY and VALUE; an empty value where @p value is NULL. */
void kp_marks_key(kp_sheet *sheet, uint32_t row, uint32_t key_column, const char *key, uint32_t value_column,
                  const char *value);

#endif
