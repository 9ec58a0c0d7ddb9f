/* arrears-cli-measures.c: commands on late accounts: dispute, pause, promise and their ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"

#include "arrears-account-page.h"
#include "arrears-cli-output.h"
#include "arrears-disputes.h"
#include "arrears-pauses.h"
#include "arrears-promises.h"
#include "arrears-words-measures.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

void
arrears_measure_texts_clear (ArrearsMeasureTexts *texts)
{
  g_free (texts->amount);
  g_free (texts->by);
  g_free (texts->channel);
  g_free (texts->code);
  g_free (texts->due);
  g_free (texts->invoice);
  g_free (texts->kind);
  g_free (texts->note);
  g_free (texts->number);
  g_free (texts->on);
  g_free (texts->reason);
  g_free (texts->relief);
  g_free (texts->replaces);
  g_free (texts->review);
  g_free (texts->until);
}

gboolean
arrears_measure_read_amount (const char *option, const char *text, ArrearsMoney *amount,
                             int *status)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || arrears_money_parse (text, amount, &error))
    return TRUE;
  *status = arrears_cli_fail_option (option, error);
  return FALSE;
}

gboolean
arrears_measure_read_day (const char *option, const char *text, ArrearsDay *day, int *status)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || arrears_day_parse (text, ARREARS_DAY_ORDER_YMD, day, &error))
    return TRUE;
  *status = arrears_cli_fail_option (option, error);
  return FALSE;
}

gboolean
arrears_measure_read_id (const char *text, gint64 *id, int *status)
{
  g_autoptr (GError) error = NULL;
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    {
      *id = (gint64) number;
      return TRUE;
    }
  error = g_error_new (ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                       "expected the number of an entry, 1 or more");
  *status = arrears_cli_fail_option (text, error);
  return FALSE;
}

ArrearsDesk *
arrears_measure_open (ArrearsCli *cli, const char *code, gint64 *customer_id, int *status)
{
  g_autoptr (ArrearsDesk) desk = arrears_cli_open (cli, status);
  g_autoptr (GError) error = NULL;

  if (desk == NULL || code == NULL)
    return g_steal_pointer (&desk);
  *customer_id = arrears_account_find (desk, code, &error);
  if (*customer_id != 0)
    return g_steal_pointer (&desk);
  *status = arrears_cli_fail (error);
  return NULL;
}

int
arrears_measure_print_id (ArrearsCli *cli, gint64 id, const GError *error)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Entry"), TRUE }, { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (id == 0)
    return arrears_cli_fail (error);
  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "id", id);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
  return ARREARS_EXIT_DONE;
}

int
arrears_measure_run_ending (ArrearsCli *cli, int argc, char **argv, gboolean needs_reason,
                            ArrearsMeasureEnding end)
{
  g_autofree char *why = NULL;
  const GOptionEntry entries[] = {
    { needs_reason ? "reason" : "note", 0, 0, G_OPTION_ARG_STRING, &why, NULL, NULL },
    { NULL },
  };
  const char *operands = needs_reason ? "ID --reason R" : "ID [--note N]";
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (needs_reason && why == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_id (argv[1], &id, &status))
    return status;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  return end (desk, id, why, &error) ? ARREARS_EXIT_DONE : arrears_cli_fail (error);
}

int
arrears_command_dispute (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, reason), ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, review), ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, note),   { NULL },
  };
  const char *operands = "INVOICE --reason quality|quantity|price|delivery|billing|other "
                         "[--amount A] [--review D] [--on D] [--note N]";
  g_autoptr (ArrearsDispute) dispute = arrears_dispute_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.reason == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_amount ("--amount", texts.amount, &dispute->amount, &status)
      || !arrears_measure_read_day ("--review", texts.review, &dispute->review_on, &status)
      || !arrears_measure_read_day ("--on", texts.on, &dispute->from_on, &status))
    return status;
  arrears_record_set_text (&dispute->invoice_number, argv[1]);
  arrears_record_set_text (&dispute->reason, texts.reason);
  arrears_record_set_text (&dispute->note, texts.note);
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  id = arrears_disputes_raise (desk, dispute, &error);
  return arrears_measure_print_id (cli, id, error);
}

int
arrears_command_dispute_end (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, number),
    ARREARS_MEASURE_OPTION (texts, note),
    { NULL },
  };
  const char *operands = "ID credited|rejected|withdrawn [--amount A --number N] [--note N]";
  ArrearsDisputeOutcome outcome = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!arrears_measure_read_id (argv[1], &id, &status)
      || !arrears_measure_read_amount ("--amount", texts.amount, &outcome.amount, &status))
    return status;
  outcome.how = argv[2];
  outcome.credit_note_number = texts.number;
  outcome.note = texts.note;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_disputes_end (desk, id, &outcome, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_pause (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, kind),   ARREARS_MEASURE_OPTION (texts, until),
    ARREARS_MEASURE_OPTION (texts, reason), ARREARS_MEASURE_OPTION (texts, invoice),
    ARREARS_MEASURE_OPTION (texts, relief), { NULL },
  };
  const char *operands = "CODE --kind agreed|hardship|force_majeure --until D --reason R "
                         "[--invoice NUMBER] [--relief R]";
  g_autoptr (ArrearsPause) pause = arrears_pause_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.kind == NULL || texts.until == NULL || texts.reason == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_day ("--until", texts.until, &pause->until_on, &status))
    return status;
  arrears_record_set_text (&pause->kind, texts.kind);
  arrears_record_set_text (&pause->reason, texts.reason);
  arrears_record_set_text (&pause->invoice_number, texts.invoice);
  desk = arrears_measure_open (cli, argv[1], &pause->customer_id, &status);
  if (desk == NULL)
    return status;
  id = arrears_pauses_begin (desk, pause, texts.relief, &error);
  return arrears_measure_print_id (cli, id, error);
}

int
arrears_command_pause_end (ArrearsCli *cli, int argc, char **argv)
{
  return arrears_measure_run_ending (cli, argc, argv, FALSE, arrears_pauses_end);
}

static gboolean
read_promise (const ArrearsMeasureTexts *texts, ArrearsPromise *promise, int *status)
{
  arrears_record_set_text (&promise->invoice_number, texts->invoice);
  arrears_record_set_text (&promise->promised_by, texts->by);
  arrears_record_set_text (&promise->channel, texts->channel);
  arrears_record_set_text (&promise->note, texts->note);
  return arrears_measure_read_amount ("--amount", texts->amount, &promise->amount, status)
         && arrears_measure_read_day ("--due", texts->due, &promise->due_on, status)
         && arrears_measure_read_day ("--on", texts->on, &promise->from_on, status);
}

static int
give_promise (ArrearsCli *cli, ArrearsDesk *desk, ArrearsPromise *promise, gint64 replaced_id)
{
  g_autoptr (GError) error = NULL;
  ArrearsPromiseWarnings warnings;
  gint64 id;

  if (!arrears_promises_check (desk, promise, &warnings, &error))
    return arrears_cli_fail (error);
  if (replaced_id != 0)
    warnings &= ~ARREARS_PROMISE_WARNING_RUNNING;
  id = arrears_promises_give (desk, promise, replaced_id, &error);
  for (int warning = ARREARS_PROMISE_WARNING_EXCEEDS;
       id != 0 && warning <= ARREARS_PROMISE_WARNING_BROKEN; warning <<= 1)
    if (warnings & warning)
      fprintf (stderr, "arrears-cli: %s\n",
               arrears_words_get_for_promise_warning ((ArrearsPromiseWarnings) warning));
  return arrears_measure_print_id (cli, id, error);
}

int
arrears_command_promise (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, due),
    ARREARS_MEASURE_OPTION (texts, invoice),
    ARREARS_MEASURE_OPTION (texts, by),
    ARREARS_MEASURE_OPTION (texts, channel),
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, note),
    ARREARS_MEASURE_OPTION (texts, replaces),
    { NULL },
  };
  const char *operands = "CODE --amount A --due D [--invoice NUMBER] [--by WHO] [--channel WORD] "
                         "[--on D] [--note N] [--replaces ID]";
  g_autoptr (ArrearsPromise) promise = arrears_promise_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  gint64 replaced_id = 0;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.amount == NULL || texts.due == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!read_promise (&texts, promise, &status)
      || !arrears_measure_read_id (texts.replaces, &replaced_id, &status))
    return status;
  desk = arrears_measure_open (cli, argv[1], &promise->customer_id, &status);
  return desk != NULL ? give_promise (cli, desk, promise, replaced_id) : status;
}

int
arrears_command_promise_end (ArrearsCli *cli, int argc, char **argv)
{
  return arrears_measure_run_ending (cli, argc, argv, FALSE, arrears_promises_withdraw);
}
