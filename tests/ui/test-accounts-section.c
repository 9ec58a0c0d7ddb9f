/* test-accounts-section.c: all customers with what they owe (客户)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-accounts-section.h"

#include "arrears-account.h"
#include "arrears-list-table.h"
#include "arrears-payment.h"
#include "arrears-test-screen.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsSection *section;
  ArrearsListTable *table;
  gint64 opened; /* id that win.open-account was given */
} Fixture;

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
on_open_account_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->opened = g_variant_get_int64 (parameter);
}

/* Stands for the actions of the program's window. */
static void
add_actions (Fixture *fixture)
{
  static const GActionEntry actions[]
      = { { "open-account", on_open_account_activated_cb, "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer is_filled)
{
  fixture->desk = arrears_test_screen_open_ledger (is_filled != NULL);
  fixture->window = adw_window_new ();
  fixture->section = g_object_new (ARREARS_TYPE_ACCOUNTS_SECTION, "title", "Accounts", "icon-name",
                                   "arrears-accounts-symbolic", NULL);
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_section_visit (fixture->section);
  arrears_section_set_desk (fixture->section, fixture->desk);
  fixture->table = arrears_test_screen_get_child (fixture->section, "table");
  wait_for_rows (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer is_filled)
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

static ArrearsAccount *
get_selected (Fixture *fixture)
{
  return ARREARS_ACCOUNT (arrears_list_table_get_selected (fixture->table));
}

static void
test_lists_all_customers (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), >, 10);
  arrears_test_screen_picture (fixture->window, "accounts-section");
}

static void
test_an_empty_ledger_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (arrears_list_table_get_n_rows (fixture->table), ==, 0);
  arrears_test_screen_picture (fixture->window, "accounts-section-empty");
}

static void
test_a_row_opens_its_account (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = arrears_list_table_get_view (fixture->table);

  select_row (fixture, 3);
  g_signal_emit_by_name (view, "activate", 3u);

  g_assert_cmpint (fixture->opened, !=, 0);
  g_assert_cmpint (fixture->opened, ==, get_selected (fixture)->id);
}

static gboolean
shows_one (gpointer user_data)
{
  Fixture *fixture = user_data;

  return is_idle (fixture) && arrears_list_table_get_n_rows (fixture->table) == 1;
}

static void
test_a_customer_is_found_by_two_characters (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *part = NULL;

  select_row (fixture, 0);
  name = g_strdup (get_selected (fixture)->name);
  part = g_utf8_substring (name, 0, 2);
  gtk_editable_set_text (arrears_test_screen_get_child (fixture->section, "search"), part);
  arrears_test_screen_wait_until (shows_one, fixture);

  select_row (fixture, 0);
  g_assert_cmpstr (get_selected (fixture)->name, ==, name);
}

/* The row that is shown, and the one that is selected, follow a payment. */
static void
test_a_payment_changes_the_balance (Fixture *fixture, gconstpointer data)
{
  ArrearsPayment payment = {
    .customer_id = arrears_test_screen_find_debtor (fixture->desk),
    .amount = arrears_money (100),
    .on = arrears_test_screen_get_day (),
  };
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  for (guint i = 0; get_selected (fixture) == NULL
                    || get_selected (fixture)->id != payment.customer_id; i++)
    select_row (fixture, i);
  before = get_selected (fixture)->balance.fen;
  result = arrears_payment_record (fixture->desk, &payment, &error);
  g_assert_no_error (error);
  wait_for_rows (fixture);

  g_assert_cmpint (get_selected (fixture)->id, ==, payment.customer_id);
  g_assert_cmpint (get_selected (fixture)->balance.fen, ==, before - 100);
}

static void
test_what_changes_unseen_is_shown_on_return (Fixture *fixture, gconstpointer data)
{
  ArrearsPayment payment = {
    .customer_id = arrears_test_screen_find_debtor (fixture->desk),
    .amount = arrears_money (100),
    .on = arrears_test_screen_get_day (),
  };
  g_autoptr (ArrearsPaymentResult) result = NULL;

  gtk_widget_set_visible (GTK_WIDGET (fixture->section), FALSE);
  result = arrears_payment_record (fixture->desk, &payment, NULL);
  g_assert_nonnull (result);
  g_assert_false (arrears_list_table_is_busy (fixture->table));
  gtk_widget_set_visible (GTK_WIDGET (fixture->section), TRUE);
  g_assert_true (arrears_list_table_is_busy (fixture->table));
  wait_for_rows (fixture);
}

static void
add (const char *name, gboolean is_filled, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/accounts-section/", name, NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (is_filled), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("lists-all-customers", TRUE, test_lists_all_customers);
  add ("an-empty-ledger-says-what-to-do", FALSE, test_an_empty_ledger_says_what_to_do);
  add ("a-row-opens-its-account", TRUE, test_a_row_opens_its_account);
  add ("a-customer-is-found-by-two-characters", TRUE, test_a_customer_is_found_by_two_characters);
  add ("a-payment-changes-the-balance", TRUE, test_a_payment_changes_the_balance);
  add ("what-changes-unseen-is-shown-on-return", TRUE, test_what_changes_unseen_is_shown_on_return);

  return g_test_run ();
}
