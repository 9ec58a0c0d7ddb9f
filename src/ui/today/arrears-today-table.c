/* arrears-today-table.c: the accounts that want something today, and what can be done about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-today-table.h"

#include "arrears-column-heading.h"
#include "arrears-format.h"
#include "arrears-policy.h"
#include "arrears-words-today.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_OVERDUE = 4,
  COLUMN_DAYS = 5,
  ROW_ALL_OWNERS = 0,
  ROW_NO_OWNER = 1,
};

struct _ArrearsTodayTable
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkDropDown *kinds;
  GtkDropDown *owners;
  GtkLabel *count;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkWidget *details;
  GtkLabel *account;
  GtkLabel *reasons;
  GtkWidget *buttons;

  /* Owned */
  GListStore *items; /* of ArrearsTodayItem */
  GtkFilter *filter;
  GtkSortListModel *rows;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ArrearsTodayTable, arrears_today_table, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_N_ROWS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* NULL where nobody is listed. */
static ArrearsTodayItem *
get_selected_item (ArrearsTodayTable *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static ArrearsAccount *
get_selected (ArrearsTodayTable *self)
{
  ArrearsTodayItem *item = get_selected_item (self);

  return item != NULL ? arrears_today_item_get_account (item) : NULL;
}

static ArrearsTodayKind
get_kind (ArrearsTodayTable *self)
{
  guint row = gtk_drop_down_get_selected (self->kinds);

  return row == 0 || row == GTK_INVALID_LIST_POSITION ? ARREARS_TODAY_N_KINDS
                                                      : (ArrearsTodayKind) (row - 1);
}

/* NULL for all, "" for nobody. */
static const char *
get_owner (ArrearsTodayTable *self)
{
  guint row = gtk_drop_down_get_selected (self->owners);

  if (row == ROW_ALL_OWNERS || row == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (row == ROW_NO_OWNER)
    return "";
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->owners)), row);
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  ArrearsTodayTable *self = user_data;
  ArrearsTodayKind kind = get_kind (self);
  const char *owner = get_owner (self);

  return (kind == ARREARS_TODAY_N_KINDS || arrears_today_item_has_kind (item, kind))
         && (owner == NULL || g_str_equal (owner, arrears_today_item_get_account (item)->owner));
}

static void
show_count (ArrearsTodayTable *self)
{
  guint n = arrears_today_table_get_n_rows (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u account", "%'u accounts", n), n);
  gboolean is_narrowed = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0         ? "rows"
                                                 : is_narrowed ? "nothing-found"
                                                               : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}

static void
enable_actions (ArrearsTodayTable *self, ArrearsAccount *account)
{
  static const char *const always[] = { "row.contact", "row.payment", "row.letter", "row.open" };
  gboolean has_stage
      = account != NULL && account->stage > ARREARS_STAGE_NONE && !account->is_paused;

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), always[i], account != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.complete", has_stage);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.acknowledge",
                                 has_stage && !account->is_seen);
}

static void
show_selected (ArrearsTodayTable *self)
{
  ArrearsTodayItem *item = get_selected_item (self);
  ArrearsAccount *account = get_selected (self);
  g_autofree char *lines = NULL;

  enable_actions (self, account);
  gtk_widget_set_visible (self->details, item != NULL);
  if (item == NULL)
    return;

  lines = arrears_today_item_make_lines (item);
  gtk_label_set_label (self->account, account->name);
  gtk_label_set_label (self->reasons, lines);
}

static void
on_selection_changed_cb (ArrearsTodayTable *self)
{
  if (!self->is_filling)
    show_selected (self);
}

static void
on_filter_changed_cb (ArrearsTodayTable *self)
{
  if (self->is_filling || self->filter == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
activate_for_selected (ArrearsTodayTable *self, const char *action)
{
  ArrearsAccount *account = get_selected (self);

  if (account != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "x", account->id);
}

static void
on_view_activated_cb (ArrearsTodayTable *self)
{
  activate_for_selected (self, "win.open-account");
}

static void
activate_row (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char *of_row;
    const char *of_window;
  } actions[] = {
    { "row.complete", "win.complete-stage" }, { "row.acknowledge", "win.acknowledge-stage" },
    { "row.payment", "win.receive-payment" }, { "row.letter", "win.issue-letter" },
    { "row.open", "win.open-account" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].of_row, action_name))
      activate_for_selected (ARREARS_TODAY_TABLE (widget), actions[i].of_window);
}

static void
record_contact (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsAccount *account = get_selected (ARREARS_TODAY_TABLE (widget));

  if (account != NULL)
    gtk_widget_activate_action (widget, "win.enter", "(sx)", "contact", account->id);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* All who look after an account in the list, each once. */
static GPtrArray *
collect_owners (GPtrArray *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      ArrearsAccount *account = arrears_today_item_get_account (g_ptr_array_index (items, i));

      if (*account->owner != '\0' && g_hash_table_add (seen, account->owner))
        g_ptr_array_add (names, account->owner);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
fill_owners (ArrearsTodayTable *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) names = collect_owners (items);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *kept = g_strdup (get_owner (self));

  gtk_string_list_append (list, _("All owners"));
  gtk_string_list_append (list, _("Without an owner"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (names, i));
  gtk_drop_down_set_model (self->owners, G_LIST_MODEL (list));
  arrears_today_table_set_owner (self, kept);
}

static void
fill_kinds (ArrearsTodayTable *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("All reasons"));
  for (int kind = 0; kind < ARREARS_TODAY_N_KINDS; kind++)
    gtk_string_list_append (list, arrears_words_get_for_today_kind ((ArrearsTodayKind) kind));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (list));
}

