/* arrears-ledger-open-accounts.c: all that is open on a day, account by account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-invoices.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

/* What a row of the query tells about its account. Rows that set something back come behind those
 * that set it: they bear 1 for an invoice.
 */
enum
{
  ROW_CUSTOMER = 0, /* value: credit limit; issued_on: grade; extra: policy */
  ROW_LETTER,       /* value: the day of the last letter */
  ROW_UNAPPLIED,    /* value: money not allocated; several rows add up */
  ROW_ITEM,         /* value: what is open of an invoice; several rows in turn add up */
  ROW_DUE,          /* value: the due day that an invoice had */
  ROW_GRADE,        /* value: what the customer had */
  ROW_POLICY,
  ROW_LIMIT,
};

enum
{
  COLUMN_CUSTOMER,
  COLUMN_DUE_ON,
  COLUMN_INVOICE,
  COLUMN_ISSUED_ON,
  COLUMN_KIND,
  COLUMN_VALUE,
  COLUMN_EXTRA,
};

#define UNION " UNION ALL "
#define IN_ORDER "ORDER BY 1, 2, 3"
#define CHOSEN "customer_id IN (SELECT value FROM json_each (:ids)) "
#define CHOSEN_IDS "(SELECT DISTINCT value AS id FROM json_each (:ids)) chosen CROSS JOIN "

/* On the present day what counts is what is stored. Each part comes in the order of the whole, the
 * first and largest from its index, so that the parts are merged and nothing large is sorted.
 */
#define ITEMS                                                                                      \
  "SELECT customer_id, due_on, id, issued_on, 3, open_fen, 0 FROM invoice "                        \
  "WHERE open_fen > 0 AND issued_on <= :as_of "
#define UNAPPLIED                                                                                  \
  "SELECT customer_id, 0, 0, 0, 2, unapplied_fen, 0 FROM receipt "                                 \
  "WHERE unapplied_fen > 0 AND received_on <= :as_of "
#define LETTERS                                                                                    \
  "SELECT customer_id, 0, 0, 0, 1, max (issued_on), 0 FROM document "                              \
  "WHERE kind = 'demand' AND issued_on <= :as_of "
#define CUSTOMERS                                                                                  \
  "SELECT id, 0, 0, " ARREARS_LEDGER_GRADE_NUMBER ", 0, credit_limit_fen, policy_id FROM customer "\
  "WHERE (grade <> 'B' OR policy_id IS NOT NULL OR credit_limit_fen > 0) "

static const char all_now[]
    = ITEMS UNION UNAPPLIED UNION LETTERS "GROUP BY customer_id" UNION CUSTOMERS IN_ORDER;

static const char chosen_now[]
    = ITEMS "AND " CHOSEN UNION UNAPPLIED "AND " CHOSEN UNION
      LETTERS "AND " CHOSEN "GROUP BY customer_id" UNION
      CUSTOMERS "AND id IN (SELECT value FROM json_each (:ids)) " IN_ORDER;

/* What counted on a past day is what is stored, with what has ended since, and for each allocation
 * that counts on one of the two days alone its amount more or less. So again nothing is read of
 * what was settled before the day.
 */
#define KNOWN "AND recorded_on <= :known_on "
#define ENDED_SINCE                                                                                \
  "SELECT i.customer_id, i.due_on, i.id, i.issued_on, 3, i.amount_fen, 0 FROM "
#define IS_ENDED_SINCE                                                                             \
  "WHERE i.ended_on > :known_on AND i.issued_on <= :as_of AND i.recorded_on <= :known_on "
#define VOIDED_SINCE "SELECT r.customer_id, 0, 0, 0, 2, r.amount_fen, 0 FROM "
#define IS_VOIDED_SINCE                                                                            \
  "WHERE r.voided_on > 0 AND r.voided_on > :known_on AND r.received_on <= :as_of "                 \
  "AND r.recorded_on <= :known_on "
#define MORE_OR_LESS "iif (a.undone_on = 0, a.amount_fen, -a.amount_fen)"
#define PAID_SINCE                                                                                 \
  "SELECT i.customer_id, i.due_on, i.id, i.issued_on, 3, " MORE_OR_LESS ", 0 FROM "
#define APPLIED_SINCE "SELECT r.customer_id, 0, 0, 0, 2, " MORE_OR_LESS ", 0 FROM "
#define IS_ALLOCATED_SINCE                                                                         \
  "WHERE ((a.undone_on = 0 AND (a.allocated_on > :as_of OR a.recorded_on > :known_on)) "           \
  "OR (a.undone_on > :known_on AND a.allocated_on <= :as_of AND a.recorded_on <= :known_on)) "
