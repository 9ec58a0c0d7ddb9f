/* arrears-ledger-people.c: who looks after which customer, and who wrote in the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-people.h"

#include "arrears-query.h"

static void
release_name (gpointer name)
{
  g_ref_string_release (name);
}

GHashTable *
arrears_ledger_load_owners (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (GHashTable) owners
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, release_name);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "see who looks after whom",
      "SELECT id, owner FROM (SELECT c.id, coalesce ((SELECT before FROM change "
      "WHERE subject = 'customer' AND subject_id = c.id AND field = 'owner' "
      "AND recorded_on > :as_of ORDER BY recorded_on, id LIMIT 1), c.owner) AS owner "
      "FROM customer c WHERE c.recorded_on <= :known_on) WHERE owner <> ''");

  arrears_query_bind_as_of (query, as_of);
  while (arrears_query_next (query))
    {
      gint64 *id = g_new (gint64, 1);

      *id = arrears_query_get_integer (query, 0);
      g_hash_table_insert (owners, id, g_ref_string_new_intern (arrears_query_get_text (query, 1)));
    }
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&owners);
}

GArray *
arrears_ledger_list_owned (ArrearsLedger *ledger, const char *owner, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "list whom somebody looks after",
                            "SELECT id FROM customer WHERE owner = :owner ORDER BY id");

  arrears_query_bind_text (query, ":owner", owner);
  return arrears_query_collect_ids (query, error);
}

GHashTable *
arrears_ledger_count_acts (ArrearsLedger *ledger, ArrearsDay as_of, GError **error)
{
  g_autoptr (GHashTable) acts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "count who did what",
                            "SELECT actor, count (*) FROM log_entry "
                            "WHERE recorded_on <= :as_of AND actor <> '' GROUP BY actor");

  arrears_query_bind_day (query, ":as_of", as_of);
  while (arrears_query_next (query))
    g_hash_table_insert (acts, g_strdup (arrears_query_get_text (query, 0)),
                         GUINT_TO_POINTER (arrears_query_get_integer (query, 1)));
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&acts);
}
