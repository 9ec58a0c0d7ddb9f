/* arrears-today-crossings.c: crossings that were seen and dealt with (升级)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today.h"

#include "arrears-crossing.h"
#include "arrears-desk-private.h"
#include "arrears-ledger-register.h"
#include "arrears-standings.h"

/* The account's crossing into its present stage. */
static gboolean
find_crossing (ArrearsDesk *desk, gint64 customer_id, ArrearsAccountStanding *standing,
               GError **error)
{
  g_autoptr (GArray) standings = arrears_standings_compute (desk, &customer_id, 1, NULL, error);

  if (standings == NULL)
    return FALSE;
  *standing = standings->len > 0 ? g_array_index (standings, ArrearsAccountStanding, 0)
                                 : (ArrearsAccountStanding) { 0 };
  if (standing->standing.stage > ARREARS_STAGE_NONE && !standing->standing.is_paused)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_DUE,
               "customer %" G_GINT64_FORMAT ": stands at no stage, or rests", customer_id);
  return FALSE;
}

static gboolean
log_crossing (ArrearsDesk *desk, const ArrearsAccountStanding *standing, const char *kind,
              const char *note, GError **error)
{
  g_autofree char *stage = g_strdup_printf ("%d", standing->standing.stage);
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (kind, standing->customer_id, stage);

  entry->day = standing->standing.crossed_on;
  arrears_record_set_text (&entry->note, note);
  return arrears_desk_log (desk, entry, error);
}

static gint64
enter_crossing (ArrearsDesk *desk, const ArrearsAccountStanding *standing, const char *by,
                GError **error)
{
  g_autoptr (ArrearsCrossing) crossing = arrears_crossing_new ();

  crossing->customer_id = standing->customer_id;
  crossing->stage = standing->standing.stage;
  crossing->from_on = standing->standing.crossed_on;
  arrears_record_set_text (&crossing->seen_by, by);
  return arrears_ledger_enter (arrears_desk_get_ledger (desk), crossing, error);
}

gboolean
arrears_today_acknowledge (ArrearsDesk *desk, gint64 customer_id, const char *by, GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  ArrearsAccountStanding standing;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  if (by == NULL)
    by = arrears_desk_get_actor (desk);
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL || !find_crossing (desk, customer_id, &standing, error))
    return FALSE;
  if (standing.crossing_id != 0)
    return TRUE;
  return enter_crossing (desk, &standing, by, error) != 0
         && log_crossing (desk, &standing, ARREARS_LOG_CROSSING_SEEN, by, error)
         && arrears_desk_commit (desk, transaction, error);
}

static gboolean
check_completion (const ArrearsAccountStanding *standing, GError **error)
{
  if (!standing->is_done)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
               "customer %" G_GINT64_FORMAT ": what stage %d asks for was done already",
               standing->customer_id, standing->standing.stage);
  return FALSE;
}

gboolean
arrears_today_complete (ArrearsDesk *desk, gint64 customer_id, const char *by, const char *note,
                        GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autofree char *trimmed = g_strstrip (g_strdup (note != NULL ? note : ""));
  g_autoptr (ArrearsTransaction) transaction = NULL;
  ArrearsAccountStanding standing;
  gint64 id;

  if (trimmed[0] == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "note: expected what was done");
      return FALSE;
    }
  if (by == NULL)
    by = arrears_desk_get_actor (desk);
  transaction = arrears_transaction_begin (ledger, error);
  if (transaction == NULL || !find_crossing (desk, customer_id, &standing, error)
      || !check_completion (&standing, error))
    return FALSE;
  id = standing.crossing_id != 0 ? standing.crossing_id
                                 : enter_crossing (desk, &standing, by, error);
  return id != 0 && arrears_ledger_end_entry (ledger, ARREARS_TYPE_CROSSING, id, by, trimmed, error)
         && log_crossing (desk, &standing, ARREARS_LOG_CROSSING_DONE, trimmed, error)
         && arrears_desk_commit (desk, transaction, error);
}
