/* arrears-customer-dialog.h: the particulars of a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-customer.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* Closes when they are saved. */
#define ARREARS_TYPE_CUSTOMER_DIALOG (arrears_customer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsCustomerDialog, arrears_customer_dialog, ARREARS, CUSTOMER_DIALOG,
                      AdwWindow)

GtkWidget *arrears_customer_dialog_new (ArrearsDesk *desk, ArrearsCustomer *customer);

G_END_DECLS
