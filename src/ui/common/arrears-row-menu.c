/* arrears-row-menu.c: the menu of a button also at the row that it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-row-menu.h"

/* The item that was chosen is activated after the menu has closed. */
static gboolean
remove_menu (gpointer user_data)
{
  GtkWidget *menu = user_data;

  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed_cb (GtkPopover *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu, g_object_ref (menu), g_object_unref);
}

static void
open_menu (GtkWidget *view, GMenuModel *model, double x, double y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, view);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (menu, "closed", G_CALLBACK (on_menu_closed_cb), NULL);
  g_signal_connect_object (view, "destroy", G_CALLBACK (remove_menu), menu, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/* GTK 4.8 does not say which row stands at a place: its cells know how to select it. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkMenuButton *button = user_data;
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  if (picked == NULL
      || !gtk_widget_activate_action (picked, "listitem.select", "(bb)", FALSE, FALSE)
      || gtk_menu_button_get_menu_model (button) == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (view, gtk_menu_button_get_menu_model (button), x, y);
}

void
arrears_row_menu_attach (GtkColumnView *view, GtkMenuButton *button)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_pressed_cb), button, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}
