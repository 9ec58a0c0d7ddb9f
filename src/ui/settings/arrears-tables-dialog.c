/* arrears-tables-dialog.c: the published tables, and what was added to them (利率与节假日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-tables-dialog.h"

#include "arrears-entries-settings.h"
#include "arrears-entry-dialog.h"
#include "arrears-format.h"
#include "arrears-message.h"
#include "arrears-published.h"

#include <glib/gi18n-lib.h>

struct _ArrearsTablesDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *rates;
  AdwPreferencesGroup *days;

  ArrearsDesk *desk;
  GPtrArray *rows; /* of GtkWidget: the years of both groups */
};

G_DEFINE_FINAL_TYPE (ArrearsTablesDialog, arrears_tables_dialog, ADW_TYPE_WINDOW)

static int
get_year (ArrearsDay day)
{
  int year;
  int month;
  int mday;

  arrears_day_to_ymd (day, &year, &month, &mday);
  return year;
}

/* The rows of a year stand in one that opens to them; the latest year is open. */
static GtkWidget *
add_year (ArrearsTablesDialog *self, AdwPreferencesGroup *group, int year, gboolean is_open)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf ("%d", year);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), is_open);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
create_row (ArrearsDay day, const char *value, gboolean is_added)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);
  g_autofree char *title = arrears_format_day (day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (is_added)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Added by you"));
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
fill_rates (ArrearsTablesDialog *self, GPtrArray *rates)
{
  GtkWidget *of_year = NULL;
  int year = 0;

  for (guint i = rates->len; i > 0; i--)
    {
      ArrearsPublishedRate *rate = g_ptr_array_index (rates, i - 1);

      if (get_year (rate->published_on) != year)
        {
          of_year = add_year (self, self->rates, get_year (rate->published_on), year == 0);
          year = get_year (rate->published_on);
        }
      adw_expander_row_add_row (ADW_EXPANDER_ROW (of_year),
                                create_row (rate->published_on, rate->rate, rate->is_added));
    }
}

static char *
describe_day (ArrearsPublishedDay *day)
{
  ArrearsCalendarKind kind;
  const char *name = NULL;

  if (!arrears_calendar_kind_parse (day->kind, &kind, NULL))
    return g_strdup (day->name);
  name = kind == ARREARS_CALENDAR_HOLIDAY ? _("Day off")
                                          : kind == ARREARS_CALENDAR_MAKEUP_WORKDAY
      ? _("Workday in place of a day off")
      : _("As the week has it");
  return *day->name != '\0' ? g_strdup_printf ("%s · %s", name, day->name) : g_strdup (name);
}

static void
fill_days (ArrearsTablesDialog *self, GPtrArray *days)
{
  GtkWidget *of_year = NULL;
  int year = 0;

  for (guint i = days->len; i > 0; i--)
    {
      ArrearsPublishedDay *day = g_ptr_array_index (days, i - 1);
      g_autofree char *text = describe_day (day);

      if (get_year (day->day) != year)
        {
          of_year = add_year (self, self->days, get_year (day->day), FALSE);
          year = get_year (day->day);
        }
      adw_expander_row_add_row (ADW_EXPANDER_ROW (of_year),
                                create_row (day->day, text, day->is_added));
    }
}

/* Where a table ends, and whether that is too early. */
static void
show_end (AdwPreferencesGroup *group, ArrearsDay end, gboolean is_ended)
{
  g_autofree char *day = arrears_format_day (end);
  g_autofree char *text = is_ended
      /* Translators: %s is a day. */
      ? g_strdup_printf (_("The table ends on %s. Please add what was "
                                                 "published since."),
                            day)
      /* Translators: %s is a day. */
      : g_strdup_printf (_("The table ends on %s."), day);

  adw_preferences_group_set_description (group, text);
}

static void
clear_rows (ArrearsTablesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_tables (ArrearsTablesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rates = arrears_published_list_rates (self->desk, &error);
  g_autoptr (GPtrArray) days
      = rates != NULL ? arrears_published_list_days (self->desk, &error) : NULL;
  ArrearsPublishedWarnings warnings;
  ArrearsDay rates_end;
  ArrearsDay calendar_end;

  if (days == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Tables Could Not Be Read"), error);
      return;
    }

  clear_rows (self);
  fill_rates (self, rates);
  fill_days (self, days);
  warnings = arrears_published_get_warnings (self->desk, &rates_end, &calendar_end);
  show_end (self->rates, rates_end, (warnings & ARREARS_PUBLISHED_RATES_ENDED) != 0);
  show_end (self->days, calendar_end, (warnings & ARREARS_PUBLISHED_CALENDAR_ENDED) != 0);
}

static void
add_to_table (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsTablesDialog *self = ARREARS_TABLES_DIALOG (widget);
  gboolean is_rate = g_str_equal (action_name, "tables.add-rate");

  arrears_entry_dialog_present (widget, self->desk,
                                is_rate ? &arrears_entry_rate : &arrears_entry_day,
                                arrears_entry_values_new ());
}

static void
arrears_tables_dialog_dispose (GObject *object)
{
  ArrearsTablesDialog *self = ARREARS_TABLES_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_TABLES_DIALOG);

  G_OBJECT_CLASS (arrears_tables_dialog_parent_class)->dispose (object);
}

static void
arrears_tables_dialog_class_init (ArrearsTablesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_tables_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/settings/arrears-tables-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsTablesDialog, rates);
  gtk_widget_class_bind_template_child (widget_class, ArrearsTablesDialog, days);
  gtk_widget_class_install_action (widget_class, "tables.add-rate", NULL, add_to_table);
  gtk_widget_class_install_action (widget_class, "tables.add-day", NULL, add_to_table);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
arrears_tables_dialog_init (ArrearsTablesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
arrears_tables_dialog_new (ArrearsDesk *desk)
{
  ArrearsTablesDialog *self;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  self = g_object_new (ARREARS_TYPE_TABLES_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "ledger-changed", G_CALLBACK (show_tables), self,
                           G_CONNECT_SWAPPED);
  show_tables (self);
  return GTK_WIDGET (self);
}
