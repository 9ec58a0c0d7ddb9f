/* arrears-field-sorter.h: says by which field the headings of a table ask to sort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sorter of a column whose rows the ledger puts in order. It names the field and compares
 * nothing: it makes the heading clickable, and can be asked for what was clicked.
 */
#define ARREARS_TYPE_FIELD_SORTER (arrears_field_sorter_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsFieldSorter, arrears_field_sorter, ARREARS, FIELD_SORTER, GtkSorter)

/* The field ("due_on") and the direction that a column view's sorter stands for. NULL where no
 * column is sorted by. The string is the sorter's.
 */
const char *arrears_field_sorter_probe (GtkSorter *view_sorter, gboolean *is_descending);

G_END_DECLS
