/* test-promise-keeping.c: whether promises to pay were kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-promise-keeping.h"

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

#include <string.h>

enum
{
  MAX_PROMISES = 6,
  MAX_INCOMES = 8,
  N_HISTORIES = 2000,
};

typedef struct
{
  ArrearsPromisedPayment promises[MAX_PROMISES];
  ArrearsIncome incomes[MAX_INCOMES];
  ArrearsPromiseVerdict verdicts[MAX_PROMISES];
  ArrearsPromiseCase given;
} History;

/* A day of 2025. */
static ArrearsDay
read_day (const char *text)
{
  g_autofree char *day = g_strdup_printf ("2025-%s", text);

  return arrears_test_day (day);
}

static gint64
read_id (const char *text)
{
  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static void
read_promises (History *history, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (; *text != '\0' && words[history->given.n_promises] != NULL; history->given.n_promises++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[history->given.n_promises], ">:@", -1);

      g_assert_cmpuint (history->given.n_promises, <, MAX_PROMISES);
      history->promises[history->given.n_promises] = (ArrearsPromisedPayment) {
        .given_on = read_day (parts[0]),
        .due_on = read_day (parts[1]),
        .amount = arrears_test_money (parts[2]),
        .invoice_id = read_id (parts[3]),
      };
    }
}

static void
read_incomes (History *history, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (; *text != '\0' && words[history->given.n_incomes] != NULL; history->given.n_incomes++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[history->given.n_incomes], ":@/", -1);
      gboolean is_allocated = parts[2] != NULL;

      g_assert_cmpuint (history->given.n_incomes, <, MAX_INCOMES);
      history->incomes[history->given.n_incomes] = (ArrearsIncome) {
        .on = read_day (parts[0]),
        .amount = arrears_test_money (parts[1]),
        .invoice_id = read_id (parts[2]),
        .whole_id = is_allocated ? read_id (parts[3]) : 0,
      };
    }
}

static void
judge (History *history)
{
  history->given.promises = history->promises;
  history->given.incomes = history->incomes;
  arrears_promise_judge (&history->given, history->verdicts);
}

static void
assert_verdict (const ArrearsPromiseVerdict *verdict, const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (expected, ":", 3);

  g_assert_cmpstr (arrears_promise_state_to_word (verdict->state), ==, parts[0]);
  g_assert_cmpint (verdict->received.fen, ==, arrears_test_money (parts[1]).fen);
  if (g_str_equal (parts[2], "-"))
    g_assert_false (arrears_day_is_set (verdict->judged_on));
  else
    g_assert_cmpint (verdict->judged_on.number, ==, read_day (parts[2]).number);
}

static void
test_a_promise_is_judged_by_what_came_in_up_to_its_day_and_grace (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("promises.tsv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_auto (GStrv) expected = g_strsplit (arrears_test_table_get (table, i, "states"), " ", -1);
      History history = { .given = { .calendar = calendar } };

      arrears_test_table_announce (table, i);
      read_promises (&history, arrears_test_table_get (table, i, "promises"));
      read_incomes (&history, arrears_test_table_get (table, i, "income"));
      history.given.as_of = read_day (arrears_test_table_get (table, i, "as_of"));
      history.given.grace_workdays = (int) read_id (arrears_test_table_get (table, i, "grace"));
      judge (&history);
      g_assert_cmpuint (g_strv_length (expected), ==, history.given.n_promises);
      for (gsize k = 0; k < history.given.n_promises; k++)
        assert_verdict (&history.verdicts[k], expected[k]);
    }
}

static ArrearsDay
make_random_day (void)
{
  return arrears_day_add_days (read_day ("05-01"), g_test_rand_int_range (0, 40));
}

static gint64
make_random_invoice (void)
{
  return g_test_rand_int_range (0, 3);
}

static int
compare_incomes (gconstpointer a, gconstpointer b)
{
  return arrears_day_compare (((const ArrearsIncome *) a)->on, ((const ArrearsIncome *) b)->on);
}

