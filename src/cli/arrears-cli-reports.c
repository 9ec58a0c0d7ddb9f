/* arrears-cli-reports.c: commands that only read: flags, aging
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-aging-report.h"
#include "arrears-cli-output.h"
#include "arrears-flags.h"
#include "arrears-words-policy.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>

static void
add_flag (JsonBuilder *builder, ArrearsAccount *account)
{
  g_autofree char *reason = arrears_words_describe_flag (account->days_overdue, account->counted,
                                                         account->oldest_invoice);

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "customer", account->code);
  arrears_output_add_text (builder, "name", account->name);
  arrears_output_add_number (builder, "stage", account->stage);
  arrears_output_add_text (builder, "stage_name", arrears_words_get_for_account_stage (account));
  arrears_output_add_day (builder, "crossed_on", account->crossed_on);
  arrears_output_add_number (builder, "days_overdue", account->days_overdue);
  arrears_output_add_money (builder, "overdue", account->overdue);
  arrears_output_add_text (builder, "reason", reason);
  arrears_output_add_boolean (builder, "paused", account->is_paused);
  json_builder_end_object (builder);
}

int
arrears_command_flags (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "customer", N_("Code"), FALSE },        { "name", N_("Customer"), FALSE },
    { "stage_name", N_("Stage"), FALSE },     { "crossed_on", N_("Since"), FALSE },
    { "days_overdue", N_("Days"), TRUE },     { "overdue", N_("Overdue"), TRUE },
    { "reason", N_("Reason"), FALSE },        { NULL },
  };
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, "", 0, 0, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  flags = arrears_flags_list (desk, &error);
  if (flags == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < flags->len; i++)
    add_flag (builder, g_ptr_array_index (flags, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

/* As JSON the amounts are an array; tables and CSV have a member for each bucket beside it. */
static void
add_amounts (ArrearsCli *cli, JsonBuilder *builder, const char *member, const ArrearsAging *aging)
{
  if (cli->format == ARREARS_FORMAT_JSON)
    {
      json_builder_set_member_name (builder, member);
      json_builder_begin_array (builder);
      for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
        {
          g_autofree char *text = arrears_money_to_string (aging->amounts[i]);

          json_builder_add_string_value (builder, text);
        }
      json_builder_end_array (builder);
      return;
    }
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    arrears_output_add_money (builder, arrears_aging_bucket_to_word ((ArrearsAgingBucket) i),
                              aging->amounts[i]);
}

static void
add_aging_row (ArrearsCli *cli, JsonBuilder *builder, const ArrearsAgingRow *row)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "customer", row->customer_code);
  arrears_output_add_text (builder, "name", row->customer_name);
  if (row->invoice_number != NULL)
    arrears_output_add_text (builder, "invoice", row->invoice_number);
  add_amounts (cli, builder, "amounts", &row->aging);
  arrears_output_add_money (builder, "total", row->aging.total);
  json_builder_end_object (builder);
}

/* A table closes with the totals as a row of its own. */
static void
add_total_row (ArrearsCli *cli, JsonBuilder *builder, const ArrearsAging *totals)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "customer", _("Total"));
  add_amounts (cli, builder, "amounts", totals);
  arrears_output_add_money (builder, "total", totals->total);
  json_builder_end_object (builder);
}

static void
add_aging_report (ArrearsCli *cli, JsonBuilder *builder, const ArrearsAgingReport *report)
{
  json_builder_begin_object (builder);
  arrears_output_add_day (builder, "as_of", cli->as_of);
  json_builder_set_member_name (builder, "buckets");
  json_builder_begin_array (builder);
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    json_builder_add_string_value (builder,
                                   arrears_aging_bucket_to_word ((ArrearsAgingBucket) i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->rows->len; i++)
    add_aging_row (cli, builder, g_ptr_array_index (report->rows, i));
  if (cli->format != ARREARS_FORMAT_JSON)
    add_total_row (cli, builder, &report->totals);
  json_builder_end_array (builder);
  add_amounts (cli, builder, "totals", &report->totals);
  arrears_output_add_money (builder, "total", report->totals.total);
  json_builder_end_object (builder);
}

/* Code, name and, by invoice, its number; a column for each bucket; the total. */
static void
fill_aging_columns (ArrearsColumn *columns, gboolean by_invoice)
{
  guint n = 0;

  columns[n++] = (ArrearsColumn) { "customer", N_("Code"), FALSE };
  columns[n++] = (ArrearsColumn) { "name", N_("Customer"), FALSE };
  if (by_invoice)
    columns[n++] = (ArrearsColumn) { "invoice", N_("Invoice"), FALSE };
  for (int i = 0; i < ARREARS_AGING_N_BUCKETS; i++)
    columns[n++] = (ArrearsColumn) { arrears_aging_bucket_to_word ((ArrearsAgingBucket) i),
                                     arrears_words_get_for_bucket (i), TRUE };
  columns[n] = (ArrearsColumn) { "total", N_("Total"), TRUE };
}

int
arrears_command_aging (ArrearsCli *cli, int argc, char **argv)
{
  const char *operands = "[--by customer|invoice]";
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { NULL },
  };
  ArrearsColumn columns[ARREARS_AGING_N_BUCKETS + 5] = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsAgingReport) report = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gboolean by_invoice;
  int status;

  if (!arrears_cli_parse (entries, operands, 0, 0, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (by != NULL && !g_str_equal (by, "customer") && !g_str_equal (by, "invoice"))
    return arrears_cli_fail_usage (argv[0], operands);
  by_invoice = g_strcmp0 (by, "invoice") == 0;
  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  report = arrears_aging_report_run (desk, by_invoice, &error);
  if (report == NULL)
    return arrears_cli_fail (error);
  add_aging_report (cli, builder, report);
  fill_aging_columns (columns, by_invoice);
  arrears_output_print_list (cli, builder, "rows", columns);
  return ARREARS_EXIT_DONE;
}
