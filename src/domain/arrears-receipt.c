/* arrears-receipt.c: money received, or a credit note: what lowers a balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-receipt.h"

G_DEFINE_FINAL_TYPE (ArrearsReceipt, arrears_receipt, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsReceipt, LONG, id),
  ARREARS_FIELD (ArrearsReceipt, LONG, customer_id),
  ARREARS_FIELD (ArrearsReceipt, TEXT, customer_code),
  ARREARS_FIELD (ArrearsReceipt, TEXT, customer_name),
  ARREARS_FIELD (ArrearsReceipt, TEXT, kind),
  ARREARS_FIELD (ArrearsReceipt, DAY, received_on),
  ARREARS_FIELD (ArrearsReceipt, MONEY, amount),
  ARREARS_FIELD (ArrearsReceipt, MONEY, unapplied),
  ARREARS_FIELD (ArrearsReceipt, TEXT, reference),
  ARREARS_FIELD (ArrearsReceipt, TEXT, note),
  ARREARS_FIELD (ArrearsReceipt, DAY, recorded_on),
  ARREARS_FIELD (ArrearsReceipt, MONEY, refunded),
  ARREARS_FIELD (ArrearsReceipt, DAY, voided_on),
  ARREARS_FIELD (ArrearsReceipt, TEXT, void_reason),
};

static void
arrears_receipt_class_init (ArrearsReceiptClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_receipt_init (ArrearsReceipt *self)
{
}

ArrearsReceipt *
arrears_receipt_new (void)
{
  return arrears_record_new (ARREARS_TYPE_RECEIPT);
}
