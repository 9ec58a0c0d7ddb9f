/* arrears-payment-form.c: what is typed about money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-payment-form.h"

#include "arrears-form.h"

const char *const arrears_payment_form_fields[] = { "amount", "on", "reference", NULL };

void
arrears_payment_form_init (ArrearsPaymentForm *form, gint64 customer_id, ArrearsDay as_of)
{
  *form = (ArrearsPaymentForm) { .customer_id = customer_id, .as_of = as_of };
  form->amount = g_strdup ("");
  form->on = arrears_day_to_string (as_of);
  form->reference = g_strdup ("");
  form->invoice_number = g_strdup ("");
}

void
arrears_payment_form_clear (ArrearsPaymentForm *form)
{
  g_clear_pointer (&form->amount, g_free);
  g_clear_pointer (&form->on, g_free);
  g_clear_pointer (&form->reference, g_free);
  g_clear_pointer (&form->invoice_number, g_free);
}

static char **
find_typed (ArrearsPaymentForm *form, const char *field)
{
  if (g_str_equal (field, "amount"))
    return &form->amount;
  if (g_str_equal (field, "on"))
    return &form->on;
  if (g_str_equal (field, "reference"))
    return &form->reference;
  if (g_str_equal (field, "invoice_number"))
    return &form->invoice_number;
  g_assert_not_reached ();
}

void
arrears_payment_form_set_text (ArrearsPaymentForm *form, const char *field, const char *text)
{
  char **typed = find_typed (form, field);

  arrears_record_set_text (typed, text);
  g_strstrip (*typed);
}

static gboolean
read_amount (const char *text, ArrearsMoney *amount, GError **error)
{
  if (*text == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "no amount: expected one");
      return FALSE;
    }
  if (!arrears_money_parse (text, amount, error))
    return FALSE;
  if (amount->fen > 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
               "an amount of %s: expected more than zero", text);
  return FALSE;
}

static gboolean
read_day (const char *text, ArrearsDay as_of, ArrearsDay *day, GError **error)
{
  if (*text == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "no day: expected one");
      return FALSE;
    }
  if (!arrears_day_parse (text, ARREARS_DAY_ORDER_UNKNOWN, day, error))
    return FALSE;
  if (arrears_day_compare (*day, as_of) <= 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
               "received on %s: expected a day that is not after today", text);
  return FALSE;
}

GArray *
arrears_payment_form_check (const ArrearsPaymentForm *form)
{
  GArray *issues = arrears_form_new_issues ();
  ArrearsMoney amount;
  ArrearsDay day;
  GError *error = NULL;

  if (!read_amount (form->amount, &amount, &error))
    arrears_form_add_error (issues, "amount", g_steal_pointer (&error));
  if (!read_day (form->on, form->as_of, &day, &error))
    arrears_form_add_error (issues, "on", g_steal_pointer (&error));
  return issues;
}

gboolean
arrears_payment_form_get_payment (const ArrearsPaymentForm *form, ArrearsPayment *payment)
{
  *payment = (ArrearsPayment) { .customer_id = form->customer_id };
  if (*form->reference != '\0')
    payment->reference = form->reference;
  if (*form->invoice_number != '\0')
    payment->invoice_number = form->invoice_number;
  return read_amount (form->amount, &payment->amount, NULL)
         && read_day (form->on, form->as_of, &payment->on, NULL);
}
