/* arrears-pdf-page.c: one page of a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-pdf-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ArrearsPdfPage
{
  GtkWidget parent_instance;

  PopplerPage *page;
  GdkTexture *texture; /* of the size that it was drawn at last */
  double width;        /* of the paper, in points */
  double height;
  double zoom;
  gboolean is_shown;
};

G_DEFINE_FINAL_TYPE (ArrearsPdfPage, arrears_pdf_page, GTK_TYPE_WIDGET)

static const double pixels_per_point = 96.0 / 72.0;

enum
{
  LEAST_WIDTH = 160,
};

/* Where there is room for more, a page of text is easier to read no wider than this. */
static const double widest_zoom = 1.25;

static GdkTexture *
render_texture (ArrearsPdfPage *self, int width, int height)
{
  g_autoptr (GBytes) pixels = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->width, height / self->height);
  poppler_page_render (self->page, cr);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                       (gsize) stride * (gsize) height,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

static void
ensure_texture (ArrearsPdfPage *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * scale;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * scale;

  if (self->texture != NULL && gdk_texture_get_width (self->texture) == width
      && gdk_texture_get_height (self->texture) == height)
    return;

  g_clear_object (&self->texture);
  if (width > 0 && height > 0)
    self->texture = render_texture (self, width, height);
}

static void
on_scale_factor_changed_cb (ArrearsPdfPage *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
arrears_pdf_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ArrearsPdfPage *self = ARREARS_PDF_PAGE (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &(const GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (!self->is_shown)
    return;

  ensure_texture (self);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static GtkSizeRequestMode
arrears_pdf_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_width_at (ArrearsPdfPage *self, double zoom)
{
  return (int) ceil (self->width * pixels_per_point * zoom);
}

static void
arrears_pdf_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  ArrearsPdfPage *self = ARREARS_PDF_PAGE (widget);
  gboolean fits_width = self->zoom <= 0;
  int widest = get_width_at (self, fits_width ? widest_zoom : self->zoom);
  int width = fits_width && for_size >= 0 ? for_size : widest;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = fits_width ? MIN (LEAST_WIDTH, widest) : widest;
      *natural = widest;
    }
  else
    *minimum = *natural = (int) ceil (MIN (width, widest) * self->height / self->width);
}

static void
arrears_pdf_page_finalize (GObject *object)
{
  ArrearsPdfPage *self = ARREARS_PDF_PAGE (object);

  g_clear_object (&self->page);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (arrears_pdf_page_parent_class)->finalize (object);
}

static void
arrears_pdf_page_class_init (ArrearsPdfPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = arrears_pdf_page_finalize;

  widget_class->snapshot = arrears_pdf_page_snapshot;
  widget_class->measure = arrears_pdf_page_measure;
  widget_class->get_request_mode = arrears_pdf_page_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "pdfpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
arrears_pdf_page_init (ArrearsPdfPage *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor_changed_cb), NULL);
}

GtkWidget *
arrears_pdf_page_new (PopplerPage *page, int number, int n_pages)
{
  ArrearsPdfPage *self = g_object_new (ARREARS_TYPE_PDF_PAGE, NULL);
  g_autofree char *label = g_strdup_printf (_("Page %d of %d"), number, n_pages);
  g_autofree char *text = poppler_page_get_text (page);

  self->page = g_object_ref (page);
  poppler_page_get_size (page, &self->width, &self->height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

void
arrears_pdf_page_set_zoom (ArrearsPdfPage *self, double zoom)
{
  g_return_if_fail (ARREARS_IS_PDF_PAGE (self));
  g_return_if_fail (zoom >= 0);

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
arrears_pdf_page_get_shown_zoom (ArrearsPdfPage *self)
{
  g_return_val_if_fail (ARREARS_IS_PDF_PAGE (self), 1.0);

  return gtk_widget_get_width (GTK_WIDGET (self)) / (self->width * pixels_per_point);
}

void
arrears_pdf_page_set_shown (ArrearsPdfPage *self, gboolean is_shown)
{
  g_return_if_fail (ARREARS_IS_PDF_PAGE (self));

  if (self->is_shown == is_shown)
    return;

  self->is_shown = is_shown;
  if (!is_shown)
    g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
