/* test-line.c: shaped text broken into lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-line.h"

typedef struct
{
  ArrearsFontSet *fonts;
} Fixture;

enum
{
  N_RANDOM_TEXTS = 400,
};

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
shape (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsShapedText *shaped = arrears_shaped_text_new (fixture->fonts, ARREARS_TYPEFACE_BODY,
                                                       ARREARS_FIGURES_PROPORTIONAL, text, &error);

  g_assert_no_error (error);
  return shaped;
}

/* The lines as a person would write them down, parted by |. */
static char *
write_lines (const ArrearsShapedText *text, GArray *lines)
{
  GString *written = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ArrearsLine *line = &g_array_index (lines, ArrearsLine, i);

      if (i > 0)
        g_string_append_c (written, '|');
      for (guint j = line->begin; j < line->end; j++)
        g_string_append_unichar (written,
                                 g_array_index (text->clusters, ArrearsCluster, j).character);
    }
  return g_string_free (written, FALSE);
}

static void
assert_broken (Fixture *fixture, const char *text, int measure, int indent, const char *expected)
{
  g_autoptr (ArrearsShapedText) shaped = shape (fixture, text);
  g_autoptr (GArray) lines = arrears_line_break_text (shaped, measure, indent);
  g_autofree char *written = write_lines (shaped, lines);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  assert_broken (fixture, "甲乙丙丁戊己庚辛", 4000, 0, "甲乙丙丁|戊己庚辛");
  assert_broken (fixture, "甲乙丙丁戊己庚辛", 4000, 2000, "甲乙|丙丁戊己|庚辛");
  assert_broken (fixture, "", 4000, 0, "");
}

static void
test_hanging (Fixture *fixture, gconstpointer data)
{
  assert_broken (fixture, "甲乙丙，丁戊己", 3500, 0, "甲乙丙，|丁戊己");
  assert_broken (fixture, "甲乙丙，丁戊己", 3499, 0, "甲乙|丙，丁|戊己");
}

static void
test_last_line (Fixture *fixture, gconstpointer data)
{
  assert_broken (fixture, "甲乙丙丁戊己庚辛壬癸子", 10000, 0, "甲乙丙丁戊己庚辛壬|癸子");
  assert_broken (fixture, "甲乙丙丁戊己庚辛壬癸。", 9500, 0, "甲乙丙丁戊己庚辛|壬癸。");
}

static void
test_emergency (Fixture *fixture, gconstpointer data)
{
  assert_broken (fixture, "XS-2025-0000000000000001", 4400, 0, "XS-2025-|0000000|0000000|01");
  assert_broken (fixture, "11111111111111111111", 100, 0,
                 "1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1|1");
}

static void
test_forced (Fixture *fixture, gconstpointer data)
{
  assert_broken (fixture, "甲乙\n丙 \n丁", 9000, 0, "甲乙|丙|丁");
}

static void
assert_marks_in_place (const ArrearsShapedText *text, const ArrearsLine *line)
{
  gunichar first = g_array_index (text->clusters, ArrearsCluster, line->begin).character;
  gunichar last = g_array_index (text->clusters, ArrearsCluster, line->end - 1).character;

  g_assert_false (line->begin > 0 && arrears_line_break_is_closing (first));
  g_assert_false (line->end < text->clusters->len && arrears_line_break_is_opening (last));
}

static void
assert_places (const ArrearsShapedText *text, const ArrearsLine *line, int measure)
{
  g_autoptr (GArray) places = arrears_line_place (text, line, measure, ARREARS_ALIGNMENT_JUSTIFY);
  const ArrearsCluster *last = &g_array_index (text->clusters, ArrearsCluster, line->end - 1);

  g_assert_cmpuint (places->len, ==, line->end - line->begin);
  for (guint i = 1; i < places->len; i++)
    g_assert_cmpint (g_array_index (places, int, i), >, g_array_index (places, int, i - 1));
  g_assert_cmpint (g_array_index (places, int, places->len - 1) + last->advance - last->trim_right,
                   <=, measure);
}

