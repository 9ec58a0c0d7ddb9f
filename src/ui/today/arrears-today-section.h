/* arrears-today-section.h: what is owed, and whom to chase today (今日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* The flagged accounts, most urgent first, under the figures of the whole ledger. Its indicator is
 * the number of flagged accounts.
 */
#define ARREARS_TYPE_TODAY_SECTION (arrears_today_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsTodaySection, arrears_today_section, ARREARS, TODAY_SECTION,
                      ArrearsSection)

G_END_DECLS
