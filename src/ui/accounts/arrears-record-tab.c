/* arrears-record-tab.c: one table on the page of an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-record-tab.h"

#include "arrears-account-acts.h"
#include "arrears-column-heading.h"
#include "arrears-format.h"
#include "arrears-row-menu.h"
#include "arrears-wrap-layout.h"

typedef struct
{
  GListStore *records;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
} ArrearsRecordTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ArrearsRecordTab, arrears_record_tab, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SELECTION,
  PROP_IS_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (ArrearsRecordTab *self, guint position)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);
  g_autoptr (ArrearsRecord) record = g_list_model_get_item (G_LIST_MODEL (priv->sorted), position);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

static void
activate_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsRecordTab *self = ARREARS_RECORD_TAB (widget);
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);

  on_row_activated_cb (self, gtk_single_selection_get_selected (priv->selection));
}

static gpointer
get_child (ArrearsRecordTab *self, const char *id)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), id);
}

static void
on_selected_cb (ArrearsRecordTab *self)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);
  ArrearsRecord *record = gtk_single_selection_get_selected_item (priv->selection);
  GtkMenuButton *acts = get_child (self, "acts");
  g_autoptr (GMenuModel) menu = record != NULL ? arrears_account_acts_make_menu (record) : NULL;

  gtk_menu_button_set_menu_model (acts, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (acts), menu != NULL);
}

static void
show_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkMenuButton *acts = get_child (ARREARS_RECORD_TAB (widget), "acts");

  if (gtk_menu_button_get_menu_model (acts) != NULL)
    gtk_menu_button_popup (acts);
}

static void
arrears_record_tab_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsRecordTabPrivate *priv
      = arrears_record_tab_get_instance_private (ARREARS_RECORD_TAB (object));

  switch (prop_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, priv->selection);
      break;
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, g_list_model_get_n_items (G_LIST_MODEL (priv->records)) == 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_record_tab_finalize (GObject *object)
{
  ArrearsRecordTabPrivate *priv
      = arrears_record_tab_get_instance_private (ARREARS_RECORD_TAB (object));

  g_clear_object (&priv->selection);
  g_clear_object (&priv->sorted);
  g_clear_object (&priv->records);

  G_OBJECT_CLASS (arrears_record_tab_parent_class)->finalize (object);
}

static void
arrears_record_tab_class_init (ArrearsRecordTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = arrears_record_tab_get_property;
  object_class->finalize = arrears_record_tab_finalize;

  properties[PROP_SELECTION]
      = g_param_spec_object ("selection", NULL, NULL, GTK_TYPE_SINGLE_SELECTION, flags);
  properties[PROP_IS_EMPTY] = g_param_spec_boolean ("is-empty", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, ARREARS_TYPE_RECORD);

  gtk_widget_class_install_action (widget_class, "tab.activate-selected", NULL, activate_selected);
  gtk_widget_class_install_action (widget_class, "tab.show-menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "tab.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "tab.show-menu",
                                       NULL);
}

static void
arrears_record_tab_init (ArrearsRecordTab *self)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);

  priv->records = g_list_store_new (ARREARS_TYPE_RECORD);
  priv->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (priv->records)), NULL);
  priv->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (priv->sorted)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tab.activate-selected", FALSE);
}

void
arrears_record_tab_class_set_template (ArrearsRecordTabClass *klass, const char *resource)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ARREARS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child_full (widget_class, "view", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "acts", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  arrears_format_bind_closures (widget_class);
}

void
arrears_record_tab_init_template (ArrearsRecordTab *self)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);
  GtkColumnView *view;

  gtk_widget_init_template (GTK_WIDGET (self));
  view = get_child (self, "view");
  gtk_sort_list_model_set_sorter (priv->sorted, gtk_column_view_get_sorter (view));
  arrears_row_menu_attach (view, get_child (self, "acts"));
  g_signal_connect_object (priv->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, G_CONNECT_SWAPPED);
  on_selected_cb (self);
}

void
arrears_record_tab_align_numbers (ArrearsRecordTab *self, guint first, guint last)
{
  GtkWidget *view = get_child (self, "view");

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = first; i <= last; i++)
    arrears_column_heading_align_end (GTK_COLUMN_VIEW (view), i);
}

gboolean
arrears_record_tab_grab_focus (ArrearsRecordTab *self)
{
  GtkWidget *view = get_child (self, "view");

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  return gtk_widget_grab_focus (view);
}

ArrearsRecord *
arrears_record_tab_find (ArrearsRecordTab *self, const char *act, gint64 id)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);

  g_return_val_if_fail (ARREARS_IS_RECORD_TAB (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (priv->records)); i++)
    {
      g_autoptr (ArrearsRecord) record = g_list_model_get_item (G_LIST_MODEL (priv->records), i);

      if (arrears_account_acts_get_id (record) == id && arrears_account_acts_fits (act, record))
        return record; /* the list holds it */
    }
  return NULL;
}

static void
select_record (ArrearsRecordTab *self, const char *subject, gint64 id)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (priv->sorted)); i++)
    {
      g_autoptr (ArrearsRecord) record = g_list_model_get_item (G_LIST_MODEL (priv->sorted), i);

      if (arrears_account_acts_get_id (record) == id
          && g_str_equal (arrears_account_acts_get_subject (record), subject))
        {
          gtk_single_selection_set_selected (priv->selection, i);
          return;
        }
    }
}

void
arrears_record_tab_show (ArrearsRecordTab *self, GPtrArray *records)
{
  ArrearsRecordTabPrivate *priv = arrears_record_tab_get_instance_private (self);
  ArrearsRecord *selected;
  const char *subject = "";
  gint64 id = 0;

  g_return_if_fail (ARREARS_IS_RECORD_TAB (self));
  g_return_if_fail (records != NULL);

  selected = gtk_single_selection_get_selected_item (priv->selection);
  if (selected != NULL)
    {
      subject = g_intern_string (arrears_account_acts_get_subject (selected));
      id = arrears_account_acts_get_id (selected);
    }
  g_list_store_splice (priv->records, 0, g_list_model_get_n_items (G_LIST_MODEL (priv->records)),
                       records->pdata, records->len);
  if (id != 0)
    select_record (self, subject, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tab.activate-selected", records->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
}
