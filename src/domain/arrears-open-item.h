/* arrears-open-item.h: a debt with something still unpaid (未清项)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* What the rules need of an invoice on one day. `open` is what was unpaid on that day. */
typedef struct
{
  gint64 invoice_id;
  ArrearsDay issued_on;
  ArrearsDay due_on;
  ArrearsMoney open;
} ArrearsOpenItem;

/* 逾期天数: as_of less the due day; the due day itself is 0, before it the number is negative. */
static inline int
arrears_open_item_get_days_overdue (const ArrearsOpenItem *item, ArrearsDay as_of)
{
  return arrears_day_count (item->due_on, as_of);
}

G_END_DECLS
