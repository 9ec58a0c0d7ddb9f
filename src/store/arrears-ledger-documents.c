/* arrears-ledger-documents.c: documents as issued, byte for byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-documents.h"

#include "arrears-ledger-private.h"
#include "arrears-list-query.h"
#include "arrears-query.h"

#define DOCUMENT_COLUMNS                                                                           \
  "d.id, d.kind, d.number, d.customer_id, c.code AS customer_code, c.name AS customer_name, "      \
  "d.issued_on, d.pay_by, d.claimed_fen AS claimed, d.charge_fen AS charge, d.n_pages, "           \
  "d.is_signed, d.sha256 "

typedef struct
{
  const char *kind;
  const char *prefix;
} Series;

static const Series all_series[] = {
  { "demand", "CK" }, /* 催款 */
};

static const Series *
find_series (const char *kind, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_series); i++)
    if (g_str_equal (all_series[i].kind, kind))
      return &all_series[i];
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "documents of the kind %s have no numbers", kind);
  return NULL;
}

char *
arrears_ledger_get_next_document_number (ArrearsLedger *ledger, const char *kind, int year,
                                         GError **error)
{
  const Series *series = find_series (kind, error);
  g_autofree char *name = NULL;
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 last;

  if (series == NULL)
    return NULL;
  name = g_strdup_printf ("%s-%04d", series->prefix, year);
  query = arrears_query_open (ledger, "number a document",
                              "SELECT max (running) FROM document WHERE series = :series");
  arrears_query_bind_text (query, ":series", name);
  if (!arrears_query_collect_integer (query, 0, &last, error))
    return NULL;
  return g_strdup_printf ("%s-%04" G_GINT64_FORMAT, name, last + 1);
}

static gboolean
insert_claim (ArrearsLedger *ledger, gint64 document_id, gint64 invoice_id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "insert what a document claims",
                            "INSERT INTO document_invoice VALUES (:document_id, :invoice_id)");

  arrears_query_bind_integer (query, ":document_id", document_id);
  arrears_query_bind_integer (query, ":invoice_id", invoice_id);
  return arrears_query_run (query, error);
}

static gint64
insert_row (ArrearsLedger *ledger, ArrearsDocument *document, GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "insert a document",
      "INSERT INTO document (kind, number, customer_id, issued_on, pay_by, claimed_fen, "
      "charge_fen, n_pages, is_signed, sha256, bytes) "
      "VALUES (:kind, :number, :customer_id, :issued_on, :pay_by, :claimed, :charge, :n_pages, "
      ":is_signed, :sha256, :bytes)");
  gint64 id;

  arrears_query_bind_record (query, document);
  arrears_query_bind_bytes (query, ":bytes", bytes);
  id = arrears_query_run_insert (query, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "document number", document->number);
  return id;
}

gint64
arrears_ledger_insert_document (ArrearsLedger *ledger, ArrearsDocument *document, GBytes *bytes,
                                const gint64 *invoice_ids, gsize n_invoice_ids, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gint64 id;

  if (transaction == NULL)
    return 0;
  arrears_record_set_text (&document->sha256, sha256);
  id = insert_row (ledger, document, bytes, error);
  if (id == 0)
    return 0;
  for (gsize i = 0; i < n_invoice_ids; i++)
    if (!insert_claim (ledger, id, invoice_ids[i], error))
      return 0;
  return arrears_transaction_commit (transaction, error) ? id : 0;
}

GBytes *
arrears_ledger_load_document_bytes (ArrearsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load a document",
                            "SELECT number, sha256, bytes FROM document WHERE id = :id");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  arrears_query_bind_integer (query, ":id", id);
  if (!arrears_query_next (query))
    {
      arrears_query_finish (query, error);
      return NULL;
    }
  bytes = arrears_query_get_bytes (query, 2);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (sha256, arrears_query_get_text (query, 1)))
    return g_steal_pointer (&bytes);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED,
               "document %s was altered: its bytes have the hash %s, it was stored with %s",
               arrears_query_get_text (query, 0), sha256, arrears_query_get_text (query, 1));
  return NULL;
}

/* A formal letter is a demand, until there are more kinds of them. */
gboolean
arrears_ledger_get_last_letter_day (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay as_of,
                                    ArrearsDay *day, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for the last letter",
      "SELECT max (issued_on) FROM document WHERE customer_id = :customer_id "
      "AND kind = 'demand' AND issued_on <= :as_of");
  gint64 number;

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_day (query, ":as_of", as_of);
  if (!arrears_query_collect_integer (query, 0, &number, error))
    return FALSE;
  *day = (ArrearsDay) { (gint32) number };
  return TRUE;
}

GHashTable *
arrears_ledger_load_claimed_ids (ArrearsLedger *ledger, gint64 customer_id, ArrearsDay from,
                                 ArrearsDay to, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for what was claimed",
      "SELECT c.invoice_id FROM document d CROSS JOIN document_invoice c ON c.document_id = d.id "
      "WHERE d.customer_id = :customer_id AND d.kind = 'demand' "
      "AND d.issued_on BETWEEN :first AND :last");

  arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_day (query, ":first", from);
  arrears_query_bind_day (query, ":last", to);
  while (arrears_query_next (query))
    {
      gint64 id = arrears_query_get_integer (query, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return arrears_query_finish (query, error) ? g_steal_pointer (&ids) : NULL;
}

static const char *const orders[ARREARS_DOCUMENT_N_SORTS][5] = {
  [ARREARS_DOCUMENT_SORT_NUMBER] = { "d.series", "d.running" },
  [ARREARS_DOCUMENT_SORT_CUSTOMER] = { "c.name", "c.id", "d.issued_on", "d.id" },
  [ARREARS_DOCUMENT_SORT_ISSUED_ON] = { "d.issued_on", "d.id" },
  [ARREARS_DOCUMENT_SORT_CLAIMED] = { "d.claimed_fen", "d.id" },
};

GArray *
arrears_ledger_list_documents (ArrearsLedger *ledger, const ArrearsDocumentFilter *filter,
                               GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT d.id FROM ");
  g_auto (ArrearsListSearch) search = arrears_list_search (filter->search);
  g_autoptr (ArrearsQuery) query = NULL;

  g_return_val_if_fail (filter->sort < ARREARS_DOCUMENT_N_SORTS, NULL);

  g_string_append (sql, filter->sort == ARREARS_DOCUMENT_SORT_CUSTOMER
                            ? "customer c CROSS JOIN document d ON d.customer_id = c.id "
                            : "document d CROSS JOIN customer c ON c.id = d.customer_id ");
  g_string_append (sql, "WHERE TRUE ");
  if (filter->customer_id != 0)
    g_string_append (sql, "AND d.customer_id = :customer_id ");
  if (search.pattern != NULL)
    g_string_append (sql, "AND (d.number LIKE :pattern ESCAPE '\\' "
                          "OR c.name LIKE :pattern ESCAPE '\\') ");
  arrears_list_query_append_order (sql, orders[filter->sort], filter->is_descending);

  query = arrears_query_open (ledger, "list documents", sql->str);
  if (filter->customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", filter->customer_id);
  arrears_list_search_bind (&search, query);
  return arrears_query_collect_ids (query, error);
}

GPtrArray *
arrears_ledger_load_documents (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                               GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load documents",
      "SELECT chosen.key AS position, " DOCUMENT_COLUMNS
      "FROM json_each (:ids) chosen CROSS JOIN document d ON d.id = chosen.value "
      "CROSS JOIN customer c ON c.id = d.customer_id");

  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  return arrears_query_collect_by_position (query, ARREARS_TYPE_DOCUMENT, n_ids, error);
}
