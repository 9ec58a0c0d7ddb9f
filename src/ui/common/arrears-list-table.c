/* arrears-list-table.c: a table over a list of the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-list-table.h"

#include "arrears-column-heading.h"
#include "arrears-field-sorter.h"
#include "arrears-list-model.h"
#include "arrears-list-slot.h"
#include "arrears-words.h"

struct _ArrearsListTable
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  AdwBin *empty;
  AdwStatusPage *failed;
  GtkLabel *details;
  GtkSingleSelection *selection;

  /* Owned */
  ArrearsListModel *model;
  gint64 kept_id; /* of the selected row while the list is refilled */
  gboolean is_refilling;
};

static void implement_buildable (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ArrearsListTable, arrears_list_table, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, implement_buildable))

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_N_ROWS,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static gboolean
is_narrowed (ArrearsListTable *self)
{
  const ArrearsListing *listing = arrears_list_model_get_listing (self->model);

  return *listing->search != '\0' || listing->state != ARREARS_LISTING_STATE_ALL;
}

static void
choose_page (ArrearsListTable *self)
{
  if (arrears_list_table_get_n_rows (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "rows");
  else
    gtk_stack_set_visible_child_name (self->stack, is_narrowed (self) ? "nothing-found" : "empty");
}

static void
query (ArrearsListTable *self)
{
  arrears_list_model_query (self->model);
}

/* Another order or search: what matters stands at the top. */
static void
query_from_top (ArrearsListTable *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  query (self);
}

static void
on_model_will_refill_cb (ArrearsListTable *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  self->is_refilling = TRUE;
  self->kept_id = arrears_list_model_get_id (self->model, selected);
}

static void
on_model_refilled_cb (ArrearsListTable *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->kept_id != 0)
    position = arrears_list_model_find_id (self->model, self->kept_id);
  gtk_single_selection_set_selected (self->selection, position);
  self->is_refilling = FALSE;

  choose_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_model_failed_cb (ArrearsListTable *self, const GError *error)
{
  adw_status_page_set_description (self->failed, arrears_words_get_for_error (error));
  gtk_label_set_label (self->details, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
on_selection_changed_cb (ArrearsListTable *self)
{
  if (!self->is_refilling)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Also emitted while the view takes its columns down; then there is no model any more. */
static void
on_sorter_changed_cb (ArrearsListTable *self, GtkSorterChange change, GtkSorter *sorter)
{
  ArrearsListing *listing;
  gboolean is_descending;
  const char *field;

  if (self->model == NULL)
    return;

  field = arrears_field_sorter_probe (sorter, &is_descending);
  listing = arrears_list_model_get_listing (self->model);
  g_free (listing->sort);
  listing->sort = g_strdup (field != NULL ? field : "");
  listing->is_descending = is_descending;
  query_from_top (self);
}

static void
on_view_activated_cb (ArrearsListTable *self, guint position)
{
  ArrearsRecord *record = arrears_list_model_peek_record (self->model, position);

  if (record != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, record);
}

static void
on_retry_clicked_cb (ArrearsListTable *self)
{
  arrears_list_table_refresh (self);
}

static void
add_column (ArrearsListTable *self, GtkColumnViewColumn *column, const char *type)
{
  gtk_column_view_append_column (self->view, column);
  if (g_strcmp0 (type, "number") == 0)
    arrears_column_heading_align_end (
      self->view, g_list_model_get_n_items (gtk_column_view_get_columns (self->view)) - 1);
}

static void
arrears_list_table_add_child (GtkBuildable *buildable,
                         GtkBuilder *builder,
                         GObject *child,
                         const char *type)
{
  ArrearsListTable *self = ARREARS_LIST_TABLE (buildable);

  if (GTK_IS_COLUMN_VIEW_COLUMN (child))
    add_column (self, GTK_COLUMN_VIEW_COLUMN (child), type);
  else if (g_strcmp0 (type, "empty") == 0)
    adw_bin_set_child (self->empty, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
implement_buildable (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = arrears_list_table_add_child;
}

static void
arrears_list_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsListTable *self = ARREARS_LIST_TABLE (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, arrears_list_table_get_selected (self));
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, arrears_list_table_get_n_rows (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_list_table_dispose (GObject *object)
{
  ArrearsListTable *self = ARREARS_LIST_TABLE (object);

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      arrears_list_model_set_desk (self->model, NULL);
    }
  g_clear_object (&self->model);
  adw_bin_set_child (ADW_BIN (self), NULL); /* by a bare pointer, as in a section */
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_LIST_TABLE);

  G_OBJECT_CLASS (arrears_list_table_parent_class)->dispose (object);
}

static void
arrears_list_table_class_init (ArrearsListTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = arrears_list_table_get_property;
  object_class->dispose = arrears_list_table_dispose;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ARREARS_TYPE_RECORD,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, ARREARS_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/common/arrears-list-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, stack);
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, view);
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, empty);
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, failed);
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, details);
  gtk_widget_class_bind_template_child (widget_class, ArrearsListTable, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked_cb);
}

