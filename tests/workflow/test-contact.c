/* test-contact.c: speaking with customers, told as days at the desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact.h"

#include <string.h>

#include "arrears-limitation-watch.h"
#include "arrears-rules.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
  gint64 customer_id; /* 清泉茶行, with 李会计 named for payment */
} Fixture;

/* 2026-11-20 is a Friday; the clock says 09:30. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-11-20");
  arrears_desk_set_actor (fixture->desk, " 张会计 ");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,张三,30,B\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-09-01,2026-10-01,1000,,\n"
                                                 "0002,XS-2,2026-09-01,2026-10-01,500,,\n");
  fixture->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  arrears_record_set_text (&page->customer->contact, "李会计");
  arrears_record_set_text (&page->customer->phone, "0571-111");
  g_assert_true (arrears_account_save_customer (fixture->desk, page->customer, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_object_unref (fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static ArrearsContact
make_contact (Fixture *fixture, ArrearsChannel channel, const char *moment)
{
  ArrearsContact contact
      = { .customer_id = fixture->customer_id, .channel = channel, .said = "请周五前付清 1000 元" };
  g_auto (GStrv) parts = g_strsplit (moment, " ", 2);

  if (parts[0] != NULL && parts[1] != NULL)
    {
      contact.on = arrears_test_day (parts[0]);
      contact.minute = (int) (g_ascii_strtoll (parts[1], NULL, 10) * 60
                              + g_ascii_strtoll (parts[1] + 3, NULL, 10));
    }
  return contact;
}

static gint64
log_contact (Fixture *fixture, const ArrearsContact *contact)
{
  g_autoptr (GError) error = NULL;
  gint64 id = arrears_contact_log (fixture->desk, contact, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
log_at (Fixture *fixture, ArrearsChannel channel, const char *moment)
{
  ArrearsContact contact = make_contact (fixture, channel, moment);

  log_contact (fixture, &contact);
}

/* Refused with the code, and nothing is changed. */
static void
assert_refused (Fixture *fixture, const ArrearsContact *contact, const char *code)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_contact_log (fixture->desk, contact, &error), ==, 0);
  arrears_test_assert_error (&error, code);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_checked (Fixture *fixture, const ArrearsContact *contact, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) findings = arrears_contact_check (fixture->desk, contact, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const ArrearsGuardFinding *finding = &g_array_index (findings, ArrearsGuardFinding, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "",
                              arrears_guard_rule_to_word (finding->rule),
                              arrears_guard_severity_to_word (finding->severity));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_a_call_is_written_with_all_that_is_known (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  g_autofree char *row = NULL;

  contact.outcome = ARREARS_OUTCOME_PROMISED;
  contact.measure = "周五查账";
  contact.next_on = arrears_test_day ("2026-11-27");
  log_contact (fixture, &contact);
  row = arrears_test_desk_ask (
      fixture->desk, "SELECT kind, subject, date (day + 1721424.5), actor, spoke_with, channel, "
                     "outcome, note, measure, date (next_on + 1721424.5), at, "
                     "date (recorded_on + 1721424.5) FROM log_entry ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (row, ==,
                   "contact|09:30|2026-11-20|张会计|李会计|call|promised|请周五前付清 1000 元|"
                   "周五查账|2026-11-27|1795138200|2026-11-20\n");
}

static void
test_an_earlier_moment_stands_beside_that_of_writing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rows = NULL;

  log_at (fixture, ARREARS_CHANNEL_CALL, "2026-11-20 09:05");
  log_at (fixture, ARREARS_CHANNEL_TEXT, "2026-11-18 16:40");
  rows = arrears_test_desk_ask (fixture->desk,
                                "SELECT subject, date (day + 1721424.5), at FROM log_entry "
                                "WHERE kind = 'contact' ORDER BY id");
  g_assert_cmpstr (rows, ==, "09:05|2026-11-20|1795138200\n16:40|2026-11-18|1795138200\n");
}

