/* test-account-view.c: the page of one account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-view.h"

#include "arrears-account-page.h"
#include "arrears-record-tab.h"
#include "arrears-test-screen.h"

/* A window around the view, as the program has one. */
static GtkWidget *
open_view (ArrearsDesk *desk, gint64 customer_id)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = arrears_account_view_new (desk, customer_id);

  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gpointer
get_view (GtkWidget *window)
{
  return adw_window_get_content (ADW_WINDOW (window));
}

static const char *
get_page (gpointer view)
{
  return gtk_stack_get_visible_child_name (arrears_test_screen_get_child (view, "stack"));
}

static gboolean
is_loaded (gpointer window)
{
  return !g_str_equal (get_page (get_view (window)), "loading");
}

static GListModel *
get_records (GtkWidget *window, const char *tab)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_object_get (arrears_test_screen_get_child (get_view (window), tab), "selection", &selection,
                NULL);
  return gtk_single_selection_get_model (selection);
}

static void
test_shows_all_there_is (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  gint64 customer_id = arrears_test_screen_find_debtor (desk);
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (desk, customer_id, NULL);
  GtkWidget *window = open_view (desk, customer_id);

  g_assert_cmpstr (arrears_account_view_get_title (get_view (window)), ==, "");
  arrears_test_screen_wait_until (is_loaded, window);
  g_assert_cmpstr (get_page (get_view (window)), ==, "account");
  g_assert_cmpstr (arrears_account_view_get_title (get_view (window)), ==, page->customer->name);
  g_assert_cmpuint (g_list_model_get_n_items (get_records (window, "open_items")), >=,
                    page->invoices->len);
  g_assert_cmpuint (g_list_model_get_n_items (get_records (window, "receipts")), ==,
                    page->receipts->len);
  g_assert_cmpuint (g_list_model_get_n_items (get_records (window, "log")), ==, page->log->len);
  arrears_test_screen_picture (window, "account-view");
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static GtkAlign
get_heading_align (GtkWidget *window, guint position)
{
  GtkWidget *tab = arrears_test_screen_get_child (get_view (window), "open_items");
  GtkWidget *header = gtk_widget_get_first_child (arrears_test_screen_get_child (tab, "view"));
  GtkWidget *heading = gtk_widget_get_first_child (header);

  while (position-- > 0)
    heading = gtk_widget_get_next_sibling (heading);
  return gtk_widget_get_halign (gtk_widget_get_first_child (heading));
}

static void
test_headings_stand_over_their_numbers (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *window = open_view (desk, arrears_test_screen_find_debtor (desk));

  arrears_test_screen_wait_until (is_loaded, window);
  for (guint i = 0; i < 11; i++)
    g_assert_cmpint (get_heading_align (window, i) == GTK_ALIGN_END, ==, i >= 4 && i <= 8);
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

/* Keys go to the account that was opened, not to the menu of the window. */
static void
test_has_the_focus_when_it_is_shown (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *window = open_view (desk, arrears_test_screen_find_debtor (desk));
  GtkWidget *tab = arrears_test_screen_get_child (get_view (window), "open_items");

  arrears_test_screen_wait_until (is_loaded, window);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), tab));
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static void
test_shows_each_tab (void)
{
  static const char *const tabs[]
      = { "receipts", "matters", "limitation", "vouchers", "contracts", "documents", "log" };
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *window = open_view (desk, arrears_test_screen_find_debtor (desk));

  arrears_test_screen_wait_until (is_loaded, window);
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strdup_printf ("account-view-%s", tabs[i]);

      gtk_widget_activate_action (get_view (window), "account.show-tab", "s", tabs[i]);
      arrears_test_screen_picture (window, name);
    }
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static void
test_says_that_there_is_no_such_customer (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (FALSE);
  GtkWidget *window = open_view (desk, 4711);

  arrears_test_screen_wait_until (is_loaded, window);
  g_assert_cmpstr (get_page (get_view (window)), ==, "problem");
  g_assert_false (arrears_test_screen_is_enabled (get_view (window), "account.edit-customer"));
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

/* Whether the contract that the test adds is listed. */
static gboolean
has_contract (gpointer window)
{
  GListModel *contracts = get_records (window, "contracts");

  for (guint i = 0; i < g_list_model_get_n_items (contracts); i++)
    {
      g_autoptr (ArrearsContract) contract = g_list_model_get_item (contracts, i);

      if (g_str_equal (contract->number, "HT-2026-009"))
        return g_str_equal (contract->charge_terms, "daily:0.0005");
    }
  return FALSE;
}

static GtkWidget *
open_contract (GtkWidget *window)
{
  gtk_widget_activate_action (get_view (window), "account.add-contract", NULL);
  return GTK_WIDGET (arrears_test_screen_find_over (window));
}

static void
test_adds_a_contract (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *window = open_view (desk, arrears_test_screen_find_debtor (desk));
  GtkWidget *dialog;

  arrears_test_screen_wait_until (is_loaded, window);
  dialog = open_contract (window);
  g_assert_nonnull (dialog);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  gtk_editable_set_text (arrears_test_screen_get_child (dialog, "number"), "HT-2026-009");
  adw_combo_row_set_selected (arrears_test_screen_get_child (dialog, "charge"), 1);
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  gtk_editable_set_text (arrears_test_screen_get_child (dialog, "rate"), "万分之五");
  g_assert_true (arrears_test_screen_is_enabled (dialog, "form.save"));
  arrears_test_screen_picture (dialog, "contract-dialog");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (has_contract, window);

  gtk_widget_activate_action (arrears_test_screen_get_child (get_view (window), "contracts"),
                              "tab.activate-selected", NULL);
  dialog = GTK_WIDGET (arrears_test_screen_find_over (window));
  g_assert_nonnull (dialog);
  g_assert_false (gtk_editable_get_editable (arrears_test_screen_get_child (dialog, "number")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

static gboolean
is_renamed (gpointer window)
{
  return g_str_equal (arrears_account_view_get_title (get_view (window)), "新名称商行");
}

static void
test_follows_the_ledger (void)
{
  ArrearsDesk *desk = arrears_test_screen_open_ledger (TRUE);
  GtkWidget *window = open_view (desk, arrears_test_screen_find_debtor (desk));
  GtkWidget *dialog;

  arrears_test_screen_wait_until (is_loaded, window);
  gtk_widget_activate_action (get_view (window), "account.edit-customer", NULL);
  dialog = GTK_WIDGET (arrears_test_screen_find_over (window));
  g_assert_nonnull (dialog);
  gtk_editable_set_text (arrears_test_screen_get_child (dialog, "name"), "新名称商行");
  arrears_test_screen_picture (dialog, "customer-dialog");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (is_renamed, window);
  arrears_test_screen_close (&window);
  arrears_test_screen_close_ledger (desk);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/account-view/shows-all-there-is", test_shows_all_there_is);
  g_test_add_func ("/account-view/headings-stand-over-their-numbers",
                   test_headings_stand_over_their_numbers);
  g_test_add_func ("/account-view/has-the-focus-when-it-is-shown",
                   test_has_the_focus_when_it_is_shown);
  g_test_add_func ("/account-view/shows-each-tab", test_shows_each_tab);
  g_test_add_func ("/account-view/says-that-there-is-no-such-customer",
                   test_says_that_there_is_no_such_customer);
  g_test_add_func ("/account-view/adds-a-contract", test_adds_a_contract);
  g_test_add_func ("/account-view/follows-the-ledger", test_follows_the_ledger);
  return g_test_run ();
}
