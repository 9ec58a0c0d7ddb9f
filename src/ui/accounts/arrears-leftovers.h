/* arrears-leftovers.h: asks about what a payment leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "arrears-payment.h"

G_BEGIN_DECLS

/* For each invoice whose principal is paid while a late charge or a few cents are left, a dialog
 * over `parent`, one after the other: keep, waive or write it off. To close one is to decide later.
 * `leftovers`: GPtrArray of ArrearsPaymentLeftover.
 */
void arrears_leftovers_ask (GtkWindow *parent, ArrearsDesk *desk, const char *customer_name,
                            gint64 customer_id, const GPtrArray *leftovers);

G_END_DECLS
