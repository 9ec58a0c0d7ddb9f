/* arrears-line-break.c: where a line of Chinese text may begin (禁则)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-line-break.h"

#include <pango/pango.h>

/* Marks of one half square. */
static const char opening_marks[] = "（《「『【“‘〈〔｛［";
static const char closing_marks[] = "，。、；：！？）》」』】”’〉〕｝］";

/* What else must not begin a line, or end it. */
static const char not_first[] = "—…·～〜％‰℃%,.;:!?)]}";
static const char not_last[] = "￥¥＄$№([{";

/* What counts the number before it. */
static const char units[] = "年月日元角分条款项页万亿千百天笔号倍";

static gboolean
is_among (gunichar character, const char *set)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

/* Nearly every character of a text is a Han one: spare it the search. */
static gboolean
is_han (gunichar character)
{
  return (character >= 0x3400 && character <= 0x9fff) || character >= 0x20000;
}

gboolean
arrears_line_break_is_opening (gunichar character)
{
  return !is_han (character) && is_among (character, opening_marks);
}

gboolean
arrears_line_break_is_closing (gunichar character)
{
  return !is_han (character) && is_among (character, closing_marks);
}

gboolean
arrears_line_break_is_wide (gunichar character)
{
  return is_han (character) || g_unichar_iswide (character) || is_among (character, "“”‘’—…");
}

static gboolean
is_digit (gunichar character)
{
  return g_unichar_isdigit (character);
}

/* Between two characters, given what Unicode says. */
static ArrearsLineBreak
tailor (gunichar before, gunichar after, gboolean unicode_allows)
{
  if (is_han (before) && is_han (after))
    return ARREARS_LINE_BREAK_ALLOWED;
  if (arrears_line_break_is_closing (after) || is_among (after, not_first)
      || arrears_line_break_is_opening (before) || is_among (before, not_last))
    return ARREARS_LINE_BREAK_NEVER;

  if (is_digit (before) && is_among (after, units))
    return ARREARS_LINE_BREAK_NEVER;
  if (before == g_utf8_get_char ("第") && is_digit (after))
    return ARREARS_LINE_BREAK_NEVER;

  if (is_among (after, "“‘") && arrears_line_break_is_wide (before))
    return ARREARS_LINE_BREAK_ALLOWED;
  if (is_among (before, "”’") && arrears_line_break_is_wide (after))
    return ARREARS_LINE_BREAK_ALLOWED;

  return unicode_allows ? ARREARS_LINE_BREAK_ALLOWED : ARREARS_LINE_BREAK_NEVER;
}

GArray *
arrears_line_break_find (const char *text)
{
  glong n_characters = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);
  GArray *breaks = g_array_sized_new (FALSE, TRUE, sizeof (ArrearsLineBreak), (guint) n_characters);
  gunichar before = 0;

  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("zh-cn"), attributes,
                       (int) n_characters + 1);

  for (glong i = 0; i < n_characters; i++, text = g_utf8_next_char (text))
    {
      gunichar here = g_utf8_get_char (text);
      ArrearsLineBreak kind = ARREARS_LINE_BREAK_NEVER;

      if (i > 0 && attributes[i].is_mandatory_break)
        kind = ARREARS_LINE_BREAK_FORCED;
      else if (i > 0)
        kind = tailor (before, here, attributes[i].is_line_break);
      g_array_append_val (breaks, kind);
      before = here;
    }
  return breaks;
}
