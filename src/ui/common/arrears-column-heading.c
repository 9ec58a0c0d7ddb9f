/* arrears-column-heading.c: the headings of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-column-heading.h"

/* Columns do not say themselves how their headings stand. */
void
arrears_column_heading_align_end (GtkColumnView *view, guint position)
{
  GtkWidget *header;
  GtkWidget *heading;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  while (heading != NULL && position-- > 0)
    heading = gtk_widget_get_next_sibling (heading);
  if (heading != NULL && gtk_widget_get_first_child (heading) != NULL)
    gtk_widget_set_halign (gtk_widget_get_first_child (heading), GTK_ALIGN_END);
}
