/* arrears-invoices.c: what happens to an invoice after it was entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-invoices.h"

#include "arrears-charge-decision.h"
#include "arrears-cost.h"
#include "arrears-dispute.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-receipts.h"
#include "arrears-ledger-register.h"
#include "arrears-measure-private.h"
#include "arrears-write-off-private.h"

/* The invoice as it is now. ARREARS_ERROR_NOT_FOUND where none holds. (transfer full) */
static ArrearsInvoice *
find_invoice (ArrearsDesk *desk, const char *number, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
      arrears_desk_get_ledger (desk), number, ARREARS_DAY_LAST, &failure);

  if (invoice != NULL && !arrears_day_is_set (invoice->ended_on))
    return g_steal_pointer (&invoice);
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "invoice %s: there is none that holds", number);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
check_not_before (ArrearsDay day, ArrearsInvoice *invoice, GError **error)
{
  g_autofree char *printed = arrears_day_to_string (day);
  g_autofree char *first = arrears_day_to_string (invoice->issued_on);

  if (arrears_day_compare (day, invoice->issued_on) >= 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
               "“%s”: expected a day not before invoice %s was issued on %s", printed,
               invoice->number, first);
  return FALSE;
}

/* "OLD NEW REASON", as the log says it. */
static ArrearsLogEntry *
describe_change (ArrearsInvoice *invoice, ArrearsDay due_on, const char *reason)
{
  ArrearsLogEntry *entry
      = arrears_desk_new_entry (ARREARS_LOG_DUE_DAY_CHANGED, invoice->customer_id, invoice->number);
  g_autofree char *before = arrears_day_to_string (invoice->due_on);
  g_autofree char *after = arrears_day_to_string (due_on);
  g_autofree char *days = g_strdup_printf ("%s %s", before, after);

  arrears_measure_set_note (entry, days, reason);
  return entry;
}

gboolean
arrears_invoices_change_due_day (ArrearsDesk *desk, const char *number, ArrearsDay due_on,
                                 const char *reason, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  if (transaction == NULL || !arrears_measure_need (reason, "reason", error))
    return FALSE;
  invoice = find_invoice (desk, number, error);
  if (invoice == NULL || !check_not_before (due_on, invoice, error))
    return FALSE;
  entry = describe_change (invoice, due_on, reason);
  invoice->due_on = due_on;
  return arrears_ledger_update_invoice (ledger, invoice, error)
         && arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

/* The allocations to one invoice, by day. GArray of ArrearsAllocation. */
static GArray *
load_allocations (ArrearsDesk *desk, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (GArray) all = arrears_ledger_load_allocations (
      arrears_desk_get_ledger (desk), invoice->customer_id, ARREARS_DAY_LAST, error);
  GArray *allocations;

  if (all == NULL)
    return NULL;
  allocations = g_array_new (FALSE, FALSE, sizeof (ArrearsAllocation));
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, ArrearsAllocation, i).invoice_id == invoice->id)
      g_array_append_vals (allocations, &g_array_index (all, ArrearsAllocation, i), 1);
  return allocations;
}

/* A write-off of what was never owed is none. */
static gboolean
take_back_write_offs (ArrearsDesk *desk, ArrearsInvoice *invoice, const char *reason,
                      GError **error)
{
  g_autoptr (GArray) allocations = load_allocations (desk, invoice, error);

  for (guint i = 0; allocations != NULL && i < allocations->len; i++)
    {
      const ArrearsAllocation *allocation = &g_array_index (allocations, ArrearsAllocation, i);
      g_autoptr (ArrearsReceipt) receipt = NULL;

      if (allocation->is_payment)
        continue;
      receipt = arrears_ledger_load_receipt (arrears_desk_get_ledger (desk), allocation->receipt_id,
                                             error);
      if (receipt == NULL
          || (g_str_equal (receipt->kind, "write_off")
              && !arrears_write_off_take_back (desk, receipt, reason, error)))
        return FALSE;
    }
  return allocations != NULL;
}

/* The entries about one invoice that stand. GPtrArray of the type. */
static GPtrArray *
load_entries (ArrearsDesk *desk, GType type, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (GPtrArray) all
      = arrears_ledger_load_register (arrears_desk_get_ledger (desk), type, invoice->customer_id,
                                      ARREARS_REGISTER_STANDING, ARREARS_DAY_LAST, error);
  GPtrArray *entries;

  if (all == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      gint64 invoice_id;

      g_object_get (g_ptr_array_index (all, i), "invoice-id", &invoice_id, NULL);
      if (invoice_id == invoice->id)
        g_ptr_array_add (entries, g_object_ref (g_ptr_array_index (all, i)));
    }
  return entries;
}

