/* arrears-rules.c: what the user chose where the law or good practice leaves a choice (规则设置)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-rules.h"

#include "arrears-desk-private.h"

enum
{
  MOST_DAYS = 365,
};

enum
{
  STATUTORY,
  PAYMENT_ORDER,
  CENT_TOLERANCE,
  PROMISE_GRACE_DAYS,
  REMIND_DAYS_BEFORE,
  FEWEST_DAYS_BETWEEN_LETTERS,
  N_NAMES
};

static const char *const names[N_NAMES + 1] = {
  [STATUTORY] = "statutory",
  [PAYMENT_ORDER] = "payment_order",
  [CENT_TOLERANCE] = "cent_tolerance",
  [PROMISE_GRACE_DAYS] = "promise_grace_days",
  [REMIND_DAYS_BEFORE] = "remind_days_before",
  [FEWEST_DAYS_BETWEEN_LETTERS] = "fewest_days_between_letters",
};

ArrearsRules
arrears_rules_get_default (void)
{
  return (ArrearsRules) {
    .statutory = arrears_charge_terms_get_statutory (),
    .payment_order = ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST,
    .cent_tolerance = { 100 },
    .promise_grace_days = 1,
    .remind_days_before = 3,
    .fewest_days_between_letters = 7,
  };
}

const char *const *
arrears_rules_list_names (void)
{
  return names;
}

static int
find_name (const char *name)
{
  for (int i = 0; i < N_NAMES; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

/* Where a rule that is a number of days stands. */
static int *
get_days (ArrearsRules *rules, int rule)
{
  switch (rule)
    {
    case PROMISE_GRACE_DAYS:
      return &rules->promise_grace_days;
    case REMIND_DAYS_BEFORE:
      return &rules->remind_days_before;
    case FEWEST_DAYS_BETWEEN_LETTERS:
    default:
      return &rules->fewest_days_between_letters;
    }
}

char *
arrears_rules_dup_value (const ArrearsRules *rules, const char *name)
{
  ArrearsRules copy = *rules;
  int rule = find_name (name);

  g_return_val_if_fail (rule >= 0, NULL);

  switch (rule)
    {
    case STATUTORY:
      return arrears_charge_terms_to_string (&rules->statutory);
    case PAYMENT_ORDER:
      return g_strdup (arrears_payment_order_to_word (rules->payment_order));
    case CENT_TOLERANCE:
      return arrears_money_to_string (rules->cent_tolerance);
    default:
      return g_strdup_printf ("%d", *get_days (&copy, rule));
    }
}

static gboolean
parse_days (const char *name, const char *value, int *days, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (value, 10, 0, MOST_DAYS, &number, NULL))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "%s '%s': expected a number of days from 0 to %d", name, value, MOST_DAYS);
      return FALSE;
    }
  *days = (int) number;
  return TRUE;
}

gboolean
arrears_rules_set_value (ArrearsRules *rules, const char *name, const char *value, GError **error)
{
  g_autofree char *known = NULL;
  int rule = find_name (name);

  switch (rule)
    {
    case STATUTORY:
      return arrears_charge_terms_parse (value, &rules->statutory, error);
    case PAYMENT_ORDER:
      return arrears_payment_order_parse (value, &rules->payment_order, error);
    case CENT_TOLERANCE:
      return arrears_money_parse (value, &rules->cent_tolerance, error);
    case PROMISE_GRACE_DAYS:
    case REMIND_DAYS_BEFORE:
    case FEWEST_DAYS_BETWEEN_LETTERS:
      return parse_days (name, value, get_days (rules, rule), error);
    default:
      known = g_strjoinv (", ", (char **) names);
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "rule '%s': expected one of %s", name, known);
      return FALSE;
    }
}

static char *
name_setting (const char *name)
{
  return g_strconcat ("rule.", name, NULL);
}

static gboolean
fail_damaged (const char *setting, const char *value, const GError *cause, GError **error)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED, "the setting %s is '%s': %s", setting,
               value, cause->message);
  return FALSE;
}

