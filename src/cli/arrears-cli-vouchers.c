/* arrears-cli-vouchers.c: commands on files that are kept with the books
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"

#include "arrears-cli-output.h"
#include "arrears-vouchers.h"
#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

/* A table shows people what the kind is called; programs get the word. */
static void
add_voucher (ArrearsCli *cli, JsonBuilder *builder, ArrearsVoucher *voucher)
{
  const char *kind = cli->format == ARREARS_FORMAT_TABLE
                         ? arrears_words_get_for_term (ARREARS_TERM_VOUCHER_KIND, voucher->kind)
                         : voucher->kind;

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "id", voucher->id);
  arrears_output_add_text (builder, "kind", kind);
  arrears_output_add_text (builder, "name", voucher->name);
  arrears_output_add_day (builder, "on", voucher->from_on);
  arrears_output_add_text (builder, "contract", voucher->contract_number);
  arrears_output_add_text (builder, "invoice", voucher->invoice_number);
  arrears_output_add_number (builder, "entry", voucher->log_entry_id);
  arrears_output_add_text (builder, "media_type", voucher->media_type);
  arrears_output_add_number (builder, "bytes", voucher->n_bytes);
  arrears_output_add_text (builder, "sha256", voucher->sha256);
  arrears_output_add_text (builder, "note", voucher->note);
  json_builder_end_object (builder);
}

static void
print_added (ArrearsCli *cli, ArrearsVoucher *voucher)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Voucher"), TRUE },
    { "name", N_("File"), FALSE },
    { "sha256", N_("SHA-256"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_voucher (cli, builder, voucher);
  arrears_output_print_object (cli, builder, columns);
}

/* What the voucher is to be kept with, as it was called on the command line. */
typedef struct
{
  char *customer;
  char *contract;
  char *invoice;
  char *entry;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->customer);
  g_free (place->contract);
  g_free (place->invoice);
  g_free (place->entry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static int
add_file (ArrearsCli *cli, const char *path, const Place *place, ArrearsVoucher *voucher)
{
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsVoucher) added = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_measure_read_id (place->entry, &voucher->log_entry_id, &status))
    return status;
  desk = arrears_measure_open (cli, place->customer, &voucher->customer_id, &status);
  if (desk == NULL)
    return status;
  arrears_record_set_text (&voucher->contract_number, place->contract);
  arrears_record_set_text (&voucher->invoice_number, place->invoice);
  added = arrears_vouchers_add_file (desk, voucher, path, &error);
  if (added == NULL)
    return arrears_cli_fail (error);
  print_added (cli, added);
  return ARREARS_EXIT_DONE;
}

static int
run_add (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  g_auto (Place) place = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, kind),
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, note),
    { "customer", 0, 0, G_OPTION_ARG_STRING, &place.customer, NULL, NULL },
    { "contract", 0, 0, G_OPTION_ARG_STRING, &place.contract, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &place.invoice, NULL, NULL },
    { "entry", 0, 0, G_OPTION_ARG_STRING, &place.entry, NULL, NULL },
    { NULL },
  };
  const char *operands = "add FILE --kind contract|order|delivery_note|receipt_slip|fapiao|photo|"
                         "other --customer CODE|--contract N|--invoice N|--entry ID [--on D] "
                         "[--note N]";
  g_autoptr (ArrearsVoucher) voucher = arrears_voucher_new ();
  int status;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.kind == NULL
      || (place.customer == NULL && place.contract == NULL && place.invoice == NULL
          && place.entry == NULL))
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_day ("--on", texts.on, &voucher->from_on, &status))
    return status;
  arrears_record_set_text (&voucher->kind, texts.kind);
  arrears_record_set_text (&voucher->note, texts.note);
  return add_file (cli, argv[2], &place, voucher);
}

