/* test-allocation.c: which debt a payment pays (核销)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-allocation.h"

#include "arrears-test-table.h"
#include "arrears-test-values.h"

#include <string.h>

enum
{
  MAX_DEBTS = 12,
  N_HISTORIES = 5000,
};

/* "invoice@due=open+security*burden", the last two only where they are not 0. */
static ArrearsDebt
read_debt (const char *text)
{
  g_auto (GStrv) by_burden = g_strsplit (text, "*", 2);
  g_auto (GStrv) by_security = g_strsplit (by_burden[0], "+", 2);
  g_auto (GStrv) by_open = g_strsplit (by_security[0], "=", 2);
  g_auto (GStrv) by_day = g_strsplit (by_open[0], "@", 2);
  ArrearsDebt debt = { 0 };

  debt.item.invoice_id = g_ascii_strtoll (by_day[0], NULL, 10);
  debt.item.due_on = arrears_test_day (by_day[1]);
  debt.item.open = arrears_test_money (by_open[1]);
  if (by_security[1] != NULL)
    debt.security = arrears_test_money (by_security[1]);
  if (by_burden[1] != NULL)
    debt.burden = (int) g_ascii_strtoll (by_burden[1], NULL, 10);
  return debt;
}

static gsize
read_debts (const char *text, ArrearsDebt *debts)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize n = 0;

  for (; *text != '\0' && words[n] != NULL; n++)
    {
      g_assert_cmpuint (n, <, MAX_DEBTS);
      debts[n] = read_debt (words[n]);
    }
  return n;
}

static char *
print_parts (const ArrearsMoney *parts, gsize n_parts)
{
  GString *printed = g_string_new (NULL);

  for (gsize i = 0; i < n_parts; i++)
    {
      g_autofree char *part = arrears_money_to_string (parts[i]);

      g_string_append_printf (printed, "%s%s", i > 0 ? " " : "", part);
    }
  return g_string_free (printed, FALSE);
}

static void
test_payments_follow_the_order_of_the_civil_code (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("allocation.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsDebt debts[MAX_DEBTS];
      ArrearsMoney parts[MAX_DEBTS];
      ArrearsMoney rest;
      gsize n_debts = read_debts (arrears_test_table_get (table, i, "debts"), debts);
      const char *designated = arrears_test_table_get (table, i, "designated");
      g_autofree char *printed = NULL;
      g_autofree char *printed_rest = NULL;

      arrears_test_table_announce (table, i);
      arrears_allocation_split (debts,
                                n_debts,
                                arrears_test_money (arrears_test_table_get (table, i, "amount")),
                                arrears_test_day (arrears_test_table_get (table, i, "paid_on")),
                                g_ascii_strtoll (designated, NULL, 10),
                                parts,
                                &rest);
      printed = print_parts (parts, n_debts);
      printed_rest = arrears_money_to_string (rest);
      g_assert_cmpstr (printed, ==, arrears_test_table_get (table, i, "parts"));
      g_assert_cmpstr (printed_rest, ==, arrears_test_table_get (table, i, "rest"));
    }
}

typedef struct
{
  ArrearsDebt debts[MAX_DEBTS];
  ArrearsMoney parts[MAX_DEBTS];
  gsize n;
  ArrearsMoney amount;
  ArrearsMoney rest;
  ArrearsDay paid_on;
  gint64 designated;
} History;

static void
split (History *history)
{
  arrears_allocation_split (history->debts,
                            history->n,
                            history->amount,
                            history->paid_on,
                            history->designated,
                            history->parts,
                            &history->rest);
}

/* Few days, securities and burdens, so that debts of one rank are common. */
static History
make_random_history (void)
{
  History history = { .n = (gsize) g_test_rand_int_range (0, MAX_DEBTS + 1) };

  history.paid_on = arrears_test_day ("2025-06-15");
  for (gsize i = 0; i < history.n; i++)
    {
      ArrearsDebt *debt = &history.debts[i];

      debt->item.invoice_id = (gint64) i + 1;
      debt->item.due_on
          = arrears_day_add_days (history.paid_on, g_test_rand_int_range (-2, 3));
      debt->item.open = arrears_money (g_test_rand_int_range (0, 2000));
      debt->security = arrears_money (g_test_rand_int_range (0, 2));
      debt->burden = g_test_rand_int_range (0, 2);
    }
  history.amount = arrears_money (g_test_rand_int_range (0, 15000));
  history.designated = g_test_rand_int_range (0, 20);
  split (&history);
  return history;
}

static void
test_parts_add_up_and_never_exceed_a_debt (void)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();
      gint64 paid = 0;
      gint64 open = 0;

      for (gsize d = 0; d < history.n; d++)
        {
          g_assert_cmpint (history.parts[d].fen, >=, 0);
          g_assert_cmpint (history.parts[d].fen, <=, history.debts[d].item.open.fen);
          paid += history.parts[d].fen;
          open += history.debts[d].item.open.fen;
        }
      g_assert_cmpint (paid + history.rest.fen, ==, history.amount.fen);
      g_assert_cmpint (paid, ==, MIN (open, history.amount.fen));
    }
}

