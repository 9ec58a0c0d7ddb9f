/* arrears-claim.c: what can be claimed from a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-claim.h"

#include "arrears-charging.h"
#include "arrears-desk-private.h"
#include "arrears-due-day.h"
#include "arrears-ledger-invoices.h"
#include "arrears-limitation-watch.h"
#include "arrears-standings.h"

#include <string.h>

/* What may be claimed of one invoice, and the part of it for which no charge is asked: what
 * unapplied money covers and what rests by a promise.
 */
typedef struct
{
  gint64 invoice_id;
  ArrearsMoney owed;
  ArrearsMoney open;     /* after unapplied money */
  ArrearsMoney promised;
} ClaimedInvoice;

typedef struct
{
  ArrearsDay as_of;
  GArray *invoices; /* of ClaimedInvoice */
  ArrearsMoney unapplied;
} Claim;

/* An invoice that came back to count in parts stands as several items, one behind the other. */
static void
add_item (Claim *claim, const ArrearsOpenItem *item)
{
  ClaimedInvoice *last
      = claim->invoices->len > 0
            ? &g_array_index (claim->invoices, ClaimedInvoice, claim->invoices->len - 1)
            : NULL;
  ClaimedInvoice invoice = { .invoice_id = item->invoice_id };

  if (last == NULL || last->invoice_id != item->invoice_id)
    {
      g_array_append_val (claim->invoices, invoice);
      last = &g_array_index (claim->invoices, ClaimedInvoice, claim->invoices->len - 1);
    }
  last->owed.fen += arrears_open_item_get_countable (item).fen;
  last->open.fen += item->open.fen;
  last->promised.fen += item->promised.fen;
}

static gboolean
collect_claim (const ArrearsStandingVisit *visit, gpointer user_data, GError **error)
{
  Claim *claim = user_data;

  for (gsize i = 0; i < visit->n_items; i++)
    if (arrears_open_item_get_days_overdue (&visit->items[i], claim->as_of) >= 1)
      add_item (claim, &visit->items[i]);
  for (guint i = claim->invoices->len; i > 0; i--)
    if (g_array_index (claim->invoices, ClaimedInvoice, i - 1).owed.fen <= 0)
      g_array_remove_index (claim->invoices, i - 1);
  claim->unapplied = visit->account->unapplied;
  return TRUE;
}

static gboolean
check_creditor (ArrearsCompany *company, GError **error)
{
  const char *missing = company->name[0] == '\0'           ? "name"
                        : company->bank[0] == '\0'         ? "bank"
                        : company->bank_account[0] == '\0' ? "bank_account"
                                                           : NULL;

  if (missing == NULL)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_COMPANY_MISSING,
               "company %s: a letter needs it; it is not set", missing);
  return FALSE;
}

static gboolean
load_parties (ArrearsDesk *desk, gint64 customer_id, ArrearsDemand *demand, GError **error)
{
  demand->creditor = arrears_desk_load_company (desk, error);
  if (demand->creditor == NULL || !check_creditor (demand->creditor, error))
    return FALSE;
  demand->debtor = arrears_desk_load_customer (desk, customer_id, error);
  return demand->debtor != NULL;
}

static void
set_days (ArrearsDesk *desk, ArrearsDemand *demand)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  const ArrearsCalendar *calendar = arrears_desk_get_calendar (desk);

  demand->issued_on = as_of;
  demand->as_of = as_of;
  demand->pay_by = arrears_due_day_for_letter (as_of, calendar);
  demand->dispute_by = demand->pay_by;
  demand->lpr_table_end = arrears_rate_table_get_end (arrears_desk_get_rates (desk).lpr);
}

static gboolean
add_line (ArrearsDemand *demand, ArrearsCharging *charging, ArrearsInvoice *invoice,
          const ClaimedInvoice *claimed, GError **error)
{
  ArrearsDemandLine line = { .invoice = arrears_record_copy (invoice) };
  ArrearsContract *contract = arrears_charging_get_contract (charging, invoice);
  ArrearsMoney covered
      = arrears_money (invoice->open.fen - claimed->open.fen + claimed->promised.fen);
  gboolean is_computed;

  line.invoice->open = claimed->owed;
  line.left_out = arrears_money (claimed->open.fen - claimed->owed.fen);
  if (contract != NULL)
    line.contract = g_object_ref (contract);
  is_computed
      = arrears_charging_get_terms (charging, invoice, &line.terms, &line.is_agreed, error)
        && arrears_charging_compute (charging, invoice, covered, &line.terms, &line.charge, error);
  if (!is_computed)
    {
      g_clear_object (&line.invoice);
      g_clear_object (&line.contract);
      return FALSE;
    }
  return arrears_demand_take_line (demand, &line, error);
}

static gboolean
add_lines (ArrearsDesk *desk, ArrearsDemand *demand, const Claim *claim, GError **error)
{
  g_autoptr (ArrearsCharging) charging = arrears_charging_load (desk, demand->debtor->id, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) invoices = NULL;

  if (charging == NULL)
    return FALSE;
  for (guint i = 0; i < claim->invoices->len; i++)
    g_array_append_val (ids, g_array_index (claim->invoices, ClaimedInvoice, i).invoice_id);
  invoices = arrears_ledger_load_invoices (arrears_desk_get_ledger (desk),
                                           (const gint64 *) (gpointer) ids->data, ids->len,
                                           demand->as_of, error);
  if (invoices == NULL
      || !arrears_limitation_watch_complete (desk, demand->debtor->id, invoices, error))
    return FALSE;
  for (guint i = 0; i < invoices->len; i++)
    if (!add_line (demand, charging, g_ptr_array_index (invoices, i),
                   &g_array_index (claim->invoices, ClaimedInvoice, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  ArrearsInvoice *left = (*(ArrearsDemandLine *const *) a)->invoice;
  ArrearsInvoice *right = (*(ArrearsDemandLine *const *) b)->invoice;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order : strcmp (left->number, right->number);
}

ArrearsDemand *
arrears_claim_draft (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsDemand) demand = arrears_demand_new ();
  g_autoptr (GArray) invoices = g_array_new (FALSE, FALSE, sizeof (ClaimedInvoice));
  Claim claim = { .as_of = arrears_desk_get_as_of (desk), .invoices = invoices };

  if (!load_parties (desk, customer_id, demand, error)
      || !arrears_standings_foreach (desk, &customer_id, 1, NULL, collect_claim, &claim, error))
    return NULL;
  if (invoices->len == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE,
                   "customer %s: nothing is overdue and unpaid that does not rest",
                   demand->debtor->code);
      return NULL;
    }
  set_days (desk, demand);
  demand->unapplied = claim.unapplied;
  if (!add_lines (desk, demand, &claim, error))
    return NULL;
  g_ptr_array_sort (demand->lines, compare_lines);
  return g_steal_pointer (&demand);
}
