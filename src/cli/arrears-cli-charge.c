/* arrears-cli-charge.c: the late charge of one debt, with its steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-output.h"
#include "arrears-late-charge.h"
#include "arrears-tables.h"
#include "arrears-words-receipts.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The texts of the options as they were given. */
typedef struct
{
  char *amount;
  char *due;
  char *until;
  char *rate;
  char *cap;
  char **paid;
  int grace;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_free (texts->amount);
  g_free (texts->due);
  g_free (texts->until);
  g_free (texts->rate);
  g_free (texts->cap);
  g_strfreev (texts->paid);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

/* D=A */
static gboolean
parse_paid (const char *text, ArrearsChargePayment *payment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "%s: expected DAY=AMOUNT, such as 2025-03-31=50000", text);
      return FALSE;
    }
  return arrears_day_parse (parts[0], ARREARS_DAY_ORDER_YMD, &payment->on, error)
         && arrears_money_parse (parts[1], &payment->amount, error);
}

static gboolean
parse_terms (const Texts *texts, ArrearsChargeTerms *terms, GError **error)
{
  if (!arrears_charge_terms_parse (texts->rate, terms, error))
    return FALSE;
  if (texts->grace < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "--grace %d: expected 0 days or more", texts->grace);
      return FALSE;
    }
  terms->grace_days = texts->grace;
  return texts->cap == NULL || arrears_rate_parse (texts->cap, &terms->cap, error);
}

static gboolean
parse_case (const Texts *texts, ArrearsChargeCase *charge_case, GArray *payments, GError **error)
{
  if (!arrears_money_parse (texts->amount, &charge_case->amount, error)
      || !arrears_day_parse (texts->due, ARREARS_DAY_ORDER_YMD, &charge_case->due_on, error)
      || !arrears_day_parse (texts->until, ARREARS_DAY_ORDER_YMD, &charge_case->until, error))
    return FALSE;
  for (guint i = 0; texts->paid != NULL && texts->paid[i] != NULL; i++)
    {
      ArrearsChargePayment payment = { 0 };

      if (!parse_paid (texts->paid[i], &payment, error))
        return FALSE;
      g_array_append_val (payments, payment);
    }
  charge_case->payments = (const ArrearsChargePayment *) (gpointer) payments->data;
  charge_case->n_payments = payments->len;
  return TRUE;
}

static void
add_step (JsonBuilder *builder, const ArrearsChargeStep *step)
{
  g_autofree char *rate = arrears_rate_to_string (step->rate);

  json_builder_begin_object (builder);
  arrears_output_add_day (builder, "from", step->from);
  arrears_output_add_day (builder, "to", step->to);
  arrears_output_add_number (builder, "days", step->days);
  arrears_output_add_money (builder, "base", step->base);
  arrears_output_add_text (builder, "rate", rate);
  arrears_output_add_number (builder, "year_days", step->year_days);
  arrears_output_add_money (builder, "amount", step->amount);
  json_builder_end_object (builder);
}

static void
print_charge (ArrearsCli *cli, const ArrearsLateCharge *charge)
{
  static const ArrearsColumn head[] = {
    { "charge", N_("Late charge"), TRUE },
    { "capped", N_("Cut to the agreed ceiling"), FALSE },
    { NULL },
  };
  static const ArrearsColumn columns[] = {
    { "from", N_("From (not counted)"), FALSE },
    { "to", N_("To"), FALSE },
    { "days", N_("Days"), TRUE },
    { "base", N_("Principal"), TRUE },
    { "rate", N_("Rate"), TRUE },
    { "year_days", N_("Days of a year (0: a daily rate)"), TRUE },
    { "amount", N_("Amount"), TRUE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_money (builder, "charge", charge->charge);
  arrears_output_add_boolean (builder, "capped", charge->is_capped);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < charge->steps->len; i++)
    add_step (builder, &g_array_index (charge->steps, ArrearsChargeStep, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, head);
  if (cli->format != ARREARS_FORMAT_JSON)
    arrears_output_print_list (cli, builder, "steps", columns);
}

static void
print_warnings (const ArrearsLateCharge *charge)
{
  for (guint bit = 0; 1u << bit <= ARREARS_CHARGE_WARNING_TABLE_ENDED; bit++)
    if (charge->warnings & (1u << bit))
      fprintf (stderr, "arrears-cli: %s\n",
               arrears_words_get_for_charge_warning ((ArrearsChargeWarnings) (1u << bit)));
}

static int
compute_charge (ArrearsCli *cli, const ArrearsChargeCase *charge_case,
                const ArrearsChargeTerms *terms)
{
  g_autoptr (ArrearsRateTable) lpr = arrears_tables_load_lpr ();
  g_autoptr (ArrearsRateTable) benchmark = arrears_tables_load_benchmark ();
  const ArrearsRateTables tables = { .lpr = lpr, .benchmark = benchmark };
  g_auto (ArrearsLateCharge) charge = { 0 };
  g_autoptr (GError) error = NULL;

  if (!arrears_late_charge_compute (charge_case, terms, &tables, &charge, &error))
    return arrears_cli_fail (error);
  print_charge (cli, &charge);
  print_warnings (&charge);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_charge (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (Texts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "amount", 0, 0, G_OPTION_ARG_STRING, &texts.amount, NULL, NULL },
    { "due", 0, 0, G_OPTION_ARG_STRING, &texts.due, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &texts.until, NULL, NULL },
    { "paid", 0, 0, G_OPTION_ARG_STRING_ARRAY, &texts.paid, NULL, NULL },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &texts.rate, NULL, NULL },
    { "grace", 0, 0, G_OPTION_ARG_INT, &texts.grace, NULL, NULL },
    { "cap", 0, 0, G_OPTION_ARG_STRING, &texts.cap, NULL, NULL },
    { NULL },
  };
  const char *operands = "--amount A --due D --until D [--paid D=A ...] "
                         "--rate daily:R|annual:R|lpr:M|sme|fixed:A|none [--grace N] [--cap R]";
  g_autoptr (GArray) payments = g_array_new (FALSE, TRUE, sizeof (ArrearsChargePayment));
  ArrearsChargeCase charge_case = { 0 };
  ArrearsChargeTerms terms;
  g_autoptr (GError) error = NULL;

  if (!arrears_cli_parse (entries, operands, 0, 0, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.amount == NULL || texts.due == NULL || texts.until == NULL || texts.rate == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!parse_case (&texts, &charge_case, payments, &error)
      || !parse_terms (&texts, &terms, &error))
    return arrears_cli_fail (error);
  return compute_charge (cli, &charge_case, &terms);
}
