/* arrears-cli-debts.c: commands on debts: void, write-off, charge-left, split, due, cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-charge-left.h"
#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-invoices.h"
#include "arrears-receipts.h"
#include "arrears-words-receipts.h"
#include "arrears-write-off.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Prints what was done, as members that are texts: the last one's name is NULL. */
static int
print_done (ArrearsCli *cli, const ArrearsColumn *columns, const char *const *values)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (gsize i = 0; columns[i].heading != NULL; i++)
    arrears_output_add_text (builder, columns[i].member, values[i]);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
  return ARREARS_EXIT_DONE;
}

static gboolean
void_thing (ArrearsDesk *desk, const char *kind, const char *name, const char *reason, int *status)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (g_str_equal (kind, "invoice"))
    {
      if (arrears_invoices_void (desk, name, reason, &error))
        return TRUE;
    }
  else if (!arrears_measure_read_id (name, &id, status))
    return FALSE;
  else if (arrears_receipts_void (desk, id, reason, &error))
    return TRUE;
  *status = arrears_cli_fail (error);
  return FALSE;
}

int
arrears_command_void (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "kind", N_("Void"), FALSE },
    { "name", N_("Number"), FALSE },
    { NULL },
  };
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = { ARREARS_MEASURE_OPTION (texts, reason), { NULL } };
  const char *operands = "receipt ID | invoice NUMBER --reason R";
  g_autoptr (ArrearsDesk) desk = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.reason == NULL
      || (!g_str_equal (argv[1], "receipt") && !g_str_equal (argv[1], "invoice")))
    return arrears_cli_fail_usage (argv[0], operands);
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL || !void_thing (desk, argv[1], argv[2], texts.reason, &status))
    return status;
  return print_done (cli, columns, (const char *const[]) { argv[1], argv[2] });
}

/* The texts of write-off. */
typedef struct
{
  char *kind;
  char *condition;
  char *amount;
  char *reason;
} WriteOffTexts;

static void
clear_write_off_texts (WriteOffTexts *texts)
{
  g_free (texts->kind);
  g_free (texts->condition);
  g_free (texts->amount);
  g_free (texts->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WriteOffTexts, clear_write_off_texts)

/* Who names a condition on the command line says that its papers are there. */
static gboolean
write_off_bad_debt (ArrearsDesk *desk, const char *number, const WriteOffTexts *texts,
                    ArrearsMoney amount, GError **error)
{
  ArrearsBadDebtWriteOff write_off
      = { .invoice_number = number, .amount = amount, .reason = texts->reason };

  if (!arrears_bad_debt_condition_parse (texts->condition, &write_off.condition, error))
    return FALSE;
  write_off.confirmed = arrears_bad_debt_get_confirmable (write_off.condition);
  return arrears_write_off_bad_debt (desk, &write_off, error);
}

int
arrears_command_write_off (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "kind", N_("Kind"), FALSE },
    { "condition", N_("Condition"), FALSE },
    { NULL },
  };
  g_auto (WriteOffTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &texts.kind, NULL, NULL },
    { "condition", 0, 0, G_OPTION_ARG_STRING, &texts.condition, NULL, NULL },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &texts.amount, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &texts.reason, NULL, NULL },
    { NULL },
  };
  const char *operands = "INVOICE --kind cents|bad_debt [--condition insolvent|deceased|"
                         "three_years|restructured|force_majeure|prescribed] [--amount A] "
                         "--reason R";
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsMoney amount = ARREARS_MONEY_ZERO;
  gboolean is_bad_debt, is_done;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  is_bad_debt = g_strcmp0 (texts.kind, "bad_debt") == 0;
  if (texts.reason == NULL || (!is_bad_debt && g_strcmp0 (texts.kind, "cents") != 0)
      || is_bad_debt != (texts.condition != NULL) || (!is_bad_debt && texts.amount != NULL))
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_amount ("--amount", texts.amount, &amount, &status))
    return status;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  is_done = is_bad_debt ? write_off_bad_debt (desk, argv[1], &texts, amount, &error)
                        : arrears_write_off_cents (desk, argv[1], texts.reason, &error);
  if (!is_done)
    return arrears_cli_fail (error);
  if (is_bad_debt)
    fprintf (stderr, "arrears-cli: %s\n", arrears_words_get_for_bad_debt ());
  return print_done (cli, columns,
                     (const char *const[]) { argv[1], texts.kind,
                                             is_bad_debt ? texts.condition : "" });
}

