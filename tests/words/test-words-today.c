/* test-words-today.c: policies and the list of the day, as msgids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-policy.h"
#include "arrears-words-today.h"
#include "arrears-words.h"

#include "arrears-test-values.h"

static void
test_every_part_of_a_policy_has_words (void)
{
  for (int i = 0; i < 8; i++)
    g_assert_cmpstr (arrears_words_get_for_action ((ArrearsActions) (1 << i)), !=, "");
  for (int kind = 0; kind < ARREARS_N_LETTER_KINDS; kind++)
    g_assert_cmpstr (arrears_words_get_for_letter_kind ((ArrearsLetterKind) kind), !=, "");
  for (int tone = 0; tone < ARREARS_N_TONES; tone++)
    g_assert_cmpstr (arrears_words_get_for_tone ((ArrearsTone) tone), !=, "");
}

static void
test_a_stage_is_one_line (void)
{
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);
  g_autofree char *first = arrears_words_describe_stage (&policy.stages[0]);
  g_autofree char *third = arrears_words_describe_stage (&policy.stages[2]);

  g_assert_cmpstr (first, ==, "1 days overdue or more: Call, Text message (Friendly)");
  g_assert_cmpstr (
      third, ==,
      "15 days overdue or more, at least 200.00 yuan: Call, Letter; Demand letter (Formal)");
}

static void
test_a_stage_bears_its_own_name (void)
{
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);

  g_assert_cmpstr (arrears_words_get_for_policy_stage (&policy.stages[2], 3), ==, "Formal demand");
  g_strlcpy (policy.stages[2].name, "Last call", sizeof policy.stages[2].name);
  g_assert_cmpstr (arrears_words_get_for_policy_stage (&policy.stages[2], 3), ==, "Last call");
}

static void
test_every_reason_is_one_line (void)
{
  static const struct
  {
    ArrearsTodayKind kind;
    const char *text;
  } cases[] = {
    { ARREARS_TODAY_PROMISE_BROKEN,
      "1,234.50 yuan promised did not come in; broken since 2026-03-05" },
    { ARREARS_TODAY_CROSSING,
      "Formal demand reached on 2026-03-05; 1,234.50 yuan count; passed over: "
      "Friendly reminder, Second reminder" },
    { ARREARS_TODAY_PROMISE_DUE, "1,234.50 yuan are promised for 2026-03-05" },
    { ARREARS_TODAY_INSTALMENT_DUE, "Instalment of 1,234.50 yuan due on 2026-03-05" },
    { ARREARS_TODAY_FOLLOW_UP, "Planned for 2026-03-05: order fapiao" },
    { ARREARS_TODAY_LIMIT_EXCEEDED, "1,234.50 yuan above the credit limit" },
    { ARREARS_TODAY_SUPPLIED, "Supplied on 2026-03-05, above the limit or on hold" },
    { ARREARS_TODAY_LIMITATION, "Limitation period ends on 2026-03-05, in 12 days" },
    { ARREARS_TODAY_DISPUTE_REVIEW, "Dispute over 1,234.50 yuan to review since 2026-03-05" },
    { ARREARS_TODAY_PAUSE_REVIEW, "Pause to review since 2026-03-05: order fapiao" },
    { ARREARS_TODAY_VOUCHER_MISSING, "Missing: order, fapiao" },
    { ARREARS_TODAY_DUE_SOON, "1,234.50 yuan fall due on 2026-03-05" },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == ARREARS_TODAY_N_KINDS);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ArrearsTodayReason reason = { .kind = cases[i].kind,
                                          .day = arrears_test_day ("2026-03-05"),
                                          .amount = { 123450 },
                                          .note = (char *) "order fapiao",
                                          .days_left = 12,
                                          .n = 1 };
      g_autofree char *text = arrears_words_describe_today (&reason, 3, "1 2");

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (arrears_words_get_for_today_kind (cases[i].kind), !=, "");
    }
}

static void
test_a_reason_names_its_invoice (void)
{
  ArrearsTodayReason reason = { .kind = ARREARS_TODAY_DUE_SOON,
                                .day = arrears_test_day ("2026-03-05"),
                                .amount = { 100 },
                                .invoice = (char *) "XS1",
                                .n = 1 };
  g_autofree char *one = arrears_words_describe_today (&reason, 0, "");
  g_autofree char *several = NULL;

  g_assert_cmpstr (one, ==, "1.00 yuan fall due on 2026-03-05 (invoice XS1)");
  reason.n = 3;
  several = arrears_words_describe_today (&reason, 0, "");
  g_assert_cmpstr (several, ==, "1.00 yuan fall due on 2026-03-05 (invoice XS1, and 2 more)");
}

static void
test_every_entry_about_escalation_is_one_line (void)
{
  static const struct
  {
    const char *kind;
    gint64 customer_id;
    const char *subject;
    const char *note;
    const char *text;
  } cases[] = {
    { ARREARS_LOG_POLICY_SAVED, 0, "Patient", "7/0.00/call/none/polite",
      "Policy Patient was saved" },
    { ARREARS_LOG_POLICY_ASSIGNED, 0, "A", "Patient", "Policy Patient holds for Prime" },
    { ARREARS_LOG_POLICY_ASSIGNED, 3, "0003", "", "The usual policy holds for 0003 again" },
    { ARREARS_LOG_CROSSING_SEEN, 3, "3", "Li", "Formal demand was seen by Li" },
    { ARREARS_LOG_CROSSING_DONE, 3, "3", "called", "Formal demand was done: called" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();
      g_autofree char *text = NULL;

      arrears_record_set_text (&entry->kind, cases[i].kind);
      arrears_record_set_text (&entry->subject, cases[i].subject);
      arrears_record_set_text (&entry->note, cases[i].note);
      entry->customer_id = cases[i].customer_id;
      text = arrears_words_describe_log_entry (entry);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words-today/every-part-of-a-policy-has-words",
                   test_every_part_of_a_policy_has_words);
  g_test_add_func ("/words-today/a-stage-is-one-line", test_a_stage_is_one_line);
  g_test_add_func ("/words-today/a-stage-bears-its-own-name", test_a_stage_bears_its_own_name);
  g_test_add_func ("/words-today/every-reason-is-one-line", test_every_reason_is_one_line);
  g_test_add_func ("/words-today/a-reason-names-its-invoice", test_a_reason_names_its_invoice);
  g_test_add_func ("/words-today/every-entry-about-escalation-is-one-line",
                   test_every_entry_about_escalation_is_one_line);
  return g_test_run ();
}
