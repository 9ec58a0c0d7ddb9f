/* arrears-instalments.c: cutting a debt into parts with days of their own (分期)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-instalments.h"

#include "arrears-error.h"

void
arrears_instalments_propose (ArrearsMoney amount, ArrearsDay first, int months_apart,
                             ArrearsInstalment *instalments, gsize n)
{
  gint64 part;

  g_return_if_fail (instalments != NULL && n > 0);

  part = amount.fen / (gint64) n;
  for (gsize i = 0; i < n; i++)
    instalments[i] = (ArrearsInstalment) {
      .due_on = arrears_day_add_months (first, months_apart * (int) i),
      .amount = arrears_money (part),
    };
  instalments[n - 1].amount.fen += amount.fen - part * (gint64) n;
}

static gboolean
check_day (ArrearsDay due_on, ArrearsDay after, gboolean is_first, GError **error)
{
  g_autofree char *day = arrears_day_to_string (due_on);
  g_autofree char *before = arrears_day_to_string (after);
  int order = arrears_day_compare (due_on, after);

  if (arrears_day_is_set (due_on) && (order > 0 || (is_first && order == 0)))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_ORDER,
               is_first ? "instalment due on %s: expected a day not before %s"
                        : "instalment due on %s: expected a day after %s",
               day, before);
  return FALSE;
}

static gboolean
check_sum (__int128 sum, ArrearsMoney whole, GError **error)
{
  g_autofree char *wanted = arrears_money_to_string (whole);
  g_autofree char *found
      = arrears_money_to_string (arrears_money ((gint64) MIN (sum, (__int128) G_MAXINT64)));

  if (sum == whole.fen)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
               "the instalments add up to %s: expected %s", found, wanted);
  return FALSE;
}

gboolean
arrears_instalments_check (const ArrearsInstalment *instalments, gsize n, ArrearsMoney whole,
                           ArrearsDay issued_on, GError **error)
{
  __int128 sum = 0;

  if (n < 2)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "%" G_GSIZE_FORMAT " instalments: expected two or more", n);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      ArrearsDay before = i == 0 ? issued_on : instalments[i - 1].due_on;

      if (!check_day (instalments[i].due_on, before, i == 0, error))
        return FALSE;
      if (instalments[i].amount.fen <= 0)
        {
          g_autofree char *amount = arrears_money_to_string (instalments[i].amount);

          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                       "instalment of %s: expected more than zero", amount);
          return FALSE;
        }
      sum += instalments[i].amount.fen;
    }
  return check_sum (sum, whole, error);
}
