/* arrears-log-section.c: what happened in the whole ledger (台账)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-log-section.h"

#include "arrears-contact.h"
#include "arrears-day-button.h"
#include "arrears-format.h"
#include "arrears-job.h"
#include "arrears-log-export.h"
#include "arrears-message.h"
#include "arrears-window.h"
#include "arrears-words-terms.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  ENTRIES_A_PAGE = 200,
  FILTER_DELAY_MS = 150,
};

struct _ArrearsLogSection
{
  ArrearsSection parent_instance;

  /* Template widgets */
  GtkEditable *search;
  GtkEditable *person;
  GtkDropDown *channels;
  GtkEditable *from;
  GtkEditable *to;
  GtkCheckButton *contacts_only;
  GtkWidget *filters;
  GtkLabel *count;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkSingleSelection *selection;
  GtkWidget *more;
  GtkWidget *details;
  GtkGrid *grid;

  /* Owned */
  GListStore *entries;
  GCancellable *loading;
  GtkFileChooserNative *chooser;

  guint filter_timeout;
  gboolean has_more;
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (ArrearsLogSection, arrears_log_section, ARREARS_TYPE_SECTION)

/* A filter with texts of its own, and where to begin. */
typedef struct
{
  ArrearsLogFilter filter;
  char *person;
  char *search;
  gint64 before; /* 0: the first page */
  char *path;    /* to export to; NULL: a page is wanted */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->person);
  g_free (request->search);
  g_free (request->path);
  g_free (request);
}

static gpointer
load_page (ArrearsDesk *desk, gpointer input, GError **error)
{
  const Request *request = input;

  return arrears_contact_list_log (desk, &request->filter, request->before, ENTRIES_A_PAGE, error);
}

static gpointer
export_entries (ArrearsDesk *desk, gpointer input, GError **error)
{
  const Request *request = input;

  return arrears_log_export_write (desk, &request->filter, request->path, error)
             ? g_strdup (request->path)
             : NULL;
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* A day that is half typed is no limit yet, and is marked. */
static ArrearsDay
read_day (GtkEditable *entry)
{
  g_autofree char *text = dup_text (entry);
  ArrearsDay day = ARREARS_DAY_NONE;
  gboolean is_read = *text == '\0' || arrears_day_parse (text, ARREARS_DAY_ORDER_YMD, &day, NULL);

  if (is_read)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return is_read ? day : ARREARS_DAY_NONE;
}

static Request *
make_request (ArrearsLogSection *self)
{
  Request *request = g_new0 (Request, 1);
  guint channel = gtk_drop_down_get_selected (self->channels);

  request->person = dup_text (self->person);
  request->search = dup_text (self->search);
  request->filter = (ArrearsLogFilter) {
    .person = *request->person != '\0' ? request->person : NULL,
    .channel = channel < ARREARS_N_CHANNELS ? (ArrearsChannel) channel : ARREARS_CHANNEL_NONE,
    .from = read_day (self->from),
    .to = read_day (self->to),
    .is_contact = gtk_check_button_get_active (self->contacts_only),
    .search = *request->search != '\0' ? request->search : NULL,
  };
  return request;
}

static void
show_count (ArrearsLogSection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autofree char *text
      = self->has_more ? g_strdup_printf (_("the latest %'u entries"), n)
                       : g_strdup_printf (ngettext ("%'u entry", "%'u entries", n), n);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->more, self->has_more);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.show-more", self->has_more);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "nothing-found");
}

static gint64
get_last_id (ArrearsLogSection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr (ArrearsLogEntry) last
      = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1) : NULL;

  return last != NULL ? last->id : 0;
}

static void
on_page_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (object);
  gboolean is_first = GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = arrears_job_finish (result, &error);

  if (entries == NULL && arrears_message_is_cancelled (error))
    return;

  self->is_loading = FALSE;
  if (entries == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (self), _("The Log Could Not Be Read"), error);
      return;
    }

  if (is_first)
    g_list_store_remove_all (self->entries);
  g_list_store_splice (self->entries, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), 0,
                       entries->pdata, entries->len);
  self->has_more = entries->len == ENTRIES_A_PAGE;
  show_count (self);
}

static void
load (ArrearsLogSection *self, gint64 before)
{
  ArrearsDesk *desk = arrears_section_get_desk (ARREARS_SECTION (self));
  Request *request;

  if (desk == NULL)
    return;

  request = make_request (self);
  request->before = before;
  self->is_loading = TRUE;
  arrears_job_start (
      &(ArrearsJob) { load_page, request, free_request, (GDestroyNotify) g_ptr_array_unref }, desk,
      self, arrears_job_renew (&self->loading), on_page_loaded_cb, GINT_TO_POINTER (before == 0));
}

static void
show_more (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (widget);

  if (self->has_more && !self->is_loading)
    load (self, get_last_id (self));
}

static void
on_edge_reached_cb (ArrearsLogSection *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM)
    show_more (GTK_WIDGET (self), NULL, NULL);
}