#define OF_PRINCIPAL "AND a.part = 'principal' AND " ARREARS_LEDGER_INVOICE_COUNTS
#define OF_RECEIPT "AND " ARREARS_LEDGER_RECEIPT_COUNTS
#define ALLOCATIONS_SINCE                                                                          \
  "(SELECT id FROM allocation WHERE allocated_on > :as_of "                                        \
  "UNION SELECT id FROM allocation WHERE recorded_on > :known_on "                                 \
  "UNION SELECT id FROM allocation WHERE undone_on > 0 AND undone_on > :known_on) s "              \
  "CROSS JOIN allocation a ON a.id = s.id CROSS JOIN "

/* The first of the later changes tells what stood there: min() picks its row. */
#define DUE_SINCE                                                                                  \
  "SELECT i.customer_id, i.due_on, i.id, i.issued_on, 4, h.before, min (h.id) FROM change h "      \
  "CROSS JOIN invoice i ON i.id = h.subject_id "                                                   \
  "WHERE h.subject = 'invoice' AND h.recorded_on > :known_on AND h.field = 'due_on' "
#define CUSTOMERS_SINCE                                                                            \
  "SELECT subject_id, 0, 1, 0, CASE field WHEN 'grade' THEN 5 WHEN 'policy_id' THEN 6 ELSE 7 END, "\
  "before, min (id) FROM change WHERE subject = 'customer' AND recorded_on > :known_on "           \
  "AND field IN ('grade', 'policy_id', 'credit_limit') "

static const char all_then[]
    = ITEMS KNOWN UNION UNAPPLIED KNOWN UNION LETTERS "GROUP BY customer_id" UNION CUSTOMERS UNION
      ENDED_SINCE "invoice i INDEXED BY invoice_by_issue " IS_ENDED_SINCE UNION
      VOIDED_SINCE "receipt r " IS_VOIDED_SINCE UNION
      PAID_SINCE ALLOCATIONS_SINCE "invoice i ON i.id = a.invoice_id "
      IS_ALLOCATED_SINCE OF_PRINCIPAL UNION
      APPLIED_SINCE ALLOCATIONS_SINCE "receipt r ON r.id = a.receipt_id "
      IS_ALLOCATED_SINCE OF_RECEIPT UNION
      DUE_SINCE "GROUP BY h.subject_id" UNION CUSTOMERS_SINCE "GROUP BY subject_id, field "
      IN_ORDER;

static const char chosen_then[]
    = ITEMS KNOWN "AND " CHOSEN UNION UNAPPLIED KNOWN "AND " CHOSEN UNION
      LETTERS "AND " CHOSEN "GROUP BY customer_id" UNION
      CUSTOMERS "AND id IN (SELECT value FROM json_each (:ids)) " UNION
      ENDED_SINCE CHOSEN_IDS "invoice i ON i.customer_id = chosen.id " IS_ENDED_SINCE UNION
      VOIDED_SINCE CHOSEN_IDS "receipt r ON r.customer_id = chosen.id " IS_VOIDED_SINCE UNION
      PAID_SINCE CHOSEN_IDS "invoice i ON i.customer_id = chosen.id "
      "CROSS JOIN allocation a ON a.invoice_id = i.id " IS_ALLOCATED_SINCE OF_PRINCIPAL UNION
      APPLIED_SINCE CHOSEN_IDS "receipt r ON r.customer_id = chosen.id "
      "CROSS JOIN allocation a ON a.receipt_id = r.id " IS_ALLOCATED_SINCE OF_RECEIPT UNION
      DUE_SINCE "AND i." CHOSEN "GROUP BY h.subject_id" UNION
      CUSTOMERS_SINCE "AND subject_id IN (SELECT value FROM json_each (:ids)) "
      "GROUP BY subject_id, field "
      IN_ORDER;

/* The account that is being read. */
typedef struct
{
  ArrearsOpenAccount account;
  GArray *items;
  gboolean has_moved; /* a due day was set back, so that the items may be out of order */
} Reading;

static void
begin_account (Reading *reading, gint64 customer_id)
{
  g_array_set_size (reading->items, 0);
  reading->account = (ArrearsOpenAccount) { .customer_id = customer_id };
  reading->has_moved = FALSE;
}

/* The rows of one invoice follow on each other. */
static ArrearsOpenItem *
get_item (Reading *reading, ArrearsQuery *query)
{
  GArray *items = reading->items;
  ArrearsOpenItem item = { .invoice_id = arrears_query_get_integer (query, COLUMN_INVOICE) };

  if (items->len == 0
      || g_array_index (items, ArrearsOpenItem, items->len - 1).invoice_id != item.invoice_id)
    {
      item.issued_on = arrears_query_get_day (query, COLUMN_ISSUED_ON);
      item.due_on = arrears_query_get_day (query, COLUMN_DUE_ON);
      g_array_append_val (items, item);
    }
  return &g_array_index (items, ArrearsOpenItem, items->len - 1);
}

