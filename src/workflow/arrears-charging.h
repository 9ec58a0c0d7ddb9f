/* arrears-charging.h: late charge of a customer's invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-balance.h"
#include "arrears-contract.h"
#include "arrears-desk.h"
#include "arrears-invoice.h"
#include "arrears-late-charge.h"

G_BEGIN_DECLS

/* What the charges of one customer rest on, read once: the rules, contracts, allocations, disputes,
 * costs and what was decided about charges, as known on the desk's day.
 */
typedef struct _ArrearsCharging ArrearsCharging;

ArrearsCharging *arrears_charging_load (ArrearsDesk *desk, gint64 customer_id, GError **error);
void             arrears_charging_free (ArrearsCharging *charging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsCharging, arrears_charging_free)

/* The same with charges up to `until`, and all that is known of whatever day: what a payment of
 * that day may still pay.
 */
ArrearsCharging *arrears_charging_load_for_payment (ArrearsDesk *desk, gint64 customer_id,
                                                    ArrearsDay until, GError **error);

/* Contracts of the customer by number; GPtrArray of ArrearsContract, borrowed. */
GPtrArray *arrears_charging_get_contracts (ArrearsCharging *charging);

/* The contract that an invoice names; NULL for none. Borrowed. */
ArrearsContract *arrears_charging_get_contract (ArrearsCharging *charging,
                                                ArrearsInvoice *invoice);

/* The terms for an invoice: its contract's, else those that the rules name. Under rules that ask
 * for the SME form, a rate agreed since that regulation is raised to its floor; and a breach before
 * it, which it does not reach, is charged by the LPR.
 */
gboolean arrears_charging_get_terms (ArrearsCharging *charging, ArrearsInvoice *invoice,
                                     ArrearsChargeTerms *terms, gboolean *is_agreed,
                                     GError **error);

/* What a payment on an invoice pays first: as its contract says, else its customer, else the rules.
 */
ArrearsPaymentOrder arrears_charging_get_order (ArrearsCharging *charging,
                                                ArrearsInvoice *invoice);

/* The late charge of an invoice up to the day. `covered` is the part that unapplied money would
 * pay: no charge is asked for on it. What is disputed bears none by itself: it is no part of
 * `covered`. Its unpaid charge is what is left after payments, waivers and write-offs of it.
 */
gboolean arrears_charging_compute (ArrearsCharging *charging, ArrearsInvoice *invoice,
                                   ArrearsMoney covered, const ArrearsChargeTerms *terms,
                                   ArrearsLateCharge *charge, GError **error);

/* What has become of the late charge on an invoice, by its terms and with nothing covered. */
gboolean arrears_charging_balance (ArrearsCharging *charging, ArrearsInvoice *invoice,
                                   ArrearsChargeBalance *balance, GError **error);

/* The invoices whose principal is paid and whose charge was kept as a claim of its own, or of which
 * costs are unpaid, by due day, each with what may be claimed of the charge as its `charge`.
 * GPtrArray of ArrearsInvoice.
 */
GPtrArray *arrears_charging_load_kept (ArrearsCharging *charging, GError **error);

/* The invoices of a customer that are open on the desk's day, by due day, each with what is open
 * of it on the day `counted_on`. GPtrArray of ArrearsInvoice.
 */
GPtrArray *arrears_charging_load_open_invoices (ArrearsDesk *desk, gint64 customer_id,
                                                ArrearsDay counted_on, GError **error);

G_END_DECLS
