/* arrears-rules.h: what the user chose where the law or good practice leaves a choice (规则设置)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-late-charge.h"

G_BEGIN_DECLS

/* Kept in the ledger; a past day is answered by the rules that held on it. */
typedef struct
{
  ArrearsChargeTerms statutory;      /* where a contract says nothing: LPR plus 30 to 50 % (sale
                                        interpretation 18.4), or 0.05 % a day against a state body
                                        or large enterprise (SME regulation 17) */
  ArrearsPaymentOrder payment_order; /* within one debt, where nothing is agreed */
  ArrearsMoney cent_tolerance;       /* a rest up to this is offered as a write-off */
  int promise_grace_days;            /* workdays after its day until a promise counts as broken */
  int remind_days_before;            /* due soon: so many days before the due day */
  int fewest_days_between_letters;
} ArrearsRules;

/* LPR plus 50 %, principal first, 1.00 yuan, 1 workday, 3 days, 7 days. */
ArrearsRules arrears_rules_get_default (void);

/* The rules that hold on the desk's day. */
gboolean arrears_rules_load (ArrearsDesk *desk, ArrearsRules *rules, GError **error);

/* The rules by name, as texts: statutory (lpr:1.5, sme), payment_order, cent_tolerance (1.00),
 * promise_grace_days, remind_days_before, fewest_days_between_letters. A NULL ends the names;
 * ARREARS_ERROR_WORD_UNKNOWN for another, and as the value's own reading refuses it.
 */
const char *const *arrears_rules_list_names (void);
char              *arrears_rules_dup_value  (const ArrearsRules *rules, const char *name);
gboolean           arrears_rules_set_value  (ArrearsRules *rules, const char *name,
                                             const char *value, GError **error);

/* Refuses an LPR below plus 30 % or above plus 50 %, and other forms than it and the SME one
 * (ARREARS_ERROR_WORD_UNKNOWN), negative amounts (_AMOUNT_SIGN) and days outside 0 to 365
 * (_NUMBER_UNREADABLE). Logged, with what changed; where nothing did, nothing is done.
 */
gboolean arrears_rules_save (ArrearsDesk *desk, const ArrearsRules *rules, GError **error);

G_END_DECLS
