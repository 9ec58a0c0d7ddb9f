/* arrears-standings.c: where accounts stand, read from the ledger in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-standings.h"

#include "arrears-account.h"
#include "arrears-allocation.h"
#include "arrears-customer.h"
#include "arrears-desk-private.h"
#include "arrears-invoice.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-invoices.h"

typedef struct
{
  ArrearsDay as_of;
  ArrearsPolicy policies[3]; /* by grade */
  ArrearsAging *aging; /* NULL where it is not wanted */
  GArray *standings;
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

static gboolean
add_account (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Pass *pass = user_data;
  ArrearsAccountStanding standing = {
    .customer_id = account->customer_id,
    .unapplied = account->unapplied,
    .last_letter_on = account->last_letter_on,
  };
  ArrearsStandingBasis basis = { .policy = &pass->policies[account->grade], .as_of = pass->as_of };
  ArrearsMoney owed;

  if (!sum_open (pass, account, &owed, error))
    return FALSE;
  arrears_allocation_cover (account->items, account->n_items, account->unapplied, pass->as_of);
  if (!arrears_standing_compute (&basis, account->items, account->n_items, &standing.standing,
                                 error))
    return FALSE;
  if (!arrears_money_subtract (owed, account->unapplied, &standing.standing.balance))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
                   "customer %" G_GINT64_FORMAT ": the balance does not fit",
                   account->customer_id);
      return FALSE;
    }
  g_array_append_val (pass->standings, standing);
  return TRUE;
}

GArray *
arrears_standings_compute (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, ArrearsAging *aging,
                           GError **error)
{
  g_autoptr (GArray) standings = g_array_new (FALSE, FALSE, sizeof (ArrearsAccountStanding));
  Pass pass = { .as_of = arrears_desk_get_as_of (desk), .aging = aging, .standings = standings };

  for (guint grade = 0; grade < G_N_ELEMENTS (pass.policies); grade++)
    pass.policies[grade] = arrears_policy_get_default ((ArrearsGrade) grade);
  if (!arrears_ledger_foreach_open_account (arrears_desk_get_ledger (desk), pass.as_of, ids, n_ids,
                                            add_account, &pass, error))
    return NULL;
  return g_steal_pointer (&standings);
}

static ArrearsAccount *
create_account (const ArrearsAccountStanding *from, ArrearsCustomer *customer,
                ArrearsInvoice *oldest)
{
  ArrearsAccount *account = arrears_account_new ();

  account->id = customer->id;
  account->grade = customer->grade;
  arrears_record_set_text (&account->code, customer->code);
  arrears_record_set_text (&account->name, customer->name);
  arrears_record_set_text (&account->contact, customer->contact);
  arrears_record_set_text (&account->phone, customer->phone);
  account->balance = from->standing.balance;
  account->overdue = from->standing.overdue;
  account->unapplied = from->unapplied;
  account->days_overdue = from->standing.days_overdue;
  account->stage = from->standing.stage;
  account->crossed_on = from->standing.crossed_on;
  account->counted = from->standing.counted;
  account->last_letter_on = from->last_letter_on;
  if (oldest != NULL)
    arrears_record_set_text (&account->oldest_invoice, oldest->number);
  return account;
}

static void
unref_account (gpointer account)
{
  g_clear_object (&account);
}

GPtrArray *
arrears_standings_load_accounts (ArrearsDesk *desk, const ArrearsAccountStanding *standings,
                                 gsize n_standings, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autofree gint64 *customer_ids = g_new (gint64, n_standings + 1);
  g_autofree gint64 *invoice_ids = g_new (gint64, n_standings + 1);
  g_autoptr (GPtrArray) customers = NULL;
  g_autoptr (GPtrArray) invoices = NULL;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (unref_account);

  for (gsize i = 0; i < n_standings; i++)
    {
      customer_ids[i] = standings[i].customer_id;
      invoice_ids[i] = standings[i].standing.oldest_invoice_id;
    }
  customers = arrears_ledger_load_customers (ledger, customer_ids, n_standings, error);
  if (customers == NULL)
    return NULL;
  invoices = arrears_ledger_load_invoices (ledger, invoice_ids, n_standings,
                                           arrears_desk_get_as_of (desk), error);
  if (invoices == NULL)
    return NULL;
  for (gsize i = 0; i < n_standings; i++)
    {
      ArrearsCustomer *customer = g_ptr_array_index (customers, i);

      g_ptr_array_add (accounts, customer != NULL ? create_account (&standings[i], customer,
                                                                    g_ptr_array_index (invoices, i))
                                                  : NULL);
    }
  return g_steal_pointer (&accounts);
}
