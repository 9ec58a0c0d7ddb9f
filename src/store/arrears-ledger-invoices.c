/* arrears-ledger-invoices.c: invoices and what is open of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-invoices.h"

#include "arrears-ledger-private.h"
#include "arrears-list-query.h"
#include "arrears-query.h"
#include "arrears-search-terms.h"

/* What was open on a day is what is open now and what was allocated since. */
#define OPEN_THEN                                                                                  \
  "i.open_fen + (SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a "                       \
  "WHERE a.invoice_id = i.id AND a.allocated_on > :as_of AND a.undone_on = 0)"
#define INVOICE_COLUMNS                                                                            \
  "i.id, i.customer_id, c.code AS customer_code, c.name AS customer_name, i.contract_id, "         \
  "k.number AS contract_number, i.number, i.fapiao_number, i.order_number, i.delivery_number, "    \
  "i.issued_on, i.delivered_on, i.due_on, i.amount_fen AS amount, "                                \
  OPEN_THEN " AS open, :as_of - i.due_on AS days_overdue, i.note "
#define NAMES_JOIN                                                                                 \
  "JOIN customer c ON c.id = i.customer_id LEFT JOIN contract k ON k.id = i.contract_id "

ArrearsInvoice *
arrears_ledger_find_invoice (ArrearsLedger *ledger, const char *number, ArrearsDay as_of,
                             GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "find an invoice",
      "SELECT " INVOICE_COLUMNS "FROM invoice i " NAMES_JOIN "WHERE i.number = :number");

  arrears_query_bind_text (query, ":number", number);
  arrears_query_bind_day (query, ":as_of", as_of);
  return arrears_query_collect_record (query, ARREARS_TYPE_INVOICE, error);
}

GPtrArray *
arrears_ledger_load_invoices (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                              ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load invoices",
      "SELECT chosen.key AS position, " INVOICE_COLUMNS
      "FROM json_each (:ids) chosen CROSS JOIN invoice i ON i.id = chosen.value " NAMES_JOIN);

  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  arrears_query_bind_day (query, ":as_of", as_of);
  return arrears_query_collect_by_position (query, ARREARS_TYPE_INVOICE, n_ids, error);
}

static gboolean
check_new (ArrearsInvoice *invoice, GError **error)
{
  g_autofree char *amount = arrears_money_to_string (invoice->amount);

  if (invoice->amount.fen > 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
               "invoice %s: the amount %s must be more than zero", invoice->number, amount);
  return FALSE;
}

gint64
arrears_ledger_insert_invoice (ArrearsLedger *ledger, ArrearsInvoice *invoice, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (!check_new (invoice, error))
    return 0;
  transaction = arrears_transaction_join (ledger, error);
  if (transaction == NULL)
    return 0;
  query = arrears_query_open (
      ledger, "insert an invoice",
      "INSERT INTO invoice (customer_id, contract_id, number, fapiao_number, order_number, "
      "delivery_number, issued_on, delivered_on, due_on, amount_fen, open_fen, note, recorded_on) "
      "VALUES (:customer_id, nullif (:contract_id, 0), :number, :fapiao_number, :order_number, "
      ":delivery_number, :issued_on, :delivered_on, :due_on, :amount, :amount, :note, "
      ":recorded_on)");
  arrears_query_bind_record (query, invoice);
  arrears_query_bind_day (query, ":recorded_on",
                          arrears_ledger_get_recorded_on (ledger, invoice->issued_on));
  id = arrears_query_run_insert (query, error);
  if (id == 0)
    return arrears_ledger_explain_duplicate (error, "invoice number", invoice->number);
  if (ledger->first_unindexed == 0)
    ledger->first_unindexed = id;
  return arrears_transaction_commit (transaction, error) ? id : 0;
}

static void
append_invoice_terms (GString *terms, ArrearsQuery *invoice)
{
  const int first_text = 1;
  const int n_texts = 5;

  g_string_truncate (terms, 0);
  for (int i = first_text; i < first_text + n_texts; i++)
    arrears_search_terms_append (terms, arrears_query_get_text (invoice, i));
}

