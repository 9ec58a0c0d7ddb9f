/* arrears-bad-debt.c: when a debt may be written off as bad (坏账损失)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-bad-debt.h"

#include "arrears-error.h"

enum
{
  LEAST_MONTHS_OVERDUE = 36,
  N_NEEDS = 11,
};

typedef struct
{
  const char *word;
  ArrearsBadDebtNeeds needs;
} Condition;

static const Condition conditions[] = {
  [ARREARS_BAD_DEBT_INSOLVENT]
  = { "insolvent", ARREARS_BAD_DEBT_NEEDS_ENDING | ARREARS_BAD_DEBT_NEEDS_LIQUIDATION },
  [ARREARS_BAD_DEBT_DECEASED]
  = { "deceased", ARREARS_BAD_DEBT_NEEDS_DEATH | ARREARS_BAD_DEBT_NEEDS_ESTATE },
  [ARREARS_BAD_DEBT_THREE_YEARS]
  = { "three_years", ARREARS_BAD_DEBT_NEEDS_THREE_YEARS | ARREARS_BAD_DEBT_NEEDS_INABILITY },
  [ARREARS_BAD_DEBT_RESTRUCTURED]
  = { "restructured", ARREARS_BAD_DEBT_NEEDS_ARRANGEMENT | ARREARS_BAD_DEBT_NEEDS_FUTILITY },
  [ARREARS_BAD_DEBT_FORCE_MAJEURE]
  = { "force_majeure", ARREARS_BAD_DEBT_NEEDS_EVENT | ARREARS_BAD_DEBT_NEEDS_FUTILITY },
  [ARREARS_BAD_DEBT_PRESCRIBED] = { "prescribed", ARREARS_BAD_DEBT_NEEDS_RULE },
};

static const char *const needs[N_NEEDS] = {
  "ending",      "liquidation", "death",    "estate", "three_years", "inability",
  "arrangement", "event",       "futility", "rule",   "statement",
};

const char *
arrears_bad_debt_condition_to_word (ArrearsBadDebtCondition condition)
{
  g_return_val_if_fail ((guint) condition < G_N_ELEMENTS (conditions), conditions[0].word);

  return conditions[condition].word;
}

gboolean
arrears_bad_debt_condition_parse (const char *word, ArrearsBadDebtCondition *condition,
                                  GError **error)
{
  g_return_val_if_fail (word != NULL && condition != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (g_str_equal (word, conditions[i].word))
      {
        *condition = (ArrearsBadDebtCondition) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is no condition of a bad debt: expected insolvent, deceased, three_years, "
               "restructured, force_majeure or prescribed",
               word);
  return FALSE;
}

ArrearsBadDebtNeeds
arrears_bad_debt_get_needs (ArrearsBadDebtCondition condition)
{
  g_return_val_if_fail ((guint) condition < G_N_ELEMENTS (conditions), 0);

  return conditions[condition].needs | ARREARS_BAD_DEBT_NEEDS_STATEMENT;
}

ArrearsBadDebtNeeds
arrears_bad_debt_get_confirmable (ArrearsBadDebtCondition condition)
{
  return arrears_bad_debt_get_needs (condition) & ~ARREARS_BAD_DEBT_NEEDS_THREE_YEARS;
}

const char *
arrears_bad_debt_need_to_word (ArrearsBadDebtNeeds need)
{
  int bit = g_bit_nth_lsf (need, -1);

  g_return_val_if_fail (bit >= 0 && bit < N_NEEDS, needs[0]);

  return needs[bit];
}

ArrearsBadDebtNeeds
arrears_bad_debt_find_unmet (ArrearsBadDebtCondition condition, ArrearsDay due_on, ArrearsDay as_of)
{
  ArrearsDay from = arrears_day_add_months (due_on, LEAST_MONTHS_OVERDUE);
  ArrearsBadDebtNeeds seen
      = arrears_bad_debt_get_needs (condition) & ARREARS_BAD_DEBT_NEEDS_THREE_YEARS;

  return arrears_day_compare (as_of, from) < 0 ? seen : 0;
}

gboolean
arrears_bad_debt_check (ArrearsBadDebtCondition condition, ArrearsDay due_on, ArrearsDay as_of,
                        ArrearsBadDebtNeeds confirmed, GError **error)
{
  ArrearsBadDebtNeeds missing;

  if (arrears_bad_debt_find_unmet (condition, due_on, as_of) != 0)
    {
      g_autofree char *due = arrears_day_to_string (due_on);
      g_autofree char *day = arrears_day_to_string (as_of);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "due on %s: on %s not yet overdue for three years, as the condition "
                   "three_years asks",
                   due, day);
      return FALSE;
    }
  missing = arrears_bad_debt_get_confirmable (condition) & ~confirmed;
  if (missing == 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
               "the condition %s asks for the papers of: %s", conditions[condition].word,
               arrears_bad_debt_need_to_word (missing));
  return FALSE;
}
