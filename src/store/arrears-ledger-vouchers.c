/* arrears-ledger-vouchers.c: vouchers and their bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-vouchers.h"

#include "arrears-ledger-private.h"
#include "arrears-ledger-register.h"
#include "arrears-open-items-private.h"
#include "arrears-query.h"
#include "arrears-store-error.h"

/* The thing of a voucher that has a number. */
static gboolean
find_by_number (ArrearsLedger *ledger, ArrearsVoucher *voucher, const char *sql, const char *number,
                gint64 *id, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "find what a voucher is of", sql);
  gint64 found = 0;
  guint n_found = 0;

  arrears_query_bind_text (query, ":number", number);
  arrears_query_bind_integer (query, ":customer_id", voucher->customer_id);
  while (arrears_query_next (query))
    {
      found = arrears_query_get_integer (query, 0);
      n_found++;
    }
  if (!arrears_query_finish (query, error))
    return FALSE;
  if (n_found == 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "%s: expected a contract or an invoice with this number", number);
  else if (n_found > 1)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                 "%s: several customers have one: expected whose it is", number);
  else
    *id = found;
  return n_found == 1;
}

static gboolean
find_things (ArrearsLedger *ledger, ArrearsVoucher *voucher, GError **error)
{
  if (voucher->contract_id == 0 && voucher->contract_number[0] != '\0'
      && !find_by_number (ledger, voucher,
                          "SELECT id FROM contract WHERE number = :number "
                          "AND :customer_id IN (0, customer_id)",
                          voucher->contract_number, &voucher->contract_id, error))
    return FALSE;
  return voucher->invoice_id != 0 || voucher->invoice_number[0] == '\0'
         || find_by_number (ledger, voucher,
                            "SELECT id FROM invoice WHERE number = :number "
                            "AND :customer_id IN (0, customer_id)",
                            voucher->invoice_number, &voucher->invoice_id, error);
}

static gboolean
find_customer (ArrearsLedger *ledger, ArrearsVoucher *voucher, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "find whose voucher it is",
                            "SELECT customer_id FROM contract WHERE id = :contract_id "
                            "UNION ALL SELECT customer_id FROM invoice WHERE id = :invoice_id "
                            "UNION ALL SELECT customer_id FROM log_entry WHERE id = :log_entry_id "
                            "AND customer_id IS NOT NULL");

  arrears_query_bind_record (query, voucher);
  if (!arrears_query_collect_integer (query, 0, &voucher->customer_id, error))
    return FALSE;
  if (voucher->customer_id == 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                 "%s: expected a customer whose voucher it is", voucher->name);
  return voucher->customer_id != 0;
}

/* Whether every thing that a voucher names is its customer's. */
static gboolean
check_owner (ArrearsLedger *ledger, ArrearsVoucher *voucher, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "see what a voucher belongs to",
      "SELECT EXISTS (SELECT 1 FROM customer WHERE id = :customer_id) "
      "AND (:contract_id = 0 OR EXISTS (SELECT 1 FROM contract WHERE id = :contract_id "
      "AND customer_id = :customer_id)) "
      "AND (:invoice_id = 0 OR EXISTS (SELECT 1 FROM invoice WHERE id = :invoice_id "
      "AND customer_id = :customer_id)) "
      "AND (:log_entry_id = 0 OR EXISTS (SELECT 1 FROM log_entry WHERE id = :log_entry_id "
      "AND customer_id = :customer_id))");
  gint64 is_owned;

  arrears_query_bind_record (query, voucher);
  if (!arrears_query_collect_integer (query, 0, &is_owned, error))
    return FALSE;
  if (is_owned == 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "%s: expected a contract, invoice or log entry of the same customer",
                 voucher->name);
  return is_owned != 0;
}

gboolean
arrears_ledger_place_voucher (ArrearsLedger *ledger, ArrearsVoucher *voucher, GError **error)
{
  return find_things (ledger, voucher, error)
         && (voucher->customer_id != 0 || find_customer (ledger, voucher, error))
         && check_owner (ledger, voucher, error);
}