static void
test_what_is_to_come_is_refused (Fixture *fixture, gconstpointer data)
{
  ArrearsContact later = make_contact (fixture, ARREARS_CHANNEL_CALL, "2026-11-20 09:31");
  ArrearsContact tomorrow = make_contact (fixture, ARREARS_CHANNEL_CALL, "2026-11-21 09:00");
  ArrearsContact silent = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact unmade = make_contact (fixture, ARREARS_CHANNEL_NONE, "");
  ArrearsContact nobody = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact backwards = make_contact (fixture, ARREARS_CHANNEL_CALL, "2026-11-19 10:00");

  silent.said = "  ";
  nobody.customer_id = 404;
  backwards.next_on = arrears_test_day ("2026-11-18");
  assert_refused (fixture, &later, "DAY_ORDER");
  assert_refused (fixture, &tomorrow, "DAY_ORDER");
  assert_refused (fixture, &silent, "MISSING");
  assert_refused (fixture, &unmade, "MISSING");
  assert_refused (fixture, &nobody, "NOT_FOUND");
  assert_refused (fixture, &backwards, "DAY_ORDER");
}

static void
test_at_night_a_reason_is_asked_for_and_logged (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_WECHAT, "2026-11-19 22:10");
  g_autofree char *rows = NULL;

  assert_checked (fixture, &contact, "quiet_hours=hard");
  assert_refused (fixture, &contact, "GUARDED");
  contact.reason = "  ";
  assert_refused (fixture, &contact, "GUARDED");
  contact.reason = "客户约定晚上联系";
  log_contact (fixture, &contact);
  rows = arrears_test_desk_ask (fixture->desk,
                                "SELECT kind, subject, note FROM log_entry "
                                "WHERE id > (SELECT max (id) - 2 FROM log_entry) ORDER BY id");
  g_assert_cmpstr (rows, ==,
                   "guard-overridden|quiet_hours|客户约定晚上联系\n"
                   "contact|22:10|请周五前付清 1000 元\n");
}

static void
test_calls_of_a_day_and_a_week_are_counted (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");

  assert_checked (fixture, &contact, "");
  log_at (fixture, ARREARS_CHANNEL_CALL, "2026-11-16 10:00");
  log_at (fixture, ARREARS_CHANNEL_CALL, "2026-11-20 09:10");
  assert_checked (fixture, &contact, "calls_a_day=soft");
  log_contact (fixture, &contact);
  assert_checked (fixture, &contact, "calls_a_day=soft calls_a_week=soft");
  log_contact (fixture, &contact);
  assert_checked (fixture, &contact, "calls_a_day=hard calls_a_week=soft attempts_a_day=soft");
  assert_refused (fixture, &contact, "GUARDED");
  arrears_test_desk_set_day (fixture->desk, "2026-11-23");
  assert_checked (fixture, &contact, "calls_a_week=soft");
  arrears_test_desk_set_day (fixture->desk, "2026-11-27");
  assert_checked (fixture, &contact, "");
}

static void
test_attempts_are_counted_by_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsContactPerson) other = arrears_contact_person_new ();
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL_UNANSWERED, "");
  g_autoptr (GError) error = NULL;

  other->customer_id = fixture->customer_id;
  arrears_record_set_text (&other->name, "王经理");
  arrears_record_set_text (&other->phone, "0571-222");
  arrears_record_set_text (&other->role, "负责人");
  g_assert_cmpint (arrears_contact_save_person (fixture->desk, other, &error), >, 0);
  g_assert_no_error (error);
  for (int i = 0; i < 6; i++)
    log_contact (fixture, &contact);
  assert_checked (fixture, &contact, "attempts_a_day=hard");
  contact.spoke_with = "李会计";
  assert_checked (fixture, &contact, "attempts_a_day=hard");
  contact.spoke_with = "王经理";
  assert_checked (fixture, &contact, "");
}

static void
test_only_those_named_are_spoken_to (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact to_nobody = make_contact (fixture, ARREARS_CHANNEL_CALL, "2026-11-20 08:30");

  contact.spoke_with = "门卫老王";
  assert_checked (fixture, &contact, "not_named=hard");
  assert_refused (fixture, &contact, "GUARDED");
  to_nobody.customer_id = arrears_test_desk_find (fixture->desk, "0002");
  assert_checked (fixture, &to_nobody, "not_named=soft");
}

