/* arrears-documents-tab.h: the letters that went to a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record-tab.h"

G_BEGIN_DECLS

/* Of ArrearsDocument. */
#define ARREARS_TYPE_DOCUMENTS_TAB (arrears_documents_tab_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsDocumentsTab, arrears_documents_tab, ARREARS, DOCUMENTS_TAB,
                      ArrearsRecordTab)

G_END_DECLS
