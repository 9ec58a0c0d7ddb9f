/* arrears-cli-today.c: commands of the day: today, seen, done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-page.h"
#include "arrears-account.h"
#include "arrears-cli-output.h"
#include "arrears-today.h"
#include "arrears-words-policy.h"
#include "arrears-words-today.h"

#include <glib/gi18n-lib.h>

static void
add_reason (JsonBuilder *builder, const ArrearsTodayReason *reason)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "kind", arrears_today_kind_to_word (reason->kind));
  arrears_output_add_day (builder, "day", reason->day);
  arrears_output_add_money (builder, "amount", reason->amount);
  arrears_output_add_text (builder, "invoice", reason->invoice != NULL ? reason->invoice : "");
  arrears_output_add_text (builder, "note", reason->note != NULL ? reason->note : "");
  json_builder_end_object (builder);
}

static void
add_passed (JsonBuilder *builder, const char *passed_stages)
{
  g_auto (GStrv) numbers = g_strsplit (passed_stages, " ", -1);

  json_builder_set_member_name (builder, "passed");
  json_builder_begin_array (builder);
  for (gsize i = 0; numbers[i] != NULL; i++)
    if (*numbers[i] != '\0')
      json_builder_add_int_value (builder, g_ascii_strtoll (numbers[i], NULL, 10));
  json_builder_end_array (builder);
}

/* What a table and a CSV file show instead of the list. */
static char *
describe_reasons (const ArrearsTodayRow *row, ArrearsAccount *account)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->reasons->len; i++)
    {
      g_autofree char *line
          = arrears_words_describe_today (&g_array_index (row->reasons, ArrearsTodayReason, i),
                                          account->stage, account->passed_stages);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (ArrearsCli *cli, JsonBuilder *builder, const ArrearsTodayRow *row, ArrearsAccount *account)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "customer", account->code);
  arrears_output_add_text (builder, "name", account->name);
  arrears_output_add_number (builder, "stage", account->stage);
  arrears_output_add_text (builder, "stage_name", arrears_words_get_for_account_stage (account));
  add_passed (builder, account->passed_stages);
  arrears_output_add_money (builder, "overdue", account->overdue);
  arrears_output_add_text (builder, "owner", account->owner);
  arrears_output_add_boolean (builder, "seen", account->is_seen);
  if (cli->format == ARREARS_FORMAT_JSON)
    {
      json_builder_set_member_name (builder, "reasons");
      json_builder_begin_array (builder);
      for (guint i = 0; i < row->reasons->len; i++)
        add_reason (builder, &g_array_index (row->reasons, ArrearsTodayReason, i));
      json_builder_end_array (builder);
    }
  else
    {
      g_autofree char *reasons = describe_reasons (row, account);

      arrears_output_add_text (builder, "reasons", reasons);
    }
  json_builder_end_object (builder);
}

static gboolean
print_today (ArrearsCli *cli, ArrearsDesk *desk, const char *owner, GError **error)
{
  static const ArrearsColumn columns[] = {
    { "customer", N_("Code"), FALSE },
    { "name", N_("Customer"), FALSE },
    { "stage_name", N_("Stage"), FALSE },
    { "overdue", N_("Overdue"), TRUE },
    { "owner", N_("Owner"), FALSE },
    { "reasons", N_("Reason"), FALSE },
    { NULL },
  };
  g_autoptr (GPtrArray) rows = arrears_today_list (desk, NULL, 0, error);
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (rows == NULL)
    return FALSE;
  accounts = arrears_today_load_accounts (desk, rows, error);
  if (accounts == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      if (account != NULL && (owner == NULL || g_str_equal (account->owner, owner)))
        add_row (cli, builder, g_ptr_array_index (rows, i), account);
    }
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return TRUE;
}

int
arrears_command_today (ArrearsCli *cli, int argc, char **argv)
{
  g_autofree char *owner = NULL;
  const GOptionEntry entries[] = {
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, NULL, NULL },
    { NULL },
  };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, "[--owner NAME]", 0, 0, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  return print_today (cli, desk, owner, &error) ? ARREARS_EXIT_DONE : arrears_cli_fail (error);
}

/* Says on the ledger that the crossing of an account was seen or, with a note, done. */
static int
mark_crossing (ArrearsCli *cli, const char *code, const char *by, const char *note)
{
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_marked = FALSE;
  gint64 customer_id;
  int status;

  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  if (by != NULL)
    arrears_desk_set_actor (desk, by);
  customer_id = arrears_account_find (desk, code, &error);
  if (customer_id != 0)
    is_marked = note != NULL ? arrears_today_complete (desk, customer_id, by, note, &error)
                             : arrears_today_acknowledge (desk, customer_id, by, &error);
  return is_marked ? ARREARS_EXIT_DONE : arrears_cli_fail (error);
}

int
arrears_command_seen (ArrearsCli *cli, int argc, char **argv)
{
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { NULL },
  };

  if (!arrears_cli_parse (entries, "CODE [--by NAME]", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  return mark_crossing (cli, argv[1], by, NULL);
}

int
arrears_command_done (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "CODE --note N [--by NAME]";
  g_autofree char *note = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { NULL },
  };

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (note == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  return mark_crossing (cli, argv[1], by, note);
}
