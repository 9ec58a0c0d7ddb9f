/* arrears-contact-person.c: somebody of a customer who is spoken to about payment (联系人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact-person.h"

G_DEFINE_FINAL_TYPE (ArrearsContactPerson, arrears_contact_person, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsContactPerson, LONG, id),
  ARREARS_FIELD (ArrearsContactPerson, LONG, customer_id),
  ARREARS_FIELD (ArrearsContactPerson, INTEGER, position),
  ARREARS_FIELD (ArrearsContactPerson, TEXT, name),
  ARREARS_FIELD (ArrearsContactPerson, TEXT, phone),
  ARREARS_FIELD (ArrearsContactPerson, TEXT, email),
  ARREARS_FIELD (ArrearsContactPerson, TEXT, role),
  ARREARS_FIELD (ArrearsContactPerson, BOOLEAN, is_stopped),
};

static void
arrears_contact_person_class_init (ArrearsContactPersonClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_contact_person_init (ArrearsContactPerson *self)
{
}

ArrearsContactPerson *
arrears_contact_person_new (void)
{
  return arrears_record_new (ARREARS_TYPE_CONTACT_PERSON);
}
