/* arrears-import-columns.c: the first rows of a file, and which column is which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-import-columns.h"

#include "arrears-words.h"

#include <glib/gi18n-lib.h>

struct _ArrearsImportColumns
{
  AdwBin parent_instance;

  GtkScrolledWindow *fields_window;
  GtkBox *fields;
  GtkScrolledWindow *rows_window;
  GtkColumnView *rows;

  ArrearsImport *import; /* lent */
  GPtrArray *drop_downs; /* of GtkDropDown, lent, one a column of the file */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ArrearsImportColumns, arrears_import_columns, ADW_TYPE_BIN)

enum
{
  COLUMN_WIDTH = 160,
  MOST_ROWS_SHOWN = 50,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const ArrearsImportField *
get_fields (ArrearsImportColumns *self, guint *n_fields)
{
  return arrears_import_kind_get_fields (arrears_import_get_kind (self->import), n_fields);
}

/* The first item of each list stands for a column that is left aside. */
static guint
find_position (ArrearsImportColumns *self, ArrearsImportField field)
{
  guint n_fields;
  const ArrearsImportField *fields = get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i] == field)
      return i + 1;
  return 0;
}

static ArrearsImportField
find_field (ArrearsImportColumns *self, guint position)
{
  guint n_fields;
  const ArrearsImportField *fields = get_fields (self, &n_fields);

  if (position == 0 || position > n_fields)
    return ARREARS_IMPORT_FIELD_NONE;
  return fields[position - 1];
}

static GtkStringList *
create_field_list (ArrearsImportColumns *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint n_fields;
  const ArrearsImportField *fields = get_fields (self, &n_fields);

  gtk_string_list_append (list, _("(not imported)"));
  for (guint i = 0; i < n_fields; i++)
    gtk_string_list_append (list, arrears_words_get_for_field (fields[i]));
  return list;
}

static void
mark_drop_down (GtkWidget *drop_down)
{
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) == 0)
    gtk_widget_add_css_class (drop_down, "dim-label");
  else
    gtk_widget_remove_css_class (drop_down, "dim-label");
}

/* Takes a field from the columns that have it beside the one that was given it. */
static void
take_from_others (ArrearsImportColumns *self, GtkDropDown *chosen)
{
  guint position = gtk_drop_down_get_selected (chosen);

  for (guint i = 0; position > 0 && i < self->drop_downs->len; i++)
    {
      GtkDropDown *other = g_ptr_array_index (self->drop_downs, i);

      if (other != chosen && gtk_drop_down_get_selected (other) == position)
        gtk_drop_down_set_selected (other, 0);
    }
}

static void
on_field_selected_cb (ArrearsImportColumns *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  mark_drop_down (GTK_WIDGET (drop_down));
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  take_from_others (self, drop_down);
  self->is_filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static char *
get_title (ArrearsImportColumns *self, guint column)
{
  const char *heading = arrears_import_get_heading (self->import, column);

  if (*heading != '\0')
    return g_strdup (heading);
  return g_strdup_printf (_("Column %u"), column + 1);
}

static void
add_drop_down (ArrearsImportColumns *self, GtkStringList *list, guint column)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (list)), NULL);
  g_autofree char *title = get_title (self, column);
  /* Translators: %s is the heading of a column in an imported file. */
  g_autofree char *label = g_strdup_printf (_("Field for the column %s"), title);
  const int gap = 8;

  gtk_widget_set_size_request (drop_down, COLUMN_WIDTH - gap, -1);
  gtk_widget_set_margin_start (drop_down, gap / 2);
  gtk_widget_set_margin_end (drop_down, gap / 2);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (drop_down),
      find_position (self, arrears_import_get_field (self->import, column)));
  mark_drop_down (drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_field_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->fields, drop_down);
  g_ptr_array_add (self->drop_downs, drop_down);
}

static void
on_cell_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (cell), 0);
  gtk_list_item_set_child (item, cell);
}

static void
on_cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  ArrearsImportColumns *self = g_object_get_data (G_OBJECT (factory), "columns");
  guint column = GPOINTER_TO_UINT (user_data);

  if (self->import != NULL)
    gtk_inscription_set_text (
        GTK_INSCRIPTION (gtk_list_item_get_child (item)),
        arrears_import_get_cell (self->import, gtk_list_item_get_position (item), column));
}

static void
add_column (ArrearsImportColumns *self, guint column)
{
  gboolean is_last = column + 1 == arrears_import_get_n_columns (self->import);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = get_title (self, column);
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "columns", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), GUINT_TO_POINTER (column));
  gtk_column_view_column_set_fixed_width (view_column, COLUMN_WIDTH);
  gtk_column_view_column_set_expand (view_column, is_last);
  gtk_column_view_append_column (self->rows, view_column);
}

/* The cells read from the import by their row; the model only counts them. */
static GtkSelectionModel *
create_rows (guint n_rows)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < MIN (n_rows, MOST_ROWS_SHOWN); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      gtk_string_list_append (rows, number);
    }
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
}

