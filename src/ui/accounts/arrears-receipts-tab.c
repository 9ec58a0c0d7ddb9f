/* arrears-receipts-tab.c: what a customer has paid, and credit notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-receipts-tab.h"

#include "arrears-account-row.h"

struct _ArrearsReceiptsTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsReceiptsTab, arrears_receipts_tab, ARREARS_TYPE_RECORD_TAB)

static void
arrears_receipts_tab_class_init (ArrearsReceiptsTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_ACCOUNT_ROW);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-receipts-tab.ui");
}

static void
arrears_receipts_tab_init (ArrearsReceiptsTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 2, 3);
}
