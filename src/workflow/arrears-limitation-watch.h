/* arrears-limitation-watch.h: which claims and guarantees are about to end (时效与保证期间)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-guarantee.h"
#include "arrears-invoice.h"
#include "arrears-limitation-event.h"
#include "arrears-limitation-item.h"

G_BEGIN_DECLS

/* The open invoices of a customer on the desk's day, each with the chain of events that led to its
 * safe date; by due day and number. GPtrArray of ArrearsLimitationItem.
 */
GPtrArray *arrears_limitation_watch_load (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* Sets limitation_ends_on of those of a customer's invoices that are open on the desk's day.
 * GPtrArray of ArrearsInvoice that nobody else holds yet; places of it may be NULL.
 */
gboolean arrears_limitation_watch_complete (ArrearsDesk *desk, gint64 customer_id,
                                            GPtrArray *invoices, GError **error);

/* Of all customers, those within 180 days of their safe date, or past it for less than 90: the
 * nearest end first. One pass of one query, of open items due long ago. GPtrArray of
 * ArrearsLimitationItem.
 */
GPtrArray *arrears_limitation_watch_list (ArrearsDesk *desk, GError **error);

/* Guarantees that stand on the desk's day: of a customer, by the day of their end; or of all those
 * within 60 days of it, or past it for less than 90. GPtrArray of ArrearsGuarantee.
 */
GPtrArray *arrears_limitation_watch_load_guarantees (ArrearsDesk *desk, gint64 customer_id,
                                                     GError **error);
GPtrArray *arrears_limitation_watch_list_guarantees (ArrearsDesk *desk, GError **error);

/* The events of a customer that were entered by hand and not voided; by day. GPtrArray of
 * ArrearsLimitationEvent.
 */
GPtrArray *arrears_limitation_watch_load_events (ArrearsDesk *desk, gint64 customer_id,
                                                 GError **error);

/* Enters what started the period anew: for the invoice that it names, or, invoice_id 0, for all
 * that the customer owed on its day. Refused: see arrears_limitation_event_check(); a day after
 * the desk's (ARREARS_ERROR_DAY_ORDER), an invoice of another customer (_NOT_FOUND). Logged.
 * Returns its id, 0 on error.
 */
gint64 arrears_limitation_watch_add_event (ArrearsDesk *desk, ArrearsLimitationEvent *event,
                                           GError **error);

/* As if it had never been, from the desk's day on. ARREARS_ERROR_MISSING without a reason,
 * _NOT_FOUND. Logged.
 */
gboolean arrears_limitation_watch_void_event (ArrearsDesk *desk, gint64 id, const char *reason,
                                              GError **error);

/* Enters a guarantee. Refused: see arrears_guarantee_check(); and as above. Logged. */
gint64 arrears_limitation_watch_add_guarantee (ArrearsDesk *desk, ArrearsGuarantee *guarantee,
                                               GError **error);

/* Ends a guarantee: "claimed", what the law asks for was done on the day `on`, refused where that
 * is after its period (ARREARS_ERROR_LIMITATION_ENDED) or after the desk's day; "lapsed", refused
 * while it runs (_REFUSED); or "released". Logged with the note.
 */
gboolean arrears_limitation_watch_end_guarantee (ArrearsDesk *desk, gint64 id, const char *how,
                                                 ArrearsDay on, const char *note, GError **error);

G_END_DECLS
