/* arrears-test-cli.c: arrears-cli run as a user runs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-cli.h"

#include <gio/gio.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

ArrearsTestCli *
arrears_test_cli_new (void)
{
  ArrearsTestCli *cli = g_new0 (ArrearsTestCli, 1);

  cli->folder = arrears_test_folder_new ();
  cli->ledger = arrears_test_folder_get_path (cli->folder, "a.arrears");
  cli->day = g_strdup ("2026-11-20");
  return cli;
}

void
arrears_test_cli_free (ArrearsTestCli *cli)
{
  arrears_test_folder_free (cli->folder);
  g_free (cli->day);
  g_free (cli);
}

const char *
arrears_test_cli_get_path (ArrearsTestCli *cli, const char *name)
{
  return arrears_test_folder_get_path (cli->folder, name);
}

const char *
arrears_test_cli_put (ArrearsTestCli *cli, const char *name, const char *text)
{
  const char *path = arrears_test_cli_get_path (cli, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
arrears_test_cli_dup_sheet (const char *name)
{
  return g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "exchange", name, NULL);
}

void
arrears_test_run_free (ArrearsTestRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

static GPtrArray *
begin_arguments (ArrearsTestCli *cli)
{
  GPtrArray *arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (gpointer) g_getenv ("ARREARS_CLI"));
  if (cli == NULL)
    return arguments;
  g_ptr_array_add (arguments, (gpointer) "--ledger");
  g_ptr_array_add (arguments, (gpointer) cli->ledger);
  g_ptr_array_add (arguments, (gpointer) "--as-of");
  g_ptr_array_add (arguments, cli->day);
  return arguments;
}

static void
add_arguments (GPtrArray *arguments, va_list list)
{
  for (char *argument = va_arg (list, char *); argument != NULL; argument = va_arg (list, char *))
    g_ptr_array_add (arguments, argument);
  g_ptr_array_add (arguments, NULL);
}

static void
limit_file_size (gpointer user_data)
{
  const struct rlimit limit = { *(gsize *) user_data, *(gsize *) user_data };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* Takes effect with the program that is then run; whoever has no such right needs none taken. */
static void
drop_rights (gpointer user_data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
}

static ArrearsTestRun *
run_program (ArrearsTestCli *cli, GPtrArray *arguments, GSpawnChildSetupFunc set_up,
             gpointer user_data)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsTestRun *run = g_new0 (ArrearsTestRun, 1);

  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", arrears_test_cli_get_path (cli, "home"),
                                TRUE);
  if (set_up != NULL)
    g_subprocess_launcher_set_child_setup (launcher, set_up, user_data, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->out, &run->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run->status = g_subprocess_get_exit_status (process);
  return run;
}

ArrearsTestRun *
arrears_test_cli_run (ArrearsTestCli *cli, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments (cli);
  va_list list;

  va_start (list, cli);
  add_arguments (arguments, list);
  va_end (list);
  return run_program (cli, arguments, NULL, NULL);
}

ArrearsTestRun *
arrears_test_cli_run_line (ArrearsTestCli *cli, const char *arguments)
{
  g_autoptr (GPtrArray) all = begin_arguments (cli);
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (all, words[i]);
  g_ptr_array_add (all, NULL);
  return run_program (cli, all, NULL, NULL);
}

ArrearsTestRun *
arrears_test_cli_run_bare (ArrearsTestCli *cli, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments (NULL);
  va_list list;

  va_start (list, cli);
  add_arguments (arguments, list);
  va_end (list);
  return run_program (cli, arguments, NULL, NULL);
}

ArrearsTestRun *
arrears_test_cli_run_without_room (ArrearsTestCli *cli, gsize most_bytes, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments (cli);
  va_list list;

  va_start (list, most_bytes);
  add_arguments (arguments, list);
  va_end (list);
  return run_program (cli, arguments, limit_file_size, &most_bytes);
}

ArrearsTestRun *
arrears_test_cli_run_without_rights (ArrearsTestCli *cli, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments (cli);
  va_list list;

  va_start (list, cli);
  add_arguments (arguments, list);
  va_end (list);
  return run_program (cli, arguments, drop_rights, NULL);
}

static void
expect_status (const ArrearsTestRun *run, int status, GPtrArray *arguments)
{
  g_autofree char *command = g_strjoinv (" ", (char **) arguments->pdata);

  if (run->status != status)
    g_error ("%s: status %d, expected %d: %s", command, run->status, status, run->err);
}

char *
arrears_test_cli_expect (ArrearsTestCli *cli, int status, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments (cli);
  g_autoptr (ArrearsTestRun) run = NULL;
  va_list list;

  va_start (list, status);
  add_arguments (arguments, list);
  va_end (list);
  run = run_program (cli, arguments, NULL, NULL);
  expect_status (run, status, arguments);
  return g_steal_pointer (&run->out);
}

JsonNode *
arrears_test_cli_ask (ArrearsTestCli *cli, int status, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments (cli);
  g_autoptr (ArrearsTestRun) run = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) "--format");
  g_ptr_array_add (arguments, (gpointer) "json");
  va_start (list, status);
  add_arguments (arguments, list);
  va_end (list);
  run = run_program (cli, arguments, NULL, NULL);
  expect_status (run, status, arguments);
  root = json_from_string (run->out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (root);
  /* Text behind the value is passed over by the parser. */
  g_assert_true (g_str_has_suffix (run->out, JSON_NODE_HOLDS_ARRAY (root) ? "]\n" : "}\n"));
  return root;
}

void
arrears_test_cli_assert_members (JsonObject *object, const char *names)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) found = g_string_new (NULL);

  for (GList *member = members; member != NULL; member = member->next)
    g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", (char *) member->data);
  g_assert_cmpstr (found->str, ==, names);
}

void
arrears_test_cli_put_shop (ArrearsTestCli *cli)
{
  static GBytes *shop = NULL;
  g_autoptr (GError) error = NULL;

  if (shop == NULL)
    {
      char *contents;
      gsize length;

      g_free (arrears_test_cli_expect (cli, 0, "new", cli->ledger, "--sample", NULL));
      g_file_get_contents (cli->ledger, &contents, &length, &error);
      g_assert_no_error (error);
      shop = g_bytes_new_take (contents, length);
      return;
    }
  g_file_set_contents (cli->ledger, g_bytes_get_data (shop, NULL),
                       (gssize) g_bytes_get_size (shop), &error);
  g_assert_no_error (error);
}
