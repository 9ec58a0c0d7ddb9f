/* arrears-shaped-text.c: text as glyphs, ready to be broken into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-shaped-text.h"

#include "arrears-error.h"

enum
{
  EMPHASIS_BEGIN = 0x0e, /* of ARREARS_EMPHASIS_BEGIN and _END */
  EMPHASIS_END = 0x0f,
  HALF_SQUARE = 500,
  SCRIPT_GAP = 125, /* between Chinese and Latin; more would read as a space in the PDF's text */
};

static gboolean
is_invisible (gunichar character)
{
  return (character >= 0x200b && character <= 0x200f) || character == 0xfeff
         || (character >= 0xfe00 && character <= 0xfe0f)
         || (character >= 0xe0100 && character <= 0xe01ef) || character == EMPHASIS_BEGIN
         || character == EMPHASIS_END || character == '\r';
}

/* Text as it will be set, and for each of its characters the typeface. */
typedef struct
{
  char *text;
  GArray *typefaces; /* of ArrearsTypeface */
} CleanText;

static void
clear_clean_text (CleanText *clean)
{
  g_clear_pointer (&clean->text, g_free);
  g_clear_pointer (&clean->typefaces, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CleanText, clear_clean_text)

static gboolean
clean_text (const char *text, ArrearsTypeface typeface, CleanText *clean, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *kept = NULL;
  ArrearsTypeface current = typeface;

  if (normal == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING, "text to be set is not UTF-8");
      return FALSE;
    }

  kept = g_string_new (NULL);
  clean->typefaces = g_array_new (FALSE, FALSE, sizeof (ArrearsTypeface));
  for (const char *i = normal; *i != '\0'; i = g_utf8_next_char (i))
    {
      gunichar character = g_utf8_get_char (i);

      if (character == EMPHASIS_BEGIN)
        current = ARREARS_TYPEFACE_HEADING;
      else if (character == EMPHASIS_END)
        current = typeface;
      if (is_invisible (character))
        continue;
      if (character != '\n' && character != 0x3000 && g_unichar_isspace (character))
        character = ' ';
      g_string_append_unichar (kept, character);
      g_array_append_val (clean->typefaces, current);
    }
  clean->text = g_string_free (kept, FALSE);
  return TRUE;
}

static int
measure_widest_digit (const ArrearsFontSet *fonts, ArrearsTypeface typeface)
{
  int widest = 0;

  for (gunichar digit = '0'; digit <= '9'; digit++)
    {
      ArrearsGlyph glyph;
      guint face;

      if (arrears_font_set_lookup (fonts, typeface, digit, &glyph, &face, NULL))
        widest = MAX (widest, glyph.advance);
    }
  return widest;
}

/* Whether a mark has the blank half that its kind promises depends on the font: ask its ink. */
static void
find_trims (ArrearsCluster *cluster, const ArrearsFace *face)
{
  gboolean is_opening = arrears_line_break_is_opening (cluster->character);
  gboolean is_closing = arrears_line_break_is_closing (cluster->character);
  int left, right;

  if (!is_opening && !is_closing)
    return;
  arrears_face_measure_blanks (face, cluster->glyph, &left, &right);
  if (is_opening && left >= HALF_SQUARE)
    cluster->trim_left = HALF_SQUARE;
  if (is_closing && right >= HALF_SQUARE)
    cluster->trim_right = HALF_SQUARE;
}

static gboolean
shape_character (const ArrearsFontSet *fonts, ArrearsTypeface typeface, gunichar character,
                 ArrearsCluster *cluster, GError **error)
{
  ArrearsGlyph glyph;
  guint face;

  if (!arrears_font_set_lookup (fonts, typeface, character, &glyph, &face, error))
    return FALSE;

  cluster->character = character;
  cluster->glyph = glyph.id;
  cluster->face = (guint16) face;
  cluster->own_advance = cluster->advance = (gint16) glyph.advance;
  cluster->is_wide = arrears_line_break_is_wide (character);
  find_trims (cluster, arrears_font_set_get_face (fonts, face));
  return TRUE;
}

static gboolean
is_mark (const ArrearsCluster *cluster)
{
  return cluster->trim_left > 0 || cluster->trim_right > 0;
}

static gboolean
is_chinese_letter (const ArrearsCluster *cluster)
{
  return cluster->is_wide && g_unichar_isalpha (cluster->character);
}

static gboolean
is_latin (const ArrearsCluster *cluster)
{
  return !cluster->is_wide
         && (g_unichar_isalnum (cluster->character) || cluster->character == 0xa5
             || cluster->character == '%');
}

/* ，“ and ））: two marks in a row take one half square of blank less.
 * Chinese beside Latin or figures takes a little more.
 */
static gint16
find_gap (const ArrearsCluster *left, const ArrearsCluster *right)
{
  if (is_mark (left) && is_mark (right) && (left->trim_right > 0 || right->trim_left > 0))
    return -HALF_SQUARE;
  if ((is_chinese_letter (left) && is_latin (right))
      || (is_latin (left) && is_chinese_letter (right)))
    return SCRIPT_GAP;
  return 0;
}

static void
set_digit_advances (GArray *clusters, int advance)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      ArrearsCluster *cluster = &g_array_index (clusters, ArrearsCluster, i);

      if (cluster->character < '0' || cluster->character > '9')
        continue;
      cluster->advance = (gint16) advance;
      cluster->shift = (gint16) ((advance - cluster->own_advance) / 2);
    }
}

static void
set_gaps (GArray *clusters)
{
  for (guint i = 0; i + 1 < clusters->len; i++)
    {
      ArrearsCluster *cluster = &g_array_index (clusters, ArrearsCluster, i);

      cluster->gap = find_gap (cluster, cluster + 1);
    }
}

/* A line feed is no character of its own: it forces a break before what follows. */
static gboolean
append_clusters (GArray *clusters, const ArrearsFontSet *fonts, const CleanText *clean,
                 GError **error)
{
  g_autoptr (GArray) breaks = arrears_line_break_find (clean->text);
  const char *text = clean->text;

  for (guint i = 0; i < breaks->len; i++, text = g_utf8_next_char (text))
    {
      ArrearsCluster cluster = { .line_break = g_array_index (breaks, ArrearsLineBreak, i) };
      ArrearsTypeface typeface = g_array_index (clean->typefaces, ArrearsTypeface, i);

      if (*text == '\n')
        continue;
      if (!shape_character (fonts, typeface, g_utf8_get_char (text), &cluster, error))
        return FALSE;
      g_array_append_val (clusters, cluster);
    }
  return TRUE;
}

ArrearsShapedText *
arrears_shaped_text_new (const ArrearsFontSet *fonts, ArrearsTypeface typeface,
                         ArrearsFigures figures, const char *text, GError **error)
{
  g_auto (CleanText) clean = { 0 };
  g_autoptr (ArrearsShapedText) self = NULL;

  if (!clean_text (text, typeface, &clean, error))
    return NULL;

  self = g_new0 (ArrearsShapedText, 1);
  self->clusters = g_array_new (FALSE, TRUE, sizeof (ArrearsCluster));
  if (!append_clusters (self->clusters, fonts, &clean, error))
    return NULL;

  if (figures == ARREARS_FIGURES_TABULAR)
    set_digit_advances (self->clusters, measure_widest_digit (fonts, typeface));
  set_gaps (self->clusters);
  return g_steal_pointer (&self);
}

void
arrears_shaped_text_free (ArrearsShapedText *text)
{
  g_array_unref (text->clusters);
  g_free (text);
}
