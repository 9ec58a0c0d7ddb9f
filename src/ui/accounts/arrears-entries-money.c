/* arrears-entries-money.c: credit notes, refunds, voids and write-offs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries.h"

#include "arrears-bad-debt.h"
#include "arrears-charge-left.h"
#include "arrears-entry-help.h"
#include "arrears-payment-lines.h"
#include "arrears-receipts.h"
#include "arrears-write-off.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (const ArrearsEntryValues *values, const char *name)
{
  return arrears_entry_values_get_text (values, name);
}

/* Credit notes. */

static const ArrearsEntryField credit_note_fields[] = {
  { "number", N_("Number of the Credit Note"), ARREARS_ENTRY_TEXT, TRUE },
  { "amount", N_("Amount in Yuan"), ARREARS_ENTRY_MONEY, TRUE },
  { "on", N_("Issued On"), ARREARS_ENTRY_DAY, TRUE },
  { "invoice", N_("For"), ARREARS_ENTRY_CHOICE },
  { "note", N_("Note"), ARREARS_ENTRY_TEXT },
};

static gboolean
prepare_credit_note (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_today (desk, values, "on");
  return arrears_entry_help_add_invoices (desk, values, _("No invoice: as the law orders"), error);
}

static gboolean
record_credit_note (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  const ArrearsCreditNote note = {
    .customer_id = arrears_entry_help_get_customer_id (values),
    .number = get_text (values, "number"),
    .amount = arrears_entry_values_get_money (values, "amount"),
    .on = arrears_entry_values_get_day (values, "on"),
    .invoice_number = arrears_entry_values_get_optional (values, "invoice"),
    .note = arrears_entry_values_get_optional (values, "note"),
  };
  g_autoptr (ArrearsPaymentResult) result = arrears_receipts_credit (desk, &note, error);

  return result != NULL;
}

const ArrearsEntry arrears_entry_credit_note = {
  .name = "credit-note",
  .heading = N_("Record Credit Note"),
  .about = N_("It lowers the principal from its day on."),
  .save_label = N_("_Record"),
  .failure = N_("The Credit Note Was Not Recorded"),
  .fields = credit_note_fields,
  .n_fields = G_N_ELEMENTS (credit_note_fields),
  .prepare = prepare_credit_note,
  .record = record_credit_note,
};

/* Allocating what is unapplied. */

static const ArrearsEntryField allocate_fields[] = {
  { "invoice", N_("Invoice Named by the Payer"), ARREARS_ENTRY_CHOICE },
  { "order", N_("Order within One Debt"), ARREARS_ENTRY_CHOICE },
};

static gboolean
prepare_allocate (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_values_add_choice (values, "order", "", _("As agreed, or as the ledger’s rule"));
  arrears_entry_help_add_terms (values, "order", ARREARS_TERM_PAYMENT_ORDER);
  return arrears_entry_help_add_invoices (desk, values, _("Not named: as the law orders"), error);
}

static ArrearsPayment
make_allocation (const ArrearsEntryValues *values)
{
  ArrearsPayment payment = {
    .customer_id = arrears_entry_help_get_customer_id (values),
    .invoice_number = arrears_entry_values_get_optional (values, "invoice"),
  };

  payment.has_order
      = arrears_payment_order_parse (get_text (values, "order"), &payment.order, NULL);
  return payment;
}

static GPtrArray *
describe_allocate (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsPayment payment = make_allocation (values);
  g_autoptr (ArrearsPaymentResult) result
      = arrears_receipts_preview_allocating (desk, &payment, error);

  return result != NULL ? arrears_payment_lines_describe (result) : NULL;
}

static gboolean
record_allocate (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsPayment payment = make_allocation (values);
  g_autoptr (ArrearsPaymentResult) result = arrears_receipts_allocate (desk, &payment, error);

  return result != NULL;
}

const ArrearsEntry arrears_entry_allocate = {
  .name = "allocate",
  .heading = N_("Allocate Unapplied Money"),
  .save_label = N_("_Allocate"),
  .failure = N_("Nothing Was Allocated"),
  .fields = allocate_fields,
  .n_fields = G_N_ELEMENTS (allocate_fields),
  .prepare = prepare_allocate,
  .describe = describe_allocate,
  .record = record_allocate,
};

/* Refunds, voids, and debts that stand again. */

static const ArrearsEntryField refund_fields[] = {
  { "amount", N_("Amount in Yuan"), ARREARS_ENTRY_MONEY, TRUE },
  { "on", N_("Paid Back On"), ARREARS_ENTRY_DAY, TRUE },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT },
};

static gboolean
prepare_refund (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_default (values, "amount", get_text (values, "of.rest"));
  arrears_entry_help_set_today (desk, values, "on");
  return TRUE;
}