static void
clear (ArrearsImportColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->rows);
  GtkWidget *child;

  gtk_column_view_set_model (self->rows, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->rows, column);
    }
  g_ptr_array_set_size (self->drop_downs, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
}

static void
arrears_import_columns_dispose (GObject *object)
{
  ArrearsImportColumns *self = ARREARS_IMPORT_COLUMNS (object);

  if (self->import != NULL)
    clear (self);
  self->import = NULL;

  G_OBJECT_CLASS (arrears_import_columns_parent_class)->dispose (object);
}

static void
arrears_import_columns_finalize (GObject *object)
{
  ArrearsImportColumns *self = ARREARS_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->drop_downs, g_ptr_array_unref);

  G_OBJECT_CLASS (arrears_import_columns_parent_class)->finalize (object);
}

static void
arrears_import_columns_class_init (ArrearsImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_import_columns_dispose;
  object_class->finalize = arrears_import_columns_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/import/arrears-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportColumns, fields_window);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportColumns, fields);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportColumns, rows_window);
  gtk_widget_class_bind_template_child (widget_class, ArrearsImportColumns, rows);
}

static void
arrears_import_columns_init (ArrearsImportColumns *self)
{
  self->drop_downs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The lists move with the columns that they stand above. */
  g_object_bind_property (gtk_scrolled_window_get_hadjustment (self->rows_window), "value",
                          gtk_scrolled_window_get_hadjustment (self->fields_window), "value",
                          G_BINDING_BIDIRECTIONAL);
}

void
arrears_import_columns_show (ArrearsImportColumns *self, ArrearsImport *import)
{
  g_autoptr (GtkSelectionModel) rows = NULL;
  g_autoptr (GtkStringList) list = NULL;

  g_return_if_fail (ARREARS_IS_IMPORT_COLUMNS (self));

  clear (self);
  self->import = import;
  if (import == NULL)
    return;

  self->is_filling = TRUE;
  list = create_field_list (self);
  for (guint i = 0; i < arrears_import_get_n_columns (import); i++)
    {
      add_drop_down (self, list, i);
      add_column (self, i);
    }
  self->is_filling = FALSE;
  rows = create_rows (arrears_import_get_n_rows (import));
  gtk_column_view_set_model (self->rows, rows);
}

void
arrears_import_columns_apply (ArrearsImportColumns *self)
{
  g_return_if_fail (ARREARS_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (self->import != NULL);

  /* Giving a field to one column takes it from another: first everything is let go. */
  for (guint i = 0; i < self->drop_downs->len; i++)
    arrears_import_set_field (self->import, i, ARREARS_IMPORT_FIELD_NONE);
  for (guint i = 0; i < self->drop_downs->len; i++)
    arrears_import_set_field (self->import, i, arrears_import_columns_get_field (self, i));
}

ArrearsImportField
arrears_import_columns_get_field (ArrearsImportColumns *self, guint column)
{
  g_return_val_if_fail (ARREARS_IS_IMPORT_COLUMNS (self), ARREARS_IMPORT_FIELD_NONE);
  g_return_val_if_fail (column < self->drop_downs->len, ARREARS_IMPORT_FIELD_NONE);

  return find_field (self,
                     gtk_drop_down_get_selected (g_ptr_array_index (self->drop_downs, column)));
}

void
arrears_import_columns_set_field (ArrearsImportColumns *self, guint column,
                                  ArrearsImportField field)
{
  g_return_if_fail (ARREARS_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (column < self->drop_downs->len);

  gtk_drop_down_set_selected (g_ptr_array_index (self->drop_downs, column),
                              find_position (self, field));
}

gboolean
arrears_import_columns_has_field (ArrearsImportColumns *self, ArrearsImportField field)
{
  g_return_val_if_fail (ARREARS_IS_IMPORT_COLUMNS (self), FALSE);

  for (guint i = 0; i < self->drop_downs->len; i++)
    if (arrears_import_columns_get_field (self, i) == field)
      return TRUE;
  return FALSE;
}

char *
arrears_import_columns_describe_missing (ArrearsImportColumns *self)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const ArrearsImportField *fields;
  guint n_fields;

  g_return_val_if_fail (ARREARS_IS_IMPORT_COLUMNS (self), NULL);
  g_return_val_if_fail (self->import != NULL, NULL);

  if (!arrears_import_columns_has_field (self, ARREARS_IMPORT_FIELD_CUSTOMER_CODE)
      && !arrears_import_columns_has_field (self, ARREARS_IMPORT_FIELD_CUSTOMER_NAME))
    g_strv_builder_add (missing, _("customer code or name"));

  fields = get_fields (self, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (arrears_import_kind_needs (arrears_import_get_kind (self->import), fields[i])
        && !arrears_import_columns_has_field (self, fields[i]))
      g_strv_builder_add (missing, arrears_words_get_for_field (fields[i]));

  words = g_strv_builder_end (missing);
  /* Translators: stands between the names of fields in a list. */
  return *words != NULL ? g_strjoinv (_(", "), words) : NULL;
}