static void
make_random_history (History *history, const ArrearsCalendar *calendar)
{
  *history = (History) {
    .given = {
      .n_promises = (gsize) g_test_rand_int_range (1, MAX_PROMISES + 1),
      .n_incomes = (gsize) g_test_rand_int_range (0, MAX_INCOMES + 1),
      .calendar = calendar,
      .grace_workdays = g_test_rand_int_range (0, 3),
      .as_of = arrears_day_add_days (make_random_day (), g_test_rand_int_range (0, 20)),
    },
  };
  for (gsize i = 0; i < history->given.n_promises; i++)
    {
      ArrearsDay given_on = make_random_day ();

      history->promises[i] = (ArrearsPromisedPayment) {
        .invoice_id = make_random_invoice (),
        .given_on = given_on,
        .due_on = arrears_day_add_days (given_on, g_test_rand_int_range (0, 15)),
        .amount = arrears_money (g_test_rand_int_range (1, 1000)),
      };
    }
  for (gsize i = 0; i < history->given.n_incomes; i++)
    history->incomes[i] = (ArrearsIncome) {
      .on = make_random_day (),
      .invoice_id = make_random_invoice (),
      .amount = arrears_money (g_test_rand_int_range (1, 1000)),
    };
  qsort (history->incomes, history->given.n_incomes, sizeof *history->incomes, compare_incomes);
}

static void
test_no_more_is_counted_than_came_in (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (int n = 0; n < N_HISTORIES; n++)
    {
      History history;
      gint64 came_in = 0;
      gint64 counted = 0;

      make_random_history (&history, calendar);
      judge (&history);
      for (gsize i = 0; i < history.given.n_incomes; i++)
        if (arrears_day_compare (history.incomes[i].on, history.given.as_of) <= 0)
          came_in += history.incomes[i].amount.fen;
      for (gsize i = 0; i < history.given.n_promises; i++)
        {
          counted += history.verdicts[i].received.fen;
          g_assert_cmpint (history.verdicts[i].received.fen, <=, history.promises[i].amount.fen);
        }
      g_assert_cmpint (counted, <=, came_in);
    }
}

static void
test_the_state_follows_from_what_is_counted_and_the_day (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (int n = 0; n < N_HISTORIES; n++)
    {
      History history;

      make_random_history (&history, calendar);
      judge (&history);
      for (gsize i = 0; i < history.given.n_promises; i++)
        {
          const ArrearsPromiseVerdict *verdict = &history.verdicts[i];
          gboolean is_over = arrears_day_compare (history.given.as_of, verdict->last_day) > 0;
          gboolean is_full = verdict->received.fen == history.promises[i].amount.fen;

          g_assert_cmpint (verdict->state == ARREARS_PROMISE_KEPT, ==, is_full);
          g_assert_cmpint (verdict->state == ARREARS_PROMISE_RUNNING, ==, !is_full && !is_over);
          g_assert_cmpint (verdict->state == ARREARS_PROMISE_BROKEN, ==,
                           is_over && verdict->received.fen == 0);
          g_assert_cmpint (arrears_day_is_set (verdict->judged_on), ==,
                           verdict->state != ARREARS_PROMISE_RUNNING);
        }
    }
}

/* Each promise alone: whatever else was promised, what is judged stays judged. */
static void
test_a_verdict_on_a_single_promise_never_changes_again (void)
{
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  for (int n = 0; n < N_HISTORIES; n++)
    {
      History history;
      ArrearsPromiseVerdict former;

      make_random_history (&history, calendar);
      history.given.n_promises = 1;
      judge (&history);
      former = history.verdicts[0];
      history.given.as_of = arrears_day_add_days (history.given.as_of, 30);
      judge (&history);
      if (former.state != ARREARS_PROMISE_RUNNING)
        g_assert_cmpint (memcmp (&former, &history.verdicts[0], sizeof former), ==, 0);
      else
        g_assert_cmpint (history.verdicts[0].received.fen, >=, former.received.fen);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/promise-keeping/a-promise-is-judged-by-what-came-in-up-to-its-day-and-grace",
                   test_a_promise_is_judged_by_what_came_in_up_to_its_day_and_grace);
  g_test_add_func ("/promise-keeping/no-more-is-counted-than-came-in",
                   test_no_more_is_counted_than_came_in);
  g_test_add_func ("/promise-keeping/the-state-follows-from-what-is-counted-and-the-day",
                   test_the_state_follows_from_what_is_counted_and_the_day);
  g_test_add_func ("/promise-keeping/a-verdict-on-a-single-promise-never-changes-again",
                   test_a_verdict_on_a_single_promise_never_changes_again);
  return g_test_run ();
}
