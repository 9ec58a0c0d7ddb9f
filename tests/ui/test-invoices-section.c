/* test-invoices-section.c: all invoices (应收单), and with them the table of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-invoices-section.h"

#include "arrears-invoice.h"
#include "arrears-list-table.h"
#include "arrears-test-many.h"
#include "arrears-test-screen.h"

#define N_INVOICES 5000

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsSection *section;
  ArrearsListTable *table;
} Fixture;

static guint n_asked_for;
static gpointer (*get_item) (GListModel *list, guint position);

static gpointer
count_and_get_item (GListModel *list, guint position)
{
  n_asked_for++;
  return get_item (list, position);
}

static gboolean
is_idle (gpointer user_data)
{
  Fixture *fixture = user_data;

  return !arrears_list_table_is_busy (fixture->table);
}

static void
wait_for_rows (Fixture *fixture)
{
  arrears_test_screen_wait_until (is_idle, fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
show_section (Fixture *fixture, ArrearsDesk *desk)
{
  fixture->desk = desk;
  fixture->window = adw_window_new ();
  fixture->section = g_object_new (ARREARS_TYPE_INVOICES_SECTION, "title", "Invoices", "icon-name",
                                   "arrears-invoices-symbolic", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_section_set_desk (fixture->section, desk);
  arrears_section_visit (fixture->section);
  fixture->table = arrears_test_screen_get_child (fixture->section, "table");
  wait_for_rows (fixture);
}

static void
close_section (Fixture *fixture)
{
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
set_up (Fixture *fixture, gconstpointer is_filled)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);

  if (is_filled != NULL)
    arrears_test_many_import (desk, N_INVOICES);
  show_section (fixture, desk);
}

static void
tear_down (Fixture *fixture, gconstpointer is_filled)
{
  close_section (fixture);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (
      gtk_column_view_get_model (arrears_list_table_get_view (fixture->table)));
}

static const char *
get_selected_number (Fixture *fixture)
{
  ArrearsRecord *record = arrears_list_table_get_selected (fixture->table);

  return record != NULL ? ARREARS_INVOICE (record)->number : NULL;
}

static gboolean
sorts_by (GtkColumnViewColumn *column, const char *field)
{
  GtkSorter *sorter = gtk_column_view_column_get_sorter (column);
  g_autofree char *own = NULL;

  if (sorter != NULL)
    g_object_get (sorter, "field", &own, NULL);
  return g_strcmp0 (own, field) == 0;
}

static void
sort_by (Fixture *fixture, const char *field, GtkSortType direction)
{
  GtkColumnView *view = arrears_list_table_get_view (fixture->table);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (sorts_by (column, field))
        gtk_column_view_sort_by_column (view, column, direction);
    }
  g_assert_true (arrears_list_table_is_busy (fixture->table));
  wait_for_rows (fixture);
}

static void
assert_page (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (arrears_test_screen_get_child (fixture->table, "stack")),
      ==, name);
}

static void
assert_first (Fixture *fixture, const char *number)
{
  gtk_single_selection_set_selected (get_selection (fixture), 0);
  g_assert_cmpstr (get_selected_number (fixture), ==, number);
}

static void
test_lists_all_invoices (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, N_INVOICES);
  assert_page (fixture, "rows");
  arrears_test_screen_picture (fixture->window, "invoices-section");
}

static void
test_an_empty_ledger_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, 0);
  assert_page (fixture, "empty");
  arrears_test_screen_picture (fixture->window, "invoices-section-empty");
}

static void
test_headings_sort_both_ways (Fixture *fixture, gconstpointer data)
{
  sort_by (fixture, "amount", GTK_SORT_DESCENDING);
  assert_first (fixture, "N05000");
  gtk_single_selection_set_selected (get_selection (fixture), GTK_INVALID_LIST_POSITION);
  sort_by (fixture, "amount", GTK_SORT_ASCENDING);
  assert_first (fixture, "N00001");
}

/* GTK asks for all rows where a list with a selection is replaced; that took seconds. */
static void
test_sorting_asks_for_few_rows (Fixture *fixture, gconstpointer data)
{
  GListModel *model = gtk_single_selection_get_model (get_selection (fixture));
  GListModelInterface *iface
      = g_type_interface_peek (G_OBJECT_GET_CLASS (model), G_TYPE_LIST_MODEL);

  gtk_single_selection_set_selected (get_selection (fixture), N_INVOICES / 2);
  gtk_test_widget_wait_for_draw (fixture->window);
  get_item = iface->get_item;
  iface->get_item = count_and_get_item;
  n_asked_for = 0;
  sort_by (fixture, "open", GTK_SORT_DESCENDING);
  iface->get_item = get_item;

  g_assert_cmpuint (n_asked_for, <, 1000);
}

static void
test_the_selection_stays_with_its_invoice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = NULL;

  sort_by (fixture, "number", GTK_SORT_ASCENDING);
  gtk_single_selection_set_selected (get_selection (fixture), 1234);
  number = g_strdup (get_selected_number (fixture));
  g_assert_cmpstr (number, ==, "N01235");
  sort_by (fixture, "number", GTK_SORT_DESCENDING);

  g_assert_cmpstr (get_selected_number (fixture), ==, number);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==,
                    N_INVOICES - 1235);
}

static gboolean
shows_ten (gpointer user_data)
{
  Fixture *fixture = user_data;

  return is_idle (fixture) && arrears_list_table_get_n_rows (fixture->table) == 10;
}

