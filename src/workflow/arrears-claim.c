/* arrears-claim.c: what can be claimed from a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-claim.h"

#include "arrears-allocation.h"
#include "arrears-charging.h"
#include "arrears-desk-private.h"
#include "arrears-due-day.h"
#include "arrears-ledger-invoices.h"

#include <string.h>

/* What the walk over one account leaves behind: its items after unapplied money. */
typedef struct
{
  ArrearsDay as_of;
  GArray *items; /* of ArrearsOpenItem */
  GArray *open;  /* of ArrearsMoney: what was open before, one an item */
  ArrearsMoney unapplied;
} ClaimPass;

static gboolean
collect_claim (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  ClaimPass *pass = user_data;

  for (gsize i = 0; i < account->n_items; i++)
    g_array_append_val (pass->open, account->items[i].open);
  arrears_allocation_cover (account->items, account->n_items, account->unapplied, pass->as_of);
  g_array_append_vals (pass->items, account->items, (guint) account->n_items);
  pass->unapplied = account->unapplied;
  return TRUE;
}

/* Ids of what is overdue and still owed, with what is covered and left of each. */
typedef struct
{
  GArray *ids;     /* of gint64 */
  GArray *owed;    /* of ArrearsMoney */
  GArray *covered; /* of ArrearsMoney */
  ArrearsMoney unapplied;
} Claim;

static void
clear_claim (Claim *claim)
{
  g_clear_pointer (&claim->ids, g_array_unref);
  g_clear_pointer (&claim->owed, g_array_unref);
  g_clear_pointer (&claim->covered, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Claim, clear_claim)

static gboolean
find_claim (ArrearsDesk *desk, gint64 customer_id, Claim *claim, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ArrearsOpenItem));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (ArrearsMoney));
  ClaimPass pass = { .as_of = arrears_desk_get_as_of (desk), .items = items, .open = open };

  claim->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  claim->owed = g_array_new (FALSE, FALSE, sizeof (ArrearsMoney));
  claim->covered = g_array_new (FALSE, FALSE, sizeof (ArrearsMoney));
  if (!arrears_ledger_foreach_open_account (arrears_desk_get_ledger (desk), pass.as_of,
                                            &customer_id, 1, collect_claim, &pass, error))
    return FALSE;
  claim->unapplied = pass.unapplied;
  for (guint i = 0; i < items->len; i++)
    {
      const ArrearsOpenItem *item = &g_array_index (items, ArrearsOpenItem, i);
      ArrearsMoney covered
          = arrears_money (g_array_index (open, ArrearsMoney, i).fen - item->open.fen);

      if (arrears_open_item_get_days_overdue (item, pass.as_of) < 1 || item->open.fen <= 0)
        continue;
      g_array_append_val (claim->ids, item->invoice_id);
      g_array_append_val (claim->owed, item->open);
      g_array_append_val (claim->covered, covered);
    }
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
          ArrearsMoney owed, ArrearsMoney covered, GError **error)
{
  ArrearsDemandLine line = { .invoice = arrears_record_copy (invoice) };
  ArrearsContract *contract = arrears_charging_get_contract (charging, invoice);
  gboolean is_computed;

  line.invoice->open = owed;
  line.invoice->limitation_ends_on = arrears_charging_get_limitation (charging, invoice).ends_on;
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
  g_autoptr (GPtrArray) invoices = NULL;

  if (charging == NULL)
    return FALSE;
  invoices = arrears_ledger_load_invoices (arrears_desk_get_ledger (desk),
                                           (const gint64 *) (gpointer) claim->ids->data,
                                           claim->ids->len, demand->as_of, error);
  if (invoices == NULL)
    return FALSE;
  for (guint i = 0; i < invoices->len; i++)
    if (!add_line (demand, charging, g_ptr_array_index (invoices, i),
                   g_array_index (claim->owed, ArrearsMoney, i),
                   g_array_index (claim->covered, ArrearsMoney, i), error))
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
  g_auto (Claim) claim = { 0 };

  if (!load_parties (desk, customer_id, demand, error)
      || !find_claim (desk, customer_id, &claim, error))
    return NULL;
  if (claim.ids->len == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE,
                   "customer %s: nothing is overdue and unpaid", demand->debtor->code);
      return NULL;
    }
  set_days (desk, demand);
  demand->unapplied = claim.unapplied;
  if (!add_lines (desk, demand, &claim, error))
    return NULL;
  g_ptr_array_sort (demand->lines, compare_lines);
  return g_steal_pointer (&demand);
}