static gint64
stop (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people
      = arrears_contact_load_people (fixture->desk, fixture->customer_id, &error);

  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->name, name))
        {
          g_assert_true (
              arrears_contact_stop_person (fixture->desk, person->id, "本人要求", &error));
          g_assert_no_error (error);
          return person->id;
        }
    }
  g_error ("no such person: %s", name);
}

static void
test_the_stop_list_is_final (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact incoming = make_contact (fixture, ARREARS_CHANNEL_INCOMING, "");
  ArrearsContact letter = make_contact (fixture, ARREARS_CHANNEL_LETTER, "");
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_false (arrears_contact_stop_person (fixture->desk, 404, "本人要求", &error));
  arrears_test_assert_error (&error, "NOT_FOUND");
  id = stop (fixture, "李会计");
  g_assert_false (arrears_contact_stop_person (fixture->desk, id, " ", &error));
  arrears_test_assert_error (&error, "MISSING");
  contact.reason = "很急";
  assert_refused (fixture, &contact, "STOPPED");
  contact.spoke_with = "李会计";
  assert_refused (fixture, &contact, "STOPPED");
  incoming.spoke_with = "李会计";
  assert_checked (fixture, &incoming, "");
  assert_checked (fixture, &letter, "");
  letter.spoke_with = "李会计";
  assert_checked (fixture, &letter, "stopped=final");
}

/* Another one is named for payment; whoever asked to be left alone still is. */
static void
test_the_stop_list_outlives_a_new_contact (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (GError) error = NULL;

  stop (fixture, "李会计");
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  arrears_record_set_text (&page->customer->contact, "赵会计");
  g_assert_true (arrears_account_save_customer (fixture->desk, page->customer, &error));
  g_assert_no_error (error);
  assert_checked (fixture, &contact, "");
  contact.spoke_with = "李会计";
  assert_checked (fixture, &contact, "stopped=final");
  arrears_record_set_text (&page->customer->contact, "李会计");
  g_assert_true (arrears_account_save_customer (fixture->desk, page->customer, &error));
  contact.spoke_with = NULL;
  assert_checked (fixture, &contact, "stopped=final");
}

static void
test_people_are_kept_in_their_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsContactPerson) person = arrears_contact_person_new ();
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (ArrearsAccountPage) page = NULL;
  g_autoptr (GError) error = NULL;

  person->customer_id = fixture->customer_id;
  g_assert_cmpint (arrears_contact_save_person (fixture->desk, person, &error), ==, 0);
  arrears_test_assert_error (&error, "MISSING");
  arrears_record_set_text (&person->name, "李会计");
  g_assert_cmpint (arrears_contact_save_person (fixture->desk, person, &error), ==, 0);
  arrears_test_assert_error (&error, "DUPLICATE");
  arrears_record_set_text (&person->name, " 王经理 ");
  g_assert_cmpint (arrears_contact_save_person (fixture->desk, person, &error), >, 0);
  g_assert_no_error (error);
  people = arrears_contact_load_people (fixture->desk, fixture->customer_id, &error);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (ARREARS_CONTACT_PERSON (people->pdata[1])->name, ==, "王经理");
  arrears_record_set_text (&ARREARS_CONTACT_PERSON (people->pdata[0])->phone, "0571-333");
  g_assert_cmpint (arrears_contact_save_person (fixture->desk, people->pdata[0], &error), >, 0);
  g_assert_no_error (error);
  page = arrears_test_desk_load_page (fixture->desk, "0001");
  g_assert_cmpstr (page->customer->phone, ==, "0571-333");
  g_assert_cmpstr (page->customer->contact, ==, "李会计");
}

