/* arrears-account-page.c: one account in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-page.h"

#include "arrears-charging.h"
#include "arrears-contact.h"
#include "arrears-cost.h"
#include "arrears-desk-private.h"
#include "arrears-disputes.h"
#include "arrears-guarantee.h"
#include "arrears-ledger-customers.h"
#include "arrears-ledger-log.h"
#include "arrears-ledger-receipts.h"
#include "arrears-ledger-register.h"
#include "arrears-limitation-watch.h"
#include "arrears-marks.h"
#include "arrears-pauses.h"
#include "arrears-payment-order.h"
#include "arrears-promises.h"
#include "arrears-standings.h"

enum
{
  MAX_ROWS = 500,
};

static gboolean
load_standing (ArrearsAccountPage *page, ArrearsDesk *desk, GError **error)
{
  gint64 id = page->customer->id;
  ArrearsAccountStanding nothing = { .customer_id = id };
  g_autoptr (GArray) standings = arrears_standings_compute (desk, &id, 1, NULL, error);
  g_autoptr (GPtrArray) accounts = NULL;

  if (standings == NULL)
    return FALSE;
  if (standings->len == 0)
    g_array_append_val (standings, nothing);
  accounts = arrears_standings_load_accounts (
      desk, (const ArrearsAccountStanding *) (gpointer) standings->data, 1, error);
  if (accounts == NULL)
    return FALSE;
  page->account = g_object_ref (g_ptr_array_index (accounts, 0));
  return TRUE;
}

/* The records were made by this call and nobody else holds them yet. */
static gboolean
complete_invoices (ArrearsAccountPage *page, ArrearsCharging *charging, GError **error)
{
  for (guint i = 0; i < page->invoices->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (page->invoices, i);
      g_auto (ArrearsLateCharge) charge = { 0 };
      ArrearsChargeTerms terms;
      gboolean is_agreed;

      if (!arrears_charging_get_terms (charging, invoice, &terms, &is_agreed, error)
          || !arrears_charging_compute (charging, invoice, ARREARS_MONEY_ZERO, &terms, &charge,
                                        error))
        return FALSE;
      invoice->charge = charge.unpaid_charge;
      if (!arrears_money_accumulate (&page->charge, invoice->charge, error))
        return FALSE;
    }
  return TRUE;
}

