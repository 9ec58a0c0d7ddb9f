/* arrears-charging.h: late charge and limitation of a customer's invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-contract.h"
#include "arrears-desk.h"
#include "arrears-invoice.h"
#include "arrears-late-charge.h"
#include "arrears-limitation.h"

G_BEGIN_DECLS

/* What the charges of one customer rest on, read once: contracts and allocations up to the desk's
 * day.
 */
typedef struct _ArrearsCharging ArrearsCharging;

ArrearsCharging *arrears_charging_load (ArrearsDesk *desk, gint64 customer_id, GError **error);
void             arrears_charging_free (ArrearsCharging *charging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCharging, arrears_charging_free)

/* Contracts of the customer by number; GPtrArray of ArrearsContract, borrowed. */
GPtrArray *arrears_charging_get_contracts (ArrearsCharging *charging);

/* The contract that an invoice names; NULL for none. Borrowed. */
ArrearsContract *arrears_charging_get_contract (ArrearsCharging *charging,
                                                ArrearsInvoice *invoice);

/* The terms for an invoice: its contract's, else the statutory ones. */
gboolean arrears_charging_get_terms (ArrearsCharging *charging, ArrearsInvoice *invoice,
                                     ArrearsChargeTerms *terms, gboolean *is_agreed,
                                     GError **error);

/* The late charge of an invoice up to the desk's day. `covered` is the part that unapplied money
 * would pay: no charge is asked for on it.
 */
gboolean arrears_charging_compute (ArrearsCharging *charging, ArrearsInvoice *invoice,
                                   ArrearsMoney covered, const ArrearsChargeTerms *terms,
                                   ArrearsLateCharge *charge, GError **error);

/* The limitation period of an invoice, started anew by each payment received on it. */
ArrearsLimitation arrears_charging_get_limitation (ArrearsCharging *charging,
                                                   ArrearsInvoice *invoice);

/* The invoices of a customer that are open on the desk's day, by due day, each with what is open
 * of it on the day `counted_on`. GPtrArray of ArrearsInvoice.
 */
GPtrArray *arrears_charging_load_open_invoices (ArrearsDesk *desk, gint64 customer_id,
                                                ArrearsDay counted_on, GError **error);

G_END_DECLS
