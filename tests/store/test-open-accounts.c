/* test-open-accounts.c: what is open on any day, against a plain recount
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-grade.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-private.h"
#include "arrears-ledger-receipts.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

#define N_CUSTOMERS 5
#define N_DAYS 30
#define FIRST_DAY 738000

/* A history as plain lists: what the ledger is asked for is counted anew from them. */
typedef struct
{
  gint64 customer_id;
  int day;
  int due_day;
  gint64 fen;
} Entry;

typedef struct
{
  guint receipt;
  guint invoice;
  int day;
  gint64 fen;
  gboolean is_taken_back;
} Part;

typedef struct
{
  ArrearsLedger *ledger;
  GArray *invoices; /* of Entry; id = index + 1 */
  GArray *receipts;
  GArray *parts;
} History;

static Entry *
get_invoice (const History *history, guint i)
{
  return &g_array_index (history->invoices, Entry, i);
}

static Entry *
get_receipt (const History *history, guint i)
{
  return &g_array_index (history->receipts, Entry, i);
}

static gint64
count_open (const History *history, guint invoice, int day)
{
  gint64 open = get_invoice (history, invoice)->fen;

  for (guint i = 0; i < history->parts->len; i++)
    {
      const Part *part = &g_array_index (history->parts, Part, i);

      if (part->invoice == invoice && part->day <= day && !part->is_taken_back)
        open -= part->fen;
    }
  return get_invoice (history, invoice)->day <= day ? open : 0;
}

static gint64
count_unapplied (const History *history, guint receipt, int day)
{
  gint64 unapplied = get_receipt (history, receipt)->fen;

  for (guint i = 0; i < history->parts->len; i++)
    {
      const Part *part = &g_array_index (history->parts, Part, i);

      if (part->receipt == receipt && part->day <= day && !part->is_taken_back)
        unapplied -= part->fen;
    }
  return get_receipt (history, receipt)->day <= day ? unapplied : 0;
}

static int
choose_day (void)
{
  return FIRST_DAY + g_test_rand_int_range (0, N_DAYS);
}

static void
add_invoice (History *history)
{
  g_autofree char *number = g_strdup_printf ("%u", history->invoices->len);
  g_autoptr (ArrearsInvoice) invoice = arrears_invoice_new ();
  g_autoptr (GError) error = NULL;
  Entry entry = {
    .customer_id = g_test_rand_int_range (1, N_CUSTOMERS + 1),
    .day = choose_day (),
    .fen = g_test_rand_int_range (1, 1000),
  };

  entry.due_day = entry.day + g_test_rand_int_range (0, 10);
  invoice->customer_id = entry.customer_id;
  arrears_record_set_text (&invoice->number, number);
  invoice->issued_on = (ArrearsDay) { entry.day };
  invoice->due_on = (ArrearsDay) { entry.due_day };
  invoice->amount = arrears_money (entry.fen);
  arrears_ledger_insert_invoice (history->ledger, invoice, &error);
  g_assert_no_error (error);
  g_array_append_val (history->invoices, entry);
}

static void
add_receipt (History *history)
{
  gboolean is_credit_note = g_test_rand_int_range (0, 4) == 0;
  g_autofree char *reference = g_strdup_printf ("%u", history->receipts->len);
  g_autoptr (ArrearsReceipt) receipt = arrears_receipt_new ();
  g_autoptr (GError) error = NULL;
  Entry entry = {
    .customer_id = g_test_rand_int_range (1, N_CUSTOMERS + 1),
    .day = choose_day (),
    .fen = g_test_rand_int_range (1, 1500),
  };

  receipt->customer_id = entry.customer_id;
  arrears_record_set_text (&receipt->kind, is_credit_note ? "credit_note" : "receipt");
  arrears_record_set_text (&receipt->reference, reference);
  receipt->received_on = (ArrearsDay) { entry.day };
  receipt->amount = arrears_money (entry.fen);
  arrears_ledger_insert_receipt (history->ledger, receipt, &error);
  g_assert_no_error (error);
  g_array_append_val (history->receipts, entry);
}

static ArrearsError
predict (const History *history, const Part *part)
{
  const Entry *invoice = get_invoice (history, part->invoice);
  const Entry *receipt = get_receipt (history, part->receipt);

  if (invoice->customer_id != receipt->customer_id)
    return ARREARS_ERROR_REFUSED;
  if (part->day < invoice->day || part->day < receipt->day)
    return ARREARS_ERROR_DAY_ORDER;
  return ARREARS_ERROR_AMOUNT_TOO_LARGE;
}

