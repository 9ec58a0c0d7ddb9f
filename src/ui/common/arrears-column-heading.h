/* arrears-column-heading.h: the headings of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sets the heading of the column at `position` over its numbers, which stand at the right. */
void arrears_column_heading_align_end (GtkColumnView *view, guint position);

G_END_DECLS
