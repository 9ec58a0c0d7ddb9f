/* test-ledger-contacts.c: the people of customers, and the log as far as it tells of talks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-contacts.h"

#include <string.h>

#include "arrears-ledger-private.h"
#include "arrears-ledger-tables.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

static ArrearsContactPerson *
make_person (gint64 customer_id, const char *name)
{
  ArrearsContactPerson *person = arrears_contact_person_new ();

  person->customer_id = customer_id;
  arrears_record_set_text (&person->name, name);
  arrears_record_set_text (&person->role, "财务");
  return person;
}

static void
assert_people (ArrearsLedger *ledger, gint64 customer_id, const char *expected)
{
  g_autoptr (GPtrArray) people = arrears_ledger_load_people (ledger, customer_id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      ArrearsContactPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (text, "%s%d %s%s", i > 0 ? ", " : "", person->position, person->name,
                              person->is_stopped ? "!" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_people_stand_behind_the_one_named_for_payment (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer ("1", "清泉茶行");
  g_autoptr (ArrearsContactPerson) second = NULL;
  g_autoptr (ArrearsContactPerson) third = NULL;

  arrears_record_set_text (&customer->contact, "");
  customer->id = arrears_ledger_insert_customer (ledger, customer, NULL);
  assert_people (ledger, customer->id, "");
  second = make_person (customer->id, "王经理");
  second->id = arrears_ledger_insert_person (ledger, second, NULL);
  third = make_person (customer->id, "李会计");
  third->id = arrears_ledger_insert_person (ledger, third, NULL);
  assert_people (ledger, customer->id, "1 王经理, 2 李会计");
  third->is_stopped = TRUE;
  g_assert_true (arrears_ledger_update_person (ledger, third, NULL));
  assert_people (ledger, customer->id, "1 王经理, 2 李会计!");
}

static void
test_who_is_stopped_stays_so_when_another_is_named (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsCustomer) customer = arrears_test_ledger_make_customer ("1", "清泉茶行");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (ArrearsContactPerson) first = NULL;

  arrears_record_set_text (&customer->contact, "李会计");
  customer->id = arrears_ledger_insert_customer (ledger, customer, NULL);
  people = arrears_ledger_load_people (ledger, customer->id, NULL);
  first = g_object_ref (people->pdata[0]);
  first->is_stopped = TRUE;
  g_assert_true (arrears_ledger_update_person (ledger, first, NULL));
  arrears_record_set_text (&customer->phone, "0571-9");
  g_assert_true (arrears_ledger_update_customer (ledger, customer, NULL));
  assert_people (ledger, customer->id, "0 李会计!");
  arrears_record_set_text (&customer->contact, "赵会计");
  g_assert_true (arrears_ledger_update_customer (ledger, customer, NULL));
  assert_people (ledger, customer->id, "0 赵会计, 1 李会计!");
}

/* What a random log holds of one contact, kept apart from the ledger. */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  ArrearsDay day;
  ArrearsDay next_on;
  gboolean is_corrected;
} Talk;

enum
{
  N_CUSTOMERS = 8,
  N_TALKS = 120,
  N_DAYS = 30,
};

static ArrearsDay
random_day (void)
{
  return arrears_day_add_days (arrears_test_day ("2026-01-01"), g_test_rand_int_range (0, N_DAYS));
}

/* Some correct an earlier one, some of those take it back; promises bear a channel and are none. */
static void
add_talk (ArrearsLedger *ledger, GArray *talks, const gint64 *customer_ids)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_test_ledger_make_log_entry (
      customer_ids[g_test_rand_int_range (0, N_CUSTOMERS)], "09:00", "说周五付");
  Talk *corrected = NULL;
  Talk talk;

  if (talks->len > 0 && g_test_rand_int_range (0, 6) == 0)
    corrected
        = &g_array_index (talks, Talk, (guint) g_test_rand_int_range (0, (gint32) talks->len));
  if (corrected != NULL && corrected->is_corrected)
    corrected = NULL;
  arrears_record_set_text (&entry->kind, ARREARS_LOG_CONTACT);
  if (corrected != NULL)
    {
      g_autofree char *subject = g_strdup_printf ("%d 09:00", (int) corrected->id);

      entry->customer_id = corrected->customer_id;
      arrears_record_set_text (&entry->kind, ARREARS_LOG_CONTACT_CORRECTED);
      arrears_record_set_text (&entry->subject, subject);
      corrected->is_corrected = TRUE;
    }
  entry->day = random_day ();
  entry->next_on = g_test_rand_bit () ? random_day () : ARREARS_DAY_NONE;
  arrears_record_set_text (&entry->channel, corrected != NULL && g_test_rand_bit () ? "" : "call");
  g_assert_true (arrears_ledger_append_log (ledger, entry, NULL));
  talk = (Talk) {
    .id = entry->id, .customer_id = entry->customer_id, .day = entry->day, .next_on = entry->next_on
  };
  if (entry->channel[0] != '\0')
    g_array_append_val (talks, talk);
}

static const Talk *
find_last (const GArray *talks, gint64 customer_id, ArrearsDay as_of)
{
  const Talk *last = NULL;

  for (guint i = 0; i < talks->len; i++)
    {
      const Talk *talk = &g_array_index (talks, Talk, i);

      if (talk->customer_id == customer_id && !talk->is_corrected
          && arrears_day_compare (talk->day, as_of) <= 0
          && (last == NULL || arrears_day_compare (talk->day, last->day) >= 0))
        last = talk;
    }
  return last;
}

