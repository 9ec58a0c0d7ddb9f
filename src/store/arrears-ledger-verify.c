/* arrears-ledger-verify.c: checks everything in the ledger that can be checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-log-chain.h"
#include "arrears-log-entry.h"
#include "arrears-query.h"

/* Adds a sentence to `faults` for each fault; FALSE where the check could not run. */
typedef gboolean (*Check) (ArrearsLedger *ledger, GPtrArray *faults, GError **error);

static void
add_sentence (GPtrArray *faults, const char *sentence)
{
  g_ptr_array_add (faults, g_strdup (sentence));
}

/* The query returns the sentences. */
static gboolean
add_sentences (ArrearsLedger *ledger, const char *action, const char *sql, GPtrArray *faults,
               GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, action, sql);

  while (arrears_query_next (query))
    add_sentence (faults, arrears_query_get_text (query, 0));
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
check_invoices (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return add_sentences (
      ledger, "check what is open of invoices",
      "SELECT printf ('invoice %s: %d fen are stored as open, its entries come to %d - %d',"
      "  number, open_fen, amount_fen, allocated)"
      " FROM (SELECT number, open_fen, ended_on, amount_fen,"
      "  (SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a WHERE a.invoice_id = i.id"
      "   AND a.part = 'principal' AND a.undone_on = 0) AS allocated FROM invoice i)"
      " WHERE iif (ended_on = 0, open_fen <> amount_fen - allocated OR allocated > amount_fen,"
      "  open_fen <> 0 OR allocated <> 0)",
      faults, error);
}

static gboolean
check_receipts (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return add_sentences (
      ledger, "check what is unapplied of receipts",
      "SELECT printf ('%s %d: %d fen are stored as unapplied, its entries come to %d - %d',"
      "  kind, id, unapplied_fen, amount_fen, allocated)"
      " FROM (SELECT kind, id, unapplied_fen, voided_on, amount_fen,"
      "  (SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a WHERE a.receipt_id = r.id"
      "   AND a.undone_on = 0) AS allocated FROM receipt r)"
      " WHERE iif (voided_on = 0, unapplied_fen <> amount_fen - allocated"
      "  OR allocated > amount_fen, unapplied_fen <> 0 OR allocated <> 0)",
      faults, error);
}

static gboolean
check_allocations (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return add_sentences (
      ledger, "check the allocations",
      "SELECT printf ('allocation %d: the invoice %s and the receipt %d do not fit', a.id,"
      "  i.number, r.id) FROM allocation a JOIN invoice i ON i.id = a.invoice_id"
      " JOIN receipt r ON r.id = a.receipt_id WHERE i.customer_id <> r.customer_id"
      " OR a.allocated_on < i.issued_on OR a.allocated_on < r.received_on OR a.amount_fen <= 0",
      faults, error);
}

static gboolean
check_document_bytes (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "check the documents", "SELECT number, sha256, bytes FROM document ORDER BY id");

  while (arrears_query_next (query))
    {
      g_autoptr (GBytes) bytes = arrears_query_get_bytes (query, 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (!g_str_equal (sha256, arrears_query_get_text (query, 1)))
        g_ptr_array_add (faults, g_strdup_printf ("document %s was altered: its bytes have the "
                                                  "hash %s, it was stored with %s",
                                                  arrears_query_get_text (query, 0), sha256,
                                                  arrears_query_get_text (query, 1)));
    }
  return arrears_query_finish (query, error);
}

static gboolean
check_document_numbers (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return add_sentences (
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
  return add_sentences (
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
run_check (Check check, ArrearsLedger *ledger, GPtrArray *faults, GError **error)
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
  static const Check checks[] = {
    check_structure,      check_schema,           check_references,
    check_invoices,       check_receipts,         check_allocations,
    check_document_bytes, check_document_numbers, check_documents_against_log,
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
