/* test-font-subset.c: the glyphs that a document uses, as parts of a PDF font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-font-set.h"
#include "arrears-font-subset.h"

#include <string.h>

typedef struct
{
  ArrearsFontSet *fonts;
  GHashTable *characters;
  const ArrearsFace *face;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = arrears_font_set_new (&error);
  g_assert_no_error (error);
  fixture->characters = g_hash_table_new (NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->characters);
  arrears_font_set_free (fixture->fonts);
}

/* Returns the glyph; all characters must be of one face. */
static guint32
use (Fixture *fixture, gunichar character)
{
  ArrearsGlyph glyph;
  guint face;

  g_assert_true (arrears_font_set_lookup (fixture->fonts, ARREARS_TYPEFACE_BODY, character, &glyph,
                                          &face, NULL));
  fixture->face = arrears_font_set_get_face (fixture->fonts, face);
  g_hash_table_insert (fixture->characters, GUINT_TO_POINTER (glyph.id),
                       GUINT_TO_POINTER (character));
  return glyph.id;
}

static ArrearsFontSubset *
cut (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ArrearsFontSubset *subset = arrears_font_subset_new (fixture->face, fixture->characters, &error);

  g_assert_no_error (error);
  return subset;
}

static void
test_unicode (Fixture *fixture, gconstpointer data)
{
  guint32 rare = use (fixture, 0x20bb7), plain = use (fixture, 0x4e00);
  g_autoptr (ArrearsFontSubset) subset = cut (fixture);
  g_autofree char *rare_line
      = g_strdup_printf ("<%04X> <D842DFB7>\n", arrears_font_subset_get_cid (subset, rare));
  g_autofree char *plain_line
      = g_strdup_printf ("<%04X> <4E00>\n", arrears_font_subset_get_cid (subset, plain));

  g_assert_nonnull (strstr (arrears_font_subset_get_to_unicode (subset), rare_line));
  g_assert_nonnull (strstr (arrears_font_subset_get_to_unicode (subset), plain_line));
}

static void
assert_in_cid_set (const ArrearsFontSubset *subset, guint cid)
{
  gsize length;
  const guint8 *bits = g_bytes_get_data (arrears_font_subset_get_cid_set (subset), &length);

  g_assert_cmpuint (cid / 8, <, length);
  g_assert_true (bits[cid / 8] & 0x80 >> cid % 8);
}

static void
test_cid_set (Fixture *fixture, gconstpointer data)
{
  guint32 glyph = use (fixture, 0x4e00);
  g_autoptr (ArrearsFontSubset) subset = cut (fixture);

  g_assert_cmpuint (arrears_font_subset_get_cid (subset, glyph), ==, glyph);
  assert_in_cid_set (subset, glyph);
  assert_in_cid_set (subset, 0);
}

static void
test_outlines (Fixture *fixture, gconstpointer data)
{
  guint32 glyph = use (fixture, 0x2611);
  g_autoptr (ArrearsFontSubset) subset = cut (fixture);

  g_assert_false (arrears_face_is_cff (fixture->face));
  g_assert_cmpuint (arrears_font_subset_get_cid (subset, glyph), <, glyph);
  assert_in_cid_set (subset, arrears_font_subset_get_cid (subset, glyph));
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  guint32 glyph = use (fixture, '1');
  g_autoptr (ArrearsFontSubset) subset = NULL;
  const GArray *widths;

  use (fixture, 0x4e00);
  subset = cut (fixture);
  widths = arrears_font_subset_get_widths (subset);
  g_assert_cmpuint (widths->len, ==, 1);
  g_assert_cmpuint (g_array_index (widths, ArrearsCidWidth, 0).cid, ==, glyph);
  g_assert_cmpint (g_array_index (widths, ArrearsCidWidth, 0).width, ==,
                   arrears_face_get_advance (fixture->face, glyph));
}

static void
test_repeatable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsFontSubset) once = NULL;
  g_autoptr (ArrearsFontSubset) again = NULL;
  g_autoptr (ArrearsFontSubset) other = NULL;

  for (gunichar i = 0x4e00; i < 0x4f00; i++)
    use (fixture, i);
  once = cut (fixture);
  again = cut (fixture);
  use (fixture, 0x5000);
  other = cut (fixture);
  g_assert_true (g_bytes_equal (arrears_font_subset_get_program (once),
                                arrears_font_subset_get_program (again)));
  g_assert_cmpstr (arrears_font_subset_get_name (once), ==, arrears_font_subset_get_name (again));
  g_assert_cmpstr (arrears_font_subset_get_name (once), !=, arrears_font_subset_get_name (other));
  g_assert_true (g_str_has_suffix (arrears_font_subset_get_name (once), "+NotoSerifCJKsc-Regular"));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/font-subset/codes-lead-back-to-characters-beyond-the-bmp-too", test_unicode);
  ADD ("/font-subset/every-glyph-is-in-the-cid-set", test_cid_set);
  ADD ("/font-subset/glyf-outlines-are-numbered-anew", test_outlines);
  ADD ("/font-subset/only-odd-widths-are-listed", test_widths);
  ADD ("/font-subset/the-same-glyphs-give-the-same-bytes", test_repeatable);
  return g_test_run ();
}
