/* test-wording.c: words that a demand must not use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-wording.h"

#include <string.h>

#include "arrears-test-table.h"

/* "threat:派人 insult:老赖" */
static char *
describe_findings (const char *text, const GArray *findings)
{
  g_autoptr (GString) description = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ArrearsWordingFinding *finding = &g_array_index (findings, ArrearsWordingFinding, i);

      g_string_append_printf (description, "%s%s:%.*s", i > 0 ? " " : "",
                              arrears_wording_kind_to_word (finding->kind), (int) finding->length,
                              text + finding->start);
    }
  return g_string_free (g_steal_pointer (&description), FALSE);
}

static void
test_cases_of_texts (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("wording.tsv");

  g_assert_cmpuint (arrears_test_table_get_n_rows (table), >, 40);
  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      const char *text = arrears_test_table_get (table, i, "text");
      const char *fact = arrears_test_table_get (table, i, "facts");
      const ArrearsWordingFacts facts = { .contract_says_late_fee = g_str_equal (fact, "late_fee"),
                                          .is_in_court = g_str_equal (fact, "court") };
      g_autoptr (GArray) findings = arrears_wording_check (text, &facts);
      g_autofree char *description = describe_findings (text, findings);

      arrears_test_table_announce (table, i);
      g_assert_cmpstr (description, ==, arrears_test_table_get (table, i, "findings"));
      for (guint k = 0; k < findings->len; k++)
        g_assert_cmpstr (g_array_index (findings, ArrearsWordingFinding, k).better, !=, NULL);
    }
}

/* Whatever is put between the characters of a word, it is found, and nothing besides it. */
static void
test_marks_hide_nothing (void)
{
  static const char *const marks[]
      = { " ", "　", "-", "·", "*", "，", "、", "…", "\t", "“", "​" };
  static const char *const words[] = { "坐牢", "滞纳金", "老赖", "后果自负", "征信" };
  const ArrearsWordingFacts facts = { 0 };

  for (guint round = 0; round < 500; round++)
    {
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
      g_autoptr (GString) text = g_string_new ("请付款：");
      gsize start = text->len;
      g_autoptr (GArray) findings = NULL;

      for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
        {
          while (p > word && g_test_rand_bit ())
            g_string_append (text, marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks))]);
          g_string_append_unichar (text, g_utf8_get_char (p));
        }
      findings = arrears_wording_check (text->str, &facts);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpuint (g_array_index (findings, ArrearsWordingFinding, 0).start, ==, start);
      g_assert_cmpuint (g_array_index (findings, ArrearsWordingFinding, 0).length, ==,
                        text->len - start);
    }
}

/* Random characters of the table, marks and stops: findings lie within the text, in order. */
static void
test_findings_lie_in_order_within_the_text (void)
{
  static const char characters[]
      = "坐牢报警抓你上门堵派人后果自负公安律师函滞纳金告知家人单位贵。 ！影响信用失信名单";
  const ArrearsWordingFacts facts = { 0 };
  glong n = g_utf8_strlen (characters, -1);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) findings = NULL;
      gsize end = 0;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (
                                           characters, g_test_rand_int_range (0, (gint32) n))));
      findings = arrears_wording_check (text->str, &facts);
      for (guint i = 0; i < findings->len; i++)
        {
          const ArrearsWordingFinding *finding
              = &g_array_index (findings, ArrearsWordingFinding, i);

          g_assert_cmpuint (finding->start, >=, end);
          end = finding->start + finding->length;
          g_assert_cmpuint (end, <=, text->len);
          g_assert_true (
              g_utf8_validate (text->str + finding->start, (gssize) finding->length, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/cases", test_cases_of_texts);
  g_test_add_func ("/wording/marks-hide-nothing", test_marks_hide_nothing);
  g_test_add_func ("/wording/findings-lie-in-order-within-the-text",
                   test_findings_lie_in_order_within_the_text);
  return g_test_run ();
}
