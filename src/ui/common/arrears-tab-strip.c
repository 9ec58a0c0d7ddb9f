/* arrears-tab-strip.c: the tabs of a stack, in as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-tab-strip.h"

#include "arrears-wrap-layout.h"

struct _ArrearsTabStrip
{
  GtkWidget parent_instance;

  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (ArrearsTabStrip, arrears_tab_strip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const page_key = "arrears-page";

static void
on_tab_toggled_cb (ArrearsTabStrip *self, GtkToggleButton *tab)
{
  AdwViewStackPage *page = g_object_get_data (G_OBJECT (tab), page_key);

  if (gtk_toggle_button_get_active (tab))
    adw_view_stack_set_visible_child (self->stack, adw_view_stack_page_get_child (page));
}

static void
on_child_shown_cb (ArrearsTabStrip *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->stack);

  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      AdwViewStackPage *page = g_object_get_data (G_OBJECT (tab), page_key);
      gboolean is_shown = adw_view_stack_page_get_child (page) == shown;

      if (is_shown)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
      gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, is_shown,
                                   -1);
    }
}

static void
add_tab (ArrearsTabStrip *self, AdwViewStackPage *page)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB,
                                 "label", adw_view_stack_page_get_title (page), NULL);

  gtk_widget_add_css_class (tab, "flat");
  g_object_set_data_full (G_OBJECT (tab), page_key, g_object_ref (page), g_object_unref);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  gtk_widget_set_parent (tab, GTK_WIDGET (self));
  g_signal_connect_object (tab, "toggled", G_CALLBACK (on_tab_toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
clear_tabs (ArrearsTabStrip *self)
{
  GtkWidget *tab;

  while ((tab = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (tab);
}

static void
fill (ArrearsTabStrip *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  clear_tabs (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      add_tab (self, page);
    }
  on_child_shown_cb (self);
}

static void
arrears_tab_strip_set_property (GObject *object, guint prop_id, const GValue *value,
                                GParamSpec *pspec)
{
  ArrearsTabStrip *self = ARREARS_TAB_STRIP (object);

  switch (prop_id)
    {
    case PROP_STACK:
      g_set_object (&self->stack, g_value_get_object (value));
      if (self->stack == NULL)
        break;
      g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_child_shown_cb),
                               self, G_CONNECT_SWAPPED);
      fill (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_tab_strip_dispose (GObject *object)
{
  ArrearsTabStrip *self = ARREARS_TAB_STRIP (object);

  clear_tabs (self);
  g_clear_object (&self->stack);

  G_OBJECT_CLASS (arrears_tab_strip_parent_class)->dispose (object);
}

static void
arrears_tab_strip_class_init (ArrearsTabStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = arrears_tab_strip_set_property;
  object_class->dispose = arrears_tab_strip_dispose;

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_widget_class_set_css_name (widget_class, "tabstrip");
}

static void
arrears_tab_strip_init (ArrearsTabStrip *self)
{
  const int spacing = 2;

  gtk_widget_set_layout_manager (GTK_WIDGET (self), arrears_wrap_layout_new (spacing, spacing));
}
