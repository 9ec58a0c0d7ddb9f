/* arrears-day-button.c: opens a calendar beside an entry for a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-day-button.h"

#include "arrears-day.h"

#include <glib/gi18n-lib.h>

static void
on_day_selected_cb (GtkCalendar *calendar, gpointer user_data)
{
  GtkEditable *entry = user_data;
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (entry, text);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_calendar_shown_cb (GtkCalendar *calendar, gpointer user_data)
{
  GtkEditable *entry = user_data;
  ArrearsDay day;
  int year;
  int month;
  int mday;
  g_autoptr (GDateTime) date = NULL;

  if (!arrears_day_parse (gtk_editable_get_text (entry), ARREARS_DAY_ORDER_UNKNOWN, &day, NULL))
    return;

  arrears_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_local (year, month, mday, 0, 0, 0);
  if (date == NULL)
    return;

  g_signal_handlers_block_by_func (calendar, on_day_selected_cb, entry);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, on_day_selected_cb, entry);
}

GtkWidget *
arrears_day_button_new (GtkEditable *entry)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a Day"), -1);
  g_signal_connect_object (calendar, "map", G_CALLBACK (on_calendar_shown_cb), entry, 0);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected_cb), entry, 0);
  return button;
}
