/* arrears-ledger-contacts.c: the people of customers, and the log as far as it tells of talks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-contacts.h"

#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-list-query.h"
#include "arrears-search-terms.h"

#define PERSON_QUERY                                                                               \
  "SELECT id, customer_id, position, name, phone, email, role, is_stopped FROM contact "

GPtrArray *
arrears_ledger_load_people (ArrearsLedger *ledger, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load the people of a customer",
      PERSON_QUERY "WHERE customer_id = :customer_id AND name <> '' ORDER BY position");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  return arrears_query_collect_records (query, ARREARS_TYPE_CONTACT_PERSON, error);
}

ArrearsContactPerson *
arrears_ledger_load_person (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load a person", PERSON_QUERY "WHERE id = :id");

  arrears_query_bind_integer (query, ":id", id);
  return arrears_query_collect_record (query, ARREARS_TYPE_CONTACT_PERSON, error);
}

gint64
arrears_ledger_insert_person (ArrearsLedger *ledger, ArrearsContactPerson *person, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (transaction == NULL)
    return 0;
  query = arrears_query_open (
      ledger, "insert a person",
      "INSERT INTO contact (customer_id, position, name, phone, email, role, is_stopped) "
      "SELECT :customer_id, coalesce (max (position), 0) + 1, :name, :phone, :email, :role, "
      ":is_stopped FROM contact WHERE customer_id = :customer_id");
  arrears_query_bind_record (query, person);
  id = arrears_query_run_insert (query, error);
  return id != 0 && arrears_transaction_commit (transaction, error) ? id : 0;
}

gboolean
arrears_ledger_update_person (ArrearsLedger *ledger, ArrearsContactPerson *person, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;

  if (transaction == NULL)
    return FALSE;
  query = arrears_query_open (ledger, "change a person",
                              "UPDATE contact SET name = :name, phone = :phone, email = :email, "
                              "role = :role, is_stopped = :is_stopped WHERE id = :id");
  arrears_query_bind_record (query, person);
  return arrears_query_run (query, error) && arrears_transaction_commit (transaction, error);
}

#define ENTRY_COLUMNS                                                                              \
  "e.id, e.at, e.offset_minutes, e.kind, e.customer_id, c.name AS customer_name, e.subject, "      \
  "e.day, e.amount_fen AS amount, e.note, e.recorded_on, e.actor, e.spoke_with, e.channel, "       \
  "e.outcome, e.measure, e.next_on, e.previous_hash, e.hash "
#define ENTRY_QUERY                                                                                \
  "SELECT " ENTRY_COLUMNS "FROM log_entry e LEFT JOIN customer c ON c.id = e.customer_id "

/* Of a row of log_entry by that name. */
#define IS_CONTACT(name)                                                                           \
  name ".channel <> '' AND " name ".kind IN ('" ARREARS_LOG_CONTACT                                \
       "', '" ARREARS_LOG_CONTACT_CORRECTED "') "
#define CORRECTED_IDS                                                                              \
  "SELECT CAST (x.subject AS INTEGER) FROM log_entry x "                                           \
  "WHERE x.kind = '" ARREARS_LOG_CONTACT_CORRECTED "' "

static void
append_conditions (GString *sql, const ArrearsLogFilter *filter, gboolean has_search)
{
  g_string_append (sql, "WHERE e.id < :before AND e.recorded_on <= :known_on AND :as_of > 0 ");
  if (filter->customer_id != 0)
    g_string_append (sql, "AND e.customer_id = :customer_id ");
  if (filter->person != NULL && filter->person[0] != '\0')
    g_string_append (sql, "AND (e.actor LIKE :person ESCAPE '\\' "
                          "OR e.spoke_with LIKE :person ESCAPE '\\') ");
  if (filter->channel != ARREARS_CHANNEL_NONE)
    g_string_append (sql, "AND e.channel = :channel ");
  if (arrears_day_is_set (filter->from))
    g_string_append (sql, "AND e.day >= :from ");
  if (arrears_day_is_set (filter->to))
    g_string_append (sql, "AND e.day <= :to ");
  if (filter->is_contact)
    g_string_append (sql, "AND e.kind IN ('" ARREARS_LOG_CONTACT
                          "', '" ARREARS_LOG_CONTACT_CORRECTED "') ");
  if (has_search)
    g_string_append (sql, "AND (e.subject LIKE :pattern ESCAPE '\\' "
                          "OR e.note LIKE :pattern ESCAPE '\\' "
                          "OR e.measure LIKE :pattern ESCAPE '\\' "
                          "OR c.name LIKE :pattern ESCAPE '\\') ");
  g_string_append (sql, "ORDER BY e.id DESC LIMIT :limit");
}

