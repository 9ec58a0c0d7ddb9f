/* arrears-documents-tab.c: the letters that went to a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-documents-tab.h"

#include "arrears-document.h"

struct _ArrearsDocumentsTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsDocumentsTab, arrears_documents_tab, ARREARS_TYPE_RECORD_TAB)

static void
arrears_documents_tab_class_init (ArrearsDocumentsTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_DOCUMENT);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-documents-tab.ui");
}

static void
arrears_documents_tab_init (ArrearsDocumentsTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 3, 4);
}
