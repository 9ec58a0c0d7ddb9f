/* arrears-ledger-today.c: what the list of the day asks beside the open accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-today.h"

#include "arrears-query.h"

GHashTable *
arrears_ledger_load_instalment_ids (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "list the instalments",
                            "SELECT id FROM invoice WHERE whole_id IS NOT NULL");

  while (arrears_query_next (query))
    {
      gint64 id = arrears_query_get_integer (query, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return arrears_query_finish (query, error) ? g_steal_pointer (&ids) : NULL;
}
