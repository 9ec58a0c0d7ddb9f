/* arrears-guarantee.c: somebody answers for a customer's debt (保证)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-guarantee.h"

#include "arrears-error.h"
#include "arrears-limitation.h"

enum
{
  MOST_MONTHS = 1200,
};

G_DEFINE_FINAL_TYPE (ArrearsGuarantee, arrears_guarantee, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsGuarantee, LONG, id),
  ARREARS_FIELD (ArrearsGuarantee, LONG, customer_id),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, customer_code),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, customer_name),
  ARREARS_FIELD (ArrearsGuarantee, LONG, invoice_id),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsGuarantee, DAY, from_on),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, guarantor),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, kind),
  ARREARS_FIELD (ArrearsGuarantee, DAY, principal_due_on),
  ARREARS_FIELD (ArrearsGuarantee, INTEGER, months),
  ARREARS_FIELD (ArrearsGuarantee, MONEY, amount),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, note),
  ARREARS_FIELD (ArrearsGuarantee, DAY, recorded_on),
  ARREARS_FIELD (ArrearsGuarantee, DAY, ended_on),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, ended_how),
  ARREARS_FIELD (ArrearsGuarantee, TEXT, ended_note),
};

static void
arrears_guarantee_class_init (ArrearsGuaranteeClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_guarantee_init (ArrearsGuarantee *self)
{
}

ArrearsGuarantee *
arrears_guarantee_new (void)
{
  return arrears_record_new (ARREARS_TYPE_GUARANTEE);
}

ArrearsDay
arrears_guarantee_get_ends_on (ArrearsGuarantee *guarantee)
{
  ArrearsDay end = arrears_limitation_get_period_end (
      guarantee->principal_due_on,
      guarantee->months > 0 ? guarantee->months : ARREARS_GUARANTEE_MONTHS);

  return arrears_day_is_set (end) ? end : ARREARS_DAY_LAST;
}

ArrearsGuaranteeNeed
arrears_guarantee_get_need (ArrearsGuarantee *guarantee)
{
  return g_str_equal (guarantee->kind, ARREARS_GUARANTEE_JOINT) ? ARREARS_GUARANTEE_NEEDS_CLAIM
                                                                : ARREARS_GUARANTEE_NEEDS_SUIT;
}

const char *
arrears_guarantee_need_to_word (ArrearsGuaranteeNeed need)
{
  return need == ARREARS_GUARANTEE_NEEDS_CLAIM ? "claim" : "suit";
}

gboolean
arrears_guarantee_check (ArrearsGuarantee *guarantee, GError **error)
{
  if (guarantee->guarantor[0] == '\0')
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                 "guarantor: a guarantee needs somebody who gave it");
  else if (!g_str_equal (guarantee->kind, ARREARS_GUARANTEE_GENERAL)
           && !g_str_equal (guarantee->kind, ARREARS_GUARANTEE_JOINT))
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                 "kind: “%s”: expected general or joint", guarantee->kind);
  else if (!arrears_day_is_set (guarantee->principal_due_on))
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                 "due day: expected the day on which the principal falls due");
  else if (guarantee->months < 0 || guarantee->months > MOST_MONTHS)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                 "months: %d: expected 1 to %d, or 0 where none were agreed", guarantee->months,
                 MOST_MONTHS);
  else if (guarantee->amount.fen < 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                 "amount: expected more than zero, or 0 for the whole debt");
  else
    return TRUE;
  return FALSE;
}
