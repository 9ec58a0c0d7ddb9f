/* test-search-terms.c: how texts are cut so that any part of them can be found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-search-terms.h"
#include "arrears-test-table.h"

static char *
cut (const char *text)
{
  GString *terms = g_string_new (NULL);

  arrears_search_terms_append (terms, text);
  return g_strchomp (g_string_free (terms, FALSE));
}

static void
test_cases (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("search-terms.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      const char *text = arrears_test_table_get (table, i, "text");
      const char *expression = arrears_test_table_get (table, i, "expression");
      g_autofree char *terms = cut (text);
      g_autofree char *found = arrears_search_terms_to_expression (text);

      arrears_test_table_announce (table, i);
      g_assert_cmpstr (terms, ==, arrears_test_table_get (table, i, "terms"));
      g_assert_cmpstr (found, ==, expression[0] != '\0' ? expression : NULL);
    }
}

/* Whether every term of the expression is one of the text's. */
static gboolean
matches (const char *terms, const char *expression)
{
  g_auto (GStrv) text_terms = g_strsplit (terms, " ", -1);
  g_auto (GStrv) wanted = g_strsplit (expression, " AND ", -1);

  for (char **term = wanted; *term != NULL; term++)
    {
      gboolean is_prefix = g_str_has_suffix (*term, "*");
      g_autofree char *bare = g_strndup (*term + 1, strlen (*term) - (is_prefix ? 3 : 2));
      gboolean is_there = FALSE;

      for (char **other = text_terms; *other != NULL && !is_there; other++)
        is_there = is_prefix ? g_str_has_prefix (*other, bare) : g_str_equal (*other, bare);
      if (!is_there)
        return FALSE;
    }
  return TRUE;
}

static void
test_every_part_matches (void)
{
  const char *text = "XS-2024-0007 中秋礼盒（大）A级 x1, 白酒6瓶";
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *terms = cut (text);

  for (glong start = 0; start < length; start++)
    for (glong end = start + 1; end <= length; end++)
      {
        g_autofree char *part = g_utf8_substring (text, start, end);
        g_autofree char *expression = arrears_search_terms_to_expression (part);

        if (expression != NULL && !matches (terms, expression))
          g_error ("%s does not match %s", expression, terms);
      }
}

static void
test_pattern_takes_wildcards_as_they_are (void)
{
  g_autofree char *pattern = arrears_search_terms_to_pattern ("50%_\\酒");

  g_assert_cmpstr (pattern, ==, "%50\\%\\_\\\\酒%");
}

static void
test_very_long_texts_stay_bounded (void)
{
  g_autofree char *text = g_strnfill (100000, '%');
  g_autofree char *letters = g_strnfill (100000, 'x');
  g_autofree char *pattern = arrears_search_terms_to_pattern (text);
  g_autofree char *expression = arrears_search_terms_to_expression (letters);

  g_assert_cmpuint (strlen (pattern), ==, 2 + 2 * 1000);
  g_assert_cmpuint (strlen (expression), <, 32 * strlen ("\"xx\" AND "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-terms/texts-are-cut-as-in-the-table", test_cases);
  g_test_add_func ("/search-terms/every-part-of-a-text-matches-it", test_every_part_matches);
  g_test_add_func ("/search-terms/wildcards-are-taken-as-they-are",
                   test_pattern_takes_wildcards_as_they_are);
  g_test_add_func ("/search-terms/very-long-texts-stay-bounded",
                   test_very_long_texts_stay_bounded);
  return g_test_run ();
}
