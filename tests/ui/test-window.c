/* test-window.c: the main window, with one ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-window.h"

#include "arrears-account-view.h"
#include "arrears-company-dialog.h"
#include "arrears-letter.h"
#include "arrears-section.h"
#include "arrears-test-screen.h"

static ArrearsApplication *application;

typedef struct
{
  ArrearsDesk *desk; /* beside the window's own */
  ArrearsWindow *window;
} Fixture;

static ArrearsInstant
read_clock (void)
{
  return (ArrearsInstant) { .at = 1773626400, .offset_minutes = 480 };
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      arrears_test_screen_get_child (fixture->window, "pages"));
}

static gpointer
get_visible_section (Fixture *fixture)
{
  return gtk_stack_get_visible_child (arrears_test_screen_get_child (fixture->window, "sections"));
}

static GtkWidget *
get_place (Fixture *fixture)
{
  return gtk_stack_get_visible_child (arrears_test_screen_get_child (fixture->window, "places"));
}

static gboolean
is_open (gpointer user_data)
{
  Fixture *fixture = user_data;

  return arrears_window_get_desk (fixture->window) != NULL;
}

static gboolean
has_failed (gpointer user_data)
{
  return g_str_equal (get_page (user_data), "failed");
}

static void
act (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
}

static void
forget_state (void)
{
  GSettings *settings = arrears_application_get_settings (application);

  g_settings_reset (settings, "section");
  g_settings_reset (settings, "ledger");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  forget_state ();
  fixture->desk = arrears_test_screen_open_ledger (TRUE);
  fixture->window = arrears_window_new (application, ARREARS_DAY_NONE);
  arrears_window_open_ledger (fixture->window, arrears_desk_get_path (fixture->desk));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_test_screen_wait_until (is_open, fixture);
}

static void
set_up_welcome (Fixture *fixture, gconstpointer data)
{
  forget_state ();
  fixture->desk = arrears_test_screen_open_ledger (FALSE);
  fixture->window = arrears_window_new (application, ARREARS_DAY_NONE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

/* Its worker goes on for a while after nobody wants to know any more. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkStack *sections = arrears_test_screen_get_child (fixture->window, "sections");
  GtkWidget *today = gtk_stack_get_child_by_name (sections, "today");

  g_object_add_weak_pointer (G_OBJECT (today), (gpointer *) &today);
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &today);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
test_a_window_without_ledger_welcomes (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  g_assert_cmpstr (get_page (fixture), ==, "welcome");
  g_assert_false (g_action_group_get_action_enabled (actions, "import"));
  g_assert_false (g_action_group_get_action_enabled (actions, "back-up"));
  g_assert_true (g_action_group_get_action_enabled (actions, "try-sample"));
  arrears_test_screen_picture (fixture->window, "window-welcome");
}

static void
test_a_ledger_opens_on_today (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "ledger");
  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "today");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), !=, "");
  g_assert_true (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "import"));
  g_assert_cmpint (arrears_desk_get_as_of (arrears_window_get_desk (fixture->window)).number, ==,
                   arrears_test_screen_get_day ().number);
  arrears_test_screen_picture (fixture->window, "window");
}

static void
test_every_section_can_be_visited (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "accounts", "invoices", "letters", "agreements", "log", "today" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *picture = g_strconcat ("window-", names[i], NULL);

      act (fixture, "section", g_variant_new_string (names[i]));
      g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, names[i]);
      g_assert_nonnull (gtk_widget_get_first_child (get_visible_section (fixture)));
      arrears_test_screen_picture (fixture->window, picture);
    }
}

/* As the arrow keys do. */
static void
test_selecting_in_the_sidebar_shows_the_section (Fixture *fixture, gconstpointer data)
{
  GtkListBox *sidebar = arrears_test_screen_get_child (fixture->window, "sidebar");

  gtk_list_box_select_row (sidebar, gtk_list_box_get_row_at_index (sidebar, 2));
  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "invoices");
  g_assert_nonnull (gtk_widget_get_first_child (get_visible_section (fixture)));
  act (fixture, "section", g_variant_new_string ("letters"));
  g_assert_true (gtk_list_box_get_selected_row (sidebar)
                 == gtk_list_box_get_row_at_index (sidebar, 3));
}

/* As on half of a small screen. */
static void
test_every_section_fits_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "accounts", "invoices", "letters", "agreements", "log", "today" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int width;

      act (fixture, "section", g_variant_new_string (names[i]));
      arrears_test_screen_settle ();
      gtk_widget_measure (get_visible_section (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                          NULL, NULL, NULL);
      g_test_message ("%s: %d px", names[i], width);
      g_assert_cmpint (width, <=, 480);
    }
}

