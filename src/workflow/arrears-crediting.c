/* arrears-crediting.c: can they have it? (信用查询)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-crediting.h"

#include "arrears-desk-private.h"
#include "arrears-marks.h"
#include "arrears-standings.h"

static gboolean
read_standing (ArrearsDesk *desk, gint64 customer_id, ArrearsCreditPosition *position,
               GError **error)
{
  g_autoptr (GArray) standings = arrears_standings_compute (desk, &customer_id, 1, NULL, error);

  if (standings == NULL)
    return FALSE;
  if (standings->len > 0)
    {
      const ArrearsStanding *standing
          = &g_array_index (standings, ArrearsAccountStanding, 0).standing;

      position->balance = standing->balance;
      position->overdue = standing->overdue;
      position->stage = standing->stage;
    }
  return TRUE;
}

static void
keep_reason (char **kept, const char *reason)
{
  g_free (*kept);
  *kept = g_strdup (reason);
}

static void
read_mark (ArrearsCreditReport *report, ArrearsMark *mark)
{
  ArrearsCreditPosition *position = &report->position;

  if (g_str_equal (mark->kind, ARREARS_MARK_BLACKLISTED))
    {
      position->is_blacklisted = TRUE;
      keep_reason (&report->hold_reason, mark->reason);
    }
  else if (g_str_equal (mark->kind, ARREARS_MARK_CREDIT_HOLD))
    {
      position->is_held = TRUE;
      if (!position->is_blacklisted)
        keep_reason (&report->hold_reason, mark->reason);
    }
  else if (g_str_equal (mark->kind, ARREARS_MARK_BAD_FAITH))
    position->is_in_bad_faith = TRUE;
  else if (g_str_equal (mark->kind, ARREARS_MARK_HOLD_OVERRIDE))
    {
      position->has_override = TRUE;
      position->override_until = mark->until_on;
      position->override_balance = mark->amount;
      keep_reason (&report->override_reason, mark->reason);
    }
}

ArrearsCreditReport *
arrears_credit_ask (ArrearsDesk *desk, gint64 customer_id, ArrearsMoney amount, GError **error)
{
  g_autoptr (ArrearsCreditReport) report = g_new0 (ArrearsCreditReport, 1);
  g_autoptr (ArrearsTransaction) reading = NULL;
  g_autoptr (ArrearsCustomer) customer = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  report->hold_reason = g_strdup ("");
  report->override_reason = g_strdup ("");
  reading = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  customer = reading != NULL ? arrears_desk_load_customer (desk, customer_id, error) : NULL;
  if (customer == NULL || !read_standing (desk, customer_id, &report->position, error))
    return NULL;
  report->position.limit = customer->credit_limit;
  marks = arrears_marks_load (desk, customer_id, FALSE, error);
  if (marks == NULL)
    return NULL;
  for (guint i = 0; i < marks->len; i++)
    read_mark (report, g_ptr_array_index (marks, i));
  if (!arrears_credit_judge (&report->position, amount, &report->answer, error))
    return NULL;
  return g_steal_pointer (&report);
}

void
arrears_credit_report_free (ArrearsCreditReport *report)
{
  g_free (report->hold_reason);
  g_free (report->override_reason);
  g_free (report);
}
