/* test-ledger-promises.c: promises and the money that came in, and who looks after whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-promises.h"

#include "arrears-ledger-people.h"
#include "arrears-ledger-register.h"
#include "arrears-promise.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

enum
{
  N_CUSTOMERS = 12,
  N_LEDGERS = 10,
};

static void
add_promise (ArrearsLedger *ledger, gint64 customer_id, gint64 invoice_id, const char *given_on,
             const char *amount)
{
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();
  g_autoptr (GError) error = NULL;

  promise->customer_id = customer_id;
  promise->invoice_id = invoice_id;
  promise->from_on = arrears_test_day (given_on);
  promise->due_on = arrears_day_add_days (promise->from_on, 10);
  promise->amount = arrears_test_money (amount);
  g_assert_cmpint (arrears_ledger_enter (ledger, promise, &error), >, 0);
  g_assert_no_error (error);
}

static gboolean
describe_account (const ArrearsPromisingAccount *account, gpointer user_data, GError **error)
{
  GString *text = user_data;

  g_string_append_printf (text, "%" G_GINT64_FORMAT ":", account->customer_id);
  for (gsize i = 0; i < account->n_promises; i++)
    g_string_append_printf (text, " p%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                            account->promises[i].amount.fen, account->promises[i].invoice_id);
  for (gsize i = 0; i < account->n_incomes; i++)
    g_string_append_printf (text, " i%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                            account->incomes[i].amount.fen, account->incomes[i].invoice_id);
  g_string_append (text, "\n");
  return TRUE;
}

static char *
walk (ArrearsLedger *ledger, gint64 customer_id, const char *as_of)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (arrears_ledger_foreach_promising_account (
      ledger, customer_id, arrears_test_day (as_of), describe_account, text, &error));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
assert_walk (ArrearsLedger *ledger, const char *as_of, const char *expected)
{
  g_autofree char *found = walk (ledger, 0, as_of);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_money_comes_with_what_it_went_to (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 customer = arrears_test_ledger_add_customer (ledger, "0001", "清泉茶行");
  gint64 other = arrears_test_ledger_add_customer (ledger, "0002", "四季鲜果行");
  gint64 invoice = arrears_test_ledger_add_invoice (ledger, customer, "XS-1", "2025-01-01",
                                                    "2025-02-01", "1000.00");
  gint64 receipt;

  add_promise (ledger, customer, invoice, "2025-03-01", "500.00");
  arrears_test_ledger_add_receipt (ledger, other, "2025-03-02", "70.00");
  arrears_test_ledger_add_receipt (ledger, customer, "2025-02-28", "9.00");
  receipt = arrears_test_ledger_add_receipt (ledger, customer, "2025-03-03", "800.00");
  arrears_test_ledger_allocate (ledger, receipt, invoice, "2025-03-05", "300.00");

  assert_walk (ledger, "2025-02-28", "");
  assert_walk (ledger, "2025-03-02", "1: p50000/1\n");
  assert_walk (ledger, "2025-03-03", "1: p50000/1 i80000/0\n");
  assert_walk (ledger, "2025-03-05", "1: p50000/1 i30000/1 i50000/0\n");
}

static void
test_void_and_refunded_money_does_not_come (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 customer = arrears_test_ledger_add_customer (ledger, "0001", "清泉茶行");
  gint64 receipt, void_receipt;
  ArrearsAllocation refund = { .part = ARREARS_PART_REFUND,
                               .allocated_on = arrears_test_day ("2025-03-08"),
                               .amount = arrears_test_money ("300.00") };
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_add_invoice (ledger, customer, "XS-1", "2025-01-01", "2025-02-01", "1000.00");
  add_promise (ledger, customer, 0, "2025-03-01", "500.00");
  receipt = arrears_test_ledger_add_receipt (ledger, customer, "2025-03-02", "400.00");
  void_receipt = arrears_test_ledger_add_receipt (ledger, customer, "2025-03-03", "70.00");
  refund.receipt_id = receipt;
  arrears_ledger_set_day (ledger, arrears_test_day ("2025-03-08"));
  g_assert_true (arrears_ledger_insert_allocation (ledger, &refund, &error));
  g_assert_true (arrears_ledger_void_receipt (ledger, void_receipt, "退票", &error));
  g_assert_no_error (error);

  assert_walk (ledger, "2025-03-07", "1: p50000/0 i40000/0 i7000/0\n");
  assert_walk (ledger, "2025-03-08", "1: p50000/0 i10000/0\n");
}

static void
test_a_promise_that_ended_does_not_come (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 customer = arrears_test_ledger_add_customer (ledger, "0001", "清泉茶行");
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_add_invoice (ledger, customer, "XS-1", "2025-01-01", "2025-02-01", "1000.00");
  add_promise (ledger, customer, 0, "2025-03-01", "500.00");
  arrears_ledger_set_day (ledger, arrears_test_day ("2025-03-08"));
  g_assert_true (
      arrears_ledger_end_entry (ledger, ARREARS_TYPE_PROMISE, 1, "withdrawn", "", &error));
  assert_walk (ledger, "2025-03-07", "1: p50000/0\n");
  assert_walk (ledger, "2025-03-08", "");
}

static char *
choose_day (void)
{
  return g_strdup_printf ("2025-03-%02d", g_test_rand_int_range (1, 29));
}

static void
fill_at_random (ArrearsLedger *ledger)
{
  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%04d", i + 1);
      gint64 customer = arrears_test_ledger_add_customer (ledger, code, code);
      gint64 invoice = arrears_test_ledger_add_invoice (ledger, customer, code, "2025-01-01",
                                                        "2025-02-01", "100000.00");

      for (int k = g_test_rand_int_range (0, 4); k > 0; k--)
        {
          g_autofree char *day = choose_day ();

          add_promise (ledger, customer, g_test_rand_bit () ? invoice : 0, day, "500.00");
        }
      for (int k = g_test_rand_int_range (0, 5); k > 0; k--)
        {
          g_autofree char *day = choose_day ();
          gint64 receipt = arrears_test_ledger_add_receipt (ledger, customer, day, "200.00");

          if (g_test_rand_bit ())
            arrears_test_ledger_allocate (ledger, receipt, invoice, "2025-03-29", "150.00");
        }
    }
}

static void
test_one_account_reads_as_it_does_among_all (void)
{
  for (int n = 0; n < N_LEDGERS; n++)
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autofree char *day = choose_day ();
      g_autofree char *all = NULL;
      g_autoptr (GString) one_by_one = g_string_new (NULL);

      fill_at_random (ledger);
      all = walk (ledger, 0, day);
      for (int i = 1; i <= N_CUSTOMERS; i++)
        {
          g_autofree char *one = walk (ledger, i, day);

          g_string_append (one_by_one, one);
        }
      g_assert_cmpstr (all, ==, one_by_one->str);
    }
}

static void
test_owners_of_a_past_day_are_those_of_then (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer ("0001", "清泉茶行");
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GArray) owned = NULL;
  g_autoptr (GError) error = NULL;

  arrears_ledger_set_day (ledger, arrears_test_day ("2025-03-01"));
  arrears_record_set_text (&customer->owner, "王芳");
  customer->id = arrears_ledger_insert_customer (ledger, customer, &error);
  arrears_test_ledger_add_invoice (ledger, customer->id, "XS-1", "2025-03-01", "2025-04-01",
                                   "10.00");
  arrears_ledger_set_day (ledger, arrears_test_day ("2025-03-10"));
  arrears_record_set_text (&customer->owner, "");
  g_assert_true (arrears_ledger_update_customer (ledger, customer, &error));
  g_assert_no_error (error);

  before = arrears_ledger_load_owners (ledger, arrears_test_day ("2025-03-09"), &error);
  g_assert_cmpstr (g_hash_table_lookup (before, &customer->id), ==, "王芳");
  after = arrears_ledger_load_owners (ledger, arrears_test_day ("2025-03-10"), &error);
  g_assert_cmpuint (g_hash_table_size (after), ==, 0);
  owned = arrears_ledger_list_owned (ledger, "王芳", &error);
  g_assert_cmpuint (owned->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger-promises/money-comes-with-what-it-went-to",
                   test_money_comes_with_what_it_went_to);
  g_test_add_func ("/ledger-promises/void-and-refunded-money-does-not-come",
                   test_void_and_refunded_money_does_not_come);
  g_test_add_func ("/ledger-promises/a-promise-that-ended-does-not-come",
                   test_a_promise_that_ended_does_not_come);
  g_test_add_func ("/ledger-promises/one-account-reads-as-it-does-among-all",
                   test_one_account_reads_as_it_does_among_all);
  g_test_add_func ("/ledger-people/owners-of-a-past-day-are-those-of-then",
                   test_owners_of_a_past_day_are_those_of_then);
  return g_test_run ();
}
