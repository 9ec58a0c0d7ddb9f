/* arrears-window.c: the main window, with one ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-window-private.h"

#include "arrears-accounts-section.h"
#include "arrears-agreements-section.h"
#include "arrears-format.h"
#include "arrears-invoices-section.h"
#include "arrears-job.h"
#include "arrears-letters-section.h"
#include "arrears-log-section.h"
#include "arrears-message.h"
#include "arrears-section-row.h"
#include "arrears-section.h"
#include "arrears-today-section.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

/* The shell: a leaflet of the list of sections and the content. What libadwaita has since put in
 * its place is named in this file and its template only.
 */
struct _ArrearsWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkStack *pages; /* welcome, failed, ledger */
  AdwStatusPage *failed;
  GtkLabel *failed_details;
  AdwLeaflet *leaflet;
  GtkLabel *ledger_title;
  GtkListBox *sidebar;
  GtkWidget *content;
  GtkWidget *back_button;
  AdwWindowTitle *content_title;
  AdwToastOverlay *toasts;
  GtkStack *places; /* the sections, and what is pushed in their place */
  GtkStack *sections;

  /* Owned */
  ArrearsDesk *desk; /* NULL until a ledger is open */
  char *path;        /* of the ledger that is open or being opened */
  GCancellable *opening;
  ArrearsOpeningKind opening_kind;
  GtkFileChooserNative *chooser;

  /* Borrowed */
  GtkWidget *pushed; /* a child of `places`, or NULL */
  GBinding *title_binding;

  ArrearsDay fixed_day;
  gulong changed_handler;
  gulong painted_handler;
  gboolean is_drawn;
};

G_DEFINE_FINAL_TYPE (ArrearsWindow, arrears_window, ADW_TYPE_APPLICATION_WINDOW)

static ArrearsApplication *
get_application (ArrearsWindow *self)
{
  return ARREARS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static GSettings *
get_settings (ArrearsWindow *self)
{
  ArrearsApplication *application = get_application (self);

  return application != NULL ? arrears_application_get_settings (application) : NULL;
}

static ArrearsDay
get_day (ArrearsWindow *self)
{
  if (arrears_day_is_set (self->fixed_day))
    return self->fixed_day;
  return arrears_application_get_today (get_application (self));
}

static ArrearsSection *
get_visible_section (ArrearsWindow *self)
{
  return ARREARS_SECTION (gtk_stack_get_visible_child (self->sections));
}

/* Where the user has asked for a day, it has to be plain that the figures are not today's. */
static void
show_fixed_day (ArrearsWindow *self)
{
  g_autofree char *day = arrears_format_day (self->fixed_day);
  g_autofree char *text = NULL;

  if (!arrears_day_is_set (self->fixed_day))
    return;

  /* Translators: %s is a day. The program takes it for today. */
  text = g_strdup_printf (_("As of %s"), day);
  adw_window_title_set_subtitle (self->content_title, text);
}

/* The firm whose ledger it is; until it has told its name, the file. */
static char *
make_ledger_title (ArrearsWindow *self)
{
  g_autoptr (ArrearsCompany) company
      = self->desk != NULL ? arrears_desk_load_company (self->desk, NULL) : NULL;
  g_autofree char *base = NULL;

  if (company != NULL && *company->name != '\0')
    return g_strdup (company->name);
  if (self->path == NULL)
    return g_strdup (_("Arrears"));

  base = g_path_get_basename (self->path);
  if (g_str_has_suffix (base, ".arrears"))
    base[strlen (base) - strlen (".arrears")] = '\0';
  return g_filename_display_name (base);
}

static void
show_ledger_title (ArrearsWindow *self)
{
  g_autofree char *title = make_ledger_title (self);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->ledger_title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ledger_title), title);
}

static void
on_ledger_changed_cb (ArrearsWindow *self)
{
  show_ledger_title (self);
}

static void
show_content_title (ArrearsWindow *self)
{
  ArrearsSection *section = get_visible_section (self);

  if (self->pushed == NULL && section != NULL)
    adw_window_title_set_title (self->content_title, arrears_section_get_title (section));
}

static void
show_back_button (ArrearsWindow *self)
{
  gtk_widget_set_visible (self->back_button,
                          self->pushed != NULL || adw_leaflet_get_folded (self->leaflet));
}

