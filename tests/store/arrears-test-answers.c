/* arrears-test-answers.c: all that a ledger answers about a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-history.h"

#include "arrears-dispute.h"
#include "arrears-ledger-register.h"
#include "arrears-pause.h"
#include "arrears-test-ledger.h"

static void
describe_record (GString *text, gpointer record)
{
  gsize n_fields;
  const ArrearsField *fields;

  if (record == NULL)
    return;
  fields = arrears_record_get_fields (record, &n_fields);
  g_string_append (text, G_OBJECT_TYPE_NAME (record));
  for (gsize i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      g_object_get_property (record, fields[i].name, &value);
      contents = g_strdup_value_contents (&value);
      g_string_append_printf (text, " %s=%s", fields[i].name, contents);
    }
  g_string_append_c (text, '\n');
}

/* Takes the records. */
static void
describe_records (GString *text, GPtrArray *records)
{
  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    describe_record (text, g_ptr_array_index (records, i));
  g_ptr_array_unref (records);
}

static void
describe_ids (GString *text, GArray *ids)
{
  g_assert_nonnull (ids);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  g_string_append_c (text, '\n');
}

static gboolean
describe_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  GString *text = user_data;

  g_string_append_printf (
      text,
      "%" G_GINT64_FORMAT ": %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
      account->customer_id, account->grade, account->policy_id, account->credit_limit.fen,
      account->unapplied.fen, account->last_letter_on.number);
  for (gsize i = 0; i < account->n_items; i++)
    g_string_append_printf (text, " (%" G_GINT64_FORMAT " %d %d %" G_GINT64_FORMAT ")",
                            account->items[i].invoice_id, account->items[i].issued_on.number,
                            account->items[i].due_on.number, account->items[i].open.fen);
  g_string_append_c (text, '\n');
  return TRUE;
}

static char *
describe_accounts (ArrearsLedger *ledger, ArrearsDay as_of, GArray *ids)
{
  GString *text = g_string_new (NULL);

  g_assert_true (arrears_ledger_foreach_open_account (
      ledger, as_of, ids != NULL ? (const gint64 *) (gpointer) ids->data : NULL,
      ids != NULL ? ids->len : 0, describe_account, text, NULL));
  return g_string_free (text, FALSE);
}

static GArray *
list_invoices (ArrearsLedger *ledger, ArrearsDay as_of, ArrearsInvoiceState state,
               ArrearsInvoiceSort sort)
{
  ArrearsInvoiceFilter filter = { .state = state, .sort = sort, .as_of = as_of };
  GArray *ids = arrears_ledger_list_invoices (ledger, &filter, NULL);

  g_assert_nonnull (ids);
  return ids;
}

static GPtrArray *
load_invoices (ArrearsLedger *ledger, ArrearsDay as_of, ArrearsInvoiceState state)
{
  g_autoptr (GArray) ids = list_invoices (ledger, as_of, state, ARREARS_INVOICE_SORT_NUMBER);

  return arrears_ledger_load_invoices (ledger, (const gint64 *) (gpointer) ids->data, ids->len,
                                       as_of, NULL);
}

static void
describe_invoices (GString *text, ArrearsLedger *ledger, ArrearsDay as_of)
{
  for (int state = ARREARS_INVOICE_STATE_ALL; state <= ARREARS_INVOICE_STATE_ENDED; state++)
    for (int sort = 0; sort < ARREARS_INVOICE_N_SORTS; sort++)
      {
        g_autoptr (GArray) ids = list_invoices (ledger, as_of, state, sort);

        describe_ids (text, ids);
      }
  describe_records (text, load_invoices (ledger, as_of, ARREARS_INVOICE_STATE_ALL));
  describe_records (text, load_invoices (ledger, as_of, ARREARS_INVOICE_STATE_ENDED));
}

static void
describe_customers (GString *text, ArrearsLedger *ledger, ArrearsDay as_of)
{
  for (int sort = 0; sort < ARREARS_CUSTOMER_N_SORTS; sort++)
    {
      ArrearsCustomerFilter filter = { .sort = sort, .as_of = as_of };
      g_autoptr (GArray) ids = arrears_ledger_list_customers (ledger, &filter, NULL);

      describe_ids (text, ids);
      if (sort == ARREARS_CUSTOMER_SORT_NAME)
        describe_records (
            text, arrears_ledger_load_customers (ledger, (const gint64 *) (gpointer) ids->data,
                                                 ids->len, as_of, NULL));
    }
}

static void
describe_allocations (GString *text, ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of)
{
  g_autoptr (GArray) allocations
      = arrears_ledger_load_allocations (ledger, customer_id, as_of, NULL);

  for (guint i = 0; i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);

      g_string_append_printf (
          text, "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " %u %d %" G_GINT64_FORMAT " %d\n",
          allocation->receipt_id, allocation->invoice_id, allocation->part,
          allocation->allocated_on.number, allocation->amount.fen, allocation->is_payment);
    }
}

