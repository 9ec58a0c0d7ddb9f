/* arrears-crossing.c: a crossing that was seen, and perhaps dealt with (升级)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-crossing.h"

G_DEFINE_FINAL_TYPE (ArrearsCrossing, arrears_crossing, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsCrossing, LONG, id),
  ARREARS_FIELD (ArrearsCrossing, LONG, customer_id),
  ARREARS_FIELD (ArrearsCrossing, TEXT, customer_code),
  ARREARS_FIELD (ArrearsCrossing, TEXT, customer_name),
  ARREARS_FIELD (ArrearsCrossing, DAY, from_on),
  ARREARS_FIELD (ArrearsCrossing, INTEGER, stage),
  ARREARS_FIELD (ArrearsCrossing, TEXT, seen_by),
  ARREARS_FIELD (ArrearsCrossing, DAY, recorded_on),
  ARREARS_FIELD (ArrearsCrossing, DAY, ended_on),
  ARREARS_FIELD (ArrearsCrossing, TEXT, ended_how),
  ARREARS_FIELD (ArrearsCrossing, TEXT, ended_note),
};

static void
arrears_crossing_class_init (ArrearsCrossingClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_crossing_init (ArrearsCrossing *self)
{
}

ArrearsCrossing *
arrears_crossing_new (void)
{
  return arrears_record_new (ARREARS_TYPE_CROSSING);
}
