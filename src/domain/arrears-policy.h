/* arrears-policy.h: the escalation policy (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-grade.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* The stages of the default policy; the number of a stage is its place in the policy. */
enum
{
  ARREARS_STAGE_NONE = 0,
  ARREARS_STAGE_FRIENDLY = 1, /* 友好提醒 */
  ARREARS_STAGE_REMINDER = 2, /* 二次提醒 */
  ARREARS_STAGE_DEMAND = 3,   /* 正式催款函 */
  ARREARS_STAGE_HARD = 4,     /* 强力催收 */
  ARREARS_STAGE_LAWYER = 5,   /* 委托律师 */
  ARREARS_STAGE_COURT = 6,    /* 诉讼/仲裁 */
  ARREARS_N_STAGES = 6,
};

typedef enum
{
  ARREARS_ACTION_CALL = 1 << 0,
  ARREARS_ACTION_TEXT = 1 << 1,
  ARREARS_ACTION_NOTICE = 1 << 2,
  ARREARS_ACTION_LETTER = 1 << 3,
  ARREARS_ACTION_VISIT = 1 << 4,
  ARREARS_ACTION_STOP_SUPPLY = 1 << 5,
  ARREARS_ACTION_LAWYER = 1 << 6,
  ARREARS_ACTION_COURT = 1 << 7,
} ArrearsActions;

typedef struct
{
  int days_overdue;   /* reached when an item is overdue for so many days or more */
  ArrearsMoney least; /* and these items together come to this much or more */
  ArrearsActions actions;
} ArrearsStage;

/* stages[n - 1] is stage n; days ascend. */
typedef struct
{
  ArrearsStage stages[ARREARS_N_STAGES];
} ArrearsPolicy;

/* 1, 7, 15, 31, 60, 90 days; nothing, nothing, 200, 200, 2000, 2000 yuan. For grade A the days
 * times 1.5 rounded up, for grade C times 0.5 rounded up, at least 1.
 */
ArrearsPolicy arrears_policy_get_default (ArrearsGrade grade);

/* "none", "friendly", "reminder", "demand", "hard", "lawyer", "court". */
const char *arrears_stage_to_word (int stage);

G_END_DECLS
