/* arrears-ledger-contracts.c: contracts of customers in the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-customers.h"

#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-query.h"

#define CONTRACT_COLUMNS                                                                           \
  "id, customer_id, number, title, signed_on, charge_clause, charge_terms, grace_days, "           \
  "charge_cap, payment_order "

static gboolean
find_contract (ArrearsLedger *ledger, gint64 customer_id, const char *number, gint64 *id,
               GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "find a contract",
                            "SELECT id FROM contract WHERE customer_id = :customer_id "
                            "AND number = :number");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_text (query, ":number", number);
  return arrears_query_collect_integer (query, 0, id, error);
}

gint64
arrears_ledger_ensure_contract (ArrearsLedger *ledger, gint64 customer_id, const char *number,
                                GError **error)
{
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (!find_contract (ledger, customer_id, number, &id, error) || id != 0)
    return id;
  query = arrears_query_open (ledger, "insert a contract",
                              "INSERT INTO contract (customer_id, number, title, signed_on, "
                              "charge_clause, charge_terms, grace_days, charge_cap, "
                              "recorded_on) "
                              "VALUES (:customer_id, :number, '', 0, '', '', 0, '', "
                              ":recorded_on)");
  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_text (query, ":number", number);
  arrears_query_bind_day (query, ":recorded_on",
                          arrears_ledger_get_recorded_on (ledger, ARREARS_DAY_NONE));
  return arrears_query_run_insert (query, error);
}

GPtrArray *
arrears_ledger_load_contracts (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                               GError **error)
{
  g_autoptr (GPtrArray) contracts = NULL;
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load the contracts of a customer",
                            "SELECT " CONTRACT_COLUMNS "FROM contract "
                            "WHERE customer_id = :customer_id AND recorded_on <= :known_on "
                            "ORDER BY number");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_as_of (query, as_of);
  contracts = arrears_query_collect_records (query, ARREARS_TYPE_CONTRACT, error);
  if (contracts == NULL || !arrears_ledger_rewind (ledger, contracts, as_of, error))
    return NULL;
  return g_steal_pointer (&contracts);
}

static ArrearsContract *
load_contract (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load a contract", "SELECT " CONTRACT_COLUMNS "FROM contract WHERE id = :id");

  arrears_query_bind_integer (query, ":id", id);
  return arrears_query_collect_record (query, ARREARS_TYPE_CONTRACT, error);
}

static gboolean
update_row (ArrearsLedger *ledger, ArrearsContract *contract, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "update a contract",
      "UPDATE contract SET number = :number, title = :title, signed_on = :signed_on, "
      "charge_clause = :charge_clause, charge_terms = :charge_terms, grace_days = :grace_days, "
      "charge_cap = :charge_cap, payment_order = :payment_order WHERE id = :id");

  arrears_query_bind_record (query, contract);
  return arrears_query_run (query, error)
         || arrears_ledger_explain_duplicate (error, "contract number", contract->number);
}

gboolean
arrears_ledger_update_contract (ArrearsLedger *ledger, ArrearsContract *contract, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autoptr (GError) failure = NULL;
  g_autoptr (ArrearsContract) before = NULL;
  g_autoptr (ArrearsContract) now = NULL;

  if (transaction == NULL)
    return FALSE;
  before = load_contract (ledger, contract->id, &failure);
  if (before == NULL)
    return arrears_ledger_explain_missing (error, &failure, "contract", contract->id);
  now = arrears_record_copy (contract);
  now->customer_id = before->customer_id;
  return update_row (ledger, now, error) && arrears_ledger_note_changes (ledger, before, now, error)
         && arrears_transaction_commit (transaction, error);
}
