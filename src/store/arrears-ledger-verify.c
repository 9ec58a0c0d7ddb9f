/* arrears-ledger-verify.c: checks everything in the ledger that can be checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-checks.h"
#include "arrears-ledger-private.h"
#include "arrears-log-chain.h"
#include "arrears-log-entry.h"
#include "arrears-query.h"

static void
add_sentence (GPtrArray *faults, const char *sentence)
{
  g_ptr_array_add (faults, g_strdup (sentence));
}

gboolean
arrears_ledger_check_by_query (ArrearsLedger *ledger, const char *action, const char *sql,
                               GPtrArray *faults, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, action, sql);

  while (arrears_query_next (query))
    add_sentence (faults, arrears_query_get_text (query, 0));
  return arrears_query_finish (query, error);
}

gboolean
arrears_ledger_check_hashes (ArrearsLedger *ledger, const char *action, const char *sql,
                             GPtrArray *faults, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, action, sql);

  while (arrears_query_next (query))
    {
      g_autoptr (GBytes) bytes = arrears_query_get_bytes (query, 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (!g_str_equal (sha256, arrears_query_get_text (query, 1)))
        g_ptr_array_add (faults, g_strdup_printf ("%s was altered: its bytes have the hash %s, it "
                                                  "was stored with %s",
                                                  arrears_query_get_text (query, 0), sha256,
                                                  arrears_query_get_text (query, 1)));
    }
  return arrears_query_finish (query, error);
}

static gboolean
check_structure (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "check the structure", "PRAGMA integrity_check");

  while (arrears_query_next (query))
    if (!g_str_equal (arrears_query_get_text (query, 0), "ok"))
      add_sentence (faults, arrears_query_get_text (query, 0));
  return arrears_query_finish (query, error);
}

/* The tables that FTS5 makes for itself are its own affair, and differ from version to version. */
#define SCHEMA                                                                                     \
  "SELECT type || ' ' || name, sql FROM sqlite_schema "                                            \
  "WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'invoice!_search!_%' ESCAPE '!' "

static gboolean
load_schema (ArrearsLedger *ledger, GHashTable **schema, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "read the schema", SCHEMA);

  while (arrears_query_next (query))
    g_hash_table_insert (found, g_strdup (arrears_query_get_text (query, 0)),
                         g_strdup (arrears_query_get_text (query, 1)));
  if (!arrears_query_finish (query, error))
    return FALSE;
  *schema = g_steal_pointer (&found);
  return TRUE;
}

static void
compare_schemas (GHashTable *expected, GHashTable *found, GPtrArray *faults)
{
  GHashTableIter iter;
  gpointer name, sql;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      const char *other = g_hash_table_lookup (found, name);

      if (other == NULL)
        g_ptr_array_add (faults, g_strdup_printf ("the %s is missing", (char *) name));
      else if (!g_str_equal (other, sql))
        g_ptr_array_add (faults, g_strdup_printf ("the %s was changed", (char *) name));
    }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (expected, name))
      g_ptr_array_add (faults, g_strdup_printf ("the %s does not belong here", (char *) name));
}

/* Against that of a new ledger: a trigger that was dropped guards nothing any more. */
static gboolean
check_schema (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  g_autoptr (ArrearsLedger) fresh = arrears_ledger_create (ARREARS_LEDGER_MEMORY, error);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) found = NULL;

  if (fresh == NULL || !load_schema (fresh, &expected, error)
      || !load_schema (ledger, &found, error))
    return FALSE;
  compare_schemas (expected, found, faults);
  return TRUE;
}

static gboolean
check_references (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "check the references", "PRAGMA foreign_key_check");

  while (arrears_query_next (query))
    g_ptr_array_add (faults,
                     g_strdup_printf ("%s %" G_GINT64_FORMAT
                                      " refers to a %s that is not there",
                                      arrears_query_get_text (query, 0),
                                      arrears_query_get_integer (query, 1),
                                      arrears_query_get_text (query, 2)));
  return arrears_query_finish (query, error);
}

static gboolean
check_document_bytes (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_hashes (
      ledger, "check the documents",
      "SELECT 'document ' || number, sha256, bytes FROM document ORDER BY id", faults, error);
}

static gboolean
check_document_numbers (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
      ledger, "check the numbers of documents",
      "SELECT printf ('documents %s: %d numbers up to %d', series, count (*), max (running))"
      " FROM document GROUP BY series HAVING count (*) <> max (running) OR min (running) <> 1",
      faults, error);
}

/* The log names the hash of each letter, and the chain vouches for the log: a document whose bytes
 * and hash were exchanged together is found here.
 */
static gboolean
check_documents_against_log (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
      ledger, "check the documents against the log",
      "SELECT printf ('document %s was altered: the log knows it by another hash', d.number)"
      " FROM log_entry l JOIN document d ON d.number = l.subject"
      " WHERE l.kind = '" ARREARS_LOG_LETTER_ISSUED "' AND substr (l.note, 1, 64) <> d.sha256",
      faults, error);
}

/* Not where nothing can be written: FTS5 checks itself by way of an insertion. */
static gboolean
check_search_index (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  if (sqlite3_db_readonly (ledger->db, "main") != 0 || ledger->is_reading)
    return TRUE;
  return arrears_ledger_execute (
      ledger, "check the search index",
      "INSERT INTO invoice_search (invoice_search) VALUES ('integrity-check')", error);
}

/* What a damaged file makes of a check is a fault of the file, not of the check. */
static gboolean
run_check (ArrearsLedgerCheck check, ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (check (ledger, faults, &failure))
    return TRUE;
  if (g_error_matches (failure, ARREARS_ERROR, ARREARS_ERROR_DAMAGED)
      || g_error_matches (failure, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE))
    {
      add_sentence (faults, failure->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
run_checks (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  static const ArrearsLedgerCheck checks[] = {
    check_structure,
    check_schema,
    check_references,
    arrears_ledger_check_invoices,
    arrears_ledger_check_instalments,
    arrears_ledger_check_receipts,
    arrears_ledger_check_allocations,
    arrears_ledger_check_changes,
    arrears_ledger_check_registers,
    arrears_ledger_check_vouchers,
    check_document_bytes,
    check_document_numbers,
    check_documents_against_log,
    arrears_log_chain_verify,
  };
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin_reading (ledger, error);

  if (transaction == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!run_check (checks[i], ledger, faults, error))
      return FALSE;
  return TRUE;
}

GStrv
arrears_ledger_verify (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (ledger != NULL, NULL);

  if (!run_checks (ledger, faults, error)
      || !run_check (check_search_index, ledger, faults, error))
    return NULL;
  g_ptr_array_add (faults, NULL);
  return (GStrv) g_ptr_array_steal (faults, NULL);
}