static gboolean
check_new (ArrearsLedger *ledger, ArrearsVoucher *voucher, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for the same voucher",
      "SELECT id FROM voucher WHERE sha256 = :sha256 AND customer_id = :customer_id "
      "AND contract_id IS nullif (:contract_id, 0) AND invoice_id IS nullif (:invoice_id, 0) "
      "AND log_entry_id IS nullif (:log_entry_id, 0) AND ended_on = 0");
  gint64 id;

  arrears_query_bind_record (query, voucher);
  if (!arrears_query_collect_integer (query, 0, &id, error))
    return FALSE;
  if (id != 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FILE_KEPT,
                 "%s: the same file stands there as voucher %" G_GINT64_FORMAT, voucher->name, id);
  return id == 0;
}

static gboolean
keep_bytes (ArrearsLedger *ledger, const char *sha256, GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "keep the bytes of a voucher",
      "INSERT INTO voucher_bytes (sha256, bytes) VALUES (:sha256, :bytes) ON CONFLICT DO NOTHING");

  arrears_query_bind_text (query, ":sha256", sha256);
  arrears_query_bind_bytes (query, ":bytes", bytes);
  return arrears_query_run (query, error);
}

gint64
arrears_ledger_insert_voucher (ArrearsLedger *ledger, ArrearsVoucher *voucher, GBytes *bytes,
                               GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, error);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gint64 id;

  if (transaction == NULL)
    return 0;
  arrears_record_set_text (&voucher->sha256, sha256);
  voucher->n_bytes = (gint64) g_bytes_get_size (bytes);
  if (!check_new (ledger, voucher, error) || !keep_bytes (ledger, sha256, bytes, error))
    return 0;
  id = arrears_ledger_enter (ledger, voucher, error);
  return id != 0 && arrears_transaction_commit (transaction, error) ? id : 0;
}

/* Straight into its place: a column of a row would be copied twice. */
static GBytes *
read_blob (ArrearsLedger *ledger, gint64 row, GError **error)
{
  sqlite3_blob *blob = NULL;
  guint8 *data = NULL;
  int n_bytes = 0;
  int code = sqlite3_blob_open (ledger->db, "main", "voucher_bytes", "bytes", row, FALSE, &blob);

  if (code == SQLITE_OK)
    {
      n_bytes = sqlite3_blob_bytes (blob);
      data = g_malloc ((gsize) n_bytes);
      code = sqlite3_blob_read (blob, data, n_bytes, 0);
    }
  if (code != SQLITE_OK && error != NULL)
    *error = arrears_store_error_new (ledger->db, code, "read the bytes of a voucher");
  sqlite3_blob_close (blob);
  if (code == SQLITE_OK)
    return g_bytes_new_take (data, (gsize) n_bytes);
  g_free (data);
  return NULL;
}

GBytes *
arrears_ledger_load_voucher_bytes (ArrearsLedger *ledger, const char *sha256, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "look for the bytes of a voucher",
                            "SELECT rowid FROM voucher_bytes WHERE sha256 = :sha256");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  gint64 row;

  arrears_query_bind_text (query, ":sha256", sha256);
  if (!arrears_query_collect_integer (query, 0, &row, error))
    return NULL;
  if (row == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "voucher %s: its bytes are not in the ledger", sha256);
      return NULL;
    }
  bytes = read_blob (ledger, row, error);
  if (bytes == NULL)
    return NULL;
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (found, sha256))
    return g_steal_pointer (&bytes);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED,
               "a voucher was altered: its bytes have the hash %s, they were kept under %s", found,
               sha256);
  return NULL;
}

/* What a row of the query tells: first what a customer holds, then the invoices. */
enum
{
  ROW_VOUCHER = 0,
  ROW_ITEM,
};

