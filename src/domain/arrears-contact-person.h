/* arrears-contact-person.h: somebody of a customer who is spoken to about payment (联系人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Only what the purpose needs is kept of a person (Personal Information Protection Law 6): name,
 * role, business phone and e-mail.
 */
#define ARREARS_TYPE_CONTACT_PERSON (arrears_contact_person_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsContactPerson, arrears_contact_person, ARREARS, CONTACT_PERSON,
                      ArrearsRecord)

struct _ArrearsContactPerson
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  int position; /* 0: the one named for payment, whom the customer's own record shows */
  char *name;
  char *phone;
  char *email;
  char *role; /* such as 财务 or 法定代表人; may be empty */
  gboolean is_stopped; /* asked not to be contacted: final */
};

ArrearsContactPerson *arrears_contact_person_new (void);

G_END_DECLS
