/* arrears-charging.c: late charge and limitation of a customer's invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charging.h"

#include "arrears-desk-private.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"

struct _ArrearsCharging
{
  ArrearsDesk *desk;
  GPtrArray *contracts;
  GArray *allocations; /* of ArrearsAllocation, by invoice and day */
};

/* The allocations of one invoice: a run of the sorted array. */
static const ArrearsAllocation *
find_allocations (const ArrearsCharging *charging, gint64 invoice_id, gsize *n)
{
  const ArrearsAllocation *all = (const ArrearsAllocation *) (gpointer) charging->allocations->data;
  guint from = 0;
  guint to = charging->allocations->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (all[middle].invoice_id < invoice_id)
        from = middle + 1;
      else
        to = middle;
    }
  while (to < charging->allocations->len && all[to].invoice_id == invoice_id)
    to++;
  *n = to - from;
  return all + from;
}

ArrearsCharging *
arrears_charging_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsCharging) charging = g_new0 (ArrearsCharging, 1);
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);

  charging->desk = g_object_ref (desk);
  charging->contracts = arrears_ledger_load_contracts (ledger, customer_id, error);
  if (charging->contracts == NULL)
    return NULL;
  charging->allocations = arrears_ledger_load_allocations (
      ledger, customer_id, arrears_desk_get_as_of (desk), error);
  if (charging->allocations == NULL)
    return NULL;
  return g_steal_pointer (&charging);
}

void
arrears_charging_free (ArrearsCharging *charging)
{
  g_clear_object (&charging->desk);
  g_clear_pointer (&charging->contracts, g_ptr_array_unref);
  g_clear_pointer (&charging->allocations, g_array_unref);
  g_free (charging);
}

GPtrArray *
arrears_charging_get_contracts (ArrearsCharging *charging)
{
  return charging->contracts;
}

ArrearsContract *
arrears_charging_get_contract (ArrearsCharging *charging, ArrearsInvoice *invoice)
{
  for (guint i = 0; i < charging->contracts->len; i++)
    {
      ArrearsContract *contract = g_ptr_array_index (charging->contracts, i);

      if (contract->id == invoice->contract_id)
        return contract;
    }
  return NULL;
}

gboolean
arrears_charging_get_terms (ArrearsCharging *charging, ArrearsInvoice *invoice,
                            ArrearsChargeTerms *terms, gboolean *is_agreed, GError **error)
{
  ArrearsContract *contract = arrears_charging_get_contract (charging, invoice);

  *is_agreed = contract != NULL && contract->charge_terms[0] != '\0';
  if (!*is_agreed)
    {
      *terms = arrears_charge_terms_get_statutory ();
      return TRUE;
    }
  if (!arrears_charge_terms_parse (contract->charge_terms, terms, error))
    return FALSE;
  terms->grace_days = contract->grace_days;
  return contract->charge_cap[0] == '\0'
         || arrears_rate_parse (contract->charge_cap, &terms->cap, error);
}

static GArray *
collect_payments (const ArrearsCharging *charging, gint64 invoice_id)
{
  GArray *payments = g_array_new (FALSE, TRUE, sizeof (ArrearsChargePayment));
  gsize n;
  const ArrearsAllocation *allocations = find_allocations (charging, invoice_id, &n);

  for (gsize i = 0; i < n; i++)
    {
      ArrearsChargePayment payment = { .on = allocations[i].allocated_on,
                                       .amount = allocations[i].amount };

      g_array_append_val (payments, payment);
    }
  return payments;
}

gboolean
arrears_charging_compute (ArrearsCharging *charging, ArrearsInvoice *invoice, ArrearsMoney covered,
                          const ArrearsChargeTerms *terms, ArrearsLateCharge *charge,
                          GError **error)
{
  g_autoptr (GArray) payments = collect_payments (charging, invoice->id);
  const ArrearsRateTables rates = arrears_desk_get_rates (charging->desk);
  ArrearsChargeCase charge_case = {
    .amount = arrears_money (invoice->amount.fen - covered.fen),
    .due_on = invoice->due_on,
    .until = arrears_desk_get_as_of (charging->desk),
    .payments = (const ArrearsChargePayment *) (gpointer) payments->data,
    .n_payments = payments->len,
    .order = ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST,
  };

  return arrears_late_charge_compute (&charge_case, terms, &rates, charge, error);
}

ArrearsLimitation
arrears_charging_get_limitation (ArrearsCharging *charging, ArrearsInvoice *invoice)
{
  g_autoptr (GArray) chain = arrears_limitation_new_chain (invoice->due_on, invoice->id);
  gsize n;
  const ArrearsAllocation *allocations = find_allocations (charging, invoice->id, &n);

  for (gsize i = 0; i < n; i++)
    {
      ArrearsLimitationLink payment = { .cause = ARREARS_LIMITATION_PAYMENT,
                                        .on = allocations[i].allocated_on,
                                        .source = ARREARS_LIMITATION_FROM_RECEIPT,
                                        .source_id = allocations[i].receipt_id };

      if (allocations[i].is_payment)
        g_array_append_val (chain, payment);
    }
  return arrears_limitation_compute (chain, arrears_desk_get_as_of (charging->desk),
                                     arrears_desk_get_calendar (charging->desk));
}

GPtrArray *
arrears_charging_load_open_invoices (ArrearsDesk *desk, gint64 customer_id, ArrearsDay counted_on,
                                     GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsInvoiceFilter filter = { .customer_id = customer_id,
                                  .state = ARREARS_INVOICE_STATE_OPEN,
                                  .sort = ARREARS_INVOICE_SORT_DUE_ON,
                                  .as_of = arrears_desk_get_as_of (desk) };
  g_autoptr (GArray) ids = arrears_ledger_list_invoices (ledger, &filter, error);

  if (ids == NULL)
    return NULL;
  return arrears_ledger_load_invoices (ledger, (const gint64 *) (gpointer) ids->data, ids->len,
                                       counted_on, error);
}