enum
{
  COLUMN_CUSTOMER,
  COLUMN_ROW,
  COLUMN_DUE_ON,
  COLUMN_INVOICE, /* of a voucher: the one that it is held with */
  COLUMN_CONTRACT,
  COLUMN_WHOLE,
  COLUMN_OPEN,
  COLUMN_KIND, /* of a voucher; of an item: its order */
  COLUMN_NUMBER,
  COLUMN_CODE,
  COLUMN_NAME,
};

#define VOUCHERS                                                                                   \
  "SELECT v.customer_id, 0, 0, v.invoice_id, v.contract_id, 0, 0, v.kind, '', '', '' "             \
  "FROM voucher v WHERE v.log_entry_id IS NULL AND v.from_on <= :as_of "                           \
  "AND v.recorded_on <= :known_on AND (v.ended_on = 0 OR v.ended_on > :as_of) "
#define ITEM_OF(due_on, open_fen)                                                                  \
  "SELECT i.customer_id, 1, " due_on " AS due_then, i.id, i.contract_id, i.whole_id, " open_fen    \
  " AS open_then, i.order_number, "
#define NAMELESS "'', '', '' "
#define NAMES "i.number, c.code, c.name "
#define NAMED "CROSS JOIN customer c ON c.id = i.customer_id "

/* Each part in the order of the whole, the largest from its index. */
#define PAPERS(names, join, among_vouchers, among_invoices)                                        \
  VOUCHERS among_vouchers "UNION ALL " ITEM_OF ("i.due_on", "i.open_fen") names                    \
      "FROM invoice i INDEXED BY invoice_open " join "WHERE " ARREARS_SQL_OPEN_NOW                 \
      "AND i.due_on < :due_before " among_invoices                                                 \
      "UNION ALL SELECT * FROM (" ITEM_OF (ARREARS_SQL_DUE_THEN, ARREARS_LEDGER_OPEN_THEN) names   \
      "FROM apart CROSS JOIN invoice i ON i.id = apart.id " join                                   \
      "WHERE " ARREARS_LEDGER_INVOICE_COUNTS among_invoices ") "                                   \
      "WHERE open_then > 0 AND due_then < :due_before ORDER BY 1, 2, 3, 4"
#define AMONG(column) "AND " column " IN (SELECT id FROM chosen) "

static const char papers_of_all[] = "WITH apart (id) AS MATERIALIZED (" ARREARS_SQL_CHANGED_SINCE
                                    ") " PAPERS (NAMES, NAMED, "", "");
static const char papers_of_many[]
    = "WITH chosen (id) AS MATERIALIZED (SELECT value FROM json_each (:ids)), "
      "apart (id) AS MATERIALIZED (" ARREARS_SQL_CHANGED_SINCE
      ") " PAPERS (NAMELESS, "", AMONG ("v.customer_id"), AMONG ("i.customer_id"));
static const char papers_of_one[]
    = "WITH chosen (id) AS (SELECT :customer_id), "
      "apart (id) AS MATERIALIZED (" ARREARS_SQL_CHANGED_SINCE_OF_CHOSEN
      ") " PAPERS (NAMES, NAMED, AMONG ("v.customer_id"), AMONG ("i.customer_id"));

/* What a customer holds, and with what. */
typedef struct
{
  gint64 contract_id; /* 0: with none ... */
  gint64 invoice_id;  /* ... and with none: with the customer */
  ArrearsPaperSet set;
} Holding;

