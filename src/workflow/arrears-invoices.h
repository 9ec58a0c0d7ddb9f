/* arrears-invoices.h: what happens to an invoice after it was entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-invoice.h"

G_BEGIN_DECLS

/* Each of these is one transaction, logged. An invoice is named by its number;
 * ARREARS_ERROR_NOT_FOUND where none holds on the desk's day.
 */

/* An agreed deferral, or a mistake put right: the late charge then starts after the new day (sale
 * interpretation 18.1). ARREARS_ERROR_MISSING (the reason), _DAY_ORDER (before it was issued).
 */
gboolean arrears_invoices_change_due_day (ArrearsDesk *desk, const char *number, ArrearsDay due_on,
                                          const char *reason, GError **error);

/* From the desk's day on it is as if it had never been. What was paid on it is unapplied again,
 * what was written off of it is void as well. ARREARS_ERROR_MISSING (the reason).
 */
gboolean arrears_invoices_void (ArrearsDesk *desk, const char *number, const char *reason,
                                GError **error);

typedef struct
{
  const char *number;  /* of the invoice */
  ArrearsMoney amount; /* more than zero */
  ArrearsDay on;       /* not after the desk's day */
  const char *note;    /* needed: what it was spent on, with its paper */
} ArrearsCostOfInvoice;

/* A cost of enforcing the claim, only where it was agreed or plainly incurred (Civil Code 561). */
gboolean arrears_invoices_enter_cost (ArrearsDesk *desk, const ArrearsCostOfInvoice *cost,
                                      GError **error);

typedef struct
{
  ArrearsDay due_on;
  ArrearsMoney amount;
} ArrearsInstalment;

/* How an amount is cut into `n` equal parts, the rest of the division with the last one. */
void arrears_invoices_propose_instalments (ArrearsMoney amount, ArrearsDay first, guint n,
                                           guint months_apart, ArrearsInstalment *instalments);

/* Splits an invoice into instalments NUMBER/1, NUMBER/2 ...: open items of their own from the
 * desk's day on. What was paid on it pays them in due order, by the same receipts; its costs go
 * with the first. Refused: fewer than two parts, amounts that do not add up to the invoice's
 * exactly, days that do not ascend or lie before it was issued, an instalment of another, one with
 * a dispute that stands (ARREARS_ERROR_REFUSED, _AMOUNT_SIGN, _DAY_ORDER).
 */
gboolean arrears_invoices_split (ArrearsDesk *desk, const char *number,
                                 const ArrearsInstalment *instalments, gsize n_instalments,
                                 GError **error);

/* The day from which the limitation period of an invoice runs: its due day, of an instalment the
 * last one's (Civil Code 189). `invoices` are those of a customer, or more.
 */
ArrearsDay arrears_invoices_get_limitation_anchor (ArrearsInvoice *invoice, GPtrArray *invoices);

G_END_DECLS
