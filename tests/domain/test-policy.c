/* test-policy.c: the escalation policy (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policy.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

static void
assert_days (ArrearsGrade grade, const int days[ARREARS_N_STAGES])
{
  ArrearsPolicy policy = arrears_policy_get_default (grade);

  for (int i = 0; i < ARREARS_N_STAGES; i++)
    g_assert_cmpint (policy.stages[i].days_overdue, ==, days[i]);
}

static void
test_the_default_days_follow_the_grade (void)
{
  static const int usual[] = { 1, 7, 15, 31, 60, 90 };
  static const int good[] = { 2, 11, 23, 47, 90, 135 };
  static const int risky[] = { 1, 4, 8, 16, 30, 45 };

  assert_days (ARREARS_GRADE_B, usual);
  assert_days (ARREARS_GRADE_A, good);
  assert_days (ARREARS_GRADE_C, risky);
}

static void
test_the_least_amounts_are_the_same_for_all (void)
{
  static const gint64 least[] = { 0, 0, 20000, 20000, 200000, 200000 };
  static const ArrearsGrade grades[] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };

  for (gsize g = 0; g < G_N_ELEMENTS (grades); g++)
    {
      ArrearsPolicy policy = arrears_policy_get_default (grades[g]);

      for (int i = 0; i < ARREARS_N_STAGES; i++)
        g_assert_cmpint (policy.stages[i].least.fen, ==, least[i]);
    }
}

static void
test_paper_begins_with_the_notice_and_the_letter (void)
{
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);

  g_assert_false (policy.stages[ARREARS_STAGE_FRIENDLY - 1].actions
                  & (ARREARS_ACTION_NOTICE | ARREARS_ACTION_LETTER));
  g_assert_true (policy.stages[ARREARS_STAGE_REMINDER - 1].actions & ARREARS_ACTION_NOTICE);
  g_assert_true (policy.stages[ARREARS_STAGE_DEMAND - 1].actions & ARREARS_ACTION_LETTER);
  g_assert_true (policy.stages[ARREARS_STAGE_HARD - 1].actions & ARREARS_ACTION_STOP_SUPPLY);
  g_assert_true (policy.stages[ARREARS_STAGE_LAWYER - 1].actions & ARREARS_ACTION_LAWYER);
  g_assert_true (policy.stages[ARREARS_STAGE_COURT - 1].actions & ARREARS_ACTION_COURT);
}

static void
test_letters_grow_in_weight_and_tones_in_severity (void)
{
  ArrearsPolicy usual = arrears_policy_get_default (ARREARS_GRADE_B);
  ArrearsPolicy good = arrears_policy_get_default (ARREARS_GRADE_A);

  g_assert_cmpint (usual.stages[1].letter, ==, ARREARS_LETTER_NOTICE);
  g_assert_cmpint (usual.stages[2].letter, ==, ARREARS_LETTER_DEMAND);
  g_assert_cmpint (usual.stages[3].letter, ==, ARREARS_LETTER_FINAL);
  for (int i = 1; i < ARREARS_N_STAGES; i++)
    g_assert_cmpint (usual.stages[i].tone, >=, usual.stages[i - 1].tone);
  for (int i = 0; i < ARREARS_N_STAGES; i++)
    g_assert_cmpint (good.stages[i].tone, ==,
                     (int) usual.stages[i].tone - (i == 1 || i == 2));
}

static void
test_a_policy_is_read_and_written_as_a_text (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("policies.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      const char *code = arrears_test_table_get (table, i, "error");
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      ArrearsPolicy policy = { .n_stages = 42 };
      gboolean is_read = arrears_policy_parse (arrears_test_table_get (table, i, "text"), &policy,
                                               &error);

      arrears_test_table_announce (table, i);
      if (*code != '\0')
        {
          g_assert_false (is_read);
          arrears_test_assert_error (&error, code);
          g_assert_cmpint (policy.n_stages, ==, 42);
          continue;
        }
      g_assert_no_error (error);
      text = arrears_policy_to_string (&policy);
      g_assert_cmpstr (text, ==, arrears_test_table_get (table, i, "as"));
    }
}

static void
test_every_default_survives_its_text (void)
{
  static const ArrearsGrade grades[] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };

  for (gsize g = 0; g < G_N_ELEMENTS (grades); g++)
    {
      ArrearsPolicy policy = arrears_policy_get_default (grades[g]);
      g_autofree char *text = arrears_policy_to_string (&policy);
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;
      ArrearsPolicy read;

      arrears_policy_parse (text, &read, &error);
      g_assert_no_error (error);
      again = arrears_policy_to_string (&read);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpint (arrears_policy_get_legal_stage (&read), ==, ARREARS_STAGE_LAWYER);
    }
}

static void
test_every_stage_has_a_word (void)
{
  static const char *const words[]
      = { "none", "friendly", "reminder", "demand", "hard", "lawyer", "court" };

  for (int stage = ARREARS_STAGE_NONE; stage <= ARREARS_N_STAGES; stage++)
    g_assert_cmpstr (arrears_stage_to_word (stage), ==, words[stage]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/policy/the-default-days-follow-the-grade",
                   test_the_default_days_follow_the_grade);
  g_test_add_func ("/policy/the-least-amounts-are-the-same-for-all",
                   test_the_least_amounts_are_the_same_for_all);
  g_test_add_func ("/policy/paper-begins-with-the-notice-and-the-letter",
                   test_paper_begins_with_the_notice_and_the_letter);
  g_test_add_func ("/policy/letters-grow-in-weight-and-tones-in-severity",
                   test_letters_grow_in_weight_and_tones_in_severity);
  g_test_add_func ("/policy/a-policy-is-read-and-written-as-a-text",
                   test_a_policy_is_read_and_written_as_a_text);
  g_test_add_func ("/policy/every-default-survives-its-text",
                   test_every_default_survives_its_text);
  g_test_add_func ("/policy/every-stage-has-a-word", test_every_stage_has_a_word);

  return g_test_run ();
}