static gboolean
load_rule (ArrearsDesk *desk, const char *name, ArrearsRules *rules, GError **error)
{
  g_autofree char *setting = name_setting (name);
  g_autoptr (GError) failure = NULL;
  g_autofree char *value = arrears_ledger_load_setting_then (
      arrears_desk_get_ledger (desk), setting, arrears_desk_get_as_of (desk), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (value == NULL || arrears_rules_set_value (rules, name, value, &failure))
    return TRUE;
  return fail_damaged (setting, value, failure, error);
}

gboolean
arrears_rules_load (ArrearsDesk *desk, ArrearsRules *rules, GError **error)
{
  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  *rules = arrears_rules_get_default ();
  for (int i = 0; i < N_NAMES; i++)
    if (!load_rule (desk, names[i], rules, error))
      return FALSE;
  return TRUE;
}

/* LPR plus 30 to 50 % (sale interpretation 18.4), or 0.05 % a day (SME regulation 17). Grace and a
 * cap are a contract's to give.
 */
static gboolean
check_statutory (const ArrearsChargeTerms *terms, GError **error)
{
  const ArrearsRate least = arrears_rate (13, 10);
  const ArrearsRate most = arrears_rate (3, 2);
  g_autofree char *text = NULL;
  gboolean is_plain = terms->grace_days == 0 && !arrears_rate_is_set (terms->cap);

  if (is_plain
      && (terms->form == ARREARS_CHARGE_SME
          || (terms->form == ARREARS_CHARGE_LPR && arrears_rate_compare (terms->rate, least) >= 0
              && arrears_rate_compare (terms->rate, most) <= 0)))
    return TRUE;
  text = arrears_charge_terms_to_string (terms);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "statutory '%s': expected lpr:1.3 to lpr:1.5, or sme", text);
  return FALSE;
}

static gboolean
check_rules (const ArrearsRules *rules, GError **error)
{
  ArrearsRules copy = *rules;

  if (!check_statutory (&rules->statutory, error))
    return FALSE;
  if (rules->cent_tolerance.fen < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "cent_tolerance: expected no less than nothing");
      return FALSE;
    }
  for (int i = PROMISE_GRACE_DAYS; i < N_NAMES; i++)
    {
      int days = *get_days (&copy, i);

      if (days < 0 || days > MOST_DAYS)
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                       "%s %d: expected a number of days from 0 to %d", names[i], days, MOST_DAYS);
          return FALSE;
        }
    }
  return TRUE;
}

/* Saves one rule if it differs, and tells of it in `changes`. */
static gboolean
save_rule (ArrearsLedger *ledger, const char *name, const ArrearsRules *former,
           const ArrearsRules *rules, GString *changes, GError **error)
{
  g_autofree char *setting = name_setting (name);
  g_autofree char *before = arrears_rules_dup_value (former, name);
  g_autofree char *value = arrears_rules_dup_value (rules, name);

  if (g_str_equal (before, value))
    return TRUE;
  g_string_append_printf (changes, "%s%s=%s", changes->len > 0 ? " " : "", name, value);
  return arrears_ledger_save_setting (ledger, setting, value, error);
}

gboolean
arrears_rules_save (ArrearsDesk *desk, const ArrearsRules *rules, GError **error)
{
  ArrearsLedger *ledger = arrears_desk_get_ledger (desk);
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsLogEntry) entry = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  ArrearsRules former;

  if (!check_rules (rules, error))
    return FALSE;
  transaction = arrears_transaction_begin (ledger, error);
  if (transaction == NULL || !arrears_rules_load (desk, &former, error))
    return FALSE;
  for (int i = 0; i < N_NAMES; i++)
    if (!save_rule (ledger, names[i], &former, rules, changes, error))
      return FALSE;
  if (changes->len == 0)
    return TRUE;
  entry = arrears_desk_new_entry (ARREARS_LOG_RULES_SAVED, 0, "");
  arrears_record_set_text (&entry->note, changes->str);
  return arrears_desk_log (desk, entry, error) && arrears_desk_commit (desk, transaction, error);
}
