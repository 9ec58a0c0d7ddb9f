/* arrears-section.c: a place in the window: Today, Accounts, Invoices ...
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-section.h"

typedef struct
{
  char *title;
  char *icon_name;
  char *indicator;
  ArrearsDesk *desk;
  gulong changed_handler;
  gboolean is_built;
  gboolean is_stale;
} ArrearsSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ArrearsSection, arrears_section, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_INDICATOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
can_refresh (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  return priv->is_built && priv->desk != NULL
         && (ARREARS_SECTION_GET_CLASS (self)->refreshes_unseen
             || gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
refresh_if_stale (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  if (!priv->is_stale || !can_refresh (self))
    return;

  priv->is_stale = FALSE;
  ARREARS_SECTION_GET_CLASS (self)->refresh (self);
}

static void
apply_desk (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  ARREARS_SECTION_GET_CLASS (self)->set_desk (self, priv->desk);
  priv->is_stale = priv->desk != NULL;
  refresh_if_stale (self);
}

static void
on_ledger_changed_cb (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  priv->is_stale = TRUE;
  refresh_if_stale (self);
}

static void
arrears_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (arrears_section_parent_class)->map (widget);

  refresh_if_stale (ARREARS_SECTION (widget));
}

static void
arrears_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsSection *self = ARREARS_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, arrears_section_get_title (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, arrears_section_get_icon_name (self));
      break;
    case PROP_INDICATOR:
      g_value_set_string (value, arrears_section_get_indicator (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_section_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  ArrearsSection *self = ARREARS_SECTION (object);
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_TITLE:
      priv->title = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      priv->icon_name = g_value_dup_string (value);
      break;
    case PROP_INDICATOR:
      arrears_section_set_indicator (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_section_dispose (GObject *object)
{
  ArrearsSection *self = ARREARS_SECTION (object);
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  if (priv->desk != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->desk);
  g_clear_object (&priv->desk);
  /* The bin keeps its child by a bare pointer, so it has to let go before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (priv->is_built)
    gtk_widget_dispose_template (GTK_WIDGET (self), G_OBJECT_TYPE (self));
  priv->is_built = FALSE;

  G_OBJECT_CLASS (arrears_section_parent_class)->dispose (object);
}

static void
arrears_section_finalize (GObject *object)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (ARREARS_SECTION (object));

  g_free (priv->title);
  g_free (priv->icon_name);
  g_free (priv->indicator);

  G_OBJECT_CLASS (arrears_section_parent_class)->finalize (object);
}

static void
do_nothing (ArrearsSection *self)
{
}

static void
ignore_desk (ArrearsSection *self, ArrearsDesk *desk)
{
}

static gboolean
find_nothing_to_search (ArrearsSection *self)
{
  return FALSE;
}

static void
arrears_section_class_init (ArrearsSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = arrears_section_get_property;
  object_class->set_property = arrears_section_set_property;
  object_class->dispose = arrears_section_dispose;
  object_class->finalize = arrears_section_finalize;
  widget_class->map = arrears_section_map;
  klass->build = do_nothing;
  klass->set_desk = ignore_desk;
  klass->refresh = do_nothing;
  klass->start_search = find_nothing_to_search;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_INDICATOR] =
    g_param_spec_string ("indicator", NULL, NULL, "", flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
arrears_section_init (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  priv->indicator = g_strdup ("");
}

const char *
arrears_section_get_title (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_val_if_fail (ARREARS_IS_SECTION (self), NULL);

  return priv->title;
}

const char *
arrears_section_get_icon_name (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_val_if_fail (ARREARS_IS_SECTION (self), NULL);

  return priv->icon_name;
}

const char *
arrears_section_get_indicator (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_val_if_fail (ARREARS_IS_SECTION (self), NULL);

  return priv->indicator;
}

void
arrears_section_set_indicator (ArrearsSection *self, const char *indicator)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_if_fail (ARREARS_IS_SECTION (self));

  if (g_strcmp0 (priv->indicator, indicator) == 0)
    return;

  g_free (priv->indicator);
  priv->indicator = g_strdup (indicator != NULL ? indicator : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
}

void
arrears_section_visit (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_if_fail (ARREARS_IS_SECTION (self));

  if (priv->is_built)
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->is_built = TRUE;
  ARREARS_SECTION_GET_CLASS (self)->build (self);
  apply_desk (self);
}

ArrearsDesk *
arrears_section_get_desk (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_val_if_fail (ARREARS_IS_SECTION (self), NULL);

  return priv->desk;
}

void
arrears_section_set_desk (ArrearsSection *self, ArrearsDesk *desk)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_if_fail (ARREARS_IS_SECTION (self));

  if (priv->desk == desk)
    return;

  if (priv->desk != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->desk);
  g_set_object (&priv->desk, desk);
  if (desk != NULL)
    priv->changed_handler = g_signal_connect_swapped (desk, "ledger-changed",
                                                      G_CALLBACK (on_ledger_changed_cb), self);
  if (priv->is_built)
    apply_desk (self);
}

gboolean
arrears_section_start_search (ArrearsSection *self)
{
  ArrearsSectionPrivate *priv = arrears_section_get_instance_private (self);

  g_return_val_if_fail (ARREARS_IS_SECTION (self), FALSE);

  return priv->is_built && ARREARS_SECTION_GET_CLASS (self)->start_search (self);
}
