/* arrears-account-row.c: one line of the lists on the page of an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-row.h"

G_DEFINE_FINAL_TYPE (ArrearsAccountRow, arrears_account_row, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsAccountRow, LONG, id),
  ARREARS_FIELD (ArrearsAccountRow, TEXT, subject),
  ARREARS_FIELD (ArrearsAccountRow, TEXT, what),
  ARREARS_FIELD (ArrearsAccountRow, TEXT, reference),
  ARREARS_FIELD (ArrearsAccountRow, DAY, from_on),
  ARREARS_FIELD (ArrearsAccountRow, DAY, until_on),
  ARREARS_FIELD (ArrearsAccountRow, MONEY, amount),
  ARREARS_FIELD (ArrearsAccountRow, MONEY, rest),
  ARREARS_FIELD (ArrearsAccountRow, TEXT, state),
  ARREARS_FIELD (ArrearsAccountRow, TEXT, note),
  ARREARS_FIELD (ArrearsAccountRow, BOOLEAN, is_over),
  ARREARS_FIELD (ArrearsAccountRow, BOOLEAN, is_urgent),
};

static void
arrears_account_row_class_init (ArrearsAccountRowClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_account_row_init (ArrearsAccountRow *self)
{
}

ArrearsAccountRow *
arrears_account_row_new (void)
{
  return arrears_record_new (ARREARS_TYPE_ACCOUNT_ROW);
}
