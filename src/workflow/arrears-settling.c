/* arrears-settling.c: allocating what a customer paid or was credited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-settling.h"

#include "arrears-allocation.h"
#include "arrears-charging.h"
#include "arrears-desk-private.h"
#include "arrears-guarantee.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-register.h"

typedef struct
{
  ArrearsInvoice *invoice;
  ArrearsChargeBalance balance;
  ArrearsPaymentOrder order;
  ArrearsMoney security;
  int burden;
} Debt;

struct _ArrearsSettling
{
  ArrearsDesk *desk;
  gint64 customer_id;
  ArrearsDay on;
  gboolean is_principal_alone;
  ArrearsCharging *charging;
  GPtrArray *guarantees; /* of ArrearsGuarantee that stand */
  GArray *debts;         /* of Debt, by due day */
};

static void
clear_debt (gpointer data)
{
  g_clear_object (&((Debt *) data)->invoice);
}

static Debt *
get_debt (const ArrearsSettling *settling, guint i)
{
  return &g_array_index (settling->debts, Debt, i);
}

static Debt *
find_debt (const ArrearsSettling *settling, gint64 invoice_id)
{
  for (guint i = 0; i < settling->debts->len; i++)
    if (get_debt (settling, i)->invoice->id == invoice_id)
      return get_debt (settling, i);
  return NULL;
}

/* What guarantees of this very invoice secure of it; one of the whole account secures all alike. */
static ArrearsMoney
sum_security (const ArrearsSettling *settling, ArrearsInvoice *invoice)
{
  gint64 left = invoice->open.fen;

  for (guint i = 0; i < settling->guarantees->len; i++)
    {
      ArrearsGuarantee *guarantee = g_ptr_array_index (settling->guarantees, i);

      if (guarantee->invoice_id == invoice->id)
        left -= guarantee->amount.fen == 0 ? left : MIN (guarantee->amount.fen, left);
    }
  return arrears_money (invoice->open.fen - left);
}

static gboolean
add_debt (ArrearsSettling *settling, ArrearsInvoice *invoice, GError **error)
{
  Debt debt = { .order = arrears_charging_get_order (settling->charging, invoice),
                .security = sum_security (settling, invoice) };
  ArrearsChargeTerms terms;
  gboolean is_agreed;

  if (!arrears_charging_get_terms (settling->charging, invoice, &terms, &is_agreed, error)
      || !arrears_charging_balance (settling->charging, invoice, &debt.balance, error))
    return FALSE;
  debt.burden = arrears_charge_terms_get_burden (&terms);
  debt.invoice = g_object_ref (invoice);
  g_array_append_val (settling->debts, debt);
  return TRUE;
}

static gboolean
add_debts (ArrearsSettling *settling, GPtrArray *invoices, GError **error)
{
  for (guint i = 0; invoices != NULL && i < invoices->len; i++)
    if (!add_debt (settling, g_ptr_array_index (invoices, i), error))
      return FALSE;
  return invoices != NULL;
}

static int
compare_debts (gconstpointer a, gconstpointer b)
{
  ArrearsInvoice *left = ((const Debt *) a)->invoice;
  ArrearsInvoice *right = ((const Debt *) b)->invoice;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static gboolean
load_debts (ArrearsSettling *settling, GError **error)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  settling->guarantees = arrears_ledger_load_register (
      arrears_desk_get_ledger (settling->desk), ARREARS_TYPE_GUARANTEE, settling->customer_id,
      ARREARS_REGISTER_STANDING, ARREARS_SETTLING_NOW, error);
  if (settling->guarantees == NULL)
    return FALSE;
  /* What is open now: on a past day a later payment must not be taken twice. */
  open = arrears_charging_load_open_invoices (settling->desk, settling->customer_id,
                                              ARREARS_SETTLING_NOW, error);
  if (!add_debts (settling, open, error))
    return FALSE;
  kept = arrears_charging_load_kept (settling->charging, error);
  if (!add_debts (settling, kept, error))
    return FALSE;
  g_array_sort (settling->debts, compare_debts);
  return TRUE;
}

ArrearsSettling *
arrears_settling_load (ArrearsDesk *desk, gint64 customer_id, ArrearsDay on, GError **error)
{
  g_autoptr (ArrearsSettling) settling = g_new0 (ArrearsSettling, 1);

  settling->desk = g_object_ref (desk);
  settling->customer_id = customer_id;
  settling->on = on;
  settling->debts = g_array_new (FALSE, TRUE, sizeof (Debt));
  g_array_set_clear_func (settling->debts, clear_debt);
  settling->charging = arrears_charging_load_for_payment (desk, customer_id, on, error);
  if (settling->charging == NULL || !load_debts (settling, error))
    return NULL;
  return g_steal_pointer (&settling);
}

