/* test-today-section.c: what is owed, and whom to chase today (今日)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today-section.h"

#include "arrears-account.h"
#include "arrears-flags.h"
#include "arrears-format.h"
#include "arrears-overview.h"
#include "arrears-payment.h"
#include "arrears-test-screen.h"
#include "arrears-today-table.h"
#include "arrears-today.h"

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  ArrearsSection *section;
  const char *page; /* that is waited for */
  char *acted;      /* the last action of the window, */
  gint64 acted_on;  /* and the id that it was given */
} Fixture;

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      arrears_test_screen_get_child (fixture->section, "stack"));
}

static ArrearsTodayTable *
get_table (Fixture *fixture)
{
  return arrears_test_screen_get_child (fixture->section, "table");
}

static gboolean
shows_page (gpointer user_data)
{
  Fixture *fixture = user_data;

  return g_str_equal (get_page (fixture), fixture->page);
}

static void
wait_for_page (Fixture *fixture, const char *page)
{
  fixture->page = page;
  arrears_test_screen_wait_until (shows_page, fixture);
}

static void
on_action_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->acted);
  fixture->acted = g_strdup (g_action_get_name (G_ACTION (action)));
  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_INT64))
    fixture->acted_on = g_variant_get_int64 (parameter);
  else
    g_variant_get (parameter, "(&sx)", NULL, &fixture->acted_on);
}

static void
add_actions (Fixture *fixture)
{
  static const GActionEntry actions[] = {
    { "complete-stage", on_action_activated_cb, "x" },
    { "acknowledge-stage", on_action_activated_cb, "x" },
    { "enter", on_action_activated_cb, "(sx)" },
    { "receive-payment", on_action_activated_cb, "x" },
    { "issue-letter", on_action_activated_cb, "x" },
    { "open-account", on_action_activated_cb, "x" },
  };
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
  g_free (fixture->acted);
}

static GPtrArray *
list_accounts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *accounts = arrears_today_list_accounts (fixture->desk, NULL, &error);

  g_assert_no_error (error);
  return accounts;
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
  g_autoptr (GPtrArray) accounts = list_accounts (fixture);
  g_autofree char *n_accounts = g_strdup_printf ("%u", accounts->len);

  g_assert_cmpstr (get_text (fixture, "balance"), ==, balance);
  g_assert_cmpstr (get_text (fixture, "overdue"), ==, overdue);
  g_assert_cmpstr (get_text (fixture, "flagged"), ==, n_flagged);
  g_assert_cmpstr (arrears_section_get_indicator (fixture->section), ==, n_accounts);
  g_assert_cmpuint (arrears_today_table_get_n_rows (get_table (fixture)), ==, accounts->len);
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

/* The account of the first row, which is selected. */
static gint64
get_first_id (Fixture *fixture)
{
  g_autoptr (GPtrArray) accounts = list_accounts (fixture);

  return ((ArrearsAccount *) g_ptr_array_index (accounts, 0))->id;
}

static void
test_every_act_is_of_the_account_selected (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "row.complete", "complete-stage" }, { "row.contact", "enter" },
    { "row.payment", "receive-payment" }, { "row.letter", "issue-letter" },
    { "row.open", "open-account" },
  };

  wait_for_page (fixture, "flags");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->acted_on = 0;
      gtk_widget_activate_action (GTK_WIDGET (get_table (fixture)), cases[i][0], NULL);
      g_assert_cmpstr (fixture->acted, ==, cases[i][1]);
      g_assert_cmpint (fixture->acted_on, ==, get_first_id (fixture));
    }
}

static guint
count (GPtrArray *accounts, const char *word, const char *owner)
{
  guint n = 0;

  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);
      g_auto (GStrv) words = g_strsplit (account->reasons, " ", -1);

      n += (word == NULL || g_strv_contains ((const char *const *) words, word))
           && (owner == NULL || g_str_equal (account->owner, owner));
    }
  return n;
}

