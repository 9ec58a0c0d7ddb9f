/* test-standing.c: where an account stands in the escalation policy on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-standing.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

enum
{
  MAX_ITEMS = 12,
  N_HISTORIES = 500,
};

typedef struct
{
  ArrearsOpenItem items[MAX_ITEMS];
  gsize n;
  ArrearsPolicy policy;
  ArrearsStandingBasis basis; /* without policy and day */
  ArrearsDay as_of;
} History;

static ArrearsStanding
compute (const History *history, ArrearsDay as_of)
{
  g_autoptr (GError) error = NULL;
  ArrearsStandingBasis basis = history->basis;
  ArrearsStanding standing;

  basis.policy = &history->policy;
  basis.as_of = as_of;
  g_assert_true (
      arrears_standing_compute (&basis, history->items, history->n, &standing, &error));
  g_assert_no_error (error);
  return standing;
}

/* "days overdue:open ..." */
static void
read_items (const char *text, History *history)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (; *text != '\0' && words[history->n] != NULL; history->n++)
    {
      g_auto (GStrv) parts = g_strsplit (words[history->n], ":", 2);
      int days_overdue = (int) g_ascii_strtoll (parts[0], NULL, 10);

      g_assert_cmpuint (history->n, <, MAX_ITEMS);
      history->items[history->n] = (ArrearsOpenItem) {
        .invoice_id = (gint64) history->n + 1,
        .due_on = arrears_day_add_days (history->as_of, -days_overdue),
        .open = arrears_test_money (parts[1]),
      };
    }
}

static int
get_int (const ArrearsTestTable *table, guint row, const char *column)
{
  return (int) g_ascii_strtoll (arrears_test_table_get (table, row, column), NULL, 10);
}

static void
test_the_stage_is_the_highest_whose_days_and_amount_are_met (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("standings.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      History history = { .as_of = arrears_test_day ("2025-06-15") };
      const char *crossed = arrears_test_table_get (table, i, "crossed");
      const char *counted = arrears_test_table_get (table, i, "counted");
      ArrearsGrade grade;
      ArrearsStanding standing;

      arrears_test_table_announce (table, i);
      g_assert_true (
          arrears_grade_parse (arrears_test_table_get (table, i, "grade"), &grade, NULL));
      history.policy = arrears_policy_get_default (grade);
      read_items (arrears_test_table_get (table, i, "items"), &history);

      standing = compute (&history, history.as_of);
      g_assert_cmpint (standing.stage, ==, get_int (table, i, "stage"));
      g_assert_cmpint (standing.days_overdue, ==, get_int (table, i, "days_overdue"));
      g_assert_cmpint (arrears_day_is_set (standing.crossed_on), ==, *crossed != '\0');
      if (*crossed != '\0')
        g_assert_cmpint (arrears_day_count (standing.crossed_on, history.as_of),
                         ==,
                         get_int (table, i, "crossed"));
      g_assert_cmpint (
          standing.counted.fen, ==, *counted != '\0' ? arrears_test_money (counted).fen : 0);
    }
}

static int
read_number (const char *text)
{
  return (int) g_ascii_strtoll (text, NULL, 10);
}

/* A part behind the amount: d for disputed, p for promised, z for paused, f for the days since when
 * it counts.
 */
static void
read_rest (const char *part, ArrearsDay as_of, ArrearsOpenItem *item)
{
  switch (*part)
    {
    case 'd':
      item->disputed = arrears_test_money (part + 1);
      return;
    case 'p':
      item->promised = arrears_test_money (part + 1);
      return;
    case 'z':
      item->is_paused = TRUE;
      return;
    case 'f':
      item->countable_from = arrears_day_add_days (as_of, -read_number (part + 1));
      return;
    default:
      g_assert_not_reached ();
    }
}

