/* arrears-today-section.h: what is owed, and whom to chase today (今日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* The accounts that want something today, most urgent first, under the figures of the whole ledger.
 * Its indicator says how many they are, whether or not somebody was here.
 *
 * Actions:
 *   today.narrow (ss)    to a reason, by its word, and an owner
 */
#define ARREARS_TYPE_TODAY_SECTION (arrears_today_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTodaySection, arrears_today_section, ARREARS, TODAY_SECTION,
                      ArrearsSection)

/* The last day on which somebody looked at the ledger. Where that is more than a day ago the
 * section says so when it is shown next.
 */
void arrears_today_section_set_looked_on (ArrearsTodaySection *self, ArrearsDay day);

G_END_DECLS