static void
test_an_account_takes_the_place_of_the_section (Fixture *fixture, gconstpointer data)
{
  gint64 id = arrears_test_screen_find_debtor (fixture->desk);
  GtkWidget *sections = get_place (fixture);

  act (fixture, "open-account", g_variant_new_int64 (id));
  g_assert_true (ARREARS_IS_ACCOUNT_VIEW (get_place (fixture)));
  g_assert_cmpint (
      arrears_account_view_get_customer_id (ARREARS_ACCOUNT_VIEW (get_place (fixture))), ==, id);
  g_assert_true (gtk_widget_get_visible (
      arrears_test_screen_get_child (fixture->window, "back_button")));

  act (fixture, "back", NULL);
  g_assert_true (get_place (fixture) == sections);
  g_assert_false (gtk_widget_get_visible (
      arrears_test_screen_get_child (fixture->window, "back_button")));
}

static void
test_going_to_a_section_leaves_the_account (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sections = get_place (fixture);

  act (fixture, "open-account",
       g_variant_new_int64 (arrears_test_screen_find_debtor (fixture->desk)));
  act (fixture, "section", g_variant_new_string ("letters"));

  g_assert_true (get_place (fixture) == sections);
  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "letters");
}

/* Today has nothing to search in. */
static void
test_search_finds_a_section_that_can (Fixture *fixture, gconstpointer data)
{
  act (fixture, "search", NULL);
  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "accounts");
  act (fixture, "section", g_variant_new_string ("invoices"));
  act (fixture, "search", NULL);
  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "invoices");
}

static gboolean
is_ledger (gpointer path)
{
  g_autoptr (ArrearsDesk) desk
      = arrears_desk_open (path, arrears_test_screen_get_day (), read_clock, NULL);

  return desk != NULL;
}

static void
test_backing_up_writes_a_ledger (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "copy.arrears");

  act (fixture, "back-up", g_variant_new_string (path));
  arrears_test_screen_wait_until (is_ledger, path);
}

static void
test_a_backup_replaces_an_older_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "copy.arrears");

  g_assert_true (g_file_set_contents (path, "an older one", -1, NULL));
  act (fixture, "back-up", g_variant_new_string (path));
  arrears_test_screen_wait_until (is_ledger, path);
}

static gboolean
has_window_over (gpointer user_data)
{
  Fixture *fixture = user_data;

  return arrears_test_screen_find_over (fixture->window) != NULL;
}

static void
test_a_backup_never_replaces_the_ledger (Fixture *fixture, gconstpointer data)
{
  GtkWindow *message;

  act (fixture, "back-up",
       g_variant_new_string (arrears_window_get_ledger_path (fixture->window)));
  arrears_test_screen_wait_until (has_window_over, fixture);
  message = arrears_test_screen_find_over (fixture->window);
  arrears_test_screen_close (&message);
}

static void
test_a_pdf_file_is_checked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "letter.pdf");
  const ArrearsLetterOptions options = { .output_path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) document = arrears_letter_issue (
      fixture->desk, arrears_test_screen_find_debtor (fixture->desk), &options, &error);
  GtkWindow *message;

  g_assert_no_error (error);
  act (fixture, "verify-document", g_variant_new_string (path));
  arrears_test_screen_wait_until (has_window_over, fixture);
  message = arrears_test_screen_find_over (fixture->window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (message));
  arrears_test_screen_picture (message, "window-verdict");
  arrears_test_screen_close (&message);
}

static gboolean
has_another_ledger (gpointer user_data)
{
  Fixture *fixture = user_data;
  ArrearsDesk *desk = arrears_window_get_desk (fixture->window);

  return desk != NULL
         && g_strcmp0 (arrears_desk_get_path (desk), arrears_desk_get_path (fixture->desk)) != 0;
}

static void
test_a_new_ledger_asks_whose_it_is (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "new.arrears");
  GtkWindow *dialog;

  act (fixture, "new-ledger", g_variant_new_string (path));
  arrears_test_screen_wait_until (has_another_ledger, fixture);

  g_assert_cmpstr (arrears_window_get_ledger_path (fixture->window), ==, path);
  dialog = arrears_test_screen_find_over (fixture->window);
  g_assert_true (ARREARS_IS_COMPANY_DIALOG (dialog));
  arrears_test_screen_close (&dialog);
}

static void
test_the_sample_shop_is_made_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  act (fixture, "try-sample", NULL);
  arrears_test_screen_wait_until (is_open, fixture);
  path = g_strdup (arrears_window_get_ledger_path (fixture->window));
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));

  act (fixture, "open-ledger", g_variant_new_string (arrears_desk_get_path (fixture->desk)));
  while (has_another_ledger (fixture))
    g_main_context_iteration (NULL, TRUE);
  act (fixture, "try-sample", NULL);
  arrears_test_screen_wait_until (has_another_ledger, fixture);
  g_assert_cmpstr (arrears_window_get_ledger_path (fixture->window), ==, path);
}

static void
test_a_file_that_is_no_ledger_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "no.arrears");

  g_assert_true (g_file_set_contents (path, "This is no ledger.", -1, NULL));
  arrears_window_open_ledger (fixture->window, path);
  arrears_test_screen_wait_until (has_failed, fixture);

  g_assert_null (arrears_window_get_desk (fixture->window));
  g_assert_null (arrears_window_get_ledger_path (fixture->window));
  arrears_test_screen_picture (fixture->window, "window-failed");
}