static gboolean
shows_nothing (gpointer user_data)
{
  Fixture *fixture = user_data;

  return is_idle (fixture) && arrears_list_table_get_n_rows (fixture->table) == 0;
}

static void
test_searching_narrows_the_list (Fixture *fixture, gconstpointer data)
{
  GtkEditable *search = arrears_test_screen_get_child (fixture->section, "search");

  g_assert_true (arrears_section_start_search (fixture->section));
  gtk_editable_set_text (search, "N0123");
  arrears_test_screen_wait_until (shows_ten, fixture);
  gtk_editable_set_text (search, "no such invoice");
  arrears_test_screen_wait_until (shows_nothing, fixture);

  assert_page (fixture, "nothing-found");
  arrears_test_screen_picture (fixture->window, "invoices-section-nothing-found");
}

/* The last one is due on the day itself, which is not overdue. */
static void
test_only_the_overdue_are_shown (Fixture *fixture, gconstpointer data)
{
  gtk_toggle_button_set_active (arrears_test_screen_get_child (fixture->section, "overdue"), TRUE);
  wait_for_rows (fixture);
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, N_INVOICES - 1);

  gtk_toggle_button_set_active (arrears_test_screen_get_child (fixture->section, "all"), TRUE);
  wait_for_rows (fixture);
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, N_INVOICES);
}

static void
on_notified_cb (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_what_comes_in_is_shown (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->table, "notify::n-rows", G_CALLBACK (on_notified_cb),
                            &n_notified);
  arrears_test_many_import (fixture->desk, 20);
  wait_for_rows (fixture);

  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, 20);
  g_assert_cmpuint (n_notified, >, 0);
  assert_page (fixture, "rows");
}

static void
test_it_waits_for_its_first_visit (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  ArrearsSection *section
      = g_object_new (ARREARS_TYPE_INVOICES_SECTION, "title", "Invoices", "icon-name", "x", NULL);

  g_object_ref_sink (section);
  arrears_section_set_desk (section, desk);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (section)));
  g_assert_false (arrears_section_start_search (section));
  arrears_section_visit (section);
  g_assert_nonnull (gtk_widget_get_first_child (GTK_WIDGET (section)));
  g_assert_finalize_object (section);
  arrears_test_screen_close_ledger (desk);
}

static void
add (const char *name, gboolean is_filled, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/invoices-section/", name, NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (is_filled), set_up, test, tear_down);
}

static gboolean
is_prepared (gpointer dialog)
{
  gboolean is_ready;

  g_object_get (dialog, "is-ready", &is_ready, NULL);
  return is_ready;
}

static gboolean
is_gone_from_list (gpointer user_data)
{
  Fixture *fixture = user_data;

  return !arrears_list_table_is_busy (fixture->table)
         && arrears_list_table_get_n_rows (fixture->table) == N_INVOICES - 1;
}

static void
test_voids_the_selected_invoice (Fixture *fixture, gconstpointer is_filled)
{
  GtkMenuButton *acts = arrears_test_screen_get_child (fixture->section, "acts");
  ArrearsInvoice *invoice;
  GtkWidget *dialog;

  gtk_single_selection_set_selected (get_selection (fixture), 3);
  invoice = ARREARS_INVOICE (arrears_list_table_get_selected (fixture->table));
  g_assert_nonnull (gtk_menu_button_get_menu_model (acts));

  /* Another invoice than the selected one is not meant. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->section), "account.act", "(sx)", "void-invoice",
                              invoice->id + 1);
  g_assert_null (arrears_test_screen_find_over (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->section), "account.act", "(sx)", "void-invoice",
                              invoice->id);
  dialog = GTK_WIDGET (arrears_test_screen_find_over (fixture->window));
  g_assert_nonnull (dialog);
  arrears_test_screen_wait_until (is_prepared, dialog);
  gtk_widget_activate_action (dialog, "form.set", "(ss)", "reason", "重复录入");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
  arrears_section_visit (fixture->section);
  arrears_test_screen_wait_until (is_gone_from_list, fixture);
  g_assert_null (gtk_menu_button_get_menu_model (acts));

  gtk_toggle_button_set_active (arrears_test_screen_get_child (fixture->section, "ended"), TRUE);
  wait_for_rows (fixture);
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, 1);
  gtk_single_selection_set_selected (get_selection (fixture), 0);
  invoice = ARREARS_INVOICE (arrears_list_table_get_selected (fixture->table));
  g_assert_cmpstr (invoice->ended_how, ==, "voided");
  g_assert_null (gtk_menu_button_get_menu_model (acts));
  arrears_test_screen_picture (fixture->window, "invoices-section-ended");
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  g_test_add_func ("/invoices-section/it-waits-for-its-first-visit",
                   test_it_waits_for_its_first_visit);
  add ("lists-all-invoices", TRUE, test_lists_all_invoices);
  add ("an-empty-ledger-says-what-to-do", FALSE, test_an_empty_ledger_says_what_to_do);
  add ("headings-sort-both-ways", TRUE, test_headings_sort_both_ways);
  add ("sorting-asks-for-few-rows", TRUE, test_sorting_asks_for_few_rows);
  add ("the-selection-stays-with-its-invoice", TRUE, test_the_selection_stays_with_its_invoice);
  add ("searching-narrows-the-list", TRUE, test_searching_narrows_the_list);
  add ("only-the-overdue-are-shown", TRUE, test_only_the_overdue_are_shown);
  add ("what-comes-in-is-shown", FALSE, test_what_comes_in_is_shown);
  add ("voids-the-selected-invoice", TRUE, test_voids_the_selected_invoice);

  return g_test_run ();
}
