/* arrears-instalments.h: cutting a debt into parts with days of their own (分期)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

typedef struct
{
  ArrearsDay due_on;
  ArrearsMoney amount;
} ArrearsInstalment;

/* Cuts an amount into `n` > 0 equal parts, a number of months apart from the day `first` on; the
 * rest of the division goes with the last one.
 */
void arrears_instalments_propose (ArrearsMoney amount, ArrearsDay first, int months_apart,
                                  ArrearsInstalment *instalments, gsize n);

/* Refuses fewer than two parts and amounts that do not add up to the whole exactly
 * (ARREARS_ERROR_REFUSED), a part of no more than nothing (_AMOUNT_SIGN), and days that do not
 * ascend, or lie before the debt arose (_DAY_ORDER).
 */
gboolean arrears_instalments_check (const ArrearsInstalment *instalments, gsize n,
                                    ArrearsMoney whole, ArrearsDay issued_on, GError **error);

G_END_DECLS
