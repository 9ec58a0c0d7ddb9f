/* arrears-limitation-event.h: what starts a limitation period anew (时效中断)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Beside payments and promises, which are known already: a demand that arrived, an
 * acknowledgement, a signed agreement, a suit; or an obstacle in the last six months (Civil Code
 * 194). For one invoice, or for all that the customer owed on the day where invoice_id is 0.
 * `proof` is the rung of the ladder, "A" (signed receipt) to "G" (nothing, which does not count).
 */
#define ARREARS_TYPE_LIMITATION_EVENT (arrears_limitation_event_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLimitationEvent, arrears_limitation_event, ARREARS, LIMITATION_EVENT,
                      ArrearsRecord)

struct _ArrearsLimitationEvent
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id; /* 0: the whole account */
  char *invoice_number;
  ArrearsDay from_on;
  char *kind; /* "demand", "payment", "acknowledgement", "agreement", "suit" or "obstacle" */
  ArrearsDay until_on;   /* of an obstacle or of a suit's proceedings; not set: it goes on */
  ArrearsDay new_due_on; /* of an agreement */
  char *proof;
  char *note;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsLimitationEvent *arrears_limitation_event_new (void);

/* One that can be entered: words that are known, and days in their order, each where its kind has
 * it. `proof` is written as one capital letter.
 */
gboolean arrears_limitation_event_check (ArrearsLimitationEvent *event, GError **error);

G_END_DECLS
