/* arrears-row-menu.h: the menu of a button also at the row that it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The right mouse button selects a row of the view and opens, at that place, the menu that `button`
 * has then.
 */
void arrears_row_menu_attach (GtkColumnView *view, GtkMenuButton *button);

G_END_DECLS