static void
read_customer (ArrearsOpenAccount *account, ArrearsQuery *query)
{
  account->grade = (ArrearsGrade) arrears_query_get_integer (query, COLUMN_ISSUED_ON);
  account->policy_id = arrears_query_get_integer (query, COLUMN_EXTRA);
  account->credit_limit = arrears_query_get_money (query, COLUMN_VALUE);
}

/* The due day stays the one that the rows are in order of, until all of them are read. */
static gboolean
add_row (Reading *reading, ArrearsQuery *query, GError **error)
{
  ArrearsOpenAccount *account = &reading->account;
  ArrearsMoney value = arrears_query_get_money (query, COLUMN_VALUE);

  switch (arrears_query_get_integer (query, COLUMN_KIND))
    {
    case ROW_CUSTOMER:
      read_customer (account, query);
      return TRUE;
    case ROW_LETTER:
      account->last_letter_on = arrears_query_get_day (query, COLUMN_VALUE);
      return TRUE;
    case ROW_UNAPPLIED:
      return arrears_money_accumulate (&account->unapplied, value, error);
    case ROW_ITEM:
      return arrears_money_accumulate (&get_item (reading, query)->open, value, error);
    case ROW_DUE:
      get_item (reading, query)->due_on = arrears_query_get_day (query, COLUMN_VALUE);
      reading->has_moved = TRUE;
      return TRUE;
    case ROW_GRADE:
      account->grade = (ArrearsGrade) value.fen;
      return TRUE;
    case ROW_POLICY:
      account->policy_id = value.fen;
      return TRUE;
    case ROW_LIMIT:
      account->credit_limit = value;
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const ArrearsOpenItem *left = a;
  const ArrearsOpenItem *right = b;
  int order = arrears_day_compare (left->due_on, right->due_on);

  return order != 0 ? order
                    : (left->invoice_id > right->invoice_id) - (left->invoice_id < right->invoice_id);
}

/* Of some invoices all that was open has been taken off again. */
static void
drop_settled (GArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, ArrearsOpenItem, i).open.fen > 0)
      g_array_index (items, ArrearsOpenItem, n++) = g_array_index (items, ArrearsOpenItem, i);
  g_array_set_size (items, n);
}

/* Accounts of which only the customer or a letter is known have nothing open. */
static gboolean
hand_over (Reading *reading, ArrearsOpenAccountFunc func, gpointer user_data, GError **error)
{
  ArrearsOpenAccount *account = &reading->account;

  drop_settled (reading->items);
  if (reading->has_moved)
    g_array_sort (reading->items, compare_items);
  account->items = (ArrearsOpenItem *) (gpointer) reading->items->data;
  account->n_items = reading->items->len;
  if (account->n_items == 0 && account->unapplied.fen == 0)
    return TRUE;
  return func (account, user_data, error);
}

static gboolean
read_accounts (Reading *reading, ArrearsQuery *query, ArrearsOpenAccountFunc func,
               gpointer user_data, GError **error)
{
  begin_account (reading, 0);
  while (arrears_query_next (query))
    {
      gint64 customer_id = arrears_query_get_integer (query, COLUMN_CUSTOMER);

      if (customer_id != reading->account.customer_id)
        {
          if (!hand_over (reading, func, user_data, error))
            return FALSE;
          begin_account (reading, customer_id);
        }
      if (!add_row (reading, query, error))
        return FALSE;
    }
  return arrears_query_finish (query, error) && hand_over (reading, func, user_data, error);
}

gboolean
arrears_ledger_foreach_open_account (ArrearsLedger *ledger, ArrearsDay as_of, const gint64 *ids,
                                     gsize n_ids, ArrearsOpenAccountFunc func, gpointer user_data,
                                     GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ArrearsOpenItem));
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsQuery) query = NULL;
  Reading reading = { .items = items };
  gboolean is_past;

  transaction = arrears_transaction_begin_reading (ledger, error);
  if (transaction == NULL || !arrears_ledger_is_past (ledger, as_of, &is_past, error))
    return FALSE;
  if (ids == NULL)
    query = arrears_query_open (ledger, "read what is open", is_past ? all_then : all_now);
  else
    query = arrears_query_open (ledger, "read what is open", is_past ? chosen_then : chosen_now);
  arrears_query_bind_as_of (query, as_of);
  if (ids != NULL)
    arrears_query_bind_ids (query, ":ids", ids, n_ids);
  return read_accounts (&reading, query, func, user_data, error);
}