static char *
list_follow_ups (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = arrears_contact_list_follow_ups (fixture->desk, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      ArrearsLogEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *next_on = arrears_day_to_string (entry->next_on);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", entry->customer_name, next_on);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_follow_ups (Fixture *fixture, const char *day, const char *expected)
{
  g_autofree char *found = NULL;

  arrears_test_desk_set_day (fixture->desk, day);
  found = list_follow_ups (fixture);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_follow_ups_come_up_on_their_day (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact other = make_contact (fixture, ARREARS_CHANNEL_CALL, "");

  contact.next_on = arrears_test_day ("2026-11-24");
  log_contact (fixture, &contact);
  other.customer_id = arrears_test_desk_find (fixture->desk, "0002");
  other.next_on = arrears_test_day ("2026-11-23");
  log_contact (fixture, &other);
  assert_follow_ups (fixture, "2026-11-22", "");
  assert_follow_ups (fixture, "2026-11-23", "张三 2026-11-23");
  assert_follow_ups (fixture, "2026-11-24", "张三 2026-11-23, 清泉茶行 2026-11-24");
  /* A later contact takes its place, also one that plans nothing. */
  contact.next_on = arrears_test_day ("2026-11-30");
  log_contact (fixture, &contact);
  log_at (fixture, ARREARS_CHANNEL_INCOMING, "2026-11-23 11:00");
  assert_follow_ups (fixture, "2026-11-29", "张三 2026-11-23");
  assert_follow_ups (fixture, "2026-11-30", "张三 2026-11-23, 清泉茶行 2026-11-30");
  other.channel = ARREARS_CHANNEL_INCOMING;
  other.next_on = ARREARS_DAY_NONE;
  log_contact (fixture, &other);
  assert_follow_ups (fixture, "2026-11-30", "清泉茶行 2026-11-30");
  /* Asked again, a past day answers as it did. */
  assert_follow_ups (fixture, "2026-11-29", "张三 2026-11-23");
  assert_follow_ups (fixture, "2026-11-23", "张三 2026-11-23");
}

static void
test_a_wrong_entry_is_corrected_by_a_further_one (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "2026-11-20 09:00");
  ArrearsContact again = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact correction = make_contact (fixture, ARREARS_CHANNEL_WECHAT, "2026-11-20 09:05");
  ArrearsContact withdrawal = make_contact (fixture, ARREARS_CHANNEL_NONE, "");
  g_autofree char *rows = NULL;
  gint64 id;

  contact.next_on = arrears_test_day ("2026-11-21");
  id = log_contact (fixture, &contact);
  assert_checked (fixture, &again, "calls_a_day=soft");
  correction.corrects = id;
  correction.next_on = arrears_test_day ("2026-11-23");
  withdrawal.corrects = log_contact (fixture, &correction);
  assert_checked (fixture, &again, "");
  assert_refused (fixture, &correction, "NOT_FOUND");
  assert_follow_ups (fixture, "2026-11-21", "");
  assert_follow_ups (fixture, "2026-11-23", "清泉茶行 2026-11-23");
  arrears_test_desk_set_day (fixture->desk, "2026-11-20");
  withdrawal.said = "记错客户";
  log_contact (fixture, &withdrawal);
  assert_follow_ups (fixture, "2026-11-23", "");
  rows = arrears_test_desk_ask (fixture->desk,
                                "SELECT kind, channel, CAST (subject AS INTEGER) FROM log_entry "
                                "WHERE kind LIKE 'contact%' ORDER BY id");
  g_assert_true (g_str_has_prefix (rows, "contact|call|9\ncontact-corrected|wechat|"));
  g_assert_nonnull (strstr (rows, "\ncontact-corrected||"));
}

static void
test_only_contacts_of_the_customer_are_corrected (Fixture *fixture, gconstpointer data)
{
  ArrearsContact contact = make_contact (fixture, ARREARS_CHANNEL_CALL, "");
  ArrearsContact correction = make_contact (fixture, ARREARS_CHANNEL_TEXT, "");

  correction.corrects = 1;
  assert_refused (fixture, &correction, "NOT_FOUND");
  correction.corrects = 4040;
  assert_refused (fixture, &correction, "NOT_FOUND");
  correction.corrects = log_contact (fixture, &contact);
  correction.customer_id = arrears_test_desk_find (fixture->desk, "0002");
  assert_refused (fixture, &correction, "NOT_FOUND");
}

static void
test_letters_lie_a_week_apart (Fixture *fixture, gconstpointer data)
{
  ArrearsContact letter = make_contact (fixture, ARREARS_CHANNEL_LETTER, "");
  ArrearsRules rules;
  g_autoptr (GError) error = NULL;

  log_contact (fixture, &letter);
  arrears_test_desk_set_day (fixture->desk, "2026-11-26");
  assert_checked (fixture, &letter, "letters_apart=hard");
  assert_refused (fixture, &letter, "GUARDED");
  arrears_test_desk_set_day (fixture->desk, "2026-11-27");
  assert_checked (fixture, &letter, "");
  g_assert_true (arrears_rules_load (fixture->desk, &rules, &error));
  rules.fewest_days_between_letters = 14;
  g_assert_true (arrears_rules_save (fixture->desk, &rules, &error));
  assert_checked (fixture, &letter, "letters_apart=hard");
}

static guint
count_found (Fixture *fixture, const ArrearsLogFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = arrears_contact_list_log (fixture->desk, filter, 0, 100, &error);

  g_assert_no_error (error);
  return entries->len;
}

static void
test_the_log_is_searched (Fixture *fixture, gconstpointer data)
{
  const ArrearsLogFilter all = { .is_contact = TRUE };
  const ArrearsLogFilter of_one = { .customer_id = fixture->customer_id, .is_contact = TRUE };
  const ArrearsLogFilter by_channel = { .channel = ARREARS_CHANNEL_TEXT };
  const ArrearsLogFilter by_actor = { .person = "张会", .is_contact = TRUE };
  const ArrearsLogFilter by_person = { .person = "李", .is_contact = TRUE };
  const ArrearsLogFilter by_stranger = { .person = "%" };
  const ArrearsLogFilter by_days = { .from = arrears_test_day ("2026-11-17"),
                                     .to = arrears_test_day ("2026-11-18"),
                                     .is_contact = TRUE };
  const ArrearsLogFilter by_text = { .search = "付清" };
  const ArrearsLogFilter by_name = { .search = "清泉", .is_contact = TRUE };
  const ArrearsLogFilter by_nothing = { .search = "没有这样的话" };
  ArrearsContact other = make_contact (fixture, ARREARS_CHANNEL_CALL, "");

  log_at (fixture, ARREARS_CHANNEL_CALL, "2026-11-16 10:00");
  log_at (fixture, ARREARS_CHANNEL_TEXT, "2026-11-17 10:00");
  log_at (fixture, ARREARS_CHANNEL_CALL, "2026-11-18 10:00");
  other.customer_id = arrears_test_desk_find (fixture->desk, "0002");
  log_contact (fixture, &other);
  g_assert_cmpuint (count_found (fixture, &all), ==, 4);
  g_assert_cmpuint (count_found (fixture, &of_one), ==, 3);
  g_assert_cmpuint (count_found (fixture, &by_channel), ==, 1);
  g_assert_cmpuint (count_found (fixture, &by_actor), ==, 4);
  g_assert_cmpuint (count_found (fixture, &by_person), ==, 3);
  g_assert_cmpuint (count_found (fixture, &by_stranger), ==, 0);
  g_assert_cmpuint (count_found (fixture, &by_days), ==, 2);
  g_assert_cmpuint (count_found (fixture, &by_text), ==, 4);
  g_assert_cmpuint (count_found (fixture, &by_name), ==, 3);
  g_assert_cmpuint (count_found (fixture, &by_nothing), ==, 0);
}

static void
test_the_log_comes_a_page_at_a_time (Fixture *fixture, gconstpointer data)
{
  const ArrearsLogFilter filter = { .is_contact = TRUE };
  gint64 before = 0;
  guint n = 0;

  for (int i = 10; i < 17; i++)
    {
      g_autofree char *moment = g_strdup_printf ("2026-11-%d 10:00", i);

      log_at (fixture, ARREARS_CHANNEL_INCOMING, moment);
    }
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page
          = arrears_contact_list_log (fixture->desk, &filter, before, 3, &error);

      g_assert_no_error (error);
      if (page->len == 0)
        break;
      for (guint i = 0; i < page->len; i++)
        {
          ArrearsLogEntry *entry = g_ptr_array_index (page, i);

          g_assert_true (before == 0 || entry->id < before);
          before = entry->id;
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 7);
}

static guint
count_words (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) findings
      = arrears_contact_check_text (fixture->desk, fixture->customer_id, text, &error);

  g_assert_no_error (error);
  return findings->len;
}

static void
test_words_are_judged_by_what_is_true_of_the_customer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsContract) contract = NULL;
  g_autoptr (ArrearsLimitationEvent) suit = arrears_limitation_event_new ();
  g_autoptr (GArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_words (fixture, "请付滞纳金"), ==, 1);
  g_assert_cmpuint (count_words (fixture, "法院已立案"), ==, 1);
  contract = arrears_account_find_contract (fixture->desk, fixture->customer_id, "HT-1", &error);
  g_assert_no_error (error);
  arrears_record_set_text (&contract->charge_clause, "8.2 滞纳金");
  g_assert_true (arrears_account_save_contract (fixture->desk, contract, &error));
  g_assert_cmpuint (count_words (fixture, "请付滞纳金"), ==, 0);
  suit->customer_id = fixture->customer_id;
  suit->from_on = arrears_test_day ("2026-11-19");
  arrears_record_set_text (&suit->kind, "suit");
  arrears_record_set_text (&suit->proof, "A");
  arrears_limitation_watch_add_event (fixture->desk, suit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (fixture, "法院已立案"), ==, 0);
  none = arrears_contact_check_text (fixture->desk, 0, "\xff", &error);
  g_assert_null (none);
  arrears_test_assert_error (&error, "ENCODING");
}

