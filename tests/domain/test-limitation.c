/* test-limitation.c: until when a claim can be enforced (诉讼时效)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

enum
{
  MAX_INTERRUPTIONS = 8,
  N_HISTORIES = 5000,
};

typedef struct
{
  ArrearsDay due_on;
  ArrearsDay as_of;
  ArrearsInterruption interruptions[MAX_INTERRUPTIONS];
  gsize n;
  ArrearsObstacle obstacle;
} History;

static ArrearsLimitation
compute (const History *history, const ArrearsCalendar *calendar)
{
  return arrears_limitation_compute (history->due_on,
                                     history->interruptions,
                                     history->n,
                                     arrears_day_is_set (history->obstacle.from)
                                         ? &history->obstacle
                                         : NULL,
                                     history->as_of,
                                     calendar);
}

static ArrearsInterruptionKind
read_kind (const char *word)
{
  static const char *const words[] = {
    [ARREARS_INTERRUPTION_DEMAND] = "demand",
    [ARREARS_INTERRUPTION_PAYMENT] = "payment",
    [ARREARS_INTERRUPTION_ACKNOWLEDGEMENT] = "acknowledgement",
    [ARREARS_INTERRUPTION_AGREEMENT] = "agreement",
    [ARREARS_INTERRUPTION_SUIT] = "suit",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return (ArrearsInterruptionKind) i;
  g_error ("no kind of interruption is called %s", word);
}

/* "kind@day>new due day ..." */
static void
read_interruptions (const char *text, History *history)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (; *text != '\0' && words[history->n] != NULL; history->n++)
    {
      g_auto (GStrv) by_due = g_strsplit (words[history->n], ">", 2);
      g_auto (GStrv) by_day = g_strsplit (by_due[0], "@", 2);
      ArrearsInterruption *interruption = &history->interruptions[history->n];

      g_assert_cmpuint (history->n, <, MAX_INTERRUPTIONS);
      interruption->kind = read_kind (by_day[0]);
      interruption->on = arrears_test_day (by_day[1]);
      if (by_due[1] != NULL)
        interruption->new_due_on = arrears_test_day (by_due[1]);
    }
}

static void
read_obstacle (const char *text, ArrearsObstacle *obstacle)
{
  g_auto (GStrv) days = g_strsplit (text, "..", 2);

  if (*text == '\0')
    return;
  obstacle->from = arrears_test_day (days[0]);
  obstacle->until = arrears_test_day (days[1]);
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
      read_interruptions (arrears_test_table_get (table, i, "interruptions"), &history);
      read_obstacle (arrears_test_table_get (table, i, "obstacle"), &history.obstacle);

      limitation = compute (&history, calendar);
      assert_day (limitation.anchor, arrears_test_table_get (table, i, "anchor"));
      assert_day (limitation.ends_on, arrears_test_table_get (table, i, "ends_on"));
      assert_day (limitation.ends_on_after_203, arrears_test_table_get (table, i, "after_203"));
      g_assert_cmpstr (limitation.has_expired_before ? "yes" : "no",
                       ==,
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
      gboolean is_guarantee
          = g_str_equal (arrears_test_table_get (table, i, "kind"), "guarantee");
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
  History history = { .n = (gsize) g_test_rand_int_range (0, MAX_INTERRUPTIONS + 1) };

  history.due_on = arrears_day_add_days (arrears_test_day ("2015-01-01"),
                                         g_test_rand_int_range (0, 1000));
  history.as_of = arrears_day_add_days (history.due_on, g_test_rand_int_range (0, 4000));
  for (gsize i = 0; i < history.n; i++)
    history.interruptions[i] = (ArrearsInterruption) {
      .kind = (ArrearsInterruptionKind) g_test_rand_int_range (0, ARREARS_INTERRUPTION_SUIT + 1),
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
                       || (limitation.anchor.number == history.interruptions[n].on.number
                           && limitation.anchor.number <= history.as_of.number);
      g_assert_true (has_happened);
      g_assert_cmpint (limitation.ends_on.number,
                       ==,
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

  return g_test_run ();
}
