/* arrears-test-screen.c: what a test of a widget needs around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#ifdef __SANITIZE_ADDRESS__
#define _GNU_SOURCE
#endif

#include "arrears-test-screen.h"

#include "arrears-flags.h"
#include "arrears-resources.h"
#include "arrears-sample-shop.h"
#include "arrears-test-values.h"
#include "arrears-words.h"

#include <glib/gstdio.h>
#ifdef __SANITIZE_ADDRESS__
#include <link.h>

int    __sanitizer_get_ownership      (const volatile void *block);
size_t __sanitizer_get_allocated_size (const volatile void *block);
#endif

enum
{
  PATIENCE_S = 60,
  ROUNDS_TO_SETTLE = 20,
};

#ifdef __SANITIZE_ADDRESS__
/* GLib lets go of its table of quarks where it grows beyond 2048 of them, for the sake of readers
 * without a lock; that is no leak of ours, so the first table is kept here.
 */
static gconstpointer volatile first_quarks;

static int
find_quarks (struct dl_phdr_info *library, size_t size, void *user_data)
{
  const gsize n_bytes = 2048 * sizeof (char *);

  if (strstr (library->dlpi_name, "libglib-2.0") == NULL)
    return 0;

  for (int i = 0; i < library->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *part = &library->dlpi_phdr[i];
      gconstpointer *words = (gconstpointer *) (library->dlpi_addr + part->p_vaddr);

      if (part->p_type != PT_LOAD || (part->p_flags & PF_W) == 0)
        continue;
      for (gsize word = 0; word < part->p_memsz / sizeof *words; word++)
        if (words[word] != NULL && __sanitizer_get_ownership (words[word])
            && __sanitizer_get_allocated_size (words[word]) == n_bytes)
          first_quarks = words[word];
    }
  return 1;
}
#endif

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/arrears/Arrears/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/arrears/Arrears/icons");
}

void
arrears_test_screen_init (int *argc, char ***argv)
{
#ifdef __SANITIZE_ADDRESS__
  dl_iterate_phdr (find_quarks, NULL);
#endif
  (g_test_init) (argc, argv, NULL);
  arrears_words_init ();
  gtk_disable_setlocale ();
  g_resources_register (arrears_get_resource ());
  adw_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  if (g_getenv ("ARREARS_TEST_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
}

ArrearsDay
arrears_test_screen_get_day (void)
{
  return arrears_test_day ("2026-03-16");
}

static ArrearsInstant
read_clock (void)
{
  return (ArrearsInstant) { .at = 1773626400, .offset_minutes = 480 };
}

/* The shop takes a while to make: once for all tests of a program. */
static void
copy_shop (const char *path)
{
  static GBytes *shop = NULL;
  g_autoptr (GError) error = NULL;

  if (shop == NULL)
    {
      g_autoptr (ArrearsDesk) desk = arrears_sample_shop_create (
          path, arrears_test_screen_get_day (), read_clock, &error);
      char *contents;
      gsize length;

      g_assert_no_error (error);
      g_clear_object (&desk);
      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      shop = g_bytes_new_take (contents, length);
      return;
    }
  g_file_set_contents (path, g_bytes_get_data (shop, NULL), (gssize) g_bytes_get_size (shop),
                       &error);
  g_assert_no_error (error);
}

ArrearsDesk *
arrears_test_screen_open_ledger (gboolean is_filled)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("arrears-ui-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "ledger.arrears", NULL);
  ArrearsDesk *desk;

  g_assert_no_error (error);
  if (is_filled)
    copy_shop (path);
  desk = is_filled
             ? arrears_desk_open (path, arrears_test_screen_get_day (), read_clock, &error)
             : arrears_desk_create (path, arrears_test_screen_get_day (), read_clock, &error);
  g_assert_no_error (error);
  return desk;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

static gboolean
keep_awake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* What is waited for may come about in another thread, without a word to this one. */
void
arrears_test_screen_wait_until (ArrearsTestState is_reached, gpointer user_data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_S * G_TIME_SPAN_SECOND;
  guint source = g_timeout_add (10, keep_awake, NULL);

  while (!is_reached (user_data) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (is_reached (user_data));
}

gboolean
arrears_test_screen_is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

gboolean
arrears_test_screen_is_file (gpointer user_data)
{
  return g_file_test (user_data, G_FILE_TEST_IS_REGULAR);
}

gboolean
arrears_test_screen_is_marked (gpointer user_data)
{
  return gtk_widget_has_css_class (user_data, "error");
}

/* A worker may hold an object for a while longer. */
static void
wait_until_finalized (gpointer object)
{
  GObject *remains = object;

  g_object_add_weak_pointer (object, (gpointer *) &remains);
  g_object_unref (object);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &remains);
}

void
arrears_test_screen_close_ledger (ArrearsDesk *desk)
{
  g_autofree char *folder = g_path_get_dirname (arrears_desk_get_path (desk));

  wait_until_finalized (desk);
  remove_folder (folder);
}

gint64
arrears_test_screen_find_debtor (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) flags = arrears_flags_list (desk, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (flags->len, >, 0);
  return ((ArrearsAccount *) g_ptr_array_index (flags, 0))->id;
}

char *
arrears_test_screen_make_path (ArrearsDesk *desk, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (arrears_desk_get_path (desk));

  return g_build_filename (folder, name, NULL);
}

void
arrears_test_screen_settle (void)
{
  for (int i = 0; i < ROUNDS_TO_SETTLE; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

gpointer
arrears_test_screen_get_child (gpointer widget, const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (child);
  return child;
}

/* GTK tells whether an action is enabled only to the widgets that activate it. */
gboolean
arrears_test_screen_is_enabled (gpointer widget, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean is_enabled;

  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  is_enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return is_enabled;
}

static GdkTexture *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (widget));
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (renderer, node, NULL);
}

void
arrears_test_screen_picture (gpointer window, const char *name)
{
  const char *folder = g_getenv ("ARREARS_TEST_SCREENSHOTS");
  g_autofree char *path = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  arrears_test_screen_settle ();
  gtk_test_widget_wait_for_draw (window);
  arrears_test_screen_settle ();
  texture = draw (window);
  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s%s.png", folder, name,
                          g_getenv ("ARREARS_TEST_DARK") != NULL ? "-dark" : "");
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
arrears_test_screen_close (gpointer window)
{
  GtkWindow **pointer = window;
  GtkWindow *closed = g_object_ref (g_steal_pointer (pointer));

  gtk_window_destroy (closed);
  wait_until_finalized (closed);
}

GtkWindow *
arrears_test_screen_find_over (gpointer parent)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        found = window;
    }
  return found;
}
