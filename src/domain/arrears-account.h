/* arrears-account.h: a customer's account (账户) as it stood on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* One row of the list of accounts, and of Today. Balance and what follows are computed by the
 * rules for the day that the record was read for, after unapplied money.
 */
#define ARREARS_TYPE_ACCOUNT (arrears_account_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAccount, arrears_account, ARREARS, ACCOUNT, ArrearsRecord)

struct _ArrearsAccount
{
  ArrearsRecord parent_instance;

  gint64 id; /* of the customer */
  char *code;
  char *name;
  int grade; /* ArrearsGrade */
  char *contact;
  char *phone;
  ArrearsMoney balance;
  ArrearsMoney overdue;
  ArrearsMoney unapplied;
  int days_overdue;
  int stage;
  ArrearsDay crossed_on;
  ArrearsMoney counted; /* what the items at or past the stage's days come to */
  char *oldest_invoice; /* number of the item that is overdue longest */
  ArrearsDay last_letter_on; /* of the last formal letter, if any */
};

ArrearsAccount *arrears_account_new (void);

G_END_DECLS
