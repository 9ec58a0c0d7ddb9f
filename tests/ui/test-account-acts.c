/* test-account-acts.c: what can be done with an account and what it holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-account-acts.h"
#include "arrears-account-row.h"
#include "arrears-account-view.h"
#include "arrears-bad-debt.h"
#include "arrears-entries.h"
#include "arrears-entry-dialog.h"
#include "arrears-invoice.h"
#include "arrears-record-tab.h"
#include "arrears-test-screen.h"

#include <glib/gstdio.h>

typedef struct
{
  ArrearsDesk *desk;
  GtkWidget *window;
  GtkWidget *dialog; /* weak: NULL once it has closed */
} Screen;

static gpointer
get_view (Screen *screen)
{
  return adw_window_get_content (ADW_WINDOW (screen->window));
}

static gboolean
is_loaded (gpointer user_data)
{
  gpointer stack = arrears_test_screen_get_child (get_view (user_data), "stack");

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "account");
}

static Screen *
open_screen (void)
{
  Screen *screen = g_new0 (Screen, 1);

  screen->desk = arrears_test_screen_open_ledger (TRUE);
  screen->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 1080, 760);
  adw_window_set_content (
      ADW_WINDOW (screen->window),
      arrears_account_view_new (screen->desk, arrears_test_screen_find_debtor (screen->desk)));
  gtk_window_present (GTK_WINDOW (screen->window));
  arrears_test_screen_wait_until (is_loaded, screen);
  return screen;
}

static void
close_screen (Screen *screen)
{
  arrears_test_screen_close (&screen->window);
  arrears_test_screen_close_ledger (screen->desk);
  g_free (screen);
}

static GListModel *
get_records (Screen *screen, const char *tab)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_object_get (arrears_test_screen_get_child (get_view (screen), tab), "selection", &selection,
                NULL);
  return gtk_single_selection_get_model (selection);
}

/* The id of the first record of a kind in a tab; 0: there is none. */
static gint64
find_id (Screen *screen, const char *tab, const char *subject)
{
  GListModel *records = get_records (screen, tab);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (ArrearsRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (arrears_account_acts_get_subject (record), subject))
        return arrears_account_acts_get_id (record);
    }
  return 0;
}

static guint
count (Screen *screen, const char *tab, const char *subject)
{
  GListModel *records = get_records (screen, tab);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (ArrearsRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (arrears_account_acts_get_subject (record), subject))
        n++;
    }
  return n;
}

static gboolean
is_ready (gpointer user_data)
{
  Screen *screen = user_data;
  gboolean ready;

  g_object_get (screen->dialog, "is-ready", &ready, NULL);
  return ready;
}

static gboolean
is_answered (gpointer user_data)
{
  Screen *screen = user_data;

  return screen->dialog == NULL
         || (gtk_widget_get_sensitive (adw_window_get_content (ADW_WINDOW (screen->dialog)))
             && gtk_widget_get_visible (arrears_test_screen_get_child (screen->dialog, "hint")));
}

static void
watch_dialog (Screen *screen)
{
  screen->dialog = GTK_WIDGET (arrears_test_screen_find_over (screen->window));
  g_assert_true (ARREARS_IS_ENTRY_DIALOG (screen->dialog));
  g_object_add_weak_pointer (G_OBJECT (screen->dialog), (gpointer *) &screen->dialog);
  arrears_test_screen_wait_until (is_ready, screen);
}

static void
open_act (Screen *screen, const char *name, gint64 id)
{
  gtk_widget_activate_action (get_view (screen), "account.act", "(sx)", name, id);
  watch_dialog (screen);
}

static void
set (Screen *screen, const char *field, const char *text)
{
  gtk_widget_activate_action (screen->dialog, "form.set", "(ss)", field, text);
}

/* Saves and waits until the page has followed. */
static void
save (Screen *screen, const char *name)
{
  g_autofree char *picture = g_strconcat ("act-", name, NULL);

  arrears_test_screen_picture (screen->dialog, picture);
  g_assert_true (arrears_test_screen_is_enabled (screen->dialog, "form.save"));
  gtk_widget_activate_action (screen->dialog, "form.save", NULL);
  arrears_test_screen_wait_until (is_answered, screen);
  if (screen->dialog != NULL)
    g_test_message ("%s: %s", name,
                    gtk_label_get_text (arrears_test_screen_get_child (screen->dialog, "hint")));
  g_assert_null (screen->dialog);
}