/* At random, so that many are refused: each must be for the right reason. */
static void
add_part (History *history)
{
  Part part = { .day = choose_day (), .fen = g_test_rand_int_range (1, 400) };
  ArrearsAllocation allocation;
  g_autoptr (GError) error = NULL;

  if (history->invoices->len == 0 || history->receipts->len == 0)
    return;
  part.invoice = (guint) g_test_rand_int_range (0, (int) history->invoices->len);
  part.receipt = (guint) g_test_rand_int_range (0, (int) history->receipts->len);
  allocation = (ArrearsAllocation) {
    .receipt_id = part.receipt + 1,
    .invoice_id = part.invoice + 1,
    .allocated_on = { part.day },
    .amount = arrears_money (part.fen),
  };
  if (predict (history, &part) == ARREARS_ERROR_AMOUNT_TOO_LARGE
      && part.fen <= count_open (history, part.invoice, G_MAXINT)
      && part.fen <= count_unapplied (history, part.receipt, G_MAXINT))
    {
      arrears_ledger_insert_allocation (history->ledger, &allocation, &error);
      g_assert_no_error (error);
      g_array_append_val (history->parts, part);
      return;
    }
  g_assert_false (arrears_ledger_insert_allocation (history->ledger, &allocation, &error));
  g_assert_error (error, ARREARS_ERROR, (int) predict (history, &part));
}

static void
take_part_back (History *history)
{
  Part *part;
  g_autofree char *sql = NULL;
  guint i;

  if (history->parts->len == 0)
    return;
  i = (guint) g_test_rand_int_range (0, (int) history->parts->len);
  part = &g_array_index (history->parts, Part, i);
  if (part->is_taken_back)
    return;
  sql = g_strdup_printf ("UPDATE allocation SET undone_on = 1 WHERE id = (SELECT id FROM allocation WHERE "
                         "invoice_id = %u AND receipt_id = %u AND allocated_on = %d "
                         "AND amount_fen = %" G_GINT64_FORMAT " LIMIT 1)",
                         part->invoice + 1, part->receipt + 1, part->day, part->fen);
  g_assert_true (arrears_ledger_execute (history->ledger, "take back", sql, NULL));
  part->is_taken_back = TRUE;
}

/* Compares each account that the ledger tells of with a recount. */
typedef struct
{
  const History *history;
  int day;
  const gint64 *ids; /* NULL: all */
  gsize n_ids;
  gint64 last_id;
  gint64 total_open;
  gint64 total_unapplied;
} Comparison;

static gint64
recount_account (const Comparison *comparison, gint64 customer_id, guint *n_items,
                 gint64 *unapplied)
{
  const History *history = comparison->history;
  gint64 sum = 0;

  *n_items = 0;
  *unapplied = 0;
  for (guint i = 0; i < history->invoices->len; i++)
    if (get_invoice (history, i)->customer_id == customer_id)
      {
        gint64 open = count_open (history, i, comparison->day);

        *n_items += open > 0;
        sum += open;
      }
  for (guint i = 0; i < history->receipts->len; i++)
    if (get_receipt (history, i)->customer_id == customer_id)
      *unapplied += count_unapplied (history, i, comparison->day);
  return sum;
}

static gboolean
compare_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Comparison *comparison = user_data;
  guint n_items;
  gint64 unapplied;
  gint64 open = recount_account (comparison, account->customer_id, &n_items, &unapplied);

  g_assert_cmpint (account->customer_id, >, comparison->last_id);
  g_assert_cmpuint (account->n_items, ==, n_items);
  g_assert_cmpint (account->unapplied.fen, ==, unapplied);
  g_assert_cmpint (account->grade, ==, account->customer_id % 3);
  g_assert_true (n_items > 0 || unapplied > 0);
  for (gsize i = 0; i < account->n_items; i++)
    {
      guint invoice = (guint) account->items[i].invoice_id - 1;
      const Entry *entry = get_invoice (comparison->history, invoice);

      g_assert_cmpint (account->items[i].open.fen, ==,
                       count_open (comparison->history, invoice, comparison->day));
      g_assert_cmpint (account->items[i].issued_on.number, ==, entry->day);
      g_assert_cmpint (account->items[i].due_on.number, ==, entry->due_day);
      open -= account->items[i].open.fen;
      comparison->total_open += account->items[i].open.fen;
    }
  g_assert_cmpint (open, ==, 0);
  comparison->total_unapplied += unapplied;
  comparison->last_id = account->customer_id;
  return TRUE;
}

