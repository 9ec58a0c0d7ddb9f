/* arrears-account.c: a customer's account (账户) as it stood on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account.h"

G_DEFINE_FINAL_TYPE (ArrearsAccount, arrears_account, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsAccount, LONG, id),
  ARREARS_FIELD (ArrearsAccount, TEXT, code),
  ARREARS_FIELD (ArrearsAccount, TEXT, name),
  ARREARS_FIELD (ArrearsAccount, INTEGER, grade),
  ARREARS_FIELD (ArrearsAccount, TEXT, contact),
  ARREARS_FIELD (ArrearsAccount, TEXT, phone),
  ARREARS_FIELD (ArrearsAccount, MONEY, balance),
  ARREARS_FIELD (ArrearsAccount, MONEY, overdue),
  ARREARS_FIELD (ArrearsAccount, MONEY, unapplied),
  ARREARS_FIELD (ArrearsAccount, INTEGER, days_overdue),
  ARREARS_FIELD (ArrearsAccount, INTEGER, stage),
  ARREARS_FIELD (ArrearsAccount, TEXT, stage_name),
  ARREARS_FIELD (ArrearsAccount, DAY, crossed_on),
  ARREARS_FIELD (ArrearsAccount, MONEY, counted),
  ARREARS_FIELD (ArrearsAccount, TEXT, oldest_invoice),
  ARREARS_FIELD (ArrearsAccount, DAY, last_letter_on),
  ARREARS_FIELD (ArrearsAccount, TEXT, owner),
  ARREARS_FIELD (ArrearsAccount, BOOLEAN, is_paused),
  ARREARS_FIELD (ArrearsAccount, MONEY, disputed),
  ARREARS_FIELD (ArrearsAccount, MONEY, resting),
  ARREARS_FIELD (ArrearsAccount, INTEGER, seen_stage),
  ARREARS_FIELD (ArrearsAccount, TEXT, passed_stages),
  ARREARS_FIELD (ArrearsAccount, BOOLEAN, is_seen),
  ARREARS_FIELD (ArrearsAccount, TEXT, reasons),
  ARREARS_FIELD (ArrearsAccount, DAY, reason_day),
  ARREARS_FIELD (ArrearsAccount, MONEY, reason_amount),
  ARREARS_FIELD (ArrearsAccount, TEXT, reason_invoice),
  ARREARS_FIELD (ArrearsAccount, TEXT, reason_note),
};

static void
arrears_account_class_init (ArrearsAccountClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_account_init (ArrearsAccount *self)
{
}

ArrearsAccount *
arrears_account_new (void)
{
  return arrears_record_new (ARREARS_TYPE_ACCOUNT);
}
