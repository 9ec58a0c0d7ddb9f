/* arrears-matters-tab.h: promises, disputes, pauses and marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsAccountRow. */
#define ARREARS_TYPE_MATTERS_TAB (arrears_matters_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsMattersTab, arrears_matters_tab, ARREARS, MATTERS_TAB,
                      ArrearsRecordTab)

G_END_DECLS
