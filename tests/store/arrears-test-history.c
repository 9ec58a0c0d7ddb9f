/* arrears-test-history.c: a ledger to which anything may happen, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-history.h"

#include "arrears-dispute.h"
#include "arrears-ledger-policies.h"
#include "arrears-ledger-register.h"
#include "arrears-pause.h"
#include "arrears-test-ledger.h"

static void
note (GArray *ids, gint64 id)
{
  g_assert_cmpint (id, >, 0);
  g_array_append_val (ids, id);
}

/* 0 where there is none yet. */
static gint64
choose (GArray *ids)
{
  return ids->len == 0 ? 0 : g_array_index (ids, gint64, g_test_rand_int_range (0, (int) ids->len));
}

static ArrearsDay
choose_day (ArrearsTestHistory *history)
{
  return arrears_day_add_days (history->day, -g_test_rand_int_range (0, 12));
}

static ArrearsMoney
choose_amount (int most)
{
  return arrears_money (g_test_rand_int_range (1, most));
}

/* What an act may meet with is refused, and changes nothing. */
static void
assert_refused (ArrearsTestHistory *history, const GError *error)
{
  if (!g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE)
      && !g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER)
      && !g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND)
      && !g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED))
    g_error ("act %u: %s", history->n_acts, error->message);
  history->n_refused++;
}

static void
add_customer (ArrearsTestHistory *history)
{
  g_autofree char *code = g_strdup_printf ("K%u", history->n_acts);
  g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer (code, code);
  gint64 id;

  if (history->customers->len >= 5)
    return;
  customer->grade = g_test_rand_int_range (0, 3);
  id = arrears_ledger_insert_customer (history->ledger, customer, NULL);
  note (history->customers, id);
  note (history->contracts, arrears_ledger_ensure_contract (history->ledger, id, "HT-1", NULL));
}

static void
change_customer (ArrearsTestHistory *history)
{
  g_autoptr (ArrearsCustomer) customer = arrears_ledger_load_customer (
      history->ledger, choose (history->customers), history->day, NULL);
  g_autofree char *text = g_strdup_printf ("%u", history->n_acts);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      customer->grade = g_test_rand_int_range (0, 3);
      break;
    case 1:
      customer->credit_limit = choose_amount (9999);
      break;
    case 2:
      customer->policy_id = g_test_rand_int_range (0, 3);
      break;
    case 3:
      arrears_record_set_text (&customer->name, text);
      break;
    case 4:
      arrears_record_set_text (&customer->code, text);
      break;
    default:
      arrears_record_set_text (&customer->owner, text);
      arrears_record_set_text (&customer->phone, text);
    }
  g_assert_true (arrears_ledger_update_customer (history->ledger, customer, NULL));
}

static void
change_contract (ArrearsTestHistory *history)
{
  g_autoptr (GPtrArray) contracts = arrears_ledger_load_contracts (
      history->ledger, choose (history->customers), history->day, NULL);
  ArrearsContract *contract = g_ptr_array_index (contracts, 0);
  g_autofree char *number = g_strdup_printf ("HT-%u", history->n_acts);

  contract->grace_days = g_test_rand_int_range (0, 5);
  arrears_record_set_text (&contract->number, number);
  g_assert_true (arrears_ledger_update_contract (history->ledger, contract, NULL));
}

static void
add_invoice (ArrearsTestHistory *history)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_invoice_new ();
  g_autofree char *number = g_strdup_printf ("XS-%u", history->n_acts);
  guint i = (guint) g_test_rand_int_range (0, (int) history->customers->len);

  invoice->customer_id = g_array_index (history->customers, gint64, i);
  invoice->contract_id = g_test_rand_bit () ? g_array_index (history->contracts, gint64, i) : 0;
  arrears_record_set_text (&invoice->number, number);
  invoice->issued_on = choose_day (history);
  invoice->due_on = arrears_day_add_days (invoice->issued_on, g_test_rand_int_range (0, 20));
  invoice->amount = choose_amount (2000);
  note (history->invoices, arrears_ledger_insert_invoice (history->ledger, invoice, NULL));
}

static ArrearsInvoice *
load_invoice (ArrearsTestHistory *history)
{
  gint64 id = choose (history->invoices);
  g_autoptr (GPtrArray) invoices
      = arrears_ledger_load_invoices (history->ledger, &id, 1, history->day, NULL);

  return g_ptr_array_steal_index (invoices, 0);
}