static gboolean
end_entries (ArrearsDesk *desk, GType type, ArrearsInvoice *invoice, const char *how,
             const char *note, GError **error)
{
  g_autoptr (GPtrArray) entries = load_entries (desk, type, invoice, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      gint64 id;

      g_object_get (g_ptr_array_index (entries, i), "id", &id, NULL);
      if (!arrears_ledger_end_entry (arrears_desk_get_ledger (desk), type, id, how, note, error))
        return FALSE;
    }
  return entries != NULL;
}

gboolean
arrears_invoices_void (ArrearsDesk *desk, const char *number, const char *reason, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;

  if (transaction == NULL || !arrears_measure_need (reason, "reason", error))
    return FALSE;
  invoice = find_invoice (desk, number, error);
  if (invoice == NULL || !take_back_write_offs (desk, invoice, reason, error)
      || !arrears_ledger_undo_invoice_allocations (ledger, invoice->id, error)
      || !end_entries (desk, ARREARS_TYPE_DISPUTE, invoice, "withdrawn", reason, error)
      || !end_entries (desk, ARREARS_TYPE_COST, invoice, "voided", reason, error)
      || !end_entries (desk, ARREARS_TYPE_CHARGE_DECISION, invoice, "voided", reason, error)
      || !arrears_ledger_end_invoice (ledger, invoice->id, "voided", reason, error))
    return FALSE;
  entry
      = arrears_desk_new_entry (ARREARS_LOG_INVOICE_VOIDED, invoice->customer_id, invoice->number);
  entry->amount = invoice->amount;
  arrears_record_set_text (&entry->note, reason);
  return arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}

static gboolean
check_cost (const ArrearsCostOfInvoice *cost, ArrearsDay on, ArrearsInvoice *invoice,
            GError **error)
{
  g_autofree char *amount = arrears_money_to_string (cost->amount);

  if (cost->amount.fen <= 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "amount %s: expected more than zero", amount);
      return FALSE;
    }
  return arrears_measure_need (cost->note, "note", error) && check_not_before (on, invoice, error);
}

gboolean
arrears_invoices_enter_cost (ArrearsDesk *desk, const ArrearsCostOfInvoice *cost, GError **error)
{
  g_autoptr (ArrearsInvoice) invoice = find_invoice (desk, cost->number, error);
  g_autoptr (ArrearsCost) entered = arrears_cost_new ();
  g_autoptr (ArrearsLogEntry) entry = NULL;

  entered->from_on = cost->on;
  if (invoice == NULL || !arrears_measure_begin (desk, &entered->from_on, error)
      || !check_cost (cost, entered->from_on, invoice, error))
    return FALSE;
  entered->customer_id = invoice->customer_id;
  entered->invoice_id = invoice->id;
  entered->amount = cost->amount;
  arrears_record_set_text (&entered->note, cost->note);
  entry = arrears_desk_new_entry (ARREARS_LOG_COST_ENTERED, invoice->customer_id, invoice->number);
  entry->day = entered->from_on;
  entry->amount = cost->amount;
  arrears_record_set_text (&entry->note, cost->note);
  return arrears_measure_enter (desk, entered, entry, error) != 0;
}

/* An invoice on its way into instalments. */
typedef struct
{
  ArrearsDesk *desk;
  ArrearsInvoice *whole; /* borrowed */
  gint64 *ids;           /* of the parts */
  ArrearsMoney *left;    /* of their principal */
  gsize n;
} Splitting;

static gboolean
check_splitting (ArrearsDesk *desk, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (GPtrArray) disputes = NULL;

  if (invoice->whole_id != 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "invoice %s: expected no instalment of another", invoice->number);
      return FALSE;
    }
  disputes = load_entries (desk, ARREARS_TYPE_DISPUTE, invoice, error);
  if (disputes == NULL)
    return FALSE;
  if (disputes->len == 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
               "invoice %s: expected no dispute that stands", invoice->number);
  return FALSE;
}

static gboolean
insert_parts (Splitting *splitting, const ArrearsInstalment *instalments, GError **error)
{
  for (gsize i = 0; i < splitting->n; i++)
    {
      g_autoptr (ArrearsInvoice) part = arrears_record_copy (splitting->whole);
      g_autofree char *number
          = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, splitting->whole->number, i + 1);

      arrears_record_set_text (&part->number, number);
      part->whole_id = splitting->whole->id;
      part->due_on = instalments[i].due_on;
      part->amount = instalments[i].amount;
      splitting->left[i] = instalments[i].amount;
      splitting->ids[i]
          = arrears_ledger_insert_invoice (arrears_desk_get_ledger (splitting->desk), part, error);
      if (splitting->ids[i] == 0)
        return FALSE;
    }
  return TRUE;
}

