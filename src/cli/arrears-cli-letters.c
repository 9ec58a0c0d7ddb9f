/* arrears-cli-letters.c: commands that act on one account: pay, letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-page.h"
#include "arrears-cli-output.h"
#include "arrears-letter.h"
#include "arrears-payment.h"

#include <glib/gi18n-lib.h>

static void
print_payment (ArrearsCli *cli, const ArrearsPaymentResult *result)
{
  static const ArrearsColumn head[] = {
    { "unapplied", N_("Not yet allocated"), TRUE },
    { NULL },
  };
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "amount", N_("Allocated"), TRUE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "allocated");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->parts->len; i++)
    {
      const ArrearsPaymentPart *part = g_ptr_array_index (result->parts, i);

      json_builder_begin_object (builder);
      arrears_output_add_text (builder, "invoice", part->invoice_number);
      arrears_output_add_money (builder, "amount", part->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  arrears_output_add_money (builder, "unapplied", result->unapplied);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, head);
  if (cli->format != ARREARS_FORMAT_JSON)
    arrears_output_print_list (cli, builder, "allocated", columns);
}

static int
record_payment (ArrearsCli *cli, const char *code, ArrearsPayment *payment)
{
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  payment->customer_id = arrears_account_find (desk, code, &error);
  if (payment->customer_id != 0)
    result = arrears_payment_record (desk, payment, &error);
  if (result == NULL)
    return arrears_cli_fail (error);
  print_payment (cli, result);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_pay (ArrearsCli *cli, int argc, char **argv)
{
  g_autofree char *amount = NULL;
  g_autofree char *on = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *invoice = NULL;
  const GOptionEntry entries[] = {
    { "amount", 0, 0, G_OPTION_ARG_STRING, &amount, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &reference, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &invoice, NULL, NULL },
    { NULL },
  };
  const char *operands = "CODE --amount A --on D [--reference R] [--invoice NUMBER]";
  ArrearsPayment payment = { 0 };
  g_autoptr (GError) error = NULL;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (amount == NULL || on == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_money_parse (amount, &payment.amount, &error))
    return arrears_cli_fail_option ("--amount", error);
  if (!arrears_day_parse (on, ARREARS_DAY_ORDER_YMD, &payment.on, &error))
    return arrears_cli_fail_option ("--on", error);
  payment.reference = reference;
  payment.invoice_number = invoice;
  return record_payment (cli, argv[1], &payment);
}

static void
print_letter (ArrearsCli *cli, ArrearsDocument *document, const char *path)
{
  static const ArrearsColumn columns[] = {
    { "number", N_("Number"), FALSE },
    { "file", N_("File"), FALSE },
    { "sha256", N_("SHA-256"), FALSE },
    { "pages", N_("Pages"), TRUE },
    { "signed", N_("Signed"), FALSE },
    { "claimed", N_("Principal claimed"), TRUE },
    { "late_charge", N_("Late charge"), TRUE },
    { "pay_by", N_("Pay by"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "number", document->number);
  arrears_output_add_text (builder, "file", path);
  arrears_output_add_text (builder, "sha256", document->sha256);
  arrears_output_add_number (builder, "pages", document->n_pages);
  arrears_output_add_boolean (builder, "signed", document->is_signed);
  arrears_output_add_money (builder, "claimed", document->claimed);
  arrears_output_add_money (builder, "late_charge", document->charge);
  arrears_output_add_day (builder, "pay_by", document->pay_by);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
}

static int
issue_letter (ArrearsCli *cli, const char *code, const ArrearsLetterOptions *options)
{
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  desk = arrears_cli_open (cli, &status);
  if (desk == NULL)
    return status;
  customer_id = arrears_account_find (desk, code, &error);
  if (customer_id != 0)
    document = arrears_letter_issue (desk, customer_id, options, &error);
  if (document == NULL)
    return arrears_cli_fail (error);
  print_letter (cli, document, options->output_path);
  return ARREARS_EXIT_DONE;
}

static int
refuse_kind (const char *kind)
{
  g_autoptr (GError) error
      = g_error_new (ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN, "%s: expected demand", kind);

  return arrears_cli_fail_option ("--kind", error);
}

int
arrears_command_letter (ArrearsCli *cli, int argc, char **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *identity = NULL;
  g_autofree char *password_file = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *output = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "sign", 0, 0, G_OPTION_ARG_FILENAME, &identity, NULL, NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, NULL, NULL },
    { "seal", 0, 0, G_OPTION_ARG_FILENAME, &seal, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { NULL },
  };
  const char *operands = "CODE --kind demand [--sign P12 --password-file F] [--seal PNG] "
                         "[--reason R] -o FILE.pdf";
  g_autofree char *password = NULL;
  g_autoptr (GError) error = NULL;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (kind == NULL || output == NULL || (identity != NULL) != (password_file != NULL))
    return arrears_cli_fail_usage (argv[0], operands);
  if (!g_str_equal (kind, "demand"))
    return refuse_kind (kind);
  if (password_file != NULL)
    {
      password = arrears_cli_read_password (password_file, &error);
      if (password == NULL)
        return arrears_cli_fail_option ("--password-file", error);
    }
  return issue_letter (cli, argv[1],
                       &(ArrearsLetterOptions) { .identity_path = identity,
                                                 .password = password,
                                                 .seal_path = seal,
                                                 .output_path = output,
                                                 .override_reason = reason });
}
