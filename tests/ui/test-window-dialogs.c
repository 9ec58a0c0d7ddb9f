/* test-window-dialogs.c: the dialogs that the actions of the window open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-window.h"

#include "arrears-company-dialog.h"
#include "arrears-entry-dialog.h"
#include "arrears-import-dialog.h"
#include "arrears-letter-dialog.h"
#include "arrears-owners-dialog.h"
#include "arrears-payment-dialog.h"
#include "arrears-policies-dialog.h"
#include "arrears-tables-dialog.h"
#include "arrears-test-screen.h"

static ArrearsApplication *application;

typedef struct
{
  ArrearsDesk *desk; /* beside the window's own */
  ArrearsWindow *window;
} Fixture;

static ArrearsInstant
read_clock (void)
{
  return (ArrearsInstant) { .at = 1773626400, .offset_minutes = 480 };
}

static gboolean
is_open (gpointer user_data)
{
  Fixture *fixture = user_data;

  return arrears_window_get_desk (fixture->window) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_settings_set_string (arrears_application_get_settings (application), "section", "agreements");
  fixture->desk = arrears_test_screen_open_ledger (TRUE);
  fixture->window = arrears_window_new (application, ARREARS_DAY_NONE);
  arrears_window_open_ledger (fixture->window, arrears_desk_get_path (fixture->desk));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_test_screen_wait_until (is_open, fixture);
}

/* Its worker goes on for a while after nobody wants to know any more. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkStack *sections = arrears_test_screen_get_child (fixture->window, "sections");
  GtkWidget *today = gtk_stack_get_child_by_name (sections, "today");

  g_object_add_weak_pointer (G_OBJECT (today), (gpointer *) &today);
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &today);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
act (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
}

static void
assert_dialog (Fixture *fixture, const char *action, GVariant *parameter, GType type)
{
  GtkWindow *dialog;

  act (fixture, action, parameter);
  dialog = arrears_test_screen_find_over (fixture->window);
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (dialog, type));
  g_assert_true (gtk_window_get_modal (dialog));
  arrears_test_screen_settle ();
  arrears_test_screen_close (&dialog);
}

static void
test_particulars_and_papers (Fixture *fixture, gconstpointer data)
{
  gint64 id = arrears_test_screen_find_debtor (fixture->desk);

  assert_dialog (fixture, "edit-company", NULL, ARREARS_TYPE_COMPANY_DIALOG);
  assert_dialog (fixture, "issue-letter", g_variant_new_int64 (id), ARREARS_TYPE_LETTER_DIALOG);
  assert_dialog (fixture, "receive-payment", g_variant_new_int64 (id), ARREARS_TYPE_PAYMENT_DIALOG);
  assert_dialog (fixture, "import", g_variant_new ("(ss)", "invoices", ""),
                 ARREARS_TYPE_IMPORT_DIALOG);
}

static void
test_rules_and_persons (Fixture *fixture, gconstpointer data)
{
  assert_dialog (fixture, "edit-policies", NULL, ARREARS_TYPE_POLICIES_DIALOG);
  assert_dialog (fixture, "show-tables", NULL, ARREARS_TYPE_TABLES_DIALOG);
  assert_dialog (fixture, "show-owners", NULL, ARREARS_TYPE_OWNERS_DIALOG);
  assert_dialog (fixture, "edit-rules", NULL, ARREARS_TYPE_ENTRY_DIALOG);
}

static void
test_acts_about_an_account (Fixture *fixture, gconstpointer data)
{
  gint64 id = arrears_test_screen_find_debtor (fixture->desk);

  assert_dialog (fixture, "complete-stage", g_variant_new_int64 (id), ARREARS_TYPE_ENTRY_DIALOG);
  assert_dialog (fixture, "enter", g_variant_new ("(sx)", "contact", id),
                 ARREARS_TYPE_ENTRY_DIALOG);
  assert_dialog (fixture, "enter", g_variant_new ("(sx)", "promise", id),
                 ARREARS_TYPE_ENTRY_DIALOG);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/window-dialogs/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  arrears_test_screen_init (&argc, &argv);
  application = arrears_application_new (read_clock);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  add ("particulars-and-papers", test_particulars_and_papers);
  add ("rules-and-persons", test_rules_and_persons);
  add ("acts-about-an-account", test_acts_about_an_account);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