/* What a tab is to hold after an act. */
typedef struct
{
  Screen *screen;
  const char *tab;
  const char *subject;
  guint n;
} Expected;

static gboolean
is_as_expected (gpointer user_data)
{
  const Expected *expected = user_data;

  return count (expected->screen, expected->tab, expected->subject) == expected->n;
}

static void
wait_for (Screen *screen, const char *tab, const char *subject, guint n)
{
  Expected expected = { screen, tab, subject, n };

  arrears_test_screen_wait_until (is_as_expected, &expected);
}

static void
show (Screen *screen, const char *tab, const char *name)
{
  g_autofree char *picture = g_strconcat ("acts-", name, NULL);

  gtk_widget_activate_action (get_view (screen), "account.show-tab", "s", tab);
  arrears_test_screen_picture (screen->window, picture);
}

static void
test_promises_disputes_and_pauses_are_entered_and_ended (void)
{
  Screen *screen = open_screen ();
  gint64 invoice = find_id (screen, "open_items", "invoice");
  guint n_promises = count (screen, "matters", "promise");
  guint n_disputes = count (screen, "matters", "dispute");
  guint n_pauses = count (screen, "matters", "pause");

  open_act (screen, "promise", invoice);
  set (screen, "amount", "1000");
  set (screen, "due_on", "2026-03-20");
  set (screen, "channel", "call");
  save (screen, "promise");
  wait_for (screen, "matters", "promise", n_promises + 1);

  open_act (screen, "dispute", invoice);
  set (screen, "amount", "500");
  set (screen, "reason", "quality");
  set (screen, "note", "有三箱破损");
  save (screen, "dispute");
  wait_for (screen, "matters", "dispute", n_disputes + 1);

  open_act (screen, "pause", invoice);
  set (screen, "kind", "hardship");
  set (screen, "until_on", "2026-04-01");
  set (screen, "reason", "店铺装修停业");
  save (screen, "pause");
  wait_for (screen, "matters", "pause", n_pauses + 1);
  show (screen, "matters", "matters");

  open_act (screen, "end-dispute", find_id (screen, "matters", "dispute"));
  set (screen, "how", "rejected");
  save (screen, "end-dispute");
  wait_for (screen, "matters", "dispute", n_disputes);
  open_act (screen, "end-pause", find_id (screen, "matters", "pause"));
  set (screen, "note", "已恢复营业");
  save (screen, "end-pause");
  wait_for (screen, "matters", "pause", n_pauses);
  open_act (screen, "withdraw-promise", find_id (screen, "matters", "promise"));
  set (screen, "note", "误记");
  save (screen, "withdraw-promise");
  wait_for (screen, "matters", "promise", n_promises);
  close_screen (screen);
}

static void
test_marks_are_set_and_taken_away (void)
{
  Screen *screen = open_screen ();
  guint n_marks = count (screen, "matters", "mark");

  open_act (screen, "credit-hold", 0);
  set (screen, "reason", "逾期太久");
  save (screen, "credit-hold");
  wait_for (screen, "matters", "mark", n_marks + 1);
  show (screen, "open-items", "head");
  open_act (screen, "end-mark", find_id (screen, "matters", "mark"));
  set (screen, "reason", "已付款");
  save (screen, "end-mark");
  wait_for (screen, "matters", "mark", n_marks);

  open_act (screen, "lateness", 0);
  set (screen, "code", "internal_process");
  save (screen, "lateness");
  open_act (screen, "owner", 0);
  set (screen, "name", "李梅");
  save (screen, "owner");
  open_act (screen, "policy", 0);
  save (screen, "policy");
  close_screen (screen);
}

static gboolean
has_lines (gpointer user_data)
{
  Screen *screen = user_data;

  return gtk_widget_get_visible (arrears_test_screen_get_child (screen->dialog, "outcome"));
}

static void
test_says_whether_goods_may_go_out (void)
{
  Screen *screen = open_screen ();

  open_act (screen, "credit", 0);
  set (screen, "amount", "8000");
  arrears_test_screen_wait_until (has_lines, screen);
  arrears_test_screen_picture (screen->dialog, "act-credit");
  gtk_window_destroy (GTK_WINDOW (screen->dialog));
  close_screen (screen);
}

