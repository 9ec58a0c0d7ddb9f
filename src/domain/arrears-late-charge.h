/* arrears-late-charge.h: what one debt has cost by being late (逾期违约金)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-charge-terms.h"
#include "arrears-payment-order.h"

G_BEGIN_DECLS

/* A payment on the debt, with how it was split: filled in by the computation, unless the case says
 * that it is known. Credit notes and write-offs are payments on the principal.
 */
typedef struct
{
  ArrearsDay on;
  ArrearsMoney amount;
  ArrearsMoney to_costs;
  ArrearsMoney to_charge;
  ArrearsMoney to_principal;
} ArrearsChargePayment;

/* A contested part of the principal, which bears no charge while the dispute stands: after `from`,
 * until and with `until`. One that was rejected is none.
 */
typedef struct
{
  ArrearsDay from;
  ArrearsDay until; /* not set: it stands */
  ArrearsMoney amount;
} ArrearsChargeDispute;

/* One line of the computation; days = to - from, the first day not counted. */
typedef struct
{
  ArrearsDay from;
  ArrearsDay to;
  int days;
  ArrearsMoney base;
  ArrearsRate rate;  /* a year where year_days > 0, else a day */
  int year_days;
  ArrearsMoney amount; /* rounded half up to a fen */
} ArrearsChargeStep;

typedef enum
{
  ARREARS_CHARGE_WARNING_ABOVE_LOSS = 1 << 0, /* more than 130 % of LPR x 1.5: court may cut it
                                                 (contract interpretation 65.2) */
  ARREARS_CHARGE_WARNING_ABOVE_24 = 1 << 1,   /* the rate passes 24 % a year */
  ARREARS_CHARGE_WARNING_ABOVE_PRINCIPAL = 1 << 2,
  ARREARS_CHARGE_WARNING_TABLE_ENDED = 1 << 3, /* the day of breach lies more than 31 days after
                                                  the table's last publication */
} ArrearsChargeWarnings;

typedef struct
{
  GArray *steps;          /* of ArrearsChargeStep; they add up to the charge unless it is capped */
  GArray *payments;       /* of ArrearsChargePayment, by day, split */
  ArrearsMoney charge;    /* accrued in all */
  gboolean is_capped;
  ArrearsMoney unpaid_charge; /* after what was paid and released of it, never less than nothing */
  ArrearsMoney unpaid_costs;
  ArrearsMoney principal; /* still open at the end */
  ArrearsRate published;  /* LPR form: the LPR or benchmark that was multiplied */
  ArrearsDay published_on;
  ArrearsMoney loss;      /* the loss proxy, LPR x 1.5 over the same days and bases */
  ArrearsChargeWarnings warnings;
} ArrearsLateCharge;

/* What is to be computed. */
typedef struct
{
  ArrearsMoney amount; /* principal on the due day */
  ArrearsMoney costs;  /* of enforcing the claim, if any */
  ArrearsDay due_on;
  ArrearsDay until;
  const ArrearsChargePayment *payments; /* on and amount are read; any order; later than `until`
                                           are left out */
  gsize n_payments;
  gboolean are_split;  /* to_costs, to_charge and to_principal of the payments are read too, and
                          `order` is not */
  ArrearsPaymentOrder order;
  const ArrearsChargeDispute *disputes;
  gsize n_disputes;
  ArrearsMoney released; /* waived or written off of the charge */
} ArrearsChargeCase;

/* Days are to - from: the due day does not count, the last day does (Civil Code 201). Simple,
 * never charge on charge. A segment ends at each payment and each change of rate and is rounded
 * by itself, so that the printed table foots. A payment lowers the principal from the day after
 * it; a segment also ends where a dispute begins or ends. Grace moves the start, not the day of
 * breach (due day + 1), which fixes the LPR. Nothing is owed on or before the due day. Refuses
 * (ARREARS_ERROR_TABLE_ENDED) a day of breach before the first entry of the table it needs or, in
 * the SME form, before that regulation, and overflow. `result` need not be initialised; clear it.
 */
gboolean arrears_late_charge_compute (const ArrearsChargeCase *charge_case,
                                      const ArrearsChargeTerms *terms,
                                      const ArrearsRateTables *tables, ArrearsLateCharge *result,
                                      GError **error);

void arrears_late_charge_clear (ArrearsLateCharge *charge);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsLateCharge, arrears_late_charge_clear)

G_END_DECLS
