/* arrears-customer.h: a customer (客户)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

#define ARREARS_TYPE_CUSTOMER (arrears_customer_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsCustomer, arrears_customer, ARREARS, CUSTOMER, ArrearsRecord)

struct _ArrearsCustomer
{
  ArrearsRecord parent_instance;

  gint64 id;
  char *code; /* unique */
  char *name;
  char *uscc; /* normalised, or empty */
  char *address;
  char *contact; /* the person named for payment, with phone and e-mail */
  char *phone;
  char *email;
  int terms_days; /* -1 where none are agreed: due on receipt */
  ArrearsMoney credit_limit; /* 0 where none is set */
  char *industry;
  int grade; /* ArrearsGrade */
  char *owner; /* who looks after the account; may be empty */
  gint64 policy_id; /* its own escalation policy; 0: its grade's */
  char *payment_order; /* "principal_first" or "statutory"; empty: the ledger's rule */
};

ArrearsCustomer *arrears_customer_new (void);

G_END_DECLS