static void
pop (ArrearsWindow *self)
{
  GtkWidget *pushed = g_steal_pointer (&self->pushed);

  if (pushed == NULL)
    return;

  g_clear_pointer (&self->title_binding, g_binding_unbind);
  gtk_stack_set_visible_child (self->places, GTK_WIDGET (self->sections));
  gtk_stack_remove (self->places, pushed);
  show_content_title (self);
  show_back_button (self);
}

/* One whose indicator can be seen is built before anybody goes there. */
static void
give_desk_to_sections (ArrearsWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      arrears_section_set_desk (ARREARS_SECTION (child), self->desk);
      if (self->desk != NULL && ARREARS_SECTION_GET_CLASS (child)->refreshes_unseen)
        arrears_section_visit (ARREARS_SECTION (child));
    }
}

/* Keeps for each ledger the day on which it was looked at last, and tells Today of the former. A
 * day that was asked for is no day on which somebody looked.
 */
static void
note_look (ArrearsWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autoptr (GVariant) former = NULL;
  g_autoptr (GVariantDict) looks = NULL;
  gint32 day = 0;

  if (settings == NULL || arrears_day_is_set (self->fixed_day))
    return;

  former = g_settings_get_value (settings, "looked-on");
  looks = g_variant_dict_new (former);
  g_variant_dict_lookup (looks, self->path, "i", &day);
  arrears_today_section_set_looked_on (
      ARREARS_TODAY_SECTION (gtk_stack_get_child_by_name (self->sections, "today")),
      (ArrearsDay) { day });
  g_variant_dict_insert (looks, self->path, "i", get_day (self).number);
  g_settings_set_value (settings, "looked-on", g_variant_dict_end (looks));
}

/* Who is asked for nothing is who is at the computer. */
static void
take_actor (ArrearsWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "actor") : NULL;

  if (name != NULL && *name != '\0')
    arrears_desk_set_actor (self->desk, name);
  else if (!g_str_equal (g_get_real_name (), "Unknown"))
    arrears_desk_set_actor (self->desk, g_get_real_name ());
  else
    arrears_desk_set_actor (self->desk, g_get_user_name ());
}

static void
take_desk (ArrearsWindow *self, ArrearsDesk *desk)
{
  pop (self);
  if (self->desk != NULL)
    g_clear_signal_handler (&self->changed_handler, self->desk);
  g_clear_object (&self->desk);
  self->desk = desk;
  if (desk != NULL)
    take_actor (self);
  if (desk != NULL)
    self->changed_handler = g_signal_connect_swapped (desk, "ledger-changed",
                                                      G_CALLBACK (on_ledger_changed_cb), self);
  show_ledger_title (self);
  arrears_window_enable_actions (self);
  give_desk_to_sections (self);
}

/* A ledger that was open stays so; only the new one is told of. */
static void
tell_failed_opening (ArrearsWindow *self, const GError *error)
{
  g_clear_pointer (&self->path, g_free);
  if (self->desk != NULL)
    {
      self->path = g_strdup (arrears_desk_get_path (self->desk));
      show_ledger_title (self);
      arrears_message_show_error (GTK_WIDGET (self), _("The Ledger Could Not Be Opened"), error);
      return;
    }

  show_ledger_title (self);
  adw_status_page_set_description (self->failed, arrears_words_get_for_error (error));
  gtk_label_set_label (self->failed_details, error->message);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

static void
keep_path (ArrearsWindow *self)
{
  GSettings *settings = get_settings (self);

  if (settings != NULL && !arrears_day_is_set (self->fixed_day))
    g_settings_set_string (settings, "ledger", self->path);
}

static void
on_ledger_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsWindow *self = ARREARS_WINDOW (object);
  g_autoptr (GError) error = NULL;
  ArrearsDesk *desk = arrears_opening_finish (result, &error);

  if (desk == NULL)
    {
      if (!arrears_message_is_cancelled (error))
        tell_failed_opening (self, error);
      return;
    }

  note_look (self);
  take_desk (self, desk);
  gtk_stack_set_visible_child_name (self->pages, "ledger");
  keep_path (self);
  if (self->opening_kind == ARREARS_OPENING_CREATE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-company", NULL);
}

static void
start_opening (ArrearsWindow *self)
{
  ArrearsOpening opening = {
    .kind = self->opening_kind,
    .path = self->path,
    .as_of = get_day (self),
    .clock = arrears_application_get_clock (get_application (self)),
  };

  arrears_opening_start (&opening, self, arrears_job_renew (&self->opening), on_ledger_opened_cb,
                         NULL);
}

/* Nothing is read before the user sees a window. */
static void
on_frame_painted_cb (ArrearsWindow *self, GdkFrameClock *clock)
{
  g_clear_signal_handler (&self->painted_handler, clock);
  self->is_drawn = TRUE;
  if (self->path != NULL)
    start_opening (self);
}

static void
arrears_window_map (GtkWidget *widget)
{
  ArrearsWindow *self = ARREARS_WINDOW (widget);

  GTK_WIDGET_CLASS (arrears_window_parent_class)->map (widget);

  if (!self->is_drawn && self->painted_handler == 0)
    self->painted_handler
        = g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                                   G_CALLBACK (on_frame_painted_cb), self, G_CONNECT_SWAPPED);
}

