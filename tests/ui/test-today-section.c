/* test-today-section.c: what is owed, and whom to chase today (今日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today-section.h"

#include "arrears-flags.h"
#include "arrears-format.h"
#include "arrears-list-table.h"
#include "arrears-overview.h"
#include "arrears-payment.h"
#include "arrears-test-screen.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsSection *section;
  const char *page; /* that is waited for */
  gint64 claimed;   /* id that win.issue-letter was given */
} Fixture;

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      arrears_test_screen_get_child (fixture->section, "stack"));
}

static ArrearsListTable *
get_table (Fixture *fixture)
{
  return arrears_test_screen_get_child (fixture->section, "table");
}

static gboolean
shows_page (gpointer user_data)
{
  Fixture *fixture = user_data;

  return g_str_equal (get_page (fixture), fixture->page)
         && !arrears_list_table_is_busy (get_table (fixture));
}

static void
wait_for_page (Fixture *fixture, const char *page)
{
  fixture->page = page;
  arrears_test_screen_wait_until (shows_page, fixture);
}

static void
on_issue_letter_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->claimed = g_variant_get_int64 (parameter);
}

static void
add_actions (Fixture *fixture)
{
  static const GActionEntry actions[]
      = { { "issue-letter", on_issue_letter_activated_cb, "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer is_filled)
{
  fixture->desk = arrears_test_screen_open_ledger (is_filled != NULL);
  fixture->window = adw_window_new ();
  fixture->section = g_object_new (ARREARS_TYPE_TODAY_SECTION, "title", "Today", "icon-name",
                                   "arrears-today-symbolic", NULL);
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_section_visit (fixture->section);
  arrears_section_set_desk (fixture->section, fixture->desk);
}

static void
tear_down (Fixture *fixture, gconstpointer is_filled)
{
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_close_ledger (fixture->desk);
}

static const char *
get_text (Fixture *fixture, const char *label)
{
  return gtk_label_get_label (arrears_test_screen_get_child (fixture->section, label));
}

static ArrearsOverview
compute_overview (Fixture *fixture)
{
  ArrearsOverview overview;
  g_autoptr (GError) error = NULL;

  arrears_overview_compute (fixture->desk, &overview, &error);
  g_assert_no_error (error);
  return overview;
}

static void
assert_figures (Fixture *fixture)
{
  ArrearsOverview overview = compute_overview (fixture);
  g_autofree char *balance = arrears_format_money (overview.aging.total);
  g_autofree char *overdue = arrears_format_money (overview.overdue);
  g_autofree char *n_flagged = g_strdup_printf ("%u", overview.n_flagged);

  g_assert_cmpstr (get_text (fixture, "balance"), ==, balance);
  g_assert_cmpstr (get_text (fixture, "overdue"), ==, overdue);
  g_assert_cmpstr (get_text (fixture, "flagged"), ==, n_flagged);
  g_assert_cmpstr (arrears_section_get_indicator (fixture->section), ==, n_flagged);
  g_assert_cmpuint (arrears_list_table_get_n_rows (get_table (fixture)), ==, overview.n_flagged);
}

static void
test_shows_the_figures_of_the_ledger (Fixture *fixture, gconstpointer data)
{
  wait_for_page (fixture, "flags");
  assert_figures (fixture);
  arrears_test_screen_picture (fixture->window, "today-section");
}

/* Tab stops at what can be done something with: the figures are not. */
static void
test_the_first_key_is_in_the_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  wait_for_page (fixture, "flags");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_child_focus (GTK_WIDGET (fixture->section), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_table (fixture))));
}

static void
test_an_empty_ledger_says_how_to_begin (Fixture *fixture, gconstpointer data)
{
  wait_for_page (fixture, "start");
  g_assert_cmpstr (arrears_section_get_indicator (fixture->section), ==, "");
  arrears_test_screen_picture (fixture->window, "today-section-empty");
}

/* The rows of the column view below, and the first button that can be seen in them. */
static GtkWidget *
find_button (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) ? child : find_button (child);

      if (found != NULL && gtk_widget_get_visible (found))
        return found;
    }
  return NULL;
}

static void
test_the_button_issues_a_letter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *rows;

  wait_for_page (fixture, "flags");
  gtk_test_widget_wait_for_draw (fixture->window);
  rows = gtk_widget_get_last_child (
      GTK_WIDGET (arrears_list_table_get_view (get_table (fixture))));
  g_signal_emit_by_name (find_button (rows), "clicked");

  g_assert_cmpint (fixture->claimed, ==, arrears_test_screen_find_debtor (fixture->desk));
}

static gboolean
has_other_indicator (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *n_flagged = g_strdup_printf ("%u", compute_overview (fixture).n_flagged);

  return g_str_equal (arrears_section_get_indicator (fixture->section), n_flagged);
}

/* Its indicator can be seen while it cannot. */
static void
test_who_pays_is_not_chased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = arrears_flags_list (fixture->desk, NULL);
  ArrearsAccount *debtor = g_ptr_array_index (flags, 0);
  ArrearsPayment payment = {
    .customer_id = debtor->id,
    .amount = debtor->balance,
    .on = arrears_test_screen_get_day (),
  };
  g_autoptr (ArrearsPaymentResult) result = NULL;

  wait_for_page (fixture, "flags");
  gtk_widget_set_visible (GTK_WIDGET (fixture->section), FALSE);
  result = arrears_payment_record (fixture->desk, &payment, NULL);
  g_assert_nonnull (result);
  arrears_test_screen_wait_until (has_other_indicator, fixture);
  wait_for_page (fixture, "flags");

  assert_figures (fixture);
  g_assert_cmpuint (compute_overview (fixture).n_flagged, ==, flags->len - 1);
}

static void
test_it_lets_go_of_a_ledger (Fixture *fixture, gconstpointer data)
{
  wait_for_page (fixture, "flags");
  arrears_section_set_desk (fixture->section, NULL);
  arrears_test_screen_settle ();

  g_assert_cmpstr (get_page (fixture), ==, "waiting");
  g_assert_cmpstr (arrears_section_get_indicator (fixture->section), ==, "");
  g_assert_cmpuint (arrears_list_table_get_n_rows (get_table (fixture)), ==, 0);
}

static void
add (const char *name, gboolean is_filled, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/today-section/", name, NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (is_filled), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("shows-the-figures-of-the-ledger", TRUE, test_shows_the_figures_of_the_ledger);
  add ("the-first-key-is-in-the-list", TRUE, test_the_first_key_is_in_the_list);
  add ("an-empty-ledger-says-how-to-begin", FALSE, test_an_empty_ledger_says_how_to_begin);
  add ("the-button-issues-a-letter", TRUE, test_the_button_issues_a_letter);
  add ("who-pays-is-not-chased", TRUE, test_who_pays_is_not_chased);
  add ("it-lets-go-of-a-ledger", TRUE, test_it_lets_go_of_a_ledger);

  return g_test_run ();
}
