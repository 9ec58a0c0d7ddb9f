/* arrears-contract-form.c: what is typed about a contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-contract-form.h"

#include "arrears-form.h"

enum
{
  YEAR_DAYS = 365,
  BANK_YEAR_DAYS = 360,
  MOST_GRACE_DAYS = 365,
};

const char *const arrears_contract_form_fields[]
    = { "number", "title", "signed_on", "charge_clause", "rate", "grace_days", "charge_cap", NULL };

static const struct
{
  ArrearsContractCharge charge;
  ArrearsChargeForm form;
} charges[] = {
  { ARREARS_CONTRACT_CHARGE_DAILY, ARREARS_CHARGE_DAILY },
  { ARREARS_CONTRACT_CHARGE_ANNUAL, ARREARS_CHARGE_ANNUAL },
  { ARREARS_CONTRACT_CHARGE_LPR, ARREARS_CHARGE_LPR },
  { ARREARS_CONTRACT_CHARGE_FIXED, ARREARS_CHARGE_FIXED },
  { ARREARS_CONTRACT_CHARGE_SME, ARREARS_CHARGE_SME },
  { ARREARS_CONTRACT_CHARGE_NONE, ARREARS_CHARGE_NONE },
};

static ArrearsContractCharge
find_charge (ArrearsChargeForm form)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charges); i++)
    if (charges[i].form == form)
      return charges[i].charge;
  g_assert_not_reached ();
}

static ArrearsChargeForm
find_form (ArrearsContractCharge charge)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charges); i++)
    if (charges[i].charge == charge)
      return charges[i].form;
  g_assert_not_reached ();
}

static char *
write_rate (const ArrearsChargeTerms *terms)
{
  switch (terms->form)
    {
    case ARREARS_CHARGE_DAILY:
    case ARREARS_CHARGE_ANNUAL:
      return arrears_rate_to_percent (terms->rate);
    case ARREARS_CHARGE_LPR:
      return arrears_rate_to_string (terms->rate);
    case ARREARS_CHARGE_FIXED:
      return arrears_money_to_grouped (terms->fixed);
    case ARREARS_CHARGE_SME:
    case ARREARS_CHARGE_NONE:
    default:
      return g_strdup ("");
    }
}

static void
take_terms (ArrearsContractForm *form, const char *text)
{
  ArrearsChargeTerms terms;

  form->charge = ARREARS_CONTRACT_CHARGE_STATUTE;
  if (*text == '\0' || !arrears_charge_terms_parse (text, &terms, NULL))
    {
      form->rate = g_strdup ("");
      return;
    }
  form->charge = find_charge (terms.form);
  form->has_bank_year = terms.year_days == BANK_YEAR_DAYS;
  form->rate = write_rate (&terms);
}

static char *
write_cap (const char *text)
{
  ArrearsRate cap;

  if (*text == '\0' || !arrears_rate_parse (text, &cap, NULL))
    return g_strdup (text);
  return arrears_rate_to_percent (cap);
}

void
arrears_contract_form_init (ArrearsContractForm *form, ArrearsContract *contract)
{
  *form = (ArrearsContractForm) { 0 };
  form->orig = g_object_ref (contract);
  form->curr = arrears_record_copy (contract);
  form->signed_on = arrears_day_to_string (contract->signed_on);
  form->grace_days = g_strdup_printf ("%d", contract->grace_days);
  form->charge_cap = write_cap (contract->charge_cap);
  take_terms (form, contract->charge_terms);
}

void
arrears_contract_form_clear (ArrearsContractForm *form)
{
  g_clear_object (&form->orig);
  g_clear_object (&form->curr);
  g_clear_pointer (&form->signed_on, g_free);
  g_clear_pointer (&form->rate, g_free);
  g_clear_pointer (&form->grace_days, g_free);
  g_clear_pointer (&form->charge_cap, g_free);
}

/* Where a field is kept as typed; NULL where it is a text of the record. */
static char **
find_typed (const ArrearsContractForm *form, const char *field)
{
  ArrearsContractForm *self = (ArrearsContractForm *) form;

  if (g_str_equal (field, "signed_on"))
    return &self->signed_on;
  if (g_str_equal (field, "rate"))
    return &self->rate;
  if (g_str_equal (field, "grace_days"))
    return &self->grace_days;
  if (g_str_equal (field, "charge_cap"))
    return &self->charge_cap;
  return NULL;
}

const char *
arrears_contract_form_get_text (const ArrearsContractForm *form, const char *field)
{
  char **typed = find_typed (form, field);

  return typed != NULL ? *typed : arrears_form_get_text (form->curr, field);
}

static gboolean
read_day (const char *text, ArrearsDay *day, GError **error)
{
  *day = ARREARS_DAY_NONE;
  return *text == '\0' || arrears_day_parse (text, ARREARS_DAY_ORDER_UNKNOWN, day, error);
}

