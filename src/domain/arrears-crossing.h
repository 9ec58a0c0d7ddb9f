/* arrears-crossing.h: a crossing that was seen, and perhaps dealt with (升级)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* That an account crossed into a stage is a fact of the data and computed; this is the mark that
 * somebody has seen it. Entered once for each customer, stage and day (`from_on`, the crossing
 * day). Ended: what the stage asks for was done, by whom (`ended_how`) and how (`ended_note`).
 */
#define ARREARS_TYPE_CROSSING (arrears_crossing_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsCrossing, arrears_crossing, ARREARS, CROSSING, ArrearsRecord)

struct _ArrearsCrossing
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  ArrearsDay from_on; /* crossed on */
  int stage;
  char *seen_by;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsCrossing *arrears_crossing_new (void);

G_END_DECLS
