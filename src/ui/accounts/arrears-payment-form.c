/* arrears-payment-form.c: what is typed about money received
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-payment-form.h"

#include "arrears-form.h"

const char *const arrears_payment_form_fields[] = { "amount", "on", "reference", NULL };

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
  if (g_str_equal (field, "order"))
    return &form->order;
  g_assert_not_reached ();
}

static void
free_share (gpointer data)
{
  ArrearsPaymentFormShare *share = data;

  g_free (share->invoice_number);
  g_free (share->amount);
  g_free (share);
}

void
arrears_payment_form_init (ArrearsPaymentForm *form, gint64 customer_id, ArrearsDay as_of)
{
  *form = (ArrearsPaymentForm) { .customer_id = customer_id, .as_of = as_of };
  form->amount = g_strdup ("");
  form->on = arrears_day_to_string (as_of);
  form->reference = g_strdup ("");
  form->invoice_number = g_strdup ("");
  form->order = g_strdup ("");
  form->shares = g_ptr_array_new_with_free_func (free_share);
}

void
arrears_payment_form_clear (ArrearsPaymentForm *form)
{
  g_clear_pointer (&form->amount, g_free);
  g_clear_pointer (&form->on, g_free);
  g_clear_pointer (&form->reference, g_free);
  g_clear_pointer (&form->invoice_number, g_free);
  g_clear_pointer (&form->order, g_free);
  g_clear_pointer (&form->shares, g_ptr_array_unref);
}

ArrearsPaymentFormShare *
arrears_payment_form_add_share (ArrearsPaymentForm *form, const char *invoice_number,
                                ArrearsAllocationPart part, ArrearsMoney owed)
{
  ArrearsPaymentFormShare *share = g_new0 (ArrearsPaymentFormShare, 1);

  *share = (ArrearsPaymentFormShare) { g_strdup (invoice_number), part, owed, g_strdup ("") };
  g_ptr_array_add (form->shares, share);
  return share;
}

void
arrears_payment_form_copy (const ArrearsPaymentForm *form, ArrearsPaymentForm *copy)
{
  arrears_payment_form_init (copy, form->customer_id, form->as_of);
  for (gsize i = 0; arrears_payment_form_fields[i] != NULL; i++)
    arrears_payment_form_set_text (
        copy, arrears_payment_form_fields[i],
        *find_typed ((ArrearsPaymentForm *) form, arrears_payment_form_fields[i]));
  arrears_payment_form_set_text (copy, "invoice_number", form->invoice_number);
  arrears_payment_form_set_text (copy, "order", form->order);
  copy->is_by_hand = form->is_by_hand;
  for (guint i = 0; i < form->shares->len; i++)
    {
      const ArrearsPaymentFormShare *share = g_ptr_array_index (form->shares, i);
      ArrearsPaymentFormShare *copied
          = arrears_payment_form_add_share (copy, share->invoice_number, share->part, share->owed);

      arrears_record_set_text (&copied->amount, share->amount);
    }
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

static gboolean
read_share (const ArrearsPaymentFormShare *share, ArrearsMoney *amount, GError **error)
{
  *amount = ARREARS_MONEY_ZERO;
  if (*share->amount == '\0')
    return TRUE;
  if (!arrears_money_parse (share->amount, amount, error))
    return FALSE;
  if (amount->fen >= 0 && arrears_money_compare (*amount, share->owed) <= 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR,
               amount->fen < 0 ? ARREARS_ERROR_AMOUNT_SIGN : ARREARS_ERROR_PAID_EXCEEDS,
               "%s of invoice %s: expected no more than is owed", share->amount,
               share->invoice_number);
  return FALSE;
}

gboolean
arrears_payment_form_check_share (const ArrearsPaymentFormShare *share, GError **error)
{
  ArrearsMoney amount;

  return read_share (share, &amount, error);
}

static gboolean
sum_shares (const ArrearsPaymentForm *form, ArrearsMoney *sum, GError **error)
{
  *sum = ARREARS_MONEY_ZERO;
  for (guint i = 0; i < form->shares->len; i++)
    {
      ArrearsMoney amount;

      if (!read_share (g_ptr_array_index (form->shares, i), &amount, error)
          || !arrears_money_accumulate (sum, amount, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_shares (const ArrearsPaymentForm *form, ArrearsMoney amount, GError **error)
{
  ArrearsMoney sum;

  if (!sum_shares (form, &sum, error))
    return FALSE;
  if (sum.fen == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "no share: expected one");
      return FALSE;
    }
  if (arrears_money_compare (sum, amount) <= 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PAID_EXCEEDS,
               "the shares come to more than the payment");
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
  else if (form->is_by_hand && !check_shares (form, amount, &error))
    arrears_form_add_error (issues, "by_hand_row", g_steal_pointer (&error));
  if (!read_day (form->on, form->as_of, &day, &error))
    arrears_form_add_error (issues, "on", g_steal_pointer (&error));
  return issues;
}

ArrearsMoney
arrears_payment_form_get_rest (const ArrearsPaymentForm *form)
{
  ArrearsMoney amount;
  ArrearsMoney sum;
  ArrearsMoney rest = ARREARS_MONEY_ZERO;

  if (read_amount (form->amount, &amount, NULL) && sum_shares (form, &sum, NULL))
    arrears_money_subtract (amount, sum, &rest);
  return rest;
}

static gboolean
add_shares (const ArrearsPaymentForm *form, GArray *shares)
{
  for (guint i = 0; i < form->shares->len; i++)
    {
      const ArrearsPaymentFormShare *typed = g_ptr_array_index (form->shares, i);
      ArrearsPaymentShare share = { typed->invoice_number, typed->part, ARREARS_MONEY_ZERO };

      if (!read_share (typed, &share.amount, NULL))
        return FALSE;
      if (share.amount.fen > 0)
        g_array_append_val (shares, share);
    }
  return TRUE;
}

gboolean
arrears_payment_form_get_payment (const ArrearsPaymentForm *form, GArray *shares,
                                  ArrearsPayment *payment)
{
  *payment = (ArrearsPayment) { .customer_id = form->customer_id };
  if (*form->reference != '\0')
    payment->reference = form->reference;
  if (!read_amount (form->amount, &payment->amount, NULL)
      || !read_day (form->on, form->as_of, &payment->on, NULL))
    return FALSE;
  if (form->is_by_hand)
    {
      if (!check_shares (form, payment->amount, NULL) || !add_shares (form, shares))
        return FALSE;
      payment->shares = (const ArrearsPaymentShare *) (gpointer) shares->data;
      payment->n_shares = shares->len;
      return TRUE;
    }

  if (*form->invoice_number != '\0')
    payment->invoice_number = form->invoice_number;
  payment->has_order = arrears_payment_order_parse (form->order, &payment->order, NULL);
  return TRUE;
}
