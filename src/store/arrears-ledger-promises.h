/* arrears-ledger-promises.h: promises and the money that came in, account by account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-promise-keeping.h"

G_BEGIN_DECLS

/* What a customer's promises are judged by on a day: those that stand, by due day, and, by day, the
 * money received since the first of them was given, less what was voided or paid back. Valid for
 * the call.
 */
typedef struct
{
  gint64 customer_id;
  const ArrearsPromisedPayment *promises;
  gsize n_promises;
  const ArrearsIncome *incomes;
  gsize n_incomes;
} ArrearsPromisingAccount;

/* FALSE with `error` set ends the walk. */
typedef gboolean (*ArrearsPromisingAccountFunc) (const ArrearsPromisingAccount *account,
                                                 gpointer user_data, GError **error);

/* Calls `func` for every customer (or for one, where customer_id is not 0) with a promise that
 * stands on `as_of`, by customer id: two queries however many there are, and one account in memory
 * at a time.
 */
gboolean arrears_ledger_foreach_promising_account (ArrearsLedger *ledger, gint64 customer_id,
                                                   ArrearsDay as_of,
                                                   ArrearsPromisingAccountFunc func,
                                                   gpointer user_data, GError **error);

G_END_DECLS
