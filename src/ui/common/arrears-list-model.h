/* arrears-list-model.h: a list of the ledger as rows for a table, however long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "arrears-listing.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* A GListModel of ArrearsListSlot over the ids of a listing. The ids are queried in a worker; the
 * records are read a page at a time when rows are asked for, and few pages are kept, so that a
 * million invoices cost eight megabytes and no waiting.
 *
 * Another order or search does not replace the rows: the slots that are in use get other records,
 * and only the difference in length is announced, at the end of the list. GTK would otherwise
 * walk through all rows, looking for the one that was selected.
 *
 * Signals:
 *   ::will-refill ()   the ids are about to change; the old ones can still be asked for
 *   ::refilled ()      the rows show what was queried last
 *   ::failed (GError)  the query or the reading of a page failed; the rows stay as they were
 */
#define ARREARS_TYPE_LIST_MODEL (arrears_list_model_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsListModel, arrears_list_model, ARREARS, LIST_MODEL, GObject)

ArrearsListModel *arrears_list_model_new (ArrearsListingKind kind);

/* The ledger that is listed; NULL empties the list. Nothing is queried yet. */
void arrears_list_model_set_desk (ArrearsListModel *self, ArrearsDesk *desk);

/* What is to be listed; change it and call arrears_list_model_query(). */
ArrearsListing *arrears_list_model_get_listing (ArrearsListModel *self);

/* Asks the ledger anew, in a worker. A query that still runs is ended. Nothing happens
 * without a desk.
 */
void arrears_list_model_query (ArrearsListModel *self);

/* Whether a query is under way. */
gboolean arrears_list_model_is_busy (ArrearsListModel *self);

/* The id of a row; 0 past the end. */
gint64 arrears_list_model_get_id (ArrearsListModel *self, guint position);

/* The row of an id; G_MAXUINT where it is not listed. */
guint arrears_list_model_find_id (ArrearsListModel *self, gint64 id);

/* (transfer none) NULL past the end */
ArrearsRecord *arrears_list_model_peek_record (ArrearsListModel *self, guint position);

G_END_DECLS
