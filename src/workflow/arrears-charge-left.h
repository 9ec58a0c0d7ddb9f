/* arrears-charge-left.h: the late charge that is left when the principal is paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-balance.h"
#include "arrears-desk.h"
#include "arrears-invoice.h"

G_BEGIN_DECLS

/* The invoices of a customer whose principal is paid and whose charge is to be asked about, by due
 * day, each with what is left as its `charge`. Nothing of it is claimed before it was kept.
 * GPtrArray of ArrearsInvoice.
 */
GPtrArray *arrears_charge_left_list (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* Keeps, waives or writes off the charge that is left of an invoice; a later decision takes the
 * place of the one before. Logged. ARREARS_ERROR_NOT_FOUND, _MISSING (the reason), _REFUSED
 * (principal is open), _NOTHING_DUE (no charge is left).
 */
gboolean arrears_charge_left_decide (ArrearsDesk *desk, const char *invoice_number,
                                     ArrearsChargeFate fate, const char *reason, GError **error);

G_END_DECLS