/* What may be claimed although the principal is paid. */
static gboolean
load_kept (ArrearsAccountPage *page, ArrearsCharging *charging, GError **error)
{
  page->kept = arrears_charging_load_kept (charging, error);
  if (page->kept == NULL)
    return FALSE;
  for (guint i = 0; i < page->kept->len; i++)
    if (!arrears_money_accumulate (
            &page->charge, ((ArrearsInvoice *) g_ptr_array_index (page->kept, i))->charge, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
load_standing_entries (ArrearsDesk *desk, GType type, gint64 customer_id, GError **error)
{
  return arrears_ledger_load_register (arrears_desk_get_ledger (desk), type, customer_id,
                                       ARREARS_REGISTER_STANDING, arrears_desk_get_as_of (desk),
                                       error);
}

static gboolean
load_measures (ArrearsAccountPage *page, ArrearsDesk *desk, GError **error)
{
  gint64 id = page->customer->id;

  return (page->promises = arrears_promises_load (desk, id, error)) != NULL
         && (page->disputes = arrears_disputes_load (desk, id, TRUE, error)) != NULL
         && (page->pauses = arrears_pauses_load (desk, id, error)) != NULL
         && (page->marks = arrears_marks_load (desk, id, FALSE, error)) != NULL
         && (page->guarantees
             = load_standing_entries (desk, ARREARS_TYPE_GUARANTEE, id, error)) != NULL
         && (page->costs = load_standing_entries (desk, ARREARS_TYPE_COST, id, error)) != NULL
         && (page->credit = arrears_credit_ask (desk, id, ARREARS_MONEY_ZERO, error)) != NULL;
}

/* What the latest contact planned; one that was corrected, or never made, does not count. */
static ArrearsDay
find_follow_up (GPtrArray *log)
{
  g_autoptr (GHashTable) corrected = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *corrects = g_new0 (gint64, log->len + 1);
  ArrearsLogEntry *last = NULL;

  for (guint i = 0; i < log->len; i++)
    {
      ArrearsLogEntry *entry = g_ptr_array_index (log, i);
      int minute;

      if (!arrears_contact_read_entry (entry, &minute, &corrects[i]))
        continue;
      if (entry->channel[0] != '\0' && !g_hash_table_contains (corrected, &entry->id)
          && (last == NULL || arrears_day_compare (entry->day, last->day) > 0))
        last = entry;
      g_hash_table_add (corrected, &corrects[i]);
    }
  return last != NULL ? last->next_on : ARREARS_DAY_NONE;
}

ArrearsAccountPage *
arrears_account_page_load (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (ArrearsAccountPage) page = g_new0 (ArrearsAccountPage, 1);
  g_autoptr (ArrearsCharging) charging = NULL;

  if (reading == NULL)
    return NULL;
  page->customer = arrears_desk_load_customer (desk, customer_id, error);
  if (page->customer == NULL || !load_standing (page, desk, error))
    return NULL;
  charging = arrears_charging_load (desk, customer_id, error);
  if (charging == NULL)
    return NULL;
  page->contracts = g_ptr_array_ref (arrears_charging_get_contracts (charging));
  page->invoices = arrears_charging_load_open_invoices (desk, customer_id, as_of, error);
  if (page->invoices == NULL
      || !arrears_limitation_watch_complete (desk, customer_id, page->invoices, error)
      || !complete_invoices (page, charging, error) || !load_kept (page, charging, error))
    return NULL;
  page->receipts = arrears_ledger_load_receipts (ledger, customer_id, ARREARS_RECEIPT_STATE_ALL,
                                                 as_of, MAX_ROWS, error);
  if (page->receipts == NULL)
    return NULL;
  page->log = arrears_ledger_load_log (ledger, customer_id, as_of, 0, MAX_ROWS, error);
  if (page->log == NULL || !load_measures (page, desk, error))
    return NULL;
  page->follow_up_on = find_follow_up (page->log);
  return g_steal_pointer (&page);
}

void
arrears_account_page_free (ArrearsAccountPage *page)
{
  g_clear_object (&page->customer);
  g_clear_object (&page->account);
  g_clear_pointer (&page->invoices, g_ptr_array_unref);
  g_clear_pointer (&page->kept, g_ptr_array_unref);
  g_clear_pointer (&page->contracts, g_ptr_array_unref);
  g_clear_pointer (&page->receipts, g_ptr_array_unref);
  g_clear_pointer (&page->log, g_ptr_array_unref);
  g_clear_pointer (&page->promises, g_ptr_array_unref);
  g_clear_pointer (&page->disputes, g_ptr_array_unref);
  g_clear_pointer (&page->pauses, g_ptr_array_unref);
  g_clear_pointer (&page->marks, g_ptr_array_unref);
  g_clear_pointer (&page->guarantees, g_ptr_array_unref);
  g_clear_pointer (&page->costs, g_ptr_array_unref);
  g_clear_pointer (&page->credit, arrears_credit_report_free);
  g_free (page);
}

gint64
arrears_account_find (ArrearsDesk *desk, const char *code, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsCustomer) customer
      = arrears_ledger_find_customer (arrears_desk_get_ledger (desk), code,
                                      arrears_desk_get_as_of (desk), &failure);

  if (customer != NULL)
    return customer->id;
  if (failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "customer %s: not in the ledger", code);
  g_propagate_error (error, g_steal_pointer (&failure));
  return 0;
}

static gboolean
check_payment_order (const char *word, GError **error)
{
  ArrearsPaymentOrder order;

  return word[0] == '\0' || arrears_payment_order_parse (word, &order, error);
}

static gboolean
check_contract (ArrearsContract *contract, GError **error)
{
  ArrearsChargeTerms terms;
  ArrearsRate cap;

  if (contract->grace_days < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "grace_days %d: expected 0 or more", contract->grace_days);
      return FALSE;
    }
  return (contract->charge_terms[0] == '\0'
          || arrears_charge_terms_parse (contract->charge_terms, &terms, error))
         && (contract->charge_cap[0] == '\0'
             || arrears_rate_parse (contract->charge_cap, &cap, error))
         && check_payment_order (contract->payment_order, error);
}

/* NULL without error where the customer has no contract with this number. (transfer full) */
static ArrearsContract *
load_contract (ArrearsDesk *desk, gint64 customer_id, const char *number, GError **error)
{
  g_autoptr (GPtrArray) contracts = arrears_ledger_load_contracts (
      arrears_desk_get_ledger (desk), customer_id, arrears_desk_get_as_of (desk), error);

  for (guint i = 0; contracts != NULL && i < contracts->len; i++)
    {
      ArrearsContract *contract = g_ptr_array_index (contracts, i);

      if (g_str_equal (contract->number, number))
        return g_object_ref (contract);
    }
  return NULL;
}

ArrearsContract *
arrears_account_find_contract (ArrearsDesk *desk, gint64 customer_id, const char *number,
                               GError **error)
{
  g_autoptr (GError) failure = NULL;
  ArrearsContract *contract
      = load_contract (desk, customer_id, number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (contract == NULL)
    {
      contract = arrears_contract_new ();
      contract->customer_id = customer_id;
      arrears_record_set_text (&contract->number, number);
    }
  return contract;
}

/* Sets the id of a contract that is new. */
static gboolean
add_contract (ArrearsDesk *desk, ArrearsContract *contract, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsContract) taken = NULL;

  if (contract->number[0] == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "the contract needs a number");
      return FALSE;
    }
  taken = load_contract (desk, contract->customer_id, contract->number, &failure);
  if (taken != NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE,
                 "contract %s: the customer has one with this number", contract->number);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  contract->id = arrears_ledger_ensure_contract (arrears_desk_get_ledger (desk),
                                                 contract->customer_id, contract->number, error);
  return contract->id != 0;
}

