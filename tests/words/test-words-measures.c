/* test-words-measures.c: sentences on promises, disputes, pauses, marks and owners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-measures.h"

#include "arrears-test-values.h"
#include "arrears-words.h"

static void
test_what_was_logged_of_measures_reads_as_a_sentence (void)
{
  static const struct
  {
    const char *kind;
    const char *subject;
    const char *note;
    const char *measure;
    const char *sentence;
  } cases[] = {
    { ARREARS_LOG_PROMISE_GIVEN, "", "2026-05-10 after the fair", "",
      "Promised to pay 1,234.50 yuan by 2026-05-10: after the fair" },
    { ARREARS_LOG_PROMISE_GIVEN, "XS-1", "2026-05-10", "",
      "Promised to pay 1,234.50 yuan by 2026-05-10 (invoice XS-1)" },
    { ARREARS_LOG_PROMISE_ENDED, "", "replaced", "",
      "The promise of 1,234.50 yuan was replaced by another" },
    { ARREARS_LOG_PROMISE_ENDED, "", "withdrawn wrong customer", "",
      "The promise of 1,234.50 yuan was withdrawn: wrong customer" },
    { ARREARS_LOG_DISPUTE_RAISED, "XS-1", "quality ten boxes wet", "",
      "Contested 1,234.50 yuan of invoice XS-1, for Quality: ten boxes wet" },
    { ARREARS_LOG_DISPUTE_ENDED, "XS-1", "rejected", "",
      "The dispute over 1,234.50 yuan of invoice XS-1 ended: Rejected" },
    { ARREARS_LOG_PAUSE_BEGUN, "", "2026-06-30 fire in the store", "half of the charge waived",
      "Collection rests until 2026-06-30: fire in the store: half of the charge waived" },
    { ARREARS_LOG_PAUSE_ENDED, "XS-1", "hardship", "", "Collection goes on (invoice XS-1)" },
    { ARREARS_LOG_MARK_SET, "blacklisted", "three bounced cheques", "",
      "Marked: Blacklisted: three bounced cheques" },
    { ARREARS_LOG_MARK_SET, "lateness", "cash_flow", "", "Marked: Short of cash" },
    { ARREARS_LOG_MARK_ENDED, "credit_hold", "paid", "", "Mark taken away: Credit hold: paid" },
    { ARREARS_LOG_OWNER_CHANGED, "Li", "\n", "", "Li looks after the account" },
    { ARREARS_LOG_OWNER_CHANGED, "Li", "Wang\ncall before noon", "",
      "Wang handed the account over to Li: call before noon" },
    { ARREARS_LOG_OWNER_CHANGED, "", "Wang\n", "", "Wang no longer looks after the account" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();
      g_autofree char *sentence = NULL;

      arrears_record_set_text (&entry->kind, cases[i].kind);
      arrears_record_set_text (&entry->subject, cases[i].subject);
      arrears_record_set_text (&entry->note, cases[i].note);
      arrears_record_set_text (&entry->measure, cases[i].measure);
      entry->amount = arrears_test_money ("1234.50");
      sentence = arrears_words_describe_log_entry (entry);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_other_entries_are_not_of_measures (void)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();

  arrears_record_set_text (&entry->kind, ARREARS_LOG_RECEIVED);
  g_assert_null (arrears_words_describe_measure (entry));
}

static void
test_an_answer_on_credit_names_its_reasons (void)
{
  ArrearsCreditPosition position = {
    .limit = arrears_test_money ("10000"),
    .balance = arrears_test_money ("9500"),
    .overdue = arrears_test_money ("9500"),
  };
  ArrearsCreditAnswer answer;
  g_autofree char *over = NULL;
  g_autofree char *within = NULL;

  g_assert_true (arrears_credit_judge (&position, arrears_test_money ("1000"), &answer, NULL));
  over = arrears_words_describe_credit (&answer);
  g_assert_cmpstr (over, ==,
                   "No: above the credit limit, by 500.00 yuan (something is overdue; it would "
                   "pass the credit limit)");

  position.overdue = ARREARS_MONEY_ZERO;
  g_assert_true (arrears_credit_judge (&position, arrears_test_money ("500"), &answer, NULL));
  within = arrears_words_describe_credit (&answer);
  g_assert_cmpstr (within, ==, "Goods may go out");
}

static void
test_every_warning_on_a_promise_has_a_sentence (void)
{
  for (int warning = ARREARS_PROMISE_WARNING_EXCEEDS; warning <= ARREARS_PROMISE_WARNING_BROKEN;
       warning <<= 1)
    g_assert_cmpstr (arrears_words_get_for_promise_warning ((ArrearsPromiseWarnings) warning), !=,
                     "");
}

static void
test_every_reason_for_lateness_names_a_step (void)
{
  for (int i = 0; i < ARREARS_LATENESS_N_REASONS; i++)
    {
      g_autofree char *steps = arrears_words_describe_next_steps ((ArrearsLateness) i);

      g_assert_cmpstr (steps, !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words-measures/what-was-logged-of-measures-reads-as-a-sentence",
                   test_what_was_logged_of_measures_reads_as_a_sentence);
  g_test_add_func ("/words-measures/other-entries-are-not-of-measures",
                   test_other_entries_are_not_of_measures);
  g_test_add_func ("/words-measures/an-answer-on-credit-names-its-reasons",
                   test_an_answer_on_credit_names_its_reasons);
  g_test_add_func ("/words-measures/every-warning-on-a-promise-has-a-sentence",
                   test_every_warning_on_a_promise_has_a_sentence);
  g_test_add_func ("/words-measures/every-reason-for-lateness-names-a-step",
                   test_every_reason_for_lateness_names_a_step);
  return g_test_run ();
}
