/* arrears-ledger-today.c: what lists of accounts ask beside what is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-today.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

/* What others changed is in the one, what this connection did in the other; neither ever falls. */
gboolean
arrears_ledger_get_stamp (ArrearsLedger *ledger, gint64 *stamp, GError **error)
{
  gint64 version;

  *stamp = 0;
  if (ledger->depth > 0 && !ledger->is_reading)
    return TRUE;
  if (!arrears_ledger_load_pragma (ledger, "PRAGMA data_version", &version, error))
    return FALSE;
  *stamp = 1 + version + sqlite3_total_changes64 (ledger->db);
  return TRUE;
}

GPtrArray *
arrears_ledger_load_invoice_numbers (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                                     GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read the numbers of invoices",
      "SELECT j.key, i.number FROM json_each (:ids) j CROSS JOIN invoice i ON i.id = j.value");

  g_ptr_array_set_size (numbers, (int) n_ids);
  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  while (arrears_query_next (query))
    numbers->pdata[arrears_query_get_integer (query, 0)]
        = g_strdup (arrears_query_get_text (query, 1));
  return arrears_query_finish (query, error) ? g_steal_pointer (&numbers) : NULL;
}

static GHashTable *
collect_keys (ArrearsQuery *query, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  while (arrears_query_next (query))
    {
      gint64 id = arrears_query_get_integer (query, 0);

      g_hash_table_add (keys, g_memdup2 (&id, sizeof id));
    }
  return arrears_query_finish (query, error) ? g_steal_pointer (&keys) : NULL;
}

GHashTable *
arrears_ledger_load_instalment_ids (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "list the instalments", "SELECT id FROM invoice WHERE whole_id IS NOT NULL");

  return collect_keys (query, error);
}

GHashTable *
arrears_ledger_load_voucher_holders (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "list who holds vouchers",
                                                       "SELECT DISTINCT customer_id FROM voucher");

  return collect_keys (query, error);
}
