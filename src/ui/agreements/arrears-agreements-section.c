/* arrears-agreements-section.c: supplementary agreements (补充协议)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-agreements-section.h"

struct _ArrearsAgreementsSection
{
  ArrearsSection parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsAgreementsSection, arrears_agreements_section, ARREARS_TYPE_SECTION)

static void
arrears_agreements_section_class_init (ArrearsAgreementsSectionClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass),
    "/io/github/arrears/Arrears/ui/agreements/arrears-agreements-section.ui");
}

static void
arrears_agreements_section_init (ArrearsAgreementsSection *self)
{
}