static void
arrears_list_table_init (ArrearsListTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

void
arrears_list_table_ensure_types (void)
{
  g_type_ensure (ARREARS_TYPE_FIELD_SORTER);
  g_type_ensure (ARREARS_TYPE_LIST_SLOT);
  g_type_ensure (ARREARS_TYPE_LIST_TABLE);
}

void
arrears_list_table_set_kind (ArrearsListTable *self, ArrearsListingKind kind)
{
  g_return_if_fail (ARREARS_IS_LIST_TABLE (self));
  g_return_if_fail (self->model == NULL);

  self->model = arrears_list_model_new (kind);
  g_signal_connect_swapped (self->model, "will-refill", G_CALLBACK (on_model_will_refill_cb), self);
  g_signal_connect_swapped (self->model, "refilled", G_CALLBACK (on_model_refilled_cb), self);
  g_signal_connect_swapped (self->model, "failed", G_CALLBACK (on_model_failed_cb), self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
}

void
arrears_list_table_set_desk (ArrearsListTable *self, ArrearsDesk *desk)
{
  g_return_if_fail (ARREARS_IS_LIST_TABLE (self));
  g_return_if_fail (self->model != NULL);

  arrears_list_model_set_desk (self->model, desk);
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

void
arrears_list_table_refresh (ArrearsListTable *self)
{
  g_return_if_fail (ARREARS_IS_LIST_TABLE (self));

  query (self);
}

void
arrears_list_table_set_search (ArrearsListTable *self, const char *search)
{
  ArrearsListing *listing;

  g_return_if_fail (ARREARS_IS_LIST_TABLE (self));

  listing = arrears_list_model_get_listing (self->model);
  if (g_strcmp0 (listing->search, search) == 0)
    return;

  g_free (listing->search);
  listing->search = g_strdup (search);
  query_from_top (self);
}

void
arrears_list_table_set_state (ArrearsListTable *self, ArrearsListingState state)
{
  ArrearsListing *listing;

  g_return_if_fail (ARREARS_IS_LIST_TABLE (self));

  listing = arrears_list_model_get_listing (self->model);
  if (listing->state == state)
    return;

  listing->state = state;
  query_from_top (self);
}

guint
arrears_list_table_get_n_rows (ArrearsListTable *self)
{
  g_return_val_if_fail (ARREARS_IS_LIST_TABLE (self), 0);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

ArrearsRecord *
arrears_list_table_get_selected (ArrearsListTable *self)
{
  ArrearsListSlot *slot;

  g_return_val_if_fail (ARREARS_IS_LIST_TABLE (self), NULL);

  slot = gtk_single_selection_get_selected_item (self->selection);
  return slot != NULL ? arrears_list_slot_get_record (slot) : NULL;
}

gboolean
arrears_list_table_is_busy (ArrearsListTable *self)
{
  g_return_val_if_fail (ARREARS_IS_LIST_TABLE (self), FALSE);

  return self->model != NULL && arrears_list_model_is_busy (self->model);
}

GtkColumnView *
arrears_list_table_get_view (ArrearsListTable *self)
{
  g_return_val_if_fail (ARREARS_IS_LIST_TABLE (self), NULL);

  return self->view;
}
