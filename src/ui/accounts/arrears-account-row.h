/* arrears-account-row.h: one line of the lists on the page of an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Receipts, promises, disputes, limitation and vouchers come from different registers, and are
 * shown alike: what it is, when, how much, how it stands.
 */
#define ARREARS_TYPE_ACCOUNT_ROW (arrears_account_row_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAccountRow, arrears_account_row, ARREARS, ACCOUNT_ROW, ArrearsRecord)

struct _ArrearsAccountRow
{
  ArrearsRecord parent_instance;

  gint64 id;     /* in its register */
  char *subject; /* what acts can be done with it: see arrears-account-acts.h; may be empty */
  char *what;
  char *reference; /* of the bank; or an invoice */
  ArrearsDay from_on;
  ArrearsDay until_on;
  ArrearsMoney amount;
  ArrearsMoney rest; /* of the amount */
  char *state;
  char *note;
  gboolean is_over;   /* it no longer counts */
  gboolean is_urgent; /* it wants to be looked at */
};

ArrearsAccountRow *arrears_account_row_new (void);

G_END_DECLS