void
arrears_settling_free (ArrearsSettling *settling)
{
  g_clear_object (&settling->desk);
  g_clear_pointer (&settling->charging, arrears_charging_free);
  g_clear_pointer (&settling->guarantees, g_ptr_array_unref);
  g_clear_pointer (&settling->debts, g_array_unref);
  g_free (settling);
}

void
arrears_settling_set_order (ArrearsSettling *settling, ArrearsPaymentOrder order)
{
  for (guint i = 0; i < settling->debts->len; i++)
    get_debt (settling, i)->order = order;
}

void
arrears_settling_turn_order (ArrearsSettling *settling)
{
  for (guint i = 0; i < settling->debts->len; i++)
    {
      Debt *debt = get_debt (settling, i);

      debt->order = arrears_payment_order_get_other (debt->order);
    }
}

void
arrears_settling_set_principal_alone (ArrearsSettling *settling)
{
  settling->is_principal_alone = TRUE;
}

/* What the rule lets a payment pay of the charge: in the statutory order what has accrued, else
 * what was kept as a claim; never what is still to be asked about.
 */
static ArrearsMoney
get_payable_charge (const Debt *debt)
{
  if (debt->order == ARREARS_PAYMENT_ORDER_STATUTORY || debt->balance.fate == ARREARS_CHARGE_KEPT)
    return arrears_charge_balance_get_claimable (&debt->balance);
  return ARREARS_MONEY_ZERO;
}

static ArrearsDebt
describe_debt (const ArrearsSettling *settling, const Debt *debt, gint64 designated)
{
  ArrearsInvoice *invoice = debt->invoice;
  gboolean is_named = designated != 0 && invoice->whole_id == designated;
  ArrearsDebt described = {
    .item = { .invoice_id = is_named ? designated : invoice->id,
              .issued_on = invoice->issued_on,
              .due_on = invoice->due_on,
              .open = invoice->open },
    .security = debt->security,
    .burden = debt->burden,
    .order = debt->order,
  };

  if (!settling->is_principal_alone)
    {
      described.charge = get_payable_charge (debt);
      described.costs = debt->balance.costs;
    }
  return described;
}

static void
append_allocation (const ArrearsSettling *settling, GArray *allocations, const Debt *debt,
                   ArrearsAllocationPart part, ArrearsMoney amount)
{
  ArrearsAllocation allocation = {
    .invoice_id = debt->invoice->id,
    .part = part,
    .allocated_on = arrears_day_max (settling->on, debt->invoice->issued_on),
    .amount = amount,
  };

  if (amount.fen > 0)
    g_array_append_val (allocations, allocation);
}

GArray *
arrears_settling_split (ArrearsSettling *settling, ArrearsMoney amount, gint64 designated,
                        ArrearsMoney *rest)
{
  guint n_debts = settling->debts->len;
  g_autofree ArrearsDebt *debts = g_new0 (ArrearsDebt, n_debts + 1);
  g_autofree ArrearsMoney *parts = g_new0 (ArrearsMoney, n_debts + 1);
  GArray *allocations = g_array_new (FALSE, TRUE, sizeof (ArrearsAllocation));

  for (guint i = 0; i < n_debts; i++)
    debts[i] = describe_debt (settling, get_debt (settling, i), designated);
  arrears_allocation_split (debts, n_debts, amount, settling->on, designated, parts, rest);
  for (guint i = 0; i < n_debts; i++)
    {
      const Debt *debt = get_debt (settling, i);
      ArrearsDebtPayment payment = arrears_allocation_divide (&debts[i], parts[i]);

      append_allocation (settling, allocations, debt, ARREARS_PART_COST, payment.costs);
      append_allocation (settling, allocations, debt, ARREARS_PART_CHARGE, payment.charge);
      append_allocation (settling, allocations, debt, ARREARS_PART_PRINCIPAL, payment.principal);
    }
  return allocations;
}

/* By hand a payment may also go to a charge that is left and was not decided about. */
static Debt *
find_named_debt (ArrearsSettling *settling, const char *number, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = NULL;
  gint64 id;
  Debt *debt;

  if (!arrears_settling_find_designated (settling->desk, settling->customer_id, number, &id, error))
    return NULL;
  debt = find_debt (settling, id);
  if (debt != NULL)
    return debt;
  invoice = arrears_ledger_find_invoice (arrears_desk_get_ledger (settling->desk), number,
                                         ARREARS_SETTLING_NOW, error);
  if (invoice == NULL || !add_debt (settling, invoice, error))
    return NULL;
  return get_debt (settling, settling->debts->len - 1);
}

