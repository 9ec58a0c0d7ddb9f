/* arrears-line.h: shaped text broken into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-shaped-text.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_ALIGNMENT_LEFT,
  ARREARS_ALIGNMENT_CENTER,
  ARREARS_ALIGNMENT_RIGHT,
  ARREARS_ALIGNMENT_JUSTIFY,
} ArrearsAlignment;

/* Clusters begin <= i < end. Measures are thousandths of an em. */
typedef struct
{
  guint begin;
  guint end;       /* blanks at the line's end are not in it */
  int indent;
  int width;       /* as set without stretching, indent not counted */
  gboolean is_last; /* of the text, or before a forced break: not stretched */
} ArrearsLine;

/* Breaks text into lines no wider than `measure`, the first indented by `indent`. As full as
 * possible, but the last line is not left with a single character if the line before can spare
 * some. A mark at either end of a line gives up its blank half, so that the ink stands flush. A
 * run without any place to break, such as a long number in a narrow column, is cut behind a
 * hyphen, slash, dot or underscore, or else where it is full. An array of ArrearsLine, empty for
 * an empty text.
 */
GArray *arrears_line_break_text (const ArrearsShapedText *text, int measure, int indent);

/* What the text would take on one line, the widest one where it has forced breaks. */
int arrears_line_measure_text (const ArrearsShapedText *text);

/* What the widest run takes that cannot be broken without an emergency. */
int arrears_line_measure_widest_run (const ArrearsShapedText *text);

/* Where each cluster of the line begins, from the left edge of the measure: line->end -
 * line->begin numbers. Justifying puts blank only beside a Chinese character or a space, never
 * inside a number or a word, and leaves a line alone that it would tear apart.
 */
GArray *arrears_line_place (const ArrearsShapedText *text, const ArrearsLine *line, int measure,
                            ArrearsAlignment alignment);

G_END_DECLS
