/* arrears-limitation.h: until when a claim can be enforced (诉讼时效)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-proof.h"

G_BEGIN_DECLS

enum
{
  ARREARS_LIMITATION_MONTHS = 36,  /* Civil Code 188 */
  ARREARS_GUARANTEE_MONTHS = 6,    /* Civil Code 692.2, where none is agreed */
  ARREARS_ENFORCEMENT_MONTHS = 24, /* Civil Procedure Law 250 */
};

/* What a link of the chain is: the due day begins it; the others start the three years anew (Civil
 * Code 195, limitation provisions 8 to 14) or keep them from ending (194).
 */
typedef enum
{
  ARREARS_LIMITATION_DUE,             /* the last day for performance; of instalments of one debt
                                         the last one's (189) */
  ARREARS_LIMITATION_DEMAND,          /* a demand that reached the debtor */
  ARREARS_LIMITATION_PAYMENT,         /* a part payment */
  ARREARS_LIMITATION_ACKNOWLEDGEMENT, /* promise, request for delay, signed reconciliation */
  ARREARS_LIMITATION_AGREEMENT,       /* signed, perhaps with a new due day; alone revives a claim
                                         that had expired (provisions 19.2) */
  ARREARS_LIMITATION_SUIT,            /* or arbitration, payment order, preservation ...: from the
                                         end of the proceedings where they have ended */
  ARREARS_LIMITATION_OBSTACLE,        /* in the last six months, such as force majeure (194) */
  ARREARS_LIMITATION_N_CAUSES
} ArrearsLimitationCause;

/* "due", "demand", "payment", "acknowledgement", "agreement", "suit", "obstacle". */
const char *arrears_limitation_cause_to_word (ArrearsLimitationCause cause);

/* ARREARS_ERROR_WORD_UNKNOWN; "due" is none that can be entered. */
gboolean arrears_limitation_cause_parse (const char *word, ArrearsLimitationCause *cause,
                                         GError **error);

/* What a link did to the period. */
typedef enum
{
  ARREARS_LIMITATION_COUNTS,
  ARREARS_LIMITATION_UNPROVEN,     /* nothing proves that it reached the debtor */
  ARREARS_LIMITATION_BEFORE_DUE,   /* there was no period yet that it could interrupt */
  ARREARS_LIMITATION_AFTER_END,    /* too late: it revived nothing */
  ARREARS_LIMITATION_WITHOUT_NEED, /* an obstacle that was gone before the last six months */
  ARREARS_LIMITATION_N_EFFECTS
} ArrearsLimitationEffect;

/* "counts", "unproven", "before-due", "after-end", "without-need". */
const char *arrears_limitation_effect_to_word (ArrearsLimitationEffect effect);

/* Where a link comes from, so that it can be opened. */
typedef enum
{
  ARREARS_LIMITATION_FROM_INVOICE,
  ARREARS_LIMITATION_FROM_RECEIPT,
  ARREARS_LIMITATION_FROM_PROMISE,
  ARREARS_LIMITATION_FROM_DOCUMENT,
  ARREARS_LIMITATION_FROM_EVENT, /* of the register: can be voided */
} ArrearsLimitationSource;

typedef struct
{
  ArrearsLimitationCause cause;
  ArrearsDay on;
  ArrearsDay until;      /* of an obstacle or a suit; not set: it goes on */
  ArrearsDay new_due_on; /* of an agreement; not set: from the day of the agreement */
  ArrearsProof proof;
  ArrearsLimitationSource source;
  gint64 source_id;
  /* Written by arrears_limitation_compute(): */
  ArrearsLimitationEffect effect;
  ArrearsDay ends_on; /* the end of the period after this link */
} ArrearsLimitationLink;

typedef struct
{
  ArrearsDay anchor;  /* the day from which the three years now run; itself not counted */
  ArrearsDay ends_on; /* the safe date: never counts on Article 203; it drives the warnings */
  ArrearsDay ends_on_after_203; /* for information: moved past days off. Not set where the
                                   calendar does not cover the day */
  gboolean has_expired_before;  /* a demand, payment or acknowledgement came after the end and did
                                   not revive the claim */
} ArrearsLimitation;

/* The last day of a period of `months` from `anchor` (Civil Code 201, 202); not set where that is
 * past the last day that there is.
 */
ArrearsDay arrears_limitation_get_period_end (ArrearsDay anchor, int months);

/* A chain for one debt: its due day, to which links are appended. GArray of
 * ArrearsLimitationLink.
 */
GArray *arrears_limitation_new_chain (ArrearsDay due_on, gint64 invoice_id);

/* Sorts the links of a chain, which may come in any order, by their day, removes those after
 * `as_of` and writes to each what it did. A demand for a part of a debt counts for the rest
 * (provisions 9), so amounts play no part. What goes on, goes on until `as_of`.
 */
ArrearsLimitation arrears_limitation_compute (GArray *chain, ArrearsDay as_of,
                                              const ArrearsCalendar *calendar);

/* How near an end is on a day: what the warnings go by. */
typedef enum
{
  ARREARS_LIMITATION_FAR, /* more than 180 days off */
  ARREARS_LIMITATION_WITHIN_180,
  ARREARS_LIMITATION_WITHIN_90,
  ARREARS_LIMITATION_WITHIN_30,
  ARREARS_LIMITATION_EXPIRED,
} ArrearsLimitationBand;

enum
{
  ARREARS_LIMITATION_FIRST_WARNING_DAYS = 180,
  ARREARS_GUARANTEE_WARNING_DAYS = 60,
  ARREARS_LIMITATION_LATELY_DAYS = 90, /* so long an expired period is still listed */
};

/* The last day itself is in time. */
ArrearsLimitationBand arrears_limitation_get_band (ArrearsDay ends_on, ArrearsDay as_of);

/* "far", "180", "90", "30", "expired". */
const char *arrears_limitation_band_to_word (ArrearsLimitationBand band);

G_END_DECLS
