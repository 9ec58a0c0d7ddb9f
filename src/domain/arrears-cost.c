/* arrears-cost.c: a cost of enforcing a claim (实现债权的费用)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-cost.h"

G_DEFINE_FINAL_TYPE (ArrearsCost, arrears_cost, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsCost, LONG, id),
  ARREARS_FIELD (ArrearsCost, LONG, customer_id),
  ARREARS_FIELD (ArrearsCost, TEXT, customer_code),
  ARREARS_FIELD (ArrearsCost, TEXT, customer_name),
  ARREARS_FIELD (ArrearsCost, LONG, invoice_id),
  ARREARS_FIELD (ArrearsCost, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsCost, DAY, from_on),
  ARREARS_FIELD (ArrearsCost, MONEY, amount),
  ARREARS_FIELD (ArrearsCost, TEXT, note),
  ARREARS_FIELD (ArrearsCost, DAY, recorded_on),
  ARREARS_FIELD (ArrearsCost, DAY, ended_on),
  ARREARS_FIELD (ArrearsCost, TEXT, ended_how),
  ARREARS_FIELD (ArrearsCost, TEXT, ended_note),
};

static void
arrears_cost_class_init (ArrearsCostClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_cost_init (ArrearsCost *self)
{
}

ArrearsCost *
arrears_cost_new (void)
{
  return arrears_record_new (ARREARS_TYPE_COST);
}
