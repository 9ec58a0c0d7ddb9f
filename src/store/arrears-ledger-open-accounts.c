/* arrears-ledger-open-accounts.c: all that is open on a day, account by account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-invoices.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"

/* What a row of the query tells about its account, as the query numbers it. */
enum
{
  ROW_GRADE = 0, /* value: the grade, where it is not B */
  ROW_LETTER,    /* value: the day of the last letter */
  ROW_UNAPPLIED, /* value: money not allocated; several rows add up */
  ROW_ITEM,      /* value: what is open of an invoice; several rows in turn add up */
};

enum
{
  COLUMN_CUSTOMER,
  COLUMN_DUE_ON,
  COLUMN_INVOICE,
  COLUMN_ISSUED_ON,
  COLUMN_KIND,
  COLUMN_VALUE,
};

/* What was open on a day is what is open now and what was allocated since: so the query reads the
 * open items and the allocations since, and nothing of what was settled before. Each part comes
 * in the order of the whole, the first and largest from its index, so that the parts are merged
 * and nothing large is sorted.
 */
#define ITEMS_NOW                                                                                  \
  "SELECT customer_id, due_on, id, issued_on, 3, open_fen FROM invoice "                           \
  "WHERE open_fen > 0 AND issued_on <= :as_of "
#define UNAPPLIED_NOW                                                                              \
  "SELECT customer_id, 0, 0, 0, 2, unapplied_fen FROM receipt "                                    \
  "WHERE unapplied_fen > 0 AND received_on <= :as_of "
#define LETTERS                                                                                    \
  "SELECT customer_id, 0, 0, 0, 1, max (issued_on) FROM document "                                 \
  "WHERE kind = 'demand' AND issued_on <= :as_of "
#define GRADES                                                                                     \
  "SELECT id, 0, 0, 0, 0, " ARREARS_LEDGER_GRADE_NUMBER " FROM customer WHERE grade <> 'B' "
#define ITEMS_SINCE                                                                                \
  "SELECT i.customer_id, i.due_on, i.id, i.issued_on, 3, a.amount_fen "
#define UNAPPLIED_SINCE "SELECT r.customer_id, 0, 0, 0, 2, a.amount_fen "
#define UNION " UNION ALL "
#define IN_ORDER "ORDER BY 1, 2, 3"

static const char all_accounts[]
    = ITEMS_NOW UNION UNAPPLIED_NOW UNION LETTERS "GROUP BY customer_id" UNION GRADES UNION
      ITEMS_SINCE "FROM allocation a CROSS JOIN invoice i ON i.id = a.invoice_id "
      "WHERE a.allocated_on > :as_of AND a.undone_on = 0 AND i.issued_on <= :as_of" UNION
      UNAPPLIED_SINCE "FROM allocation a CROSS JOIN receipt r ON r.id = a.receipt_id "
      "WHERE a.allocated_on > :as_of AND a.undone_on = 0 AND r.received_on <= :as_of "
      IN_ORDER;

#define CHOSEN "customer_id IN (SELECT value FROM json_each (:ids)) "
#define FROM_CHOSEN "FROM (SELECT DISTINCT value AS id FROM json_each (:ids)) chosen CROSS JOIN "

static const char chosen_accounts[]
    = ITEMS_NOW "AND " CHOSEN UNION UNAPPLIED_NOW "AND " CHOSEN UNION
      LETTERS "AND " CHOSEN "GROUP BY customer_id" UNION
      GRADES "AND id IN (SELECT value FROM json_each (:ids))" UNION
      ITEMS_SINCE FROM_CHOSEN "invoice i ON i.customer_id = chosen.id "
      "CROSS JOIN allocation a ON a.invoice_id = i.id "
      "WHERE a.allocated_on > :as_of AND a.undone_on = 0 AND i.issued_on <= :as_of" UNION
      UNAPPLIED_SINCE FROM_CHOSEN "receipt r ON r.customer_id = chosen.id "
      "CROSS JOIN allocation a ON a.receipt_id = r.id "
      "WHERE a.allocated_on > :as_of AND a.undone_on = 0 AND r.received_on <= :as_of "
      IN_ORDER;

static void
begin_account (ArrearsOpenAccount *account, GArray *items, gint64 customer_id)
{
  g_array_set_size (items, 0);
  *account = (ArrearsOpenAccount) { .customer_id = customer_id };
}

static gboolean
add_item (GArray *items, ArrearsQuery *query, ArrearsMoney open, GError **error)
{
  ArrearsOpenItem *last
      = items->len > 0 ? &g_array_index (items, ArrearsOpenItem, items->len - 1) : NULL;
  ArrearsOpenItem item = {
    .invoice_id = arrears_query_get_integer (query, COLUMN_INVOICE),
    .issued_on = arrears_query_get_day (query, COLUMN_ISSUED_ON),
    .due_on = arrears_query_get_day (query, COLUMN_DUE_ON),
    .open = open,
  };

  if (last != NULL && last->invoice_id == item.invoice_id)
    return arrears_money_accumulate (&last->open, open, error);
  g_array_append_val (items, item);
  return TRUE;
}

static gboolean
add_row (ArrearsOpenAccount *account, GArray *items, ArrearsQuery *query, GError **error)
{
  ArrearsMoney value = arrears_query_get_money (query, COLUMN_VALUE);

  switch (arrears_query_get_integer (query, COLUMN_KIND))
    {
    case ROW_GRADE:
      account->grade = (ArrearsGrade) value.fen;
      return TRUE;
    case ROW_LETTER:
      account->last_letter_on = arrears_query_get_day (query, COLUMN_VALUE);
      return TRUE;
    case ROW_UNAPPLIED:
      return arrears_money_accumulate (&account->unapplied, value, error);
    case ROW_ITEM:
      return add_item (items, query, value, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Accounts of which only a grade or a letter is known have nothing open. */
static gboolean
hand_over (ArrearsOpenAccount *account, GArray *items, ArrearsOpenAccountFunc func,
           gpointer user_data, GError **error)
{
  account->items = (ArrearsOpenItem *) (gpointer) items->data;
  account->n_items = items->len;
  if (account->n_items == 0 && account->unapplied.fen == 0)
    return TRUE;
  return func (account, user_data, error);
}

gboolean
arrears_ledger_foreach_open_account (ArrearsLedger *ledger, ArrearsDay as_of, const gint64 *ids,
                                     gsize n_ids, ArrearsOpenAccountFunc func, gpointer user_data,
                                     GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ArrearsOpenItem));
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read what is open", ids == NULL ? all_accounts : chosen_accounts);
  ArrearsOpenAccount account;

  arrears_query_bind_day (query, ":as_of", as_of);
  if (ids != NULL)
    arrears_query_bind_ids (query, ":ids", ids, n_ids);
  begin_account (&account, items, 0);
  while (arrears_query_next (query))
    {
      gint64 customer_id = arrears_query_get_integer (query, COLUMN_CUSTOMER);

      if (customer_id != account.customer_id)
        {
          if (!hand_over (&account, items, func, user_data, error))
            return FALSE;
          begin_account (&account, items, customer_id);
        }
      if (!add_row (&account, items, query, error))
        return FALSE;
    }
  return arrears_query_finish (query, error) && hand_over (&account, items, func, user_data, error);
}
