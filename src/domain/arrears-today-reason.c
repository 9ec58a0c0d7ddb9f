/* arrears-today-reason.c: why an account is on the list of the day (今日待办)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today-reason.h"

#include "arrears-error.h"

enum
{
  LIMITATION_URGENT_DAYS = 30,
};

static const char *const words[ARREARS_TODAY_N_KINDS] = {
  [ARREARS_TODAY_PROMISE_BROKEN] = "promise_broken",
  [ARREARS_TODAY_CROSSING] = "crossing",
  [ARREARS_TODAY_PROMISE_DUE] = "promise_due",
  [ARREARS_TODAY_INSTALMENT_DUE] = "instalment_due",
  [ARREARS_TODAY_FOLLOW_UP] = "follow_up",
  [ARREARS_TODAY_LIMIT_EXCEEDED] = "limit_exceeded",
  [ARREARS_TODAY_SUPPLIED] = "supplied",
  [ARREARS_TODAY_LIMITATION] = "limitation",
  [ARREARS_TODAY_DISPUTE_REVIEW] = "dispute_review",
  [ARREARS_TODAY_PAUSE_REVIEW] = "pause_review",
  [ARREARS_TODAY_VOUCHER_MISSING] = "voucher_missing",
  [ARREARS_TODAY_DUE_SOON] = "due_soon",
};

const char *
arrears_today_kind_to_word (ArrearsTodayKind kind)
{
  g_return_val_if_fail (kind < ARREARS_TODAY_N_KINDS, NULL);

  return words[kind];
}

gboolean
arrears_today_kind_parse (const char *word, ArrearsTodayKind *kind, GError **error)
{
  for (int i = 0; i < ARREARS_TODAY_N_KINDS; i++)
    if (g_str_equal (words[i], word))
      {
        *kind = (ArrearsTodayKind) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "reason \"%s\": expected one such as crossing or promise_due", word);
  return FALSE;
}

int
arrears_today_reason_get_rank (const ArrearsTodayReason *reason)
{
  if (reason->kind == ARREARS_TODAY_LIMITATION && reason->days_left <= LIMITATION_URGENT_DAYS)
    return 0;
  return 1 + (int) reason->kind;
}
