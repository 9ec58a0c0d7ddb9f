/* arrears-published-rate.c: a value of a published rate, as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-published-rate.h"

G_DEFINE_FINAL_TYPE (ArrearsPublishedRate, arrears_published_rate, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsPublishedRate, LONG, id),
  ARREARS_FIELD (ArrearsPublishedRate, DAY, published_on),
  ARREARS_FIELD (ArrearsPublishedRate, TEXT, rate),
  ARREARS_FIELD (ArrearsPublishedRate, BOOLEAN, is_added),
  ARREARS_FIELD (ArrearsPublishedRate, DAY, recorded_on),
};

static void
arrears_published_rate_class_init (ArrearsPublishedRateClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_published_rate_init (ArrearsPublishedRate *self)
{
}

ArrearsPublishedRate *
arrears_published_rate_new (void)
{
  return arrears_record_new (ARREARS_TYPE_PUBLISHED_RATE);
}
