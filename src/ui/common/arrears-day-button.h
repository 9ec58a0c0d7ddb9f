/* arrears-day-button.h: opens a calendar beside an entry for a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The calendar opens at the day that `entry` holds, and a click writes the day into it. The button
 * stands inside of the entry's row and does not outlive it.
 */
GtkWidget *arrears_day_button_new (GtkEditable *entry);

G_END_DECLS
