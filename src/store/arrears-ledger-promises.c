/* arrears-ledger-promises.c: promises and the money that came in, account by account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-promises.h"

#include "arrears-query.h"

#define STANDING                                                                                   \
  "FROM promise WHERE from_on <= :as_of AND recorded_on <= :known_on "                             \
  "AND (ended_on = 0 OR ended_on > :as_of) "
#define STANDING_OF_ONE STANDING "AND customer_id = :customer_id "

#define PROMISES(standing)                                                                         \
  "SELECT customer_id, id, coalesce (invoice_id, 0), from_on, due_on, amount_fen " standing        \
  "ORDER BY customer_id, due_on, id"

/* A receipt comes once for each of its allocations, once without where it has none. */
#define INCOMES(standing)                                                                          \
  "SELECT r.customer_id, r.id, r.received_on, r.amount_fen, coalesce (a.amount_fen, 0), "          \
  "coalesce (a.invoice_id, 0), coalesce (i.whole_id, 0) "                                          \
  "FROM (SELECT customer_id, min (from_on) AS first_on " standing "GROUP BY customer_id) p "       \
  "CROSS JOIN receipt r ON r.customer_id = p.customer_id "                                         \
  "LEFT JOIN allocation a ON a.receipt_id = r.id AND a.allocated_on <= :as_of "                    \
  "AND a.recorded_on <= :known_on AND (a.undone_on = 0 OR a.undone_on > :known_on) "               \
  "LEFT JOIN invoice i ON i.id = a.invoice_id "                                                    \
  "WHERE r.kind = 'receipt' AND r.received_on BETWEEN p.first_on AND :as_of "                      \
  "AND r.recorded_on <= :known_on AND (r.voided_on = 0 OR r.voided_on > :known_on) "               \
  "ORDER BY r.customer_id, r.received_on, r.id"

enum
{
  PROMISE_CUSTOMER,
  PROMISE_ID,
  PROMISE_INVOICE,
  PROMISE_GIVEN_ON,
  PROMISE_DUE_ON,
  PROMISE_AMOUNT,
};

enum
{
  INCOME_CUSTOMER,
  INCOME_RECEIPT,
  INCOME_RECEIVED_ON,
  INCOME_RECEIVED,
  INCOME_ALLOCATED,
  INCOME_INVOICE,
  INCOME_WHOLE,
};

/* Two walks side by side, both by customer id. */
typedef struct
{
  ArrearsQuery *promises;
  ArrearsQuery *incomes;
  gboolean has_promise; /* the query stands at a row */
  gboolean has_income;
  GArray *promised; /* of the account that is being read */
  GArray *came_in;
} Walk;

static void
read_promises (Walk *walk, gint64 customer_id)
{
  g_array_set_size (walk->promised, 0);
  while (walk->has_promise
         && arrears_query_get_integer (walk->promises, PROMISE_CUSTOMER) == customer_id)
    {
      ArrearsPromisedPayment promise = {
        .id = arrears_query_get_integer (walk->promises, PROMISE_ID),
        .invoice_id = arrears_query_get_integer (walk->promises, PROMISE_INVOICE),
        .given_on = arrears_query_get_day (walk->promises, PROMISE_GIVEN_ON),
        .due_on = arrears_query_get_day (walk->promises, PROMISE_DUE_ON),
        .amount = arrears_query_get_money (walk->promises, PROMISE_AMOUNT),
      };

      g_array_append_val (walk->promised, promise);
      walk->has_promise = arrears_query_next (walk->promises);
    }
}

static void
add_income (Walk *walk, const ArrearsIncome *income)
{
  if (income->amount.fen > 0)
    g_array_append_vals (walk->came_in, income, 1);
}

/* What one receipt went to, and what is left of it. Money that was paid back went to no invoice
 * and did not stay.
 */