static gboolean
on_filter_rests_cb (gpointer user_data)
{
  ArrearsLogSection *self = user_data;

  self->filter_timeout = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  load (self, 0);
  return G_SOURCE_REMOVE;
}

/* Nothing is read for each letter that is typed. */
static void
on_filter_changed_cb (ArrearsLogSection *self)
{
  g_clear_handle_id (&self->filter_timeout, g_source_remove);
  self->filter_timeout = g_timeout_add (FILTER_DELAY_MS, on_filter_rests_cb, self);
}

static void
on_search_stopped_cb (ArrearsLogSection *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
show_all (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (widget);

  gtk_editable_set_text (self->search, "");
  gtk_editable_set_text (self->person, "");
  gtk_editable_set_text (self->from, "");
  gtk_editable_set_text (self->to, "");
  gtk_drop_down_set_selected (self->channels, ARREARS_CHANNEL_NONE);
  gtk_check_button_set_active (self->contacts_only, FALSE);
}

static void
set_filter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (widget);
  const char *name;
  const char *text;
  GObject *child;
  ArrearsChannel channel;

  g_variant_get (parameter, "(&s&s)", &name, &text);
  child = gtk_widget_get_template_child (widget, ARREARS_TYPE_LOG_SECTION, name);
  if (GTK_IS_EDITABLE (child))
    gtk_editable_set_text (GTK_EDITABLE (child), text);
  else if (g_str_equal (name, "contacts_only"))
    gtk_check_button_set_active (self->contacts_only, g_str_equal (text, "1"));
  else if (g_str_equal (name, "channel") && arrears_channel_parse (text, &channel, NULL))
    gtk_drop_down_set_selected (self->channels, channel);
  else
    g_warning ("log.set: there is no filter '%s' that could hold '%s'", name, text);
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (object));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = arrears_job_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      arrears_message_show_error (GTK_WIDGET (object), _("The Log Was Not Exported"), error);
      return;
    }

  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("Exported to %s"), name);
  if (ARREARS_IS_WINDOW (root))
    arrears_window_tell (ARREARS_WINDOW (root), text);
}

static void
export_to (ArrearsLogSection *self, const char *path)
{
  Request *request = make_request (self);

  request->path = g_strdup (path);
  arrears_job_start (&(ArrearsJob) { export_entries, request, free_request, g_free },
                     arrears_section_get_desk (ARREARS_SECTION (self)), self, NULL, on_exported_cb,
                     NULL);
}

static void
on_chooser_response_cb (ArrearsLogSection *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    export_to (self, g_file_peek_path (file));
  g_clear_object (&self->chooser);
}

static void export(GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (widget);
  ArrearsDesk *desk = arrears_section_get_desk (ARREARS_SECTION (self));
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (desk == NULL)
    return;
  if (*path != '\0')
    {
      export_to (self, path);
      return;
    }

  day = arrears_day_to_string (arrears_desk_get_as_of (desk));
  /* Translators: the name of a file; %s is a day. */
  name = g_strdup_printf (_("log-%s.csv"), day);
  g_set_object (&self->chooser, NULL);
  self->chooser = gtk_file_chooser_native_new (_("Export the Log"),
                                                  GTK_WINDOW (gtk_widget_get_root (widget)),
                                                  GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Takes the text; one that says nothing is left out. */
static void
add_detail (ArrearsLogSection *self, int *row, const char *title, char *text)
{
  GtkWidget *name;
  GtkWidget *value;

  if (text != NULL && *text != '\0')
    {
      name = gtk_label_new (title);
      value = gtk_label_new (text);
      gtk_widget_add_css_class (name, "dim-label");
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_set_valign (name, GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (value), 0);
      gtk_label_set_wrap (GTK_LABEL (value), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (value), TRUE);
      gtk_widget_set_hexpand (value, TRUE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      name, NULL, -1);
      gtk_grid_attach (self->grid, name, 0, *row, 1, 1);
      gtk_grid_attach (self->grid, value, 1, *row, 1, 1);
      (*row)++;
    }
  g_free (text);
}

static char *
name_term (ArrearsTermKind kind, const char *word)
{
  return g_strdup (word != NULL && *word != '\0' ? arrears_words_get_for_term (kind, word) : "");
}

static char *
name_channel (gpointer self, const char *word)
{
  return name_term (ARREARS_TERM_CHANNEL, word);
}

static char *
name_outcome (gpointer self, const char *word)
{
  return name_term (ARREARS_TERM_CONTACT_OUTCOME, word);
}

/* When and by whom an entry was written. */
static char *
describe_writing (ArrearsLogEntry *entry)
{
  g_autofree char *instant = arrears_log_export_format_instant (entry->at, entry->offset_minutes);

  return *entry->actor != '\0' ? g_strdup_printf ("%s · %s", instant, entry->actor)
                               : g_steal_pointer (&instant);
}

/* What one reads out to compare two copies of a ledger. */
static char *
describe_place (ArrearsLogEntry *entry)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " · %s", entry->id, entry->hash);
}

/* What the sentence does not say already. */
static char *
dup_unless_said (const char *text, const char *sentence)
{
  return g_strdup (strstr (sentence, text) == NULL ? text : "");
}

