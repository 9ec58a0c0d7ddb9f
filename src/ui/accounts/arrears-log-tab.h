/* arrears-log-tab.h: what happened in an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsLogEntry, latest first. */
#define ARREARS_TYPE_LOG_TAB (arrears_log_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLogTab, arrears_log_tab, ARREARS, LOG_TAB, ArrearsRecordTab)

G_END_DECLS
