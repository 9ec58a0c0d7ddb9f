/* arrears-cli-receipts.c: commands on money: pay, receipts, allocate, refund, credit-note
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"
#include "arrears-cli-output.h"
#include "arrears-receipts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  MAX_RECEIPTS = 500,
};

static void
add_part (JsonBuilder *builder, const ArrearsPaymentPart *part, gboolean has_order)
{
  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "invoice", part->invoice_number);
  arrears_output_add_money (builder, "amount", part->amount);
  arrears_output_add_text (builder, "part", arrears_allocation_part_to_word (part->part));
  if (has_order)
    arrears_output_add_text (builder, "order", arrears_payment_order_to_word (part->order));
  json_builder_end_object (builder);
}

static void
add_parts (JsonBuilder *builder, GPtrArray *parts, gboolean has_order)
{
  json_builder_set_member_name (builder, "allocated");
  json_builder_begin_array (builder);
  for (guint i = 0; i < parts->len; i++)
    add_part (builder, g_ptr_array_index (parts, i), has_order);
  json_builder_end_array (builder);
}

/* What the payment leaves to be asked about: a charge, or a rest that may be written off. */
static void
add_leftovers (JsonBuilder *builder, GPtrArray *leftovers)
{
  json_builder_set_member_name (builder, "left");
  json_builder_begin_array (builder);
  for (guint i = 0; i < leftovers->len; i++)
    {
      const ArrearsPaymentLeftover *leftover = g_ptr_array_index (leftovers, i);

      json_builder_begin_object (builder);
      arrears_output_add_text (builder, "invoice", leftover->invoice_number);
      arrears_output_add_money (builder, "charge", leftover->charge);
      arrears_output_add_money (builder, "rest", leftover->rest);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static int
print_payment (ArrearsCli *cli, const ArrearsPaymentResult *result)
{
  static const ArrearsColumn head[] = {
    { "receipt", N_("Receipt"), TRUE },
    { "unapplied", N_("Not yet allocated"), TRUE },
    { NULL },
  };
  static const ArrearsColumn columns[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "part", N_("Part"), FALSE },
    { "amount", N_("Allocated"), TRUE },
    { "order", N_("Order of payment"), FALSE },
    { NULL },
  };
  static const ArrearsColumn left[] = {
    { "invoice", N_("Invoice"), FALSE },
    { "charge", N_("Late charge left"), TRUE },
    { "rest", N_("Rest of the principal"), TRUE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_parts (builder, result->parts, TRUE);
  arrears_output_add_money (builder, "unapplied", result->unapplied);
  if (result->receipt_id != 0)
    arrears_output_add_number (builder, "receipt", result->receipt_id);
  add_leftovers (builder, result->leftovers);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, result->receipt_id != 0 ? head : head + 1);
  if (cli->format == ARREARS_FORMAT_JSON)
    return ARREARS_EXIT_DONE;
  arrears_output_print_list (cli, builder, "allocated", columns);
  if (result->leftovers->len > 0)
    arrears_output_print_list (cli, builder, "left", left);
  return ARREARS_EXIT_DONE;
}

/* The options of pay and allocate. */
typedef struct
{
  char *amount;
  char *on;
  char *reference;
  char *invoice;
  char *order;
  char **allocate;
  GArray *shares; /* of ArrearsPaymentShare; the names point into `allocate` */
} PaymentTexts;

static void
clear_payment_texts (PaymentTexts *texts)
{
  g_free (texts->amount);
  g_free (texts->on);
  g_free (texts->reference);
  g_free (texts->invoice);
  g_free (texts->order);
  g_strfreev (texts->allocate);
  g_clear_pointer (&texts->shares, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PaymentTexts, clear_payment_texts)

/* INVOICE=AMOUNT, or INVOICE:charge=AMOUNT; cuts the text up. */
static gboolean
parse_share (char *text, ArrearsPaymentShare *share, GError **error)
{
  char *amount = strrchr (text, '=');
  char *part;

  if (amount == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "%s: expected INVOICE=AMOUNT, such as XS001=500 or XS001:charge=20", text);
      return FALSE;
    }
  *amount++ = '\0';
  part = strrchr (text, ':');
  if (part != NULL && arrears_allocation_part_parse (part + 1, &share->part, NULL))
    *part = '\0';
  share->invoice_number = text;
  return arrears_money_parse (amount, &share->amount, error);
}

static gboolean
parse_shares (PaymentTexts *texts, ArrearsPayment *payment, GError **error)
{
  texts->shares = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  for (guint i = 0; texts->allocate != NULL && texts->allocate[i] != NULL; i++)
    {
      ArrearsPaymentShare share = { 0 };

      if (!parse_share (texts->allocate[i], &share, error))
        return FALSE;
      g_array_append_val (texts->shares, share);
    }
  payment->shares = (const ArrearsPaymentShare *) (gpointer) texts->shares->data;
  payment->n_shares = texts->shares->len;
  return TRUE;
}

static gboolean
parse_payment (PaymentTexts *texts, ArrearsPayment *payment, int *status)
{
  g_autoptr (GError) error = NULL;

  if (!arrears_measure_read_amount ("--amount", texts->amount, &payment->amount, status)
      || !arrears_measure_read_day ("--on", texts->on, &payment->on, status))
    return FALSE;
  payment->reference = texts->reference;
  payment->invoice_number = texts->invoice;
  payment->has_order = texts->order != NULL;
  if (payment->has_order && !arrears_payment_order_parse (texts->order, &payment->order, &error))
    *status = arrears_cli_fail_option ("--order", error);
  else if (!parse_shares (texts, payment, &error))
    *status = arrears_cli_fail_option ("--allocate", error);
  else
    return TRUE;
  return FALSE;
}

int
arrears_command_pay (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (PaymentTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "amount", 0, 0, G_OPTION_ARG_STRING, &texts.amount, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &texts.on, NULL, NULL },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &texts.reference, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &texts.invoice, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &texts.order, NULL, NULL },
    { "allocate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &texts.allocate, NULL, NULL },
    { NULL },
  };
  const char *operands = "CODE --amount A --on D [--reference R] [--invoice NUMBER] "
                         "[--order principal_first|statutory] [--allocate INVOICE=A ...]";
  ArrearsPayment payment = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.amount == NULL || texts.on == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!parse_payment (&texts, &payment, &status))
    return status;
  desk = arrears_measure_open (cli, argv[1], &payment.customer_id, &status);
  if (desk == NULL)
    return status;
  result = arrears_payment_record (desk, &payment, &error);
  return result != NULL ? print_payment (cli, result) : arrears_cli_fail (error);
}

