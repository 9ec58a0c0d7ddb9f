/* arrears-write-off.c: taking off the books what will not be paid (核销损失)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-write-off-private.h"

#include "arrears-charge-decision.h"
#include "arrears-charging.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"
#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"
#include "arrears-rules.h"

#define CENTS "cents"

/* The invoice as it is now. ARREARS_ERROR_NOT_FOUND, _NOTHING_DUE. */
static ArrearsInvoice *
find_open (ArrearsDesk *desk, const char *number, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
      arrears_desk_get_ledger (desk), number, ARREARS_DAY_LAST, &failure);

  if (invoice != NULL && invoice->open.fen > 0)
    return g_steal_pointer (&invoice);
  if (failure == NULL && (invoice == NULL || arrears_day_is_set (invoice->ended_on)))
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "invoice %s: there is none that holds", number);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE,
                 "invoice %s: nothing of it is open", number);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
check_most (ArrearsInvoice *invoice, ArrearsMoney amount, ArrearsMoney most, GError **error)
{
  g_autofree char *printed = arrears_money_to_string (amount);
  g_autofree char *limit = arrears_money_to_string (most);

  if (arrears_money_compare (amount, most) <= 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
               "%s of invoice %s: expected no more than %s", printed, invoice->number, limit);
  return FALSE;
}

/* Stores the write-off and logs it; `kind` is "cents" or the condition. */
static gboolean
store_write_off (ArrearsDesk *desk, ArrearsInvoice *invoice, ArrearsMoney amount, const char *kind,
                 const char *reason, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsReceipt) receipt = arrears_receipt_new ();
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_WRITTEN_OFF, invoice->customer_id, invoice->number);
  ArrearsAllocation allocation = { .invoice_id = invoice->id, .amount = amount };

  receipt->customer_id = invoice->customer_id;
  arrears_record_set_text (&receipt->kind, "write_off");
  receipt->received_on = arrears_desk_get_as_of (desk);
  receipt->amount = amount;
  arrears_record_set_text (&receipt->reference, kind);
  arrears_record_set_text (&receipt->note, reason);
  allocation.allocated_on = arrears_day_max (receipt->received_on, invoice->issued_on);
  allocation.receipt_id = arrears_ledger_insert_receipt (ledger, receipt, error);
  entry->amount = amount;
  arrears_measure_set_note (entry, kind, reason);
  return allocation.receipt_id != 0 && arrears_ledger_insert_allocation (ledger, &allocation, error)
         && arrears_desk_log (desk, entry, error);
}

gboolean
arrears_write_off_cents (ArrearsDesk *desk, const char *invoice_number, const char *reason,
                         GError **error)
{
  g_autoptr (ArrearsTransaction) transaction
      = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  ArrearsRules rules;

  if (transaction == NULL || !arrears_rules_load (desk, &rules, error))
    return FALSE;
  invoice = find_open (desk, invoice_number, error);
  return invoice != NULL && check_most (invoice, invoice->open, rules.cent_tolerance, error)
         && store_write_off (desk, invoice, invoice->open, CENTS, reason, error)
         && arrears_desk_commit (desk, transaction, error);
}

int
arrears_write_off_find_unmet (ArrearsDesk *desk, const char *invoice_number,
                              ArrearsBadDebtCondition condition, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = find_open (desk, invoice_number, error);

  if (invoice == NULL)
    return -1;
  return (int) arrears_bad_debt_find_unmet (condition, invoice->due_on,
                                            arrears_desk_get_as_of (desk));
}

/* With the last of the principal its charge goes off the books too, so that nobody is asked about
 * it.
 */
static gboolean
write_off_charge (ArrearsDesk *desk, ArrearsInvoice *invoice, const char *reason, GError **error)
{
  g_autoptr (ArrearsCharging) charging = arrears_charging_load (desk, invoice->customer_id, error);
  g_autoptr (ArrearsChargeDecision) decision = arrears_charge_decision_new ();
  ArrearsChargeBalance balance;

  if (charging == NULL || !arrears_charging_balance (charging, invoice, &balance, error))
    return FALSE;
  if (balance.unpaid.fen == 0)
    return TRUE;
  decision->customer_id = invoice->customer_id;
  decision->invoice_id = invoice->id;
  arrears_record_set_text (&decision->kind,
                           arrears_charge_fate_to_word (ARREARS_CHARGE_WRITTEN_OFF));
  decision->from_on = arrears_desk_get_as_of (desk);
  decision->amount = balance.unpaid;
  arrears_record_set_text (&decision->reason, reason);
  return arrears_ledger_enter (arrears_desk_get_ledger (desk), decision, error) != 0;
}

