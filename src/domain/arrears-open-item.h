/* arrears-open-item.h: a debt with something still unpaid (未清项)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* What the rules need of an invoice on one day. `open` is what was unpaid on that day. Of it, the
 * disputed and the promised part rest, and all of it while it is paused; what rests is neither
 * chased nor claimed. An invoice of which a part began to count again on a day of its own stands as
 * two items.
 */
typedef struct
{
  gint64 invoice_id;
  ArrearsDay issued_on;
  ArrearsDay due_on;
  ArrearsMoney open;
  ArrearsMoney disputed; /* contested */
  ArrearsMoney promised; /* under a promise whose day has not passed */
  gboolean is_paused;
  ArrearsDay countable_from; /* since when it counts again: a dispute was closed, a pause was over,
                                a promise broken; not set: it always did */
  const ArrearsPolicy *policy; /* its own, whose days it counts by; NULL: its account's */
} ArrearsOpenItem;

/* What is open and does not rest. */
static inline ArrearsMoney
arrears_open_item_get_countable (const ArrearsOpenItem *item)
{
  gint64 uncontested = MAX (item->open.fen - item->disputed.fen, 0);

  return arrears_money (item->is_paused ? 0 : MAX (uncontested - item->promised.fen, 0));
}

/* 逾期天数: as_of less the due day; the due day itself is 0, before it the number is negative. */
static inline int
arrears_open_item_get_days_overdue (const ArrearsOpenItem *item, ArrearsDay as_of)
{
  return arrears_day_count (item->due_on, as_of);
}

G_END_DECLS
