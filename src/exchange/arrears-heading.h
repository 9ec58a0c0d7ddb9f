/* arrears-heading.h: headings that accounting programs and hand-made sheets use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-field.h"

G_BEGIN_DECLS

enum
{
  ARREARS_HEADING_UNKNOWN = G_MAXINT, /* behind every rank */
};

/* The form in which headings are compared: half-width, lower case, without blanks, underscores,
 * hyphens and marks such as * or a colon. "" where nothing is left.
 */
char *arrears_heading_normalize (const char *heading);

/* How well a normalised heading names the field in a sheet of this kind: 0 is best, UNKNOWN is
 * not at all. What stands in brackets, as in 账期(天), is looked at only where the heading is
 * not known with it, and never where it says that tax is left out.
 */
int arrears_heading_get_rank (const char *normalized, ArrearsImportKind kind,
                              ArrearsImportField field);

G_END_DECLS
