/* arrears-disputes.h: what customers contest, and how it ends (异议)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-dispute.h"

G_BEGIN_DECLS

/* Of a dispute, invoice_id or invoice_number, from_on (not set: the desk's day), amount (0: all
 * that is open and not yet contested), reason, review_on (not set: two weeks on, on a workday) and
 * note are read. Refused: an unknown reason (ARREARS_ERROR_WORD_UNKNOWN), an invoice that is not
 * there (_NOT_FOUND), a day after the desk's, or a review before it (_DAY_ORDER), a negative
 * amount (_AMOUNT_SIGN), more than is open and not yet contested (_AMOUNT_TOO_LARGE). Returns the
 * id, 0 on error. Logged.
 */
gint64 arrears_disputes_raise (ArrearsDesk *desk, ArrearsDispute *dispute, GError **error);

typedef struct
{
  const char *how;                /* "credited", "rejected" or "withdrawn" */
  ArrearsMoney amount;            /* credited: how much; 0: all that is contested */
  const char *credit_note_number; /* credited: needed */
  const char *note;               /* may be NULL */
} ArrearsDisputeOutcome;

/* Ends a dispute on the desk's day. Credited: a credit note of the amount lowers the invoice, and
 * what is left of it runs on. Rejected or withdrawn: the late charge runs for all of it as if it
 * had never been contested. Refused: an unknown outcome (ARREARS_ERROR_WORD_UNKNOWN), no such
 * dispute (_NOT_FOUND), no number (_MISSING), a number that is taken (_DUPLICATE), more than is
 * contested or open (_AMOUNT_TOO_LARGE). Logged.
 */
gboolean arrears_disputes_end (ArrearsDesk *desk, gint64 id, const ArrearsDisputeOutcome *outcome,
                               GError **error);

/* The disputes of a customer (0: of all) on the desk's day, the latest first; those that ended too
 * where `with_ended`. GPtrArray of ArrearsDispute.
 */
GPtrArray *arrears_disputes_load (ArrearsDesk *desk, gint64 customer_id, gboolean with_ended,
                                  GError **error);

G_END_DECLS
