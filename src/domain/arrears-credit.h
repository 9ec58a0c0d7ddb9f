/* arrears-credit.h: whether a customer can have more on credit (信用额度)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* What is known of an account on a day. */
typedef struct
{
  ArrearsMoney limit;    /* 0 where none is set */
  ArrearsMoney balance;  /* owed, less unapplied money */
  ArrearsMoney overdue;
  int stage;             /* of escalation */
  gboolean is_held;      /* supply was stopped (暂停供货) */
  gboolean is_blacklisted;
  gboolean is_in_bad_faith;
  gboolean has_override;         /* somebody lets goods go out all the same, for a reason */
  ArrearsDay override_until;     /* the last day of it; not set: until it is ended */
  ArrearsMoney override_balance; /* up to which balance; 0: whatever it is */
} ArrearsCreditPosition;

typedef enum
{
  ARREARS_CREDIT_YES,
  ARREARS_CREDIT_HOLD_SUGGESTED, /* yes, but the policy would stop supplying: stage 4 and above */
  ARREARS_CREDIT_OVER_LIMIT,
  ARREARS_CREDIT_ON_HOLD,
  ARREARS_CREDIT_BLACKLISTED, /* no override helps */
  ARREARS_CREDIT_ALLOWED,     /* by the override, in spite of what speaks against it */
} ArrearsCreditVerdict;

/* "yes", "hold_suggested", "over_limit", "on_hold", "blacklisted", "allowed". */
const char *arrears_credit_verdict_to_word (ArrearsCreditVerdict verdict);

/* All that speaks against it, also where a verdict names but the gravest. */
typedef enum
{
  ARREARS_CREDIT_REASON_OVERDUE = 1 << 0,
  ARREARS_CREDIT_REASON_STAGE = 1 << 1, /* hard measures: supply ought to be stopped */
  ARREARS_CREDIT_REASON_LIMIT = 1 << 2,
  ARREARS_CREDIT_REASON_HOLD = 1 << 3,
  ARREARS_CREDIT_REASON_BAD_FAITH = 1 << 4,
  ARREARS_CREDIT_REASON_BLACKLIST = 1 << 5,
  ARREARS_CREDIT_REASON_OVERRIDE_EXCEEDED = 1 << 6, /* it reaches less far than the order */
  ARREARS_CREDIT_N_REASONS = 7,
} ArrearsCreditReasons;

/* "overdue", "stage", "limit", "hold", "bad_faith", "blacklist", "override_exceeded", for one. */
const char *arrears_credit_reason_to_word (ArrearsCreditReasons reason);

typedef struct
{
  ArrearsCreditVerdict verdict;
  ArrearsCreditReasons reasons;
  ArrearsMoney balance_after; /* with the order */
  ArrearsMoney headroom;      /* what the limit leaves before the order; negative beyond it, 0
                                 without a limit */
  ArrearsMoney over_by;       /* what the order passes the limit by; 0 where it does not */
} ArrearsCreditAnswer;

/* What an order of `amount` (0: how it stands now) would do. An override lets the limit and a hold
 * be passed, not the blacklist. A sum that does not fit is ARREARS_ERROR_AMOUNT_TOO_LARGE, a
 * negative order _AMOUNT_SIGN.
 */
gboolean arrears_credit_judge (const ArrearsCreditPosition *position, ArrearsMoney amount,
                               ArrearsCreditAnswer *answer, GError **error);

G_END_DECLS
