/* test-ledger-log.c: the log and its chain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-log.h"
#include "arrears-ledger-private.h"
#include "arrears-log-chain.h"
#include "arrears-test-folder.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

static ArrearsLogEntry *
append (ArrearsLedger *ledger, const char *note)
{
  ArrearsLogEntry *entry = arrears_test_ledger_make_log_entry (0, "主题", note);
  g_autoptr (GError) error = NULL;

  arrears_ledger_append_log (ledger, entry, &error);
  g_assert_no_error (error);
  return entry;
}

static void
tell_of_a_talk (ArrearsLogEntry *entry)
{
  arrears_record_set_text (&entry->actor, "小李");
  arrears_record_set_text (&entry->spoke_with, "王小明");
  arrears_record_set_text (&entry->channel, "phone");
  arrears_record_set_text (&entry->outcome, "答应周五付");
  entry->next_on = arrears_test_day ("2023-11-20");
}

/* The text of the contract, written out by hand. */
static void
test_hash_is_that_of_the_contract (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsLogEntry) first = append (ledger, "一\\二\n三");
  g_autoptr (ArrearsLogEntry) second = append (ledger, "");
  g_autofree char *day = g_strdup_printf ("%d", arrears_test_day ("2023-11-14").number);
  g_autofree char *text = g_strconcat ("\n1\n1700000000\n480\ncall\n0\n主题\n", day,
                                       "\n1234\n一\\\\二\\n三\n", NULL);
  g_autofree char *next_text = g_strconcat (
      first->hash, "\n2\n1700000000\n480\ncall\n0\n主题\n", day, "\n1234\n\n", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *next_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, next_text, -1);

  g_assert_cmpstr (first->previous_hash, ==, "");
  g_assert_cmpstr (first->hash, ==, hash);
  g_assert_cmpstr (second->previous_hash, ==, hash);
  g_assert_cmpstr (second->hash, ==, next_hash);
  g_assert_cmpint (first->id, ==, 1);
  g_assert_cmpint (second->id, ==, 2);
  arrears_test_ledger_assert_sound (ledger);
}

/* An entry that tells of a talk is hashed over that too. */
static void
test_hash_covers_the_talk (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsLogEntry) entry = arrears_test_ledger_make_log_entry (0, "主题", "一");
  g_autofree char *day = g_strdup_printf ("%d", arrears_test_day ("2023-11-14").number);
  g_autofree char *next_day = g_strdup_printf ("%d", arrears_test_day ("2023-11-20").number);
  g_autofree char *text = g_strconcat ("\n1\n1700000000\n480\ncall\n0\n主题\n", day,
                                       "\n1234\n一\n", day, "\n小李\n王小明\nphone\n答应周五付\n",
                                       "\\n记录承诺\n", next_day, "\n", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  arrears_ledger_set_day (ledger, arrears_test_day ("2023-11-14"));
  tell_of_a_talk (entry);
  arrears_record_set_text (&entry->measure, "\n记录承诺");
  g_assert_true (arrears_ledger_append_log (ledger, entry, NULL));
  g_assert_cmpstr (entry->hash, ==, hash);
  arrears_test_ledger_assert_sound (ledger);
}

static void
test_comes_back (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 customer_id = arrears_test_ledger_add_customer (ledger, "1", "清泉茶行");
  g_autoptr (ArrearsLogEntry) entry
      = arrears_test_ledger_make_log_entry (customer_id, "XS-1", "答应周五付");
  g_autoptr (GPtrArray) found = NULL;

  tell_of_a_talk (entry);
  g_assert_true (arrears_ledger_append_log (ledger, entry, NULL));
  g_assert_cmpstr (entry->customer_name, ==, "清泉茶行");
  found = arrears_ledger_load_log (ledger, customer_id, ARREARS_DAY_LAST, 0, 10, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  arrears_test_ledger_assert_equal (found->pdata[0], entry);
}

static void
test_past_day_knows_no_later_entry (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 customer_id = arrears_test_ledger_add_customer (ledger, "1", "清泉茶行");
  ArrearsDay days[] = { arrears_test_day ("2024-01-01"), arrears_test_day ("2024-01-05") };

  for (int i = 0; i < 2; i++)
    {
      arrears_ledger_set_day (ledger, days[i]);
      arrears_test_ledger_add_log (ledger, customer_id, "主题", "");
      if (i == 0)
        arrears_test_ledger_add_invoice (ledger, customer_id, "A", "2024-01-01", "2024-01-01", "1");
    }
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) entries
          = arrears_ledger_load_log (ledger, customer_id, days[i], 0, 9, NULL);

      g_assert_cmpuint (entries->len, ==, (guint) i + 1);
    }
}

