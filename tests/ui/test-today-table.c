/* test-today-table.c: the accounts that want something today, reason by reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today-table.h"

#include "arrears-account.h"
#include "arrears-test-screen.h"
#include "arrears-test-values.h"
#include "arrears-words-today.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsTodayTable *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = arrears_test_screen_open_ledger (FALSE);
  fixture->window = adw_window_new ();
  fixture->table = g_object_new (ARREARS_TYPE_TODAY_TABLE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  arrears_today_table_set_desk (fixture->table, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_close_ledger (fixture->desk);
}

static ArrearsAccount *
create_account (gint64 id, const char *reasons, int stage)
{
  ArrearsAccount *account = arrears_account_new ();

  account->id = id;
  account->stage = stage;
  account->reason_day = arrears_test_day ("2026-03-20");
  account->reason_amount = (ArrearsMoney) { 123450 };
  arrears_record_set_text (&account->name, "云栖路便民超市有限公司");
  arrears_record_set_text (&account->owner, "李敏");
  arrears_record_set_text (&account->reasons, reasons);
  arrears_record_set_text (&account->reason_note, "order fapiao");
  arrears_record_set_text (&account->passed_stages, stage > 2 ? "1 2" : "");
  return account;
}

static void
show_one (Fixture *fixture, const char *reasons, int stage)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (accounts, create_account (1, reasons, stage));
  arrears_today_table_show (fixture->table, accounts);
}

static const char *
get_reasons (Fixture *fixture)
{
  return gtk_label_get_label (arrears_test_screen_get_child (fixture->table, "reasons"));
}

static void
test_every_kind_of_reason_is_told_in_words (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < ARREARS_TODAY_N_KINDS; i++)
    {
      ArrearsTodayKind kind = (ArrearsTodayKind) i;
      const ArrearsTodayReason reason = { .kind = kind,
                                          .day = arrears_test_day ("2026-03-20"),
                                          .amount = { 123450 },
                                          .note = (char *) "order fapiao",
                                          .days_left = 4,
                                          .n = 1 };
      g_autofree char *text = arrears_words_describe_today (&reason, 3, "1 2");

      show_one (fixture, arrears_today_kind_to_word (kind), 3);
      g_assert_cmpstr (get_reasons (fixture), ==, text);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
}

static void
test_further_reasons_are_named (Fixture *fixture, gconstpointer data)
{
  show_one (fixture, "promise_due voucher_missing due_soon", 0);
  g_assert_nonnull (
      strstr (get_reasons (fixture), arrears_words_get_for_today_kind (ARREARS_TODAY_DUE_SOON)));
  g_assert_nonnull (strstr (get_reasons (fixture),
                            arrears_words_get_for_today_kind (ARREARS_TODAY_VOUCHER_MISSING)));
}

static void
test_only_a_stage_can_be_done (Fixture *fixture, gconstpointer data)
{
  show_one (fixture, "crossing", 3);
  g_assert_true (arrears_test_screen_is_enabled (fixture->table, "row.complete"));
  g_assert_true (arrears_test_screen_is_enabled (fixture->table, "row.acknowledge"));
  show_one (fixture, "voucher_missing", 0);
  g_assert_false (arrears_test_screen_is_enabled (fixture->table, "row.complete"));
  g_assert_true (arrears_test_screen_is_enabled (fixture->table, "row.contact"));
}

static gint64
get_selected_id (Fixture *fixture)
{
  GtkSingleSelection *selection = arrears_test_screen_get_child (fixture->table, "selection");
  ArrearsAccount *account = gtk_single_selection_get_selected_item (selection);

  return account != NULL ? account->id : 0;
}

static void
test_who_was_selected_stays_selected (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = arrears_test_screen_get_child (fixture->table, "selection");
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (gint64 id = 1; id <= 3; id++)
    g_ptr_array_add (accounts, create_account (id, "crossing", 3));
  arrears_today_table_show (fixture->table, accounts);
  g_assert_cmpint (get_selected_id (fixture), ==, 1);
  gtk_single_selection_set_selected (selection, 2);
  g_ptr_array_remove_index (accounts, 0);
  arrears_today_table_show (fixture->table, accounts);
  g_assert_cmpint (get_selected_id (fixture), ==, 3);
  arrears_test_screen_picture (fixture->window, "today-table");
}

static void
test_nothing_to_do_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GtkStack *stack = arrears_test_screen_get_child (fixture->table, "stack");

  arrears_today_table_show (fixture->table, nothing);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_false (
      gtk_widget_get_visible (arrears_test_screen_get_child (fixture->table, "details")));
  show_one (fixture, "crossing", 3);
  arrears_today_table_set_kind (fixture->table, ARREARS_TODAY_DUE_SOON);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing-found");
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/today-table/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("every-kind-of-reason-is-told-in-words", test_every_kind_of_reason_is_told_in_words);
  add ("further-reasons-are-named", test_further_reasons_are_named);
  add ("only-a-stage-can-be-done", test_only_a_stage_can_be_done);
  add ("who-was-selected-stays-selected", test_who_was_selected_stays_selected);
  add ("nothing-to-do-is-said", test_nothing_to_do_is_said);

  return g_test_run ();
}