static void
assert_follow_ups (ArrearsLedger *ledger, const GArray *talks, const gint64 *customer_ids,
                   ArrearsDay as_of)
{
  g_autoptr (GPtrArray) entries = arrears_ledger_load_follow_ups (ledger, as_of, NULL);
  guint n = 0;

  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      const Talk *last = find_last (talks, customer_ids[i], as_of);
      gboolean is_found = FALSE;

      for (guint k = 0; k < entries->len; k++)
        is_found
            = is_found || (last != NULL && ARREARS_LOG_ENTRY (entries->pdata[k])->id == last->id);
      if (last != NULL && arrears_day_is_set (last->next_on)
          && arrears_day_compare (last->next_on, as_of) <= 0)
        {
          g_assert_true (is_found);
          n++;
        }
    }
  g_assert_cmpuint (entries->len, ==, n);
  for (guint k = 1; k < entries->len; k++)
    g_assert_cmpint (ARREARS_LOG_ENTRY (entries->pdata[k - 1])->next_on.number, <=,
                     ARREARS_LOG_ENTRY (entries->pdata[k])->next_on.number);
}

static void
test_follow_ups_are_those_of_the_last_contact_of_each (void)
{
  for (int round = 0; round < 5; round++)
    {
      g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
      g_autoptr (GArray) talks = g_array_new (FALSE, TRUE, sizeof (Talk));
      gint64 customer_ids[N_CUSTOMERS];

      for (int i = 0; i < N_CUSTOMERS; i++)
        {
          g_autofree char *code = g_strdup_printf ("%d", i);

          customer_ids[i] = arrears_test_ledger_add_customer (ledger, code, "某商行");
        }
      for (int i = 0; i < N_TALKS; i++)
        add_talk (ledger, talks, customer_ids);
      for (int i = 0; i < N_DAYS; i++)
        assert_follow_ups (ledger, talks, customer_ids,
                           arrears_day_add_days (arrears_test_day ("2026-01-01"), i));
    }
}

static void
append (GString *plan, const char *line)
{
  g_string_append_printf (plan, "%s\n", line);
}

static void
test_follow_ups_take_one_pass_of_an_index (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (GPtrArray) entries
      = arrears_ledger_load_follow_ups (ledger, arrears_test_day ("2026-01-01"), NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  GHashTableIter iter;
  gpointer sql;

  g_assert_nonnull (entries);
  g_hash_table_iter_init (&iter, ledger->queries);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    if (strstr (sql, "log_entry_of_contact") != NULL)
      {
        g_autofree char *explained = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
        sqlite3_stmt *explanation;

        g_assert_cmpint (sqlite3_prepare_v2 (ledger->db, explained, -1, &explanation, NULL), ==,
                         SQLITE_OK);
        while (sqlite3_step (explanation) == SQLITE_ROW)
          append (plan, (const char *) sqlite3_column_text (explanation, 3));
        sqlite3_finalize (explanation);
      }
  g_assert_nonnull (strstr (plan->str, "SCAN l USING COVERING INDEX log_entry_of_contact\n"));
  g_assert_nonnull (strstr (plan->str, "SEARCH e USING INTEGER PRIMARY KEY"));
  g_assert_null (strstr (plan->str, "TEMP B-TREE FOR GROUP BY"));
}

static void
test_what_was_added_comes_back (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsPublishedRate) rate = arrears_published_rate_new ();
  g_autoptr (ArrearsPublishedDay) day = arrears_published_day_new ();
  g_autoptr (GPtrArray) rates = NULL;
  g_autoptr (GPtrArray) days = NULL;

  arrears_ledger_set_day (ledger, arrears_test_day ("2026-11-20"));
  rate->published_on = arrears_test_day ("2026-10-20");
  arrears_record_set_text (&rate->rate, "3%");
  g_assert_true (arrears_ledger_insert_added_rate (ledger, rate, NULL));
  day->day = arrears_test_day ("2027-01-01");
  arrears_record_set_text (&day->kind, "holiday");
  arrears_record_set_text (&day->name, "元旦");
  g_assert_true (arrears_ledger_insert_added_day (ledger, day, NULL));
  rates = arrears_ledger_load_added_rates (ledger, arrears_test_day ("2026-11-20"), NULL);
  days = arrears_ledger_load_added_days (ledger, arrears_test_day ("2026-11-20"), NULL);
  g_assert_cmpuint (rates->len, ==, 1);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpstr (ARREARS_PUBLISHED_RATE (rates->pdata[0])->rate, ==, "3%");
  g_assert_true (ARREARS_PUBLISHED_RATE (rates->pdata[0])->is_added);
  g_assert_cmpstr (ARREARS_PUBLISHED_DAY (days->pdata[0])->name, ==, "元旦");
  g_assert_cmpint (ARREARS_PUBLISHED_DAY (days->pdata[0])->recorded_on.number, ==,
                   arrears_test_day ("2026-11-20").number);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger-contacts/people-stand-behind-the-one-named-for-payment",
                   test_people_stand_behind_the_one_named_for_payment);
  g_test_add_func ("/ledger-contacts/who-is-stopped-stays-so-when-another-is-named",
                   test_who_is_stopped_stays_so_when_another_is_named);
  g_test_add_func ("/ledger-contacts/follow-ups-are-those-of-the-last-contact-of-each",
                   test_follow_ups_are_those_of_the_last_contact_of_each);
  g_test_add_func ("/ledger-contacts/follow-ups-take-one-pass-of-an-index",
                   test_follow_ups_take_one_pass_of_an_index);
  g_test_add_func ("/ledger-contacts/what-was-added-comes-back", test_what_was_added_comes_back);
  return g_test_run ();
}
