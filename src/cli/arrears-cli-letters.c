/* arrears-cli-letters.c: the command that issues a letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-page.h"
#include "arrears-cli-output.h"
#include "arrears-letter.h"

#include <glib/gi18n-lib.h>

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
