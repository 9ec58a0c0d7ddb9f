/* arrears-published-day.c: a day off or a make-up workday, as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-published-day.h"

G_DEFINE_FINAL_TYPE (ArrearsPublishedDay, arrears_published_day, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsPublishedDay, LONG, id),
  ARREARS_FIELD (ArrearsPublishedDay, DAY, day),
  ARREARS_FIELD (ArrearsPublishedDay, TEXT, kind),
  ARREARS_FIELD (ArrearsPublishedDay, TEXT, name),
  ARREARS_FIELD (ArrearsPublishedDay, BOOLEAN, is_added),
  ARREARS_FIELD (ArrearsPublishedDay, DAY, recorded_on),
};

static void
arrears_published_day_class_init (ArrearsPublishedDayClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_published_day_init (ArrearsPublishedDay *self)
{
}

ArrearsPublishedDay *
arrears_published_day_new (void)
{
  return arrears_record_new (ARREARS_TYPE_PUBLISHED_DAY);
}
