/* arrears-invoices-section.h: all invoices (应收单)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* All, the open or the overdue ones. Double click opens the customer's account. */
#define ARREARS_TYPE_INVOICES_SECTION (arrears_invoices_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsInvoicesSection, arrears_invoices_section, ARREARS, INVOICES_SECTION,
                      ArrearsSection)

G_END_DECLS
