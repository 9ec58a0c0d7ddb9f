/* arrears-ledger-customer-list.c: the list of customers in every order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-customers.h"

#include "arrears-allocation.h"
#include "arrears-ledger-invoices.h"
#include "arrears-ledger-private.h"
#include "arrears-list-query.h"
#include "arrears-query.h"

/* The few that were entered later are looked up, not looked for at each customer. */
#define WAS_KNOWN "c.id NOT IN (SELECT id FROM customer WHERE recorded_on > :known_on) "

/* What a customer is searched and sorted by: as it is now, and as it was on a day. */
typedef struct
{
  const char *code;
  const char *name;
  const char *contact;
  const char *phone;
} Columns;

static const Columns columns_now = { "c.code", "c.name", "p.name", "p.phone" };
static const Columns columns_then = {
  ARREARS_LIST_CUSTOMER_THEN ("code", "c.code"),
  ARREARS_LIST_CUSTOMER_THEN ("name", "c.name"),
  ARREARS_LIST_CUSTOMER_THEN ("contact", "p.name"),
  ARREARS_LIST_CUSTOMER_THEN ("phone", "p.phone"),
};

static void
append_search (GString *sql, const Columns *columns)
{
  g_string_append_printf (sql,
                          "LEFT JOIN contact p ON p.customer_id = c.id AND p.position = 0 "
                          "WHERE (%s LIKE :pattern ESCAPE '\\' OR %s LIKE :pattern ESCAPE '\\' "
                          "OR %s LIKE :pattern ESCAPE '\\' OR %s LIKE :pattern ESCAPE '\\') AND ",
                          columns->name, columns->code, columns->contact, columns->phone);
}

/* Customers by code or name. */
static GArray *
list_by_column (ArrearsLedger *ledger, const ArrearsCustomerFilter *filter, gboolean by_name,
                gboolean is_descending, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT c.id FROM customer c ");
  g_auto (ArrearsListSearch) search = arrears_list_search (filter->search);
  g_autoptr (ArrearsQuery) query = NULL;
  const Columns *columns = &columns_now;
  gboolean is_past;

  if (!arrears_ledger_is_past (ledger, filter->as_of, &is_past, error))
    return NULL;
  if (is_past)
    columns = &columns_then;
  if (search.pattern != NULL)
    append_search (sql, columns);
  else
    g_string_append (sql, "WHERE ");
  g_string_append (sql, WAS_KNOWN);
  arrears_list_query_append_order (
      sql, (const char *[]) { by_name ? columns->name : columns->code, "c.id", NULL },
      is_descending);
  query = arrears_query_open (ledger, "list customers", sql->str);
  arrears_query_bind_as_of (query, filter->as_of);
  arrears_list_search_bind (&search, query);
  return arrears_query_collect_ids (query, error);
}

/* What the list is sorted by, where that is no column: computed by the rules that compute what
 * the list shows.
 */
typedef struct
{
  ArrearsCustomerSort sort;
  ArrearsDay as_of;
  GHashTable *keys; /* customer id to gint64 */
} Computation;

static gboolean
sum_open (const ArrearsOpenAccount *account, ArrearsMoney *sum, GError **error)
{
  for (gsize i = 0; i < account->n_items; i++)
    if (!arrears_money_accumulate (sum, account->items[i].open, error))
      return FALSE;
  return TRUE;
}

static gboolean
compute_balance (const ArrearsOpenAccount *account, gint64 *key, GError **error)
{
  ArrearsMoney balance = { -account->unapplied.fen };

  if (!sum_open (account, &balance, error))
    return FALSE;
  *key = balance.fen;
  return TRUE;
}

static gboolean
compute_overdue (const ArrearsOpenAccount *account, ArrearsDay as_of, gint64 *key, GError **error)
{
  ArrearsMoney overdue = ARREARS_MONEY_ZERO;

  for (gsize i = 0; i < account->n_items; i++)
    if (arrears_open_item_get_days_overdue (&account->items[i], as_of) > 0
        && !arrears_money_accumulate (&overdue, account->items[i].open, error))
      return FALSE;
  *key = overdue.fen;
  return TRUE;
}

