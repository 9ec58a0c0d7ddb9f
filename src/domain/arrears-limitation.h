/* arrears-limitation.h: until when a claim can be enforced (诉讼时效)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"

G_BEGIN_DECLS

enum
{
  ARREARS_LIMITATION_MONTHS = 36,  /* Civil Code 188 */
  ARREARS_GUARANTEE_MONTHS = 6,    /* Civil Code 692.2, where none is agreed */
  ARREARS_ENFORCEMENT_MONTHS = 24, /* Civil Procedure Law 250 */
};

/* What starts the three years anew (Civil Code 195, limitation provisions 8 to 14). */
typedef enum
{
  ARREARS_INTERRUPTION_DEMAND,          /* a demand that reached the debtor */
  ARREARS_INTERRUPTION_PAYMENT,         /* a part payment */
  ARREARS_INTERRUPTION_ACKNOWLEDGEMENT, /* promise, request for delay, signed reconciliation */
  ARREARS_INTERRUPTION_AGREEMENT,       /* a signed agreement, with a new due day; also revives a
                                           claim that had expired (provisions 19.2) */
  ARREARS_INTERRUPTION_SUIT,
} ArrearsInterruptionKind;

typedef struct
{
  ArrearsInterruptionKind kind;
  ArrearsDay on;
  ArrearsDay new_due_on; /* AGREEMENT only; not set: from the day of the agreement */
} ArrearsInterruption;

/* An obstacle in the last six months, such as force majeure (Civil Code 194). */
typedef struct
{
  ArrearsDay from;
  ArrearsDay until;
} ArrearsObstacle;

typedef struct
{
  ArrearsDay anchor;   /* the day from which the three years now run; itself not counted */
  ArrearsDay ends_on;  /* the safe date: never counts on Article 203; it drives the warnings */
  ArrearsDay ends_on_after_203; /* for information: moved past days off. Not set where the
                                   calendar does not cover the day */
  gboolean has_expired_before; /* a demand, payment or acknowledgement came after the end and did
                                  not revive the claim */
} ArrearsLimitation;

/* The last day of a period of `months` from `anchor` (Civil Code 201, 202); not set where that is
 * past the last day that there is.
 */
ArrearsDay arrears_limitation_get_period_end (ArrearsDay anchor, int months);

/* For one debt whose last day for performance is `due_on`. Interruptions may come in any order;
 * those after `as_of` are left out. `obstacle` may be NULL.
 */
ArrearsLimitation arrears_limitation_compute (ArrearsDay due_on,
                                              const ArrearsInterruption *interruptions,
                                              gsize n_interruptions,
                                              const ArrearsObstacle *obstacle, ArrearsDay as_of,
                                              const ArrearsCalendar *calendar);

G_END_DECLS
