/* arrears-settling.c: allocating what a customer paid or was credited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-settling.h"

#include "arrears-allocation.h"
#include "arrears-charging.h"
#include "arrears-desk-private.h"
#include "arrears-ledger-invoices.h"

gboolean
arrears_settling_find_designated (ArrearsDesk *desk, gint64 customer_id, const char *number,
                                  gint64 *id, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice
      = arrears_ledger_find_invoice (arrears_desk_get_ledger (desk), number, as_of, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (invoice == NULL || invoice->customer_id != customer_id
      || arrears_day_compare (invoice->issued_on, as_of) > 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "invoice %s: this customer has none with this number", number);
      return FALSE;
    }
  *id = invoice->id;
  return TRUE;
}

static gboolean
describe_debts (ArrearsDesk *desk, gint64 customer_id, GPtrArray *invoices, ArrearsDebt *debts,
                GError **error)
{
  g_autoptr (ArrearsCharging) charging = arrears_charging_load (desk, customer_id, error);

  if (charging == NULL)
    return FALSE;
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);
      ArrearsChargeTerms terms;
      gboolean is_agreed;

      if (!arrears_charging_get_terms (charging, invoice, &terms, &is_agreed, error))
        return FALSE;
      debts[i] = (ArrearsDebt) {
        .item = { .invoice_id = invoice->id,
                  .issued_on = invoice->issued_on,
                  .due_on = invoice->due_on,
                  .open = invoice->open },
        .burden = arrears_charge_terms_get_burden (&terms),
      };
    }
  return TRUE;
}

GArray *
arrears_settling_plan (ArrearsDesk *desk, gint64 customer_id, ArrearsMoney amount, ArrearsDay on,
                       gint64 designated, ArrearsMoney *rest, GError **error)
{
  /* What is open now: on a past day a later payment must not be taken twice. */
  g_autoptr (GPtrArray) invoices
      = arrears_charging_load_open_invoices (desk, customer_id, ARREARS_SETTLING_NOW, error);
  g_autofree ArrearsDebt *debts = NULL;
  g_autofree ArrearsMoney *parts = NULL;
  GArray *allocations;

  if (invoices == NULL)
    return NULL;
  debts = g_new0 (ArrearsDebt, invoices->len + 1);
  parts = g_new0 (ArrearsMoney, invoices->len + 1);
  if (!describe_debts (desk, customer_id, invoices, debts, error))
    return NULL;
  arrears_allocation_split (debts, invoices->len, amount, on, designated, parts, rest);
  allocations = g_array_new (FALSE, TRUE, sizeof (ArrearsAllocation));
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsAllocation allocation = {
        .invoice_id = debts[i].item.invoice_id,
        .allocated_on = arrears_day_max (on, debts[i].item.issued_on),
        .amount = parts[i],
      };

      if (parts[i].fen > 0)
        g_array_append_val (allocations, allocation);
    }
  return allocations;
}

gboolean
arrears_settling_allocate (ArrearsDesk *desk, gint64 receipt_id, const GArray *allocations,
                           GError **error)
{
  for (guint i = 0; i < allocations->len; i++)
    {
      ArrearsAllocation allocation = g_array_index (allocations, ArrearsAllocation, i);

      allocation.receipt_id = receipt_id;
      if (!arrears_ledger_insert_allocation (arrears_desk_get_ledger (desk), &allocation, error))
        return FALSE;
    }
  return TRUE;
}

gint64
arrears_settling_store (ArrearsDesk *desk, ArrearsReceipt *receipt, const GArray *allocations,
                        GError **error)
{
  gint64 id = arrears_ledger_insert_receipt (arrears_desk_get_ledger (desk), receipt, error);

  return id != 0 && arrears_settling_allocate (desk, id, allocations, error) ? id : 0;
}