/* At the end of a transaction and in the order of ids: FTS5 writes out what it has gathered at
 * every step in between, and is several times slower in any other order.
 */
gboolean
arrears_ledger_index_invoices (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) invoices = NULL;
  g_autoptr (GString) terms = g_string_new (NULL);

  if (ledger->first_unindexed == 0)
    return TRUE;
  invoices = arrears_query_open (ledger, "read the invoices to index",
                                 "SELECT id, number, fapiao_number, order_number, "
                                 "delivery_number, note FROM invoice WHERE id >= :first "
                                 "ORDER BY id");
  arrears_query_bind_integer (invoices, ":first", ledger->first_unindexed);
  while (arrears_query_next (invoices))
    {
      g_autoptr (ArrearsQuery) query
          = arrears_query_open (ledger, "index an invoice",
                                "INSERT INTO invoice_search (rowid, terms) VALUES (:id, :terms)");

      append_invoice_terms (terms, invoices);
      arrears_query_bind_integer (query, ":id", arrears_query_get_integer (invoices, 0));
      arrears_query_bind_text (query, ":terms", terms->str);
      if (!arrears_query_run (query, error))
        return FALSE;
    }
  if (!arrears_query_finish (invoices, error))
    return FALSE;
  ledger->first_unindexed = 0;
  return TRUE;
}

