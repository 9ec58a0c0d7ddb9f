/* arrears-standings.c: where accounts stand, read from the ledger in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-standings.h"

#include "arrears-allocation.h"
#include "arrears-crossing.h"
#include "arrears-customer.h"
#include "arrears-desk-private.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-today.h"

typedef struct
{
  ArrearsDay as_of;
  const ArrearsCircumstances *circumstances;
  ArrearsAging *aging; /* NULL where it is not wanted */
  GArray *parts;       /* of ArrearsOpenItem, for accounts that something is known of */
  ArrearsStandingFunc func;
  gpointer user_data;
} Pass;

static gboolean
sum_open (Pass *pass, const ArrearsOpenAccount *account, ArrearsMoney *sum, GError **error)
{
  *sum = ARREARS_MONEY_ZERO;
  for (gsize i = 0; i < account->n_items; i++)
    {
      const ArrearsOpenItem *item = &account->items[i];
      int days = arrears_open_item_get_days_overdue (item, pass->as_of);

      if (!arrears_money_accumulate (sum, item->open, error)
          || (pass->aging != NULL && !arrears_aging_add (pass->aging, days, item->open, error)))
        return FALSE;
    }
  return TRUE;
}

static void
set_item_policies (const ArrearsPolicySet *policies, ArrearsOpenAccount *account)
{
  if (!arrears_policy_set_has_invoices (policies))
    return;
  for (gsize i = 0; i < account->n_items; i++)
    account->items[i].policy
        = arrears_policy_set_get_for_invoice (policies, account->items[i].invoice_id);
}

static ArrearsCrossing *
find_crossing (const ArrearsCircumstance *circumstance, const ArrearsStanding *standing)
{
  for (guint i = 0; circumstance->crossings != NULL && i < circumstance->crossings->len; i++)
    {
      ArrearsCrossing *crossing = g_ptr_array_index (circumstance->crossings, i);

      if (crossing->stage == standing->stage
          && arrears_day_compare (crossing->from_on, standing->crossed_on) == 0)
        return crossing;
    }
  return NULL;
}

static void
note_crossing (const ArrearsCircumstance *circumstance, ArrearsAccountStanding *standing)
{
  ArrearsCrossing *crossing = find_crossing (circumstance, &standing->standing);

  if (crossing == NULL)
    return;
  standing->crossing_id = crossing->id;
  standing->is_done = arrears_day_is_set (crossing->ended_on);
}

static void
note_stage_name (const ArrearsPolicy *policy, ArrearsAccountStanding *standing)
{
  int stage = standing->standing.stage;

  if (stage > ARREARS_STAGE_NONE && policy->stages[stage - 1].name[0] != '\0')
    standing->stage_name = g_intern_string (policy->stages[stage - 1].name);
}

static gboolean
take_off_unapplied (ArrearsMoney owed, ArrearsAccountStanding *standing, GError **error)
{
  if (arrears_money_subtract (owed, standing->unapplied, &standing->standing.balance))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
               "customer %" G_GINT64_FORMAT ": the balance does not fit", standing->customer_id);
  return FALSE;
}

static gboolean
visit_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Pass *pass = user_data;
  const ArrearsPolicySet *policies = arrears_circumstances_get_policies (pass->circumstances);
  ArrearsAccountStanding standing = {
    .customer_id = account->customer_id,
    .unapplied = account->unapplied,
    .credit_limit = account->credit_limit,
    .last_letter_on = account->last_letter_on,
  };
  ArrearsStandingVisit visit = {
    .account = &standing,
    .policy = arrears_policy_set_get (policies, account->policy_id, account->grade),
    .circumstance = arrears_circumstances_get (pass->circumstances, account->customer_id),
    .items = account->items,
    .n_items = account->n_items,
  };
  ArrearsStandingBasis basis = { .policy = visit.policy, .as_of = pass->as_of };
  ArrearsMoney owed;

  if (!sum_open (pass, account, &owed, error))
    return FALSE;
  arrears_allocation_cover (account->items, account->n_items, account->unapplied, pass->as_of);
  set_item_policies (policies, account);
  if (visit.circumstance != NULL)
    {
      arrears_circumstance_apply (visit.circumstance, account->items, account->n_items, pass->as_of,
                                  pass->parts);
      arrears_circumstance_fill_basis (visit.circumstance, &basis);
      visit.items = (const ArrearsOpenItem *) (gpointer) pass->parts->data;
      visit.n_items = pass->parts->len;
    }
  if (!arrears_standing_compute (&basis, visit.items, visit.n_items, &standing.standing, error)
      || !take_off_unapplied (owed, &standing, error))
    return FALSE;
  note_stage_name (visit.policy, &standing);
  if (visit.circumstance != NULL)
    note_crossing (visit.circumstance, &standing);
  return pass->func (&visit, pass->user_data, error);
}

gboolean
arrears_standings_foreach (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, ArrearsAging *aging,
                           ArrearsStandingFunc func, gpointer user_data, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (ArrearsCircumstances) circumstances = NULL;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (ArrearsOpenItem));
  Pass pass = { .as_of = arrears_desk_get_as_of (desk),
                .aging = aging,
                .parts = parts,
                .func = func,
                .user_data = user_data };

  if (reading == NULL)
    return FALSE;
  circumstances = ids != NULL && n_ids == 1 ? arrears_circumstances_load (desk, ids[0], error)
                                            : arrears_circumstances_load_kept (desk, error);
  pass.circumstances = circumstances;
  return circumstances != NULL
         && arrears_ledger_foreach_open_account (ledger, pass.as_of, ids, n_ids, visit_account,
                                                 &pass, error);
}

