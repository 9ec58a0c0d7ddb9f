/* arrears-charge-terms.c: what is owed for paying late, as agreed or by statute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-terms.h"

#include "arrears-error.h"
#include "arrears-text.h"

#include <string.h>

enum
{
  YEAR_DAYS = 365,
  BANK_YEAR_DAYS = 360,
};

typedef struct
{
  const char *word;
  gboolean has_value;
} FormWord;

static const FormWord forms[] = {
  [ARREARS_CHARGE_LPR] = { "lpr", TRUE },       [ARREARS_CHARGE_DAILY] = { "daily", TRUE },
  [ARREARS_CHARGE_ANNUAL] = { "annual", TRUE }, [ARREARS_CHARGE_SME] = { "sme", FALSE },
  [ARREARS_CHARGE_FIXED] = { "fixed", TRUE },   [ARREARS_CHARGE_NONE] = { "none", FALSE },
};

static gboolean
has_year (ArrearsChargeForm form)
{
  return form == ARREARS_CHARGE_ANNUAL || form == ARREARS_CHARGE_LPR;
}

ArrearsChargeTerms
arrears_charge_terms_get_statutory (void)
{
  return (ArrearsChargeTerms) {
    .form = ARREARS_CHARGE_LPR,
    .rate = arrears_rate (3, 2),
    .year_days = YEAR_DAYS,
  };
}

ArrearsDay
arrears_charge_terms_get_sme_start (void)
{
  return arrears_day_from_ymd (2020, 9, 1);
}

static gboolean
find_form (const char *word, gboolean has_value, ArrearsChargeForm *form)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_ascii_strcasecmp (word, forms[i].word) == 0 && forms[i].has_value == has_value)
      {
        *form = (ArrearsChargeForm) i;
        return TRUE;
      }
  return FALSE;
}

/* Cuts a year of 365 or 360 days off the end. A fraction therefore names its year whenever its own
 * denominator could be taken for one.
 */
static int
take_year_days (char *value)
{
  char *slash = strrchr (value, '/');

  if (slash == NULL || (!g_str_equal (slash, "/360") && !g_str_equal (slash, "/365")))
    return YEAR_DAYS;

  *slash = '\0';
  return g_str_equal (slash + 1, "360") ? BANK_YEAR_DAYS : YEAR_DAYS;
}

static gboolean
parse_value (char *value, ArrearsChargeTerms *terms, GError **error)
{
  if (terms->form == ARREARS_CHARGE_FIXED)
    {
      if (!arrears_money_parse (value, &terms->fixed, error))
        return FALSE;
      if (terms->fixed.fen >= 0)
        return TRUE;
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "“%s” is less than zero: expected a charge of 0.00 or more", value);
      return FALSE;
    }

  if (has_year (terms->form))
    terms->year_days = take_year_days (value);
  return arrears_rate_parse (value, &terms->rate, error);
}

gboolean
arrears_charge_terms_parse (const char *text, ArrearsChargeTerms *terms, GError **error)
{
  ArrearsChargeTerms parsed = { .year_days = YEAR_DAYS };
  g_autofree char *plain = NULL;
  char *value = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (terms != NULL, FALSE);

  plain = arrears_text_normalize (text);
  if (plain != NULL)
    value = strchr (plain, ':');
  if (value != NULL)
    *value++ = '\0';

  if (plain == NULL || !find_form (plain, value != NULL, &parsed.form))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "“%s” names no late charge: expected daily:RATE, annual:RATE, lpr:MULTIPLE, "
                   "sme, fixed:AMOUNT or none",
                   plain != NULL ? plain : "(not UTF-8)");
      return FALSE;
    }
  if (value != NULL && !parse_value (value, &parsed, error))
    return FALSE;

  *terms = parsed;
  return TRUE;
}

static char *
print_yearly (const ArrearsChargeTerms *terms)
{
  g_autofree char *rate = arrears_rate_to_string (terms->rate);

  if (terms->year_days == YEAR_DAYS && strchr (rate, '/') == NULL)
    return g_steal_pointer (&rate);
  return g_strdup_printf ("%s/%d", rate, terms->year_days);
}

static char *
print_value (const ArrearsChargeTerms *terms)
{
  if (terms->form == ARREARS_CHARGE_FIXED)
    return arrears_money_to_string (terms->fixed);
  if (has_year (terms->form))
    return print_yearly (terms);
  return arrears_rate_to_string (terms->rate);
}

char *
arrears_charge_terms_to_string (const ArrearsChargeTerms *terms)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (terms != NULL, NULL);
  g_return_val_if_fail (terms->form < G_N_ELEMENTS (forms), NULL);

  if (!forms[terms->form].has_value)
    return g_strdup (forms[terms->form].word);

  value = print_value (terms);
  return g_strconcat (forms[terms->form].word, ":", value, NULL);
}

/* The part of the principal that a rate makes of it in a year, in hundredths of a percent. */
static int
get_basis_points (ArrearsRate rate, gint64 times_a_year)
{
  const ArrearsMoney principal = { 10000 };
  ArrearsMoney charge;

  if (!arrears_rate_apply (rate, principal, times_a_year, 1, &charge))
    return G_MAXINT;
  return (int) MIN (charge.fen, G_MAXINT);
}

int
arrears_charge_terms_get_burden (const ArrearsChargeTerms *terms)
{
  const ArrearsRate usual_lpr = { 3, 100 };
  ArrearsRate annual;

  switch (terms->form)
    {
    case ARREARS_CHARGE_DAILY:
      return get_basis_points (terms->rate, 365);
    case ARREARS_CHARGE_ANNUAL:
      return get_basis_points (terms->rate, 1);
    case ARREARS_CHARGE_LPR:
      return arrears_rate_multiply (terms->rate, usual_lpr, &annual) ? get_basis_points (annual, 1)
                                                                     : G_MAXINT;
    case ARREARS_CHARGE_SME:
      return get_basis_points (arrears_rate (5, 10000), 365);
    case ARREARS_CHARGE_FIXED:
    case ARREARS_CHARGE_NONE:
    default:
      return 0;
    }
}

ArrearsChargeTerms
arrears_charge_terms_with_sme_floor (const ArrearsChargeTerms *terms, ArrearsDay contract_on,
                                     const ArrearsRateTable *lpr)
{
  ArrearsChargeTerms raised;
  ArrearsRate floor;

  g_return_val_if_fail (terms != NULL, arrears_charge_terms_get_statutory ());
  g_return_val_if_fail (lpr != NULL, *terms);

  raised = *terms;
  floor = arrears_rate_table_lookup (lpr, contract_on, NULL);
  if (!arrears_rate_is_set (floor))
    return raised;
  if (terms->form == ARREARS_CHARGE_DAILY
      && !arrears_rate_multiply (floor, arrears_rate (1, YEAR_DAYS), &floor))
    return raised;
  if (terms->form != ARREARS_CHARGE_DAILY && terms->form != ARREARS_CHARGE_ANNUAL)
    return raised;

  if (arrears_rate_compare (raised.rate, floor) < 0)
    raised.rate = floor;
  return raised;
}
