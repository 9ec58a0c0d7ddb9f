/* arrears-matters-tab.c: promises, disputes, pauses and marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-matters-tab.h"

#include "arrears-account-row.h"

struct _ArrearsMattersTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsMattersTab, arrears_matters_tab, ARREARS_TYPE_RECORD_TAB)

static void
arrears_matters_tab_class_init (ArrearsMattersTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_ACCOUNT_ROW);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-matters-tab.ui");
}

static void
arrears_matters_tab_init (ArrearsMattersTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 4, 5);
}