gboolean
arrears_write_off_bad_debt (ArrearsDesk *desk, const ArrearsBadDebtWriteOff *write_off,
                            GError **error)
{
  g_autoptr (ArrearsTransaction) transaction
      = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  const char *condition = arrears_bad_debt_condition_to_word (write_off->condition);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  ArrearsMoney amount = write_off->amount;

  if (transaction == NULL || !arrears_measure_need (write_off->reason, "reason", error))
    return FALSE;
  invoice = find_open (desk, write_off->invoice_number, error);
  if (invoice == NULL
      || !arrears_bad_debt_check (write_off->condition, invoice->due_on,
                                  arrears_desk_get_as_of (desk), write_off->confirmed, error))
    return FALSE;
  if (amount.fen == 0)
    amount = invoice->open;
  return check_most (invoice, amount, invoice->open, error)
         && (arrears_money_compare (amount, invoice->open) < 0
             || write_off_charge (desk, invoice, write_off->reason, error))
         && store_write_off (desk, invoice, amount, condition, write_off->reason, error)
         && arrears_desk_commit (desk, transaction, error);
}

/* The invoice that a write-off was for. NULL without error where it was taken back already. */
static ArrearsInvoice *
find_written_off (ArrearsDesk *desk, ArrearsReceipt *write_off, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (GArray) allocations
      = arrears_ledger_load_allocations (ledger, write_off->customer_id, ARREARS_DAY_LAST, error);
  g_autoptr (GPtrArray) invoices = NULL;

  for (guint i = 0; allocations != NULL && i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);

      if (allocation->receipt_id != write_off->id)
        continue;
      invoices = arrears_ledger_load_invoices (ledger, &allocation->invoice_id, 1, ARREARS_DAY_LAST,
                                               error);
      return invoices != NULL ? g_object_ref (g_ptr_array_index (invoices, 0)) : NULL;
    }
  return NULL;
}

static gboolean
end_decision (ArrearsDesk *desk, ArrearsReceipt *write_off, ArrearsInvoice *invoice,
              const char *reason, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (GPtrArray) decisions
      = arrears_ledger_load_register (ledger, ARREARS_TYPE_CHARGE_DECISION, write_off->customer_id,
                                      ARREARS_REGISTER_STANDING, ARREARS_DAY_LAST, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      ArrearsChargeDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->invoice_id == invoice->id && g_str_equal (decision->kind, "write_off")
          && arrears_day_compare (decision->from_on, write_off->received_on) == 0
          && !arrears_ledger_end_entry (ledger, ARREARS_TYPE_CHARGE_DECISION, decision->id,
                                        "voided", reason, error))
        return FALSE;
    }
  return decisions != NULL;
}

gboolean
arrears_write_off_take_back (ArrearsDesk *desk, ArrearsReceipt *write_off, const char *reason,
                             GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = find_written_off (desk, write_off, &failure);
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (
      ARREARS_LOG_REINSTATED, write_off->customer_id, invoice != NULL ? invoice->number : "");

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  entry->amount = write_off->amount;
  arrears_record_set_text (&entry->note, reason);
  return (invoice == NULL || end_decision (desk, write_off, invoice, reason, error))
         && arrears_ledger_undo_receipt_allocations (ledger, write_off->id, error)
         && arrears_ledger_void_receipt (ledger, write_off->id, reason, error)
         && arrears_desk_log (desk, entry, error);
}

/* ARREARS_ERROR_NOT_FOUND where it is none, or void. (transfer full) */
static ArrearsReceipt *
load_write_off (ArrearsDesk *desk, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsReceipt) receipt
      = arrears_ledger_load_receipt (arrears_desk_get_ledger (desk), id, &failure);

  if (receipt != NULL && g_str_equal (receipt->kind, "write_off")
      && !arrears_day_is_set (receipt->voided_on))
    return g_steal_pointer (&receipt);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "write-off %" G_GINT64_FORMAT ": there is none that holds", id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
arrears_write_off_reinstate (ArrearsDesk *desk, gint64 receipt_id, const char *reason,
                             GError **error)
{
  g_autoptr (ArrearsTransaction) transaction
      = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  g_autoptr (ArrearsReceipt) receipt = NULL;

  if (transaction == NULL || !arrears_measure_need (reason, "reason", error))
    return FALSE;
  receipt = load_write_off (desk, receipt_id, error);
  return receipt != NULL && arrears_write_off_take_back (desk, receipt, reason, error)
         && arrears_desk_commit (desk, transaction, error);
}