static gint64
compute_days_overdue (const ArrearsOpenAccount *account, ArrearsDay as_of)
{
  int days_overdue = 0;

  for (gsize i = 0; i < account->n_items; i++)
    if (account->items[i].open.fen > 0)
      days_overdue
          = MAX (days_overdue, arrears_open_item_get_days_overdue (&account->items[i], as_of));
  return days_overdue;
}

static gboolean
compute_key (ArrearsOpenAccount *account, const Computation *computation, gint64 *key,
             GError **error)
{
  if (computation->sort == ARREARS_CUSTOMER_SORT_BALANCE)
    return compute_balance (account, key, error);
  arrears_allocation_cover (account->items, account->n_items, account->unapplied,
                            computation->as_of);
  if (computation->sort == ARREARS_CUSTOMER_SORT_OVERDUE)
    return compute_overdue (account, computation->as_of, key, error);
  *key = compute_days_overdue (account, computation->as_of);
  return TRUE;
}

static gboolean
add_key (ArrearsOpenAccount *account, gpointer user_data, GError **error)
{
  Computation *computation = user_data;
  gint64 key;

  if (!compute_key (account, computation, &key, error))
    return FALSE;
  g_hash_table_insert (computation->keys, g_memdup2 (&account->customer_id, sizeof (gint64)),
                       g_memdup2 (&key, sizeof key));
  return TRUE;
}

typedef struct
{
  gint64 id;
  gint64 key;
  guint rank; /* in the order of codes, which decides between equal keys */
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return left->rank < right->rank ? -1 : 1;
}

static int
compare_rows_descending (gconstpointer a, gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;

  if (left->key != right->key)
    return left->key > right->key ? -1 : 1;
  return left->rank < right->rank ? -1 : 1;
}

static void
sort_by_key (GArray *ids, GHashTable *keys, gboolean is_descending)
{
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const gint64 *key = g_hash_table_lookup (keys, &id);
      Row row = { .id = id, .key = key != NULL ? *key : 0, .rank = i };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, is_descending ? compare_rows_descending : compare_rows);
  for (guint i = 0; i < ids->len; i++)
    g_array_index (ids, gint64, i) = g_array_index (rows, Row, i).id;
}

static GArray *
list_by_computation (ArrearsLedger *ledger, const ArrearsCustomerFilter *filter, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (GHashTable) keys
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Computation computation = { .sort = filter->sort, .as_of = filter->as_of, .keys = keys };
  g_autoptr (GArray) ids = NULL;

  if (transaction == NULL)
    return NULL;
  ids = list_by_column (ledger, filter, FALSE, FALSE, error);
  if (ids == NULL
      || !arrears_ledger_foreach_open_account (ledger, filter->as_of, NULL, 0, add_key,
                                               &computation, error))
    return NULL;
  sort_by_key (ids, keys, filter->is_descending);
  return g_steal_pointer (&ids);
}

GArray *
arrears_ledger_list_customers (ArrearsLedger *ledger, const ArrearsCustomerFilter *filter,
                               GError **error)
{
  switch (filter->sort)
    {
    case ARREARS_CUSTOMER_SORT_CODE:
      return list_by_column (ledger, filter, FALSE, filter->is_descending, error);
    case ARREARS_CUSTOMER_SORT_NAME:
      return list_by_column (ledger, filter, TRUE, filter->is_descending, error);
    case ARREARS_CUSTOMER_SORT_BALANCE:
    case ARREARS_CUSTOMER_SORT_OVERDUE:
    case ARREARS_CUSTOMER_SORT_DAYS_OVERDUE:
      return list_by_computation (ledger, filter, error);
    case ARREARS_CUSTOMER_N_SORTS:
    default:
      g_return_val_if_reached (NULL);
    }
}
