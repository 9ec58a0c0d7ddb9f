/* test-letters-section.c: documents as they were issued (函件)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-letters-section.h"

#include "arrears-document-view.h"
#include "arrears-document.h"
#include "arrears-letter.h"
#include "arrears-list-table.h"
#include "arrears-test-screen.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsSection *section;
  ArrearsListTable *table;
} Fixture;

static gboolean
is_idle (gpointer user_data)
{
  Fixture *fixture = user_data;

  return !arrears_list_table_is_busy (fixture->table);
}

static void
issue_letter (ArrearsDesk *desk)
{
  const ArrearsLetterOptions options = { .identity_path = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDocument) document
      = arrears_letter_issue (desk, arrears_test_screen_find_debtor (desk), &options, &error);

  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer has_letter)
{
  fixture->desk = arrears_test_screen_open_ledger (TRUE);
  if (has_letter != NULL)
    issue_letter (fixture->desk);
  fixture->window = adw_window_new ();
  fixture->section = g_object_new (ARREARS_TYPE_LETTERS_SECTION, "title", "Letters", "icon-name",
                                   "arrears-letters-symbolic", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_section_visit (fixture->section);
  arrears_section_set_desk (fixture->section, fixture->desk);
  fixture->table = arrears_test_screen_get_child (fixture->section, "table");
  arrears_test_screen_wait_until (is_idle, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer has_letter)
{
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
select_row (Fixture *fixture, guint position)
{
  GtkColumnView *view = arrears_list_table_get_view (fixture->table);

  gtk_selection_model_select_item (gtk_column_view_get_model (view), position, TRUE);
}

static void
test_lists_what_was_issued (Fixture *fixture, gconstpointer data)
{
  ArrearsDocument *document;

  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), >, 0);
  select_row (fixture, 0);
  document = ARREARS_DOCUMENT (arrears_list_table_get_selected (fixture->table));
  g_assert_cmpint (document->customer_id, ==, arrears_test_screen_find_debtor (fixture->desk));
  arrears_test_screen_picture (fixture->window, "letters-section");
}

static void
test_a_letter_appears_when_it_is_issued (Fixture *fixture, gconstpointer data)
{
  guint n_before = arrears_list_table_get_n_rows (fixture->table);

  issue_letter (fixture->desk);
  arrears_test_screen_wait_until (is_idle, fixture);

  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, n_before + 1);
}

static void
test_buttons_wait_for_a_selection (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[]
      = { "letters.open", "letters.print", "letters.save", "letters.open-elsewhere" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_false (arrears_test_screen_is_enabled (fixture->section, actions[i]));
  select_row (fixture, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (arrears_test_screen_is_enabled (fixture->section, actions[i]));
}

static void
test_a_row_opens_its_document (Fixture *fixture, gconstpointer data)
{
  GtkWindow *view;

  g_signal_emit_by_name (arrears_list_table_get_view (fixture->table), "activate", 0u);
  view = arrears_test_screen_find_over (fixture->window);
  g_assert_true (ARREARS_IS_DOCUMENT_VIEW (view));
  arrears_test_screen_settle ();
  arrears_test_screen_close (&view);
}

static void
add (const char *name, gboolean has_letter, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/letters-section/", name, NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (has_letter), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("lists-what-was-issued", TRUE, test_lists_what_was_issued);
  add ("a-letter-appears-when-it-is-issued", FALSE, test_a_letter_appears_when_it_is_issued);
  add ("buttons-wait-for-a-selection", TRUE, test_buttons_wait_for_a_selection);
  add ("a-row-opens-its-document", TRUE, test_a_row_opens_its_document);

  return g_test_run ();
}
