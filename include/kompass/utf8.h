/* kompass/utf8.h - UTF-8 text: validity, counting, widths, folding for names. */
#ifndef KOMPASS_UTF8_H
#define KOMPASS_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"

/**
 * Decode one code point of at most @p length bytes.
 * @return its bytes (1..4), or 0 where the bytes are no UTF-8 (RFC 3629: no surrogates, nothing overlong)
 */
size_t kp_utf8_decode(const char *text, size_t length, uint32_t *ret_code);

/** Whether a text is UTF-8 from end to end. */
bool kp_utf8_is_valid(const char *text);

/** Append-style encoder: writes 1..4 bytes to @p out and says how many. */
size_t kp_utf8_encode(uint32_t code, char out[4]);

/** Code points in valid UTF-8. */
size_t kp_utf8_count(const char *text);

/** UTF-16 code units in valid UTF-8: the unit of Excel's limits. */
size_t kp_utf8_utf16_units(const char *text);

/** Columns that a terminal gives the text: 0 for combining marks, 2 for wide East Asian characters. */
size_t kp_utf8_width(const char *text);
/** Columns of one character: 0 (put onto the one before), 1 or 2. */
size_t kp_utf8_code_width(uint32_t code);

/** Whether a code point is a control character that no text file of ours may hold (not tab, LF, CR). */
bool kp_utf8_is_control(uint32_t code);

/** Whether a character breaks a line for YAML beside LF and CR, or is a byte order mark, which does harm
 * there, too: such may only stand in quotes. */
bool kp_utf8_breaks_yaml(uint32_t code);

/**
 * A lower-case ASCII name for a file: "Södertälje kommun" -> "sodertalje-kommun".
 * Letters lose their accents, everything else becomes a single hyphen; "x" where nothing is left.
 */
char *kp_utf8_slug(kp_arena *arena, const char *text);

/** One line of text: every run of blanks and line breaks becomes one blank, none at the ends. */
char *kp_utf8_one_line(kp_arena *arena, const char *text);

#endif
