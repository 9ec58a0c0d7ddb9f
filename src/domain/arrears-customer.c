/* arrears-customer.c: a customer (客户)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-customer.h"

G_DEFINE_FINAL_TYPE (ArrearsCustomer, arrears_customer, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsCustomer, LONG, id),
  ARREARS_FIELD (ArrearsCustomer, TEXT, code),
  ARREARS_FIELD (ArrearsCustomer, TEXT, name),
  ARREARS_FIELD (ArrearsCustomer, TEXT, uscc),
  ARREARS_FIELD (ArrearsCustomer, TEXT, address),
  ARREARS_FIELD (ArrearsCustomer, TEXT, contact),
  ARREARS_FIELD (ArrearsCustomer, TEXT, phone),
  ARREARS_FIELD (ArrearsCustomer, TEXT, email),
  ARREARS_FIELD (ArrearsCustomer, INTEGER, terms_days),
  ARREARS_FIELD (ArrearsCustomer, MONEY, credit_limit),
  ARREARS_FIELD (ArrearsCustomer, TEXT, industry),
  ARREARS_FIELD (ArrearsCustomer, INTEGER, grade),
  ARREARS_FIELD (ArrearsCustomer, TEXT, owner),
  ARREARS_FIELD (ArrearsCustomer, LONG, policy_id),
  ARREARS_FIELD (ArrearsCustomer, TEXT, payment_order),
};

static void
arrears_customer_class_init (ArrearsCustomerClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_customer_init (ArrearsCustomer *self)
{
}

ArrearsCustomer *
arrears_customer_new (void)
{
  return arrears_record_new (ARREARS_TYPE_CUSTOMER);
}