/* "days overdue:open:what rests ..." */
static void
read_resting_items (const char *text, History *history)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", -1);
      ArrearsOpenItem *item = &history->items[history->n++];

      *item = (ArrearsOpenItem) {
        .invoice_id = (gint64) i + 1,
        .due_on = arrears_day_add_days (history->as_of, -read_number (parts[0])),
        .open = arrears_test_money (parts[1]),
      };
      for (gsize n = 2; parts[n] != NULL; n++)
        read_rest (parts[n], history->as_of, item);
    }
}

/* A number of days ago; "" for never. */
static ArrearsDay
read_day_ago (const char *text, ArrearsDay as_of)
{
  return *text != '\0' ? arrears_day_add_days (as_of, -read_number (text)) : ARREARS_DAY_NONE;
}

static History
read_resting_case (const ArrearsTestTable *table, guint row)
{
  History history = { .as_of = arrears_test_day ("2025-06-15") };
  const char *seen = arrears_test_table_get (table, row, "seen");
  ArrearsGrade grade;

  g_assert_true (arrears_grade_parse (arrears_test_table_get (table, row, "grade"), &grade, NULL));
  history.policy = arrears_policy_get_default (grade);
  read_resting_items (arrears_test_table_get (table, row, "items"), &history);
  history.basis.broken_on
      = read_day_ago (arrears_test_table_get (table, row, "broken"), history.as_of);
  history.basis.bad_faith_from
      = read_day_ago (arrears_test_table_get (table, row, "bad_faith"), history.as_of);
  if (*seen != '\0')
    {
      history.basis.seen_stage = read_number (seen);
      history.basis.seen_crossed_on = read_day_ago (seen + 2, history.as_of);
    }
  return history;
}

static void
test_what_rests_does_not_count_and_breaches_raise (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("standings-resting.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      History history = read_resting_case (table, i);
      const char *crossed = arrears_test_table_get (table, i, "crossed");
      const char *counted = arrears_test_table_get (table, i, "counted");
      ArrearsStanding standing;

      arrears_test_table_announce (table, i);
      standing = compute (&history, history.as_of);
      g_assert_cmpint (standing.stage, ==, get_int (table, i, "stage"));
      g_assert_cmpint (standing.crossed_on.number, ==,
                       read_day_ago (crossed, history.as_of).number);
      g_assert_cmpint (
          standing.actions, ==,
          standing.stage > 0 ? history.policy.stages[standing.stage - 1].actions : 0);
      g_assert_cmpint (standing.counted.fen, ==,
                       *counted != '\0' ? arrears_test_money (counted).fen : 0);
      g_assert_cmpint (standing.resting.fen, ==,
                       arrears_test_money (arrears_test_table_get (table, i, "resting")).fen);
      g_assert_cmpint (standing.is_paused, ==,
                       g_str_equal (arrears_test_table_get (table, i, "paused"), "yes"));
      g_assert_cmpint (standing.seen_stage, ==, get_int (table, i, "seen_stage"));
    }
}

/* Days by the item's own policy, sums and least amounts by the account's. */
static void
test_an_item_counts_by_its_own_days (void)
{
  ArrearsPolicy strict = arrears_policy_get_default (ARREARS_GRADE_C);
  History history = { .as_of = arrears_test_day ("2025-06-15"), .n = 1 };
  ArrearsStanding standing;

  history.policy = arrears_policy_get_default (ARREARS_GRADE_B);
  history.items[0] = (ArrearsOpenItem) { .invoice_id = 1,
                                         .due_on = arrears_test_day ("2025-06-07"),
                                         .open = arrears_money (20000),
                                         .policy = &strict };
  standing = compute (&history, history.as_of);
  g_assert_cmpint (standing.stage, ==, 3);
  g_assert_cmpint (standing.crossed_on.number, ==, history.as_of.number);
  strict.stages[2].least = arrears_money (0);
  history.items[0].open = arrears_money (19999);
  g_assert_cmpint (compute (&history, history.as_of).stage, ==, 2);
}

