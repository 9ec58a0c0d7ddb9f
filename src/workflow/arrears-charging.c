/* arrears-charging.c: late charge of a customer's invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charging.h"

#include "arrears-charge-decision.h"
#include "arrears-cost.h"
#include "arrears-desk-private.h"
#include "arrears-dispute.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"
#include "arrears-ledger-register.h"
#include "arrears-rules.h"

struct _ArrearsCharging
{
  ArrearsDesk *desk;
  ArrearsDay until;      /* up to which charges run */
  ArrearsDay counted_on; /* up to which entries count */
  ArrearsRules rules;
  ArrearsCustomer *customer;
  GPtrArray *contracts;
  GArray *allocations;  /* of ArrearsAllocation, by invoice and day */
  GPtrArray *disputes;  /* of ArrearsDispute, ended ones too */
  GPtrArray *decisions; /* of ArrearsChargeDecision that stand, the last one last */
  GPtrArray *costs;     /* of ArrearsCost that stand */
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

static gboolean
load_registers (ArrearsCharging *charging, gint64 customer_id, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (charging->desk);
  ArrearsDay day = charging->counted_on;

  charging->disputes = arrears_ledger_load_register (ledger, ARREARS_TYPE_DISPUTE, customer_id,
                                                     ARREARS_REGISTER_ALL, day, error);
  if (charging->disputes == NULL)
    return FALSE;
  charging->decisions = arrears_ledger_load_register (
      ledger, ARREARS_TYPE_CHARGE_DECISION, customer_id, ARREARS_REGISTER_STANDING, day, error);
  if (charging->decisions == NULL)
    return FALSE;
  charging->costs = arrears_ledger_load_register (ledger, ARREARS_TYPE_COST, customer_id,
                                                  ARREARS_REGISTER_STANDING, day, error);
  return charging->costs != NULL;
}

static ArrearsCharging *
load (ArrearsDesk *desk, gint64 customer_id, ArrearsDay until, ArrearsDay counted_on,
      GError **error)
{
  g_autoptr (ArrearsCharging) charging = g_new0 (ArrearsCharging, 1);
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);

  charging->desk = g_object_ref (desk);
  charging->until = until;
  charging->counted_on = counted_on;
  charging->customer = arrears_desk_load_customer (desk, customer_id, error);
  if (charging->customer == NULL || !arrears_rules_load (desk, &charging->rules, error))
    return NULL;
  charging->contracts
      = arrears_ledger_load_contracts (ledger, customer_id, arrears_desk_get_as_of (desk), error);
  if (charging->contracts == NULL)
    return NULL;
  charging->allocations = arrears_ledger_load_allocations (ledger, customer_id, counted_on, error);
  if (charging->allocations == NULL || !load_registers (charging, customer_id, error))
    return NULL;
  return g_steal_pointer (&charging);
}

ArrearsCharging *
arrears_charging_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);

  return load (desk, customer_id, as_of, as_of, error);
}

ArrearsCharging *
arrears_charging_load_for_payment (ArrearsDesk *desk, gint64 customer_id, ArrearsDay until,
                                   GError **error)
{
  return load (desk, customer_id, until, ARREARS_DAY_LAST, error);
}