static const char *const orders[ARREARS_INVOICE_N_SORTS][5] = {
  [ARREARS_INVOICE_SORT_NUMBER] = { "i.number" },
  [ARREARS_INVOICE_SORT_CUSTOMER] = { "c.name", "c.id", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_ISSUED_ON] = { "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_DUE_ON] = { "i.due_on", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_AMOUNT] = { "i.amount_fen", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_OPEN] = { "i.open_fen", "i.issued_on", "i.id" },
};

/* What was open on a day on which something was allocated later. */
static const char *const order_by_open_then[5] = { OPEN_THEN, "i.issued_on", "i.id" };

/* Found by the name of the customer, and by the invoice's own texts: through the index, then with
 * a second look, as the index promises no more than what may be. CROSS JOIN is an order to the
 * planner, which would else walk all invoices.
 */
#define LIKE_ITS_TEXTS                                                                             \
  "(m.number LIKE :pattern ESCAPE '\\' OR m.fapiao_number LIKE :pattern ESCAPE '\\' "              \
  "OR m.order_number LIKE :pattern ESCAPE '\\' OR m.delivery_number LIKE :pattern ESCAPE '\\' "    \
  "OR m.note LIKE :pattern ESCAPE '\\')"
#define HITS_BY_CUSTOMER                                                                           \
  "SELECT n.id FROM customer f CROSS JOIN invoice n ON n.customer_id = f.id "                      \
  "WHERE f.name LIKE :pattern ESCAPE '\\' UNION "
#define HITS_BY_TERMS                                                                              \
  "SELECT m.id FROM invoice_search CROSS JOIN invoice m ON m.id = invoice_search.rowid "           \
  "WHERE invoice_search MATCH :expression AND " LIKE_ITS_TEXTS
#define HITS_WITHOUT_TERMS "SELECT m.id FROM invoice m WHERE " LIKE_ITS_TEXTS

/* The invoices that have something open, without a look at the others; but not by number, which
 * is quicker to walk through than to look up and sort.
 */
#define INVOICES_OPEN_NOW "invoice i INDEXED BY invoice_open "
#define INVOICES_OPEN_THEN                                                                         \
  "(SELECT id FROM invoice INDEXED BY invoice_open WHERE open_fen > 0 "                            \
  "UNION SELECT invoice_id FROM allocation WHERE allocated_on > :as_of) o "                        \
  "CROSS JOIN invoice i ON i.id = o.id "

static void
append_source (GString *sql, const ArrearsInvoiceFilter *filter, const ArrearsListSearch *search,
               gboolean is_past)
{
  gboolean needs_customer = filter->sort == ARREARS_INVOICE_SORT_CUSTOMER;
  gboolean is_open = filter->state != ARREARS_INVOICE_STATE_ALL
                     && (is_past || filter->sort != ARREARS_INVOICE_SORT_NUMBER);

  g_string_append (sql, "SELECT i.id FROM ");
  if (search->pattern != NULL)
    g_string_append_printf (sql, "(" HITS_BY_CUSTOMER "%s) h CROSS JOIN invoice i ON i.id = h.id ",
                            search->expression != NULL ? HITS_BY_TERMS : HITS_WITHOUT_TERMS);
  else if (is_open && is_past)
    g_string_append (sql, INVOICES_OPEN_THEN);
  else if (needs_customer)
    g_string_append (sql, "customer c CROSS JOIN ");
  if (search->pattern == NULL && !(is_open && is_past))
    g_string_append (sql, is_open ? INVOICES_OPEN_NOW : "invoice i ");
  if (needs_customer && (search->pattern != NULL || (is_open && is_past)))
    g_string_append (sql, "CROSS JOIN customer c ");
}

static void
append_conditions (GString *sql, const ArrearsInvoiceFilter *filter, gboolean is_past)
{
  g_string_append (sql, "WHERE i.issued_on <= :as_of ");
  if (filter->sort == ARREARS_INVOICE_SORT_CUSTOMER)
    g_string_append (sql, "AND c.id = i.customer_id ");
  if (filter->customer_id != 0)
    g_string_append (sql, "AND i.customer_id = :customer_id ");
  if (filter->state != ARREARS_INVOICE_STATE_ALL)
    g_string_append (sql, is_past ? "AND (i.open_fen > 0 OR i.id IN (SELECT a.invoice_id "
                                    "FROM allocation a WHERE a.allocated_on > :as_of)) "
                                  : "AND i.open_fen > 0 ");
  if (filter->state == ARREARS_INVOICE_STATE_OVERDUE)
    g_string_append (sql, "AND i.due_on < :as_of ");
}

static gboolean
has_later_allocation (ArrearsLedger *ledger, ArrearsDay as_of, gboolean *has, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "look for later allocations",
                            "SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_on > :as_of)");
  gint64 exists;

  arrears_query_bind_day (query, ":as_of", as_of);
  if (!arrears_query_collect_integer (query, 0, &exists, error))
    return FALSE;
  *has = exists != 0;
  return TRUE;
}

static GArray *
list_ids (ArrearsLedger *ledger, const ArrearsInvoiceFilter *filter, const char *sql,
          const ArrearsListSearch *search, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "list invoices", sql);

  arrears_query_bind_day (query, ":as_of", filter->as_of);
  if (filter->customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", filter->customer_id);
  arrears_list_search_bind (search, query);
  return arrears_query_collect_ids (query, error);
}

GArray *
arrears_ledger_list_invoices (ArrearsLedger *ledger, const ArrearsInvoiceFilter *filter,
                              GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_auto (ArrearsListSearch) search = arrears_list_search (filter->search);
  gboolean is_past;

  g_return_val_if_fail (filter->sort < ARREARS_INVOICE_N_SORTS, NULL);

  if (!arrears_ledger_index_invoices (ledger, error))
    return NULL;
  transaction = arrears_transaction_begin_reading (ledger, error);
  if (transaction == NULL || !has_later_allocation (ledger, filter->as_of, &is_past, error))
    return NULL;
  append_source (sql, filter, &search, is_past);
  append_conditions (sql, filter, is_past);
  arrears_list_query_append_order (sql,
                                   is_past && filter->sort == ARREARS_INVOICE_SORT_OPEN
                                       ? order_by_open_then
                                       : orders[filter->sort],
                                   filter->is_descending);
  return list_ids (ledger, filter, sql->str, &search, error);
}
