/* arrears-ledger-tables.c: what the user added to the published tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-tables.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

GPtrArray *
arrears_ledger_load_added_rates (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read the added rates",
      "SELECT id, published_on, rate, 1 AS is_added, recorded_on FROM added_rate "
      "WHERE table_name = 'lpr_1y' AND :as_of > 0 AND recorded_on <= :known_on ORDER BY id");

  arrears_query_bind_as_of (query, as_of);
  return arrears_query_collect_records (query, ARREARS_TYPE_PUBLISHED_RATE, error);
}

GPtrArray *
arrears_ledger_load_added_days (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "read the added days",
                            "SELECT id, day, kind, name, 1 AS is_added, recorded_on FROM added_day "
                            "WHERE :as_of > 0 AND recorded_on <= :known_on ORDER BY id");

  arrears_query_bind_as_of (query, as_of);
  return arrears_query_collect_records (query, ARREARS_TYPE_PUBLISHED_DAY, error);
}

static gboolean
insert (ArrearsLedger *ledger, gpointer record, ArrearsDay own_day, const char *sql, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;

  if (transaction == NULL)
    return FALSE;
  query = arrears_query_open (ledger, "add to a published table", sql);
  arrears_query_bind_record (query, record);
  arrears_query_bind_day (query, ":entered_on", arrears_ledger_get_recorded_on (ledger, own_day));
  return arrears_query_run (query, error) && arrears_transaction_commit (transaction, error);
}

gboolean
arrears_ledger_insert_added_rate (ArrearsLedger *ledger, ArrearsPublishedRate *rate, GError **error)
{
  return insert (ledger, rate, rate->published_on,
                 "INSERT INTO added_rate (table_name, published_on, rate, recorded_on) "
                 "VALUES ('lpr_1y', :published_on, :rate, :entered_on)",
                 error);
}

gboolean
arrears_ledger_insert_added_day (ArrearsLedger *ledger, ArrearsPublishedDay *day, GError **error)
{
  return insert (ledger, day, day->day,
                 "INSERT INTO added_day (day, kind, name, recorded_on) "
                 "VALUES (:day, :kind, :name, :entered_on)",
                 error);
}
