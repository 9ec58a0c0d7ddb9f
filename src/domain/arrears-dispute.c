/* arrears-dispute.c: a customer contests an invoice (异议)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-dispute.h"

G_DEFINE_FINAL_TYPE (ArrearsDispute, arrears_dispute, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsDispute, LONG, id),
  ARREARS_FIELD (ArrearsDispute, LONG, customer_id),
  ARREARS_FIELD (ArrearsDispute, TEXT, customer_code),
  ARREARS_FIELD (ArrearsDispute, TEXT, customer_name),
  ARREARS_FIELD (ArrearsDispute, LONG, invoice_id),
  ARREARS_FIELD (ArrearsDispute, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsDispute, DAY, from_on),
  ARREARS_FIELD (ArrearsDispute, MONEY, amount),
  ARREARS_FIELD (ArrearsDispute, TEXT, reason),
  ARREARS_FIELD (ArrearsDispute, DAY, review_on),
  ARREARS_FIELD (ArrearsDispute, TEXT, note),
  ARREARS_FIELD (ArrearsDispute, DAY, recorded_on),
  ARREARS_FIELD (ArrearsDispute, DAY, ended_on),
  ARREARS_FIELD (ArrearsDispute, TEXT, ended_how),
  ARREARS_FIELD (ArrearsDispute, TEXT, ended_note),
};

static void
arrears_dispute_class_init (ArrearsDisputeClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_dispute_init (ArrearsDispute *self)
{
}

ArrearsDispute *
arrears_dispute_new (void)
{
  return arrears_record_new (ARREARS_TYPE_DISPUTE);
}
