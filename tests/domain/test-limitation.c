/* test-limitation.c: until when a claim can be enforced (诉讼时效)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-error.h"
#include "arrears-guarantee.h"
#include "arrears-limitation-event.h"
#include "arrears-limitation.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

#include <stdlib.h>

enum
{
  MAX_LINKS = 8,
  N_HISTORIES = 5000,
};

typedef struct
{
  ArrearsDay due_on;
  ArrearsDay as_of;
  ArrearsLimitationLink links[MAX_LINKS];
  gsize n;
} History;

static ArrearsLimitation
compute (const History *history, const ArrearsCalendar *calendar)
{
  g_autoptr (GArray) chain = arrears_limitation_new_chain (history->due_on, 1);

  g_array_append_vals (chain, history->links, (guint) history->n);
  return arrears_limitation_compute (chain, history->as_of, calendar);
}

/* "kind@day>new due day" or "kind@first day..last day", behind it "!proof". */
static ArrearsLimitationLink
read_link (const char *text)
{
  g_auto (GStrv) by_proof = g_strsplit (text, "!", 2);
  g_auto (GStrv) by_due = g_strsplit (by_proof[0], ">", 2);
  g_auto (GStrv) by_end = g_strsplit (by_due[0], "..", 2);
  g_auto (GStrv) by_day = g_strsplit (by_end[0], "@", 2);
  ArrearsLimitationLink link = { .on = arrears_test_day (by_day[1]) };
  g_autoptr (GError) error = NULL;

  arrears_limitation_cause_parse (by_day[0], &link.cause, &error);
  g_assert_no_error (error);
  if (by_due[1] != NULL)
    link.new_due_on = arrears_test_day (by_due[1]);
  if (by_end[1] != NULL)
    link.until = arrears_test_day (by_end[1]);
  if (by_proof[1] != NULL)
    {
      arrears_proof_parse (by_proof[1], &link.proof, &error);
      g_assert_no_error (error);
    }
  return link;
}

static void
read_links (const char *text, History *history)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; *text != '\0' && words[i] != NULL; i++)
    {
      g_assert_cmpuint (history->n, <, MAX_LINKS);
      history->links[history->n++] = read_link (words[i]);
    }
}

static void
assert_day (ArrearsDay day, const char *expected)
{
  g_autofree char *printed = arrears_day_to_string (day);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_three_years_run_anew_from_each_interruption_in_time (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("limitation.tsv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      History history = { 0 };
      ArrearsLimitation limitation;

      arrears_test_table_announce (table, i);
      history.due_on = arrears_test_day (arrears_test_table_get (table, i, "due_on"));
      history.as_of = arrears_test_day (arrears_test_table_get (table, i, "as_of"));
      read_links (arrears_test_table_get (table, i, "links"), &history);

      limitation = compute (&history, calendar);
      assert_day (limitation.anchor, arrears_test_table_get (table, i, "anchor"));
      assert_day (limitation.ends_on, arrears_test_table_get (table, i, "ends_on"));
      assert_day (limitation.ends_on_after_203, arrears_test_table_get (table, i, "after_203"));
      g_assert_cmpstr (limitation.has_expired_before ? "yes" : "no", ==,
                       arrears_test_table_get (table, i, "expired_before"));
    }
}

static void
test_guarantee_and_enforcement_have_periods_of_their_own (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("periods.tsv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      gboolean is_guarantee = g_str_equal (arrears_test_table_get (table, i, "kind"), "guarantee");
      const char *after_203 = arrears_test_table_get (table, i, "after_203");
      ArrearsDay end = arrears_limitation_get_period_end (
          arrears_test_day (arrears_test_table_get (table, i, "anchor")),
          is_guarantee ? ARREARS_GUARANTEE_MONTHS : ARREARS_ENFORCEMENT_MONTHS);

      arrears_test_table_announce (table, i);
      assert_day (end, arrears_test_table_get (table, i, "ends_on"));
      g_assert_cmpint (arrears_calendar_covers (calendar, end), ==, *after_203 != '\0');
      if (*after_203 != '\0')
        assert_day (arrears_calendar_get_workday_from (calendar, end), after_203);
    }
}

static History
make_random_history (void)
{
  History history = { .n = (gsize) g_test_rand_int_range (0, MAX_LINKS + 1) };

  history.due_on
      = arrears_day_add_days (arrears_test_day ("2015-01-01"), g_test_rand_int_range (0, 1000));
  history.as_of = arrears_day_add_days (history.due_on, g_test_rand_int_range (0, 4000));
  for (gsize i = 0; i < history.n; i++)
    history.links[i] = (ArrearsLimitationLink) {
      .cause = (ArrearsLimitationCause) g_test_rand_int_range (ARREARS_LIMITATION_DEMAND,
                                                               ARREARS_LIMITATION_OBSTACLE),
      .on = arrears_day_add_days (history.due_on, g_test_rand_int_range (-100, 4000)),
    };
  return history;
}

static void
test_the_end_is_three_years_after_an_anchor_that_happened (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();
      ArrearsLimitation limitation = compute (&history, calendar);
      gboolean has_happened = limitation.anchor.number == history.due_on.number;

      for (gsize n = 0; n < history.n; n++)
        has_happened = has_happened
                       || (limitation.anchor.number == history.links[n].on.number
                           && limitation.anchor.number <= history.as_of.number);
      g_assert_true (has_happened);
      g_assert_cmpint (limitation.ends_on.number, ==,
                       arrears_day_add_months (limitation.anchor, 36).number);
      if (arrears_day_is_set (limitation.ends_on_after_203))
        g_assert_cmpint (limitation.ends_on_after_203.number, >=, limitation.ends_on.number);
    }
}