static gboolean
is_asked_for (const Comparison *comparison, gint64 customer_id)
{
  for (gsize i = 0; i < comparison->n_ids; i++)
    if (comparison->ids[i] == customer_id)
      return TRUE;
  return comparison->ids == NULL;
}

/* invoiced = open + allocated; received = unapplied + allocated; on every day. */
static void
assert_conserved (const Comparison *comparison)
{
  const History *history = comparison->history;
  gint64 open = 0;
  gint64 unapplied = 0;

  for (guint i = 0; i < history->invoices->len; i++)
    if (is_asked_for (comparison, get_invoice (history, i)->customer_id))
      open += count_open (history, i, comparison->day);
  for (guint i = 0; i < history->receipts->len; i++)
    if (is_asked_for (comparison, get_receipt (history, i)->customer_id))
      unapplied += count_unapplied (history, i, comparison->day);
  g_assert_cmpint (comparison->total_open, ==, open);
  g_assert_cmpint (comparison->total_unapplied, ==, unapplied);
}

static void
compare_day (const History *history, int day, const gint64 *ids, gsize n_ids)
{
  Comparison comparison = { .history = history, .day = day, .ids = ids, .n_ids = n_ids };
  g_autoptr (GError) error = NULL;

  arrears_ledger_foreach_open_account (history->ledger, (ArrearsDay) { day }, ids, n_ids,
                                       compare_account, &comparison, &error);
  g_assert_no_error (error);
  assert_conserved (&comparison);
}

static void
compare_records (const History *history, int day)
{
  g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
      history->ledger, 0, ARREARS_RECEIPT_STATE_VALID, (ArrearsDay) { day }, G_MAXUINT, NULL);

  for (guint i = 0; i < receipts->len; i++)
    {
      ArrearsReceipt *receipt = receipts->pdata[i];

      g_assert_cmpint (receipt->unapplied.fen, ==,
                       count_unapplied (history, (guint) receipt->id - 1, day));
    }
  for (guint i = 0; i < history->invoices->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
          history->ledger, number, (ArrearsDay) { day }, NULL);

      if (get_invoice (history, i)->day <= day)
        g_assert_cmpint (invoice->open.fen, ==, count_open (history, i, day));
    }
}

static void
begin_history (History *history, const char *path)
{
  *history = (History) {
    .ledger = arrears_test_ledger_create (path),
    .invoices = g_array_new (FALSE, FALSE, sizeof (Entry)),
    .receipts = g_array_new (FALSE, FALSE, sizeof (Entry)),
    .parts = g_array_new (FALSE, FALSE, sizeof (Part)),
  };
  for (int i = 1; i <= N_CUSTOMERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", i);
      g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer (code, code);

      customer->grade = i % 3;
      g_assert_cmpint (arrears_ledger_insert_customer (history->ledger, customer, NULL), ==, i);
    }
}

static void
end_history (History *history)
{
  arrears_ledger_close (history->ledger);
  g_array_unref (history->invoices);
  g_array_unref (history->receipts);
  g_array_unref (history->parts);
}

static void
go_on (History *history, int n_steps)
{
  for (int i = 0; i < n_steps; i++)
    {
      int dice = g_test_rand_int_range (0, 20);

      if (dice < 4)
        add_invoice (history);
      else if (dice < 7)
        add_receipt (history);
      else if (dice < 19)
        add_part (history);
      else
        take_part_back (history);
    }
}

static void
compare_all_days (const History *history)
{
  const gint64 some[] = { 4, 2, 99, 4 };

  for (int day = FIRST_DAY - 1; day <= FIRST_DAY + N_DAYS; day++)
    {
      compare_day (history, day, NULL, 0);
      compare_day (history, day, some, G_N_ELEMENTS (some));
      compare_day (history, day, some, 0);
      compare_records (history, day);
    }
}

static void
run_history (const char *path)
{
  History history;

  begin_history (&history, path);
  for (int round = 0; round < 4; round++)
    {
      go_on (&history, 150);
      compare_all_days (&history);
    }
  arrears_test_ledger_assert_sound (history.ledger);
  end_history (&history);
}