static void
test_a_late_charge_explains_itself (void)
{
  Screen *screen = open_screen ();
  GtkListBox *lines;

  open_act (screen, "charge-steps", find_id (screen, "open_items", "invoice"));
  arrears_test_screen_wait_until (has_lines, screen);
  lines = arrears_test_screen_get_child (screen->dialog, "lines");
  g_assert_nonnull (gtk_list_box_get_row_at_index (lines, 3));
  arrears_test_screen_picture (screen->dialog, "act-charge-steps");
  gtk_window_destroy (GTK_WINDOW (screen->dialog));
  close_screen (screen);
}

static void
test_invoices_are_deferred_split_and_voided (void)
{
  Screen *screen = open_screen ();
  guint n_invoices = count (screen, "open_items", "invoice");
  gint64 invoice = find_id (screen, "open_items", "invoice");

  open_act (screen, "due-day", invoice);
  set (screen, "due_on", "2026-03-10");
  set (screen, "reason", "双方同意延期");
  save (screen, "due-day");
  open_act (screen, "cost", invoice);
  set (screen, "amount", "60");
  set (screen, "note", "律师函费，发票 0881");
  save (screen, "cost");

  invoice = find_id (screen, "open_items", "invoice");
  open_act (screen, "split", invoice);
  set (screen, "n", "3");
  set (screen, "first", "2026-04-01");
  arrears_test_screen_wait_until (has_lines, screen);
  save (screen, "split");
  wait_for (screen, "open_items", "invoice", n_invoices + 2);
  show (screen, "open-items", "open-items");

  open_act (screen, "void-invoice", find_id (screen, "open_items", "invoice"));
  set (screen, "reason", "开错户");
  save (screen, "void-invoice");
  wait_for (screen, "open_items", "invoice", n_invoices + 1);
  close_screen (screen);
}

static void
test_credit_notes_and_receipts_are_voided (void)
{
  Screen *screen = open_screen ();
  guint n_notes = count (screen, "receipts", "credit_note");
  guint n_receipts = count (screen, "receipts", "receipt");

  open_act (screen, "credit-note", 0);
  set (screen, "number", "HC-2026-77");
  set (screen, "amount", "120");
  save (screen, "credit-note");
  wait_for (screen, "receipts", "credit_note", n_notes + 1);
  show (screen, "receipts", "receipts");
  open_act (screen, "void-receipt", find_id (screen, "receipts", "credit_note"));
  set (screen, "reason", "重复登记");
  save (screen, "void-receipt");
  wait_for (screen, "receipts", "credit_note", n_notes);

  open_act (screen, "void-receipt", find_id (screen, "receipts", "receipt"));
  set (screen, "reason", "退票");
  save (screen, "void-receipt");
  wait_for (screen, "receipts", "receipt", n_receipts - 1);
  close_screen (screen);
}

static void
test_bad_debt_asks_for_the_papers_of_its_condition (void)
{
  Screen *screen = open_screen ();
  guint n_write_offs = count (screen, "receipts", "write_off");

  open_act (screen, "bad-debt", find_id (screen, "open_items", "invoice"));
  set (screen, "condition", "insolvent");
  set (screen, "reason", "对方已注销");
  arrears_test_screen_wait_until (has_lines, screen);
  arrears_test_screen_picture (screen->dialog, "act-bad-debt-unmet");
  gtk_widget_activate_action (screen->dialog, "form.save", NULL);
  arrears_test_screen_wait_until (is_answered, screen);
  g_assert_nonnull (screen->dialog);

  set (screen, "ending", "1");
  set (screen, "liquidation", "1");
  set (screen, "statement", "1");
  save (screen, "bad-debt");
  wait_for (screen, "receipts", "write_off", n_write_offs + 1);
  open_act (screen, "reinstate", find_id (screen, "receipts", "write_off"));
  set (screen, "reason", "法院追回");
  save (screen, "reinstate");
  wait_for (screen, "receipts", "write_off", n_write_offs);
  close_screen (screen);
}

/* The switches are those that the domain knows. */
static void
test_every_need_of_a_bad_debt_has_a_switch (void)
{
  guint known = 0;

  for (gsize i = 0; i < arrears_entry_bad_debt.n_fields; i++)
    for (guint need = 1; need <= ARREARS_BAD_DEBT_NEEDS_STATEMENT; need <<= 1)
      if (g_str_equal (arrears_entry_bad_debt.fields[i].name,
                       arrears_bad_debt_need_to_word ((ArrearsBadDebtNeeds) need)))
        known |= need;
  for (int i = 0; i < ARREARS_BAD_DEBT_N_CONDITIONS; i++)
    g_assert_cmpuint (arrears_bad_debt_get_confirmable ((ArrearsBadDebtCondition) i) & ~known, ==,
                      0);
}

