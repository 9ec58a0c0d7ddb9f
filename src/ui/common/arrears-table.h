/* arrears-table.h: a table over a list of the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-listing.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* Its columns are <child> elements of class GtkColumnViewColumn, whose cells look up the item's
 * "record" (ArrearsListSlot) and then a field; a column with an ArrearsFieldSorter is sorted by
 * the ledger. A <child type="empty"> is shown where the ledger has nothing of the kind yet.
 *
 * The row that was selected stays selected, by its id, whatever the order becomes.
 *
 * Properties:
 *   "selected" (ArrearsRecord, read-only): what the selected row shows, or NULL
 *   "n-rows" (guint, read-only)
 * Signals:
 *   ::activated (ArrearsRecord): double click or Enter
 */
#define ARREARS_TYPE_TABLE (arrears_table_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTable, arrears_table, ARREARS, TABLE, AdwBin)

/* What is listed; once, before anything else. */
void arrears_table_set_kind (ArrearsTable *self, ArrearsListingKind kind);

/* NULL lets go of the ledger. Nothing is queried before arrears_table_refresh(). */
void arrears_table_set_desk (ArrearsTable *self, ArrearsDesk *desk);
void arrears_table_refresh  (ArrearsTable *self);

/* Narrow the list, and query it if that changes anything. */
void arrears_table_set_search (ArrearsTable *self, const char *search);
void arrears_table_set_state  (ArrearsTable *self, ArrearsListingState state);

guint          arrears_table_get_n_rows   (ArrearsTable *self);
ArrearsRecord *arrears_table_get_selected (ArrearsTable *self);

/* Whether the list is being queried. */
gboolean arrears_table_is_busy (ArrearsTable *self);

/* The column view, for what concerns the view alone. (transfer none) */
GtkColumnView *arrears_table_get_view (ArrearsTable *self);

G_END_DECLS
