/* arrears-payment-shares.h: what money pays, as the user wants it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-payment-form.h"

G_BEGIN_DECLS

/* A row for each share of a form, which it writes to.
 *
 * Signals:
 *   ::changed: the user changed a share
 */
#define ARREARS_TYPE_PAYMENT_SHARES (arrears_payment_shares_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPaymentShares, arrears_payment_shares, ARREARS, PAYMENT_SHARES,
                      AdwPreferencesGroup)

/* The form must live as long as the rows are used. Once. */
void arrears_payment_shares_show (ArrearsPaymentShares *self, ArrearsPaymentForm *form);

/* Takes over what the rules would do. */
void arrears_payment_shares_fill (ArrearsPaymentShares *self, const ArrearsPaymentResult *result);

/* Marks those that are not amounts, or more than is owed. */
void arrears_payment_shares_mark (ArrearsPaymentShares *self);

/* Sets the share of an invoice as if it were typed; FALSE where it owes nothing of the part. */
gboolean arrears_payment_shares_set (ArrearsPaymentShares *self, const char *invoice_number,
                                     ArrearsAllocationPart part, const char *amount);

G_END_DECLS
