/* arrears-invoices.h: what happens to an invoice after it was entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-instalments.h"

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

/* Splits an invoice into instalments NUMBER/1, NUMBER/2 ...: open items of their own from the
 * desk's day on. What was paid on it pays them in due order, by the same receipts; its costs go
 * with the first. The limitation period of each runs from the last one's due day (Civil Code 189).
 * Refused: see arrears_instalments_check(); an instalment of another, and one with a dispute that
 * stands (ARREARS_ERROR_REFUSED); a number NUMBER/1 that is taken (_DUPLICATE).
 */
gboolean arrears_invoices_split (ArrearsDesk *desk, const char *number,
                                 const ArrearsInstalment *instalments, gsize n_instalments,
                                 GError **error);

G_END_DECLS
