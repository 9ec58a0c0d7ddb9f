/* arrears-payment-lines.h: what money pays, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-payment.h"

G_BEGIN_DECLS

/* What a payment does, the longest lists cut with a sum of the rest. GPtrArray of
 * ArrearsEntryLine.
 */
GPtrArray *arrears_payment_lines_describe (const ArrearsPaymentResult *result);

/* One part: "XS001 · Principal". (transfer full) */
char *arrears_payment_lines_name_part (const ArrearsPaymentPart *part);

G_END_DECLS
