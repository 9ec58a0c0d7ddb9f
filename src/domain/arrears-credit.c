/* arrears-credit.c: whether a customer can have more on credit (信用额度)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-credit.h"

#include "arrears-error.h"
#include "arrears-policy.h"

const char *
arrears_credit_verdict_to_word (ArrearsCreditVerdict verdict)
{
  static const char *const words[] = {
    [ARREARS_CREDIT_YES] = "yes",
    [ARREARS_CREDIT_HOLD_SUGGESTED] = "hold_suggested",
    [ARREARS_CREDIT_OVER_LIMIT] = "over_limit",
    [ARREARS_CREDIT_ON_HOLD] = "on_hold",
    [ARREARS_CREDIT_BLACKLISTED] = "blacklisted",
    [ARREARS_CREDIT_ALLOWED] = "allowed",
  };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), NULL);

  return words[verdict];
}

const char *
arrears_credit_reason_to_word (ArrearsCreditReasons reason)
{
  static const char *const words[ARREARS_CREDIT_N_REASONS]
      = { "overdue", "stage", "limit", "hold", "bad_faith", "blacklist", "override_exceeded" };

  for (int i = 0; i < ARREARS_CREDIT_N_REASONS; i++)
    if (reason == (ArrearsCreditReasons) (1 << i))
      return words[i];
  g_return_val_if_reached (NULL);
}

static ArrearsCreditReasons
find_reasons (const ArrearsCreditPosition *position, const ArrearsCreditAnswer *answer)
{
  ArrearsCreditReasons reasons = 0;

  if (position->overdue.fen > 0)
    reasons |= ARREARS_CREDIT_REASON_OVERDUE;
  if (position->stage >= ARREARS_STAGE_HARD)
    reasons |= ARREARS_CREDIT_REASON_STAGE;
  if (answer->over_by.fen > 0)
    reasons |= ARREARS_CREDIT_REASON_LIMIT;
  if (position->is_held)
    reasons |= ARREARS_CREDIT_REASON_HOLD;
  if (position->is_in_bad_faith)
    reasons |= ARREARS_CREDIT_REASON_BAD_FAITH;
  if (position->is_blacklisted)
    reasons |= ARREARS_CREDIT_REASON_BLACKLIST;
  return reasons;
}

/* The gravest of the reasons. */
static ArrearsCreditVerdict
weigh (ArrearsCreditReasons reasons)
{
  if (reasons & ARREARS_CREDIT_REASON_BLACKLIST)
    return ARREARS_CREDIT_BLACKLISTED;
  if (reasons & ARREARS_CREDIT_REASON_HOLD)
    return ARREARS_CREDIT_ON_HOLD;
  if (reasons & ARREARS_CREDIT_REASON_LIMIT)
    return ARREARS_CREDIT_OVER_LIMIT;
  if (reasons & (ARREARS_CREDIT_REASON_STAGE | ARREARS_CREDIT_REASON_BAD_FAITH))
    return ARREARS_CREDIT_HOLD_SUGGESTED;
  return ARREARS_CREDIT_YES;
}

static void
apply_override (const ArrearsCreditPosition *position, ArrearsCreditAnswer *answer)
{
  if (!position->has_override || answer->verdict == ARREARS_CREDIT_YES
      || answer->verdict == ARREARS_CREDIT_BLACKLISTED)
    return;
  if (position->override_balance.fen > 0
      && arrears_money_compare (answer->balance_after, position->override_balance) > 0)
    answer->reasons |= ARREARS_CREDIT_REASON_OVERRIDE_EXCEEDED;
  else
    answer->verdict = ARREARS_CREDIT_ALLOWED;
}

static gboolean
measure (const ArrearsCreditPosition *position, ArrearsMoney amount, ArrearsCreditAnswer *answer)
{
  ArrearsMoney over_by = ARREARS_MONEY_ZERO;

  if (!arrears_money_add (position->balance, amount, &answer->balance_after))
    return FALSE;
  if (position->limit.fen <= 0)
    return TRUE;
  if (!arrears_money_subtract (position->limit, position->balance, &answer->headroom)
      || !arrears_money_subtract (answer->balance_after, position->limit, &over_by))
    return FALSE;
  answer->over_by = arrears_money (MAX (over_by.fen, 0));
  return TRUE;
}

gboolean
arrears_credit_judge (const ArrearsCreditPosition *position, ArrearsMoney amount,
                      ArrearsCreditAnswer *answer, GError **error)
{
  ArrearsCreditAnswer found = { 0 };

  if (amount.fen < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "an order of less than nothing: expected an amount of 0 or more");
      return FALSE;
    }
  if (!measure (position, amount, &found))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
                   "the balance with the order does not fit");
      return FALSE;
    }
  found.reasons = find_reasons (position, &found);
  found.verdict = weigh (found.reasons);
  apply_override (position, &found);
  *answer = found;
  return TRUE;
}
