/* test-words-contact.c: what the log tells of talks, people, rules and published tables, as msgids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-words-contact.h"

#include "arrears-test-values.h"
#include "arrears-words.h"

static ArrearsLogEntry *
make_entry (const char *kind, const char *subject, const char *note)
{
  ArrearsLogEntry *entry = arrears_log_entry_new ();

  arrears_record_set_text (&entry->kind, kind);
  arrears_record_set_text (&entry->subject, subject);
  arrears_record_set_text (&entry->note, note);
  return entry;
}

static void
assert_described (ArrearsLogEntry *entry, const char *expected)
{
  g_autofree char *text = arrears_words_describe_log_entry (entry);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_contact_tells_all_that_is_known (void)
{
  g_autoptr (ArrearsLogEntry) entry = make_entry (ARREARS_LOG_CONTACT, "09:20", "周五付清");

  arrears_record_set_text (&entry->channel, "wechat");
  assert_described (entry, "WeChat: 周五付清");
  arrears_record_set_text (&entry->spoke_with, "李会计");
  arrears_record_set_text (&entry->outcome, "refused");
  arrears_record_set_text (&entry->measure, "发函");
  entry->next_on = arrears_test_day ("2026-11-27");
  assert_described (entry,
                    "WeChat (李会计): 周五付清; outcome: Refused; measure: 发函; next: 2026-11-27");
}

static void
test_a_correction_names_what_it_corrects (void)
{
  g_autoptr (ArrearsLogEntry) entry
      = make_entry (ARREARS_LOG_CONTACT_CORRECTED, "12 09:20", "打错了");

  assert_described (entry, "The contact of entry 12 was never made: 打错了");
  arrears_record_set_text (&entry->channel, "visit");
  assert_described (entry, "Instead of entry 12: Visit: 打错了");
}

static void
test_each_kind_has_a_sentence (void)
{
  static const char *const cases[][4] = {
    { ARREARS_LOG_GUARD_OVERRIDDEN, "quiet_hours", "客户要求",
      "Contacted against the rule because: 客户要求" },
    { ARREARS_LOG_PERSON_SAVED, "李会计", "", "Contact person 李会计 was entered" },
    { ARREARS_LOG_PERSON_SAVED, "李会计", "财务", "Contact person 李会计 (财务) was entered" },
    { ARREARS_LOG_PERSON_STOPPED, "李会计", "本人要求",
      "李会计 must not be contacted any more: 本人要求" },
    { ARREARS_LOG_RULES_SAVED, "", "statutory=lpr:1.3", "Rules were changed: statutory=lpr:1.3" },
    { ARREARS_LOG_RATE_ADDED, "2026-10-20", "3%", "LPR published on 2026-10-20 was added: 3%" },
    { ARREARS_LOG_DAY_ADDED, "2027-01-01", "holiday 元旦",
      "Calendar: 2027-01-01 is a day off (元旦)" },
    { ARREARS_LOG_DAY_ADDED, "2027-01-01", "ordinary", "Calendar: 2027-01-01 is an ordinary day" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsLogEntry) entry = make_entry (cases[i][0], cases[i][1], cases[i][2]);

      assert_described (entry, cases[i][3]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words-contact/a-contact-tells-all-that-is-known",
                   test_a_contact_tells_all_that_is_known);
  g_test_add_func ("/words-contact/a-correction-names-what-it-corrects",
                   test_a_correction_names_what_it_corrects);
  g_test_add_func ("/words-contact/each-kind-has-a-sentence", test_each_kind_has_a_sentence);
  return g_test_run ();
}