static int
rank (const History *history, gsize d)
{
  const ArrearsDebt *debt = &history->debts[d];
  int days = arrears_day_count (history->paid_on, debt->item.due_on);
  int tier = days <= 0 ? 1 : 2;

  if (history->designated == debt->item.invoice_id)
    tier = 0;
  return tier * 1000 + (int) debt->security.fen * 100 + (1 - debt->burden) * 10 + days + 2;
}

static void
test_no_debt_is_paid_before_one_that_goes_first (void)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();

      for (gsize a = 0; a < history.n; a++)
        for (gsize b = 0; b < history.n; b++)
          if (rank (&history, a) < rank (&history, b) && history.parts[b].fen > 0)
            g_assert_cmpint (history.parts[a].fen, ==, history.debts[a].item.open.fen);
    }
}

static void
test_debts_of_one_rank_are_paid_in_one_proportion (void)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();

      for (gsize a = 0; a < history.n; a++)
        for (gsize b = 0; b < history.n; b++)
          {
            gint64 open_a = history.debts[a].item.open.fen;
            gint64 open_b = history.debts[b].item.open.fen;
            gint64 gap = history.parts[a].fen * open_b - history.parts[b].fen * open_a;

            if (rank (&history, a) == rank (&history, b))
              g_assert_cmpint (ABS (gap), <=, open_a + open_b);
          }
    }
}

static void
test_the_order_in_which_debts_are_listed_does_not_matter (void)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();
      History turned = history;

      for (gsize d = 0; d < history.n; d++)
        turned.debts[d] = history.debts[history.n - 1 - d];
      split (&turned);
      for (gsize d = 0; d < history.n; d++)
        g_assert_cmpint (turned.parts[history.n - 1 - d].fen, ==, history.parts[d].fen);
    }
}

static void
test_amounts_at_the_limit_of_64_bits_are_split (void)
{
  ArrearsDay day = arrears_test_day ("2025-06-15");
  ArrearsDebt debts[2] = {
    { .item = { 1, day, day, { G_MAXINT64 } } },
    { .item = { 2, day, day, { G_MAXINT64 } } },
  };
  ArrearsMoney parts[2];
  ArrearsMoney rest;

  arrears_allocation_split (debts, 2, arrears_money (G_MAXINT64), day, 0, parts, &rest);
  g_assert_cmpint (parts[0].fen, ==, G_MAXINT64 / 2 + 1);
  g_assert_cmpint (parts[1].fen, ==, G_MAXINT64 / 2);
  g_assert_cmpint (rest.fen, ==, 0);
}

static void
test_unapplied_money_covers_the_oldest_debts (void)
{
  ArrearsDay day = arrears_test_day ("2025-06-15");
  ArrearsOpenItem items[] = {
    { 1, day, arrears_day_add_days (day, 10), { 5000 } },
    { 2, day, arrears_day_add_days (day, -10), { 5000 } },
    { 3, day, arrears_day_add_days (day, -20), { 5000 } },
  };

  arrears_allocation_cover (items, G_N_ELEMENTS (items), ARREARS_MONEY_ZERO, day);
  g_assert_cmpint (items[2].open.fen, ==, 5000);
  arrears_allocation_cover (items, G_N_ELEMENTS (items), arrears_money (1), day);
  g_assert_cmpint (items[2].open.fen, ==, 4999);

  arrears_allocation_cover (items, G_N_ELEMENTS (items), arrears_money (5999), day);
  g_assert_cmpint (items[0].open.fen, ==, 5000);
  g_assert_cmpint (items[1].open.fen, ==, 4000);
  g_assert_cmpint (items[2].open.fen, ==, 0);

  arrears_allocation_cover (items, G_N_ELEMENTS (items), arrears_money (100000), day);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_cmpint (items[i].open.fen, ==, 0);
}

static void
test_covering_lowers_the_total_by_what_there_is (void)
{
  for (int i = 0; i < N_HISTORIES; i++)
    {
      History history = make_random_history ();
      ArrearsOpenItem items[MAX_DEBTS];
      gint64 before = 0;
      gint64 after = 0;

      for (gsize d = 0; d < history.n; d++)
        {
          items[d] = history.debts[d].item;
          before += items[d].open.fen;
        }
      arrears_allocation_cover (items, history.n, history.amount, history.paid_on);
      for (gsize d = 0; d < history.n; d++)
        {
          g_assert_cmpint (items[d].open.fen, >=, 0);
          after += items[d].open.fen;
        }
      g_assert_cmpint (after, ==, MAX (before - history.amount.fen, 0));
    }
}

