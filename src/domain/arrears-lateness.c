/* arrears-lateness.c: why a customer pays late, and what to do about it (逾期原因)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-lateness.h"

#include "arrears-error.h"

static const struct
{
  const char *word;
  ArrearsNextSteps steps;
} reasons[ARREARS_LATENESS_N_REASONS] = {
  [ARREARS_LATENESS_CASH_FLOW]
  = { "cash_flow", ARREARS_NEXT_STEP_PLAN | ARREARS_NEXT_STEP_PROMISE },
  [ARREARS_LATENESS_INTERNAL_PROCESS]
  = { "internal_process", ARREARS_NEXT_STEP_SEND_PAPERS | ARREARS_NEXT_STEP_PROMISE },
  [ARREARS_LATENESS_BAD_FAITH]
  = { "bad_faith", ARREARS_NEXT_STEP_MARK_BAD_FAITH | ARREARS_NEXT_STEP_CREDIT_HOLD },
  [ARREARS_LATENESS_MISUNDERSTANDING]
  = { "misunderstanding", ARREARS_NEXT_STEP_RECONCILE | ARREARS_NEXT_STEP_SEND_PAPERS },
  [ARREARS_LATENESS_QUALITY_DISPUTE] = { "quality_dispute", ARREARS_NEXT_STEP_DISPUTE },
  [ARREARS_LATENESS_FORCE_MAJEURE]
  = { "force_majeure", ARREARS_NEXT_STEP_PAUSE | ARREARS_NEXT_STEP_PLAN },
};

const char *
arrears_lateness_to_word (ArrearsLateness reason)
{
  g_return_val_if_fail (reason < ARREARS_LATENESS_N_REASONS, NULL);

  return reasons[reason].word;
}

gboolean
arrears_lateness_parse (const char *text, ArrearsLateness *reason, GError **error)
{
  for (int i = 0; i < ARREARS_LATENESS_N_REASONS; i++)
    if (g_strcmp0 (text, reasons[i].word) == 0)
      {
        *reason = (ArrearsLateness) i;
        return TRUE;
      }
  g_set_error (
      error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
      "“%s” is not a reason for lateness: expected cash_flow, internal_process, bad_faith, "
      "misunderstanding, quality_dispute or force_majeure",
      text != NULL ? text : "");
  return FALSE;
}

ArrearsNextSteps
arrears_lateness_suggest (ArrearsLateness reason)
{
  g_return_val_if_fail (reason < ARREARS_LATENESS_N_REASONS, 0);

  return reasons[reason].steps;
}

const char *
arrears_next_step_to_word (ArrearsNextSteps step)
{
  static const char *const words[ARREARS_N_NEXT_STEPS]
      = { "plan",    "promise", "send_papers",    "reconcile",
          "dispute", "pause",   "mark_bad_faith", "credit_hold" };

  for (int i = 0; i < ARREARS_N_NEXT_STEPS; i++)
    if (step == (ArrearsNextSteps) (1 << i))
      return words[i];
  g_return_val_if_reached (NULL);
}
