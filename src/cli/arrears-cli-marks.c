/* arrears-cli-marks.c: commands on what holds of an account: mark, credit, owner, people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"

#include "arrears-cli-output.h"
#include "arrears-crediting.h"
#include "arrears-marks.h"
#include "arrears-ownership.h"
#include "arrears-words-measures.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

int
arrears_command_mark (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, reason),
    ARREARS_MEASURE_OPTION (texts, until),
    ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, code),
    { NULL },
  };
  const char *operands = "CODE bad_faith|blacklisted|credit_hold|hold_override|lateness "
                         "[--reason R] [--until D] [--amount A] [--code WORD]";
  g_autoptr (ArrearsMark) mark = arrears_mark_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!arrears_measure_read_amount ("--amount", texts.amount, &mark->amount, &status)
      || !arrears_measure_read_day ("--until", texts.until, &mark->until_on, &status))
    return status;
  arrears_record_set_text (&mark->kind, argv[2]);
  arrears_record_set_text (&mark->code, texts.code);
  arrears_record_set_text (&mark->reason, texts.reason);
  desk = arrears_measure_open (cli, argv[1], &mark->customer_id, &status);
  if (desk == NULL)
    return status;
  id = arrears_marks_set (desk, mark, &error);
  return arrears_measure_print_id (cli, id, error);
}

int
arrears_command_unmark (ArrearsCli *cli, int argc, char **argv)
{
  return arrears_measure_run_ending (cli, argc, argv, TRUE, arrears_marks_end);
}

static void
print_credit (ArrearsCli *cli, const ArrearsCreditReport *report)
{
  static const ArrearsColumn columns[] = {
    { "answer", N_("Answer"), FALSE },
    { "limit", N_("Credit limit"), TRUE },
    { "balance", N_("Balance"), TRUE },
    { "balance_after", N_("Balance with the order"), TRUE },
    { "headroom", N_("Left of the limit"), TRUE },
    { "over_by", N_("Above the limit by"), TRUE },
    { "allowed_until", N_("Allowed until"), FALSE },
    { "hold_reason", N_("Why it is held"), FALSE },
    { "override_reason", N_("Why it is allowed"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *answer = arrears_words_describe_credit (&report->answer);

  json_builder_begin_object (builder);
  arrears_output_add_credit (builder, report);
  arrears_output_add_text (builder, "answer", answer);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
}

int
arrears_command_credit (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = { ARREARS_MEASURE_OPTION (texts, amount), { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsCreditReport) report = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsMoney amount = ARREARS_MONEY_ZERO;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, "CODE [--amount X]", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!arrears_measure_read_amount ("--amount", texts.amount, &amount, &status))
    return status;
  desk = arrears_measure_open (cli, argv[1], &customer_id, &status);
  if (desk == NULL)
    return status;
  report = arrears_credit_ask (desk, customer_id, amount, &error);
  if (report == NULL)
    return arrears_cli_fail (error);
  print_credit (cli, report);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_owner (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = { ARREARS_MEASURE_OPTION (texts, note), { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, "CODE NAME [--note N]", 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_measure_open (cli, argv[1], &customer_id, &status);
  if (desk == NULL)
    return status;
  if (!arrears_ownership_assign (desk, customer_id, argv[2], texts.note, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

static void
print_hand_over (ArrearsCli *cli, guint n_accounts)
{
  static const ArrearsColumn columns[] = {
    { "accounts", N_("Accounts handed over"), TRUE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "accounts", n_accounts);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
}

int
arrears_command_hand_over (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = { ARREARS_MEASURE_OPTION (texts, note), { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  guint n_accounts;
  int status;

  if (!arrears_cli_parse (entries, "FROM TO [--note N]", 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_ownership_hand_over (desk, argv[1], argv[2], texts.note, &n_accounts, &error))
    return arrears_cli_fail (error);
  print_hand_over (cli, n_accounts);
  return ARREARS_EXIT_DONE;
}

static void
add_person (JsonBuilder *builder, ArrearsPerson *person)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "name", person->name);
  arrears_output_add_number (builder, "accounts", person->n_accounts);
  arrears_output_add_number (builder, "overdue_accounts", person->n_overdue);
  arrears_output_add_money (builder, "balance", person->balance);
  arrears_output_add_money (builder, "overdue", person->overdue);
  arrears_output_add_number (builder, "promises_kept", person->n_promises_kept);
  arrears_output_add_number (builder, "promises_partly", person->n_promises_partly);
  arrears_output_add_number (builder, "promises_broken", person->n_promises_broken);
  arrears_output_add_number (builder, "acts", person->n_acts);
  json_builder_end_object (builder);
}

int
arrears_command_people (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "name", N_("Name"), FALSE },
    { "accounts", N_("Accounts"), TRUE },
    { "overdue_accounts", N_("Of these overdue"), TRUE },
    { "balance", N_("Balance"), TRUE },
    { "overdue", N_("Overdue"), TRUE },
    { "promises_kept", N_("Promises kept"), TRUE },
    { "promises_partly", N_("Partly kept"), TRUE },
    { "promises_broken", N_("Broken"), TRUE },
    { "acts", N_("Acts logged"), TRUE },
    { NULL },
  };
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, "", 0, 0, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  people = arrears_ownership_report (desk, &error);
  if (people == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    add_person (builder, g_ptr_array_index (people, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}
