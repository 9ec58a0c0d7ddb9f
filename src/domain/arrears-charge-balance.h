/* arrears-charge-balance.h: what has become of the late charge on one debt (违约金余额)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-money.h"

G_BEGIN_DECLS

/* What was decided about the charge that was left when the principal was paid. */
typedef enum
{
  ARREARS_CHARGE_UNDECIDED,
  ARREARS_CHARGE_KEPT,
  ARREARS_CHARGE_WAIVED,
  ARREARS_CHARGE_WRITTEN_OFF,
} ArrearsChargeFate;

/* "undecided", "keep", "waive", "write_off". */
const char *arrears_charge_fate_to_word (ArrearsChargeFate fate);

/* Of the three that can be decided; others are refused with ARREARS_ERROR_WORD_UNKNOWN. */
gboolean arrears_charge_fate_parse (const char *word, ArrearsChargeFate *fate, GError **error);

typedef struct
{
  ArrearsMoney accrued; /* up to the day, after an agreed ceiling */
  ArrearsMoney paid;    /* by allocations to the charge */
  ArrearsMoney waived;
  ArrearsMoney written_off; /* still owed: writing off is no release (Civil Code 575) */
  ArrearsMoney unpaid;      /* the rest, never less than nothing */
  ArrearsMoney costs;       /* of enforcing it, unpaid */
  ArrearsChargeFate fate;
  gboolean is_left; /* the principal is paid and a charge is left, nothing decided: to be
                       asked about, and not claimed until then */
} ArrearsChargeBalance;

/* What may be claimed of it: nothing while it is to be asked about. */
ArrearsMoney arrears_charge_balance_get_claimable (const ArrearsChargeBalance *balance);

/* Writes `unpaid` and `is_left` from the other members and the principal that is open. */
void arrears_charge_balance_conclude (ArrearsChargeBalance *balance, ArrearsMoney principal);

G_END_DECLS
