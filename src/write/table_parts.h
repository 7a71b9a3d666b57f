/* What the tables in the terminal share. */
#ifndef KOMPASS_TABLE_PARTS_H
#define KOMPASS_TABLE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "kompass/arena.h"
#include "kompass/buf.h"

/** A text in a column of @p width; what is too wide for a column to the right still stands apart from the one
 * before. */
void kp_table_pad(kp_buf *out, const char *text, size_t width, bool right);
/** End a line, without blanks at its end. */
void kp_table_end_line(kp_buf *out);
/** A text on one line, cut to a column, with an ellipsis. */
const char *kp_table_cut(kp_arena *arena, const char *text, size_t width);

#endif
