/* test-font-set.c: the faces that paper is set in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-font-set.h"

#include "arrears-error.h"

#include <string.h>

static void
test_missing (void)
{
  static const char *const nowhere[] = { "/nonexistent", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_font_set_new_from_folders (nowhere, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT);
  g_assert_nonnull (strstr (error->message, "NotoSerifCJK-Regular.ttc"));
}

static void
test_simplified (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (&error);
  ArrearsGlyph glyph;
  guint face;

  g_assert_no_error (error);
  g_assert_true (
      arrears_font_set_lookup (fonts, ARREARS_TYPEFACE_BODY, 0x76f4, &glyph, &face, &error));
  g_assert_cmpstr (arrears_face_get_name (arrears_font_set_get_face (fonts, face)), ==,
                   "NotoSerifCJKsc-Regular");
  g_assert_true (
      arrears_font_set_lookup (fonts, ARREARS_TYPEFACE_HEADING, 0x76f4, &glyph, &face, &error));
  g_assert_cmpstr (arrears_face_get_name (arrears_font_set_get_face (fonts, face)), ==,
                   "NotoSansCJKsc-Bold");
}

static void
test_fallback (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (&error);
  ArrearsGlyph glyph;
  guint face;

  g_assert_true (
      arrears_font_set_lookup (fonts, ARREARS_TYPEFACE_BODY, 0x2610, &glyph, &face, &error));
  g_assert_cmpstr (arrears_face_get_name (arrears_font_set_get_face (fonts, face)), ==,
                   "DejaVuSans");
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (NULL);
  ArrearsGlyph glyph;
  guint face;

  g_assert_false (
      arrears_font_set_lookup (fonts, ARREARS_TYPEFACE_BODY, 0x07, &glyph, &face, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+0007"));
}

static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_face_open ("/dev/null", "NotoSerifCJKsc-Regular", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font-set/a-font-that-is-nowhere-is-named", test_missing);
  g_test_add_func ("/font-set/the-forms-are-those-of-simplified-chinese", test_simplified);
  g_test_add_func ("/font-set/a-missing-glyph-is-borrowed", test_fallback);
  g_test_add_func ("/font-set/a-character-of-no-font-is-named", test_refused);
  g_test_add_func ("/font-set/a-file-that-is-no-font-is-refused", test_damaged);
  return g_test_run ();
}