static int
run_list (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Voucher"), TRUE },
    { "kind", N_("Kind"), FALSE },
    { "name", N_("File"), FALSE },
    { "on", N_("Added on"), FALSE },
    { "contract", N_("Contract"), FALSE },
    { "invoice", N_("Invoice"), FALSE },
    { "bytes", N_("Bytes"), TRUE },
    { NULL },
  };
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) vouchers = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, "list CODE", 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_measure_open (cli, argv[2], &customer_id, &status);
  if (desk == NULL)
    return status;
  vouchers = arrears_vouchers_list (desk, customer_id, &error);
  if (vouchers == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < vouchers->len; i++)
    add_voucher (cli, builder, g_ptr_array_index (vouchers, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

static int
run_export (ArrearsCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  const char *operands = "export ID -o FILE";
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (path == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_id (argv[2], &id, &status))
    return status;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_vouchers_export (desk, id, path, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

static int
run_end (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = { ARREARS_MEASURE_OPTION (texts, reason), { NULL } };
  const char *operands = "end ID mistaken|replaced --reason R";
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 3, 3, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.reason == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_id (argv[2], &id, &status))
    return status;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_vouchers_end (desk, id, argv[3], texts.reason, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_voucher (ArrearsCli *cli, int argc, char **argv)
{
  static const struct
  {
    const char *name;
    ArrearsCommandFunc run;
  } acts[] = {
    { "add", run_add },
    { "list", run_list },
    { "export", run_export },
    { "end", run_end },
  };

  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (argv[1], acts[i].name))
      return acts[i].run (cli, argc, argv);
  return arrears_cli_fail_usage (argv[0], "add|list|export|end [...]");
}

/* The words of what is missing, and their names in a line for people. */
static void
add_missing (JsonBuilder *builder, ArrearsPaperSet missing)
{
  g_autoptr (GString) names = g_string_new (NULL);

  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ARREARS_N_PAPERS; i++)
    if (arrears_paper_set_has (missing, (ArrearsPaper) i))
      {
        const char *word = arrears_paper_to_word ((ArrearsPaper) i);

        json_builder_begin_object (builder);
        arrears_output_add_text (builder, "paper", word);
        arrears_output_add_text (
            builder, "needed_for",
            arrears_evidence_group_to_word (arrears_paper_get_group ((ArrearsPaper) i)));
        json_builder_end_object (builder);
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                arrears_words_get_for_term (ARREARS_TERM_PAPER, word));
      }
  json_builder_end_array (builder);
  arrears_output_add_text (builder, "missing_names", names->str);
}

static void
add_papers (JsonBuilder *builder, ArrearsInvoicePapers *papers)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "customer", papers->customer_code);
  arrears_output_add_text (builder, "name", papers->customer_name);
  arrears_output_add_text (builder, "invoice", papers->invoice_number);
  arrears_output_add_day (builder, "due_on", papers->due_on);
  arrears_output_add_money (builder, "open", papers->open);
  add_missing (builder, (ArrearsPaperSet) papers->missing);
  json_builder_end_object (builder);
}

int
arrears_command_vouchers_missing (ArrearsCli *cli, int argc, char **argv)
{
  static const ArrearsColumn columns[] = {
    { "customer", N_("Code"), FALSE },
    { "name", N_("Customer"), FALSE },
    { "invoice", N_("Invoice"), FALSE },
    { "due_on", N_("Due"), FALSE },
    { "open", N_("Open"), TRUE },
    { "missing_names", N_("Missing"), FALSE },
    { NULL },
  };
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gint64 customer_id = 0;
  int status;

  if (!arrears_cli_parse (entries, "[CODE]", 0, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_measure_open (cli, argc > 1 ? argv[1] : NULL, &customer_id, &status);
  if (desk == NULL)
    return status;
  missing = arrears_vouchers_load_missing (desk, customer_id, &error);
  if (missing == NULL)
    return arrears_cli_fail (error);
  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->len; i++)
    add_papers (builder, g_ptr_array_index (missing, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}
