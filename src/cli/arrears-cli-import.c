/* arrears-cli-import.c: taking in a file of another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-output.h"
#include "arrears-import.h"
#include "arrears-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* The texts of the options as they were given. */
typedef struct
{
  char *map;
  char *dates;
  char *paid_on;
  gboolean is_dry_run;
  gboolean skips_bad;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_free (texts->map);
  g_free (texts->dates);
  g_free (texts->paid_on);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static gboolean
parse_kind (const char *word, ArrearsImportKind *kind)
{
  for (int i = ARREARS_IMPORT_CUSTOMERS; i <= ARREARS_IMPORT_PAYMENTS; i++)
    if (g_str_equal (word, arrears_import_kind_to_word ((ArrearsImportKind) i)))
      {
        *kind = (ArrearsImportKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_order (const char *word, ArrearsDayOrder *order)
{
  static const char *const words[] = { "", "ymd", "dmy", "mdy" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *order = (ArrearsDayOrder) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_paid_on (const char *text, ArrearsImportOptions *options, GError **error)
{
  if (g_str_equal (text, "due") || g_str_equal (text, "invoice"))
    {
      options->paid_rule = g_str_equal (text, "due") ? ARREARS_PAID_ON_DUE_DAY
                                                     : ARREARS_PAID_ON_ISSUE_DAY;
      return TRUE;
    }
  options->paid_rule = ARREARS_PAID_ON_DAY;
  return arrears_day_parse (text, ARREARS_DAY_ORDER_YMD, &options->paid_on, error);
}

/* One line for each fault: file, row, column, what stood there, what is wrong with it. */
static void
print_faults (const char *path, const ArrearsImportReport *report)
{
  for (guint i = 0; i < report->faults->len; i++)
    {
      const ArrearsImportFault *fault = g_ptr_array_index (report->faults, i);

      fprintf (stderr, "%s:%u: %s “%s”: %s%s (%s)\n", path, fault->row, fault->column, fault->text,
               fault->is_warning ? _("warning: ") : "", arrears_words_get_for_code (fault->code),
               fault->message);
    }
}

static void
add_faults (JsonBuilder *builder, const char *member, const ArrearsImportReport *report,
            gboolean warnings)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->faults->len; i++)
    {
      const ArrearsImportFault *fault = g_ptr_array_index (report->faults, i);

      if (fault->is_warning != warnings)
        continue;
      json_builder_begin_object (builder);
      arrears_output_add_number (builder, "row", fault->row);
      arrears_output_add_text (builder, "column", fault->column);
      arrears_output_add_text (builder, "text", fault->text);
      arrears_output_add_text (builder, "reason", arrears_words_get_for_code (fault->code));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_report (ArrearsCli *cli, const ArrearsImportReport *report)
{
  static const ArrearsColumn columns[] = {
    { "read", N_("Rows read"), TRUE },
    { "added", N_("Added"), TRUE },
    { "unchanged", N_("Unchanged"), TRUE },
    { "updated", N_("Updated"), TRUE },
    { "rejected_rows", N_("Faulty"), TRUE },
    { "left_out", N_("Totals and signatures left out"), TRUE },
    { "new_customers", N_("New customers"), TRUE },
    { "amount", N_("Amount"), TRUE },
    { "paid", N_("Amount paid"), TRUE },
    { "stated_amount", N_("Amount by the sheet's own total"), TRUE },
    { "stated_paid", N_("Amount paid by the sheet's own total"), TRUE },
    { "taken", N_("Taken into the ledger"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "read", report->n_read);
  arrears_output_add_number (builder, "added", report->n_added);
  arrears_output_add_number (builder, "unchanged", report->n_unchanged);
  arrears_output_add_number (builder, "updated", report->n_updated);
  add_faults (builder, "rejected", report, FALSE);
  add_faults (builder, "warnings", report, TRUE);
  arrears_output_add_number (builder, "rejected_rows", report->n_rejected);
  arrears_output_add_number (builder, "left_out", report->n_left_out);
  arrears_output_add_number (builder, "new_customers", report->n_new_customers);
  arrears_output_add_money (builder, "amount", report->amount);
  arrears_output_add_money (builder, "paid", report->paid);
  if (report->has_stated_amount)
    arrears_output_add_money (builder, "stated_amount", report->stated_amount);
  if (report->has_stated_paid)
    arrears_output_add_money (builder, "stated_paid", report->stated_paid);
  arrears_output_add_boolean (builder, "taken", report->is_taken);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
}

static void
on_import_progressed_cb (double fraction, gpointer user_data)
{
  fprintf (stderr, "\r%3d %%", (int) (fraction * 100));
}

static int
run_import (ArrearsCli *cli, ArrearsImport *import, const char *path,
            const ArrearsImportOptions *options, gboolean is_dry_run)
{
  gboolean is_watched = isatty (STDERR_FILENO);
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  report = arrears_import_run (import, desk, options, is_dry_run,
                               is_watched ? on_import_progressed_cb : NULL, NULL, &error);
  if (is_watched)
    fputs ("\r     \r", stderr);
  if (report == NULL)
    return arrears_cli_fail_option (path, error);
  print_faults (path, report);
  print_report (cli, report);
  return report->n_rejected > 0 && !options->skips_bad ? ARREARS_EXIT_REFUSED : ARREARS_EXIT_DONE;
}

int
arrears_command_import (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (Texts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_STRING, &texts.map, NULL, NULL },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &texts.dates, NULL, NULL },
    { "paid-on", 0, 0, G_OPTION_ARG_STRING, &texts.paid_on, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &texts.is_dry_run, NULL, NULL },
    { "skip-bad", 0, 0, G_OPTION_ARG_NONE, &texts.skips_bad, NULL, NULL },
    { NULL },
  };
  const char *operands = "customers|invoices|payments FILE [--map COLUMN=FIELD,...] "
                         "[--dates ymd|dmy|mdy] [--paid-on YYYY-MM-DD|due|invoice] "
                         "[--skip-bad] [--dry-run]";
  ArrearsImportOptions options = { 0 };
  g_autoptr (ArrearsImport) import = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsImportKind kind;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!parse_kind (argv[1], &kind)
      || (texts.dates != NULL && !parse_order (texts.dates, &options.day_order)))
    return arrears_cli_fail_usage (argv[0], operands);
  options.skips_bad = texts.skips_bad;
  if (texts.paid_on != NULL && !parse_paid_on (texts.paid_on, &options, &error))
    return arrears_cli_fail_option ("--paid-on", error);
  import = arrears_import_open (kind, argv[2], texts.map, &error);
  if (import == NULL)
    return arrears_cli_fail_option (argv[2], error);
  return run_import (cli, import, argv[2], &options, texts.is_dry_run);
}
