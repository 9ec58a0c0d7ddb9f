/* arrears-pauses.h: collection rests for a while (暂缓催收)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-pause.h"

G_BEGIN_DECLS

/* Of a pause, customer_id, invoice_id or invoice_number (neither: the whole account), kind, from_on
 * (not set: the desk's day), until_on and reason are read; `relief` is what else was granted in
 * hardship (smaller instalments, a charge waived), for the log; may be NULL. Limitation does not
 * rest (Civil Code 194, 195). Refused: an unknown kind (ARREARS_ERROR_WORD_UNKNOWN), no reason or
 * no end (_MISSING), an end not after the desk's day, a beginning after it (_DAY_ORDER), an invoice
 * that is not the customer's (_NOT_FOUND), one that stands already for the same (_DUPLICATE).
 * Returns the id, 0 on error. Logged.
 */
gint64 arrears_pauses_begin (ArrearsDesk *desk, ArrearsPause *pause, const char *relief,
                             GError **error);

/* Ends one before its day. ARREARS_ERROR_NOT_FOUND. Logged. */
gboolean arrears_pauses_end (ArrearsDesk *desk, gint64 id, const char *note, GError **error);

/* Whether collection rests by it on a day. */
gboolean arrears_pauses_rests_on (ArrearsPause *pause, ArrearsDay day);

/* The pauses of a customer on the desk's day, the latest first, those that are over too. GPtrArray
 * of ArrearsPause.
 */
GPtrArray *arrears_pauses_load (ArrearsDesk *desk, gint64 customer_id, GError **error);

G_END_DECLS
