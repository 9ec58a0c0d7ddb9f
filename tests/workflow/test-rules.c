/* test-rules.c: what the user chose where the law leaves a choice, told as days at the desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-rules.h"

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-11-20");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-06-01,2026-07-01,10000,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_object_unref (fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static ArrearsRules
load_rules (ArrearsDesk *desk)
{
  g_autoptr (GError) error = NULL;
  ArrearsRules rules;

  arrears_rules_load (desk, &rules, &error);
  g_assert_no_error (error);
  return rules;
}

/* Every rule as NAME=VALUE. */
static char *
describe_rules (ArrearsDesk *desk)
{
  ArrearsRules rules = load_rules (desk);
  const char *const *names = arrears_rules_list_names ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = arrears_rules_dup_value (&rules, names[i]);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", names[i], value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define DEFAULTS                                                                                   \
  "statutory=lpr:1.5 payment_order=principal_first cent_tolerance=1.00 promise_grace_days=1 "      \
  "remind_days_before=3 fewest_days_between_letters=7"
#define CHANGED                                                                                    \
  "statutory=lpr:1.3 payment_order=statutory cent_tolerance=0.50 promise_grace_days=2 "            \
  "remind_days_before=5 fewest_days_between_letters=10"

static void
set_rules (ArrearsRules *rules, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      g_autoptr (GError) error = NULL;

      arrears_rules_set_value (rules, parts[0], parts[1], &error);
      g_assert_no_error (error);
    }
}

static void
save_rules (ArrearsDesk *desk, const char *text)
{
  ArrearsRules rules = load_rules (desk);
  g_autoptr (GError) error = NULL;

  set_rules (&rules, text);
  arrears_rules_save (desk, &rules, &error);
  g_assert_no_error (error);
}

static void
assert_rules (ArrearsDesk *desk, const char *expected)
{
  g_autofree char *text = describe_rules (desk);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rules_come_back_as_they_were_chosen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = NULL;

  assert_rules (fixture->desk, DEFAULTS);
  save_rules (fixture->desk, CHANGED);
  assert_rules (fixture->desk, CHANGED);
  log = arrears_test_desk_ask (fixture->desk,
                               "SELECT note FROM log_entry WHERE kind = 'rules-saved'");
  g_assert_cmpstr (log, ==, CHANGED "\n");
  save_rules (fixture->desk, "remind_days_before=4");
  g_free (log);
  log = arrears_test_desk_ask (fixture->desk, "SELECT note FROM log_entry "
                                              "WHERE kind = 'rules-saved' AND note NOT LIKE 's%'");
  g_assert_cmpstr (log, ==, "remind_days_before=4\n");
}

static void
test_a_past_day_has_the_rules_of_then (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsAccountPage) then = arrears_test_desk_load_page (fixture->desk, "0001");
  g_autoptr (ArrearsAccountPage) again = NULL;

  arrears_test_desk_set_day (fixture->desk, "2026-11-24");
  save_rules (fixture->desk, CHANGED);
  arrears_test_desk_set_day (fixture->desk, "2026-11-20");
  assert_rules (fixture->desk, DEFAULTS);
  again = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpint (again->charge.fen, ==, then->charge.fen);
  arrears_test_desk_set_day (fixture->desk, "2026-11-25");
  assert_rules (fixture->desk, CHANGED);
}

static void
test_saving_what_is_there_does_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;

  save_rules (fixture->desk, DEFAULTS);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_the_law_does_not_give_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "statutory=lpr:1.29", "WORD_UNKNOWN" },     { "statutory=lpr:1.51", "WORD_UNKNOWN" },
    { "statutory=daily:0.0005", "WORD_UNKNOWN" }, { "statutory=none", "WORD_UNKNOWN" },
    { "cent_tolerance=-1", "AMOUNT_SIGN" },
  };
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ArrearsRules rules = load_rules (fixture->desk);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      set_rules (&rules, cases[i][0]);
      g_assert_false (arrears_rules_save (fixture->desk, &rules, &error));
      arrears_test_assert_error (&error, cases[i][1]);
      after = arrears_test_desk_dump (fixture->desk);
      g_assert_cmpstr (after, ==, before);
    }
  save_rules (fixture->desk, "statutory=lpr:1.3");
  save_rules (fixture->desk, "statutory=sme");
}

static void
test_values_that_do_not_read_are_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "statutory", "twice", "WORD_UNKNOWN" },
    { "payment_order", "interest_first", "WORD_UNKNOWN" },
    { "cent_tolerance", "some", "AMOUNT_UNREADABLE" },
    { "promise_grace_days", "-1", "NUMBER_UNREADABLE" },
    { "remind_days_before", "366", "NUMBER_UNREADABLE" },
    { "fewest_days_between_letters", "1.5", "NUMBER_UNREADABLE" },
    { "colour", "red", "WORD_UNKNOWN" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ArrearsRules rules = arrears_rules_get_default ();
      g_autoptr (GError) error = NULL;

      g_assert_false (arrears_rules_set_value (&rules, cases[i][0], cases[i][1], &error));
      arrears_test_assert_error (&error, cases[i][2]);
    }
}

#define ADD(name, function) g_test_add ("/rules/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("rules-come-back-as-they-were-chosen", test_rules_come_back_as_they_were_chosen);
  ADD ("a-past-day-has-the-rules-of-then", test_a_past_day_has_the_rules_of_then);
  ADD ("saving-what-is-there-does-nothing", test_saving_what_is_there_does_nothing);
  ADD ("what-the-law-does-not-give-is-refused", test_what_the_law_does_not_give_is_refused);
  ADD ("values-that-do-not-read-are-refused", test_values_that_do_not_read_are_refused);
  return g_test_run ();
}