static void
bind_filter (ArrearsQuery *query, const ArrearsLogFilter *filter)
{
  if (filter->customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", filter->customer_id);
  if (arrears_query_has_parameter (query, ":person"))
    {
      g_autofree char *pattern = arrears_search_terms_to_pattern (filter->person);

      arrears_query_bind_text (query, ":person", pattern);
    }
  if (filter->channel != ARREARS_CHANNEL_NONE)
    arrears_query_bind_text (query, ":channel", arrears_channel_to_word (filter->channel));
  if (arrears_day_is_set (filter->from))
    arrears_query_bind_day (query, ":from", filter->from);
  if (arrears_day_is_set (filter->to))
    arrears_query_bind_day (query, ":to", filter->to);
}

GPtrArray *
arrears_ledger_filter_log (ArrearsLedger *ledger, const ArrearsLogFilter *filter, ArrearsDay as_of,
                           gint64 before, guint limit, GError **error)
{
  g_autoptr (GString) sql = g_string_new (ENTRY_QUERY);
  g_auto (ArrearsListSearch) search = arrears_list_search (filter->search);
  g_autoptr (ArrearsQuery) query = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  append_conditions (sql, filter, search.pattern != NULL);
  query = arrears_query_open (ledger, "look through the log", sql->str);
  bind_filter (query, filter);
  arrears_list_search_bind (&search, query);
  arrears_query_bind_as_of (query, as_of);
  arrears_query_bind_integer (query, ":before", before != 0 ? before : G_MAXINT64);
  arrears_query_bind_integer (query, ":limit", limit);
  entries = arrears_query_collect_records (query, ARREARS_TYPE_LOG_ENTRY, error);
  if (entries == NULL || !arrears_ledger_rewind (ledger, entries, as_of, error))
    return NULL;
  return g_steal_pointer (&entries);
}

ArrearsLogEntry *
arrears_ledger_load_log_entry (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load an entry of the log", ENTRY_QUERY "WHERE e.id = :id");

  arrears_query_bind_integer (query, ":id", id);
  return arrears_query_collect_record (query, ARREARS_TYPE_LOG_ENTRY, error);
}

GPtrArray *
arrears_ledger_load_contacts (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay from,
                              ArrearsDay to, gint64 except, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load the contacts with a customer",
      ENTRY_QUERY "WHERE e.customer_id = :customer_id AND e.day BETWEEN :from AND :to "
                  "AND e.id <> :except "
                  "AND " IS_CONTACT ("e") "AND e.id NOT IN (" CORRECTED_IDS
                                          "AND x.customer_id = :customer_id) ORDER BY e.day, e.id");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_day (query, ":from", from);
  arrears_query_bind_day (query, ":to", to);
  arrears_query_bind_integer (query, ":except", except);
  return arrears_query_collect_records (query, ARREARS_TYPE_LOG_ENTRY, error);
}

gboolean
arrears_ledger_is_corrected (ArrearsLedger *ledger, ArrearsLogEntry *entry, gboolean *is_corrected,
                             GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "look for a correction",
                            "SELECT :id IN (" CORRECTED_IDS "AND x.customer_id = :customer_id)");
  gint64 is_in;

  arrears_query_bind_integer (query, ":id", entry->id);
  arrears_query_bind_integer (query, ":customer_id", entry->customer_id);
  if (!arrears_query_collect_integer (query, 0, &is_in, error))
    return FALSE;
  *is_corrected = is_in != 0;
  return TRUE;
}

gboolean
arrears_ledger_load_last_posting (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay until,
                                  gint64 except, ArrearsPosting *posting, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for the last letter",
      "SELECT p.day, (SELECT d.pay_by FROM document d WHERE d.customer_id = :customer_id "
      "AND d.issued_on <= p.day ORDER BY d.issued_on DESC, d.id DESC LIMIT 1) "
      "FROM (SELECT e.day FROM log_entry e WHERE e.customer_id = :customer_id AND e.day <= :until "
      "AND e.id <> :except AND e.channel = 'letter' AND " IS_CONTACT (
          "e") "AND e.id NOT IN (" CORRECTED_IDS
               "AND x.customer_id = :customer_id) ORDER BY e.day DESC LIMIT 1) p");

  *posting = (ArrearsPosting) { ARREARS_DAY_NONE, ARREARS_DAY_NONE };
  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_day (query, ":until", until);
  arrears_query_bind_integer (query, ":except", except);
  if (arrears_query_next (query))
    *posting
        = (ArrearsPosting) { arrears_query_get_day (query, 0), arrears_query_get_day (query, 1) };
  return arrears_query_finish (query, error);
}

/* One pass over the index of contacts, which has the days of each customer in order. */
GPtrArray *
arrears_ledger_load_follow_ups (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for what was planned",
      "SELECT " ENTRY_COLUMNS "FROM ("
      "SELECT l.id, l.next_on, max (l.day * 4294967296 + l.id) "
      "FROM log_entry l INDEXED BY log_entry_of_contact WHERE l.day <= :as_of "
      "AND l.recorded_on <= :known_on AND " IS_CONTACT (
          "l") "AND l.id NOT IN (" CORRECTED_IDS
               "AND x.recorded_on <= :known_on) GROUP BY l.customer_id) last "
               "CROSS JOIN log_entry e ON e.id = last.id JOIN customer c ON c.id = e.customer_id "
               "WHERE last.next_on BETWEEN 1 AND :as_of ORDER BY e.next_on, e.id");
  g_autoptr (GPtrArray) entries = NULL;

  arrears_query_bind_as_of (query, as_of);
  entries = arrears_query_collect_records (query, ARREARS_TYPE_LOG_ENTRY, error);
  if (entries == NULL || !arrears_ledger_rewind (ledger, entries, as_of, error))
    return NULL;
  return g_steal_pointer (&entries);
}
