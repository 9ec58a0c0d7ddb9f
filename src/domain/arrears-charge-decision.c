/* arrears-charge-decision.c: what becomes of a late charge that was left (违约金处理)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-decision.h"

G_DEFINE_FINAL_TYPE (ArrearsChargeDecision, arrears_charge_decision, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsChargeDecision, LONG, id),
  ARREARS_FIELD (ArrearsChargeDecision, LONG, customer_id),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, customer_code),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, customer_name),
  ARREARS_FIELD (ArrearsChargeDecision, LONG, invoice_id),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsChargeDecision, DAY, from_on),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, kind),
  ARREARS_FIELD (ArrearsChargeDecision, MONEY, amount),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, reason),
  ARREARS_FIELD (ArrearsChargeDecision, DAY, recorded_on),
  ARREARS_FIELD (ArrearsChargeDecision, DAY, ended_on),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, ended_how),
  ARREARS_FIELD (ArrearsChargeDecision, TEXT, ended_note),
};

static void
arrears_charge_decision_class_init (ArrearsChargeDecisionClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_charge_decision_init (ArrearsChargeDecision *self)
{
}

ArrearsChargeDecision *
arrears_charge_decision_new (void)
{
  return arrears_record_new (ARREARS_TYPE_CHARGE_DECISION);
}
