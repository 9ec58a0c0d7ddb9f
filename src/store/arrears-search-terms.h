/* arrears-search-terms.h: a text cut into terms that any part of it can be found by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chinese has no blanks, and people type the middle of a number: so each run of ASCII letters,
 * ASCII digits and characters beyond ASCII is cut into overlapping pairs, and its last character
 * stands alone too. 中秋礼盒 gives 中秋 秋礼 礼盒 盒; A-12 gives A 12 2. What is no run separates.
 *
 * Law: where `part` occurs in `text` (ASCII letters in any case), the terms of `text` match the
 * search of `part`. The converse does not hold, so what is found is to be looked at once more.
 */

/* Appends the terms of a text, each with a blank behind it. */
void arrears_search_terms_append (GString *terms, const char *text);

/* The FTS5 expression for texts that may contain `part`: pairs joined by AND, a run of one
 * character as a prefix. NULL where `part` has no run in it.
 */
char *arrears_search_terms_to_expression (const char *part);

/* The LIKE pattern, with ESCAPE '\', for texts that contain `part`. A part longer than a thousand
 * characters is cut there: LIKE takes no longer ones.
 */
char *arrears_search_terms_to_pattern (const char *part);

G_END_DECLS