static void
describe_setting (GString *text, ArrearsLedger *ledger, ArrearsDay as_of)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = arrears_ledger_load_setting_then (ledger, "colour", as_of, &error);

  g_assert_no_error (error);
  g_string_append_printf (text, "%s\n", value);
}

char *
arrears_test_history_describe (ArrearsTestHistory *history, ArrearsDay as_of)
{
  ArrearsLedger *ledger = history->ledger;
  GString *text = g_string_new (NULL);
  g_autofree char *streamed = describe_accounts (ledger, as_of, NULL);
  g_autofree char *chosen = describe_accounts (ledger, as_of, history->customers);

  g_assert_cmpstr (chosen, ==, streamed);
  g_string_append (text, streamed);
  describe_invoices (text, ledger, as_of);
  describe_customers (text, ledger, as_of);
  for (int state = ARREARS_RECEIPT_STATE_VALID; state <= ARREARS_RECEIPT_STATE_ALL; state++)
    describe_records (text,
                      arrears_ledger_load_receipts (ledger, 0, state, as_of, G_MAXUINT, NULL));
  for (gint64 id = 1; id <= 5; id++)
    {
      describe_allocations (text, ledger, id, as_of);
      if (id <= (gint64) history->customers->len)
        describe_records (text, arrears_ledger_load_log (ledger, id, as_of, 0, 99, NULL));
    }
  for (int state = ARREARS_REGISTER_ALL; state <= ARREARS_REGISTER_STANDING; state++)
    {
      describe_records (
          text, arrears_ledger_load_register (ledger, ARREARS_TYPE_DISPUTE, 0, state, as_of, NULL));
      describe_records (
          text, arrears_ledger_load_register (ledger, ARREARS_TYPE_PAUSE, 0, state, as_of, NULL));
    }
  describe_setting (text, ledger, as_of);
  return g_string_free (text, FALSE);
}

typedef struct
{
  gint64 open;
  gint64 unapplied;
} Totals;

static gboolean
add_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Totals *totals = user_data;

  for (gsize i = 0; i < account->n_items; i++)
    {
      g_assert_cmpint (account->items[i].open.fen, >, 0);
      totals->open += account->items[i].open.fen;
    }
  totals->unapplied += account->unapplied.fen;
  return TRUE;
}

/* Of principal, and of everything. */
static void
sum_allocations (ArrearsTestHistory *history, ArrearsDay as_of, gint64 *principal, gint64 *all)
{
  *principal = 0;
  *all = 0;
  for (guint i = 0; i < history->customers->len; i++)
    {
      g_autoptr (GArray) allocations = arrears_ledger_load_allocations (
          history->ledger, g_array_index (history->customers, gint64, i), as_of, NULL);

      for (guint j = 0; j < allocations->len; j++)
        {
          const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, j);

          *all += allocation->amount.fen;
          if (allocation->part == ARREARS_PART_PRINCIPAL)
            *principal += allocation->amount.fen;
        }
    }
}

void
arrears_test_history_assert_conserved (ArrearsTestHistory *history, ArrearsDay as_of)
{
  g_autoptr (GPtrArray) invoices
      = load_invoices (history->ledger, as_of, ARREARS_INVOICE_STATE_ALL);
  g_autoptr (GPtrArray) receipts = arrears_ledger_load_receipts (
      history->ledger, 0, ARREARS_RECEIPT_STATE_VALID, as_of, G_MAXUINT, NULL);
  gint64 invoiced = 0, open = 0, received = 0, unapplied = 0, refunded = 0, principal, allocated;
  Totals totals = { 0 };

  for (guint i = 0; i < invoices->len; i++)
    {
      invoiced += ARREARS_INVOICE (invoices->pdata[i])->amount.fen;
      open += ARREARS_INVOICE (invoices->pdata[i])->open.fen;
    }
  for (guint i = 0; i < receipts->len; i++)
    {
      received += ARREARS_RECEIPT (receipts->pdata[i])->amount.fen;
      unapplied += ARREARS_RECEIPT (receipts->pdata[i])->unapplied.fen;
      refunded += ARREARS_RECEIPT (receipts->pdata[i])->refunded.fen;
    }
  sum_allocations (history, as_of, &principal, &allocated);
  g_assert_cmpint (invoiced, ==, open + principal);
  g_assert_cmpint (received, ==, allocated + unapplied + refunded);
  g_assert_true (arrears_ledger_foreach_open_account (history->ledger, as_of, NULL, 0, add_account,
                                                      &totals, NULL));
  g_assert_cmpint (totals.open, ==, open);
  g_assert_cmpint (totals.unapplied, ==, unapplied);
}
