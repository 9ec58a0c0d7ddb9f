/* test-shaped-text.c: text as glyphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-shaped-text.h"

#include "arrears-error.h"

#include <string.h>

typedef struct
{
  ArrearsFontSet *fonts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = arrears_font_set_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_font_set_free (fixture->fonts);
}

static ArrearsShapedText *
shape (Fixture *fixture, const char *text, ArrearsFigures figures)
{
  g_autoptr (GError) error = NULL;
  ArrearsShapedText *shaped
      = arrears_shaped_text_new (fixture->fonts, ARREARS_TYPEFACE_BODY, figures, text, &error);

  g_assert_no_error (error);
  return shaped;
}

static const ArrearsCluster *
peek (const ArrearsShapedText *text, guint index)
{
  g_assert_cmpuint (index, <, text->clusters->len);
  return &g_array_index (text->clusters, ArrearsCluster, index);
}

static void
test_nfc (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text = shape (fixture, "e\xcc\x81", ARREARS_FIGURES_PROPORTIONAL);

  g_assert_cmpuint (text->clusters->len, ==, 1);
  g_assert_cmpuint (peek (text, 0)->character, ==, 0xe9);
}

static void
test_invisible (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text = shape (
      fixture, "\xef\xbb\xbf葛\xf3\xa0\x84\x80\xe2\x80\x8b\t城\r\n", ARREARS_FIGURES_PROPORTIONAL);

  g_assert_cmpuint (text->clusters->len, ==, 3);
  g_assert_cmpuint (peek (text, 1)->character, ==, ' ');
}

static void
test_rare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text
      = shape (fixture, "𠮷㙍𬭚☐", ARREARS_FIGURES_PROPORTIONAL);

  for (guint i = 0; i < text->clusters->len; i++)
    g_assert_cmpuint (peek (text, i)->glyph, !=, 0);
  g_assert_cmpuint (peek (text, 3)->face, !=, peek (text, 0)->face);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_shaped_text_new (fixture->fonts, ARREARS_TYPEFACE_BODY,
                                          ARREARS_FIGURES_PROPORTIONAL, "甲\xf0\x9f\xa6\x84乙",
                                          &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+1F984"));
}

static void
test_encoding (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_shaped_text_new (fixture->fonts, ARREARS_TYPEFACE_BODY,
                                          ARREARS_FIGURES_PROPORTIONAL, "\xd6\xd0", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING);
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) own = shape (fixture, "0123456789", ARREARS_FIGURES_PROPORTIONAL);
  g_autoptr (ArrearsShapedText) same = shape (fixture, "0123456789", ARREARS_FIGURES_TABULAR);

  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpint (peek (same, i)->advance, ==, peek (same, 0)->advance);
      g_assert_cmpint (peek (same, i)->advance, >=, peek (own, i)->advance);
      g_assert_cmpint (peek (same, i)->own_advance, ==, peek (own, i)->advance);
    }
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text
      = shape (fixture, "说：“好。”）", ARREARS_FIGURES_PROPORTIONAL);

  g_assert_cmpint (peek (text, 0)->gap, ==, 0);
  g_assert_cmpint (peek (text, 1)->gap, ==, -500);
  g_assert_cmpint (peek (text, 2)->gap, ==, 0);
  g_assert_cmpint (peek (text, 4)->gap, ==, -500);
  g_assert_cmpint (peek (text, 5)->gap, ==, -500);
  g_assert_cmpint (peek (text, 2)->trim_left, ==, 500);
  g_assert_cmpint (peek (text, 4)->trim_right, ==, 500);
}

static void
test_scripts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text = shape (fixture, "共3笔A", ARREARS_FIGURES_PROPORTIONAL);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (peek (text, i)->gap, ==, 125);
}

static void
test_emphasis (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text
      = shape (fixture, "于" ARREARS_EMPHASIS_BEGIN "今" ARREARS_EMPHASIS_END "日",
               ARREARS_FIGURES_PROPORTIONAL);

  g_assert_cmpuint (text->clusters->len, ==, 3);
  g_assert_cmpuint (peek (text, 0)->face, ==, peek (text, 2)->face);
  g_assert_cmpuint (peek (text, 0)->face, !=, peek (text, 1)->face);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/shaped-text/is-brought-into-nfc", test_nfc);
  ADD ("/shaped-text/what-has-no-picture-is-left-out", test_invisible);
  ADD ("/shaped-text/rare-names-find-their-glyphs", test_rare);
  ADD ("/shaped-text/a-character-without-a-glyph-is-named", test_missing);
  ADD ("/shaped-text/what-is-not-utf-8-is-refused", test_encoding);
  ADD ("/shaped-text/tabular-figures-are-equally-wide", test_figures);
  ADD ("/shaped-text/marks-in-a-row-close-up", test_marks);
  ADD ("/shaped-text/chinese-keeps-off-figures-and-latin", test_scripts);
  ADD ("/shaped-text/emphasis-changes-the-typeface-and-takes-no-place", test_emphasis);
  return g_test_run ();
}
