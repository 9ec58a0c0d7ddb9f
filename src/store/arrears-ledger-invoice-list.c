/* arrears-ledger-invoice-list.c: the list of invoices in every order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-invoices.h"

#include "arrears-ledger-private.h"
#include "arrears-list-query.h"
#include "arrears-query.h"

static const char *const orders[ARREARS_INVOICE_N_SORTS][5] = {
  [ARREARS_INVOICE_SORT_NUMBER] = { "i.number" },
  [ARREARS_INVOICE_SORT_CUSTOMER] = { "c.name", "c.id", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_ISSUED_ON] = { "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_DUE_ON] = { "i.due_on", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_AMOUNT] = { "i.amount_fen", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_OPEN] = { "i.open_fen", "i.issued_on", "i.id" },
};

/* The due day as it was before it was changed. */
#define DUE_THEN                                                                                   \
  "coalesce ((SELECT h.before FROM change h WHERE h.subject = 'invoice' AND h.subject_id = i.id "  \
  "AND h.field = 'due_on' AND h.recorded_on > :known_on ORDER BY h.id LIMIT 1), i.due_on)"

/* On a day after which something was entered that changed the answer. */
static const char *const orders_then[ARREARS_INVOICE_N_SORTS][5] = {
  [ARREARS_INVOICE_SORT_NUMBER] = { "i.number" },
  [ARREARS_INVOICE_SORT_CUSTOMER]
  = { ARREARS_LIST_CUSTOMER_THEN ("name", "c.name"), "c.id", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_ISSUED_ON] = { "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_DUE_ON] = { DUE_THEN, "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_AMOUNT] = { "i.amount_fen", "i.issued_on", "i.id" },
  [ARREARS_INVOICE_SORT_OPEN] = { ARREARS_LEDGER_OPEN_THEN, "i.issued_on", "i.id" },
};

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
  "UNION SELECT id FROM invoice WHERE ended_on > :known_on "                                       \
  "UNION SELECT invoice_id FROM allocation WHERE allocated_on > :as_of "                           \
  "UNION SELECT invoice_id FROM allocation WHERE recorded_on > :known_on) o "                      \
  "CROSS JOIN invoice i ON i.id = o.id "

/* Where the ids come from: the hits of a search, what was open, or all. */
static const char *
find_candidates (const ArrearsInvoiceFilter *filter, gboolean is_past)
{
  gboolean is_open = filter->state == ARREARS_INVOICE_STATE_OPEN
                     || filter->state == ARREARS_INVOICE_STATE_OVERDUE;

  if (is_open && is_past)
    return INVOICES_OPEN_THEN;
  if (is_open && filter->sort != ARREARS_INVOICE_SORT_NUMBER)
    return INVOICES_OPEN_NOW;
  return "invoice i ";
}

static void
append_source (GString *sql, const ArrearsInvoiceFilter *filter, const ArrearsListSearch *search,
               gboolean is_past)
{
  const char *candidates = find_candidates (filter, is_past);
  gboolean needs_customer = filter->sort == ARREARS_INVOICE_SORT_CUSTOMER;
  gboolean is_chosen = search->pattern != NULL || g_str_equal (candidates, INVOICES_OPEN_THEN);

  g_string_append (sql, "SELECT i.id FROM ");
  if (needs_customer && !is_chosen)
    g_string_append (sql, "customer c CROSS JOIN ");
  if (search->pattern != NULL)
    g_string_append_printf (sql, "(" HITS_BY_CUSTOMER "%s) h CROSS JOIN invoice i ON i.id = h.id ",
                            search->expression != NULL ? HITS_BY_TERMS : HITS_WITHOUT_TERMS);
  else
    g_string_append (sql, candidates);
  if (needs_customer && is_chosen)
    g_string_append (sql, "CROSS JOIN customer c ");
}

/* What is open has not ended. The list by number is walked along the numbers: the plus keeps the
 * planner from the other indexes.
 */
static void
append_state_now (GString *sql, const ArrearsInvoiceFilter *filter)
{
  g_string_append (sql, "AND i.issued_on <= :as_of ");
  switch (filter->state)
    {
    case ARREARS_INVOICE_STATE_OPEN:
      g_string_append (sql, "AND i.open_fen > 0 ");
      break;
    case ARREARS_INVOICE_STATE_OVERDUE:
      g_string_append (sql, "AND i.open_fen > 0 AND i.due_on < :as_of ");
      break;
    case ARREARS_INVOICE_STATE_ENDED:
      g_string_append (sql, "AND i.ended_on > 0 ");
      break;
    case ARREARS_INVOICE_STATE_ALL:
    default:
      g_string_append (sql, filter->sort == ARREARS_INVOICE_SORT_NUMBER ? "AND +i.ended_on = 0 "
                                                                        : "AND i.ended_on = 0 ");
    }
}

static void
append_state_then (GString *sql, ArrearsInvoiceState state)
{
  if (state == ARREARS_INVOICE_STATE_ENDED)
    g_string_append (sql, "AND i.issued_on <= :as_of AND i.recorded_on <= :known_on "
                          "AND i.ended_on BETWEEN 1 AND :known_on ");
  else
    g_string_append (sql, "AND " ARREARS_LEDGER_INVOICE_COUNTS);
  if (state == ARREARS_INVOICE_STATE_OPEN || state == ARREARS_INVOICE_STATE_OVERDUE)
    g_string_append (sql, "AND " ARREARS_LEDGER_OPEN_THEN " > 0 ");
  if (state == ARREARS_INVOICE_STATE_OVERDUE)
    g_string_append (sql, "AND " DUE_THEN " < :as_of ");
}

static void
append_conditions (GString *sql, const ArrearsInvoiceFilter *filter, gboolean is_past)
{
  g_string_append (sql, "WHERE TRUE ");
  if (filter->sort == ARREARS_INVOICE_SORT_CUSTOMER)
    g_string_append (sql, "AND c.id = i.customer_id ");
  if (filter->customer_id != 0)
    g_string_append (sql, "AND i.customer_id = :customer_id ");
  if (is_past)
    append_state_then (sql, filter->state);
  else
    append_state_now (sql, filter);
}

static GArray *
list_ids (ArrearsLedger *ledger, const ArrearsInvoiceFilter *filter, const char *sql,
          const ArrearsListSearch *search, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "list invoices", sql);

  arrears_query_bind_as_of (query, filter->as_of);
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
  if (transaction == NULL || !arrears_ledger_is_past (ledger, filter->as_of, &is_past, error))
    return NULL;
  append_source (sql, filter, &search, is_past);
  append_conditions (sql, filter, is_past);
  arrears_list_query_append_order (sql, is_past ? orders_then[filter->sort] : orders[filter->sort],
                                   filter->is_descending);
  return list_ids (ledger, filter, sql->str, &search, error);
}
