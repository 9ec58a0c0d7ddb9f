/* arrears-cost.h: a cost of enforcing a claim (实现债权的费用)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Only where it was agreed or plainly incurred; `note` names its paper. Paid first in the
 * statutory order (Civil Code 561).
 */
#define ARREARS_TYPE_COST (arrears_cost_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsCost, arrears_cost, ARREARS, COST, ArrearsRecord)

struct _ArrearsCost
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id;
  char *invoice_number;
  ArrearsDay from_on;
  ArrearsMoney amount;
  char *note;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsCost *arrears_cost_new (void);

G_END_DECLS
