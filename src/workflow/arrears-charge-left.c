/* arrears-charge-left.c: the late charge that is left when the principal is paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-left.h"

#include "arrears-charge-decision.h"
#include "arrears-charging.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"
#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"

/* Invoices of which something was allocated after the due day: the others bear no charge. Ids of
 * all that received something; due days are looked at when they are loaded.
 */
static GArray *
collect_paid (const GArray *allocations)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < allocations->len; i++)
    {
      gint64 id = g_array_index (allocations, ArrearsAllocation, i).invoice_id;

      if (i == 0 || g_array_index (allocations, ArrearsAllocation, i - 1).invoice_id != id)
        g_array_append_val (ids, id);
    }
  return ids;
}

static GPtrArray *
load_paid (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (GArray) allocations
      = arrears_ledger_load_allocations (ledger, customer_id, as_of, error);
  g_autoptr (GArray) ids = NULL;

  if (allocations == NULL)
    return NULL;
  ids = collect_paid (allocations);
  return arrears_ledger_load_invoices (ledger, (const gint64 *) (gpointer) ids->data, ids->len,
                                       as_of, error);
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  ArrearsInvoice *left = *(ArrearsInvoice *const *) a;
  ArrearsInvoice *right = *(ArrearsInvoice *const *) b;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static gboolean
may_be_left (ArrearsInvoice *invoice, ArrearsDay as_of)
{
  return invoice->open.fen == 0 && !arrears_day_is_set (invoice->ended_on)
         && arrears_day_compare (invoice->due_on, as_of) < 0;
}

GPtrArray *
arrears_charge_left_list (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsTransaction) reading
      = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  g_autoptr (ArrearsCharging) charging = NULL;
  g_autoptr (GPtrArray) invoices = NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);

  if (reading == NULL)
    return NULL;
  charging = arrears_charging_load (desk, customer_id, error);
  if (charging == NULL)
    return NULL;
  invoices = load_paid (desk, customer_id, error);
  if (invoices == NULL)
    return NULL;
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);
      ArrearsChargeBalance balance;

      if (!may_be_left (invoice, arrears_desk_get_as_of (desk)))
        continue;
      if (!arrears_charging_balance (charging, invoice, &balance, error))
        return NULL;
      invoice->charge = balance.unpaid;
      if (balance.is_left)
        g_ptr_array_add (left, g_object_ref (invoice));
    }
  g_ptr_array_sort (left, compare_due_days);
  return g_steal_pointer (&left);
}

static ArrearsInvoice *
find_paid (ArrearsDesk *desk, const char *number, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
      arrears_desk_get_ledger (desk), number, arrears_desk_get_as_of (desk), &failure);

  if (failure == NULL && (invoice == NULL || arrears_day_is_set (invoice->ended_on)))
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "invoice %s: there is none that holds", number);
  else if (failure == NULL && invoice->open.fen > 0)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "invoice %s: expected its principal to be paid before its charge is decided "
                 "about",
                 number);
  if (failure == NULL)
    return g_steal_pointer (&invoice);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Ends the decision that stands, and gives what is left without it. */
static gboolean
reopen (ArrearsDesk *desk, ArrearsInvoice *invoice, ArrearsMoney *left, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (GPtrArray) decisions
      = arrears_ledger_load_register (ledger, ARREARS_TYPE_CHARGE_DECISION, invoice->customer_id,
                                      ARREARS_REGISTER_STANDING, ARREARS_DAY_LAST, error);
  g_autoptr (ArrearsCharging) charging = NULL;
  ArrearsChargeBalance balance;

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      ArrearsChargeDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->invoice_id == invoice->id
          && !arrears_ledger_end_entry (ledger, ARREARS_TYPE_CHARGE_DECISION, decision->id,
                                        "replaced", "", error))
        return FALSE;
    }
  if (decisions == NULL)
    return FALSE;
  charging = arrears_charging_load (desk, invoice->customer_id, error);
  if (charging == NULL || !arrears_charging_balance (charging, invoice, &balance, error))
    return FALSE;
  *left = balance.unpaid;
  if (left->fen > 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE,
               "invoice %s: no late charge is left of it", invoice->number);
  return FALSE;
}

static gboolean
enter_decision (ArrearsDesk *desk, ArrearsInvoice *invoice, ArrearsChargeFate fate,
                const char *reason, GError **error)
{
  const char *kind = arrears_charge_fate_to_word (fate);
  g_autoptr (ArrearsChargeDecision) decision = arrears_charge_decision_new ();
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_CHARGE_DECIDED, invoice->customer_id, invoice->number);

  if (!reopen (desk, invoice, &decision->amount, error))
    return FALSE;
  decision->customer_id = invoice->customer_id;
  decision->invoice_id = invoice->id;
  decision->from_on = arrears_desk_get_as_of (desk);
  arrears_record_set_text (&decision->kind, kind);
  arrears_record_set_text (&decision->reason, reason);
  entry->amount = decision->amount;
  arrears_measure_set_note (entry, kind, reason);
  return arrears_ledger_enter (arrears_desk_get_ledger (desk), decision, error) != 0
         && arrears_desk_log (desk, entry, error);
}

gboolean
arrears_charge_left_decide (ArrearsDesk *desk, const char *invoice_number, ArrearsChargeFate fate,
                            const char *reason, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsInvoice) invoice = NULL;

  g_return_val_if_fail (fate != ARREARS_CHARGE_UNDECIDED, FALSE);

  if (!arrears_measure_need (reason, "reason", error))
    return FALSE;
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL)
    return FALSE;
  invoice = find_paid (desk, invoice_number, error);
  return invoice != NULL && enter_decision (desk, invoice, fate, reason, error)
         && arrears_desk_commit (desk, transaction, error);
}
