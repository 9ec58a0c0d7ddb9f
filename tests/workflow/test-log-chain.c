/* test-log-chain.c: whoever edits the log with the sqlite3 shell is found out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contact.h"

#include <string.h>

#include "arrears-test-desk.h"
#include "arrears-test-values.h"

/* Talks of a week: entries 4 to 9. */
static ArrearsDesk *
create_log (ArrearsTestFolder *folder)
{
  ArrearsDesk *desk = arrears_test_desk_new (folder, "a.arrears", "2026-11-20");

  arrears_desk_set_actor (desk, "张会计");
  arrears_test_desk_add_customers (desk, "0001,清泉茶行,30,B\n");
  arrears_test_desk_add_invoices (desk, "0001,XS-1,2026-09-01,2026-10-01,1000,,\n");
  for (int i = 0; i < 6; i++)
    {
      const ArrearsContact contact = { .customer_id = arrears_test_desk_find (desk, "0001"),
                                       .channel = ARREARS_CHANNEL_INCOMING,
                                       .spoke_with = "李会计",
                                       .on = arrears_test_day ("2026-11-16"),
                                       .minute = 600 + i,
                                       .said = "说周五付",
                                       .outcome = ARREARS_OUTCOME_PROMISED,
                                       .measure = "等到周五",
                                       .next_on = arrears_test_day ("2026-11-20") };
      g_autoptr (GError) error = NULL;

      arrears_contact_log (desk, &contact, &error);
      g_assert_no_error (error);
    }
  arrears_test_desk_assert_sound (desk);
  return desk;
}

static const char *const tamperings[][3] = {
  { "what-was-said", "UPDATE log_entry SET note = '说不付' WHERE id = 5",
    "log entry 5 was changed" },
  { "who-wrote-it", "UPDATE log_entry SET actor = '王五' WHERE id = 5", "log entry 5 was changed" },
  { "who-was-spoken-to", "UPDATE log_entry SET spoke_with = '' WHERE id = 5",
    "log entry 5 was changed" },
  { "the-channel", "UPDATE log_entry SET channel = 'call' WHERE id = 5",
    "log entry 5 was changed" },
  { "the-outcome", "UPDATE log_entry SET outcome = 'refused' WHERE id = 5",
    "log entry 5 was changed" },
  { "the-measure", "UPDATE log_entry SET measure = '' WHERE id = 5", "log entry 5 was changed" },
  { "the-next-day", "UPDATE log_entry SET next_on = 0 WHERE id = 5", "log entry 5 was changed" },
  { "the-day-of-entry", "UPDATE log_entry SET recorded_on = recorded_on - 1 WHERE id = 5",
    "log entry 5 was changed" },
  { "the-moment", "UPDATE log_entry SET subject = '08:00' WHERE id = 5",
    "log entry 5 was changed" },
  { "two-fields-swapped", "UPDATE log_entry SET measure = outcome, outcome = measure WHERE id = 5",
    "log entry 5 was changed" },
  { "a-removed-one", "DELETE FROM log_entry WHERE id = 5", "log entry 5 is missing" },
  { "the-last-removed", "DELETE FROM log_entry WHERE id = (SELECT max (id) FROM log_entry)",
    "is missing" },
  { "swapped-ones",
    "UPDATE log_entry SET id = 1000 WHERE id = 5; UPDATE log_entry SET id = 5 WHERE id = 6; "
    "UPDATE log_entry SET id = 6 WHERE id = 1000",
    "log entry 5 was moved: it was written as entry 6" },
  { "an-inserted-one",
    "UPDATE log_entry SET id = id + 1000 WHERE id > 5; UPDATE log_entry SET id = id - 999 "
    "WHERE id > 1000; INSERT INTO log_entry (id, at, offset_minutes, kind, customer_id, subject, "
    "day, amount_fen, note, recorded_on, actor, channel, previous_hash, hash) SELECT 6, at, "
    "offset_minutes, kind, customer_id, subject, day, 0, '我方已同意减半', recorded_on, actor, "
    "channel, previous_hash, hash FROM log_entry WHERE id = 5",
    "log entry 6 was changed" },
  { "one-appended-behind",
    "INSERT INTO log_entry (id, at, offset_minutes, kind, customer_id, subject, day, amount_fen, "
    "note, previous_hash, hash) SELECT id + 1, at, offset_minutes, kind, customer_id, subject, "
    "day, 0, '已付清', hash, hash FROM log_entry ORDER BY id DESC LIMIT 1",
    "were inserted" },
};

static void
test_tampering_is_named (gconstpointer data)
{
  const char *const *tampering = data;
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  g_autoptr (ArrearsDesk) desk = create_log (folder);
  g_autofree char *sql = g_strconcat ("DROP TRIGGER log_entry_stays; DROP TRIGGER "
                                      "log_entry_remains; ",
                                      tampering[1], NULL);
  g_auto (GStrv) faults = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_free (arrears_test_desk_ask (desk, sql));
  faults = arrears_desk_verify (desk, &error);
  g_assert_no_error (error);
  text = g_strjoinv ("\n", faults);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, tampering[2]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strconcat ("/log-chain/finds/", tamperings[i][0], NULL);

      g_test_add_data_func (path, tamperings[i], test_tampering_is_named);
    }
  return g_test_run ();
}