static void
test_entries_bear_who_works_at_the_desk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) worker = arrears_desk_open_again (fixture->desk, &error);
  g_autofree char *actors = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (arrears_desk_get_actor (worker), ==, "张会计");
  arrears_test_desk_set_company (worker);
  arrears_desk_set_actor (fixture->desk, "王五");
  g_assert_cmpstr (arrears_desk_get_actor (worker), ==, "张会计");
  arrears_test_desk_set_company (fixture->desk);
  actors = arrears_test_desk_ask (fixture->desk, "SELECT actor FROM log_entry "
                                                 "WHERE kind = 'company-saved' ORDER BY id");
  g_assert_cmpstr (actors, ==, "张会计\n王五\n");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/contact/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-call-is-written-with-all-that-is-known", test_a_call_is_written_with_all_that_is_known);
  ADD ("an-earlier-moment-stands-beside-that-of-writing",
       test_an_earlier_moment_stands_beside_that_of_writing);
  ADD ("what-is-to-come-is-refused", test_what_is_to_come_is_refused);
  ADD ("at-night-a-reason-is-asked-for-and-logged", test_at_night_a_reason_is_asked_for_and_logged);
  ADD ("calls-of-a-day-and-a-week-are-counted", test_calls_of_a_day_and_a_week_are_counted);
  ADD ("attempts-are-counted-by-number", test_attempts_are_counted_by_number);
  ADD ("only-those-named-are-spoken-to", test_only_those_named_are_spoken_to);
  ADD ("the-stop-list-is-final", test_the_stop_list_is_final);
  ADD ("the-stop-list-outlives-a-new-contact", test_the_stop_list_outlives_a_new_contact);
  ADD ("people-are-kept-in-their-order", test_people_are_kept_in_their_order);
  ADD ("follow-ups-come-up-on-their-day", test_follow_ups_come_up_on_their_day);
  ADD ("a-wrong-entry-is-corrected-by-a-further-one",
       test_a_wrong_entry_is_corrected_by_a_further_one);
  ADD ("only-contacts-of-the-customer-are-corrected",
       test_only_contacts_of_the_customer_are_corrected);
  ADD ("letters-lie-a-week-apart", test_letters_lie_a_week_apart);
  ADD ("the-log-is-searched", test_the_log_is_searched);
  ADD ("the-log-comes-a-page-at-a-time", test_the_log_comes_a_page_at_a_time);
  ADD ("words-are-judged-by-what-is-true-of-the-customer",
       test_words_are_judged_by_what_is_true_of_the_customer);
  ADD ("entries-bear-who-works-at-the-desk", test_entries_bear_who_works_at_the_desk);
  return g_test_run ();
}
