/* arrears-vouchers-tab.c: the papers that prove a claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-vouchers-tab.h"

#include "arrears-account-row.h"

struct _ArrearsVouchersTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsVouchersTab, arrears_vouchers_tab, ARREARS_TYPE_RECORD_TAB)

static void
arrears_vouchers_tab_class_init (ArrearsVouchersTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_ACCOUNT_ROW);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-vouchers-tab.ui");
}

static void
arrears_vouchers_tab_init (ArrearsVouchersTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 3, 3);
}
