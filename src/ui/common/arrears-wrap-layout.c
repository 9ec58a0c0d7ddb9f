/* arrears-wrap-layout.c: children beside each other, and in further lines where they do not fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-wrap-layout.h"

struct _ArrearsWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
  gboolean has_end;
};

G_DEFINE_FINAL_TYPE (ArrearsWrapLayout, arrears_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  PROP_HAS_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
find_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_shown (gtk_widget_get_next_sibling (child));
}

static void
measure_width (GtkWidget *child, int *least, int *wanted)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, least, wanted, NULL, NULL);
}

static int
get_child_width (GtkWidget *child, int for_width)
{
  int least;
  int wanted;

  measure_width (child, &least, &wanted);
  return MAX (least, MIN (wanted, for_width));
}

static int
get_child_height (GtkWidget *child, int width)
{
  int wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

/* A line: its first child, the one after its last, and what it takes. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  GtkWidget *last;
  int width;
  int height;
} Line;

static Line
lay_line (ArrearsWrapLayout *self, GtkWidget *first, int for_width)
{
  Line line = { .first = first };

  for (GtkWidget *child = first; child != NULL; child = get_next (child))
    {
      int width = get_child_width (child, for_width);
      int with_child = line.width + (line.last != NULL ? self->spacing : 0) + width;

      if (line.last != NULL && with_child > for_width)
        {
          line.end = child;
          break;
        }
      line.width = with_child;
      line.height = MAX (line.height, get_child_height (child, width));
      line.last = child;
    }
  return line;
}

static void
measure_widths (ArrearsWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int least;
      int wanted;

      measure_width (child, &least, &wanted);
      *minimum = MAX (*minimum, least);
      *natural += (*natural > 0 ? self->spacing : 0) + wanted;
    }
}

static int
measure_height (ArrearsWrapLayout *self, GtkWidget *widget, int for_width)
{
  GtkWidget *child = get_first (widget);
  int height = 0;

  while (child != NULL)
    {
      Line line = lay_line (self, child, for_width);

      height += (height > 0 ? self->line_spacing : 0) + line.height;
      child = line.end;
    }
  return height;
}

static void
arrears_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                             GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  ArrearsWrapLayout *self = ARREARS_WRAP_LAYOUT (manager);
  int least_width = 0;
  int width = 0;

  measure_widths (self, widget, &least_width, &width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least_width;
      *natural = width;
    }
  else
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? width : for_size);
}

/* Who takes what the line leaves; NULL: nobody. */
static GtkWidget *
find_expanding (const Line *line)
{
  for (GtkWidget *child = line->first; child != line->end; child = get_next (child))
    if (gtk_widget_get_hexpand (child))
      return child;
  return NULL;
}

static void
allocate_line (ArrearsWrapLayout *self, const Line *line, int y, int for_width, gboolean is_only)
{
  GtkWidget *expanding = find_expanding (line);
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = get_next (child))
    {
      GtkAllocation place = { .x = x, .y = y, .height = line->height };

      place.width = get_child_width (child, for_width);
      if (child == expanding)
        place.width += MAX (0, for_width - line->width);
      if (self->has_end && is_only && child == line->last)
        place.x = MAX (x, for_width - place.width);
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
arrears_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                              int baseline)
{
  ArrearsWrapLayout *self = ARREARS_WRAP_LAYOUT (manager);
  GtkWidget *child = get_first (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line = lay_line (self, child, width);

      allocate_line (self, &line, y, width, child == get_first (widget) && line.end == NULL);
      y += line.height + self->line_spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
arrears_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
arrears_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value,
                                  GParamSpec *pspec)
{
  ArrearsWrapLayout *self = ARREARS_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    case PROP_HAS_END:
      self->has_end = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_wrap_layout_class_init (ArrearsWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = arrears_wrap_layout_set_property;
  layout_class->measure = arrears_wrap_layout_measure;
  layout_class->allocate = arrears_wrap_layout_allocate;
  layout_class->get_request_mode = arrears_wrap_layout_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_LINE_SPACING]
      = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_HAS_END] = g_param_spec_boolean ("has-end", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
arrears_wrap_layout_init (ArrearsWrapLayout *self)
{
}

GtkLayoutManager *
arrears_wrap_layout_new (int spacing, int line_spacing)
{
  return g_object_new (ARREARS_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing,
                       NULL);
}