static void
test_limitation_and_guarantees_are_entered_and_ended (void)
{
  Screen *screen = open_screen ();
  guint n_events = count (screen, "limitation", "event");
  guint n_guarantees = count (screen, "limitation", "guarantee");
  gint64 invoice = find_id (screen, "open_items", "invoice");

  open_act (screen, "limitation-event", invoice);
  set (screen, "kind", "acknowledgement");
  set (screen, "proof", "A");
  set (screen, "note", "对账单盖章");
  save (screen, "limitation-event");
  wait_for (screen, "limitation", "event", n_events + 1);
  open_act (screen, "guarantee", invoice);
  set (screen, "guarantor", "周志强");
  set (screen, "kind", "joint");
  set (screen, "principal_due_on", "2026-03-10");
  save (screen, "guarantee");
  wait_for (screen, "limitation", "guarantee", n_guarantees + 1);
  show (screen, "limitation", "limitation");

  open_act (screen, "void-event", find_id (screen, "limitation", "event"));
  set (screen, "reason", "盖错章");
  save (screen, "void-event");
  wait_for (screen, "limitation", "event", n_events);
  open_act (screen, "end-guarantee", find_id (screen, "limitation", "guarantee"));
  set (screen, "how", "released");
  save (screen, "end-guarantee");
  wait_for (screen, "limitation", "guarantee", n_guarantees);
  close_screen (screen);
}

static void
test_vouchers_go_in_and_come_out (void)
{
  Screen *screen = open_screen ();
  guint n_vouchers = count (screen, "vouchers", "voucher");
  g_autofree char *path = arrears_test_screen_make_path (screen->desk, "送货单.txt");
  g_autofree char *copy = arrears_test_screen_make_path (screen->desk, "copy.txt");
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_set_contents (path, "签收", -1, NULL));
  gtk_widget_activate_action (get_view (screen), "account.add-files", "(sxs)", "invoice",
                              find_id (screen, "open_items", "invoice"), path);
  watch_dialog (screen);
  set (screen, "kind", "delivery_note");
  save (screen, "voucher");
  wait_for (screen, "vouchers", "voucher", n_vouchers + 1);
  show (screen, "vouchers", "vouchers");

  gtk_widget_activate_action (get_view (screen), "account.save-voucher", "(xs)",
                              find_id (screen, "vouchers", "voucher"), copy);
  arrears_test_screen_wait_until (arrears_test_screen_is_file, copy);
  g_assert_true (g_file_get_contents (copy, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "签收");

  open_act (screen, "end-voucher", find_id (screen, "vouchers", "voucher"));
  set (screen, "reason", "放错");
  save (screen, "end-voucher");
  wait_for (screen, "vouchers", "voucher", n_vouchers);
  close_screen (screen);
}

static gboolean
asks_for_reason (gpointer user_data)
{
  Screen *screen = user_data;

  return gtk_widget_get_visible (arrears_test_screen_get_child (screen->dialog, "reason_group"))
         && gtk_widget_get_sensitive (adw_window_get_content (ADW_WINDOW (screen->dialog)));
}

static void
test_contacts_are_logged_under_the_guard (void)
{
  Screen *screen = open_screen ();
  guint n_contacts = count (screen, "log", "contact");

  open_act (screen, "contact", 0);
  set (screen, "channel", "call");
  set (screen, "time", "0630");
  set (screen, "said", "再不付款就坐牢");
  set (screen, "outcome", "refused");
  set (screen, "next_on", "2026-03-18");
  arrears_test_screen_wait_until (has_lines, screen);
  arrears_test_screen_picture (screen->dialog, "act-contact-guarded");
  gtk_widget_activate_action (screen->dialog, "form.save", NULL);
  arrears_test_screen_wait_until (asks_for_reason, screen);
  set (screen, ARREARS_ENTRY_REASON, "客户约定的时间");
  save (screen, "contact");
  wait_for (screen, "log", "contact", n_contacts + 1);
  show (screen, "log", "log");

  open_act (screen, "correct-contact", find_id (screen, "log", "contact"));
  set (screen, "channel", "");
  set (screen, "said", "记错了客户");
  save (screen, "correct-contact");
  wait_for (screen, "log", "contact", n_contacts + 2);

  open_act (screen, "person", 0);
  set (screen, "name", "王会计");
  set (screen, "role", "财务");
  save (screen, "person");
  open_act (screen, "stop-person", 0);
  set (screen, "reason", "来电要求");
  save (screen, "stop-person");
  close_screen (screen);
}