static void
change_invoice (ArrearsTestHistory *history)
{
  g_autoptr (ArrearsInvoice) invoice = load_invoice (history);
  g_autofree char *text = g_strdup_printf ("备注 %u", history->n_acts);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      invoice->policy_id = g_test_rand_int_range (0, 3);
      break;
    case 1:
      arrears_record_set_text (&invoice->note, text);
      break;
    case 2:
      invoice->contract_id = 0;
      break;
    default:
      invoice->due_on = arrears_day_add_days (invoice->issued_on, g_test_rand_int_range (0, 40));
    }
  g_assert_true (arrears_ledger_update_invoice (history->ledger, invoice, NULL));
}

static void
add_receipt (ArrearsTestHistory *history)
{
  static const char *const kinds[] = { "receipt", "receipt", "credit_note", "write_off" };
  g_autoptr (ArrearsReceipt) receipt = arrears_receipt_new ();
  g_autofree char *reference = g_strdup_printf ("%u", history->n_acts);

  receipt->customer_id = choose (history->customers);
  arrears_record_set_text (&receipt->kind, kinds[g_test_rand_int_range (0, 4)]);
  arrears_record_set_text (&receipt->reference, reference);
  receipt->received_on = choose_day (history);
  receipt->amount = choose_amount (3000);
  note (history->receipts, arrears_ledger_insert_receipt (history->ledger, receipt, NULL));
}

/* What pays an invoice in full, or uses a receipt up. */
static ArrearsMoney
find_full_amount (ArrearsTestHistory *history, const ArrearsAllocation *allocation)
{
  g_autoptr (GPtrArray) invoices = arrears_ledger_load_invoices (
      history->ledger, &allocation->invoice_id, 1, ARREARS_DAY_LAST, NULL);
  g_autoptr (ArrearsReceipt) receipt
      = arrears_ledger_load_receipt (history->ledger, allocation->receipt_id, NULL);
  ArrearsInvoice *invoice = g_ptr_array_index (invoices, 0);
  ArrearsMoney most
      = receipt != NULL ? arrears_money_min (invoice->open, receipt->unapplied) : invoice->open;

  return most.fen > 0 ? most : allocation->amount;
}

static void
allocate (ArrearsTestHistory *history)
{
  int other = g_test_rand_int_range (ARREARS_PART_PRINCIPAL, ARREARS_PART_REFUND + 1);
  g_autoptr (GError) error = NULL;
  ArrearsAllocation allocation = {
    .receipt_id = choose (history->receipts),
    .invoice_id = choose (history->invoices),
    .part = g_test_rand_bit () ? ARREARS_PART_PRINCIPAL : (ArrearsAllocationPart) other,
    .allocated_on = choose_day (history),
    .amount = choose_amount (600),
  };

  if (g_test_rand_bit ())
    allocation.amount = find_full_amount (history, &allocation);
  if (allocation.part == ARREARS_PART_REFUND)
    allocation.invoice_id = 0;
  if (!arrears_ledger_insert_allocation (history->ledger, &allocation, &error))
    assert_refused (history, error);
}

static void
undo (ArrearsTestHistory *history)
{
  if (g_test_rand_bit ())
    g_assert_true (arrears_ledger_undo_receipt_allocations (history->ledger,
                                                            choose (history->receipts), NULL));
  else
    g_assert_true (arrears_ledger_undo_invoice_allocations (history->ledger,
                                                            choose (history->invoices), NULL));
}

static void
void_receipt (ArrearsTestHistory *history)
{
  gint64 id = choose (history->receipts);
  g_autoptr (GError) error = NULL;

  if (!arrears_ledger_void_receipt (history->ledger, id, "退票", &error))
    assert_refused (history, error);
}

static void
void_invoice (ArrearsTestHistory *history)
{
  gint64 id = choose (history->invoices);
  g_autoptr (GError) error = NULL;

  if (!arrears_ledger_end_invoice (history->ledger, id, "voided", "开错", &error))
    assert_refused (history, error);
}

static void
add_instalments (ArrearsTestHistory *history, ArrearsInvoice *whole)
{
  gint64 first = whole->amount.fen / 3;

  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (ArrearsInvoice) part = arrears_record_copy (whole);
      g_autofree char *number = g_strdup_printf ("%s/%d", whole->number, i);

      part->whole_id = whole->id;
      part->amount = arrears_money (i == 1 ? first : whole->amount.fen - first);
      part->due_on = arrears_day_add_days (whole->due_on, 10 * i);
      arrears_record_set_text (&part->number, number);
      note (history->invoices, arrears_ledger_insert_invoice (history->ledger, part, NULL));
    }
}

