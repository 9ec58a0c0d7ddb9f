/* arrears-payment-dialog.h: enters money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Shows while typing what the money would pay, in the order that was chosen and beside it in the
 * other one; or takes by hand what it is to pay. Closes when the receipt is recorded, and asks
 * then, over the same window, about late charges and cents that are left.
 *
 * Actions:
 *   form.save
 *   form.set-share (sss): by hand, of an invoice a part ("principal") with an amount
 */
#define ARREARS_TYPE_PAYMENT_DIALOG (arrears_payment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPaymentDialog, arrears_payment_dialog, ARREARS, PAYMENT_DIALOG,
                      AdwWindow)

GtkWidget *arrears_payment_dialog_new (ArrearsDesk *desk, gint64 customer_id);

G_END_DECLS
