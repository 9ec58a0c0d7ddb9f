/* arrears-pdf-view.c: all pages of a PDF file, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-view.h"

#include "arrears-pdf-page.h"
#include "arrears-printing.h"

struct _ArrearsPdfView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkBox *pages;

  guint n_pages;
  double zoom;
};

G_DEFINE_FINAL_TYPE (ArrearsPdfView, arrears_pdf_view, ADW_TYPE_BIN)

static const double zoom_step = 1.2;
static const double least_zoom = 0.25;
static const double greatest_zoom = 5.0;

/* Pages this many heights of the window above or below are kept drawn. */
static const double kept_around = 0.5;

static void
update_shown_pages (ArrearsPdfView *self)
{
  GtkAdjustment *adjustment;
  double height;
  double top;
  double bottom;

  if (self->pages == NULL)
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  height = gtk_adjustment_get_page_size (adjustment);
  top = gtk_adjustment_get_value (adjustment) - height * kept_around;
  bottom = gtk_adjustment_get_value (adjustment) + height * (1 + kept_around);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (page, GTK_WIDGET (self->pages), &bounds))
        arrears_pdf_page_set_shown (ARREARS_PDF_PAGE (page),
                                    bounds.origin.y < bottom
                                        && bounds.origin.y + bounds.size.height > top);
    }
}

static void
clear_pages (ArrearsPdfView *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
  self->n_pages = 0;
}

static void
add_pages (ArrearsPdfView *self, PopplerDocument *document)
{
  int n_pages = poppler_document_get_n_pages (document);

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GtkWidget *widget;

      if (page == NULL)
        continue;
      widget = arrears_pdf_page_new (page, i + 1, n_pages);
      arrears_pdf_page_set_zoom (ARREARS_PDF_PAGE (widget), self->zoom);
      gtk_box_append (self->pages, widget);
      self->n_pages++;
      g_object_unref (page);
    }
}

static double
get_shown_zoom (ArrearsPdfView *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));

  if (page == NULL || !gtk_widget_get_mapped (page))
    return 1.0;
  return arrears_pdf_page_get_shown_zoom (ARREARS_PDF_PAGE (page));
}

static void
zoom_in (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPdfView *self = ARREARS_PDF_VIEW (widget);

  arrears_pdf_view_set_zoom (self,
                             CLAMP (get_shown_zoom (self) * zoom_step, least_zoom, greatest_zoom));
}

static void
zoom_out (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsPdfView *self = ARREARS_PDF_VIEW (widget);

  arrears_pdf_view_set_zoom (self,
                             CLAMP (get_shown_zoom (self) / zoom_step, least_zoom, greatest_zoom));
}

static void
fit_width (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  arrears_pdf_view_set_zoom (ARREARS_PDF_VIEW (widget), 0);
}

static gboolean
on_wheel_scrolled_cb (ArrearsPdfView *self, double dx, double dy,
                      GtkEventControllerScroll *controller)
{
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((modifiers & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "pdf.zoom-in" : "pdf.zoom-out", NULL);
  return GDK_EVENT_STOP;
}

static void
arrears_pdf_view_dispose (GObject *object)
{
  ArrearsPdfView *self = ARREARS_PDF_VIEW (object);

  /* The adjustments still move while the scrolled window goes. */
  self->pages = NULL;

  G_OBJECT_CLASS (arrears_pdf_view_parent_class)->dispose (object);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "pdf.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "pdf.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "pdf.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "pdf.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK,
                                       "pdf.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "pdf.fit-width",
                                       NULL);
}

static void
arrears_pdf_view_class_init (ArrearsPdfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_pdf_view_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/arrears/Arrears/ui/common/arrears-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ArrearsPdfView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ArrearsPdfView, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_wheel_scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_shown_pages);

  gtk_widget_class_install_action (widget_class, "pdf.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "pdf.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "pdf.fit-width", NULL, fit_width);
  add_shortcuts (widget_class);
}

static void
arrears_pdf_view_init (ArrearsPdfView *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_shown_pages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (update_shown_pages), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
arrears_pdf_view_new (void)
{
  return g_object_new (ARREARS_TYPE_PDF_VIEW, NULL);
}

gboolean
arrears_pdf_view_set_bytes (ArrearsPdfView *self, GBytes *bytes, GError **error)
{
  PopplerDocument *document;
  guint n_pages_before;

  g_return_val_if_fail (ARREARS_IS_PDF_VIEW (self), FALSE);

  n_pages_before = self->n_pages;
  clear_pages (self);
  if (bytes == NULL)
    return TRUE;

  document = arrears_printing_load (bytes, error);
  if (document == NULL)
    return FALSE;

  add_pages (self, document);
  g_object_unref (document);
  if (self->n_pages != n_pages_before)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
  update_shown_pages (self);
  return TRUE;
}

guint
arrears_pdf_view_get_n_pages (ArrearsPdfView *self)
{
  g_return_val_if_fail (ARREARS_IS_PDF_VIEW (self), 0);

  return self->n_pages;
}

double
arrears_pdf_view_get_zoom (ArrearsPdfView *self)
{
  g_return_val_if_fail (ARREARS_IS_PDF_VIEW (self), 0);

  return self->zoom;
}

void
arrears_pdf_view_set_zoom (ArrearsPdfView *self, double zoom)
{
  g_return_if_fail (ARREARS_IS_PDF_VIEW (self));
  g_return_if_fail (zoom >= 0);

  self->zoom = zoom;
  gtk_scrolled_window_set_policy (self->scrolled_window,
                                  zoom > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    arrears_pdf_page_set_zoom (ARREARS_PDF_PAGE (page), zoom);
}