static void
test_narrows_to_a_reason_or_an_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) accounts = list_accounts (fixture);
  ArrearsTodayTable *table = get_table (fixture);
  const char *owner = ((ArrearsAccount *) g_ptr_array_index (accounts, 0))->owner;

  wait_for_page (fixture, "flags");
  for (int kind = 0; kind < ARREARS_TODAY_N_KINDS; kind++)
    {
      const char *word = arrears_today_kind_to_word ((ArrearsTodayKind) kind);

      arrears_today_table_set_kind (table, (ArrearsTodayKind) kind);
      g_assert_cmpuint (arrears_today_table_get_n_rows (table), ==, count (accounts, word, NULL));
    }
  arrears_today_table_set_kind (table, ARREARS_TODAY_N_KINDS);
  arrears_today_table_set_owner (table, owner);
  g_assert_cmpuint (arrears_today_table_get_n_rows (table), ==, count (accounts, NULL, owner));
  gtk_widget_activate_action (GTK_WIDGET (fixture->section), "today.narrow", "(ss)", "crossing",
                              owner);
  g_assert_cmpuint (arrears_today_table_get_n_rows (table), ==,
                    count (accounts, "crossing", owner));
  gtk_widget_activate_action (GTK_WIDGET (fixture->section), "today.narrow", "(ss)", "", "");
  g_assert_cmpuint (arrears_today_table_get_n_rows (table), ==, accounts->len);
}

static gboolean
is_done (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GPtrArray) accounts = list_accounts (fixture);
  g_autofree char *n_accounts = g_strdup_printf ("%u", accounts->len);

  return g_str_equal (arrears_section_get_indicator (fixture->section), n_accounts);
}

/* Its indicator can be seen while it cannot. */
static void
test_who_pays_is_not_chased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = arrears_flags_list (fixture->desk, NULL);
  ArrearsAccount *debtor = g_ptr_array_index (flags, 0);
  guint n_flagged = compute_overview (fixture).n_flagged;
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
  arrears_test_screen_settle ();
  arrears_test_screen_wait_until (is_done, fixture);
  wait_for_page (fixture, "flags");

  g_assert_cmpuint (compute_overview (fixture).n_flagged, ==, n_flagged - 1);
}

static void
look_again (Fixture *fixture, int days_ago)
{
  ArrearsDay day = arrears_day_add_days (arrears_test_screen_get_day (), -days_ago);

  wait_for_page (fixture, "flags");
  arrears_today_section_set_looked_on (ARREARS_TODAY_SECTION (fixture->section), day);
  arrears_section_set_desk (fixture->section, NULL);
  arrears_section_set_desk (fixture->section, fixture->desk);
  wait_for_page (fixture, "flags");
}

static void
test_tells_since_when_nobody_looked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *absence = arrears_test_screen_get_child (fixture->section, "absence");

  look_again (fixture, 1);
  g_assert_false (gtk_widget_get_visible (absence));
  look_again (fixture, 14);
  g_assert_true (gtk_widget_get_visible (absence));
  g_assert_nonnull (strstr (get_text (fixture, "absence_text"), "2026-03-02"));
  arrears_test_screen_picture (fixture->window, "today-section-absence");
}

static void
test_it_lets_go_of_a_ledger (Fixture *fixture, gconstpointer data)
{
  wait_for_page (fixture, "flags");
  arrears_section_set_desk (fixture->section, NULL);
  arrears_test_screen_settle ();

  g_assert_cmpstr (get_page (fixture), ==, "waiting");
  g_assert_cmpstr (arrears_section_get_indicator (fixture->section), ==, "");
  g_assert_cmpuint (arrears_today_table_get_n_rows (get_table (fixture)), ==, 0);
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
  add ("every-act-is-of-the-account-selected", TRUE, test_every_act_is_of_the_account_selected);
  add ("narrows-to-a-reason-or-an-owner", TRUE, test_narrows_to_a_reason_or_an_owner);
  add ("tells-since-when-nobody-looked", TRUE, test_tells_since_when_nobody_looked);
  add ("who-pays-is-not-chased", TRUE, test_who_pays_is_not_chased);
  add ("it-lets-go-of-a-ledger", TRUE, test_it_lets_go_of_a_ledger);

  return g_test_run ();
}
