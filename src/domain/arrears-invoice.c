/* arrears-invoice.c: an invoice (应收单) as it stood on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-invoice.h"

G_DEFINE_FINAL_TYPE (ArrearsInvoice, arrears_invoice, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsInvoice, LONG, id),
  ARREARS_FIELD (ArrearsInvoice, LONG, customer_id),
  ARREARS_FIELD (ArrearsInvoice, TEXT, customer_code),
  ARREARS_FIELD (ArrearsInvoice, TEXT, customer_name),
  ARREARS_FIELD (ArrearsInvoice, LONG, contract_id),
  ARREARS_FIELD (ArrearsInvoice, TEXT, contract_number),
  ARREARS_FIELD (ArrearsInvoice, TEXT, number),
  ARREARS_FIELD (ArrearsInvoice, TEXT, fapiao_number),
  ARREARS_FIELD (ArrearsInvoice, TEXT, order_number),
  ARREARS_FIELD (ArrearsInvoice, TEXT, delivery_number),
  ARREARS_FIELD (ArrearsInvoice, DAY, issued_on),
  ARREARS_FIELD (ArrearsInvoice, DAY, delivered_on),
  ARREARS_FIELD (ArrearsInvoice, DAY, due_on),
  ARREARS_FIELD (ArrearsInvoice, MONEY, amount),
  ARREARS_FIELD (ArrearsInvoice, MONEY, open),
  ARREARS_FIELD (ArrearsInvoice, INTEGER, days_overdue),
  ARREARS_FIELD (ArrearsInvoice, TEXT, note),
  ARREARS_FIELD (ArrearsInvoice, MONEY, charge),
  ARREARS_FIELD (ArrearsInvoice, DAY, limitation_ends_on),
  ARREARS_FIELD (ArrearsInvoice, DAY, recorded_on),
  ARREARS_FIELD (ArrearsInvoice, LONG, whole_id),
  ARREARS_FIELD (ArrearsInvoice, LONG, policy_id),
  ARREARS_FIELD (ArrearsInvoice, DAY, ended_on),
  ARREARS_FIELD (ArrearsInvoice, TEXT, ended_how),
  ARREARS_FIELD (ArrearsInvoice, TEXT, ended_note),
  ARREARS_FIELD (ArrearsInvoice, MONEY, disputed),
  ARREARS_FIELD (ArrearsInvoice, BOOLEAN, is_paused),
};

static void
arrears_invoice_class_init (ArrearsInvoiceClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_invoice_init (ArrearsInvoice *self)
{
}

ArrearsInvoice *
arrears_invoice_new (void)
{
  return arrears_record_new (ARREARS_TYPE_INVOICE);
}
