/* test-log-section.c: what happened in the whole ledger (台账)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-log-section.h"

#include "arrears-contact.h"
#include "arrears-log-export.h"
#include "arrears-test-screen.h"
#include "arrears-test-values.h"

#include <string.h>

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsSection *section;
  guint n_wanted; /* entries that are waited for */
} Fixture;

static GListModel *
get_model (Fixture *fixture)
{
  return gtk_single_selection_get_model (
      arrears_test_screen_get_child (fixture->section, "selection"));
}

static guint
get_n_shown (Fixture *fixture)
{
  GListModel *model = get_model (fixture);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static gboolean
shows_wanted (gpointer user_data)
{
  Fixture *fixture = user_data;

  return get_n_shown (fixture) == fixture->n_wanted;
}

static void
wait_for (Fixture *fixture, guint n_wanted)
{
  fixture->n_wanted = n_wanted;
  arrears_test_screen_wait_until (shows_wanted, fixture);
}

static guint
count (Fixture *fixture, const ArrearsLogFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = arrears_contact_list_log (fixture->desk, filter, 0, 100000, &error);

  g_assert_no_error (error);
  return entries->len;
}

static void
set_up (Fixture *fixture, gconstpointer is_filled)
{
  fixture->desk = arrears_test_screen_open_ledger (is_filled != NULL);
  fixture->window = adw_window_new ();
  fixture->section = g_object_new (ARREARS_TYPE_LOG_SECTION, "title", "Log", "icon-name",
                                   "arrears-log-symbolic", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_section_visit (fixture->section);
  arrears_section_set_desk (fixture->section, fixture->desk);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->section), action, NULL);
}

static void
set_filter (Fixture *fixture, const char *name, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->section), "log.set", "(ss)", name, text);
}

static void
test_shows_a_page_and_then_the_next (Fixture *fixture, gconstpointer data)
{
  guint n = count (fixture, &(ArrearsLogFilter) { 0 });

  g_assert_cmpuint (n, >, 200);
  wait_for (fixture, 200);
  arrears_test_screen_picture (fixture->window, "log-section");
  act (fixture, "log.show-more");
  wait_for (fixture, MIN (n, 400));
}

static void
test_narrows_to_what_is_asked_for (Fixture *fixture, gconstpointer data)
{
  const ArrearsLogFilter calls = { .channel = ARREARS_CHANNEL_CALL };
  const ArrearsLogFilter days
      = { .from = arrears_test_day ("2026-03-10"), .to = arrears_test_day ("2026-03-12") };

  wait_for (fixture, 200);
  set_filter (fixture, "channel", "call");
  wait_for (fixture, MIN (count (fixture, &calls), 200));
  act (fixture, "log.show-all");
  wait_for (fixture, 200);
  set_filter (fixture, "from", "2026-03-10");
  set_filter (fixture, "to", "2026-03-12");
  wait_for (fixture, count (fixture, &days));
  set_filter (fixture, "search", "没有人会写下这一句");
  wait_for (fixture, 0);
  arrears_test_screen_picture (fixture->window, "log-section-nothing");
}

static void
test_a_day_that_cannot_be_read_is_marked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *from = arrears_test_screen_get_child (fixture->section, "from");

  wait_for (fixture, 200);
  set_filter (fixture, "from", "2026-02-30");
  arrears_test_screen_wait_until (arrears_test_screen_is_marked, from);
  g_assert_cmpuint (get_n_shown (fixture), ==, 200);
}

static void
test_tells_an_entry_in_full (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = arrears_test_screen_get_child (fixture->section, "selection");
  GtkWidget *details = arrears_test_screen_get_child (fixture->section, "details");

  wait_for (fixture, 200);
  g_assert_false (gtk_widget_get_visible (details));
  gtk_single_selection_set_selected (selection, 0);
  g_assert_true (gtk_widget_get_visible (details));
  g_assert_nonnull (
      gtk_widget_get_first_child (arrears_test_screen_get_child (fixture->section, "grid")));
  arrears_test_screen_picture (fixture->window, "log-section-details");
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *at = strstr (text, "\r\n"); at != NULL; at = strstr (at + 2, "\r\n"))
    n++;
  return n;
}

static void
test_exports_what_is_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "log.csv");
  const ArrearsLogFilter calls = { .channel = ARREARS_CHANNEL_CALL };
  g_autofree char *text = NULL;

  set_filter (fixture, "channel", "call");
  wait_for (fixture, MIN (count (fixture, &calls), 200));
  gtk_widget_activate_action (GTK_WIDGET (fixture->section), "log.export", "s", path);
  arrears_test_screen_wait_until (arrears_test_screen_is_file, path);
  arrears_test_screen_settle ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF"));
  g_assert_cmpuint (count_lines (text), ==, count (fixture, &calls) + 1);
}

/* A spreadsheet would run it. */
static void
test_no_text_becomes_a_formula (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = arrears_test_screen_make_path (fixture->desk, "log.csv");
  g_autoptr (ArrearsCompany) company = arrears_company_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  arrears_record_set_text (&company->name, "一二三商贸有限公司");
  arrears_desk_set_actor (fixture->desk, "=cmd|' /C calc'!A0");
  arrears_desk_save_company (fixture->desk, company, &error);
  g_assert_no_error (error);
  arrears_log_export_write (fixture->desk, &(ArrearsLogFilter) { 0 }, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ",\"'=cmd|' /C calc'!A0\","));
}

static void
test_a_new_entry_is_shown_at_once (Fixture *fixture, gconstpointer data)
{
  guint n = count (fixture, &(ArrearsLogFilter) { 0 });
  g_autoptr (ArrearsCompany) company = arrears_company_new ();

  wait_for (fixture, n);
  arrears_record_set_text (&company->name, "一二三商贸有限公司");
  g_assert_true (arrears_desk_save_company (fixture->desk, company, NULL));
  wait_for (fixture, n + 1);
  arrears_section_set_desk (fixture->section, NULL);
  g_assert_cmpuint (get_n_shown (fixture), ==, 0);
}

static void
add (const char *name, gboolean is_filled, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/log-section/", name, NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (is_filled), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("shows-a-page-and-then-the-next", TRUE, test_shows_a_page_and_then_the_next);
  add ("narrows-to-what-is-asked-for", TRUE, test_narrows_to_what_is_asked_for);
  add ("a-day-that-cannot-be-read-is-marked", TRUE, test_a_day_that_cannot_be_read_is_marked);
  add ("tells-an-entry-in-full", TRUE, test_tells_an_entry_in_full);
  add ("exports-what-is-shown", TRUE, test_exports_what_is_shown);
  add ("no-text-becomes-a-formula", FALSE, test_no_text_becomes_a_formula);
  add ("a-new-entry-is-shown-at-once", FALSE, test_a_new_entry_is_shown_at_once);

  return g_test_run ();
}
