/* arrears-ledger-people.h: who looks after which customer, and who wrote in the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* Who looked after each customer on a day: GRefString by gint64 customer id. A customer whom nobody
 * looked after is not in it.
 */
GHashTable *arrears_ledger_load_owners (ArrearsLedger *ledger, ArrearsDay as_of, GError **error);

/* The customers whom somebody looks after now, by id. GArray of gint64. */
GArray *arrears_ledger_list_owned (ArrearsLedger *ledger, const char *owner, GError **error);

/* How many entries of the log bear each name, up to and with a day: a number (GUINT_TO_POINTER) by
 * name.
 */
GHashTable *arrears_ledger_count_acts (ArrearsLedger *ledger, ArrearsDay as_of, GError **error);

G_END_DECLS
