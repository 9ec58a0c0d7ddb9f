/* arrears-dispute.h: a customer contests an invoice (异议)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Why, as its `reason`. */
#define ARREARS_DISPUTE_QUALITY "quality"   /* 质量 */
#define ARREARS_DISPUTE_QUANTITY "quantity" /* 数量 */
#define ARREARS_DISPUTE_PRICE "price"       /* 价格 */
#define ARREARS_DISPUTE_DELIVERY "delivery" /* 未收到货 */
#define ARREARS_DISPUTE_BILLING "billing"   /* 开票或对账 */
#define ARREARS_DISPUTE_OTHER "other"

/* While it stands, the disputed part is neither chased nor claimed and bears no late charge; all
 * of that is made up for where it is rejected. It is looked at again on `review_on`. Ended:
 * "credited" (it was right; a credit note was given), "rejected" or "withdrawn".
 */
#define ARREARS_TYPE_DISPUTE (arrears_dispute_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsDispute, arrears_dispute, ARREARS, DISPUTE, ArrearsRecord)

struct _ArrearsDispute
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id;
  char *invoice_number;
  ArrearsDay from_on;
  ArrearsMoney amount; /* the contested part, up to what is open of the invoice */
  char *reason; /* one of ARREARS_DISPUTE_... */
  ArrearsDay review_on;
  char *note; /* what the customer said */
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsDispute *arrears_dispute_new (void);

G_END_DECLS
