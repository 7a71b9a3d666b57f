/* tests/unit/xlsx_support.h - what the tests of workbooks share: small books, written, and opened with unzip.
 */
#ifndef KOMPASS_TESTS_XLSX_SUPPORT_H
#define KOMPASS_TESTS_XLSX_SUPPORT_H

#include "support.h"

#include "kompass/write.h"

kp_style style_of(kp_role role);
kp_book *book_of(world *w);
/** A book of one sheet with something in it. */
kp_sheet *sheet_of(world *w, const char *name);

/** A file in the test's folder. */
const char *path_of(world *w, const char *name);
kp_xlsx_status write_to(world *w, kp_book *book, const char *path, const char **ret_why);
/** Written, or the test has failed; the path. */
const char *written(world *w, kp_book *book);

/** What a command says, or the test is skipped: it needs unzip. */
const char *told_by(world *w, const char *command);
/** The text of a part. */
const char *part_of(world *w, const char *path, const char *part);

#define assert_has(text, want) check_has((text), (want), true, __LINE__)
#define assert_has_not(text, want) check_has((text), (want), false, __LINE__)
void check_has(const char *text, const char *want, bool has, int line);

/** Three cells, and a chart of them. */
kp_range range_of(const kp_sheet *sheet);
kp_chart chart_of(const kp_sheet *sheet);
/** A chart of two series over formulas, texts and blanks, which it puts there. */
kp_chart chart_over_formulas(world *w, kp_sheet *sheet, kp_chart_kind kind);

#endif