gboolean
arrears_account_save_contract (ArrearsDesk *desk, ArrearsContract *contract, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsContract) saved = arrears_record_copy (contract);
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (
      ARREARS_LOG_CONTRACT_SAVED, contract->customer_id, contract->number);
  g_autoptr (ArrearsTransaction) transaction = NULL;

  if (!check_contract (contract, error))
    return FALSE;
  arrears_record_set_text (&entry->note, contract->charge_terms);
  transaction = arrears_transaction_begin (ledger, error);
  return transaction != NULL && (saved->id != 0 || add_contract (desk, saved, error))
         && arrears_ledger_update_contract (ledger, saved, error)
         && arrears_desk_log (desk, entry, error)
         && arrears_desk_commit (desk, transaction, error);
}

gboolean
arrears_account_save_customer (ArrearsDesk *desk, ArrearsCustomer *customer, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsCustomer) checked = arrears_record_copy (customer);
  g_autoptr (ArrearsLogEntry) entry
      = arrears_desk_new_entry (ARREARS_LOG_CUSTOMER_SAVED, customer->id, customer->code);
  g_autoptr (ArrearsTransaction) transaction = NULL;

  if (!arrears_desk_check_firm (checked->name, &checked->uscc, error)
      || !check_payment_order (checked->payment_order, error))
    return FALSE;
  transaction = arrears_transaction_begin (ledger, error);
  return transaction != NULL && arrears_ledger_update_customer (ledger, checked, error)
         && arrears_desk_log (desk, entry, error)
         && arrears_desk_commit (desk, transaction, error);
}
