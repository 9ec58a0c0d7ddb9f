/* arrears-line-break.h: where a line of Chinese text may begin (禁则)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ARREARS_LINE_BREAK_NEVER,
  ARREARS_LINE_BREAK_ALLOWED,
  ARREARS_LINE_BREAK_FORCED,
} ArrearsLineBreak;

/* Says for each character of valid UTF-8 text whether a line may begin with it: Unicode's rules
 * (UAX 14) as Pango applies them, and these of Chinese print:
 *  - no mark that closes or ends (，。）》” — · …) begins a line, none that opens ends one;
 *  - a line may begin with “ or ‘ and end with ” or ’ between Chinese characters, which Unicode
 *    forbids because it cannot tell one from the other elsewhere;
 *  - a number stays with the 年月日元条页万亿 that follows it, and with the 第 before it.
 * An array of as many ArrearsLineBreak as there are characters; the first is NEVER.
 */
GArray *arrears_line_break_find (const char *text);

/* Marks that take up half of their square: 「（《“ and ，。）》”. */
gboolean arrears_line_break_is_opening (gunichar character);
gboolean arrears_line_break_is_closing (gunichar character);

/* Characters set in a square of their own, Chinese marks among them. */
gboolean arrears_line_break_is_wide (gunichar character);

G_END_DECLS
