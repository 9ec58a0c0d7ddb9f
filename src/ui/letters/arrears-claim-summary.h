/* arrears-claim-summary.h: what a letter claims, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-demand.h"

G_BEGIN_DECLS

/* The figures of a demand, and below them whatever the user ought to know before it goes out. */
#define ARREARS_TYPE_CLAIM_SUMMARY (arrears_claim_summary_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsClaimSummary, arrears_claim_summary, ARREARS, CLAIM_SUMMARY,
                      AdwPreferencesGroup)

/* `last_letter_on` is the day of the last formal letter to the debtor, if there was one. */
void arrears_claim_summary_show (ArrearsClaimSummary *self, const ArrearsDemand *demand,
                                 ArrearsDay last_letter_on);

/* How many warnings are shown. */
guint arrears_claim_summary_get_n_warnings (ArrearsClaimSummary *self);

G_END_DECLS
