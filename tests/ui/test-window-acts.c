/* test-window-acts.c: what is done about accounts, rules and persons in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-window.h"

#include "arrears-account.h"
#include "arrears-contact.h"
#include "arrears-section.h"
#include "arrears-test-screen.h"
#include "arrears-today.h"

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
open_window (Fixture *fixture)
{
  fixture->window = arrears_window_new (application, ARREARS_DAY_NONE);
  arrears_window_open_ledger (fixture->window, arrears_desk_get_path (fixture->desk));
  gtk_window_present (GTK_WINDOW (fixture->window));
  arrears_test_screen_wait_until (is_open, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer section)
{
  GSettings *settings = arrears_application_get_settings (application);

  g_settings_reset (settings, "looked-on");
  g_settings_set_string (settings, "section", section);
  g_settings_set_string (settings, "actor", "赵小出纳");
  fixture->desk = arrears_test_screen_open_ledger (TRUE);
  open_window (fixture);
}

static ArrearsSection *
get_section (Fixture *fixture, const char *name)
{
  GtkStack *sections = arrears_test_screen_get_child (fixture->window, "sections");

  return ARREARS_SECTION (gtk_stack_get_child_by_name (sections, name));
}

/* Its worker goes on for a while after nobody wants to know any more. */
static void
close_window (Fixture *fixture)
{
  GObject *today = G_OBJECT (get_section (fixture, "today"));

  g_object_add_weak_pointer (today, (gpointer *) &today);
  arrears_test_screen_close (&fixture->window);
  arrears_test_screen_wait_until (arrears_test_screen_is_gone, &today);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  arrears_test_screen_close_ledger (fixture->desk);
}

static void
act (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
}

/* As a program does over D-Bus, in what stands over the window or in what it shows. */
static void
act_there (Fixture *fixture, const char *action, GVariant *parameter)
{
  GVariantBuilder given;

  g_variant_builder_init (&given, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&given, "v", parameter);
  act (fixture, "dialog", g_variant_new ("(sav)", action, &given));
}

static gboolean
has_indicator (gpointer user_data)
{
  return *arrears_section_get_indicator (get_section (user_data, "today")) != '\0';
}

static void
test_today_counts_before_anybody_goes_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) accounts = arrears_today_list_accounts (fixture->desk, NULL, NULL);
  g_autofree char *n_accounts = g_strdup_printf ("%u", accounts->len);

  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "invoices");
  arrears_test_screen_wait_until (has_indicator, fixture);
  g_assert_cmpstr (arrears_section_get_indicator (get_section (fixture, "today")), ==, n_accounts);
}

static gboolean
tells_absence (gpointer user_data)
{
  GtkWidget *absence = arrears_test_screen_get_child (get_section (user_data, "today"), "absence");

  return absence != NULL && gtk_widget_get_visible (absence);
}

static void
note_look (Fixture *fixture, int day)
{
  g_autoptr (GVariantDict) looks = g_variant_dict_new (NULL);

  g_variant_dict_insert (looks, arrears_desk_get_path (fixture->desk), "i", day);
  g_settings_set_value (arrears_application_get_settings (application), "looked-on",
                        g_variant_dict_end (looks));
}

static void
test_whoever_was_away_is_told (Fixture *fixture, gconstpointer data)
{
  arrears_test_screen_wait_until (has_indicator, fixture);
  g_assert_false (tells_absence (fixture));
  close_window (fixture);

  note_look (fixture, arrears_test_screen_get_day ().number - 14);
  open_window (fixture);
  arrears_test_screen_wait_until (tells_absence, fixture);
  close_window (fixture);

  open_window (fixture);
  arrears_test_screen_wait_until (has_indicator, fixture);
  g_assert_false (tells_absence (fixture));
}

static guint
count_by (Fixture *fixture, const char *person)
{
  const ArrearsLogFilter filter = { .person = person };
  g_autoptr (GPtrArray) entries = arrears_contact_list_log (fixture->desk, &filter, 0, 100, NULL);

  return entries->len;
}

static gboolean
has_logged (gpointer user_data)
{
  return count_by (user_data, "赵小出纳") == 1;
}

static gboolean
is_ready (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWindow *dialog = arrears_test_screen_find_over (fixture->window);
  gboolean is_filled = FALSE;

  if (dialog != NULL)
    g_object_get (dialog, "is-ready", &is_filled, NULL);
  return is_filled;
}

static gint64
find_crossed (Fixture *fixture)
{
  g_autoptr (GPtrArray) accounts = arrears_today_list_accounts (fixture->desk, NULL, NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      if (strstr (account->reasons, "crossing") != NULL && !account->is_seen)
        return account->id;
    }
  g_assert_not_reached ();
}

/* The whole act, as a program that drives the window does it. */
static void
test_an_act_is_logged_with_who_works_here (Fixture *fixture, gconstpointer data)
{
  act (fixture, "complete-stage", g_variant_new_int64 (find_crossed (fixture)));
  arrears_test_screen_wait_until (is_ready, fixture);
  act_there (fixture, "form.set", g_variant_new ("(ss)", "note", "已电话催收"));
  act_there (fixture, "form.save", NULL);
  arrears_test_screen_wait_until (has_logged, fixture);
  arrears_test_screen_settle ();
}

static void
test_a_stage_is_marked_as_seen (Fixture *fixture, gconstpointer data)
{
  act (fixture, "acknowledge-stage", g_variant_new_int64 (find_crossed (fixture)));
  arrears_test_screen_wait_until (has_logged, fixture);
  arrears_test_screen_settle ();
}

static void
test_who_works_here_can_change (Fixture *fixture, gconstpointer data)
{
  act (fixture, "set-actor", g_variant_new_string ("钱会计"));
  g_assert_cmpstr (arrears_desk_get_actor (arrears_window_get_desk (fixture->window)), ==,
                   "钱会计");
  act (fixture, "set-actor", g_variant_new_string (""));
  g_assert_true (ADW_IS_MESSAGE_DIALOG (arrears_test_screen_find_over (fixture->window)));
  arrears_test_screen_picture (arrears_test_screen_find_over (fixture->window), "actor-dialog");
  act_there (fixture, "window.close", NULL);
  arrears_test_screen_settle ();
}

static void
test_a_person_leads_to_the_log (Fixture *fixture, gconstpointer data)
{
  GtkEditable *person;

  act (fixture, "show-log", g_variant_new_string ("王磊"));
  g_assert_cmpstr (arrears_window_get_section (fixture->window), ==, "log");
  person = arrears_test_screen_get_child (get_section (fixture, "log"), "person");
  g_assert_cmpstr (gtk_editable_get_text (person), ==, "王磊");
  act_there (fixture, "log.set", g_variant_new ("(ss)", "person", "李敏"));
  g_assert_cmpstr (gtk_editable_get_text (person), ==, "李敏");
}

static void
add (const char *name, const char *section, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/window-acts/", name, NULL);

  g_test_add (path, Fixture, section, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  arrears_test_screen_init (&argc, &argv);
  application = arrears_application_new (read_clock);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  add ("today-counts-before-anybody-goes-there", "invoices",
       test_today_counts_before_anybody_goes_there);
  add ("whoever-was-away-is-told", "today", test_whoever_was_away_is_told);
  add ("an-act-is-logged-with-who-works-here", "today", test_an_act_is_logged_with_who_works_here);
  add ("a-stage-is-marked-as-seen", "today", test_a_stage_is_marked_as_seen);
  add ("who-works-here-can-change", "today", test_who_works_here_can_change);
  add ("a-person-leads-to-the-log", "today", test_a_person_leads_to_the_log);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
