/* arrears-section-row.h: the entry of a section in the list of sections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* Icon, title and indicator of the section. Activating it is win.section with `name`, which is
 * also the name of the widget.
 */
#define ARREARS_TYPE_SECTION_ROW (arrears_section_row_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsSectionRow, arrears_section_row, ARREARS, SECTION_ROW, GtkListBoxRow)

GtkWidget *arrears_section_row_new (ArrearsSection *section, const char *name);

G_END_DECLS
