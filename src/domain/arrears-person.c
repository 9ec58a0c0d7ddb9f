/* arrears-person.c: what somebody of the firm looks after and did (责任人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-person.h"

G_DEFINE_FINAL_TYPE (ArrearsPerson, arrears_person, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsPerson, TEXT, name),
  ARREARS_FIELD (ArrearsPerson, INTEGER, n_accounts),
  ARREARS_FIELD (ArrearsPerson, INTEGER, n_overdue),
  ARREARS_FIELD (ArrearsPerson, MONEY, balance),
  ARREARS_FIELD (ArrearsPerson, MONEY, overdue),
  ARREARS_FIELD (ArrearsPerson, INTEGER, n_promises_kept),
  ARREARS_FIELD (ArrearsPerson, INTEGER, n_promises_partly),
  ARREARS_FIELD (ArrearsPerson, INTEGER, n_promises_broken),
  ARREARS_FIELD (ArrearsPerson, INTEGER, n_acts),
};

static void
arrears_person_class_init (ArrearsPersonClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_person_init (ArrearsPerson *self)
{
}

ArrearsPerson *
arrears_person_new (void)
{
  return arrears_record_new (ARREARS_TYPE_PERSON);
}