static void
test_a_policy_of_few_stages_ends_with_its_last (void)
{
  History history = { .as_of = arrears_test_day ("2025-06-15"), .n = 1 };

  history.policy = arrears_policy_get_default (ARREARS_GRADE_B);
  history.policy.n_stages = 2;
  history.items[0] = (ArrearsOpenItem) { .invoice_id = 1,
                                         .due_on = arrears_test_day ("2024-06-07"),
                                         .open = arrears_money (9000000) };
  g_assert_cmpint (compute (&history, history.as_of).stage, ==, 2);
  history.basis.bad_faith_from = history.as_of;
  g_assert_cmpint (compute (&history, history.as_of).stage, ==, 2);
}

static void
test_the_day_of_a_stage_to_come_is_known (void)
{
  History history = { .as_of = arrears_test_day ("2025-06-15"), .n = 2 };
  ArrearsMoney counted;

  history.policy = arrears_policy_get_default (ARREARS_GRADE_B);
  history.items[0] = (ArrearsOpenItem) { .invoice_id = 1,
                                         .due_on = arrears_test_day ("2025-06-20"),
                                         .open = arrears_money (15000) };
  history.items[1] = (ArrearsOpenItem) { .invoice_id = 2,
                                         .due_on = arrears_test_day ("2025-06-25"),
                                         .open = arrears_money (6000) };
  g_assert_cmpint (
      arrears_standing_find_reach (&history.policy, 1, history.items, 2, &counted).number, ==,
      arrears_test_day ("2025-06-21").number);
  g_assert_cmpint (counted.fen, ==, 15000);
  g_assert_cmpint (
      arrears_standing_find_reach (&history.policy, 3, history.items, 2, &counted).number, ==,
      arrears_test_day ("2025-07-10").number);
  g_assert_cmpint (counted.fen, ==, 21000);
  g_assert_false (arrears_day_is_set (
      arrears_standing_find_reach (&history.policy, 5, history.items, 2, &counted)));
  g_assert_cmpint (counted.fen, ==, 0);
}

static History
make_random_history (void)
{
  static const ArrearsGrade grades[] = { ARREARS_GRADE_A, ARREARS_GRADE_B, ARREARS_GRADE_C };
  History history = { .as_of = arrears_test_day ("2025-06-15") };

  history.policy = arrears_policy_get_default (grades[g_test_rand_int_range (0, 3)]);
  history.n = (gsize) g_test_rand_int_range (0, MAX_ITEMS + 1);
  for (gsize i = 0; i < history.n; i++)
    history.items[i] = (ArrearsOpenItem) {
      .invoice_id = (gint64) i + 1,
      .due_on = arrears_day_add_days (history.as_of, g_test_rand_int_range (-150, 20)),
      .open = arrears_money (g_test_rand_bit () ? g_test_rand_int_range (0, 20000)
                                                : g_test_rand_int_range (0, 200000)),
    };
  return history;
}

static void
test_the_stage_never_falls_as_days_pass (void)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();
      int former = ARREARS_STAGE_NONE;

      for (int days = -160; days <= 160; days++)
        {
          int stage = compute (&history, arrears_day_add_days (history.as_of, days)).stage;

          g_assert_cmpint (stage, >=, former);
          former = stage;
        }
    }
}

static void
test_the_crossing_is_the_first_day_of_the_stage (void)
{
  for (int i = 0; i < N_HISTORIES * 10; i++)
    {
      History history = make_random_history ();
      ArrearsStanding standing = compute (&history, history.as_of);

      if (standing.stage == ARREARS_STAGE_NONE)
        continue;
      g_assert_cmpint (arrears_day_count (standing.crossed_on, history.as_of), >=, 0);
      g_assert_cmpint (compute (&history, standing.crossed_on).stage, ==, standing.stage);
      g_assert_cmpint (
          compute (&history, arrears_day_add_days (standing.crossed_on, -1)).stage,
          <,
          standing.stage);
    }
}