static void
test_random_histories_in_memory (void)
{
  for (int i = 0; i < 3; i++)
    run_history (NULL);
}

static void
test_random_history_on_disk (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();

  run_history (arrears_test_folder_get_path (folder, "history.arrears"));
}

typedef struct
{
  guint n;
  ArrearsDay last_letter_on;
} Seen;

static gboolean
note_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Seen *seen = user_data;

  seen->n++;
  seen->last_letter_on = account->last_letter_on;
  return TRUE;
}

static void
test_last_letter_is_that_of_the_day (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 ids[] = { arrears_test_ledger_add_customer (ledger, "1", "甲") };
  gint64 other_id = arrears_test_ledger_add_customer (ledger, "2", "乙");
  static const struct { const char *as_of, *last; } cases[]
      = { { "2024-03-09", "" }, { "2024-03-10", "2024-03-10" }, { "2024-03-31", "2024-03-10" },
          { "2024-04-02", "2024-04-01" } };

  arrears_test_ledger_add_invoice (ledger, ids[0], "A", "2024-01-01", "2024-01-31", "1");
  arrears_test_ledger_add_document (ledger, ids[0], "CK-2024-0001", "2024-03-10");
  arrears_test_ledger_add_document (ledger, ids[0], "CK-2024-0002", "2024-04-01");
  arrears_test_ledger_add_document (ledger, other_id, "CK-2024-0003", "2024-01-01");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize n_ids = 0; n_ids <= 1; n_ids++)
      {
        Seen seen = { 0 };
        g_autofree char *last = NULL;

        arrears_ledger_foreach_open_account (ledger, arrears_test_day (cases[i].as_of),
                                             n_ids > 0 ? ids : NULL, n_ids, note_account, &seen,
                                             NULL);
        last = arrears_day_to_string (seen.last_letter_on);
        g_assert_cmpuint (seen.n, ==, 1);
        g_assert_cmpstr (last, ==, cases[i].last);
      }
}

static gboolean
stop_at_once (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  (*(int *) user_data)++;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED, "enough");
  return FALSE;
}

static void
test_caller_can_stop (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (GError) error = NULL;
  int n = 0;

  arrears_test_ledger_fill (ledger);
  g_assert_false (arrears_ledger_foreach_open_account (
      ledger, arrears_test_day ("2024-04-01"), NULL, 0, stop_at_once, &n, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_CANCELLED);
  g_assert_cmpint (n, ==, 1);
}

static gboolean
walk_within (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  ArrearsLedger *ledger = user_data;
  Seen seen = { 0 };

  return arrears_ledger_foreach_open_account (ledger, arrears_test_day ("2024-04-01"), NULL, 0,
                                              note_account, &seen, error)
         && seen.n == 2;
}

static void
test_walk_within_a_walk (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);

  arrears_test_ledger_fill (ledger);
  g_assert_true (arrears_ledger_foreach_open_account (ledger, arrears_test_day ("2024-04-01"),
                                                      NULL, 0, walk_within, ledger, NULL));
}

static void
test_sum_that_does_not_fit (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (GError) error = NULL;
  gint64 customer_id = arrears_test_ledger_add_customer (ledger, "1", "甲");
  Seen seen = { 0 };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ArrearsReceipt) receipt = arrears_test_ledger_make_receipt (
          customer_id, "receipt", "2024-01-01", "1", "");

      receipt->amount = arrears_money (G_MAXINT64);
      g_assert_cmpint (arrears_ledger_insert_receipt (ledger, receipt, NULL), >, 0);
    }
  g_assert_false (arrears_ledger_foreach_open_account (
      ledger, arrears_test_day ("2024-04-01"), NULL, 0, note_account, &seen, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-accounts/random-histories-add-up-on-every-day",
                   test_random_histories_in_memory);
  g_test_add_func ("/open-accounts/a-random-history-on-disk-adds-up-on-every-day",
                   test_random_history_on_disk);
  g_test_add_func ("/open-accounts/the-last-letter-is-that-of-the-day",
                   test_last_letter_is_that_of_the_day);
  g_test_add_func ("/open-accounts/the-caller-can-stop", test_caller_can_stop);
  g_test_add_func ("/open-accounts/a-walk-may-begin-within-a-walk", test_walk_within_a_walk);
  g_test_add_func ("/open-accounts/a-sum-that-does-not-fit-is-too-large",
                   test_sum_that_does_not_fit);
  return g_test_run ();
}
