/* arrears-test-debts.c: debts, what pays them and what they cost, in few words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-debts.h"

#include "arrears-charging.h"
#include "arrears-invoices.h"
#include "arrears-test-values.h"

void
arrears_test_debts_set_terms (ArrearsDesk *desk, const char *code, const char *contract,
                              const char *terms, const char *signed_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsContract) record
      = arrears_account_find_contract (desk, arrears_test_desk_find (desk, code), contract, &error);

  g_assert_no_error (error);
  arrears_record_set_text (&record->charge_terms, terms);
  if (signed_on != NULL)
    record->signed_on = arrears_test_day (signed_on);
  arrears_account_save_contract (desk, record, &error);
  g_assert_no_error (error);
}

void
arrears_test_debts_set_rule (ArrearsDesk *desk, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  ArrearsRules rules;

  if (arrears_rules_load (desk, &rules, &error)
      && arrears_rules_set_value (&rules, name, value, &error))
    arrears_rules_save (desk, &rules, &error);
  g_assert_no_error (error);
}

void
arrears_test_debts_add_cost (ArrearsDesk *desk, const char *invoice, const char *amount,
                             const char *on)
{
  const ArrearsCostOfInvoice cost = { .number = invoice,
                                      .amount = arrears_test_money (amount),
                                      .on = arrears_test_day (on),
                                      .note = "公证费" };
  g_autoptr (GError) error = NULL;

  arrears_invoices_enter_cost (desk, &cost, &error);
  g_assert_no_error (error);
}

char *
arrears_test_debts_describe (const ArrearsPaymentResult *result)
{
  GString *text = g_string_new (NULL);
  g_autofree char *rest = arrears_money_to_string (result->unapplied);

  for (guint i = 0; i < result->parts->len; i++)
    {
      const ArrearsPaymentPart *part = g_ptr_array_index (result->parts, i);
      g_autofree char *amount = arrears_money_to_string (part->amount);

      g_string_append_printf (text, "%s %s %s, ", part->invoice_number,
                              arrears_allocation_part_to_word (part->part), amount);
    }
  g_string_append_printf (text, "rest %s", rest);
  return g_string_free (text, FALSE);
}

char *
arrears_test_debts_describe_leftovers (const ArrearsPaymentResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->leftovers->len; i++)
    {
      const ArrearsPaymentLeftover *leftover = g_ptr_array_index (result->leftovers, i);
      gboolean is_charge = leftover->charge.fen > 0;
      g_autofree char *amount
          = arrears_money_to_string (is_charge ? leftover->charge : leftover->rest);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", leftover->invoice_number,
                              is_charge ? "charge" : "rest", amount);
    }
  return g_string_free (text, FALSE);
}

static char *
record (ArrearsDesk *desk, const ArrearsPayment *payment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsPaymentResult) result = arrears_payment_record (desk, payment, &error);

  g_assert_no_error (error);
  return arrears_test_debts_describe (result);
}

char *
arrears_test_debts_pay (ArrearsDesk *desk, const char *code, const char *amount, const char *on,
                        const char *order)
{
  ArrearsPayment payment = { .customer_id = arrears_test_desk_find (desk, code),
                             .amount = arrears_test_money (amount),
                             .on = arrears_test_day (on),
                             .has_order = order != NULL };

  if (order != NULL)
    g_assert_true (arrears_payment_order_parse (order, &payment.order, NULL));
  return record (desk, &payment);
}

GArray *
arrears_test_debts_parse_shares (const char *text, GStrv *words)
{
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (ArrearsPaymentShare));
  g_autofree char *plain = g_strdup (text);

  *words = g_strsplit (g_strdelimit (plain, ",", ' '), " ", -1);
  for (guint i = 0; (*words)[i] != NULL; i += (*words)[i][0] == '\0' ? 1 : 3)
    {
      ArrearsPaymentShare share = { .invoice_number = (*words)[i] };

      if ((*words)[i][0] == '\0')
        continue;
      g_assert_true (arrears_allocation_part_parse ((*words)[i + 1], &share.part, NULL));
      share.amount = arrears_test_money ((*words)[i + 2]);
      g_array_append_val (shares, share);
    }
  return shares;
}

char *
arrears_test_debts_share (ArrearsDesk *desk, const char *code, const char *amount, const char *on,
                          const char *shares)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) parsed = arrears_test_debts_parse_shares (shares, &words);
  const ArrearsPayment payment = { .customer_id = arrears_test_desk_find (desk, code),
                                   .amount = arrears_test_money (amount),
                                   .on = arrears_test_day (on),
                                   .shares = (const ArrearsPaymentShare *) (gpointer) parsed->data,
                                   .n_shares = parsed->len };

  return record (desk, &payment);
}

ArrearsChargeBalance
arrears_test_debts_load_charge (ArrearsDesk *desk, const char *number)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_test_desk_load_invoice (desk, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsCharging) charging = arrears_charging_load (desk, invoice->customer_id, &error);
  ArrearsChargeBalance balance = { 0 };

  g_assert_no_error (error);
  arrears_charging_balance (charging, invoice, &balance, &error);
  g_assert_no_error (error);
  return balance;
}

void
arrears_test_debts_assert_charge (ArrearsDesk *desk, const char *invoice, const char *expected)
{
  ArrearsChargeBalance balance = arrears_test_debts_load_charge (desk, invoice);
  g_autofree char *printed = arrears_money_to_string (balance.unpaid);

  g_assert_cmpstr (printed, ==, expected);
}

void
arrears_test_debts_assert_open (ArrearsDesk *desk, const char *number, const char *expected)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_test_desk_load_invoice (desk, number);
  g_autofree char *printed = arrears_money_to_string (invoice->open);

  g_assert_cmpstr (printed, ==, expected);
}

gint64
arrears_test_debts_find_last_receipt (ArrearsDesk *desk)
{
  g_autofree char *id = arrears_test_desk_ask (desk, "SELECT max (id) FROM receipt");

  return g_ascii_strtoll (id, NULL, 10);
}