static void
test_sums_and_the_oldest_item_are_those_of_the_items (void)
{
  for (int i = 0; i < N_HISTORIES * 10; i++)
    {
      History history = make_random_history ();
      ArrearsStanding standing = compute (&history, history.as_of);
      ArrearsStanding expected = { 0 };

      for (gsize n = 0; n < history.n; n++)
        {
          int days = arrears_open_item_get_days_overdue (&history.items[n], history.as_of);

          expected.balance.fen += history.items[n].open.fen;
          if (days < 1 || history.items[n].open.fen == 0)
            continue;
          expected.overdue.fen += history.items[n].open.fen;
          if (days > expected.days_overdue)
            {
              expected.days_overdue = days;
              expected.oldest_invoice_id = history.items[n].invoice_id;
            }
        }
      g_assert_cmpint (standing.balance.fen, ==, expected.balance.fen);
      g_assert_cmpint (standing.overdue.fen, ==, expected.overdue.fen);
      g_assert_cmpint (standing.days_overdue, ==, expected.days_overdue);
      g_assert_cmpint (standing.oldest_invoice_id, ==, expected.oldest_invoice_id);
    }
}

static void
test_the_order_of_the_items_does_not_matter (void)
{
  for (int i = 0; i < N_HISTORIES * 10; i++)
    {
      History history = make_random_history ();
      History turned = history;
      ArrearsStanding a, b;

      for (gsize n = 0; n < history.n; n++)
        turned.items[n] = history.items[history.n - 1 - n];
      a = compute (&history, history.as_of);
      b = compute (&turned, history.as_of);
      g_assert_cmpint (a.stage, ==, b.stage);
      g_assert_cmpint (a.crossed_on.number, ==, b.crossed_on.number);
      g_assert_cmpint (a.counted.fen, ==, b.counted.fen);
      g_assert_cmpint (a.oldest_invoice_id, ==, b.oldest_invoice_id);
    }
}

static void
test_an_overflow_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsPolicy policy = arrears_policy_get_default (ARREARS_GRADE_B);
  ArrearsDay day = arrears_test_day ("2025-06-15");
  ArrearsOpenItem items[] = { { .invoice_id = 1, .due_on = day, .open = { G_MAXINT64 } },
                              { .invoice_id = 2, .due_on = day, .open = { 1 } } };
  ArrearsStandingBasis basis = { .policy = &policy, .as_of = day };
  ArrearsStanding standing = { .stage = 42 };

  g_assert_false (arrears_standing_compute (&basis, items, 2, &standing, &error));
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
  g_assert_cmpint (standing.stage, ==, 42);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/standing/the-stage-is-the-highest-whose-days-and-amount-are-met",
                   test_the_stage_is_the_highest_whose_days_and_amount_are_met);
  g_test_add_func ("/standing/what-rests-does-not-count-and-breaches-raise",
                   test_what_rests_does_not_count_and_breaches_raise);
  g_test_add_func ("/standing/an-item-counts-by-its-own-days", test_an_item_counts_by_its_own_days);
  g_test_add_func ("/standing/a-policy-of-few-stages-ends-with-its-last",
                   test_a_policy_of_few_stages_ends_with_its_last);
  g_test_add_func ("/standing/the-day-of-a-stage-to-come-is-known",
                   test_the_day_of_a_stage_to_come_is_known);
  g_test_add_func ("/standing/the-stage-never-falls-as-days-pass",
                   test_the_stage_never_falls_as_days_pass);
  g_test_add_func ("/standing/the-crossing-is-the-first-day-of-the-stage",
                   test_the_crossing_is_the_first_day_of_the_stage);
  g_test_add_func ("/standing/sums-and-the-oldest-item-are-those-of-the-items",
                   test_sums_and_the_oldest_item_are_those_of_the_items);
  g_test_add_func ("/standing/the-order-of-the-items-does-not-matter",
                   test_the_order_of_the_items_does_not_matter);
  g_test_add_func ("/standing/an-overflow-is-refused", test_an_overflow_is_refused);

  return g_test_run ();
}