static void
fill_details (ArrearsLogSection *self, ArrearsLogEntry *entry)
{
  g_autofree char *sentence = arrears_words_describe_log_entry (entry);
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  add_detail (self, &row, _("Customer"), g_strdup (entry->customer_name));
  add_detail (self, &row, _("What Happened"), g_strdup (sentence));
  add_detail (self, &row, _("Note"), dup_unless_said (entry->note, sentence));
  add_detail (self, &row, _("Measure"), dup_unless_said (entry->measure, sentence));
  add_detail (self, &row, _("Day"), arrears_format_day (entry->day));
  add_detail (self, &row, _("Written"), describe_writing (entry));
  add_detail (self, &row, _("Number and Checksum"), describe_place (entry));
}

static void
on_selection_changed_cb (ArrearsLogSection *self)
{
  ArrearsLogEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_set_visible (self->details, entry != NULL);
  if (entry != NULL)
    fill_details (self, entry);
}

static void
on_view_activated_cb (ArrearsLogSection *self, guint position)
{
  g_autoptr (ArrearsLogEntry) entry
      = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  if (entry != NULL && entry->customer_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", "x", entry->customer_id);
}

static char *
format_instant (gpointer self, gint64 at, int offset_minutes)
{
  return arrears_log_export_format_instant (at, offset_minutes);
}

static char *
describe_entry (gpointer self, ArrearsLogEntry *entry)
{
  return entry != NULL ? arrears_words_describe_log_entry (entry) : g_strdup ("");
}

static void
fill_channels (ArrearsLogSection *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All channels"));
  for (int i = ARREARS_CHANNEL_NONE + 1; i < ARREARS_N_CHANNELS; i++)
    gtk_string_list_append (
        names, arrears_words_get_for_term (ARREARS_TERM_CHANNEL,
                                           arrears_channel_to_word ((ArrearsChannel) i)));
  gtk_drop_down_set_model (self->channels, G_LIST_MODEL (names));
}

static void
add_day_button (GtkEditable *entry)
{
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (entry))),
                  arrears_day_button_new (entry));
}

static void
arrears_log_section_build (ArrearsSection *section)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (section);

  self->entries = g_list_store_new (ARREARS_TYPE_LOG_ENTRY);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  fill_channels (self);
  add_day_button (self->from);
  add_day_button (self->to);
  for (GtkWidget *cell = gtk_widget_get_first_child (self->filters); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_focusable (cell, FALSE);
  g_clear_handle_id (&self->filter_timeout, g_source_remove);
}

static void
arrears_log_section_set_desk (ArrearsSection *section, ArrearsDesk *desk)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (section);

  g_cancellable_cancel (self->loading);
  self->is_loading = FALSE;
  self->has_more = FALSE;
  g_list_store_remove_all (self->entries);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_label_set_label (self->count, "");
}

static void
arrears_log_section_refresh (ArrearsSection *section)
{
  load (ARREARS_LOG_SECTION (section), 0);
}

static gboolean
arrears_log_section_start_search (ArrearsSection *section)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ARREARS_LOG_SECTION (section)->search));
}

static void
arrears_log_section_dispose (GObject *object)
{
  ArrearsLogSection *self = ARREARS_LOG_SECTION (object);

  g_clear_handle_id (&self->filter_timeout, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (arrears_log_section_parent_class)->dispose (object);
  g_clear_handle_id (&self->filter_timeout, g_source_remove);
  g_clear_object (&self->entries);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/arrears/Arrears/ui/log/arrears-log-section.ui");
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, search);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, person);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, channels);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, from);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, to);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, contacts_only);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, filters);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, count);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, stack);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, scroller);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, selection);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, more);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, details);
  gtk_widget_class_bind_template_child (klass, ArrearsLogSection, grid);
  gtk_widget_class_bind_template_child_full (klass, "view", FALSE, 0);
  gtk_widget_class_bind_template_callback (klass, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (klass, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (klass, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_view_activated_cb);
  gtk_widget_class_bind_template_callback (klass, format_instant);
  gtk_widget_class_bind_template_callback (klass, describe_entry);
  gtk_widget_class_bind_template_callback (klass, name_channel);
  gtk_widget_class_bind_template_callback (klass, name_outcome);
  arrears_format_bind_closures (klass);
}

static void
arrears_log_section_class_init (ArrearsLogSectionClass *klass)
{
  ArrearsSectionClass *section_class = ARREARS_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = arrears_log_section_dispose;
  section_class->build = arrears_log_section_build;
  section_class->set_desk = arrears_log_section_set_desk;
  section_class->refresh = arrears_log_section_refresh;
  section_class->start_search = arrears_log_section_start_search;

  g_type_ensure (ARREARS_TYPE_LOG_ENTRY);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "log.set", "(ss)", set_filter);
  gtk_widget_class_install_action (widget_class, "log.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "log.show-more", NULL, show_more);
  gtk_widget_class_install_action (widget_class, "log.export", "s", export);
}

static void
arrears_log_section_init (ArrearsLogSection *self)
{
}