static void
on_visible_section_notified_cb (ArrearsWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->sections);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0)
      gtk_list_box_select_row (self->sidebar, row);
  show_content_title (self);
}

static void
show_section (ArrearsWindow *self, GtkWidget *section)
{
  GSettings *settings = get_settings (self);

  pop (self);
  arrears_section_visit (ARREARS_SECTION (section));
  gtk_stack_set_visible_child (self->sections, section);
  if (settings != NULL)
    g_settings_set_string (settings, "section", arrears_window_get_section (self));
}

/* The arrow keys go through the sections, and the focus stays with the list. */
static void
on_sidebar_row_selected_cb (ArrearsWindow *self, GtkListBoxRow *row)
{
  GtkWidget *section;

  if (row == NULL)
    return;

  section = gtk_stack_get_child_by_name (self->sections, gtk_widget_get_name (GTK_WIDGET (row)));
  if (section != gtk_stack_get_visible_child (self->sections))
    show_section (self, section);
}

static void
on_folded_notified_cb (ArrearsWindow *self)
{
  show_back_button (self);
}

/* A window that stays open over night comes to the next day when it is used again. */
static void
on_is_active_notified_cb (ArrearsWindow *self)
{
  ArrearsDay day;

  if (self->desk == NULL || get_application (self) == NULL
      || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  day = get_day (self);
  if (arrears_day_compare (day, arrears_desk_get_as_of (self->desk)) != 0)
    arrears_desk_set_as_of (self->desk, day);
}

static void
fill_sidebar (ArrearsWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkStackPage *page = gtk_stack_get_page (self->sections, child);

      gtk_list_box_append (self->sidebar, arrears_section_row_new (ARREARS_SECTION (child),
                                                                   gtk_stack_page_get_name (page)));
    }
}

static void
restore_state (ArrearsWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *section = NULL;

  if (settings == NULL)
    return;

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  section = g_settings_get_string (settings, "section");
  if (gtk_stack_get_child_by_name (self->sections, section) != NULL)
    gtk_stack_set_visible_child_name (self->sections, section);
}

static void
arrears_window_dispose (GObject *object)
{
  ArrearsWindow *self = ARREARS_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->chooser);
  if (self->desk != NULL)
    take_desk (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ARREARS_TYPE_WINDOW);

  G_OBJECT_CLASS (arrears_window_parent_class)->dispose (object);
}

static void
arrears_window_finalize (GObject *object)
{
  g_free (ARREARS_WINDOW (object)->path);

  G_OBJECT_CLASS (arrears_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/arrears/Arrears/ui/arrears-window.ui");
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, pages);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, failed);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, failed_details);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, leaflet);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, ledger_title);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, sidebar);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, content);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, back_button);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, content_title);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, toasts);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, places);
  gtk_widget_class_bind_template_child (klass, ArrearsWindow, sections);
  gtk_widget_class_bind_template_callback (klass, on_visible_section_notified_cb);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_row_selected_cb);
  gtk_widget_class_bind_template_callback (klass, on_folded_notified_cb);
  gtk_widget_class_bind_template_callback (klass, on_is_active_notified_cb);
}

static void
arrears_window_class_init (ArrearsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = arrears_window_dispose;
  object_class->finalize = arrears_window_finalize;
  widget_class->map = arrears_window_map;

  g_type_ensure (ARREARS_TYPE_TODAY_SECTION);
  g_type_ensure (ARREARS_TYPE_ACCOUNTS_SECTION);
  g_type_ensure (ARREARS_TYPE_INVOICES_SECTION);
  g_type_ensure (ARREARS_TYPE_LETTERS_SECTION);
  g_type_ensure (ARREARS_TYPE_AGREEMENTS_SECTION);
  g_type_ensure (ARREARS_TYPE_LOG_SECTION);
  bind_template (widget_class);
}

