/* arrears-customer-form.c: what is typed about a customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-customer-form.h"

#include "arrears-form.h"

enum
{
  NO_TERMS = -1,
  MOST_TERMS_DAYS = 3650,
};

const char *const arrears_customer_form_fields[]
    = { "name",  "uscc",       "address",      "contact",  "phone",
        "email", "terms_days", "credit_limit", "industry", NULL };

void
arrears_customer_form_init (ArrearsCustomerForm *form, ArrearsCustomer *customer)
{
  form->orig = g_object_ref (customer);
  form->curr = arrears_record_copy (customer);
  form->terms_days = customer->terms_days == NO_TERMS
                         ? g_strdup ("")
                         : g_strdup_printf ("%d", customer->terms_days);
  form->credit_limit = customer->credit_limit.fen == 0
                           ? g_strdup ("")
                           : arrears_money_to_grouped (customer->credit_limit);
}

void
arrears_customer_form_clear (ArrearsCustomerForm *form)
{
  g_clear_object (&form->orig);
  g_clear_object (&form->curr);
  g_clear_pointer (&form->terms_days, g_free);
  g_clear_pointer (&form->credit_limit, g_free);
}

const char *
arrears_customer_form_get_text (const ArrearsCustomerForm *form, const char *field)
{
  if (g_str_equal (field, "terms_days"))
    return form->terms_days;
  if (g_str_equal (field, "credit_limit"))
    return form->credit_limit;
  return arrears_form_get_text (form->curr, field);
}

static gboolean
read_terms (const char *text, int *days, GError **error)
{
  gint64 number;

  *days = NO_TERMS;
  if (*text == '\0')
    return TRUE;
  if (!arrears_form_read_number (text, 0, MOST_TERMS_DAYS, &number, error))
    return FALSE;
  *days = (int) number;
  return TRUE;
}

static gboolean
read_limit (const char *text, ArrearsMoney *limit, GError **error)
{
  *limit = ARREARS_MONEY_ZERO;
  if (*text == '\0')
    return TRUE;
  if (!arrears_money_parse (text, limit, error))
    return FALSE;
  if (limit->fen >= 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
               "a credit limit of %s: expected one that is not negative", text);
  return FALSE;
}

void
arrears_customer_form_set_text (ArrearsCustomerForm *form, const char *field, const char *text)
{
  if (g_str_equal (field, "terms_days"))
    {
      arrears_record_set_text (&form->terms_days, text);
      read_terms (g_strstrip (form->terms_days), &form->curr->terms_days, NULL);
    }
  else if (g_str_equal (field, "credit_limit"))
    {
      arrears_record_set_text (&form->credit_limit, text);
      read_limit (g_strstrip (form->credit_limit), &form->curr->credit_limit, NULL);
    }
  else
    arrears_form_set_text (form->curr, field, text);
}

void
arrears_customer_form_set_grade (ArrearsCustomerForm *form, ArrearsGrade grade)
{
  form->curr->grade = (int) grade;
}

GArray *
arrears_customer_form_check (const ArrearsCustomerForm *form)
{
  GArray *issues = arrears_form_new_issues ();
  ArrearsMoney limit;
  GError *error = NULL;
  int days;

  if (*form->curr->name == '\0')
    arrears_form_add_issue (issues, "name", ARREARS_ERROR_MISSING);
  arrears_form_check_uscc (issues, "uscc", form->curr->uscc);
  if (!read_terms (form->terms_days, &days, &error))
    arrears_form_add_error (issues, "terms_days", g_steal_pointer (&error));
  if (!read_limit (form->credit_limit, &limit, &error))
    arrears_form_add_error (issues, "credit_limit", g_steal_pointer (&error));
  return issues;
}

gboolean
arrears_customer_form_is_changed (const ArrearsCustomerForm *form)
{
  return arrears_form_is_changed (form->orig, form->curr);
}