static void
select_account (ArrearsTodayTable *self, gint64 id)
{
  guint n = arrears_today_table_get_n_rows (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ArrearsTodayItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (arrears_today_item_get_account (item)->id == id)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
arrears_today_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsTodayTable *self = ARREARS_TODAY_TABLE (object);

  switch (prop_id)
    {
    case PROP_N_ROWS:
      g_value_set_uint (value, arrears_today_table_get_n_rows (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_today_table_dispose (GObject *object)
{
  ArrearsTodayTable *self = ARREARS_TODAY_TABLE (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_TODAY_TABLE);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (arrears_today_table_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/arrears/Arrears/ui/today/arrears-today-table.ui");
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, kinds);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, owners);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, count);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, stack);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, scroller);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, view);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, selection);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, details);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, account);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, reasons);
  gtk_widget_class_bind_template_child (klass, ArrearsTodayTable, buttons);
  gtk_widget_class_bind_template_callback (klass, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_view_activated_cb);
  arrears_format_bind_closures (klass);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *action;
    guint key;
  } actions[] = {
    { "row.complete", GDK_KEY_d }, { "row.acknowledge", GDK_KEY_k }, { "row.payment", GDK_KEY_m },
    { "row.letter", GDK_KEY_l },   { "row.open", GDK_KEY_e },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].action, NULL, activate_row);
      gtk_widget_class_add_binding_action (klass, actions[i].key, GDK_CONTROL_MASK,
                                           actions[i].action, NULL);
    }
  gtk_widget_class_install_action (klass, "row.contact", NULL, record_contact);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "row.contact", NULL);
}

static void
arrears_today_table_class_init (ArrearsTodayTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = arrears_today_table_get_property;
  object_class->dispose = arrears_today_table_dispose;

  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ARREARS_TYPE_ACCOUNT);
  g_type_ensure (ARREARS_TYPE_TODAY_ITEM);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

/* Tab goes from button to button, not to what each of them lies in as well. */
static void
skip_cells (GtkWidget *flow_box)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (flow_box); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_focusable (cell, FALSE);
}

static void
arrears_today_table_init (ArrearsTodayTable *self)
{
  GtkFilterListModel *wanted;

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (ARREARS_TYPE_TODAY_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  wanted = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                      g_object_ref (self->filter));
  self->rows = gtk_sort_list_model_new (G_LIST_MODEL (wanted),
                                        g_object_ref (gtk_column_view_get_sorter (self->view)));
  fill_kinds (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  arrears_column_heading_align_end (self->view, COLUMN_OVERDUE);
  arrears_column_heading_align_end (self->view, COLUMN_DAYS);
  skip_cells (self->buttons);
  self->is_filling = FALSE;
  show_selected (self);
}

/* In two steps: GTK would look for the selected row among all that are new. */
void
arrears_today_table_show (ArrearsTodayTable *self, GPtrArray *items)
{
  ArrearsAccount *selected;
  gint64 kept;

  g_return_if_fail (ARREARS_IS_TODAY_TABLE (self));
  g_return_if_fail (items != NULL);

  selected = get_selected (self);
  kept = selected != NULL ? selected->id : 0;
  self->is_filling = TRUE;
  g_list_store_remove_all (self->items);
  fill_owners (self, items);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  if (kept != 0)
    select_account (self, kept);
  self->is_filling = FALSE;
  show_count (self);
  show_selected (self);
}

void
arrears_today_table_set_kind (ArrearsTodayTable *self, ArrearsTodayKind kind)
{
  g_return_if_fail (ARREARS_IS_TODAY_TABLE (self));

  gtk_drop_down_set_selected (self->kinds, kind == ARREARS_TODAY_N_KINDS ? 0 : (guint) kind + 1);
}

void
arrears_today_table_set_owner (ArrearsTodayTable *self, const char *owner)
{
  GListModel *names;

  g_return_if_fail (ARREARS_IS_TODAY_TABLE (self));

  names = gtk_drop_down_get_model (self->owners);
  if (owner == NULL || *owner == '\0')
    {
      gtk_drop_down_set_selected (self->owners, owner == NULL ? ROW_ALL_OWNERS : ROW_NO_OWNER);
      return;
    }

  for (guint i = ROW_NO_OWNER + 1; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), owner))
      gtk_drop_down_set_selected (self->owners, i);
}

guint
arrears_today_table_get_n_rows (ArrearsTodayTable *self)
{
  g_return_val_if_fail (ARREARS_IS_TODAY_TABLE (self), 0);

  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

GtkColumnView *
arrears_today_table_get_view (ArrearsTodayTable *self)
{
  g_return_val_if_fail (ARREARS_IS_TODAY_TABLE (self), NULL);

  return self->view;
}
