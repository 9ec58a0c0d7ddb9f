/* arrears-list-table.h: a table over a list of the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-listing.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* Its columns are <child> elements of class GtkColumnViewColumn (<child type="number"> where the
 * heading is to stand at the right), whose cells look up the item's "record" (ArrearsListSlot) and
 * then a field; a column with an ArrearsFieldSorter is sorted by the ledger. A <child type="empty"> is shown where the ledger has nothing of the kind yet.
 *
 * The row that was selected stays selected, by its id, whatever the order becomes.
 *
 * Properties:
 *   "selected" (ArrearsRecord, read-only): what the selected row shows, or NULL
 *   "n-rows" (guint, read-only)
 * Signals:
 *   ::activated (ArrearsRecord): double click or Enter
 */
#define ARREARS_TYPE_LIST_TABLE (arrears_list_table_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsListTable, arrears_list_table, ARREARS, LIST_TABLE, AdwBin)

/* Makes known to GtkBuilder what tables in a template are made of; to be called in class_init. */
void arrears_list_table_ensure_types (void);

/* What is listed; once, before anything else. */
void arrears_list_table_set_kind (ArrearsListTable *self, ArrearsListingKind kind);

/* NULL lets go of the ledger. Nothing is queried before arrears_list_table_refresh(). */
void arrears_list_table_set_desk (ArrearsListTable *self, ArrearsDesk *desk);
void arrears_list_table_refresh  (ArrearsListTable *self);

/* Narrow the list, and query it if that changes anything. */
void arrears_list_table_set_search (ArrearsListTable *self, const char *search);
void arrears_list_table_set_state  (ArrearsListTable *self, ArrearsListingState state);

guint          arrears_list_table_get_n_rows   (ArrearsListTable *self);
ArrearsRecord *arrears_list_table_get_selected (ArrearsListTable *self);

/* Whether the list is being queried. */
gboolean arrears_list_table_is_busy (ArrearsListTable *self);

/* The column view, for what concerns the view alone. (transfer none) */
GtkColumnView *arrears_list_table_get_view (ArrearsListTable *self);

G_END_DECLS