static gboolean
append_standing (const ArrearsStandingVisit *visit, gpointer user_data, GError **error)
{
  g_array_append_vals (user_data, visit->account, 1);
  return TRUE;
}

GArray *
arrears_standings_compute (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, ArrearsAging *aging,
                           GError **error)
{
  g_autoptr (GArray) standings = g_array_new (FALSE, FALSE, sizeof (ArrearsAccountStanding));

  if (!arrears_standings_foreach (desk, ids, n_ids, aging, append_standing, standings, error))
    return NULL;
  return g_steal_pointer (&standings);
}

/* The numbers of the stages between the last one seen and the present one. */
static char *
list_passed_stages (const ArrearsStanding *standing)
{
  GString *text = g_string_new (NULL);

  for (int stage = standing->seen_stage + 1; !standing->is_paused && stage < standing->stage;
       stage++)
    g_string_append_printf (text, "%s%d", text->len > 0 ? " " : "", stage);
  return g_string_free (text, FALSE);
}

static ArrearsAccount *
create_account (const ArrearsAccountStanding *from, ArrearsCustomer *customer,
                const char *oldest_invoice)
{
  ArrearsAccount *account = arrears_account_new ();
  g_autofree char *passed_stages = list_passed_stages (&from->standing);

  account->id = customer->id;
  account->grade = customer->grade;
  arrears_record_set_text (&account->code, customer->code);
  arrears_record_set_text (&account->name, customer->name);
  arrears_record_set_text (&account->contact, customer->contact);
  arrears_record_set_text (&account->phone, customer->phone);
  arrears_record_set_text (&account->owner, customer->owner);
  account->balance = from->standing.balance;
  account->overdue = from->standing.overdue;
  account->unapplied = from->unapplied;
  account->days_overdue = from->standing.days_overdue;
  account->stage = from->standing.stage;
  arrears_record_set_text (&account->stage_name, from->stage_name);
  account->crossed_on = from->standing.crossed_on;
  account->counted = from->standing.counted;
  account->last_letter_on = from->last_letter_on;
  account->is_paused = from->standing.is_paused;
  account->disputed = from->standing.disputed;
  account->resting = from->standing.resting;
  account->seen_stage = from->standing.seen_stage;
  account->is_seen = from->crossing_id != 0;
  arrears_record_set_text (&account->passed_stages, passed_stages);
  arrears_record_set_text (&account->oldest_invoice, oldest_invoice);
  return account;
}

static void
unref_account (gpointer account)
{
  g_clear_object (&account);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ArrearsAccountStanding *standings = user_data;
  gint64 left = standings[*(const gsize *) a].customer_id;
  gint64 right = standings[*(const gsize *) b].customer_id;

  return (left > right) - (left < right);
}

/* The places of the standings by customer id: in that order their rows lie side by side in the
 * file.
 */
static gsize *
order_places (const ArrearsAccountStanding *standings, gsize n_standings)
{
  gsize *places = g_new (gsize, n_standings + 1);

  for (gsize i = 0; i < n_standings; i++)
    places[i] = i;
  g_qsort_with_data (places, (int) n_standings, sizeof *places, compare_places,
                     (gpointer) standings);
  return places;
}

GPtrArray *
arrears_standings_load_accounts (ArrearsDesk *desk, const ArrearsAccountStanding *standings,
                                 gsize n_standings, GError **error)
{
  g_autofree gsize *places = order_places (standings, n_standings);
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autofree gint64 *customer_ids = g_new (gint64, n_standings + 1);
  g_autofree gint64 *invoice_ids = g_new (gint64, n_standings + 1);
  g_autoptr (GPtrArray) customers = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (unref_account);

  for (gsize i = 0; i < n_standings; i++)
    {
      customer_ids[i] = standings[places[i]].customer_id;
      invoice_ids[i] = standings[places[i]].standing.oldest_invoice_id;
    }
  customers = arrears_ledger_load_customers (ledger, customer_ids, n_standings, as_of, error);
  if (customers == NULL)
    return NULL;
  numbers = arrears_ledger_load_invoice_numbers (ledger, invoice_ids, n_standings, error);
  if (numbers == NULL)
    return NULL;
  g_ptr_array_set_size (accounts, (int) n_standings);
  for (gsize i = 0; i < n_standings; i++)
    {
      ArrearsCustomer *customer = g_ptr_array_index (customers, i);

      if (customer != NULL)
        accounts->pdata[places[i]]
            = create_account (&standings[places[i]], customer, g_ptr_array_index (numbers, i));
    }
  return g_steal_pointer (&accounts);
}

int
arrears_standings_compare (const ArrearsAccountStanding *left, const ArrearsAccountStanding *right)
{
  int order = right->standing.stage - left->standing.stage;

  if (order == 0)
    order = arrears_money_compare (right->standing.overdue, left->standing.overdue);
  if (order == 0)
    order = right->standing.days_overdue - left->standing.days_overdue;
  if (order == 0)
    order = (left->customer_id > right->customer_id) - (left->customer_id < right->customer_id);
  return order;
}

static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  return arrears_standings_compare (a, b);
}

void
arrears_standings_keep_flagged (GArray *standings)
{
  guint kept = 0;

  for (guint i = 0; i < standings->len; i++)
    {
      ArrearsAccountStanding standing = g_array_index (standings, ArrearsAccountStanding, i);

      if (standing.standing.stage > ARREARS_STAGE_NONE)
        g_array_index (standings, ArrearsAccountStanding, kept++) = standing;
    }
  g_array_set_size (standings, kept);
  g_array_sort (standings, compare_urgency);
}
