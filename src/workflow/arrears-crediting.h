/* arrears-crediting.h: can they have it? (信用查询)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-credit.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

typedef struct
{
  ArrearsCreditPosition position; /* how the account stands on the desk's day */
  ArrearsCreditAnswer answer;
  char *hold_reason;     /* of the hold, or of the blacklist where it stands there; else empty */
  char *override_reason; /* else empty */
} ArrearsCreditReport;

/* What an order of `amount` would do on the desk's day; 0: how the account stands now. Changes
 * nothing. ARREARS_ERROR_NOT_FOUND, _AMOUNT_SIGN.
 */
ArrearsCreditReport *arrears_credit_ask (ArrearsDesk *desk, gint64 customer_id,
                                         ArrearsMoney amount, GError **error);

void arrears_credit_report_free (ArrearsCreditReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCreditReport, arrears_credit_report_free)

G_END_DECLS
