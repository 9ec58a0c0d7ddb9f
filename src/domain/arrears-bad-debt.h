/* arrears-bad-debt.h: when a debt may be written off as bad (坏账损失)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"

G_BEGIN_DECLS

/* The conditions of 小企业会计准则 (财会〔2011〕17号) article 10; under it there is no provision:
 * the loss is booked when it happens (营业外支出). Writing off is no release: the debt is still
 * owed, its limitation period runs on and it can be reinstated.
 */
typedef enum
{
  ARREARS_BAD_DEBT_INSOLVENT,     /* bankrupt, closed, dissolved or struck off, and what was
                                     liquidated does not suffice */
  ARREARS_BAD_DEBT_DECEASED,      /* dead or declared missing or dead, and the estate does not
                                     suffice */
  ARREARS_BAD_DEBT_THREE_YEARS,   /* overdue for more than three years, and proven unable to pay */
  ARREARS_BAD_DEBT_RESTRUCTURED,  /* cannot be recovered after a restructuring agreement or a plan
                                     that a court approved */
  ARREARS_BAD_DEBT_FORCE_MAJEURE, /* cannot be recovered because of disaster or war */
  ARREARS_BAD_DEBT_PRESCRIBED,    /* another condition set by the authorities of finance and tax */
  ARREARS_BAD_DEBT_N_CONDITIONS
} ArrearsBadDebtCondition;

/* "insolvent", "deceased", "three_years", "restructured", "force_majeure", "prescribed". */
const char *arrears_bad_debt_condition_to_word (ArrearsBadDebtCondition condition);
gboolean arrears_bad_debt_condition_parse (const char *word, ArrearsBadDebtCondition *condition,
                                           GError **error);

/* The points of the checklist. */
typedef enum
{
  ARREARS_BAD_DEBT_NEEDS_ENDING = 1 << 0,      /* ruling, notice or register extract of the end */
  ARREARS_BAD_DEBT_NEEDS_LIQUIDATION = 1 << 1, /* report: the assets do not suffice */
  ARREARS_BAD_DEBT_NEEDS_DEATH = 1 << 2,       /* certificate or judgment */
  ARREARS_BAD_DEBT_NEEDS_ESTATE = 1 << 3,      /* paper: property or estate do not suffice */
  ARREARS_BAD_DEBT_NEEDS_THREE_YEARS = 1 << 4, /* overdue for more than three years: the ledger
                                                  sees it */
  ARREARS_BAD_DEBT_NEEDS_INABILITY = 1 << 5,   /* conclusive evidence that it cannot pay */
  ARREARS_BAD_DEBT_NEEDS_ARRANGEMENT = 1 << 6, /* the agreement, or the plan with its ruling */
  ARREARS_BAD_DEBT_NEEDS_EVENT = 1 << 7,       /* proof of the disaster or war */
  ARREARS_BAD_DEBT_NEEDS_FUTILITY = 1 << 8,    /* proof that it cannot be recovered */
  ARREARS_BAD_DEBT_NEEDS_RULE = 1 << 9,        /* the provision that sets the condition */
  ARREARS_BAD_DEBT_NEEDS_STATEMENT = 1 << 10,  /* the firm's own statement of the loss, kept with
                                                  the papers for the tax return */
} ArrearsBadDebtNeeds;

/* What a condition needs: for the checklist, in the order of the bits. */
ArrearsBadDebtNeeds arrears_bad_debt_get_needs (ArrearsBadDebtCondition condition);

/* Of these what the user has to confirm: all but what the ledger sees itself. */
ArrearsBadDebtNeeds arrears_bad_debt_get_confirmable (ArrearsBadDebtCondition condition);

/* "ending", "liquidation", "death", "estate", "three_years", "inability", "arrangement", "event",
 * "futility", "rule", "statement", for one point.
 */
const char *arrears_bad_debt_need_to_word (ArrearsBadDebtNeeds need);

/* What the ledger finds unmet itself on a day, for a debt due on `due_on`; 0: nothing. */
ArrearsBadDebtNeeds arrears_bad_debt_find_unmet (ArrearsBadDebtCondition condition,
                                                 ArrearsDay due_on, ArrearsDay as_of);

/* Whether a debt due on `due_on` may be written off on `as_of`; `confirmed` are the points for
 * which the user has the papers. ARREARS_ERROR_REFUSED names what is not met, such as less than
 * three years overdue; ARREARS_ERROR_MISSING a point that was not confirmed.
 */
gboolean arrears_bad_debt_check (ArrearsBadDebtCondition condition, ArrearsDay due_on,
                                 ArrearsDay as_of, ArrearsBadDebtNeeds confirmed, GError **error);

G_END_DECLS
