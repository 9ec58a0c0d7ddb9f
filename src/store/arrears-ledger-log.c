/* arrears-ledger-log.c: the log (台账), append-only and chained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-log.h"

#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-log-chain.h"
#include "arrears-query.h"

static gboolean
load_last_id (ArrearsLedger *ledger, gint64 *id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "look for the last entry", "SELECT max (id) FROM log_entry");

  return arrears_query_collect_integer (query, 0, id, error);
}

static gboolean
load_customer_name (ArrearsLedger *ledger, ArrearsLogEntry *entry, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "read the customer of an entry",
                            "SELECT name FROM customer WHERE id = :customer_id");

  arrears_query_bind_integer (query, ":customer_id", entry->customer_id);
  arrears_record_set_text (&entry->customer_name,
                           arrears_query_next (query) ? arrears_query_get_text (query, 0) : "");
  return arrears_query_finish (query, error);
}

/* Where the end of the log was cut off or something was put behind it, the entry continues what
 * was last written all the same: the gap stays to be seen, and the day's work goes on.
 */
static gboolean
tie (ArrearsLedger *ledger, ArrearsLogEntry *entry, GError **error)
{
  g_auto (ArrearsLogHead) head = { 0 };
  g_autofree char *hash = NULL;
  gint64 last_id;

  if (!arrears_log_head_load (ledger, &head, error) || !load_last_id (ledger, &last_id, error))
    return FALSE;
  entry->id = MAX (head.n_entries, last_id) + 1;
  entry->recorded_on = arrears_ledger_get_day (ledger);
  arrears_record_set_text (&entry->previous_hash, head.hash);
  hash = arrears_log_chain_hash (entry, entry->id);
  arrears_record_set_text (&entry->hash, hash);
  return TRUE;
}

static gboolean
insert_entry (ArrearsLedger *ledger, ArrearsLogEntry *entry, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "append to the log",
      "INSERT INTO log_entry (id, at, offset_minutes, kind, customer_id, subject, day, amount_fen, "
      "note, recorded_on, actor, spoke_with, channel, outcome, measure, next_on, previous_hash, "
      "hash) VALUES (:id, :at, :offset_minutes, :kind, nullif (:customer_id, 0), :subject, :day, "
      ":amount, :note, :recorded_on, :actor, :spoke_with, :channel, :outcome, :measure, :next_on, "
      ":previous_hash, :hash)");

  arrears_query_bind_record (query, entry);
  return arrears_query_run (query, error);
}

gboolean
arrears_ledger_append_log (ArrearsLedger *ledger, ArrearsLogEntry *entry, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  ArrearsLogHead head;

  if (transaction == NULL || !tie (ledger, entry, error)
      || !insert_entry (ledger, entry, error))
    return FALSE;
  head = (ArrearsLogHead) { .n_entries = entry->id, .hash = entry->hash };
  return arrears_log_head_save (ledger, &head, error) && load_customer_name (ledger, entry, error)
         && arrears_transaction_commit (transaction, error);
}

GPtrArray *
arrears_ledger_load_log (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                         gint64 before, guint limit, GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT e.id, e.at, e.offset_minutes, e.kind, e.customer_id, c.name AS customer_name, "
      "e.subject, e.day, e.amount_fen AS amount, e.note, e.recorded_on, e.actor, e.spoke_with, "
      "e.channel, e.outcome, e.measure, e.next_on, e.previous_hash, e.hash "
      "FROM log_entry e LEFT JOIN customer c ON c.id = e.customer_id "
      "WHERE e.id < :before AND e.recorded_on <= :known_on ");
  g_autoptr (ArrearsQuery) query = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (customer_id != 0)
    g_string_append (sql, "AND e.customer_id = :customer_id ");
  g_string_append (sql, "ORDER BY e.id DESC LIMIT :limit");
  query = arrears_query_open (ledger, "load the log", sql->str);
  arrears_query_bind_integer (query, ":before", before != 0 ? before : G_MAXINT64);
  arrears_query_bind_as_of (query, as_of);
  if (customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_integer (query, ":limit", limit);
  entries = arrears_query_collect_records (query, ARREARS_TYPE_LOG_ENTRY, error);
  if (entries == NULL || !arrears_ledger_rewind (ledger, entries, as_of, error))
    return NULL;
  return g_steal_pointer (&entries);
}
