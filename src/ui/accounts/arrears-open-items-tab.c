/* arrears-open-items-tab.c: what a customer still owes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-open-items-tab.h"

#include "arrears-invoice.h"

struct _ArrearsOpenItemsTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsOpenItemsTab, arrears_open_items_tab, ARREARS_TYPE_RECORD_TAB)

static void
arrears_open_items_tab_class_init (ArrearsOpenItemsTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_INVOICE);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-open-items-tab.ui");
}

static void
arrears_open_items_tab_init (ArrearsOpenItemsTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 4, 8);
}