static void
arrears_window_init (ArrearsWindow *self)
{
  arrears_window_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_sidebar (self);
  on_visible_section_notified_cb (self);
}

void
arrears_window_start_opening (ArrearsWindow *self, ArrearsOpeningKind kind, const char *path)
{
  char *copy = g_canonicalize_filename (path, NULL);

  g_free (self->path);
  self->path = copy;
  self->opening_kind = kind;
  if (self->desk == NULL)
    gtk_stack_set_visible_child_name (self->pages, "ledger");
  show_ledger_title (self);
  if (self->is_drawn)
    start_opening (self);
}

void
arrears_window_show_section (ArrearsWindow *self, const char *name)
{
  GtkWidget *section = gtk_stack_get_child_by_name (self->sections, name);

  if (section == NULL)
    return;

  show_section (self, section);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  if (!arrears_section_start_search (ARREARS_SECTION (section)))
    gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
}

void
arrears_window_start_search (ArrearsWindow *self)
{
  ArrearsSection *section = get_visible_section (self);

  if (self->desk == NULL)
    return;

  pop (self);
  if (!arrears_section_start_search (section))
    {
      arrears_window_show_section (self, "accounts");
      arrears_section_start_search (get_visible_section (self));
    }
}

void
arrears_window_go_back (ArrearsWindow *self)
{
  if (self->pushed != NULL)
    pop (self);
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

GtkWidget *
arrears_window_get_place (ArrearsWindow *self)
{
  return self->pushed != NULL ? self->pushed : gtk_stack_get_visible_child (self->sections);
}

void
arrears_window_set_actor (ArrearsWindow *self, const char *name)
{
  GSettings *settings = get_settings (self);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  if (settings != NULL)
    g_settings_set_string (settings, "actor", trimmed);
  if (self->desk != NULL)
    take_actor (self);
}

void
arrears_window_keep_chooser (ArrearsWindow *self, GtkFileChooserNative *chooser)
{
  g_set_object (&self->chooser, chooser);
}

ArrearsWindow *
arrears_window_new (ArrearsApplication *application, ArrearsDay fixed_day)
{
  ArrearsWindow *self;

  g_return_val_if_fail (ARREARS_IS_APPLICATION (application), NULL);

  self = g_object_new (ARREARS_TYPE_WINDOW, "application", application, NULL);
  self->fixed_day = fixed_day;
  restore_state (self);
  arrears_section_visit (get_visible_section (self));
  show_ledger_title (self);
  show_content_title (self);
  show_fixed_day (self);
  arrears_window_enable_actions (self);
  return self;
}

ArrearsDay
arrears_window_get_fixed_day (ArrearsWindow *self)
{
  g_return_val_if_fail (ARREARS_IS_WINDOW (self), ARREARS_DAY_NONE);

  return self->fixed_day;
}

void
arrears_window_open_ledger (ArrearsWindow *self, const char *path)
{
  g_return_if_fail (ARREARS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  arrears_window_start_opening (self, ARREARS_OPENING_OPEN, path);
}

const char *
arrears_window_get_ledger_path (ArrearsWindow *self)
{
  g_return_val_if_fail (ARREARS_IS_WINDOW (self), NULL);

  return self->path;
}

ArrearsDesk *
arrears_window_get_desk (ArrearsWindow *self)
{
  g_return_val_if_fail (ARREARS_IS_WINDOW (self), NULL);

  return self->desk;
}

const char *
arrears_window_get_section (ArrearsWindow *self)
{
  g_return_val_if_fail (ARREARS_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->sections);
}

void
arrears_window_push (ArrearsWindow *self, GtkWidget *page)
{
  g_return_if_fail (ARREARS_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  pop (self);
  self->pushed = page;
  gtk_stack_add_child (self->places, page);
  gtk_stack_set_visible_child (self->places, page);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "title") != NULL)
    self->title_binding = g_object_bind_property (page, "title", self->content_title, "title",
                                                  G_BINDING_SYNC_CREATE);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  show_back_button (self);
}

void
arrears_window_tell (ArrearsWindow *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (ARREARS_IS_WINDOW (self));

  /* It is the answer to what the user has just done: it waits for no other. */
  toast = adw_toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
