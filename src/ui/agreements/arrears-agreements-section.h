/* arrears-agreements-section.h: supplementary agreements (补充协议)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* Says what will stand here; agreements belong to a later part of the program. */
#define ARREARS_TYPE_AGREEMENTS_SECTION (arrears_agreements_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAgreementsSection, arrears_agreements_section, ARREARS, AGREEMENTS_SECTION,
                      ArrearsSection)

G_END_DECLS
