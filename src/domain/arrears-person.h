/* arrears-person.h: what somebody of the firm looks after and did (责任人)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* One row of the report per person, as of a day. The row of what nobody looks after has no name. */
#define ARREARS_TYPE_PERSON (arrears_person_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPerson, arrears_person, ARREARS, PERSON, ArrearsRecord)

struct _ArrearsPerson
{
  ArrearsRecord parent_instance;

  char *name;
  int n_accounts; /* looked after */
  int n_overdue;  /* of these, with something overdue */
  ArrearsMoney balance;
  ArrearsMoney overdue;
  int n_promises_kept; /* by the customers looked after */
  int n_promises_partly;
  int n_promises_broken;
  int n_acts; /* entries of the log that bear the name */
};

ArrearsPerson *arrears_person_new (void);

G_END_DECLS
