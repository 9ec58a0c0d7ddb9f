/* arrears-limitation-tab.h: when claims end, and who answers for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsAccountRow. */
#define ARREARS_TYPE_LIMITATION_TAB (arrears_limitation_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLimitationTab, arrears_limitation_tab, ARREARS, LIMITATION_TAB,
                      ArrearsRecordTab)

G_END_DECLS
