/* arrears-contracts-tab.c: the contracts with a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-contracts-tab.h"

#include "arrears-charge-terms.h"
#include "arrears-contract.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsContractsTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsContractsTab, arrears_contracts_tab, ARREARS_TYPE_RECORD_TAB)

static char *
describe_terms (gpointer self, const char *terms_text, int grace_days, const char *cap)
{
  ArrearsChargeTerms terms;

  if (terms_text == NULL || *terms_text == '\0')
    return g_strdup (_("Not agreed, as the law gives"));
  if (!arrears_charge_terms_parse (terms_text, &terms, NULL))
    return g_strdup (terms_text);

  terms.grace_days = grace_days;
  if (cap != NULL && *cap != '\0')
    arrears_rate_parse (cap, &terms.cap, NULL);
  return arrears_words_describe_terms (&terms);
}

static void
arrears_contracts_tab_class_init (ArrearsContractsTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_CONTRACT);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-contracts-tab.ui");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), describe_terms);
}

static void
arrears_contracts_tab_init (ArrearsContractsTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
}
