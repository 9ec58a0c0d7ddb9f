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
  char *stage_name; /* as the account's policy calls it; empty: the usual name */
  ArrearsDay crossed_on;
  ArrearsMoney counted; /* what the items at or past the stage's days come to */
  char *oldest_invoice; /* number of the item that is overdue longest */
  ArrearsDay last_letter_on; /* of the last formal letter, if any */
  char *owner; /* who looks after it */
  gboolean is_paused; /* it would be at this stage, but all of it rests */
  ArrearsMoney disputed; /* the contested part of the balance */
  ArrearsMoney resting; /* the part of what is overdue that is disputed, paused or promised */
  int seen_stage; /* the last stage that somebody has seen */
  char *passed_stages; /* their numbers, those passed over since then: "2 3" */
  gboolean is_seen; /* somebody has seen the crossing into the present stage */
  char *reasons; /* Today: words of ArrearsTodayKind, the most urgent first, with blanks between */
  ArrearsDay reason_day; /* of the first of them, and so on: see ArrearsTodayReason */
  ArrearsMoney reason_amount;
  char *reason_invoice;
  char *reason_note;
};

ArrearsAccount *arrears_account_new (void);

G_END_DECLS
