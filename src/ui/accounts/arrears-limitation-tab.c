/* arrears-limitation-tab.c: when claims end, and who answers for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-limitation-tab.h"

#include "arrears-account-row.h"

struct _ArrearsLimitationTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsLimitationTab, arrears_limitation_tab, ARREARS_TYPE_RECORD_TAB)

static void
arrears_limitation_tab_class_init (ArrearsLimitationTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_ACCOUNT_ROW);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-limitation-tab.ui");
}

static void
arrears_limitation_tab_init (ArrearsLimitationTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 4, 4);
}