static gboolean
read_grace (const char *text, int *days, GError **error)
{
  gint64 number = 0;

  if (*text != '\0' && !arrears_form_read_number (text, 0, MOST_GRACE_DAYS, &number, error))
    return FALSE;
  *days = (int) number;
  return TRUE;
}

static gboolean
read_cap (const char *text, ArrearsRate *cap, GError **error)
{
  *cap = ARREARS_RATE_NONE;
  return *text == '\0' || arrears_rate_parse (text, cap, error);
}

static gboolean
read_rate (const ArrearsContractForm *form, ArrearsChargeTerms *terms, GError **error)
{
  if (*form->rate == '\0')
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING, "no rate: expected one");
      return FALSE;
    }
  if (terms->form == ARREARS_CHARGE_FIXED)
    return arrears_money_parse (form->rate, &terms->fixed, error);
  return arrears_rate_parse (form->rate, &terms->rate, error);
}

gboolean
arrears_contract_form_has_rate (const ArrearsContractForm *form)
{
  return form->charge == ARREARS_CONTRACT_CHARGE_DAILY
         || form->charge == ARREARS_CONTRACT_CHARGE_ANNUAL
         || form->charge == ARREARS_CONTRACT_CHARGE_LPR
         || form->charge == ARREARS_CONTRACT_CHARGE_FIXED;
}

gboolean
arrears_contract_form_get_terms (const ArrearsContractForm *form, ArrearsChargeTerms *terms,
                                 GError **error)
{
  if (form->charge == ARREARS_CONTRACT_CHARGE_STATUTE)
    *terms = arrears_charge_terms_get_statutory ();
  else
    *terms = (ArrearsChargeTerms) { .form = find_form (form->charge),
                                    .year_days = form->has_bank_year ? BANK_YEAR_DAYS : YEAR_DAYS };

  if (arrears_contract_form_has_rate (form) && !read_rate (form, terms, error))
    return FALSE;
  return read_grace (form->grace_days, &terms->grace_days, error)
         && read_cap (form->charge_cap, &terms->cap, error);
}

static void
set_terms (ArrearsContractForm *form)
{
  g_autofree char *text = NULL;
  g_autofree char *cap = NULL;
  ArrearsChargeTerms terms;

  if (!arrears_contract_form_get_terms (form, &terms, NULL))
    return;

  if (form->charge != ARREARS_CONTRACT_CHARGE_STATUTE)
    text = arrears_charge_terms_to_string (&terms);
  if (arrears_rate_is_set (terms.cap))
    cap = arrears_rate_to_string (terms.cap);
  arrears_record_set_text (&form->curr->charge_terms, text);
  arrears_record_set_text (&form->curr->charge_cap, cap);
  form->curr->grace_days = terms.grace_days;
}

void
arrears_contract_form_set_text (ArrearsContractForm *form, const char *field, const char *text)
{
  char **typed = find_typed (form, field);

  if (typed == NULL)
    {
      arrears_form_set_text (form->curr, field, text);
      return;
    }

  arrears_record_set_text (typed, text);
  g_strstrip (*typed);
  if (typed == &form->signed_on)
    read_day (form->signed_on, &form->curr->signed_on, NULL);
  else
    set_terms (form);
}

void
arrears_contract_form_set_charge (ArrearsContractForm *form, ArrearsContractCharge charge)
{
  form->charge = charge;
  set_terms (form);
}

void
arrears_contract_form_set_bank_year (ArrearsContractForm *form, gboolean has_bank_year)
{
  form->has_bank_year = has_bank_year;
  set_terms (form);
}

GArray *
arrears_contract_form_check (const ArrearsContractForm *form)
{
  GArray *issues = arrears_form_new_issues ();
  ArrearsChargeTerms terms;
  ArrearsDay day;
  GError *error = NULL;

  if (*form->curr->number == '\0')
    arrears_form_add_issue (issues, "number", ARREARS_ERROR_MISSING);
  if (!read_day (form->signed_on, &day, &error))
    arrears_form_add_error (issues, "signed_on", g_steal_pointer (&error));
  terms.form = form->charge == ARREARS_CONTRACT_CHARGE_STATUTE ? ARREARS_CHARGE_LPR
                                                               : find_form (form->charge);
  if (arrears_contract_form_has_rate (form) && !read_rate (form, &terms, &error))
    arrears_form_add_error (issues, "rate", g_steal_pointer (&error));
  if (!read_grace (form->grace_days, &terms.grace_days, &error))
    arrears_form_add_error (issues, "grace_days", g_steal_pointer (&error));
  if (!read_cap (form->charge_cap, &terms.cap, &error))
    arrears_form_add_error (issues, "charge_cap", g_steal_pointer (&error));
  return issues;
}

gboolean
arrears_contract_form_is_changed (const ArrearsContractForm *form)
{
  return form->orig->id == 0 || arrears_form_is_changed (form->orig, form->curr);
}