/* E19, read so that a debt is chosen by article 560 and paid by 561 within itself. */
static void
test_costs_and_charge_of_a_debt_are_owed_with_it (void)
{
  ArrearsDay day = arrears_test_day ("2025-06-30");
  ArrearsDebt debts[] = {
    { .item = { 1, day, arrears_test_day ("2025-03-31"), { 2000000 } },
      .charge = { 91000 },
      .order = ARREARS_PAYMENT_ORDER_STATUTORY },
    { .item = { 2, day, arrears_test_day ("2025-04-30"), { 2000000 } },
      .charge = { 61000 },
      .order = ARREARS_PAYMENT_ORDER_STATUTORY },
  };
  ArrearsMoney parts[2];
  ArrearsMoney rest;
  ArrearsDebtPayment payment;

  arrears_allocation_split (debts, 2, arrears_money (1000000), day, 0, parts, &rest);
  g_assert_cmpint (parts[0].fen, ==, 1000000);
  g_assert_cmpint (parts[1].fen, ==, 0);
  payment = arrears_allocation_divide (&debts[0], parts[0]);
  g_assert_cmpint (payment.charge.fen, ==, 91000);
  g_assert_cmpint (payment.principal.fen, ==, 909000);

  arrears_allocation_split (debts, 2, arrears_money (5000000), day, 0, parts, &rest);
  g_assert_cmpint (parts[0].fen, ==, 2091000);
  g_assert_cmpint (parts[1].fen, ==, 2061000);
  g_assert_cmpint (rest.fen, ==, 848000);
}

static void
assert_divides (ArrearsPaymentOrder order, gint64 received, const gint64 *expected)
{
  ArrearsDebt debt = {
    .item = { .open = { 1000 } }, .charge = { 30 }, .costs = { 20 }, .order = order
  };
  ArrearsDebtPayment payment = arrears_allocation_divide (&debt, arrears_money (received));

  g_assert_cmpint (payment.principal.fen, ==, expected[0]);
  g_assert_cmpint (payment.charge.fen, ==, expected[1]);
  g_assert_cmpint (payment.costs.fen, ==, expected[2]);
}

static void
test_within_a_debt_the_order_decides (void)
{
  static const struct
  {
    gint64 received;
    gint64 principal_first[3];
    gint64 statutory[3];
  } cases[] = {
    { 0, { 0, 0, 0 }, { 0, 0, 0 } },
    { 15, { 15, 0, 0 }, { 0, 0, 15 } },
    { 45, { 45, 0, 0 }, { 0, 25, 20 } },
    { 60, { 60, 0, 0 }, { 10, 30, 20 } },
    { 1010, { 1000, 0, 10 }, { 960, 30, 20 } },
    { 1050, { 1000, 30, 20 }, { 1000, 30, 20 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_divides (ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST, cases[i].received,
                      cases[i].principal_first);
      assert_divides (ARREARS_PAYMENT_ORDER_STATUTORY, cases[i].received, cases[i].statutory);
    }
}

static void
test_words_name_parts_and_orders (void)
{
  static const char *const parts[] = { "principal", "charge", "cost" };
  static const char *const orders[] = { "principal_first", "statutory" };
  g_autoptr (GError) error = NULL;
  ArrearsAllocationPart part;
  ArrearsPaymentOrder order;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (arrears_allocation_part_parse (parts[i], &part, &error));
      g_assert_cmpstr (arrears_allocation_part_to_word (part), ==, parts[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_assert_true (arrears_payment_order_parse (orders[i], &order, &error));
      g_assert_cmpstr (arrears_payment_order_to_word (order), ==, orders[i]);
      g_assert_cmpint (arrears_payment_order_get_other (order), !=, order);
    }
  g_assert_false (arrears_allocation_part_parse ("refund", &part, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
  g_assert_false (arrears_payment_order_parse ("", &order, &error));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/allocation/payments-follow-the-order-of-the-civil-code",
                   test_payments_follow_the_order_of_the_civil_code);
  g_test_add_func ("/allocation/parts-add-up-and-never-exceed-a-debt",
                   test_parts_add_up_and_never_exceed_a_debt);
  g_test_add_func ("/allocation/no-debt-is-paid-before-one-that-goes-first",
                   test_no_debt_is_paid_before_one_that_goes_first);
  g_test_add_func ("/allocation/debts-of-one-rank-are-paid-in-one-proportion",
                   test_debts_of_one_rank_are_paid_in_one_proportion);
  g_test_add_func ("/allocation/the-order-in-which-debts-are-listed-does-not-matter",
                   test_the_order_in_which_debts_are_listed_does_not_matter);
  g_test_add_func ("/allocation/amounts-at-the-limit-of-64-bits-are-split",
                   test_amounts_at_the_limit_of_64_bits_are_split);
  g_test_add_func ("/allocation/unapplied-money-covers-the-oldest-debts",
                   test_unapplied_money_covers_the_oldest_debts);
  g_test_add_func ("/allocation/covering-lowers-the-total-by-what-there-is",
                   test_covering_lowers_the_total_by_what_there_is);
  g_test_add_func ("/allocation/costs-and-charge-of-a-debt-are-owed-with-it",
                   test_costs_and_charge_of_a_debt_are_owed_with_it);
  g_test_add_func ("/allocation/within-a-debt-the-order-decides",
                   test_within_a_debt_the_order_decides);
  g_test_add_func ("/allocation/words-name-parts-and-orders", test_words_name_parts_and_orders);

  return g_test_run ();
}