static int
list_left (ArrearsCli *cli, const char *code)
{
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "due_on", N_("Due on"), FALSE },
    { "late_charge", N_("Late charge left"), TRUE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id = 0;
  int status;

  desk = arrears_measure_open (cli, code, &customer_id, &status);
  if (desk == NULL)
    return status;
  left = arrears_charge_left_list (desk, customer_id, &error);
  if (left == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < left->len; i++)
    {
      ArrearsInvoice *invoice = g_ptr_array_index (left, i);

      json_builder_begin_object (builder);
      arrears_output_add_text (builder, "invoice", invoice->number);
      arrears_output_add_day (builder, "due_on", invoice->due_on);
      arrears_output_add_money (builder, "late_charge", invoice->charge);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_charge_left (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "decision", N_("Decision"), FALSE },
    { NULL },
  };
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = { ARREARS_MEASURE_OPTION (texts, reason), { NULL } };
  const char *operands = "CODE | INVOICE keep|waive|write_off --reason R";
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsChargeFate fate;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (argc == 2 && texts.reason == NULL)
    return list_left (cli, argv[1]);
  if (argc == 2 || texts.reason == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_charge_fate_parse (argv[2], &fate, &error))
    return arrears_cli_fail (error);
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_charge_left_decide (desk, argv[1], fate, texts.reason, &error))
    return arrears_cli_fail (error);
  return print_done (cli, columns, (const char *const[]) { argv[1], argv[2] });
}

/* DAY=AMOUNT */
static gboolean
parse_instalment (const char *text, ArrearsInstalment *instalment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "%s: expected DAY=AMOUNT, such as 2026-03-31=50000", text);
      return FALSE;
    }
  return arrears_day_parse (parts[0], ARREARS_DAY_ORDER_YMD, &instalment->due_on, error)
         && arrears_money_parse (parts[1], &instalment->amount, error);
}

static int
print_instalments (ArrearsCli *cli, const char *number, const GArray *instalments)
{
  static const ArrearsColumn columns[] = {
    { "number", N_("Invoice"), FALSE },
    { "due_on", N_("Due on"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "invoice", number);
  json_builder_set_member_name (builder, "instalments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < instalments->len; i++)
    {
      const ArrearsInstalment *instalment = &g_array_index (instalments, ArrearsInstalment, i);
      g_autofree char *part = g_strdup_printf ("%s/%u", number, i + 1);

      json_builder_begin_object (builder);
      arrears_output_add_text (builder, "number", part);
      arrears_output_add_day (builder, "due_on", instalment->due_on);
      arrears_output_add_money (builder, "amount", instalment->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  arrears_output_print_list (cli, builder, "instalments", columns);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_split (ArrearsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (GArray) instalments = g_array_new (FALSE, TRUE, sizeof (ArrearsInstalment));
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, "INVOICE DAY=AMOUNT DAY=AMOUNT ...", 3, G_MAXINT, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  for (int i = 2; i < argc; i++)
    {
      ArrearsInstalment instalment = { 0 };

      if (!parse_instalment (argv[i], &instalment, &error))
        return arrears_cli_fail (error);
      g_array_append_val (instalments, instalment);
    }
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_invoices_split (desk, argv[1],
                               (const ArrearsInstalment *) (gpointer) instalments->data,
                               instalments->len, &error))
    return arrears_cli_fail (error);
  return print_instalments (cli, argv[1], instalments);
}

int
arrears_command_due (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "due_on", N_("Due on"), FALSE },
    { NULL },
  };
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, reason),
    { NULL },
  };
  const char *operands = "INVOICE --on D --reason R";
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  ArrearsDay due_on;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.on == NULL || texts.reason == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_day ("--on", texts.on, &due_on, &status))
    return status;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_invoices_change_due_day (desk, argv[1], due_on, texts.reason, &error))
    return arrears_cli_fail (error);
  printed = arrears_day_to_string (due_on);
  return print_done (cli, columns, (const char *const[]) { argv[1], printed });
}

int
arrears_command_cost (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { "on", N_("Day"), FALSE },
    { NULL },
  };
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, note),
    { NULL },
  };
  const char *operands = "INVOICE --amount A --on D --note N";
  ArrearsCostOfInvoice cost = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *on = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.amount == NULL || texts.on == NULL || texts.note == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_amount ("--amount", texts.amount, &cost.amount, &status)
      || !arrears_measure_read_day ("--on", texts.on, &cost.on, &status))
    return status;
  cost.number = argv[1];
  cost.note = texts.note;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_invoices_enter_cost (desk, &cost, &error))
    return arrears_cli_fail (error);
  amount = arrears_money_to_string (cost.amount);
  on = arrears_day_to_string (cost.on);
  return print_done (cli, columns, (const char *const[]) { argv[1], amount, on });
}