static void
test_a_failure_leaves_the_open_ledger (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (arrears_window_get_ledger_path (fixture->window));
  GtkWindow *message;

  arrears_window_open_ledger (fixture->window, "/no/such/file.arrears");
  arrears_test_screen_wait_until (has_window_over, fixture);

  g_assert_cmpstr (get_page (fixture), ==, "ledger");
  g_assert_cmpstr (arrears_window_get_ledger_path (fixture->window), ==, path);
  message = arrears_test_screen_find_over (fixture->window);
  arrears_test_screen_close (&message);
}

static void
test_a_day_that_was_asked_for_is_shown (Fixture *fixture, gconstpointer data)
{
  ArrearsDay day = arrears_day_from_ymd (2026, 1, 31);
  Fixture other = { fixture->desk, arrears_window_new (application, day) };

  arrears_window_open_ledger (other.window, arrears_desk_get_path (fixture->desk));
  gtk_window_present (GTK_WINDOW (other.window));
  arrears_test_screen_wait_until (is_open, &other);

  g_assert_cmpint (arrears_desk_get_as_of (arrears_window_get_desk (other.window)).number, ==,
                   day.number);
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (
                              arrears_test_screen_get_child (other.window, "content_title")),
                            "2026-01-31"));
  arrears_test_screen_close (&other.window);
}

static void
test_a_narrow_window_shows_one_side (Fixture *fixture, gconstpointer data)
{
  AdwLeaflet *leaflet = arrears_test_screen_get_child (fixture->window, "leaflet");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  while (!adw_leaflet_get_folded (leaflet))
    g_main_context_iteration (NULL, TRUE);
  act (fixture, "section", g_variant_new_string ("accounts"));
  g_assert_true (adw_leaflet_get_visible_child (leaflet)
                 == arrears_test_screen_get_child (fixture->window, "content"));
  g_assert_true (gtk_widget_get_visible (
      arrears_test_screen_get_child (fixture->window, "back_button")));
  arrears_test_screen_picture (fixture->window, "window-narrow");

  act (fixture, "back", NULL);
  g_assert_false (adw_leaflet_get_visible_child (leaflet)
                  == arrears_test_screen_get_child (fixture->window, "content"));
  arrears_test_screen_picture (fixture->window, "window-narrow-sidebar");
}

static void
test_the_next_window_begins_where_this_one_was (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = arrears_application_get_settings (application);
  g_autofree char *path = NULL;
  ArrearsWindow *next;

  act (fixture, "section", g_variant_new_string ("invoices"));
  next = arrears_window_new (application, ARREARS_DAY_NONE);
  g_assert_cmpstr (arrears_window_get_section (next), ==, "invoices");
  path = g_settings_get_string (settings, "ledger");
  g_assert_cmpstr (path, ==, arrears_desk_get_path (fixture->desk));
  arrears_test_screen_close (&next);
}

static void
add (const char *name, void (*set_up_one) (Fixture *, gconstpointer),
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/window/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up_one, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  arrears_test_screen_init (&argc, &argv);
  application = arrears_application_new (read_clock);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  add ("a-window-without-ledger-welcomes", set_up_welcome, test_a_window_without_ledger_welcomes);
  add ("a-ledger-opens-on-today", set_up, test_a_ledger_opens_on_today);
  add ("every-section-can-be-visited", set_up, test_every_section_can_be_visited);
  add ("selecting-in-the-sidebar-shows-the-section", set_up,
       test_selecting_in_the_sidebar_shows_the_section);
  add ("every-section-fits-a-narrow-window", set_up, test_every_section_fits_a_narrow_window);
  add ("an-account-takes-the-place-of-the-section", set_up,
       test_an_account_takes_the_place_of_the_section);
  add ("going-to-a-section-leaves-the-account", set_up,
       test_going_to_a_section_leaves_the_account);
  add ("search-finds-a-section-that-can", set_up, test_search_finds_a_section_that_can);
  add ("backing-up-writes-a-ledger", set_up, test_backing_up_writes_a_ledger);
  add ("a-backup-replaces-an-older-one", set_up, test_a_backup_replaces_an_older_one);
  add ("a-backup-never-replaces-the-ledger", set_up, test_a_backup_never_replaces_the_ledger);
  add ("a-pdf-file-is-checked", set_up, test_a_pdf_file_is_checked);
  add ("a-new-ledger-asks-whose-it-is", set_up, test_a_new_ledger_asks_whose_it_is);
  add ("the-sample-shop-is-made-once", set_up_welcome, test_the_sample_shop_is_made_once);
  add ("a-file-that-is-no-ledger-is-told", set_up_welcome, test_a_file_that_is_no_ledger_is_told);
  add ("a-failure-leaves-the-open-ledger", set_up, test_a_failure_leaves_the_open_ledger);
  add ("a-day-that-was-asked-for-is-shown", set_up, test_a_day_that_was_asked_for_is_shown);
  add ("a-narrow-window-shows-one-side", set_up, test_a_narrow_window_shows_one_side);

  add ("the-next-window-begins-where-this-one-was", set_up,
       test_the_next_window_begins_where_this_one_was);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
