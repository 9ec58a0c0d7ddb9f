/* arrears-cli.c: what the commands of the command line share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli.h"

#include "arrears-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

int
arrears_cli_fail_usage (const char *command, const char *operands)
{
  fprintf (stderr, "%s\n  arrears-cli %s %s\n", _("Usage:"), command, operands);
  return ARREARS_EXIT_USAGE;
}

gboolean
arrears_cli_parse (const GOptionEntry *entries, const char *operands, int n_least, int n_most,
                   int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error) && *argc - 1 >= n_least
      && *argc - 1 <= n_most)
    return TRUE;
  if (error != NULL)
    fprintf (stderr, "arrears-cli: %s\n", error->message);
  arrears_cli_fail_usage ((*argv)[0], operands);
  return FALSE;
}

ArrearsDesk *
arrears_cli_open (ArrearsCli *cli, int *status)
{
  g_autoptr (GError) error = NULL;
  ArrearsDesk *desk;

  if (cli->ledger == NULL)
    cli->ledger = g_build_filename (g_get_user_data_dir (), "arrears", "ledger.arrears", NULL);
  desk = arrears_desk_open (cli->ledger, cli->as_of, cli->clock, &error);
  if (desk == NULL)
    *status = arrears_cli_fail (error);
  else
    arrears_desk_set_actor (desk, cli->actor);
  return desk;
}

int
arrears_cli_fail (const GError *error)
{
  fprintf (stderr, "arrears-cli: %s (%s)\n", arrears_words_get_for_error (error), error->message);
  return arrears_error_get_status (error);
}

int
arrears_cli_fail_option (const char *option, const GError *error)
{
  fprintf (stderr, "arrears-cli: %s: %s (%s)\n", option, arrears_words_get_for_error (error),
           error->message);
  return arrears_error_get_status (error);
}

char *
arrears_cli_read_password (const char *path, GError **error)
{
  char *text;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  return text;
}
