/* arrears-marks.h: what holds of an account: bad faith, blacklist, hold, why it is late (账户标记)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-mark.h"

G_BEGIN_DECLS

/* Of a mark, customer_id, kind, code, from_on (not set: the desk's day), until_on, amount and
 * reason are read. It takes the place of one of the same kind. Refused: an unknown kind or reason
 * for lateness (ARREARS_ERROR_WORD_UNKNOWN), no reason, except of lateness, which needs its code,
 * and an override that is limited by neither day nor balance (_MISSING), an end before the desk's
 * day or a beginning after it (_DAY_ORDER), a negative amount (_AMOUNT_SIGN), an override of what
 * the blacklist forbids (_REFUSED). Returns the id, 0 on error. Logged.
 */
gint64 arrears_marks_set (ArrearsDesk *desk, ArrearsMark *mark, GError **error);

/* Takes one away; a reason is needed (ARREARS_ERROR_MISSING). _NOT_FOUND. Logged. */
gboolean arrears_marks_end (ArrearsDesk *desk, gint64 id, const char *reason, GError **error);

/* Whether it holds on a day: it has not ended, and its last day has not passed. */
gboolean arrears_marks_holds_on (ArrearsMark *mark, ArrearsDay day);

/* The marks of a customer on the desk's day, the latest first, those that hold no more too where
 * `with_ended`. GPtrArray of ArrearsMark.
 */
GPtrArray *arrears_marks_load (ArrearsDesk *desk, gint64 customer_id, gboolean with_ended,
                               GError **error);

G_END_DECLS
