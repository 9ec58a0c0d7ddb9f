/* arrears-pause.c: collection rests for a while (暂缓催收)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pause.h"

G_DEFINE_FINAL_TYPE (ArrearsPause, arrears_pause, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsPause, LONG, id),
  ARREARS_FIELD (ArrearsPause, LONG, customer_id),
  ARREARS_FIELD (ArrearsPause, TEXT, customer_code),
  ARREARS_FIELD (ArrearsPause, TEXT, customer_name),
  ARREARS_FIELD (ArrearsPause, LONG, invoice_id),
  ARREARS_FIELD (ArrearsPause, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsPause, DAY, from_on),
  ARREARS_FIELD (ArrearsPause, TEXT, kind),
  ARREARS_FIELD (ArrearsPause, DAY, until_on),
  ARREARS_FIELD (ArrearsPause, TEXT, reason),
  ARREARS_FIELD (ArrearsPause, DAY, recorded_on),
  ARREARS_FIELD (ArrearsPause, DAY, ended_on),
  ARREARS_FIELD (ArrearsPause, TEXT, ended_how),
  ARREARS_FIELD (ArrearsPause, TEXT, ended_note),
};

static void
arrears_pause_class_init (ArrearsPauseClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_pause_init (ArrearsPause *self)
{
}

ArrearsPause *
arrears_pause_new (void)
{
  return arrears_record_new (ARREARS_TYPE_PAUSE);
}
