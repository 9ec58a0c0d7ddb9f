/* arrears-published-rate.h: a value of a published rate, as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

#define ARREARS_TYPE_PUBLISHED_RATE (arrears_published_rate_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsPublishedRate, arrears_published_rate, ARREARS, PUBLISHED_RATE,
                      ArrearsRecord)

struct _ArrearsPublishedRate
{
  ArrearsRecord parent_instance;

  gint64 id; /* 0: it came with the program */
  ArrearsDay published_on;
  char *rate; /* a year, as "3%" */
  gboolean is_added; /* by the user */
  ArrearsDay recorded_on; /* the day on which it was added */
};

ArrearsPublishedRate *arrears_published_rate_new (void);

G_END_DECLS
