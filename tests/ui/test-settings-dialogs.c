/* test-settings-dialogs.c: rules, published tables and persons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-entries-settings.h"
#include "arrears-entries-today.h"
#include "arrears-entry-dialog.h"
#include "arrears-owners-dialog.h"
#include "arrears-tables-dialog.h"

#include "arrears-account.h"
#include "arrears-ownership.h"
#include "arrears-published.h"
#include "arrears-rules.h"
#include "arrears-test-screen.h"
#include "arrears-test-values.h"
#include "arrears-today.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = arrears_test_screen_open_ledger (TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    arrears_test_screen_close (&fixture->dialog);
  arrears_test_screen_close_ledger (fixture->desk);
}

static gboolean
is_ready (gpointer dialog)
{
  gboolean is_filled;

  g_object_get (dialog, "is-ready", &is_filled, NULL);
  return is_filled;
}

static GtkWidget *
open_entry (Fixture *fixture, const ArrearsEntry *entry, gint64 customer_id)
{
  ArrearsEntryValues *values = arrears_entry_values_new ();
  GtkWidget *dialog;

  if (customer_id != 0)
    arrears_entry_values_set_number (values, "customer_id", customer_id);
  dialog = arrears_entry_dialog_new (fixture->desk, entry, values);
  gtk_window_present (GTK_WINDOW (dialog));
  arrears_test_screen_wait_until (is_ready, dialog);
  return dialog;
}

static void
set_field (GtkWidget *dialog, const char *name, const char *text)
{
  gtk_widget_activate_action (dialog, "form.set", "(ss)", name, text);
}

static void
save (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "form.save", NULL);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &dialog);
}

static void
test_rules_are_shown_and_saved (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_entry (fixture, &arrears_entry_rules, 0);
  ArrearsRules rules;

  arrears_test_screen_picture (dialog, "rules-dialog");
  set_field (dialog, "percent", "30");
  set_field (dialog, "payment_order", "statutory");
  set_field (dialog, "cent_tolerance", "");
  set_field (dialog, "remind_days_before", "5");
  save (dialog);

  g_assert_true (arrears_rules_load (fixture->desk, &rules, NULL));
  g_assert_cmpint (arrears_rate_compare (rules.statutory.rate, arrears_rate (13, 10)), ==, 0);
  g_assert_cmpint (rules.payment_order, ==, ARREARS_PAYMENT_ORDER_STATUTORY);
  g_assert_cmpint (rules.cent_tolerance.fen, ==, 0);
  g_assert_cmpint (rules.remind_days_before, ==, 5);
}

static void
test_the_law_has_limits (Fixture *fixture, gconstpointer data)
{
  fixture->dialog = open_entry (fixture, &arrears_entry_rules, 0);
  set_field (fixture->dialog, "percent", "51");
  g_assert_false (arrears_test_screen_is_enabled (fixture->dialog, "form.save"));
  set_field (fixture->dialog, "statutory", "sme");
  g_assert_true (arrears_test_screen_is_enabled (fixture->dialog, "form.save"));
}

static void
test_a_rate_is_added (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  ArrearsDay rates_end;

  arrears_published_get_warnings (fixture->desk, &rates_end, NULL);
  fixture->dialog = arrears_tables_dialog_new (fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  arrears_test_screen_picture (fixture->dialog, "tables-dialog");
  arrears_desk_set_as_of (fixture->desk, arrears_day_add_days (rates_end, 40));
  gtk_widget_activate_action (fixture->dialog, "tables.add-rate", NULL);
  dialog = GTK_WIDGET (arrears_test_screen_find_over (fixture->dialog));
  arrears_test_screen_wait_until (is_ready, dialog);
  {
    g_autofree char *day = arrears_day_to_string (arrears_day_add_days (rates_end, 31));

    set_field (dialog, "published_on", day);
  }
  set_field (dialog, "rate", "2.95%");
  save (dialog);
  {
    g_autoptr (GPtrArray) rates = arrears_published_list_rates (fixture->desk, NULL);
    ArrearsPublishedRate *last = g_ptr_array_index (rates, rates->len - 1);

    g_assert_true (last->is_added);
    g_assert_cmpstr (last->rate, ==, "2.95%");
  }
}

static void
test_a_day_off_is_added (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_entry (fixture, &arrears_entry_day, 0);
  g_autoptr (GPtrArray) days = NULL;

  set_field (dialog, "day", "2031-01-02");
  set_field (dialog, "name", "元旦");
  save (dialog);
  days = arrears_published_list_days (fixture->desk, NULL);
  g_assert_cmpint (((ArrearsPublishedDay *) g_ptr_array_index (days, days->len - 1))->day.number,
                   ==, arrears_test_day ("2031-01-02").number);
}

static gboolean
shows_persons (gpointer dialog)
{
  GtkSingleSelection *selection = arrears_test_screen_get_child (dialog, "selection");
  GListModel *model = gtk_single_selection_get_model (selection);

  return g_list_model_get_n_items (model) > 0;
}

static int
count_accounts (GPtrArray *persons, const char *name)
{
  for (guint i = 0; i < persons->len; i++)
    {
      ArrearsPerson *person = g_ptr_array_index (persons, i);

      if (g_str_equal (person->name, name))
        return person->n_accounts;
    }
  return -1;
}

static void
test_accounts_are_handed_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = arrears_ownership_report (fixture->desk, NULL);
  ArrearsPerson *first = g_ptr_array_index (before, 0);
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *dialog;

  fixture->dialog = arrears_owners_dialog_new (fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  arrears_test_screen_wait_until (shows_persons, fixture->dialog);
  arrears_test_screen_picture (fixture->dialog, "owners-dialog");
  dialog = open_entry (fixture, &arrears_entry_hand_over, 0);
  set_field (dialog, "from", first->name);
  set_field (dialog, "to", "赵新来");
  save (dialog);

  after = arrears_ownership_report (fixture->desk, NULL);
  g_assert_cmpint (count_accounts (after, "赵新来"), ==, first->n_accounts);
}

static gint64
find_crossed (Fixture *fixture)
{
  g_autoptr (GPtrArray) accounts = arrears_today_list_accounts (fixture->desk, NULL, NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      if (strstr (account->reasons, "crossing") != NULL)
        return account->id;
    }
  g_assert_not_reached ();
}

static gboolean
is_crossed (Fixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) rows = arrears_today_list (fixture->desk, &id, 1, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const ArrearsTodayRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->reasons->len; j++)
        if (g_array_index (row->reasons, ArrearsTodayReason, j).kind == ARREARS_TODAY_CROSSING)
          return TRUE;
    }
  return FALSE;
}

static void
test_what_was_done_leaves_the_list (Fixture *fixture, gconstpointer data)
{
  gint64 id = find_crossed (fixture);
  GtkWidget *dialog = open_entry (fixture, &arrears_entry_complete_stage, id);

  g_assert_true (is_crossed (fixture, id));
  g_assert_false (arrears_test_screen_is_enabled (dialog, "form.save"));
  set_field (dialog, "note", "已电话催收，对方周五付款");
  arrears_test_screen_picture (dialog, "complete-stage-dialog");
  save (dialog);
  g_assert_false (is_crossed (fixture, id));
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/settings-dialogs/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);

  add ("rules-are-shown-and-saved", test_rules_are_shown_and_saved);
  add ("the-law-has-limits", test_the_law_has_limits);
  add ("a-rate-is-added", test_a_rate_is_added);
  add ("a-day-off-is-added", test_a_day_off_is_added);
  add ("accounts-are-handed-over", test_accounts_are_handed_over);
  add ("what-was-done-leaves-the-list", test_what_was_done_leaves_the_list);

  return g_test_run ();
}
