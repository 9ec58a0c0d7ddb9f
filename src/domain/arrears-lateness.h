/* arrears-lateness.h: why a customer pays late, and what to do about it (逾期原因)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ARREARS_LATENESS_CASH_FLOW,        /* 资金周转困难 */
  ARREARS_LATENESS_INTERNAL_PROCESS, /* 内部付款流程 */
  ARREARS_LATENESS_BAD_FAITH,        /* 恶意拖欠 */
  ARREARS_LATENESS_MISUNDERSTANDING, /* 对账或账期理解不一致 */
  ARREARS_LATENESS_QUALITY_DISPUTE,  /* 质量争议 */
  ARREARS_LATENESS_FORCE_MAJEURE,    /* 不可抗力 */
  ARREARS_LATENESS_N_REASONS,
} ArrearsLateness;

/* "cash_flow", "internal_process", "bad_faith", "misunderstanding", "quality_dispute",
 * "force_majeure".
 */
const char *arrears_lateness_to_word (ArrearsLateness reason);

/* Takes these words; anything else is ARREARS_ERROR_WORD_UNKNOWN. */
gboolean arrears_lateness_parse (const char *text, ArrearsLateness *reason, GError **error);

/* What a reason suggests to do next. */
typedef enum
{
  ARREARS_NEXT_STEP_PLAN = 1 << 0,           /* offer instalments or a later day */
  ARREARS_NEXT_STEP_PROMISE = 1 << 1,        /* ask for a day and an amount */
  ARREARS_NEXT_STEP_SEND_PAPERS = 1 << 2,    /* send what their approval needs: fapiao, slips */
  ARREARS_NEXT_STEP_RECONCILE = 1 << 3,      /* send a statement and compare */
  ARREARS_NEXT_STEP_DISPUTE = 1 << 4,        /* enter the dispute, and have it looked into */
  ARREARS_NEXT_STEP_PAUSE = 1 << 5,          /* rest until a day of review */
  ARREARS_NEXT_STEP_MARK_BAD_FAITH = 1 << 6, /* straight to the lawyer */
  ARREARS_NEXT_STEP_CREDIT_HOLD = 1 << 7,    /* stop supplying */
  ARREARS_N_NEXT_STEPS = 8,
} ArrearsNextSteps;

ArrearsNextSteps arrears_lateness_suggest (ArrearsLateness reason);

/* "plan", "promise", "send_papers", "reconcile", "dispute", "pause", "mark_bad_faith",
 * "credit_hold", for one step.
 */
const char *arrears_next_step_to_word (ArrearsNextSteps step);

G_END_DECLS
