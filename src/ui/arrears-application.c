/* arrears-application.c: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-application.h"

#include "arrears-resources.h"
#include "arrears-window.h"

#include <glib/gi18n-lib.h>

struct _ArrearsApplication
{
  AdwApplication parent_instance;

  ArrearsClock clock;
  GSettings *settings; /* NULL where there is no schema */
};

G_DEFINE_FINAL_TYPE (ArrearsApplication, arrears_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Take DAY for today"), N_("DAY") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[LEDGER]") },
  { NULL },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.search", { "<Control>f" } },
  { "win.import(('invoices', ''))", { "<Control>i" } },
  { "win.open-ledger('')", { "<Control>o" } },
  { "win.new-ledger('')", { "<Control>n" } },
  { "win.edit-company", { "<Control>comma" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.section('today')", { "<Alt>1" } },
  { "win.section('accounts')", { "<Alt>2" } },
  { "win.section('invoices')", { "<Alt>3" } },
  { "win.section('letters')", { "<Alt>4" } },
  { "win.section('agreements')", { "<Alt>5" } },
  { "win.section('log')", { "<Alt>6" } },
  { "win.edit-policies", { "<Control><Shift>p" } },
};

/* A missing schema would end the program; it is only convenience that is lost. */
static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ARREARS_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* The window that shows a ledger on a day, if there is one. */
static ArrearsWindow *
find_window (ArrearsApplication *self, const char *path, ArrearsDay as_of)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (ARREARS_IS_WINDOW (link->data)
        && g_strcmp0 (arrears_window_get_ledger_path (link->data), path) == 0
        && arrears_window_get_fixed_day (link->data).number == as_of.number)
      return link->data;
  return NULL;
}

/* A window that has no ledger yet takes the one that is opened. */
static void
show_window (ArrearsApplication *self, const char *path, ArrearsDay as_of)
{
  ArrearsWindow *window = find_window (self, path, as_of);

  if (window == NULL)
    window = find_window (self, NULL, as_of);
  if (window == NULL)
    window = arrears_window_new (self, as_of);
  if (path != NULL && arrears_window_get_ledger_path (window) == NULL)
    arrears_window_open_ledger (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

/* What is not on this machine will not open either, but then the user is told. */
static void
show_file (ArrearsApplication *self, GFile *file, ArrearsDay as_of)
{
  g_autofree char *name = g_file_get_parse_name (file);

  show_window (self, g_file_peek_path (file) != NULL ? g_file_peek_path (file) : name, as_of);
}

/* The ledger that was open last, unless it has gone. */
static char *
dup_last_path (ArrearsApplication *self)
{
  g_autofree char *path = NULL;

  if (self->settings == NULL)
    return NULL;

  path = g_settings_get_string (self->settings, "ledger");
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static void
show_last (ArrearsApplication *self, ArrearsDay as_of)
{
  g_autofree char *path = dup_last_path (self);

  show_window (self, path, as_of);
}

static void
arrears_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    show_last (ARREARS_APPLICATION (application), ARREARS_DAY_NONE);
}

static void
arrears_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    show_file (ARREARS_APPLICATION (application), files[i], ARREARS_DAY_NONE);
}

/* FALSE with a message where the option is there and is no day. */
static gboolean
read_as_of (GVariantDict *given, ArrearsDay *as_of, GError **error)
{
  const char *text = NULL;

  *as_of = ARREARS_DAY_NONE;
  return !g_variant_dict_lookup (given, "as-of", "&s", &text)
         || arrears_day_parse (text, ARREARS_DAY_ORDER_YMD, as_of, error);
}

static int
arrears_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  ArrearsApplication *self = ARREARS_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  g_autofree const char **paths = NULL;
  ArrearsDay as_of;

  if (!read_as_of (given, &as_of, NULL))
    return 1;

  if (!g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &paths))
    {
      if (arrears_day_is_set (as_of))
        show_last (self, as_of);
      else
        g_application_activate (application);
      return 0;
    }

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, paths[i]);

      show_file (self, file, as_of);
    }
  return 0;
}

/* What needs no window is settled before a running program is asked to open one. */
static int
arrears_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  g_autoptr (GError) error = NULL;
  ArrearsDay as_of;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Arrears %s\n", ARREARS_VERSION);
      return 0;
    }

  if (!read_as_of (given, &as_of, &error))
    {
      g_printerr ("arrears: --as-of: %s\n", error->message);
      return 2;
    }

  return -1;
}

static void
on_about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  static const char *const developers[] = { "The Arrears contributors", NULL };

  adw_show_about_window (parent, "application-name", _("Arrears"), "application-icon",
                         ARREARS_APPLICATION_ID, "version", ARREARS_VERSION, "developers",
                         developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("See who owes you, chase them in time and print the letters"),
                         /* Translators: your name, as it is to stand in the credits. */
                         "translator-credits", _("translator-credits"), NULL);
}

/* Windows are closed as the user would, so that each lets go of its ledger. */
static void
on_quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
arrears_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", on_about_activated_cb },
    { "quit", on_quit_activated_cb },
  };

  G_APPLICATION_CLASS (arrears_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
  gtk_window_set_default_icon_name (ARREARS_APPLICATION_ID);
}

static void
arrears_application_finalize (GObject *object)
{
  g_clear_object (&ARREARS_APPLICATION (object)->settings);

  G_OBJECT_CLASS (arrears_application_parent_class)->finalize (object);
}

static void
arrears_application_class_init (ArrearsApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = arrears_application_finalize;
  application_class->startup = arrears_application_startup;
  application_class->activate = arrears_application_activate;
  application_class->open = arrears_application_open;
  application_class->command_line = arrears_application_command_line;
  application_class->handle_local_options = arrears_application_handle_local_options;
}

static void
arrears_application_init (ArrearsApplication *self)
{
  self->settings = load_settings ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
}

ArrearsApplication *
arrears_application_new (ArrearsClock clock)
{
  ArrearsApplication *self;

  g_return_val_if_fail (clock != NULL, NULL);

  g_resources_register (arrears_get_resource ());
  self = g_object_new (ARREARS_TYPE_APPLICATION, "application-id", ARREARS_APPLICATION_ID,
                       "resource-base-path", "/io/github/arrears/Arrears", "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
  self->clock = clock;
  return self;
}

ArrearsClock
arrears_application_get_clock (ArrearsApplication *self)
{
  g_return_val_if_fail (ARREARS_IS_APPLICATION (self), NULL);

  return self->clock;
}

ArrearsDay
arrears_application_get_today (ArrearsApplication *self)
{
  ArrearsInstant now;
  gint64 local;

  g_return_val_if_fail (ARREARS_IS_APPLICATION (self), ARREARS_DAY_NONE);

  now = self->clock ();
  local = now.at + now.offset_minutes * 60;
  return arrears_day_add_days (arrears_day_from_ymd (1970, 1, 1), (int) (local / 86400));
}

GSettings *
arrears_application_get_settings (ArrearsApplication *self)
{
  g_return_val_if_fail (ARREARS_IS_APPLICATION (self), NULL);

  return self->settings;
}
