/* arrears-limitation-event.c: what starts a limitation period anew (时效中断)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation-event.h"

#include "arrears-error.h"
#include "arrears-limitation.h"

G_DEFINE_FINAL_TYPE (ArrearsLimitationEvent, arrears_limitation_event, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsLimitationEvent, LONG, id),
  ARREARS_FIELD (ArrearsLimitationEvent, LONG, customer_id),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, customer_code),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, customer_name),
  ARREARS_FIELD (ArrearsLimitationEvent, LONG, invoice_id),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, invoice_number),
  ARREARS_FIELD (ArrearsLimitationEvent, DAY, from_on),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, kind),
  ARREARS_FIELD (ArrearsLimitationEvent, DAY, until_on),
  ARREARS_FIELD (ArrearsLimitationEvent, DAY, new_due_on),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, proof),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, note),
  ARREARS_FIELD (ArrearsLimitationEvent, DAY, recorded_on),
  ARREARS_FIELD (ArrearsLimitationEvent, DAY, ended_on),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, ended_how),
  ARREARS_FIELD (ArrearsLimitationEvent, TEXT, ended_note),
};

static void
arrears_limitation_event_class_init (ArrearsLimitationEventClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_limitation_event_init (ArrearsLimitationEvent *self)
{
}

ArrearsLimitationEvent *
arrears_limitation_event_new (void)
{
  return arrears_record_new (ARREARS_TYPE_LIMITATION_EVENT);
}

static gboolean
check_days (ArrearsLimitationEvent *event, ArrearsLimitationCause cause, GError **error)
{
  gboolean has_until = cause == ARREARS_LIMITATION_OBSTACLE || cause == ARREARS_LIMITATION_SUIT;

  if (!arrears_day_is_set (event->from_on))
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
                 "day: expected the day on which it happened");
  else if (arrears_day_is_set (event->until_on) && !has_until)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "until: expected for a suit or an obstacle alone");
  else if (arrears_day_is_set (event->until_on)
           && arrears_day_compare (event->until_on, event->from_on) < 0)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
                 "until: expected no day before the first");
  else if (arrears_day_is_set (event->new_due_on) && cause != ARREARS_LIMITATION_AGREEMENT)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                 "new due day: expected for an agreement alone");
  else
    return TRUE;
  return FALSE;
}

gboolean
arrears_limitation_event_check (ArrearsLimitationEvent *event, GError **error)
{
  ArrearsLimitationCause cause;
  ArrearsProof proof;

  if (!arrears_limitation_cause_parse (event->kind, &cause, error)
      || !arrears_proof_parse (event->proof, &proof, error) || !check_days (event, cause, error))
    return FALSE;
  arrears_record_set_text (&event->proof, arrears_proof_to_word (proof));
  return TRUE;
}