static void
test_what_comes_later_never_shortens_the_claim (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();
      ArrearsLimitation before = compute (&history, calendar);
      ArrearsLimitation after;

      history.as_of = arrears_day_add_days (history.as_of, g_test_rand_int_range (0, 500));
      after = compute (&history, calendar);
      g_assert_cmpint (after.ends_on.number, >=, before.ends_on.number);
    }
}

static void
test_each_link_says_what_it_did (void)
{
  static const struct
  {
    const char *link;
    const char *effect;
    const char *ends_on;
  } steps[] = {
    { "demand@2019-12-01!B", "before-due", "2023-01-10" },
    { "demand@2021-03-01!G", "unproven", "2023-01-10" },
    { "payment@2021-05-05", "counts", "2024-05-05" },
    { "obstacle@2021-06-01..2021-06-05!A", "without-need", "2024-05-05" },
    { "obstacle@2024-04-01..2024-04-10!A", "counts", "2024-10-10" },
    { "demand@2024-10-11!A", "after-end", "2024-10-10" },
    { "agreement@2024-11-01>2025-01-31!A", "counts", "2028-01-31" },
    { "demand@2024-12-01!A", "before-due", "2028-01-31" },
  };
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();
  g_autoptr (GArray) chain = arrears_limitation_new_chain (arrears_test_day ("2020-01-10"), 1);

  for (gsize i = G_N_ELEMENTS (steps); i > 0; i--)
    {
      ArrearsLimitationLink link = read_link (steps[i - 1].link);

      g_array_append_val (chain, link);
    }
  arrears_limitation_compute (chain, arrears_test_day ("2025-06-01"), calendar);
  g_assert_cmpuint (chain->len, ==, 1 + G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const ArrearsLimitationLink *link = &g_array_index (chain, ArrearsLimitationLink, i + 1);

      g_assert_cmpstr (arrears_limitation_effect_to_word (link->effect), ==, steps[i].effect);
      assert_day (link->ends_on, steps[i].ends_on);
    }
}

static void
test_warnings_come_at_180_90_and_30_days (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("limitation-bands.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsLimitationBand band = arrears_limitation_get_band (
          arrears_test_day (arrears_test_table_get (table, i, "ends_on")),
          arrears_test_day (arrears_test_table_get (table, i, "as_of")));

      arrears_test_table_announce (table, i);
      g_assert_cmpstr (arrears_limitation_band_to_word (band), ==,
                       arrears_test_table_get (table, i, "band"));
    }
}

static void
test_the_ladder_of_proof_ends_in_what_does_not_count (void)
{
  static const char *const counting[] = { "A", "B", "C", "D", "E", "F", "f" };
  ArrearsProof proof;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (counting); i++)
    {
      g_assert_true (arrears_proof_parse (counting[i], &proof, NULL));
      g_assert_true (arrears_proof_counts (proof));
      g_assert_cmpint (g_ascii_strcasecmp (arrears_proof_to_word (proof), counting[i]), ==, 0);
    }
  g_assert_true (arrears_proof_parse ("G", &proof, NULL));
  g_assert_false (arrears_proof_counts (proof));
  g_assert_true (arrears_proof_counts (ARREARS_PROOF_NOT_NEEDED));
  g_assert_false (arrears_proof_parse ("", &proof, NULL));
  g_assert_false (arrears_proof_parse ("H", &proof, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN);
}