int
arrears_command_allocate (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (PaymentTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &texts.invoice, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &texts.order, NULL, NULL },
    { "allocate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &texts.allocate, NULL, NULL },
    { NULL },
  };
  const char *operands = "CODE [--invoice NUMBER] [--order principal_first|statutory] "
                         "[--allocate INVOICE=A ...]";
  ArrearsPayment payment = { 0 };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!parse_payment (&texts, &payment, &status))
    return status;
  desk = arrears_measure_open (cli, argv[1], &payment.customer_id, &status);
  if (desk == NULL)
    return status;
  result = arrears_receipts_allocate (desk, &payment, &error);
  return result != NULL ? print_payment (cli, result) : arrears_cli_fail (error);
}

static void
add_line (JsonBuilder *builder, const ArrearsReceiptLine *line)
{
  ArrearsReceipt *receipt = line->receipt;

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "id", receipt->id);
  arrears_output_add_text (builder, "kind", receipt->kind);
  arrears_output_add_day (builder, "on", receipt->received_on);
  arrears_output_add_money (builder, "amount", receipt->amount);
  arrears_output_add_money (builder, "unapplied", receipt->unapplied);
  arrears_output_add_money (builder, "refunded", receipt->refunded);
  arrears_output_add_text (builder, "reference", receipt->reference);
  arrears_output_add_text (builder, "note", receipt->note);
  arrears_output_add_day (builder, "voided_on", receipt->voided_on);
  arrears_output_add_text (builder, "void_reason", receipt->void_reason);
  add_parts (builder, line->parts, FALSE);
  json_builder_end_object (builder);
}

static int
print_receipts (ArrearsCli *cli, GPtrArray *lines)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Receipt"), TRUE },
    { "kind", N_("Kind"), FALSE },
    { "on", N_("Received on"), FALSE },
    { "amount", N_("Amount"), TRUE },
    { "unapplied", N_("Not yet allocated"), TRUE },
    { "refunded", N_("Paid back"), TRUE },
    { "reference", N_("Reference"), FALSE },
    { "voided_on", N_("Void since"), FALSE },
    { "void_reason", N_("Reason"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_line (builder, g_ptr_array_index (lines, i));
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_receipts (ArrearsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id = 0;
  int status;

  if (!arrears_cli_parse (entries, "CODE", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_measure_open (cli, argv[1], &customer_id, &status);
  if (desk == NULL)
    return status;
  lines = arrears_receipts_load (desk, customer_id, MAX_RECEIPTS, &error);
  return lines != NULL ? print_receipts (cli, lines) : arrears_cli_fail (error);
}

static int
print_refund (ArrearsCli *cli, const ArrearsRefund *refund)
{
  static const ArrearsColumn columns[] = {
    { "receipt", N_("Receipt"), TRUE },
    { "refunded", N_("Paid back"), TRUE },
    { "on", N_("Day"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "receipt", refund->receipt_id);
  arrears_output_add_money (builder, "refunded", refund->amount);
  arrears_output_add_day (builder, "on", refund->on);
  json_builder_end_object (builder);
  arrears_output_print_object (cli, builder, columns);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_refund (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, reason),
    { NULL },
  };
  const char *operands = "RECEIPT --amount A [--on D] [--reason R]";
  ArrearsRefund refund = { .on = cli->as_of };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.amount == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_id (argv[1], &refund.receipt_id, &status)
      || !arrears_measure_read_amount ("--amount", texts.amount, &refund.amount, &status)
      || !arrears_measure_read_day ("--on", texts.on, &refund.on, &status))
    return status;
  refund.reason = texts.reason;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_receipts_refund (desk, &refund, &error))
    return arrears_cli_fail (error);
  return print_refund (cli, &refund);
}

int
arrears_command_credit_note (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, number),  ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, on),      ARREARS_MEASURE_OPTION (texts, invoice),
    ARREARS_MEASURE_OPTION (texts, note),    { NULL },
  };
  const char *operands = "CODE --number N --amount A [--on D] [--invoice NUMBER] [--note N]";
  ArrearsCreditNote note = { .on = cli->as_of };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (ArrearsPaymentResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.number == NULL || texts.amount == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_amount ("--amount", texts.amount, &note.amount, &status)
      || !arrears_measure_read_day ("--on", texts.on, &note.on, &status))
    return status;
  note.number = texts.number;
  note.invoice_number = texts.invoice;
  note.note = texts.note;
  desk = arrears_measure_open (cli, argv[1], &note.customer_id, &status);
  if (desk == NULL)
    return status;
  result = arrears_receipts_credit (desk, &note, &error);
  return result != NULL ? print_payment (cli, result) : arrears_cli_fail (error);
}
