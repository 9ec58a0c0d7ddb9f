/* arrears-letters-section.h: documents as they were issued (函件)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* Double click opens the document. */
#define ARREARS_TYPE_LETTERS_SECTION (arrears_letters_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLettersSection, arrears_letters_section, ARREARS, LETTERS_SECTION,
                      ArrearsSection)

G_END_DECLS
