/* arrears-policy.c: the escalation policy (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policy.h"

static const ArrearsPolicy default_policy = {
  .stages = {
    { 1, { 0 }, ARREARS_ACTION_CALL | ARREARS_ACTION_TEXT },
    { 7, { 0 }, ARREARS_ACTION_CALL | ARREARS_ACTION_NOTICE },
    { 15, { 20000 }, ARREARS_ACTION_CALL | ARREARS_ACTION_LETTER },
    { 31,
      { 20000 },
      ARREARS_ACTION_CALL | ARREARS_ACTION_LETTER | ARREARS_ACTION_VISIT
          | ARREARS_ACTION_STOP_SUPPLY },
    { 60, { 200000 }, ARREARS_ACTION_LAWYER },
    { 90, { 200000 }, ARREARS_ACTION_COURT },
  },
};

/* Days times `halves` / 2, rounded up. */
static int
scale_days (int days, int halves)
{
  return MAX ((days * halves + 1) / 2, 1);
}

static int
get_halves (ArrearsGrade grade)
{
  switch (grade)
    {
    case ARREARS_GRADE_A:
      return 3;
    case ARREARS_GRADE_C:
      return 1;
    case ARREARS_GRADE_B:
    default:
      return 2;
    }
}

ArrearsPolicy
arrears_policy_get_default (ArrearsGrade grade)
{
  ArrearsPolicy policy = default_policy;

  for (int i = 0; i < ARREARS_N_STAGES; i++)
    policy.stages[i].days_overdue
        = scale_days (policy.stages[i].days_overdue, get_halves (grade));
  return policy;
}

const char *
arrears_stage_to_word (int stage)
{
  static const char *const words[] = {
    [ARREARS_STAGE_NONE] = "none",
    [ARREARS_STAGE_FRIENDLY] = "friendly",
    [ARREARS_STAGE_REMINDER] = "reminder",
    [ARREARS_STAGE_DEMAND] = "demand",
    [ARREARS_STAGE_HARD] = "hard",
    [ARREARS_STAGE_LAWYER] = "lawyer",
    [ARREARS_STAGE_COURT] = "court",
  };

  g_return_val_if_fail (stage >= 0 && stage <= ARREARS_N_STAGES, NULL);

  return words[stage];
}