static gboolean
record_refund (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  const ArrearsRefund refund = {
    .receipt_id = arrears_entry_values_get_number (values, "of.id"),
    .amount = arrears_entry_values_get_money (values, "amount"),
    .on = arrears_entry_values_get_day (values, "on"),
    .reason = arrears_entry_values_get_optional (values, "reason"),
  };

  return arrears_receipts_refund (desk, &refund, error);
}

const ArrearsEntry arrears_entry_refund = {
  .name = "refund",
  .heading = N_("Refund"),
  .about = N_("Money that pays nothing is paid back to the customer."),
  .save_label = N_("_Refund"),
  .failure = N_("The Refund Was Not Recorded"),
  .fields = refund_fields,
  .n_fields = G_N_ELEMENTS (refund_fields),
  .prepare = prepare_refund,
  .record = record_refund,
};

static const ArrearsEntryField reason_fields[] = {
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static gboolean
record_void_receipt (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_receipts_void (desk, arrears_entry_values_get_number (values, "of.id"),
                                get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_void_receipt = {
  .name = "void-receipt",
  .heading = N_("Void"),
  .about = N_("From today on it is as if it had never been: what it paid is owed again. Its "
              "history remains."),
  .save_label = N_("_Void"),
  .failure = N_("It Was Not Voided"),
  .fields = reason_fields,
  .n_fields = G_N_ELEMENTS (reason_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_void_receipt,
};

static gboolean
record_reinstate (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_write_off_reinstate (desk, arrears_entry_values_get_number (values, "of.id"),
                                      get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_reinstate = {
  .name = "reinstate",
  .heading = N_("Reinstate Debt"),
  .about = N_("What was written off stands in the books again from today on."),
  .save_label = N_("_Reinstate"),
  .failure = N_("The Debt Was Not Reinstated"),
  .fields = reason_fields,
  .n_fields = G_N_ELEMENTS (reason_fields),
  .prepare = arrears_entry_help_prepare,
  .record = record_reinstate,
};

/* Write-offs. */

static gboolean
prepare_cents (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_set_default (values, "reason", _("Cent difference"));
  return TRUE;
}

static gboolean
record_cents (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_write_off_cents (desk, get_text (values, "of.number"), get_text (values, "reason"),
                                  error);
}

const ArrearsEntry arrears_entry_write_off_cents = {
  .name = "write-off-cents",
  .heading = N_("Write off the Rest"),
  .about = N_("A small rest of the principal, within the tolerance that the settings allow."),
  .save_label = N_("_Write Off"),
  .failure = N_("The Rest Was Not Written Off"),
  .fields = reason_fields,
  .n_fields = G_N_ELEMENTS (reason_fields),
  .prepare = prepare_cents,
  .record = record_cents,
};

static const ArrearsEntryField bad_debt_fields[] = {
  { "condition", N_("Condition"), ARREARS_ENTRY_CHOICE, TRUE },
  { "ending", N_("Ruling, notice or register extract of the end"), ARREARS_ENTRY_SWITCH },
  { "liquidation", N_("Report: the assets do not suffice"), ARREARS_ENTRY_SWITCH },
  { "death", N_("Certificate of death, or judgment"), ARREARS_ENTRY_SWITCH },
  { "estate", N_("Proof that the estate does not suffice"), ARREARS_ENTRY_SWITCH },
  { "inability", N_("Conclusive evidence that it cannot pay"), ARREARS_ENTRY_SWITCH },
  { "arrangement", N_("The agreement, or the plan with its ruling"), ARREARS_ENTRY_SWITCH },
  { "event", N_("Proof of the disaster or war"), ARREARS_ENTRY_SWITCH },
  { "futility", N_("Proof that it cannot be recovered"), ARREARS_ENTRY_SWITCH },
  { "rule", N_("The provision that sets the condition"), ARREARS_ENTRY_SWITCH },
  { "statement", N_("The firm’s own statement of the loss"), ARREARS_ENTRY_SWITCH },
  { "amount", N_("Amount in Yuan"), ARREARS_ENTRY_MONEY, FALSE, N_("Empty: all that is open") },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static ArrearsBadDebtCondition
get_condition (const ArrearsEntryValues *values)
{
  ArrearsBadDebtCondition condition = ARREARS_BAD_DEBT_INSOLVENT;

  arrears_bad_debt_condition_parse (get_text (values, "condition"), &condition, NULL);
  return condition;
}

static gboolean
is_need_shown (const ArrearsEntryField *field, const ArrearsEntryValues *values)
{
  ArrearsBadDebtNeeds needs = arrears_bad_debt_get_confirmable (get_condition (values));

  if (field->kind != ARREARS_ENTRY_SWITCH)
    return TRUE;
  for (guint need = 1; need <= ARREARS_BAD_DEBT_NEEDS_STATEMENT; need <<= 1)
    if ((needs & need) != 0
        && g_str_equal (arrears_bad_debt_need_to_word ((ArrearsBadDebtNeeds) need), field->name))
      return TRUE;
  return FALSE;
}

static ArrearsBadDebtNeeds
get_confirmed (const ArrearsEntryValues *values)
{
  guint confirmed = 0;

  for (guint need = 1; need <= ARREARS_BAD_DEBT_NEEDS_STATEMENT; need <<= 1)
    if (arrears_entry_values_get_flag (values,
                                       arrears_bad_debt_need_to_word ((ArrearsBadDebtNeeds) need)))
      confirmed |= need;
  return (ArrearsBadDebtNeeds) confirmed;
}

static gboolean
prepare_bad_debt (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  arrears_entry_help_set_subtitle (values);
  arrears_entry_help_add_terms (values, "condition", ARREARS_TERM_BAD_DEBT_CONDITION);
  return TRUE;
}

static GPtrArray *
describe_bad_debt (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsBadDebtCondition condition = get_condition (values);
  int unmet = arrears_write_off_find_unmet (desk, get_text (values, "of.number"), condition, error);
  guint needs = arrears_bad_debt_get_confirmable (condition);
  guint missing = needs & ~(guint) get_confirmed (values);
  GPtrArray *lines;

  if (unmet < 0)
    return NULL;

  lines = arrears_entry_lines_new ();
  missing |= (guint) unmet;
  for (guint need = 1; need <= ARREARS_BAD_DEBT_NEEDS_STATEMENT; need <<= 1)
    if ((missing & need) != 0)
      arrears_entry_lines_warn (
          lines,
          /* Translators: a point of the checklist for writing off a bad debt. */
          g_strdup_printf (_("Not met: %s"),
                              arrears_words_get_for_term (
                                  ARREARS_TERM_BAD_DEBT_NEED,
                                  arrears_bad_debt_need_to_word ((ArrearsBadDebtNeeds) need))));
  arrears_entry_lines_add (lines, g_strdup (_("The debt is still owed: writing it off releases "
                                              "nobody, and it can be reinstated.")));
  return lines;
}

static gboolean
record_bad_debt (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  const ArrearsBadDebtWriteOff write_off = {
    .invoice_number = get_text (values, "of.number"),
    .amount = arrears_entry_values_get_money (values, "amount"),
    .condition = get_condition (values),
    .confirmed = get_confirmed (values),
    .reason = get_text (values, "reason"),
  };

  return arrears_write_off_bad_debt (desk, &write_off, error);
}

const ArrearsEntry arrears_entry_bad_debt = {
  .name = "bad-debt",
  .heading = N_("Write off Bad Debt"),
  .about = N_("One condition of article 10 of the accounting standard for small enterprises must "
              "be met, and its papers be at hand."),
  .save_label = N_("_Write Off"),
  .failure = N_("The Debt Was Not Written Off"),
  .fields = bad_debt_fields,
  .n_fields = G_N_ELEMENTS (bad_debt_fields),
  .is_shown = is_need_shown,
  .prepare = prepare_bad_debt,
  .describe = describe_bad_debt,
  .record = record_bad_debt,
};

/* The charge that is left when the principal is paid. */

static const ArrearsEntryChoice fates[] = {
  { "keep", N_("Keep it as a claim") },
  { "waive", N_("Waive it") },
  { "write_off", N_("Write it off") },
  { NULL, NULL },
};

static const ArrearsEntryField charge_left_fields[] = {
  { "fate", N_("What Becomes of It"), ARREARS_ENTRY_CHOICE, TRUE, NULL, fates },
  { "reason", N_("Reason"), ARREARS_ENTRY_TEXT, TRUE },
};

static GPtrArray *
describe_charge_left (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  GPtrArray *lines = arrears_entry_lines_new ();
  g_autofree char *charge
      = arrears_money_to_grouped (arrears_entry_values_get_money (values, "of.charge"));

  /* Translators: an amount of money. */
  arrears_entry_lines_add (lines, g_strdup_printf (_("Late charge left: %s"), charge));
  if (g_str_equal (get_text (values, "fate"), "write_off"))
    arrears_entry_lines_add (lines,
                             g_strdup (_("Written off it is still owed, but not claimed.")));
  return lines;
}

static gboolean
record_charge_left (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  ArrearsChargeFate fate;

  return arrears_charge_fate_parse (get_text (values, "fate"), &fate, error)
         && arrears_charge_left_decide (desk, get_text (values, "of.number"), fate,
                                        get_text (values, "reason"), error);
}

const ArrearsEntry arrears_entry_charge_left = {
  .name = "charge-left",
  .heading = N_("Late Charge That Is Left"),
  .about = N_("The principal is paid. Nothing of the late charge is claimed until it is decided."),
  .save_label = N_("_Decide"),
  .failure = N_("Nothing Was Decided"),
  .fields = charge_left_fields,
  .n_fields = G_N_ELEMENTS (charge_left_fields),
  .prepare = arrears_entry_help_prepare,
  .describe = describe_charge_left,
  .record = record_charge_left,
};