static void
test_a_promise_is_proved_by_what_the_customer_wrote (void)
{
  static const char *const written[] = { "text", "wechat", "email", "letter" };
  static const char *const spoken[] = { "call", "visit", "meeting", "incoming", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    g_assert_true (arrears_proof_counts (arrears_proof_get_for_channel (written[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (spoken); i++)
    g_assert_false (arrears_proof_counts (arrears_proof_get_for_channel (spoken[i])));
}

static void
test_a_guarantee_ends_six_months_after_its_own_due_day (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("guarantee.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (ArrearsGuarantee) guarantee = arrears_guarantee_new ();
      g_autoptr (GError) error = NULL;

      arrears_test_table_announce (table, i);
      arrears_record_set_text (&guarantee->guarantor, "王建国");
      arrears_record_set_text (&guarantee->kind, arrears_test_table_get (table, i, "kind"));
      guarantee->principal_due_on
          = arrears_test_day (arrears_test_table_get (table, i, "principal_due_on"));
      guarantee->months = atoi (arrears_test_table_get (table, i, "months"));
      g_assert_true (arrears_guarantee_check (guarantee, &error));
      g_assert_no_error (error);
      assert_day (arrears_guarantee_get_ends_on (guarantee),
                  arrears_test_table_get (table, i, "ends_on"));
      g_assert_cmpstr (arrears_guarantee_need_to_word (arrears_guarantee_get_need (guarantee)), ==,
                       arrears_test_table_get (table, i, "need"));
    }
}

/* An event as its fields would be typed: kind, day, until, new due day, proof. */
static ArrearsLimitationEvent *
make_event (const char *const *values)
{
  ArrearsLimitationEvent *event = arrears_limitation_event_new ();

  arrears_record_set_text (&event->kind, values[0]);
  event->from_on = values[1][0] != '\0' ? arrears_test_day (values[1]) : ARREARS_DAY_NONE;
  event->until_on = values[2][0] != '\0' ? arrears_test_day (values[2]) : ARREARS_DAY_NONE;
  event->new_due_on = values[3][0] != '\0' ? arrears_test_day (values[3]) : ARREARS_DAY_NONE;
  arrears_record_set_text (&event->proof, values[4]);
  return event;
}

static void
test_an_event_has_the_days_of_its_kind (void)
{
  static const struct
  {
    const char *values[5];
    int code; /* -1: it can be entered */
  } cases[] = {
    { { "demand", "2025-01-10", "", "", "b" }, -1 },
    { { "obstacle", "2025-01-10", "2025-02-10", "", "A" }, -1 },
    { { "obstacle", "2025-01-10", "", "", "A" }, -1 },
    { { "suit", "2025-01-10", "2025-02-10", "", "A" }, -1 },
    { { "agreement", "2025-01-10", "", "2025-02-10", "A" }, -1 },
    { { "due", "2025-01-10", "", "", "A" }, ARREARS_ERROR_WORD_UNKNOWN },
    { { "demand", "2025-01-10", "", "", "" }, ARREARS_ERROR_WORD_UNKNOWN },
    { { "demand", "", "", "", "A" }, ARREARS_ERROR_MISSING },
    { { "demand", "2025-01-10", "2025-02-10", "", "A" }, ARREARS_ERROR_REFUSED },
    { { "obstacle", "2025-01-10", "2025-01-09", "", "A" }, ARREARS_ERROR_DAY_ORDER },
    { { "demand", "2025-01-10", "", "2025-02-10", "A" }, ARREARS_ERROR_REFUSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsLimitationEvent) event = make_event (cases[i].values);
      g_autoptr (GError) error = NULL;

      if (arrears_limitation_event_check (event, &error))
        {
          g_assert_cmpint (cases[i].code, ==, -1);
          g_assert_true (g_ascii_isupper (event->proof[0]));
        }
      else
        g_assert_cmpint (error->code, ==, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limitation/three-years-run-anew-from-each-interruption-in-time",
                   test_three_years_run_anew_from_each_interruption_in_time);
  g_test_add_func ("/limitation/guarantee-and-enforcement-have-periods-of-their-own",
                   test_guarantee_and_enforcement_have_periods_of_their_own);
  g_test_add_func ("/limitation/the-end-is-three-years-after-an-anchor-that-happened",
                   test_the_end_is_three_years_after_an_anchor_that_happened);
  g_test_add_func ("/limitation/what-comes-later-never-shortens-the-claim",
                   test_what_comes_later_never_shortens_the_claim);

  g_test_add_func ("/limitation/each-link-says-what-it-did", test_each_link_says_what_it_did);
  g_test_add_func ("/limitation/warnings-come-at-180-90-and-30-days",
                   test_warnings_come_at_180_90_and_30_days);
  g_test_add_func ("/limitation/the-ladder-of-proof-ends-in-what-does-not-count",
                   test_the_ladder_of_proof_ends_in_what_does_not_count);
  g_test_add_func ("/limitation/a-promise-is-proved-by-what-the-customer-wrote",
                   test_a_promise_is_proved_by_what_the_customer_wrote);
  g_test_add_func ("/limitation/a-guarantee-ends-six-months-after-its-own-due-day",
                   test_a_guarantee_ends_six_months_after_its_own_due_day);
  g_test_add_func ("/limitation/an-event-has-the-days-of-its-kind",
                   test_an_event_has_the_days_of_its_kind);

  return g_test_run ();
}
