/* arrears-section-row.c: the entry of a section in the list of sections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-section-row.h"

struct _ArrearsSectionRow
{
  GtkListBoxRow parent_instance;

  ArrearsSection *section;
};

G_DEFINE_FINAL_TYPE (ArrearsSectionRow, arrears_section_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_SECTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_set (gpointer self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
arrears_section_row_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  ArrearsSectionRow *self = ARREARS_SECTION_ROW (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      g_value_set_object (value, self->section);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_section_row_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  ArrearsSectionRow *self = ARREARS_SECTION_ROW (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      self->section = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_section_row_dispose (GObject *object)
{
  g_clear_object (&ARREARS_SECTION_ROW (object)->section);

  G_OBJECT_CLASS (arrears_section_row_parent_class)->dispose (object);
}

static void
arrears_section_row_class_init (ArrearsSectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = arrears_section_row_get_property;
  object_class->set_property = arrears_section_row_set_property;
  object_class->dispose = arrears_section_row_dispose;

  properties[PROP_SECTION]
    = g_param_spec_object ("section", NULL, NULL, ARREARS_TYPE_SECTION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/arrears/Arrears/ui/common/arrears-section-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_set);
}

static void
arrears_section_row_init (ArrearsSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
arrears_section_row_new (ArrearsSection *section, const char *name)
{
  GtkWidget *self;

  g_return_val_if_fail (ARREARS_IS_SECTION (section), NULL);

  self = g_object_new (ARREARS_TYPE_SECTION_ROW, "section", section, "name", name, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  arrears_section_get_title (section), -1);
  return self;
}
