/* arrears-today-table.h: the accounts that want something today, and what can be done about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-today-item.h"

G_BEGIN_DECLS

/* The list of the day, narrowed by reason and by owner. Below it stands all that is known about the
 * account that is selected, with what can be done: each is an action of the window, given the id
 * of the customer.
 *
 * Actions, of the account that is selected:
 *   row.complete, row.acknowledge, row.contact, row.payment, row.letter, row.open
 * Properties:
 *   "n-rows" (guint, read-only): how many accounts are shown
 */
#define ARREARS_TYPE_TODAY_TABLE (arrears_today_table_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTodayTable, arrears_today_table, ARREARS, TODAY_TABLE, AdwBin)

/* GPtrArray of ArrearsTodayItem, in their order. Whoever was selected stays selected. */
void arrears_today_table_show (ArrearsTodayTable *self, GPtrArray *items);

/* Only accounts with this reason; ARREARS_TODAY_N_KINDS shows all. */
void arrears_today_table_set_kind (ArrearsTodayTable *self, ArrearsTodayKind kind);

/* Only accounts of this person; NULL shows those of all, "" those that nobody looks after. */
void arrears_today_table_set_owner (ArrearsTodayTable *self, const char *owner);

guint arrears_today_table_get_n_rows (ArrearsTodayTable *self);
GtkColumnView *arrears_today_table_get_view (ArrearsTodayTable *self);

G_END_DECLS