static ArrearsMoney
get_owed_part (const Debt *debt, ArrearsAllocationPart part)
{
  switch (part)
    {
    case ARREARS_PART_PRINCIPAL:
      return debt->invoice->open;
    case ARREARS_PART_CHARGE:
      return debt->balance.unpaid;
    case ARREARS_PART_COST:
      return debt->balance.costs;
    case ARREARS_PART_REFUND:
    default:
      return ARREARS_MONEY_ZERO;
    }
}

/* What the shares before this one take of the same part already. */
static ArrearsMoney
sum_taken (const GArray *allocations, gint64 invoice_id, ArrearsAllocationPart part)
{
  ArrearsMoney sum = ARREARS_MONEY_ZERO;

  for (guint i = 0; i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);

      if (allocation->invoice_id == invoice_id && allocation->part == part)
        sum.fen += allocation->amount.fen;
    }
  return sum;
}

static gboolean
check_share (const ArrearsPaymentShare *share, ArrearsMoney owed, ArrearsMoney left, GError **error)
{
  g_autofree char *amount = arrears_money_to_string (share->amount);
  g_autofree char *most = arrears_money_to_string (arrears_money_min (owed, left));

  if (share->amount.fen <= 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                 "%s to invoice %s: expected more than zero", amount, share->invoice_number);
  else if (arrears_money_compare (share->amount, owed) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
                 "%s to the %s of invoice %s: expected no more than the %s that is owed", amount,
                 arrears_allocation_part_to_word (share->part), share->invoice_number, most);
  else if (arrears_money_compare (share->amount, left) > 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
                 "%s to invoice %s: expected no more than the %s that is left of the payment",
                 amount, share->invoice_number, most);
  else
    return TRUE;
  return FALSE;
}

GArray *
arrears_settling_share (ArrearsSettling *settling, const ArrearsPayment *payment,
                        ArrearsMoney *rest, GError **error)
{
  g_autoptr (GArray) allocations = g_array_new (FALSE, TRUE, sizeof (ArrearsAllocation));

  *rest = payment->amount;
  for (gsize i = 0; i < payment->n_shares; i++)
    {
      const ArrearsPaymentShare *share = &payment->shares[i];
      Debt *debt = find_named_debt (settling, share->invoice_number, error);
      ArrearsMoney owed;

      if (debt == NULL)
        return NULL;
      owed = get_owed_part (debt, share->part);
      owed.fen -= sum_taken (allocations, debt->invoice->id, share->part).fen;
      if (!check_share (share, owed, *rest, error))
        return NULL;
      append_allocation (settling, allocations, debt, share->part, share->amount);
      rest->fen -= share->amount.fen;
    }
  return g_steal_pointer (&allocations);
}

ArrearsInvoice *
arrears_settling_get_invoice (const ArrearsSettling *settling, gint64 invoice_id)
{
  const Debt *debt = find_debt (settling, invoice_id);

  g_return_val_if_fail (debt != NULL, NULL);

  return debt->invoice;
}

const ArrearsChargeBalance *
arrears_settling_get_balance (const ArrearsSettling *settling, gint64 invoice_id)
{
  const Debt *debt = find_debt (settling, invoice_id);

  g_return_val_if_fail (debt != NULL, NULL);

  return &debt->balance;
}

ArrearsPaymentOrder
arrears_settling_get_order (const ArrearsSettling *settling, gint64 invoice_id)
{
  const Debt *debt = find_debt (settling, invoice_id);

  g_return_val_if_fail (debt != NULL, ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST);

  return debt->order;
}

static gboolean
is_there (ArrearsInvoice *invoice, gint64 customer_id, ArrearsDay as_of)
{
  return invoice != NULL && invoice->customer_id == customer_id
         && arrears_day_compare (invoice->issued_on, as_of) <= 0
         && !g_str_equal (invoice->ended_how, "voided");
}

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
  if (!is_there (invoice, customer_id, as_of))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "invoice %s: this customer has none with this number", number);
      return FALSE;
    }
  *id = invoice->id;
  return TRUE;
}

GArray *
arrears_settling_plan_receipt (ArrearsDesk *desk, ArrearsReceipt *receipt, gint64 designated,
                               ArrearsMoney *rest, GError **error)
{
  g_autoptr (ArrearsSettling) settling
      = arrears_settling_load (desk, receipt->customer_id, receipt->received_on, error);

  if (settling == NULL)
    return NULL;
  if (!g_str_equal (receipt->kind, "receipt"))
    arrears_settling_set_principal_alone (settling);
  return arrears_settling_split (settling, receipt->amount, designated, rest);
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