/* Asserts that the items of a menu are understood. Returns how many name an entry. */
static guint
check_menu (GMenuModel *menu)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *action = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[j]);

          if (link != NULL)
            n += check_menu (link);
        }
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action)
          && g_str_equal (action, "account.act"))
        {
          g_autofree char *name = NULL;
          gboolean is_of_record;
          gint64 id;

          g_assert_true (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "(sx)",
                                                          &name, &id));
          g_assert_nonnull (arrears_account_acts_find (name, &is_of_record));
          g_assert_true (id != 0 || !is_of_record);
          n++;
        }
    }
  return n;
}

static void
test_the_menus_name_what_there_is (void)
{
  Screen *screen = open_screen ();
  gpointer head = arrears_test_screen_get_child (get_view (screen), "head");
  GtkMenuButton *record = arrears_test_screen_get_child (head, "record");
  gpointer tab = arrears_test_screen_get_child (get_view (screen), "open_items");
  GtkMenuButton *acts = arrears_test_screen_get_child (tab, "acts");

  g_assert_cmpuint (check_menu (gtk_menu_button_get_menu_model (record)), >=, 16);
  g_assert_cmpuint (check_menu (gtk_menu_button_get_menu_model (acts)), >=, 10);
  gtk_widget_activate_action (tab, "tab.show-menu", NULL);
  arrears_test_screen_settle ();
  gtk_menu_button_popdown (acts);
  close_screen (screen);
}

static void
test_an_unknown_act_opens_nothing (void)
{
  Screen *screen = open_screen ();

  gtk_widget_activate_action (get_view (screen), "account.act", "(sx)", "dance", (gint64) 0);
  gtk_widget_activate_action (get_view (screen), "account.act", "(sx)", "refund", (gint64) 4711);
  gtk_widget_activate_action (get_view (screen), "account.act", "(sx)", "end-mark", (gint64) 0);
  g_assert_null (arrears_test_screen_find_over (screen->window));
  close_screen (screen);
}

static void
test_a_narrow_page_keeps_within_its_window (void)
{
  Screen *screen = open_screen ();
  int least_width;

  gtk_widget_measure (get_view (screen), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                      NULL);
  g_assert_cmpint (least_width, <=, 400);
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 420, 720);
  arrears_test_screen_picture (screen->window, "acts-narrow");
  close_screen (screen);
}

int
main (int argc, char **argv)
{
  arrears_test_screen_init (&argc, &argv);
  g_test_add_func ("/account-acts/promises-disputes-and-pauses-are-entered-and-ended",
                   test_promises_disputes_and_pauses_are_entered_and_ended);
  g_test_add_func ("/account-acts/marks-are-set-and-taken-away", test_marks_are_set_and_taken_away);
  g_test_add_func ("/account-acts/says-whether-goods-may-go-out",
                   test_says_whether_goods_may_go_out);
  g_test_add_func ("/account-acts/a-late-charge-explains-itself",
                   test_a_late_charge_explains_itself);
  g_test_add_func ("/account-acts/invoices-are-deferred-split-and-voided",
                   test_invoices_are_deferred_split_and_voided);
  g_test_add_func ("/account-acts/credit-notes-and-receipts-are-voided",
                   test_credit_notes_and_receipts_are_voided);
  g_test_add_func ("/account-acts/bad-debt-asks-for-the-papers-of-its-condition",
                   test_bad_debt_asks_for_the_papers_of_its_condition);
  g_test_add_func ("/account-acts/every-need-of-a-bad-debt-has-a-switch",
                   test_every_need_of_a_bad_debt_has_a_switch);
  g_test_add_func ("/account-acts/limitation-and-guarantees-are-entered-and-ended",
                   test_limitation_and_guarantees_are_entered_and_ended);
  g_test_add_func ("/account-acts/vouchers-go-in-and-come-out", test_vouchers_go_in_and_come_out);
  g_test_add_func ("/account-acts/contacts-are-logged-under-the-guard",
                   test_contacts_are_logged_under_the_guard);
  g_test_add_func ("/account-acts/the-menus-name-what-there-is", test_the_menus_name_what_there_is);
  g_test_add_func ("/account-acts/an-unknown-act-opens-nothing", test_an_unknown_act_opens_nothing);
  g_test_add_func ("/account-acts/a-narrow-page-keeps-within-its-window",
                   test_a_narrow_page_keeps_within_its_window);
  return g_test_run ();
}
