/* arrears-mark.h: what holds of an account (账户标记)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* What it says, as its `kind`. */
#define ARREARS_MARK_BAD_FAITH "bad_faith"         /* 恶意拖欠: straight to the lawyer */
#define ARREARS_MARK_BLACKLISTED "blacklisted"     /* 黑名单: no new credit */
#define ARREARS_MARK_CREDIT_HOLD "credit_hold"     /* 暂停供货 */
#define ARREARS_MARK_HOLD_OVERRIDE "hold_override" /* goods go out all the same, for a reason */
#define ARREARS_MARK_LATENESS "lateness"           /* why the customer pays late: its code */

/* The shop's own view of a customer; never published or shared (Civil Code 1024). Holds from
 * `from_on` until it is ended or `until_on` has passed.
 */
#define ARREARS_TYPE_MARK (arrears_mark_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsMark, arrears_mark, ARREARS, MARK, ArrearsRecord)

struct _ArrearsMark
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  ArrearsDay from_on;
  char *kind; /* one of the words above */
  char *code; /* of a reason for lateness; else empty */
  ArrearsDay until_on; /* the last day; not set: until it is ended */
  ArrearsMoney amount; /* hold override: the balance up to which goods may go out */
  char *reason;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsMark *arrears_mark_new (void);

G_END_DECLS
