/* arrears-shaped-text.h: text as glyphs, ready to be broken into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-font-set.h"
#include "arrears-line-break.h"

G_BEGIN_DECLS

/* One character as it will stand. Measures are thousandths of an em. */
typedef struct
{
  gunichar character;
  guint32 glyph;
  guint16 face;
  gint16 own_advance; /* as the font has it */
  gint16 advance;     /* as it is to be set */
  gint16 shift;       /* from where the character begins to where its glyph does */
  gint16 gap;         /* to the next character of the same line; marks in a row close up */
  gint16 trim_left;   /* blank that may go where the character begins a line */
  gint16 trim_right;  /* ... or ends one */
  gboolean is_wide;
  ArrearsLineBreak line_break;
} ArrearsCluster;

typedef enum
{
  ARREARS_FIGURES_PROPORTIONAL,
  ARREARS_FIGURES_TABULAR, /* all digits equally wide, so that amounts stand under each other */
} ArrearsFigures;

/* What stands between the two is set in the heading typeface. They take no place themselves. */
#define ARREARS_EMPHASIS_BEGIN "\x0e"
#define ARREARS_EMPHASIS_END "\x0f"

typedef struct
{
  GArray *clusters; /* of ArrearsCluster */
} ArrearsShapedText;

/* Text is brought into NFC; tabs and other blanks become spaces; variation selectors and zero-width
 * characters, which have no picture, are left out; \n forces a break. ARREARS_ERROR_ENCODING for
 * what is not UTF-8, ARREARS_ERROR_GLYPH for a character that no font has.
 */
ArrearsShapedText *arrears_shaped_text_new  (const ArrearsFontSet *fonts, ArrearsTypeface typeface,
                                             ArrearsFigures figures, const char *text,
                                             GError **error);
void               arrears_shaped_text_free (ArrearsShapedText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsShapedText, arrears_shaped_text_free)

G_END_DECLS
