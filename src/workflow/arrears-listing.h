/* arrears-listing.h: what a list in the window shows, a page at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_LISTING_FLAGS,     /* ArrearsAccount: accounts at or past a stage, most urgent first */
  ARREARS_LISTING_ACCOUNTS,  /* ArrearsAccount: all customers */
  ARREARS_LISTING_INVOICES,  /* ArrearsInvoice */
  ARREARS_LISTING_DOCUMENTS, /* ArrearsDocument */
} ArrearsListingKind;

typedef enum
{
  ARREARS_LISTING_STATE_ALL, /* that have not ended */
  ARREARS_LISTING_STATE_OPEN,
  ARREARS_LISTING_STATE_OVERDUE,
  ARREARS_LISTING_STATE_ENDED, /* split into instalments, or voided */
} ArrearsListingState;

/* What is to be listed. A value; copy it with arrears_listing_copy(). */
typedef struct
{
  ArrearsListingKind kind;
  char *search;              /* "" for all */
  char *sort;                /* a field of the record: "due_on"; "" for the order that is usual */
  gboolean is_descending;
  gint64 customer_id;        /* 0: of all customers; invoices and documents only */
  ArrearsListingState state; /* invoices only */
} ArrearsListing;

ArrearsListing *arrears_listing_new  (ArrearsListingKind kind);
ArrearsListing *arrears_listing_copy (const ArrearsListing *listing);
void            arrears_listing_free (ArrearsListing *listing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsListing, arrears_listing_free)

/* Whether a list of this kind can be ordered by a field. Fields that can:
 *   FLAGS      stage, overdue, days_overdue, name, code, crossed_on
 *   ACCOUNTS   code, name, balance, overdue, days_overdue
 *   INVOICES   number, customer_name, issued_on, due_on, days_overdue, amount, open
 *   DOCUMENTS  number, customer_name, issued_on, claimed
 */
gboolean arrears_listing_can_sort (ArrearsListingKind kind, const char *field);

/* The ids of the records in order: for a worker thread, with its own desk. GArray of gint64. */
GArray *arrears_listing_list_ids (const ArrearsListing *listing, ArrearsDesk *desk,
                                  GError **error);

/* The records with these ids, in their order: under a millisecond for a page of 128, fit for the
 * thread that draws. GPtrArray of records (NULL for one that is no longer there).
 */
GPtrArray *arrears_listing_load_page (const ArrearsListing *listing, ArrearsDesk *desk,
                                      const gint64 *ids, gsize n_ids, GError **error);

G_END_DECLS