static void
read_receipt (Walk *walk)
{
  gint64 receipt_id = arrears_query_get_integer (walk->incomes, INCOME_RECEIPT);
  ArrearsIncome rest = {
    .on = arrears_query_get_day (walk->incomes, INCOME_RECEIVED_ON),
    .amount = arrears_query_get_money (walk->incomes, INCOME_RECEIVED),
  };

  while (walk->has_income
         && arrears_query_get_integer (walk->incomes, INCOME_RECEIPT) == receipt_id)
    {
      ArrearsIncome part = {
        .on = rest.on,
        .invoice_id = arrears_query_get_integer (walk->incomes, INCOME_INVOICE),
        .whole_id = arrears_query_get_integer (walk->incomes, INCOME_WHOLE),
        .amount = arrears_query_get_money (walk->incomes, INCOME_ALLOCATED),
      };

      rest.amount.fen -= part.amount.fen;
      if (part.invoice_id != 0)
        add_income (walk, &part);
      walk->has_income = arrears_query_next (walk->incomes);
    }
  add_income (walk, &rest);
}

static void
read_incomes (Walk *walk, gint64 customer_id)
{
  g_array_set_size (walk->came_in, 0);
  while (walk->has_income
         && arrears_query_get_integer (walk->incomes, INCOME_CUSTOMER) == customer_id)
    read_receipt (walk);
}

/* FALSE where `func` stopped. */
static gboolean
walk_accounts (Walk *walk, ArrearsPromisingAccountFunc func, gpointer user_data, GError **error)
{
  walk->has_promise = arrears_query_next (walk->promises);
  walk->has_income = arrears_query_next (walk->incomes);
  while (walk->has_promise)
    {
      ArrearsPromisingAccount account
          = { .customer_id = arrears_query_get_integer (walk->promises, PROMISE_CUSTOMER) };

      read_promises (walk, account.customer_id);
      read_incomes (walk, account.customer_id);
      account.promises = (const ArrearsPromisedPayment *) (gpointer) walk->promised->data;
      account.n_promises = walk->promised->len;
      account.incomes = (const ArrearsIncome *) (gpointer) walk->came_in->data;
      account.n_incomes = walk->came_in->len;
      if (!func (&account, user_data, error))
        return FALSE;
    }
  return TRUE;
}

static ArrearsQuery *
open_query (ArrearsLedger *ledger, const char *sql, gint64 customer_id, ArrearsDay as_of)
{
  ArrearsQuery *query = arrears_query_open (ledger, "read what was promised and came in", sql);

  if (customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_as_of (query, as_of);
  return query;
}

gboolean
arrears_ledger_foreach_promising_account (ArrearsLedger *ledger, gint64 customer_id,
                                          ArrearsDay as_of, ArrearsPromisingAccountFunc func,
                                          gpointer user_data, GError **error)
{
  const char *promises_sql = customer_id != 0 ? PROMISES (STANDING_OF_ONE) : PROMISES (STANDING);
  const char *incomes_sql = customer_id != 0 ? INCOMES (STANDING_OF_ONE) : INCOMES (STANDING);
  g_autoptr (ArrearsTransaction) reading = arrears_transaction_begin_reading (ledger, error);
  g_autoptr (ArrearsQuery) promises = NULL;
  g_autoptr (ArrearsQuery) incomes = NULL;
  g_autoptr (GArray) promised = g_array_new (FALSE, FALSE, sizeof (ArrearsPromisedPayment));
  g_autoptr (GArray) came_in = g_array_new (FALSE, FALSE, sizeof (ArrearsIncome));
  Walk walk = { .promised = promised, .came_in = came_in };
  gboolean goes_on;

  if (reading == NULL)
    return FALSE;
  promises = walk.promises = open_query (ledger, promises_sql, customer_id, as_of);
  incomes = walk.incomes = open_query (ledger, incomes_sql, customer_id, as_of);
  goes_on = walk_accounts (&walk, func, user_data, error);
  goes_on = arrears_query_finish (promises, goes_on ? error : NULL) && goes_on;
  return arrears_query_finish (incomes, goes_on ? error : NULL) && goes_on;
}