/* What was paid on the whole pays the parts, the first first; what was paid of charge and costs
 * goes with the first.
 */
static gboolean
allocate_again (Splitting *splitting, const ArrearsAllocation *allocation, GError **error)
{
  ArrearsAllocation again = *allocation;
  ArrearsMoney rest = allocation->amount;

  for (gsize i = 0; i < splitting->n && rest.fen > 0; i++)
    {
      again.invoice_id = splitting->ids[i];
      again.amount = rest;
      if (again.part == ARREARS_PART_PRINCIPAL)
        {
          again.amount = arrears_money_min (rest, splitting->left[i]);
          splitting->left[i].fen -= again.amount.fen;
        }
      rest.fen -= again.amount.fen;
      if (again.amount.fen > 0
          && !arrears_ledger_insert_allocation (arrears_desk_get_ledger (splitting->desk), &again,
                                                error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_allocations (gconstpointer a, gconstpointer b)
{
  const ArrearsAllocation *left = a;
  const ArrearsAllocation *right = b;

  return arrears_day_compare (left->allocated_on, right->allocated_on);
}

static gboolean
allocate_all_again (Splitting *splitting, GArray *allocations, GError **error)
{
  g_array_sort (allocations, compare_allocations);
  for (guint i = 0; i < allocations->len; i++)
    if (!allocate_again (splitting, &g_array_index (allocations, ArrearsAllocation, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
move_costs (Splitting *splitting, GPtrArray *costs, GError **error)
{
  for (guint i = 0; i < costs->len; i++)
    {
      g_autoptr (ArrearsCost) cost = arrears_record_copy (g_ptr_array_index (costs, i));

      cost->invoice_id = splitting->ids[0];
      if (arrears_ledger_enter (arrears_desk_get_ledger (splitting->desk), cost, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* "DAY=AMOUNT DAY=AMOUNT ...", as the log says it. */
static char *
describe_instalments (const ArrearsInstalment *instalments, gsize n)
{
  GString *described = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *day = arrears_day_to_string (instalments[i].due_on);
      g_autofree char *amount = arrears_money_to_string (instalments[i].amount);

      g_string_append_printf (described, "%s%s=%s", i > 0 ? " " : "", day, amount);
    }
  return g_string_free (described, FALSE);
}

static gboolean
split (Splitting *splitting, const ArrearsInstalment *instalments, GError **error)
{
  ArrearsDesk *desk = splitting->desk;
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsInvoice *whole = splitting->whole;
  g_autoptr (GArray) allocations = load_allocations (desk, whole, error);
  g_autoptr (GPtrArray) costs = NULL;

  if (allocations == NULL)
    return FALSE;
  costs = load_entries (desk, ARREARS_TYPE_COST, whole, error);
  return costs != NULL && arrears_ledger_undo_invoice_allocations (ledger, whole->id, error)
         && end_entries (desk, ARREARS_TYPE_COST, whole, "voided", "", error)
         && arrears_ledger_end_invoice (ledger, whole->id, "split", "", error)
         && insert_parts (splitting, instalments, error)
         && allocate_all_again (splitting, allocations, error)
         && move_costs (splitting, costs, error);
}

gboolean
arrears_invoices_split (ArrearsDesk *desk, const char *number, const ArrearsInstalment *instalments,
                        gsize n_instalments, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction
      = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  g_autoptr (ArrearsInvoice) invoice = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autofree gint64 *ids = g_new0 (gint64, n_instalments);
  g_autofree ArrearsMoney *left = g_new0 (ArrearsMoney, n_instalments);
  Splitting splitting = { .desk = desk, .ids = ids, .left = left, .n = n_instalments };

  if (transaction == NULL)
    return FALSE;
  invoice = find_invoice (desk, number, error);
  if (invoice == NULL
      || !arrears_instalments_check (instalments, n_instalments, invoice->amount,
                                     invoice->issued_on, error)
      || !check_splitting (desk, invoice, error))
    return FALSE;
  splitting.whole = invoice;
  entry = arrears_desk_new_entry (ARREARS_LOG_INVOICE_SPLIT, invoice->customer_id, invoice->number);
  entry->amount = invoice->amount;
  g_free (entry->note);
  entry->note = describe_instalments (instalments, n_instalments);
  return split (&splitting, instalments, error) && arrears_desk_log (desk, entry, error)
         && arrears_desk_commit (desk, transaction, error);
}
