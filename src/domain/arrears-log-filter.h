/* arrears-log-filter.h: which entries of the log are wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-channel.h"
#include "arrears-day.h"

G_BEGIN_DECLS

/* A cleared one wants all. Texts may be NULL. */
typedef struct
{
  gint64 customer_id;     /* 0: all */
  const char *person;     /* part of who wrote it or who was spoken to */
  ArrearsChannel channel; /* NONE: all */
  ArrearsDay from;        /* of the day it counts for; not set: without that limit */
  ArrearsDay to;
  gboolean is_contact; /* contacts and their corrections alone */
  const char *search;  /* part of subject, note, measure or the customer's name */
} ArrearsLogFilter;

G_END_DECLS
