/* arrears-mark.c: what holds of an account (账户标记)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-mark.h"

G_DEFINE_FINAL_TYPE (ArrearsMark, arrears_mark, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsMark, LONG, id),
  ARREARS_FIELD (ArrearsMark, LONG, customer_id),
  ARREARS_FIELD (ArrearsMark, TEXT, customer_code),
  ARREARS_FIELD (ArrearsMark, TEXT, customer_name),
  ARREARS_FIELD (ArrearsMark, DAY, from_on),
  ARREARS_FIELD (ArrearsMark, TEXT, kind),
  ARREARS_FIELD (ArrearsMark, TEXT, code),
  ARREARS_FIELD (ArrearsMark, DAY, until_on),
  ARREARS_FIELD (ArrearsMark, MONEY, amount),
  ARREARS_FIELD (ArrearsMark, TEXT, reason),
  ARREARS_FIELD (ArrearsMark, DAY, recorded_on),
  ARREARS_FIELD (ArrearsMark, DAY, ended_on),
  ARREARS_FIELD (ArrearsMark, TEXT, ended_how),
  ARREARS_FIELD (ArrearsMark, TEXT, ended_note),
};

static void
arrears_mark_class_init (ArrearsMarkClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_mark_init (ArrearsMark *self)
{
}

ArrearsMark *
arrears_mark_new (void)
{
  return arrears_record_new (ARREARS_TYPE_MARK);
}
