/* arrears-today-reason.h: why an account is on the list of the day (今日待办)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* In the order of their urgency, but for a limitation period that ends within 30 days: that comes
 * before all others.
 */
typedef enum
{
  ARREARS_TODAY_PROMISE_BROKEN,  /* day: since when, amount: what did not come in */
  ARREARS_TODAY_CROSSING,        /* day: crossed on, amount: what counts for the stage */
  ARREARS_TODAY_PROMISE_DUE,     /* day: promised for, amount: what is still to come */
  ARREARS_TODAY_INSTALMENT_DUE,  /* day: due on, amount: open of it */
  ARREARS_TODAY_FOLLOW_UP,       /* day: planned for; note: what was planned */
  ARREARS_TODAY_LIMIT_EXCEEDED,  /* amount: by how much */
  ARREARS_TODAY_SUPPLIED,        /* day: of the invoice; it was supplied above the limit or on hold */
  ARREARS_TODAY_LIMITATION,      /* day: the last of the period */
  ARREARS_TODAY_DISPUTE_REVIEW,  /* day: of the review, amount: contested */
  ARREARS_TODAY_PAUSE_REVIEW,    /* day: of the review; note: why it rests */
  ARREARS_TODAY_VOUCHER_MISSING, /* note: the words of what is missing, with blanks between */
  ARREARS_TODAY_DUE_SOON,        /* day: due on, amount: open of what is due on that day */
  ARREARS_TODAY_N_KINDS
} ArrearsTodayKind;

/* "promise_broken", "crossing", "promise_due", "instalment_due", "follow_up", "limit_exceeded",
 * "supplied", "limitation", "dispute_review", "pause_review", "voucher_missing", "due_soon".
 */
const char *arrears_today_kind_to_word (ArrearsTodayKind kind);
gboolean    arrears_today_kind_parse   (const char *word, ArrearsTodayKind *kind, GError **error);

/* One reason; where an account has several of a kind it is the one with the earliest day, and `n`
 * says how many there are.
 */
typedef struct
{
  ArrearsTodayKind kind;
  ArrearsDay day;
  ArrearsMoney amount;
  gint64 entry_id;   /* of the promise, dispute, pause or entry of the log; 0 */
  gint64 invoice_id; /* 0: it is about the account */
  char *invoice;     /* its number; NULL where there is none */
  char *note;        /* NULL where there is none */
  int days_left;     /* until `day`; negative after it */
  guint n;
} ArrearsTodayReason;

/* The lower, the sooner it is to be seen to: by it the reasons of an account are ordered. */
int arrears_today_reason_get_rank (const ArrearsTodayReason *reason);

G_END_DECLS
