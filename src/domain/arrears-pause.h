/* arrears-pause.h: collection rests for a while (暂缓催收)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* From `from_on` up to and with the day before `until_on`, the day of review, nothing is chased:
 * of one invoice, or of the whole account where invoice_id is 0. Limitation never rests (Civil
 * Code 194, 195 know no such pause). A reason and an end are required.
 */
#define ARREARS_TYPE_PAUSE (arrears_pause_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPause, arrears_pause, ARREARS, PAUSE, ArrearsRecord)

struct _ArrearsPause
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id; /* 0: the whole account */
  char *invoice_number;
  ArrearsDay from_on;
  char *kind; /* "agreed", "hardship" or "force_majeure" */
  ArrearsDay until_on; /* the day of review */
  char *reason;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsPause *arrears_pause_new (void);

G_END_DECLS
