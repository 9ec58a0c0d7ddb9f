/* arrears-allocation.h: which debt a payment pays (核销)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-open-item.h"
#include "arrears-payment-order.h"

G_BEGIN_DECLS

/* What a part of a receipt goes to. */
typedef enum
{
  ARREARS_PART_PRINCIPAL,
  ARREARS_PART_CHARGE, /* the late charge on an invoice */
  ARREARS_PART_COST,   /* the costs of enforcing it */
  ARREARS_PART_REFUND, /* back to the customer */
} ArrearsAllocationPart;

/* "principal", "charge", "cost", "refund". */
const char *arrears_allocation_part_to_word (ArrearsAllocationPart part);

/* ARREARS_ERROR_WORD_UNKNOWN, also for "refund": that pays no debt. */
gboolean arrears_allocation_part_parse (const char *word, ArrearsAllocationPart *part,
                                        GError **error);

/* One debt that a payment could pay, and what Civil Code 560.2 weighs. */
typedef struct
{
  ArrearsOpenItem item;
  ArrearsMoney security; /* how much of it is secured; the least secured is paid first */
  int burden;            /* the more burdensome (a charge runs on it) has the larger number */
  ArrearsMoney charge;   /* late charge on it that a payment of the day may pay; mostly none */
  ArrearsMoney costs;    /* of enforcing it, unpaid */
  ArrearsPaymentOrder order;
} ArrearsDebt;

/* What one debt receives, part by part. */
typedef struct
{
  ArrearsMoney principal;
  ArrearsMoney charge;
  ArrearsMoney costs;
} ArrearsDebtPayment;

/* Splits `amount` over the debts and writes what each receives to parts[0 .. n_debts - 1]. The
 * order of Civil Code 560.2 on the day of payment: debts already due (due_on <= paid_on) first;
 * among them the one with the least security, then the most burdensome, then the earliest due;
 * those equal in all of this pro rata to what is owed (parts rounded down to a fen, the fen left
 * over to the lowest invoice_id first). Owed is what is open with its charge and costs. Debts not yet due follow in the same order. `designated`,
 * if not 0, is the invoice that the payer named (560.1): it is paid before all others.
 * No part exceeds its debt. *rest receives what is left over: the unapplied amount.
 * `amount` and all that is owed are >= 0.
 */
void arrears_allocation_split (const ArrearsDebt *debts, gsize n_debts, ArrearsMoney amount,
                               ArrearsDay paid_on, gint64 designated, ArrearsMoney *parts,
                               ArrearsMoney *rest);

/* Divides what a debt receives, no more than is owed of it, over its parts by its order: principal,
 * costs, charge, or costs, charge, principal (Civil Code 561).
 */
ArrearsDebtPayment arrears_allocation_divide (const ArrearsDebt *debt, ArrearsMoney received);

/* What would remain open if `unapplied` money were allocated on that day by the rule above, with
 * no security and equal burden: nobody who has paid is chased. Lowers the items' open amounts in
 * place; those paid in full stay, at 0.
 */
void arrears_allocation_cover (ArrearsOpenItem *items, gsize n_items, ArrearsMoney unapplied,
                               ArrearsDay as_of);

G_END_DECLS