static void
assert_loaded (ArrearsLedger *ledger, gint64 customer_id, gint64 before, guint limit,
               const char *expected)
{
  g_autoptr (GPtrArray) entries
      = arrears_ledger_load_log (ledger, customer_id, ARREARS_DAY_LAST, before, limit, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                            (int) ARREARS_LOG_ENTRY (entries->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_pages_are_latest_first (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  gint64 customer_id = arrears_test_ledger_add_customer (ledger, "1", "甲");

  for (int i = 1; i <= 6; i++)
    arrears_test_ledger_add_log (ledger, i % 2 == 0 ? customer_id : 0, "x", "y");
  assert_loaded (ledger, 0, 0, 4, "6 5 4 3");
  assert_loaded (ledger, 0, 3, 4, "2 1");
  assert_loaded (ledger, 0, 1, 4, "");
  assert_loaded (ledger, customer_id, 0, 2, "6 4");
  assert_loaded (ledger, customer_id, 4, 2, "2");
}

static void
test_failed_append_leaves_no_trace (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_begin (ledger, NULL);
  g_autoptr (ArrearsLogEntry) entry = arrears_test_ledger_make_log_entry (99, "x", "nobody's");
  g_autoptr (GError) error = NULL;

  arrears_test_ledger_add_log (ledger, 0, "x", "one");
  g_assert_false (arrears_ledger_append_log (ledger, entry, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);
  arrears_test_ledger_add_log (ledger, 0, "x", "two");
  assert_loaded (ledger, 0, 0, 10, "2 1");
  g_assert_true (arrears_transaction_commit (transaction, NULL));
}

static void
test_schema_lets_nothing_change (void)
{
  g_autoptr (ArrearsLedger) ledger = arrears_test_ledger_create (NULL);
  static const char *const forbidden[]
      = { "UPDATE log_entry SET note = 'no'", "DELETE FROM log_entry" };

  arrears_test_ledger_fill (ledger);
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (arrears_ledger_execute (ledger, "do harm", forbidden[i], &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED);
    }
}

/* A log of five entries, changed behind the back of the store. */
#define UNGUARD "DROP TRIGGER log_entry_stays; DROP TRIGGER log_entry_remains; "
#define SWAP(a, b)                                                                                 \
  "UPDATE log_entry SET id = 1000 WHERE id = " a "; UPDATE log_entry SET id = " a                  \
  " WHERE id = " b "; UPDATE log_entry SET id = " b " WHERE id = 1000; "
#define SHIFT_UP(a)                                                                                \
  "UPDATE log_entry SET id = id + 1000 WHERE id >= " a "; "                                        \
  "UPDATE log_entry SET id = id - 999 WHERE id > 1000; "
#define SHIFT_DOWN(a)                                                                              \
  "UPDATE log_entry SET id = id + 1000 WHERE id > " a "; "                                         \
  "UPDATE log_entry SET id = id - 1001 WHERE id > 1000; "
#define COPY_AS(id, note, hash)                                                                    \
  "INSERT INTO log_entry SELECT " id ", at, offset_minutes, kind, customer_id, subject, day, "     \
  "amount_fen, " note ", previous_hash, " hash ", recorded_on, actor, spoke_with, channel, "       \
  "outcome, measure, next_on FROM log_entry "
#define FORGE(id) COPY_AS (id, "note", "hash") "ORDER BY id LIMIT 1; "

static const struct
{
  const char *name;
  const char *sql;
  const char *faults[4]; /* parts of the sentences that must be there */
} tamperings[] = {
  { "a-changed-note", "UPDATE log_entry SET note = '没有打过' WHERE id = 3",
    { "log entry 3 was changed" } },
  { "a-changed-day", "UPDATE log_entry SET day = day + 1 WHERE id = 1",
    { "log entry 1 was changed" } },
  { "a-changed-last-entry", "UPDATE log_entry SET amount_fen = 0 WHERE id = 5",
    { "log entry 5 was changed" } },
  { "a-changed-name", "UPDATE log_entry SET actor = '小王' WHERE id = 2",
    { "log entry 2 was changed" } },
  { "a-changed-next-day", "UPDATE log_entry SET next_on = next_on + 1 WHERE id = 2",
    { "log entry 2 was changed" } },
  { "an-emptied-talk",
    "UPDATE log_entry SET recorded_on = 0, actor = '', spoke_with = '', channel = '', "
    "outcome = '', measure = '', next_on = 0 WHERE id = 4",
    { "log entry 4 was changed" } },
  { "a-changed-day-of-entry", "UPDATE log_entry SET recorded_on = 1 WHERE id = 1",
    { "log entry 1 was changed" } },
  { "a-changed-outcome", "UPDATE log_entry SET outcome = 'x' WHERE id = 1",
    { "log entry 1 was changed" } },
  { "a-changed-hash",
    "UPDATE log_entry SET hash = replace (hash, substr (hash, 1, 1), 'x') WHERE id = 2",
    { "log entry 2 was changed", "log entry 3 does not follow entry 2" } },
  { "a-changed-customer", "UPDATE log_entry SET customer_id = NULL WHERE id = 4",
    { "log entry 4 was changed" } },
  { "a-removed-entry", "DELETE FROM log_entry WHERE id = 3", { "log entry 3 is missing" } },
  { "removed-entries", "DELETE FROM log_entry WHERE id IN (2, 3)",
    { "log entries 2 to 3 are missing" } },
  { "a-removed-first-entry", "DELETE FROM log_entry WHERE id = 1", { "log entry 1 is missing" } },
  { "a-cut-end", "DELETE FROM log_entry WHERE id > 3", { "log entries 4 to 5 are missing" } },
  { "a-log-that-was-emptied", "DELETE FROM log_entry", { "log entries 1 to 5 are missing" } },
  { "a-removed-entry-with-the-rest-renumbered",
    "DELETE FROM log_entry WHERE id = 2; " SHIFT_DOWN ("2"),
    { "log entry 2 was moved: it was written as entry 3",
      "log entry 4 was moved: it was written as entry 5", "log entry 5 is missing" } },
  { "two-swapped-entries", SWAP ("2", "3"),
    { "log entry 2 was moved: it was written as entry 3",
      "log entry 3 was moved: it was written as entry 2" } },
  { "two-entries-far-apart-swapped", SWAP ("1", "5"),
    { "log entry 1 was moved: it was written as entry 5",
      "log entry 5 was moved: it was written as entry 1" } },
  { "an-inserted-entry", SHIFT_UP ("3") FORGE ("3"),
    { "log entry 1 or 3 was inserted: both were written as entry 1",
      "log entry 4 was moved: it was written as entry 3",
      "log entries behind entry 5 were inserted" } },
  { "an-entry-put-behind-the-end", FORGE ("6"),
    { "log entry 6 was moved", "log entries behind entry 5 were inserted" } },
  { "an-entry-put-far-behind-the-end", FORGE ("9"),
    { "log entries 6 to 8 are missing", "log entries behind entry 5 were inserted" } },
  { "a-lost-head", "DELETE FROM setting WHERE name = 'log_head'",
    { "the head of the log is missing" } },
  { "a-changed-head", "UPDATE setting SET value = '5 abc' WHERE name = 'log_head'",
    { "log entry 5 is not the one that was written last" } },
};

/* Every second of them tells of a talk. */
static void
write_five (ArrearsLedger *ledger)
{
  gint64 customer_id = arrears_test_ledger_add_customer (ledger, "1", "清泉茶行");

  arrears_ledger_set_day (ledger, arrears_test_day ("2023-11-14"));
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *note = g_strdup_printf ("第 %d 次电话", i);
      g_autoptr (ArrearsLogEntry) entry
          = arrears_test_ledger_make_log_entry (customer_id, "清泉茶行", note);

      if (i % 2 == 0)
        tell_of_a_talk (entry);
      g_assert_true (arrears_ledger_append_log (ledger, entry, NULL));
    }
}

static void
test_tampering_is_named (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  g_autofree char *sql = g_strconcat (UNGUARD, tamperings[i].sql, NULL);
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (GError) error = NULL;

  write_five (ledger);
  arrears_ledger_close (ledger);
  arrears_test_ledger_tamper (path, sql);
  ledger = arrears_ledger_open (path, &error);
  g_assert_no_error (error);
  for (gsize j = 0; j < G_N_ELEMENTS (tamperings[i].faults) && tamperings[i].faults[j] != NULL;
       j++)
    arrears_test_ledger_assert_fault (ledger, tamperings[i].faults[j]);
  arrears_test_ledger_assert_fault (ledger, "the trigger log_entry_stays is missing");
  arrears_ledger_close (ledger);
}

/* Who changes an entry and hashes it anew has to do so for all that follow, and for the head. */
static void
test_entry_hashed_anew_does_not_lead_on (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *sql = NULL;
  ArrearsLogEntry *entry;

  arrears_test_ledger_fill (ledger);
  entries = arrears_ledger_load_log (ledger, 0, ARREARS_DAY_LAST, 4, 1, NULL);
  arrears_ledger_close (ledger);
  entry = entries->pdata[0];
  arrears_record_set_text (&entry->note, "改过");
  hash = arrears_log_chain_hash (entry, entry->id);
  sql = g_strdup_printf (UNGUARD "UPDATE log_entry SET note = '改过', hash = '%s' WHERE id = 3",
                         hash);
  arrears_test_ledger_tamper (path, sql);
  ledger = arrears_ledger_open (path, NULL);
  arrears_test_ledger_assert_fault (ledger, "log entry 4 does not follow entry 3");
  arrears_ledger_close (ledger);
}

/* An insertion with a hash that holds: two entries then claim one place. */
static void
test_inserted_entry_that_holds_is_named (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *sql = NULL;
  ArrearsLogEntry *entry;

  arrears_test_ledger_fill (ledger);
  entries = arrears_ledger_load_log (ledger, 0, ARREARS_DAY_LAST, 4, 1, NULL);
  arrears_ledger_close (ledger);
  entry = entries->pdata[0];
  arrears_record_set_text (&entry->note, "混进来的");
  hash = arrears_log_chain_hash (entry, 3);
  sql = g_strdup_printf (UNGUARD SHIFT_UP ("3") COPY_AS ("3", "'混进来的'", "'%s'") "WHERE id = 4",
                         hash);
  arrears_test_ledger_tamper (path, sql);
  ledger = arrears_ledger_open (path, NULL);
  arrears_test_ledger_assert_fault (ledger, "log entry 3 or 4 was inserted");
  arrears_test_ledger_assert_fault (ledger, "log entries behind entry 5 were inserted");
  arrears_ledger_close (ledger);
}

/* The day's work goes on, and does not heal what was done. */
static void
test_cut_end_stays_seen_after_appending (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);

  arrears_test_ledger_fill (ledger);
  arrears_ledger_close (ledger);
  arrears_test_ledger_tamper (path, UNGUARD "DELETE FROM log_entry WHERE id > 3");
  ledger = arrears_ledger_open (path, NULL);
  arrears_test_ledger_add_log (ledger, 0, "x", "y");
  assert_loaded (ledger, 0, 0, 2, "6 3");
  arrears_test_ledger_assert_fault (ledger, "log entries 4 to 5 are missing");
  arrears_ledger_close (ledger);
}

static void
test_forged_end_stays_seen_after_appending (void)
{
  g_autoptr (ArrearsTestFolder) folder = arrears_test_folder_new ();
  const char *path = arrears_test_folder_get_path (folder, "a.arrears");
  ArrearsLedger *ledger = arrears_test_ledger_create (path);

  arrears_test_ledger_fill (ledger);
  arrears_ledger_close (ledger);
  arrears_test_ledger_tamper (path, FORGE ("6"));
  ledger = arrears_ledger_open (path, NULL);
  arrears_test_ledger_add_log (ledger, 0, "x", "y");
  assert_loaded (ledger, 0, 0, 2, "7 6");
  arrears_test_ledger_assert_fault (ledger, "log entry 7 does not follow entry 6");
  arrears_ledger_close (ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-log/a-past-day-knows-no-later-entry",
                   test_past_day_knows_no_later_entry);
  g_test_add_func ("/ledger-log/the-hash-covers-the-talk", test_hash_covers_the_talk);
  g_test_add_func ("/ledger-log/the-hash-is-that-of-the-contract",
                   test_hash_is_that_of_the_contract);
  g_test_add_func ("/ledger-log/an-entry-comes-back-as-it-was-written", test_comes_back);
  g_test_add_func ("/ledger-log/pages-are-latest-first", test_pages_are_latest_first);
  g_test_add_func ("/ledger-log/a-failed-append-leaves-no-trace",
                   test_failed_append_leaves_no_trace);
  g_test_add_func ("/ledger-log/the-schema-lets-nothing-change", test_schema_lets_nothing_change);
  for (gsize i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *name
          = g_strconcat ("/ledger-log/verifying-names-", tamperings[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_tampering_is_named);
    }
  g_test_add_func ("/ledger-log/an-entry-hashed-anew-does-not-lead-on",
                   test_entry_hashed_anew_does_not_lead_on);
  g_test_add_func ("/ledger-log/an-inserted-entry-that-holds-is-named",
                   test_inserted_entry_that_holds_is_named);
  g_test_add_func ("/ledger-log/a-cut-end-stays-seen-after-appending",
                   test_cut_end_stays_seen_after_appending);
  g_test_add_func ("/ledger-log/a-forged-end-stays-seen-after-appending",
                   test_forged_end_stays_seen_after_appending);
  return g_test_run ();
}
