/* test-mishaps.c: the exit status of what goes wrong, and what it leaves as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "arrears-test-cli.h"

static ArrearsTestCli *
open_shop (void)
{
  ArrearsTestCli *cli = arrears_test_cli_new ();

  arrears_test_cli_put_shop (cli);
  return cli;
}

static void
assert_status (ArrearsTestRun *run, int status)
{
  g_autofree char *message = g_strdup (run->err);

  g_test_message ("%s", g_strchomp (message));
  g_assert_cmpint (run->status, ==, status);
  g_assert_cmpstr (run->err, !=, "");
}

static void
test_usage_is_shown_for_what_is_no_command (void)
{
  static const char *const commands[][5] = {
    { NULL },
    { "dance", NULL },
    { "new", NULL },
    { "new", "a", "b", NULL },
    { "flags", "now", NULL },
    { "flags", "--loud", NULL },
    { "flags", "--format", "xml", NULL },
    { "flags", "--as-of", NULL },
    { "company", "name=x", NULL },
    { "company", "get", "name=x", NULL },
    { "contract", "set", "0001", NULL },
    { "contract", "get", "0001", "HT-1", NULL },
    { "identity", "old", "x.p12", NULL },
    { "identity", "new", "x.p12", NULL },
    { "import", "birds", "x.csv", NULL },
    { "import", "invoices", NULL },
    { "import", "invoices", "x.csv", "--dates=xyz", NULL },
    { "aging", "--by", "weather", NULL },
    { "account", NULL },
    { "pay", "0001", NULL },
    { "letter", "0001", "--kind", "demand", NULL },
    { "verify", "a", "b", NULL },
    { "backup", NULL },
  };
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (ArrearsTestRun) run = arrears_test_cli_run_bare (
          cli, commands[i][0], commands[i][1], commands[i][2], commands[i][3], NULL);

      assert_status (run, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_nonnull (strstr (run->err, "Usage:"));
    }
}

static void
test_help_is_no_fault (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (ArrearsTestRun) run = arrears_test_cli_run_bare (cli, "--help", NULL);
  g_autoptr (ArrearsTestRun) behind = arrears_test_cli_run_bare (cli, "flags", "-h", NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->out, "letter CODE"));
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (behind->status, ==, 0);
}

static void
test_options_of_all_commands_may_stand_anywhere (void)
{
  g_autoptr (ArrearsTestCli) cli = open_shop ();
  g_autoptr (ArrearsTestRun) before
      = arrears_test_cli_run_bare (cli, "--format", "json", "--as-of", "2026-11-20", "--ledger",
                                   cli->ledger, "account", "0001", NULL);
  g_autoptr (ArrearsTestRun) behind
      = arrears_test_cli_run_bare (cli, "account", "--as-of=2026-11-20", "0001", "--ledger",
                                   cli->ledger, "--format", "json", NULL);

  g_assert_cmpint (before->status, ==, 0);
  g_assert_cmpint (behind->status, ==, 0);
  g_assert_cmpstr (before->out, ==, behind->out);
}

static void
test_what_is_not_there_is_refused (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  g_autoptr (ArrearsTestRun) unknown = arrears_test_cli_run (cli, "flags", NULL);
  g_autoptr (ArrearsTestRun) usual = arrears_test_cli_run_bare (cli, "flags", NULL);
  g_autoptr (ArrearsTestRun) other = NULL;
  g_autoptr (ArrearsTestRun) day = NULL;

  assert_status (unknown, 1);
  assert_status (usual, 1);
  arrears_test_cli_put (cli, "a.arrears", "these are notes and no ledger");
  other = arrears_test_cli_run (cli, "flags", NULL);
  assert_status (other, 1);
  day = arrears_test_cli_run_bare (cli, "flags", "--as-of", "2026-02-30", NULL);
  assert_status (day, 1);
}

/* Overwrites a stretch in the middle of the file. */
static void
damage_file (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memset (contents + length / 2, 0xA5, 20000);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
test_a_damaged_ledger_is_told_from_a_wrong_one (void)
{
  g_autoptr (ArrearsTestCli) cli = open_shop ();
  g_autoptr (ArrearsTestRun) run = NULL;
  g_autoptr (ArrearsTestRun) cut = NULL;

  damage_file (cli->ledger);
  run = arrears_test_cli_run (cli, "verify", NULL);
  assert_status (run, 3);
  g_assert_cmpint (truncate (cli->ledger, 30000), ==, 0);
  cut = arrears_test_cli_run (cli, "flags", NULL);
  assert_status (cut, 3);
}

static void
test_an_altered_ledger_is_found_out (void)
{
  static const char *const changes[] = {
    "UPDATE invoice SET open_fen = open_fen / 2 WHERE open_fen > 2",
    "DROP TRIGGER log_entry_stays; UPDATE log_entry SET day = day - 1",
    "DROP TRIGGER log_entry_remains; DELETE FROM log_entry",
    "UPDATE receipt SET amount_fen = amount_fen + 100 WHERE id = 5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ArrearsTestCli) cli = open_shop ();
      g_autoptr (JsonNode) verdict = NULL;
      sqlite3 *db = NULL;

      g_assert_cmpint (sqlite3_open (cli->ledger, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
      g_test_message ("%s", changes[i]);
      verdict = arrears_test_cli_ask (cli, 3, "verify", NULL);
      g_assert_false (json_object_get_boolean_member (json_node_get_object (verdict), "ok"));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                            json_node_get_object (verdict), "faults")),
                        >=, 1);
    }
}

