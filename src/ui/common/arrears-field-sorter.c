/* arrears-field-sorter.c: says by which field the headings of a table ask to sort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-field-sorter.h"

struct _ArrearsFieldSorter
{
  GtkSorter parent_instance;

  char *field;
};

G_DEFINE_FINAL_TYPE (ArrearsFieldSorter, arrears_field_sorter, GTK_TYPE_SORTER)

enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* GTK 4.8 does not tell by which column a view is sorted. Its sorter asks that of the first column
 * to compare, and turns the answer round when the order is descending. So two objects that are no
 * rows are compared: the column's sorter leaves its field on the first of them and answers
 * "smaller".
 */
static GQuark
get_field_quark (void)
{
  return g_quark_from_static_string ("arrears-field-sorter-field");
}

static GtkOrdering
arrears_field_sorter_compare (GtkSorter *sorter, gpointer item1, gpointer item2)
{
  ArrearsFieldSorter *self = ARREARS_FIELD_SORTER (sorter);

  if (item1 == item2)
    return GTK_ORDERING_EQUAL;

  if (g_object_get_qdata (item1, get_field_quark ()) == NULL)
    g_object_set_qdata (item1, get_field_quark (), self->field);
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
arrears_field_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_TOTAL;
}

static void
arrears_field_sorter_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  ArrearsFieldSorter *self = ARREARS_FIELD_SORTER (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_field_sorter_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  ArrearsFieldSorter *self = ARREARS_FIELD_SORTER (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_field_sorter_finalize (GObject *object)
{
  g_free (ARREARS_FIELD_SORTER (object)->field);

  G_OBJECT_CLASS (arrears_field_sorter_parent_class)->finalize (object);
}

static void
arrears_field_sorter_class_init (ArrearsFieldSorterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  object_class->get_property = arrears_field_sorter_get_property;
  object_class->set_property = arrears_field_sorter_set_property;
  object_class->finalize = arrears_field_sorter_finalize;
  sorter_class->compare = arrears_field_sorter_compare;
  sorter_class->get_order = arrears_field_sorter_get_order;

  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
arrears_field_sorter_init (ArrearsFieldSorter *self)
{
}

const char *
arrears_field_sorter_probe (GtkSorter *view_sorter, gboolean *is_descending)
{
  g_autoptr (GObject) first = NULL;
  g_autoptr (GObject) second = NULL;
  GtkOrdering ordering;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), NULL);

  first = g_object_new (G_TYPE_OBJECT, NULL);
  second = g_object_new (G_TYPE_OBJECT, NULL);
  ordering = gtk_sorter_compare (view_sorter, first, second);
  *is_descending = ordering == GTK_ORDERING_LARGER;
  return g_object_get_qdata (first, get_field_quark ());
}