static ArrearsPaperSet
find_missing (const GArray *holdings, ArrearsQuery *query)
{
  gint64 invoice_id = arrears_query_get_integer (query, COLUMN_INVOICE);
  gint64 whole_id = arrears_query_get_integer (query, COLUMN_WHOLE);
  gint64 contract_id = arrears_query_get_integer (query, COLUMN_CONTRACT);
  ArrearsPapersHeld held
      = { .names_order = arrears_query_get_text (query, COLUMN_KIND)[0] != '\0' };

  for (guint i = 0; i < holdings->len; i++)
    {
      const Holding *holding = &g_array_index (holdings, Holding, i);

      if (holding->invoice_id != 0)
        held.with_invoice |= holding->invoice_id == invoice_id || holding->invoice_id == whole_id
                                 ? holding->set
                                 : 0;
      else if (holding->contract_id != 0)
        held.with_contract |= holding->contract_id == contract_id ? holding->set : 0;
      else
        held.with_customer |= holding->set;
    }
  return arrears_papers_find_missing (&held);
}

static void
add_holding (GArray *holdings, ArrearsQuery *query)
{
  Holding holding = {
    .contract_id = arrears_query_get_integer (query, COLUMN_CONTRACT),
    .invoice_id = arrears_query_get_integer (query, COLUMN_INVOICE),
    .set = arrears_papers_get_for_voucher (arrears_query_get_text (query, COLUMN_KIND)),
  };

  g_array_append_val (holdings, holding);
}

static ArrearsInvoicePapers *
read_papers (const GArray *holdings, ArrearsQuery *query)
{
  ArrearsInvoicePapers *papers = arrears_invoice_papers_new ();

  papers->customer_id = arrears_query_get_integer (query, COLUMN_CUSTOMER);
  papers->invoice_id = arrears_query_get_integer (query, COLUMN_INVOICE);
  papers->due_on = arrears_query_get_day (query, COLUMN_DUE_ON);
  papers->open = arrears_query_get_money (query, COLUMN_OPEN);
  papers->missing = (int) find_missing (holdings, query);
  arrears_record_set_text (&papers->invoice_number, arrears_query_get_text (query, COLUMN_NUMBER));
  arrears_record_set_text (&papers->customer_code, arrears_query_get_text (query, COLUMN_CODE));
  arrears_record_set_text (&papers->customer_name, arrears_query_get_text (query, COLUMN_NAME));
  return papers;
}

static const char *
choose_sql (const ArrearsPapersScope *scope)
{
  if (scope->customer_id != 0)
    return papers_of_one;
  return scope->customer_ids != NULL ? papers_of_many : papers_of_all;
}

static ArrearsQuery *
open_query (ArrearsLedger *ledger, const ArrearsPapersScope *scope)
{
  const char *sql = choose_sql (scope);
  ArrearsQuery *query = arrears_query_open (ledger, "read what papers there are", sql);

  if (sql == papers_of_one)
    arrears_query_bind_integer (query, ":customer_id", scope->customer_id);
  else if (sql == papers_of_many)
    arrears_query_bind_ids (query, ":ids", scope->customer_ids, scope->n_customer_ids);
  arrears_query_bind_as_of (query, scope->as_of);
  arrears_query_bind_integer (query, ":due_before",
                              scope->is_overdue_only ? scope->as_of.number : G_MAXINT);
  return query;
}

gboolean
arrears_ledger_foreach_papers (ArrearsLedger *ledger, const ArrearsPapersScope *scope,
                               ArrearsPapersFunc func, gpointer user_data, GError **error)
{
  g_autoptr (ArrearsQuery) query = open_query (ledger, scope);
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (Holding));
  gint64 customer_id = 0;

  while (arrears_query_next (query))
    {
      g_autoptr (ArrearsInvoicePapers) papers = NULL;

      if (arrears_query_get_integer (query, COLUMN_CUSTOMER) != customer_id)
        g_array_set_size (holdings, 0);
      customer_id = arrears_query_get_integer (query, COLUMN_CUSTOMER);
      if (arrears_query_get_integer (query, COLUMN_ROW) == ROW_VOUCHER)
        {
          add_holding (holdings, query);
          continue;
        }
      papers = read_papers (holdings, query);
      if (!func (papers, user_data, error))
        return FALSE;
    }
  return arrears_query_finish (query, error);
}