static void
test_a_full_disk_is_the_computers_fault (void)
{
  g_autoptr (ArrearsTestCli) cli = open_shop ();
  g_autofree char *sheet = arrears_test_cli_dup_sheet ("receivables_gb18030.csv");
  const char *letter = arrears_test_cli_get_path (cli, "letter.pdf");
  const char *copy = arrears_test_cli_get_path (cli, "copy.arrears");
  const char *fresh = arrears_test_cli_get_path (cli, "fresh.arrears");
  g_autofree char *before = arrears_test_cli_expect (cli, 0, "aging", NULL);
  g_autofree char *after = NULL;
  const gsize room = 40000;
  guint n_files = arrears_test_folder_count (cli->folder);
  ArrearsTestRun *runs[] = {
    arrears_test_cli_run_without_room (cli, room, "import", "invoices", sheet, "--skip-bad", NULL),
    arrears_test_cli_run_without_room (cli, room, "letter", "0010", "--kind", "demand", "-o",
                                       letter, NULL),
    arrears_test_cli_run_without_room (cli, room, "backup", copy, NULL),
    arrears_test_cli_run_without_room (cli, room, "new", fresh, NULL),
    arrears_test_cli_run_without_room (cli, 0, "pay", "0010", "--amount", "5", "--on", "2026-11-20",
                                       NULL),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      assert_status (runs[i], 4);
      g_assert_cmpstr (runs[i]->out, ==, "");
      arrears_test_run_free (runs[i]);
    }
  g_free (arrears_test_cli_expect (cli, 0, "verify", NULL));
  after = arrears_test_cli_expect (cli, 0, "aging", NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (arrears_test_folder_count (cli->folder), ==, n_files);
}

/* However far it comes. */
static void
test_a_ledger_that_cannot_be_filled_is_not_left (void)
{
  g_autoptr (ArrearsTestCli) cli = arrears_test_cli_new ();
  int status = 4;

  for (gsize room = 0; status != 0; room += 2 * room + 13000)
    {
      g_autoptr (ArrearsTestRun) run
          = arrears_test_cli_run_without_room (cli, room, "new", cli->ledger, "--sample", NULL);

      status = run->status;
      if (status == 0)
        continue;
      assert_status (run, 4);
      g_assert_cmpuint (arrears_test_folder_count (cli->folder), ==, 0);
    }
  g_free (arrears_test_cli_expect (cli, 0, "verify", NULL));
}

static void
test_a_folder_that_may_not_be_written_is_the_computers_fault (void)
{
  g_autoptr (ArrearsTestCli) cli = open_shop ();
  const char *folder = arrears_test_cli_get_path (cli, "closed");
  const char *file = arrears_test_cli_get_path (cli, "closed/file");
  const char *password = arrears_test_cli_put (cli, "password", "12345678");
  ArrearsTestRun *runs[4];

  g_assert_cmpint (g_mkdir (folder, 0555), ==, 0);
  runs[0] = arrears_test_cli_run_without_rights (cli, "new", file, NULL);
  runs[1] = arrears_test_cli_run_without_rights (cli, "backup", file, NULL);
  runs[2] = arrears_test_cli_run_without_rights (cli, "letter", "0010", "--kind", "demand", "-o",
                                                 file, NULL);
  runs[3] = arrears_test_cli_run_without_rights (cli, "identity", "new", file, "--name", "青禾",
                                                 "--password-file", password, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      assert_status (runs[i], 4);
      g_assert_cmpstr (runs[i]->out, ==, "");
      arrears_test_run_free (runs[i]);
    }
  g_free (arrears_test_cli_expect (cli, 0, "verify", NULL));
}

/* A ledger on a stick that is write-protected, or of another user. */
static void
test_a_ledger_that_may_not_be_written_is_the_computers_fault (void)
{
  g_autoptr (ArrearsTestCli) cli = open_shop ();
  g_autoptr (ArrearsTestRun) run = NULL;

  g_assert_cmpint (g_chmod (cli->ledger, 0444), ==, 0);
  run = arrears_test_cli_run_without_rights (cli, "pay", "0010", "--amount", "5", "--on",
                                             "2026-11-20", NULL);
  assert_status (run, 4);
}

static void
test_a_result_that_cannot_be_written_is_no_result (void)
{
  g_autoptr (ArrearsTestCli) cli = open_shop ();
  g_autofree char *command
      = g_strdup_printf ("\"%s\" --ledger \"%s\" --as-of 2026-11-20 flags > /dev/full",
                         g_getenv ("ARREARS_CLI"), cli->ledger);
  char shell[] = "/bin/sh";
  char option[] = "-c";
  char *arguments[] = { shell, option, command, NULL };
  g_autofree char *told = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &told,
                               &status, NULL));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 4);
  g_assert_nonnull (strstr (told, "standard output"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-mishaps/usage-is-shown-for-what-is-no-command",
                   test_usage_is_shown_for_what_is_no_command);
  g_test_add_func ("/cli-mishaps/help-is-no-fault", test_help_is_no_fault);
  g_test_add_func ("/cli-mishaps/options-of-all-commands-may-stand-anywhere",
                   test_options_of_all_commands_may_stand_anywhere);
  g_test_add_func ("/cli-mishaps/what-is-not-there-is-refused", test_what_is_not_there_is_refused);
  g_test_add_func ("/cli-mishaps/a-damaged-ledger-is-told-from-a-wrong-one",
                   test_a_damaged_ledger_is_told_from_a_wrong_one);
  g_test_add_func ("/cli-mishaps/an-altered-ledger-is-found-out",
                   test_an_altered_ledger_is_found_out);
  g_test_add_func ("/cli-mishaps/a-full-disk-is-the-computers-fault",
                   test_a_full_disk_is_the_computers_fault);
  g_test_add_func ("/cli-mishaps/a-ledger-that-cannot-be-filled-is-not-left",
                   test_a_ledger_that_cannot_be_filled_is_not_left);
  g_test_add_func ("/cli-mishaps/a-folder-that-may-not-be-written-is-the-computers-fault",
                   test_a_folder_that_may_not_be_written_is_the_computers_fault);
  g_test_add_func ("/cli-mishaps/a-ledger-that-may-not-be-written-is-the-computers-fault",
                   test_a_ledger_that_may_not_be_written_is_the_computers_fault);
  g_test_add_func ("/cli-mishaps/a-result-that-cannot-be-written-is-no-result",
                   test_a_result_that_cannot_be_written_is_no_result);
  return g_test_run ();
}
