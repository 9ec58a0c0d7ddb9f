/* arrears-published-day.h: a day off or a make-up workday, as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

#define ARREARS_TYPE_PUBLISHED_DAY (arrears_published_day_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPublishedDay, arrears_published_day, ARREARS, PUBLISHED_DAY,
                      ArrearsRecord)

struct _ArrearsPublishedDay
{
  ArrearsRecord parent_instance;

  gint64 id; /* 0: it came with the program */
  ArrearsDay day;
  char *kind; /* see arrears_calendar_kind_to_word() */
  char *name; /* such as 国庆节 */
  gboolean is_added; /* by the user */
  ArrearsDay recorded_on; /* the day on which it was added */
};

ArrearsPublishedDay *arrears_published_day_new (void);

G_END_DECLS