static void
split_invoice (ArrearsTestHistory *history)
{
  g_autoptr (ArrearsInvoice) invoice = load_invoice (history);
  g_autoptr (GError) error = NULL;

  if (invoice->amount.fen < 3 || invoice->whole_id != 0)
    return;
  g_assert_true (arrears_ledger_undo_invoice_allocations (history->ledger, invoice->id, NULL));
  if (arrears_ledger_end_invoice (history->ledger, invoice->id, "split", "", &error))
    add_instalments (history, invoice);
  else
    assert_refused (history, error);
}

static void
dispute_invoice (ArrearsTestHistory *history)
{
  g_autoptr (ArrearsInvoice) invoice = load_invoice (history);
  g_autoptr (ArrearsDispute) entry = arrears_dispute_new ();

  entry->customer_id = invoice->customer_id;
  entry->invoice_id = invoice->id;
  entry->from_on = arrears_day_max (invoice->issued_on, choose_day (history));
  entry->amount = choose_amount (500);
  entry->review_on = arrears_day_add_days (history->day, 7);
  arrears_record_set_text (&entry->reason, ARREARS_DISPUTE_PRICE);
  note (history->disputes, arrears_ledger_enter (history->ledger, entry, NULL));
}

static void
pause_account (ArrearsTestHistory *history)
{
  g_autoptr (ArrearsInvoice) invoice = load_invoice (history);
  g_autoptr (ArrearsPause) entry = arrears_pause_new ();

  entry->customer_id = invoice->customer_id;
  entry->invoice_id = g_test_rand_bit () ? invoice->id : 0;
  entry->from_on = choose_day (history);
  entry->until_on = arrears_day_add_days (history->day, g_test_rand_int_range (0, 9));
  arrears_record_set_text (&entry->kind, "agreed");
  arrears_record_set_text (&entry->reason, "节后付款");
  note (history->pauses, arrears_ledger_enter (history->ledger, entry, NULL));
}

static void
end_entry (ArrearsTestHistory *history)
{
  gboolean is_dispute = g_test_rand_bit ();
  GType type = is_dispute ? ARREARS_TYPE_DISPUTE : ARREARS_TYPE_PAUSE;
  gint64 id = choose (is_dispute ? history->disputes : history->pauses);
  g_autoptr (GError) error = NULL;

  if (!arrears_ledger_end_entry (history->ledger, type, id, is_dispute ? "rejected" : "over", "",
                                 &error))
    assert_refused (history, error);
}

static void
write_log (ArrearsTestHistory *history)
{
  g_autofree char *text = g_strdup_printf ("%u", history->n_acts);

  arrears_test_ledger_add_log (history->ledger, choose (history->customers), text, "电话");
  g_assert_true (arrears_ledger_save_setting (history->ledger, "colour", text, NULL));
}

static void (*const acts[]) (ArrearsTestHistory *history) = {
  add_customer,   change_customer, change_contract, add_invoice,   add_invoice,     add_invoice,
  change_invoice, add_receipt,     add_receipt,     allocate,      allocate,        allocate,
  allocate,       allocate,        allocate,        allocate,      allocate,        allocate,
  undo,           void_receipt,    void_invoice,    split_invoice, dispute_invoice, pause_account,
  end_entry,      write_log,
};

void
arrears_test_history_act (ArrearsTestHistory *history)
{
  history->n_acts++;
  acts[g_test_rand_int_range (0, G_N_ELEMENTS (acts))](history);
}

void
arrears_test_history_go_to (ArrearsTestHistory *history, ArrearsDay day)
{
  history->day = day;
  arrears_ledger_set_day (history->ledger, day);
}

void
arrears_test_history_begin (ArrearsTestHistory *history, ArrearsDay day)
{
  *history = (ArrearsTestHistory) {
    .ledger = arrears_test_ledger_create (NULL),
    .customers = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .contracts = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .invoices = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .receipts = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .disputes = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .pauses = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  arrears_test_history_go_to (history, day);
  for (int i = 1; i <= 2; i++)
    g_assert_cmpint (arrears_ledger_insert_policy (history->ledger, "慢", "", NULL), ==, i);
  add_customer (history);
  add_invoice (history);
}

void
arrears_test_history_end (ArrearsTestHistory *history)
{
  arrears_ledger_close (history->ledger);
  g_array_unref (history->customers);
  g_array_unref (history->contracts);
  g_array_unref (history->invoices);
  g_array_unref (history->receipts);
  g_array_unref (history->disputes);
  g_array_unref (history->pauses);
}
