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

/* What a row of the query tells. Those of a customer and of an invoice come before the others of
 * the same.
 */
enum
{
  ROW_CUSTOMER_HOLDS = 0,
  ROW_ITEM,
  ROW_CONTRACT_HOLDS,
  ROW_INVOICE_HOLDS,
};

enum
{
  COLUMN_CUSTOMER,
  COLUMN_DUE_ON,
  COLUMN_INVOICE,
  COLUMN_ROW,
  COLUMN_OPEN,
  COLUMN_NAMES_ORDER,
  COLUMN_KIND, /* of a voucher; of an item: its number */
  COLUMN_CODE,
  COLUMN_NAME,
};

#define STANDS                                                                                     \
  "v.from_on <= :as_of AND v.recorded_on <= :known_on AND (v.ended_on = 0 OR v.ended_on > "        \
  ":as_of) "
#define IS_ASKED "o.open_fen > 0 AND o.due_on < :due_before "
#define COLUMNS "i.contract_id, i.order_number <> '' AS names_order"
#define OF_ALL                                                                                     \
  "WITH " ARREARS_SQL_OPEN_ITEMS (ARREARS_SQL_CHANGED_SINCE, COLUMNS, "invoice i",                 \
                                  "AND i.due_on < :due_before ")
#define OF_CHOSEN                                                                                  \
  "WITH chosen (id) AS (SELECT DISTINCT value FROM json_each (:ids)), " ARREARS_SQL_OPEN_ITEMS (   \
      ARREARS_SQL_CHANGED_SINCE_OF_CHOSEN, COLUMNS, ARREARS_SQL_OPEN_OF_CHOSEN,                    \
      "AND i.due_on < :due_before ")
#define HELD_BY_CUSTOMERS                                                                          \
  "SELECT o.customer_id, 0, 0, 0, 0, 0, v.kind, '', '' "                                           \
  "FROM (SELECT DISTINCT customer_id FROM item o WHERE " IS_ASKED ") o "                           \
  "CROSS JOIN voucher v ON v.customer_id = o.customer_id AND v.contract_id IS NULL "               \
  "AND v.invoice_id IS NULL AND v.log_entry_id IS NULL WHERE " STANDS
#define ITEMS                                                                                      \
  "SELECT o.customer_id, o.due_on, o.id, 1, o.open_fen, o.names_order, o.number, c.code, c.name "  \
  "FROM item o CROSS JOIN customer c ON c.id = o.customer_id WHERE " IS_ASKED
#define HELD_BY_CONTRACTS                                                                          \
  "SELECT o.customer_id, o.due_on, o.id, 2, 0, 0, v.kind, '', '' FROM item o "                     \
  "CROSS JOIN voucher v ON v.contract_id = o.contract_id WHERE " IS_ASKED "AND " STANDS
#define HELD_BY_INVOICES                                                                           \
  "SELECT o.customer_id, o.due_on, o.id, 3, 0, 0, v.kind, '', '' FROM item o "                     \
  "CROSS JOIN voucher v ON v.invoice_id IN (o.id, o.whole_id) WHERE " IS_ASKED "AND " STANDS
#define UNION "UNION ALL "
#define PAPERS                                                                                     \
  HELD_BY_CUSTOMERS UNION ITEMS UNION HELD_BY_CONTRACTS UNION HELD_BY_INVOICES "ORDER BY 1, 2, "   \
                                                                               "3, 4"

static const char papers_of_all[] = OF_ALL PAPERS;
static const char papers_of_chosen[] = OF_CHOSEN PAPERS;

typedef struct
{
  ArrearsInvoicePapers *papers; /* NULL before the first of a customer */
  ArrearsPapersHeld held;
  gint64 customer_id;
  ArrearsPapersFunc func;
  gpointer user_data;
} Walk;

static void
walk_clear (Walk *walk)
{
  g_clear_object (&walk->papers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
hand_over (Walk *walk, GError **error)
{
  g_autoptr (ArrearsInvoicePapers) papers = g_steal_pointer (&walk->papers);

  if (papers == NULL)
    return TRUE;
  papers->missing = (int) arrears_papers_find_missing (&walk->held);
  return walk->func (papers, walk->user_data, error);
}

static void
begin_customer (Walk *walk, gint64 customer_id)
{
  if (walk->customer_id == customer_id)
    return;
  walk->customer_id = customer_id;
  walk->held.with_customer = 0;
}

static void
begin_item (Walk *walk, ArrearsQuery *query)
{
  ArrearsInvoicePapers *papers = walk->papers = arrears_invoice_papers_new ();

  papers->customer_id = walk->customer_id;
  papers->invoice_id = arrears_query_get_integer (query, COLUMN_INVOICE);
  papers->due_on = arrears_query_get_day (query, COLUMN_DUE_ON);
  papers->open = arrears_query_get_money (query, COLUMN_OPEN);
  arrears_record_set_text (&papers->invoice_number, arrears_query_get_text (query, COLUMN_KIND));
  arrears_record_set_text (&papers->customer_code, arrears_query_get_text (query, COLUMN_CODE));
  arrears_record_set_text (&papers->customer_name, arrears_query_get_text (query, COLUMN_NAME));
  walk->held.names_order = arrears_query_get_integer (query, COLUMN_NAMES_ORDER) != 0;
  walk->held.with_contract = 0;
  walk->held.with_invoice = 0;
}

static gboolean
take_row (Walk *walk, ArrearsQuery *query, GError **error)
{
  gint64 row = arrears_query_get_integer (query, COLUMN_ROW);
  ArrearsPaperSet set;

  if ((row == ROW_CUSTOMER_HOLDS || row == ROW_ITEM) && !hand_over (walk, error))
    return FALSE;
  begin_customer (walk, arrears_query_get_integer (query, COLUMN_CUSTOMER));
  if (row == ROW_ITEM)
    {
      begin_item (walk, query);
      return TRUE;
    }
  set = arrears_papers_get_for_voucher (arrears_query_get_text (query, COLUMN_KIND));
  if (row == ROW_CUSTOMER_HOLDS)
    walk->held.with_customer |= set;
  else if (row == ROW_CONTRACT_HOLDS)
    walk->held.with_contract |= set;
  else
    walk->held.with_invoice |= set;
  return TRUE;
}

static ArrearsQuery *
open_query (ArrearsLedger *ledger, const ArrearsPapersScope *scope)
{
  gboolean is_of_some = scope->customer_id != 0 || scope->customer_ids != NULL;
  ArrearsQuery *query = arrears_query_open (ledger, "read what papers there are",
                                            is_of_some ? papers_of_chosen : papers_of_all);

  if (scope->customer_id != 0)
    arrears_query_bind_ids (query, ":ids", &scope->customer_id, 1);
  else if (is_of_some)
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
  g_auto (Walk) walk = { .func = func, .user_data = user_data };

  while (arrears_query_next (query))
    if (!take_row (&walk, query, error))
      return FALSE;
  return arrears_query_finish (query, error) && hand_over (&walk, error);
}
