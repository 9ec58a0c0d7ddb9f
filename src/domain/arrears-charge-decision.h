/* arrears-charge-decision.h: what becomes of a late charge that was left (违约金处理)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Taken when the principal of an invoice is paid and a charge remains: "keep" it as a claim,
 * "waive" it, or "write_off" (it is still owed: writing off is no release, Civil Code 575). The
 * last one that stands counts.
 */
#define ARREARS_TYPE_CHARGE_DECISION (arrears_charge_decision_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsChargeDecision, arrears_charge_decision, ARREARS, CHARGE_DECISION, ArrearsRecord)

struct _ArrearsChargeDecision
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id;
  char *invoice_number;
  ArrearsDay from_on;
  char *kind;
  ArrearsMoney amount; /* the charge that was left */
  char *reason;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsChargeDecision *arrears_charge_decision_new (void);

G_END_DECLS