/* Words, numbers and marks as letters have them, in any order that a person could type. */
static char *
make_random_text (void)
{
  static const char *const pieces[]
      = { "货款", "贵方",          "，",          "。",           "“",  "”",          "（",   "）",
          "、",   "2025年6月30日", "¥186,450.00", "GH-2023-0618", "的", "《民法典》", "逾期", "3笔",
          "90%",  "ABC 有限公司" };
  GString *text = g_string_new ("甲");
  int n_pieces = g_test_rand_int_range (1, 60);

  for (int i = 0; i < n_pieces; i++)
    {
      const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
      gunichar before = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
      gunichar after = g_utf8_get_char (piece);

      /* No line can be broken well around ，，，，，，or （（（（（（. */
      if ((arrears_line_break_is_closing (before) || arrears_line_break_is_opening (before))
          && (arrears_line_break_is_closing (after) || arrears_line_break_is_opening (after)))
        piece = "元";
      g_string_append (text, piece);
    }
  return g_string_free (text, FALSE);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_RANDOM_TEXTS; i++)
    {
      g_autofree char *random = make_random_text ();
      g_autoptr (ArrearsShapedText) text = shape (fixture, random);
      int measure = g_test_rand_int_range (9000, 45000);
      g_autoptr (GArray) lines = arrears_line_break_text (text, measure, 2000);
      guint next = 0;

      g_test_message ("%d: %s", measure, random);
      for (guint j = 0; j < lines->len; j++)
        {
          const ArrearsLine *line = &g_array_index (lines, ArrearsLine, j);

          g_assert_cmpint (line->indent + line->width, <=, measure);
          for (; next < line->begin; next++)
            g_assert_cmpuint (g_array_index (text->clusters, ArrearsCluster, next).character, ==,
                              ' ');
          next = line->end;
          assert_marks_in_place (text, line);
          assert_places (text, line, measure);
        }
      g_assert_cmpuint (next, ==, text->clusters->len);
    }
}

static void
test_justify (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text
      = shape (fixture, "甲乙丙丁戊己庚辛壬癸子丑寅卯¥1,234.50元，尚未付清");
  g_autoptr (GArray) lines = arrears_line_break_text (text, 20900, 0);
  const ArrearsLine *line = &g_array_index (lines, ArrearsLine, 0);
  g_autoptr (GArray) places = arrears_line_place (text, line, 20900, ARREARS_ALIGNMENT_JUSTIFY);

  for (guint i = 0; i + 1 < places->len; i++)
    {
      const ArrearsCluster *left = &g_array_index (text->clusters, ArrearsCluster, i);
      int step = g_array_index (places, int, i + 1) - g_array_index (places, int, i);

      if (!left->is_wide && !left[1].is_wide)
        g_assert_cmpint (step, ==, left->advance);
    }
  g_assert_false (line->is_last);
  g_assert_cmpint (g_array_index (places, int, places->len - 1)
                       + g_array_index (text->clusters, ArrearsCluster, line->end - 1).advance
                       - g_array_index (text->clusters, ArrearsCluster, line->end - 1).trim_right,
                   ==, 20900);
}

static void
test_align (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsShapedText) text = shape (fixture, "甲乙");
  g_autoptr (GArray) lines = arrears_line_break_text (text, 6000, 0);
  const ArrearsLine *line = &g_array_index (lines, ArrearsLine, 0);
  static const int firsts[] = { [ARREARS_ALIGNMENT_LEFT] = 0,
                                [ARREARS_ALIGNMENT_CENTER] = 2000,
                                [ARREARS_ALIGNMENT_RIGHT] = 4000,
                                [ARREARS_ALIGNMENT_JUSTIFY] = 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr (GArray) places = arrears_line_place (text, line, 6000, (ArrearsAlignment) i);

      g_assert_cmpint (g_array_index (places, int, 0), ==, firsts[i]);
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/line/is-as-full-as-possible", test_full);
  ADD ("/line/a-mark-at-the-end-hangs-by-half-a-square", test_hanging);
  ADD ("/line/the-last-one-has-more-than-one-character", test_last_line);
  ADD ("/line/what-cannot-break-is-cut", test_emergency);
  ADD ("/line/a-line-feed-begins-one", test_forced);
  ADD ("/line/any-text-is-set-whole-within-the-measure", test_random);
  ADD ("/line/justifying-spares-numbers-and-fills-the-measure", test_justify);
  ADD ("/line/stands-left-centred-or-right", test_align);
  return g_test_run ();
}