void
arrears_charging_free (ArrearsCharging *charging)
{
  g_clear_object (&charging->desk);
  g_clear_object (&charging->customer);
  g_clear_pointer (&charging->contracts, g_ptr_array_unref);
  g_clear_pointer (&charging->allocations, g_array_unref);
  g_clear_pointer (&charging->disputes, g_ptr_array_unref);
  g_clear_pointer (&charging->decisions, g_ptr_array_unref);
  g_clear_pointer (&charging->costs, g_ptr_array_unref);
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

static gboolean
parse_agreed (const ArrearsCharging *charging, ArrearsContract *contract, ArrearsChargeTerms *terms,
              GError **error)
{
  ArrearsDay sme_start = arrears_charge_terms_get_sme_start ();

  if (!arrears_charge_terms_parse (contract->charge_terms, terms, error))
    return FALSE;
  if (charging->rules.statutory.form == ARREARS_CHARGE_SME
      && arrears_day_compare (contract->signed_on, sme_start) >= 0)
    *terms = arrears_charge_terms_with_sme_floor (terms, contract->signed_on,
                                                  arrears_desk_get_rates (charging->desk).lpr);
  terms->grace_days = contract->grace_days;
  return contract->charge_cap[0] == '\0'
         || arrears_rate_parse (contract->charge_cap, &terms->cap, error);
}

/* The regulation does not reach a breach before its first day. */
static gboolean
is_before_sme (const ArrearsChargeTerms *terms, ArrearsInvoice *invoice)
{
  ArrearsDay breach_on = arrears_day_add_days (invoice->due_on, 1);

  return terms->form == ARREARS_CHARGE_SME
         && arrears_day_compare (breach_on, arrears_charge_terms_get_sme_start ()) < 0;
}

gboolean
arrears_charging_get_terms (ArrearsCharging *charging, ArrearsInvoice *invoice,
                            ArrearsChargeTerms *terms, gboolean *is_agreed, GError **error)
{
  ArrearsContract *contract = arrears_charging_get_contract (charging, invoice);

  *is_agreed = contract != NULL && contract->charge_terms[0] != '\0';
  *terms = charging->rules.statutory;
  if (*is_agreed && !parse_agreed (charging, contract, terms, error))
    return FALSE;
  if (is_before_sme (terms, invoice))
    {
      *is_agreed = FALSE;
      *terms = arrears_charge_terms_get_statutory ();
    }
  return TRUE;
}

ArrearsPaymentOrder
arrears_charging_get_order (ArrearsCharging *charging, ArrearsInvoice *invoice)
{
  ArrearsContract *contract = arrears_charging_get_contract (charging, invoice);
  ArrearsPaymentOrder order = charging->rules.payment_order;

  if (contract != NULL && contract->payment_order[0] != '\0')
    arrears_payment_order_parse (contract->payment_order, &order, NULL);
  else if (charging->customer->payment_order[0] != '\0')
    arrears_payment_order_parse (charging->customer->payment_order, &order, NULL);
  return order;
}

static ArrearsMoney *
find_part (ArrearsChargePayment *payment, ArrearsAllocationPart part)
{
  switch (part)
    {
    case ARREARS_PART_CHARGE:
      return &payment->to_charge;
    case ARREARS_PART_COST:
      return &payment->to_costs;
    case ARREARS_PART_PRINCIPAL:
    case ARREARS_PART_REFUND:
    default:
      return &payment->to_principal;
    }
}

/* The parts of one receipt on one day are one payment. */
static GArray *
collect_payments (const ArrearsCharging *charging, gint64 invoice_id)
{
  GArray *payments = g_array_new (FALSE, TRUE, sizeof (ArrearsChargePayment));
  gsize n;
  const ArrearsAllocation *allocations = find_allocations (charging, invoice_id, &n);

  for (gsize i = 0; i < n; i++)
    {
      ArrearsChargePayment payment = { .on = allocations[i].allocated_on };
      ArrearsChargePayment *last;

      if (i == 0 || allocations[i].receipt_id != allocations[i - 1].receipt_id
          || arrears_day_compare (allocations[i].allocated_on, allocations[i - 1].allocated_on)
                 != 0)
        g_array_append_val (payments, payment);
      last = &g_array_index (payments, ArrearsChargePayment, payments->len - 1);
      last->amount.fen += allocations[i].amount.fen;
      find_part (last, allocations[i].part)->fen += allocations[i].amount.fen;
    }
  return payments;
}

/* Those that were rejected or withdrawn never were. */
static GArray *
collect_disputes (const ArrearsCharging *charging, gint64 invoice_id)
{
  GArray *disputes = g_array_new (FALSE, TRUE, sizeof (ArrearsChargeDispute));

  for (guint i = 0; i < charging->disputes->len; i++)
    {
      ArrearsDispute *entry = g_ptr_array_index (charging->disputes, i);
      ArrearsChargeDispute dispute
          = { .from = entry->from_on, .until = entry->ended_on, .amount = entry->amount };

      if (entry->invoice_id == invoice_id
          && (!arrears_day_is_set (entry->ended_on) || g_str_equal (entry->ended_how, "credited")))
        g_array_append_val (disputes, dispute);
    }
  return disputes;
}

/* What was decided about the charge of an invoice; the last decision counts. NULL: nothing. */
static ArrearsChargeDecision *
find_decision (const ArrearsCharging *charging, gint64 invoice_id)
{
  for (guint i = charging->decisions->len; i > 0; i--)
    {
      ArrearsChargeDecision *decision = g_ptr_array_index (charging->decisions, i - 1);

      if (decision->invoice_id == invoice_id)
        return decision;
    }
  return NULL;
}

static ArrearsMoney
sum_costs (const ArrearsCharging *charging, gint64 invoice_id)
{
  ArrearsMoney sum = ARREARS_MONEY_ZERO;

  for (guint i = 0; i < charging->costs->len; i++)
    {
      ArrearsCost *cost = g_ptr_array_index (charging->costs, i);

      if (cost->invoice_id == invoice_id
          && arrears_day_compare (cost->from_on, charging->until) <= 0)
        arrears_money_add (sum, cost->amount, &sum);
    }
  return sum;
}

static ArrearsMoney
sum_part (const ArrearsCharging *charging, gint64 invoice_id, ArrearsAllocationPart part)
{
  ArrearsMoney sum = ARREARS_MONEY_ZERO;
  gsize n;
  const ArrearsAllocation *allocations = find_allocations (charging, invoice_id, &n);

  for (gsize i = 0; i < n; i++)
    if (allocations[i].part == part)
      sum.fen += allocations[i].amount.fen;
  return sum;
}

gboolean
arrears_charging_compute (ArrearsCharging *charging, ArrearsInvoice *invoice, ArrearsMoney covered,
                          const ArrearsChargeTerms *terms, ArrearsLateCharge *charge,
                          GError **error)
{
  g_autoptr (GArray) payments = collect_payments (charging, invoice->id);
  g_autoptr (GArray) disputes = collect_disputes (charging, invoice->id);
  ArrearsChargeDecision *decision = find_decision (charging, invoice->id);
  const ArrearsRateTables rates = arrears_desk_get_rates (charging->desk);
  ArrearsChargeCase charge_case = {
    .amount = arrears_money (invoice->amount.fen - covered.fen),
    .costs = sum_costs (charging, invoice->id),
    .due_on = invoice->due_on,
    .until = charging->until,
    .payments = (const ArrearsChargePayment *) (gpointer) payments->data,
    .n_payments = payments->len,
    .are_split = TRUE,
    .disputes = (const ArrearsChargeDispute *) (gpointer) disputes->data,
    .n_disputes = disputes->len,
  };

  if (decision != NULL && !g_str_equal (decision->kind, "keep"))
    charge_case.released = decision->amount;
  return arrears_late_charge_compute (&charge_case, terms, &rates, charge, error);
}

static void
take_decision (ArrearsChargeBalance *balance, ArrearsChargeDecision *decision)
{
  if (decision == NULL || !arrears_charge_fate_parse (decision->kind, &balance->fate, NULL))
    return;
  if (balance->fate == ARREARS_CHARGE_WAIVED)
    balance->waived = decision->amount;
  if (balance->fate == ARREARS_CHARGE_WRITTEN_OFF)
    balance->written_off = decision->amount;
}

gboolean
arrears_charging_balance (ArrearsCharging *charging, ArrearsInvoice *invoice,
                          ArrearsChargeBalance *balance, GError **error)
{
  g_auto (ArrearsLateCharge) charge = { 0 };
  ArrearsMoney costs_paid = sum_part (charging, invoice->id, ARREARS_PART_COST);
  ArrearsMoney costs = sum_costs (charging, invoice->id);
  ArrearsChargeTerms terms;
  gboolean is_agreed;

  if (!arrears_charging_get_terms (charging, invoice, &terms, &is_agreed, error)
      || !arrears_charging_compute (charging, invoice, ARREARS_MONEY_ZERO, &terms, &charge, error))
    return FALSE;
  *balance = (ArrearsChargeBalance) {
    .accrued = charge.charge,
    .paid = sum_part (charging, invoice->id, ARREARS_PART_CHARGE),
    .costs = arrears_money (MAX (costs.fen - costs_paid.fen, 0)),
  };
  take_decision (balance, find_decision (charging, invoice->id));
  arrears_charge_balance_conclude (balance, invoice->open);
  return TRUE;
}

/* The invoices of which something may be claimed although the principal is paid, each once. */
static GArray *
collect_kept (const ArrearsCharging *charging)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < charging->decisions->len; i++)
    {
      ArrearsChargeDecision *decision = g_ptr_array_index (charging->decisions, i);

      if (g_str_equal (decision->kind, "keep") && g_hash_table_add (seen, &decision->invoice_id))
        g_array_append_val (ids, decision->invoice_id);
    }
  for (guint i = 0; i < charging->costs->len; i++)
    {
      ArrearsCost *cost = g_ptr_array_index (charging->costs, i);

      if (g_hash_table_add (seen, &cost->invoice_id))
        g_array_append_val (ids, cost->invoice_id);
    }
  return ids;
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  ArrearsInvoice *left = *(ArrearsInvoice *const *) a;
  ArrearsInvoice *right = *(ArrearsInvoice *const *) b;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

GPtrArray *
arrears_charging_load_kept (ArrearsCharging *charging, GError **error)
{
  g_autoptr (GArray) ids = collect_kept (charging);
  g_autoptr (GPtrArray) invoices = arrears_ledger_load_invoices (
      arrears_desk_get_ledger (charging->desk), (const gint64 *) (gpointer) ids->data, ids->len,
      charging->counted_on, error);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  if (invoices == NULL)
    return NULL;
  for (guint i = 0; i < invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (invoices, i);
      ArrearsChargeBalance balance;

      if (!arrears_charging_balance (charging, invoice, &balance, error))
        return NULL;
      invoice->charge = arrears_charge_balance_get_claimable (&balance);
      if (invoice->open.fen == 0 && (invoice->charge.fen > 0 || balance.costs.fen > 0))
        g_ptr_array_add (kept, g_object_ref (invoice));
    }
  g_ptr_array_sort (kept, compare_due_days);
  return g_steal_pointer (&kept);
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
