/* arrears-test-registers.c: what may have become of receipts, invoices and accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-dispute.h"
#include "arrears-ledger-policies.h"
#include "arrears-ledger-register.h"
#include "arrears-ledger-vouchers.h"
#include "arrears-pause.h"
#include "arrears-promise.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

static void
split_invoice (ArrearsLedger *ledger, gint64 customer_id)
{
  static const char *const numbers[] = { "XS-4/1", "XS-4/2" };
  static const char *const due_days[] = { "2024-04-30", "2024-05-31" };
  gint64 whole_id = arrears_test_ledger_add_invoice (ledger, customer_id, "XS-4", "2024-03-01",
                                                     "2024-03-31", "300");

  g_assert_true (arrears_ledger_end_invoice (ledger, whole_id, "split", "分两期", NULL));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ArrearsInvoice) part = arrears_test_ledger_make_invoice (
          customer_id, numbers[i], "2024-03-01", due_days[i], "150");

      part->whole_id = whole_id;
      g_assert_cmpint (arrears_ledger_insert_invoice (ledger, part, NULL), >, 0);
    }
}

/* One that was voided, and one of which a part was paid back. */
static void
add_receipts (ArrearsLedger *ledger, gint64 customer_id, gint64 invoice_id)
{
  gint64 void_id = arrears_test_ledger_add_receipt (ledger, customer_id, "2024-03-25", "40");
  gint64 kept_id = arrears_test_ledger_add_receipt (ledger, customer_id, "2024-03-26", "60");
  ArrearsAllocation refund = {
    .receipt_id = kept_id,
    .part = ARREARS_PART_REFUND,
    .allocated_on = arrears_test_day ("2024-03-27"),
    .amount = arrears_test_money ("10"),
  };

  arrears_test_ledger_allocate (ledger, void_id, invoice_id, "2024-03-25", "40");
  g_assert_true (arrears_ledger_void_receipt (ledger, void_id, "退票", NULL));
  g_assert_true (arrears_ledger_insert_allocation (ledger, &refund, NULL));
}

static void
enter_entries (ArrearsLedger *ledger, gint64 customer_id, gint64 invoice_id)
{
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();

  dispute->customer_id = pause->customer_id = promise->customer_id = customer_id;
  dispute->invoice_id = promise->invoice_id = invoice_id;
  dispute->from_on = pause->from_on = promise->from_on = arrears_test_day ("2024-03-28");
  dispute->amount = promise->amount = arrears_test_money ("20");
  dispute->review_on = pause->until_on = promise->due_on = arrears_test_day ("2024-04-10");
  arrears_record_set_text (&dispute->reason, ARREARS_DISPUTE_PRICE);
  arrears_record_set_text (&pause->kind, "hardship");
  arrears_record_set_text (&pause->reason, "店面装修");
  g_assert_cmpint (arrears_ledger_enter (ledger, dispute, NULL), ==, 1);
  g_assert_cmpint (arrears_ledger_enter (ledger, pause, NULL), ==, 1);
  g_assert_cmpint (arrears_ledger_enter (ledger, promise, NULL), ==, 1);
  g_assert_true (arrears_ledger_end_entry (ledger, ARREARS_TYPE_PROMISE, 1, "withdrawn", "", NULL));
}

static void
add_voucher (ArrearsLedger *ledger, gint64 customer_id, gint64 invoice_id)
{
  g_autoptr (ArrearsVoucher) voucher = arrears_voucher_new ();
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.4 ...", 12);

  voucher->customer_id = customer_id;
  voucher->invoice_id = invoice_id;
  voucher->from_on = arrears_test_day ("2024-03-29");
  arrears_record_set_text (&voucher->kind, ARREARS_VOUCHER_DELIVERY_NOTE);
  arrears_record_set_text (&voucher->name, "送货单.pdf");
  arrears_record_set_text (&voucher->media_type, "application/pdf");
  g_assert_cmpint (arrears_ledger_insert_voucher (ledger, voucher, bytes, NULL), ==, 1);
  entry = arrears_test_ledger_make_log_entry (customer_id, voucher->name, voucher->sha256);
  arrears_record_set_text (&entry->kind, ARREARS_LOG_VOUCHER_ADDED);
  arrears_record_set_text (&entry->actor, "小李");
  arrears_record_set_text (&entry->channel, "phone");
  g_assert_true (arrears_ledger_append_log (ledger, entry, NULL));
}

void
arrears_test_ledger_fill_registers (ArrearsLedger *ledger)
{
  g_autoptr (ArrearsCustomer) customer
      = arrears_ledger_find_customer (ledger, "0002", ARREARS_DAY_LAST, NULL);
  g_autoptr (ArrearsInvoice) invoice
      = arrears_ledger_find_invoice (ledger, "XS-3", ARREARS_DAY_LAST, NULL);

  arrears_ledger_set_day (ledger, arrears_test_day ("2024-03-31"));
  customer->policy_id = arrears_ledger_insert_policy (ledger, "慢", "", NULL);
  arrears_record_set_text (&customer->owner, "小李");
  g_assert_true (arrears_ledger_update_customer (ledger, customer, NULL));
  split_invoice (ledger, customer->id);
  add_receipts (ledger, customer->id, invoice->id);
  enter_entries (ledger, customer->id, invoice->id);
  add_voucher (ledger, customer->id, invoice->id);
}
