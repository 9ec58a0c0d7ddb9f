/* arrears-receipts-tab.c: what a customer has paid, and credit notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-receipts-tab.h"

#include "arrears-receipt.h"

#include <glib/gi18n-lib.h>

struct _ArrearsReceiptsTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsReceiptsTab, arrears_receipts_tab, ARREARS_TYPE_RECORD_TAB)

static char *
format_receipt_kind (gpointer self, const char *kind)
{
  return g_strdup (g_strcmp0 (kind, "credit_note") == 0 ? _("Credit Note") : _("Receipt"));
}

static void
arrears_receipts_tab_class_init (ArrearsReceiptsTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_RECEIPT);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-receipts-tab.ui");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), format_receipt_kind);
}

static void
arrears_receipts_tab_init (ArrearsReceiptsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  arrears_record_tab_align_numbers (ARREARS_RECORD_TAB (self), 2, 3);
}
