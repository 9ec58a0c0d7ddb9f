/* test-contact-guard.c: when and how often a debtor may be contacted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact-guard.h"

#include <stdio.h>
#include <string.h>

#include "arrears-test-published.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

static ArrearsChannel
read_channel (const char *word)
{
  ArrearsChannel channel;
  g_autoptr (GError) error = NULL;

  arrears_channel_parse (word, &channel, &error);
  g_assert_no_error (error);
  return channel;
}

static int
read_minute (const char *time)
{
  int hours, minutes;

  g_assert_cmpint (sscanf (time, "%d:%d", &hours, &minutes), ==, 2);
  return hours * 60 + minutes;
}

static ArrearsGuardPerson
read_person (const char *word)
{
  static const char *const words[] = { "named", "not_named", "none_named", "stopped" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      return (ArrearsGuardPerson) i;
  g_error ("no such person: %s", word);
}

static ArrearsDay
read_day (const char *text)
{
  return text[0] != '\0' ? arrears_test_day (text) : ARREARS_DAY_NONE;
}

/* "call@2026-11-20 call_unanswered@2026-11-20#138": without a number it is that of the case. */
static GArray *
read_others (const char *text, const char *number)
{
  GArray *others = g_array_new (FALSE, TRUE, sizeof (ArrearsGuardContact));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[i], "@#", 3);
      ArrearsGuardContact other = { .channel = read_channel (parts[0]),
                                    .on = arrears_test_day (parts[1]),
                                    .number = parts[2] != NULL ? "138" : number };

      g_array_append_val (others, other);
    }
  return others;
}

static void
append_finding (GString *text, const ArrearsGuardFinding *finding)
{
  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "",
                          arrears_guard_rule_to_word (finding->rule),
                          arrears_guard_severity_to_word (finding->severity));
  if (finding->limit > 0)
    g_string_append_printf (text, ":%d/%d", finding->count, finding->limit);
  if (arrears_day_is_set (finding->day))
    {
      g_autofree char *day = arrears_day_to_string (finding->day);

      g_string_append_printf (text, "@%s", day);
    }
}

static void
assert_findings (const ArrearsGuardCase *guard_case, const ArrearsCalendar *calendar,
                 const char *expected)
{
  g_autoptr (GArray) findings = arrears_contact_guard_check (guard_case, calendar);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    append_finding (text, &g_array_index (findings, ArrearsGuardFinding, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_case (const ArrearsTestTable *table, guint row, const ArrearsCalendar *calendar)
{
  const char *number = arrears_test_table_get (table, row, "number");
  g_autoptr (GArray) others = read_others (arrears_test_table_get (table, row, "others"), number);
  ArrearsGuardCase guard_case = {
    .contact = { .channel = read_channel (arrears_test_table_get (table, row, "channel")),
                 .on = arrears_test_day (arrears_test_table_get (table, row, "on")),
                 .minute = read_minute (arrears_test_table_get (table, row, "time")),
                 .number = number },
    .person = read_person (arrears_test_table_get (table, row, "person")),
    .is_natural_person = g_str_equal (arrears_test_table_get (table, row, "debtor"), "person"),
    .others = (const ArrearsGuardContact *) (gpointer) others->data,
    .n_others = others->len,
    .last_letter_on = read_day (arrears_test_table_get (table, row, "last_letter")),
    .last_letter_deadline = read_day (arrears_test_table_get (table, row, "deadline")),
    .fewest_days_between_letters = 7,
  };

  assert_findings (&guard_case, calendar, arrears_test_table_get (table, row, "findings"));
}

static void
test_cases_of_the_guard (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("contact-guard.tsv");
  g_autoptr (ArrearsCalendar) calendar = arrears_test_published_load_calendar ();

  g_assert_cmpuint (arrears_test_table_get_n_rows (table), >, 50);
  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      arrears_test_table_announce (table, i);
      assert_case (table, i, calendar);
    }
}

static void
test_the_gravest_finding_decides (void)
{
  static const ArrearsGuardSeverity severities[]
      = { ARREARS_GUARD_SOFT, ARREARS_GUARD_FINAL, ARREARS_GUARD_HARD };
  g_autoptr (GArray) findings = g_array_new (FALSE, TRUE, sizeof (ArrearsGuardFinding));
  ArrearsGuardSeverity gravest;

  g_assert_false (arrears_contact_guard_get_gravest (findings, &gravest));
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      ArrearsGuardFinding finding = { .severity = severities[i] };

      g_array_append_val (findings, finding);
      g_assert_true (arrears_contact_guard_get_gravest (findings, &gravest));
      g_assert_cmpint (gravest, ==, i == 0 ? ARREARS_GUARD_SOFT : ARREARS_GUARD_FINAL);
    }
}

static void
test_a_short_name_without_a_code_is_a_person (void)
{
  g_assert_true (arrears_contact_guard_is_person ("张三", ""));
  g_assert_true (arrears_contact_guard_is_person ("李小明", ""));
  g_assert_false (arrears_contact_guard_is_person ("清泉茶行", ""));
  g_assert_false (arrears_contact_guard_is_person ("张三", "91330106MA0007030Q"));
}

static void
test_words_come_back (void)
{
  for (int i = 0; i < ARREARS_N_CHANNELS; i++)
    g_assert_cmpint (read_channel (arrears_channel_to_word ((ArrearsChannel) i)), ==, i);
  for (int i = 0; i < ARREARS_N_OUTCOMES; i++)
    {
      ArrearsOutcome outcome;

      g_assert_true (
          arrears_outcome_parse (arrears_outcome_to_word ((ArrearsOutcome) i), &outcome, NULL));
      g_assert_cmpint (outcome, ==, i);
    }
  for (int i = 0; i < ARREARS_GUARD_N_RULES; i++)
    g_assert_cmpstr (arrears_guard_rule_to_word ((ArrearsGuardRule) i), !=, NULL);
}

static void
test_an_unknown_word_is_refused (void)
{
  ArrearsChannel channel;
  g_autoptr (GError) error = NULL;

  g_assert_false (arrears_channel_parse ("fax", &channel, &error));
  g_assert_nonnull (strstr (error->message, "call_unanswered"));
  arrears_test_assert_error (&error, "WORD_UNKNOWN");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact-guard/cases", test_cases_of_the_guard);
  g_test_add_func ("/contact-guard/the-gravest-finding-decides", test_the_gravest_finding_decides);
  g_test_add_func ("/contact-guard/a-short-name-without-a-code-is-a-person",
                   test_a_short_name_without_a_code_is_a_person);
  g_test_add_func ("/contact-guard/words-come-back", test_words_come_back);
  g_test_add_func ("/contact-guard/an-unknown-word-is-refused", test_an_unknown_word_is_refused);
  return g_test_run ();
}
