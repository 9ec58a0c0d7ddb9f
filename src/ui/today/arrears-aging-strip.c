/* arrears-aging-strip.c: what is owed, by how long it is overdue, as a strip with its figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-aging-strip.h"

#include "arrears-format.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT 10
#define SPACING 10

struct _ArrearsAgingStrip
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *segments[ARREARS_AGING_N_BUCKETS];
  GtkWidget *figures; /* a flow box of one cell a bucket */
  GtkLabel *amounts[ARREARS_AGING_N_BUCKETS];

  ArrearsAging aging;
};

G_DEFINE_FINAL_TYPE (ArrearsAgingStrip, arrears_aging_strip, GTK_TYPE_WIDGET)

/* Buckets of credit balances have no length. */
static double
get_length (ArrearsAgingStrip *self, int bucket)
{
  return (double) MAX (self->aging.amounts[bucket].fen, 0);
}

static GtkSizeRequestMode
arrears_aging_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
arrears_aging_strip_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  ArrearsAgingStrip *self = ARREARS_AGING_STRIP (widget);

  gtk_widget_measure (self->figures, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += BAR_HEIGHT + SPACING;
      *natural += BAR_HEIGHT + SPACING;
    }
}

static void
allocate_segments (ArrearsAgingStrip *self, int width)
{
  gboolean is_mirrored
    = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double total = 0;
  double before = 0;

  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    total += get_length (self, i);

  for (int i = 0; i < ARREARS_AGING_N_BUCKETS && total > 0; i++)
    {
      int left = (int) (before / total * width);
      int right = (int) ((before + get_length (self, i)) / total * width);
      GtkAllocation allocation = { left, 0, right - left, BAR_HEIGHT };

      if (is_mirrored)
        allocation.x = width - right;
      if (gtk_widget_should_layout (self->segments[i]))
        gtk_widget_size_allocate (self->segments[i], &allocation, -1);
      before += get_length (self, i);
    }
}

static void
arrears_aging_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ArrearsAgingStrip *self = ARREARS_AGING_STRIP (widget);
  GtkAllocation below = { 0, BAR_HEIGHT + SPACING, width, height - BAR_HEIGHT - SPACING };

  allocate_segments (self, width);
  gtk_widget_size_allocate (self->figures, &below, -1);
}

static void
arrears_aging_strip_dispose (GObject *object)
{
  ArrearsAgingStrip *self = ARREARS_AGING_STRIP (object);

  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    g_clear_pointer (&self->segments[i], gtk_widget_unparent);
  g_clear_pointer (&self->figures, gtk_widget_unparent);

  G_OBJECT_CLASS (arrears_aging_strip_parent_class)->dispose (object);
}

static void
arrears_aging_strip_class_init (ArrearsAgingStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_aging_strip_dispose;
  widget_class->get_request_mode = arrears_aging_strip_get_request_mode;
  widget_class->measure = arrears_aging_strip_measure;
  widget_class->size_allocate = arrears_aging_strip_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "agingstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_segment (int bucket)
{
  GtkWidget *segment = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *style = g_strdup_printf ("bucket-%d", bucket);

  gtk_widget_add_css_class (segment, "segment");
  gtk_widget_add_css_class (segment, style);
  return segment;
}

/* The bucket's colour and name, and under them its amount. */
static GtkWidget *
create_figure (ArrearsAgingStrip *self, int bucket)
{
  GtkWidget *figure = gtk_grid_new ();
  GtkWidget *swatch = create_segment (bucket);
  GtkWidget *name = gtk_label_new (arrears_words_get_for_bucket (bucket));
  GtkWidget *amount = gtk_label_new (NULL);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_label_set_xalign (GTK_LABEL (amount), 0);
  gtk_grid_set_column_spacing (GTK_GRID (figure), 6);
  gtk_grid_attach (GTK_GRID (figure), swatch, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (figure), name, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (figure), amount, 1, 1, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (amount), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name, NULL, -1);
  self->amounts[bucket] = GTK_LABEL (amount);
  return figure;
}

static void
arrears_aging_strip_init (ArrearsAgingStrip *self)
{
  GtkFlowBox *figures = GTK_FLOW_BOX (gtk_flow_box_new ());

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is owed, by days overdue"), -1);
  gtk_widget_set_can_focus (GTK_WIDGET (figures), FALSE); /* each would be a stop of Tab */
  gtk_flow_box_set_selection_mode (figures, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (figures, 18);
  gtk_flow_box_set_min_children_per_line (figures, 2);
  gtk_flow_box_set_max_children_per_line (figures, ARREARS_AGING_N_BUCKETS);
  self->figures = GTK_WIDGET (figures);
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    {
      self->segments[i] = create_segment (i);
      gtk_widget_set_parent (self->segments[i], GTK_WIDGET (self));
      gtk_flow_box_append (figures, create_figure (self, i));
    }
  gtk_widget_set_parent (self->figures, GTK_WIDGET (self));
}

void
arrears_aging_strip_set_aging (ArrearsAgingStrip *self, const ArrearsAging *aging)
{
  g_return_if_fail (ARREARS_IS_AGING_STRIP (self));
  g_return_if_fail (aging != NULL);

  self->aging = *aging;
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    {
      GtkFlowBoxChild *cell = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->figures), i);
      g_autofree char *amount = arrears_format_money (aging->amounts[i]);

      gtk_label_set_label (self->amounts[i], amount);
      gtk_widget_set_visible (GTK_WIDGET (cell), aging->amounts[i].fen != 0);
      gtk_widget_set_visible (self->segments[i], aging->amounts[i].fen > 0);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
