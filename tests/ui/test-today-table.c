/* test-today-table.c: the items that want something today, reason by reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today-table.h"

#include "arrears-test-screen.h"
#include "arrears-test-values.h"
#include "arrears-words-policy.h"
#include "arrears-words-today.h"

typedef struct
{
  GtkWidget *window;
  ArrearsTodayTable *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = adw_window_new ();
  fixture->table = g_object_new (ARREARS_TYPE_TODAY_TABLE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_screen_close (&fixture->window);
}

static ArrearsAccount *
create_account (gint64 id, int stage)
{
  ArrearsAccount *account = arrears_account_new ();

  account->id = id;
  account->stage = stage;
  arrears_record_set_text (&account->name, "云栖路便民超市有限公司");
  arrears_record_set_text (&account->owner, "李敏");
  arrears_record_set_text (&account->passed_stages, stage > 2 ? "1 2" : "");
  return account;
}

static ArrearsTodayReason
make_reason (ArrearsTodayKind kind)
{
  return (ArrearsTodayReason) { .kind = kind,
                                .day = arrears_test_day ("2026-03-20"),
                                .amount = { 123450 },
                                .note = (char *) "order fapiao",
                                .days_left = 4,
                                .n = 1 };
}

static ArrearsTodayItem *
create_item (gint64 id, const ArrearsTodayKind *kinds, gsize n_kinds, int stage)
{
  g_autoptr (ArrearsAccount) account = create_account (id, stage);
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (ArrearsTodayReason));
  ArrearsTodayRow row = { .customer_id = id, .reasons = reasons };

  row.standing.stage = stage;
  row.standing.actions = ARREARS_ACTION_VISIT;
  for (gsize i = 0; i < n_kinds; i++)
    {
      ArrearsTodayReason reason = make_reason (kinds[i]);

      g_array_append_val (reasons, reason);
    }
  return arrears_today_item_new (&row, account);
}

static void
show (Fixture *fixture, const ArrearsTodayKind *kinds, gsize n_kinds, int stage)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, create_item (1, kinds, n_kinds, stage));
  arrears_today_table_show (fixture->table, items);
}

static void
show_one (Fixture *fixture, ArrearsTodayKind kind, int stage)
{
  show (fixture, &kind, 1, stage);
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
      const ArrearsTodayReason reason = make_reason ((ArrearsTodayKind) i);
      g_autofree char *text = arrears_words_describe_today (&reason, 3, "1 2");
      g_autofree char *line = g_strconcat ("· ", text, NULL);

      show_one (fixture, reason.kind, 3);
      g_assert_cmpstr (get_reasons (fixture), ==, line);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
}

static void
test_each_reason_has_a_line (Fixture *fixture, gconstpointer data)
{
  static const ArrearsTodayKind kinds[]
      = { ARREARS_TODAY_PROMISE_DUE, ARREARS_TODAY_VOUCHER_MISSING, ARREARS_TODAY_DUE_SOON };
  g_auto (GStrv) lines = NULL;

  show (fixture, kinds, G_N_ELEMENTS (kinds), 0);
  lines = g_strsplit (get_reasons (fixture), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
}

/* A crossing asks for what the policy says, another reason for its own next step. */
static void
test_the_next_step_is_of_the_first_reason (Fixture *fixture, gconstpointer data)
{
  static const ArrearsTodayKind crossing[] = { ARREARS_TODAY_CROSSING, ARREARS_TODAY_FOLLOW_UP };
  static const ArrearsTodayKind due[] = { ARREARS_TODAY_PROMISE_DUE, ARREARS_TODAY_CROSSING };
  g_autoptr (ArrearsTodayItem) a = create_item (1, crossing, 2, 3);
  g_autoptr (ArrearsTodayItem) b = create_item (2, due, 2, 3);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_object_get (a, "next-step", &first, NULL);
  g_object_get (b, "next-step", &second, NULL);
  g_assert_cmpstr (first, ==, arrears_words_get_for_action (ARREARS_ACTION_VISIT));
  g_assert_cmpstr (second, ==, arrears_words_get_for_next_step (ARREARS_TODAY_PROMISE_DUE));
}

static void
test_only_a_stage_can_be_done (Fixture *fixture, gconstpointer data)
{
  show_one (fixture, ARREARS_TODAY_CROSSING, 3);
  g_assert_true (arrears_test_screen_is_enabled (fixture->table, "row.complete"));
  g_assert_true (arrears_test_screen_is_enabled (fixture->table, "row.acknowledge"));
  show_one (fixture, ARREARS_TODAY_VOUCHER_MISSING, 0);
  g_assert_false (arrears_test_screen_is_enabled (fixture->table, "row.complete"));
  g_assert_true (arrears_test_screen_is_enabled (fixture->table, "row.contact"));
}

static gint64
get_selected_id (Fixture *fixture)
{
  GtkSingleSelection *selection = arrears_test_screen_get_child (fixture->table, "selection");
  ArrearsTodayItem *item = gtk_single_selection_get_selected_item (selection);

  return item != NULL ? arrears_today_item_get_account (item)->id : 0;
}

static void
test_who_was_selected_stays_selected (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = arrears_test_screen_get_child (fixture->table, "selection");
  const ArrearsTodayKind crossing = ARREARS_TODAY_CROSSING;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (gint64 id = 1; id <= 3; id++)
    g_ptr_array_add (items, create_item (id, &crossing, 1, 3));
  arrears_today_table_show (fixture->table, items);
  g_assert_cmpint (get_selected_id (fixture), ==, 1);
  gtk_single_selection_set_selected (selection, 2);
  g_ptr_array_remove_index (items, 0);
  arrears_today_table_show (fixture->table, items);
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
  show_one (fixture, ARREARS_TODAY_CROSSING, 3);
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
  add ("each-reason-has-a-line", test_each_reason_has_a_line);
  add ("the-next-step-is-of-the-first-reason", test_the_next_step_is_of_the_first_reason);
  add ("only-a-stage-can-be-done", test_only_a_stage_can_be_done);
  add ("who-was-selected-stays-selected", test_who_was_selected_stays_selected);
  add ("nothing-to-do-is-said", test_nothing_to_do_is_said);

  return g_test_run ();
}
