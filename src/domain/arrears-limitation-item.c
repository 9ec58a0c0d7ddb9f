/* arrears-limitation-item.c: an open invoice, and until when it can be enforced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation-item.h"

G_DEFINE_FINAL_TYPE (ArrearsLimitationItem, arrears_limitation_item, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsLimitationItem, LONG, invoice_id),
  ARREARS_FIELD (ArrearsLimitationItem, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsLimitationItem, LONG, customer_id),
  ARREARS_FIELD (ArrearsLimitationItem, TEXT, customer_code),
  ARREARS_FIELD (ArrearsLimitationItem, TEXT, customer_name),
  ARREARS_FIELD (ArrearsLimitationItem, DAY, due_on),
  ARREARS_FIELD (ArrearsLimitationItem, MONEY, open),
  ARREARS_FIELD (ArrearsLimitationItem, DAY, anchor),
  ARREARS_FIELD (ArrearsLimitationItem, DAY, ends_on),
  ARREARS_FIELD (ArrearsLimitationItem, DAY, ends_on_after_203),
  ARREARS_FIELD (ArrearsLimitationItem, BOOLEAN, has_expired_before),
  ARREARS_FIELD (ArrearsLimitationItem, INTEGER, days_left),
  ARREARS_FIELD (ArrearsLimitationItem, INTEGER, band),
};

static void
arrears_limitation_item_finalize (GObject *object)
{
  ArrearsLimitationItem *self = ARREARS_LIMITATION_ITEM (object);

  g_clear_pointer (&self->chain, g_array_unref);

  G_OBJECT_CLASS (arrears_limitation_item_parent_class)->finalize (object);
}

static void
arrears_limitation_item_class_init (ArrearsLimitationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = arrears_limitation_item_finalize;
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_limitation_item_init (ArrearsLimitationItem *self)
{
}

ArrearsLimitationItem *
arrears_limitation_item_new (void)
{
  return arrears_record_new (ARREARS_TYPE_LIMITATION_ITEM);
}

void
arrears_limitation_item_compute (ArrearsLimitationItem *item, GArray *chain, ArrearsDay as_of,
                                 const ArrearsCalendar *calendar)
{
  ArrearsLimitation limitation = arrears_limitation_compute (chain, as_of, calendar);

  item->chain = chain;
  item->anchor = limitation.anchor;
  item->ends_on = limitation.ends_on;
  item->ends_on_after_203 = limitation.ends_on_after_203;
  item->has_expired_before = limitation.has_expired_before;
  item->days_left = arrears_day_count (as_of, limitation.ends_on);
  item->band = (int) arrears_limitation_get_band (limitation.ends_on, as_of);
}
