/* arrears-limitation-item.h: an open invoice, and until when it can be enforced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-limitation.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* As of the day that it was computed for. */
#define ARREARS_TYPE_LIMITATION_ITEM (arrears_limitation_item_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLimitationItem, arrears_limitation_item, ARREARS, LIMITATION_ITEM,
                      ArrearsRecord)

struct _ArrearsLimitationItem
{
  ArrearsRecord parent_instance;

  gint64 invoice_id;
  char *invoice_number;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  ArrearsDay due_on;
  ArrearsMoney open;
  ArrearsDay anchor; /* this and the next three: see ArrearsLimitation */
  ArrearsDay ends_on;
  ArrearsDay ends_on_after_203;
  gboolean has_expired_before;
  int days_left; /* negative once it has ended */
  int band;      /* ArrearsLimitationBand */
  GArray *chain; /* how it came to that: of ArrearsLimitationLink, by day; no property */
};

ArrearsLimitationItem *arrears_limitation_item_new (void);

/* Computes the rest from the chain, which is taken over. */
void arrears_limitation_item_compute (ArrearsLimitationItem *item, GArray *chain, ArrearsDay as_of,
                                      const ArrearsCalendar *calendar);

G_END_DECLS
