/* arrears-ledger-limitation.h: what the limitation of open invoices follows from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-limitation-item.h"

G_BEGIN_DECLS

/* Which open invoices are asked for. */
typedef struct
{
  gint64 customer_id;   /* 0: of all customers; then also: */
  ArrearsDay due_until; /* due on or before that day, or by an agreement */
  ArrearsDay as_of;
} ArrearsLimitationScope;

/* `item` has everything but what is computed; `chain`, which the callee takes over, its due day,
 * of instalments of one debt the last one's, and all that was known to have come after it, in any
 * order. FALSE with `error` set ends the walk.
 */
typedef gboolean (*ArrearsLimitationFunc) (ArrearsLimitationItem *item, GArray *chain,
                                           gpointer user_data, GError **error);

/* Calls `func` for each, by invoice id, in one pass of one query. */
gboolean arrears_ledger_foreach_limitation (ArrearsLedger *ledger,
                                            const ArrearsLimitationScope *scope,
                                            ArrearsLimitationFunc func, gpointer user_data,
                                            GError **error);

/* Those of the guarantees that still secure something open. GArray of gint64, ascending. */
GArray *arrears_ledger_list_guarantees_in_use (ArrearsLedger *ledger, const gint64 *ids,
                                               gsize n_ids, ArrearsDay as_of, GError **error);

G_END_DECLS
