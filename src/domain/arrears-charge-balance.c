/* arrears-charge-balance.c: what has become of the late charge on one debt (违约金余额)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-balance.h"

#include "arrears-error.h"

static const char *const words[] = {
  [ARREARS_CHARGE_UNDECIDED] = "undecided",
  [ARREARS_CHARGE_KEPT] = "keep",
  [ARREARS_CHARGE_WAIVED] = "waive",
  [ARREARS_CHARGE_WRITTEN_OFF] = "write_off",
};

const char *
arrears_charge_fate_to_word (ArrearsChargeFate fate)
{
  g_return_val_if_fail ((guint) fate < G_N_ELEMENTS (words), words[0]);

  return words[fate];
}

gboolean
arrears_charge_fate_parse (const char *word, ArrearsChargeFate *fate, GError **error)
{
  g_return_val_if_fail (word != NULL && fate != NULL, FALSE);

  for (gsize i = ARREARS_CHARGE_KEPT; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *fate = (ArrearsChargeFate) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is no decision: expected keep, waive or write_off", word);
  return FALSE;
}

ArrearsMoney
arrears_charge_balance_get_claimable (const ArrearsChargeBalance *balance)
{
  g_return_val_if_fail (balance != NULL, ARREARS_MONEY_ZERO);

  return balance->is_left ? ARREARS_MONEY_ZERO : balance->unpaid;
}

void
arrears_charge_balance_conclude (ArrearsChargeBalance *balance, ArrearsMoney principal)
{
  __int128 rest;

  g_return_if_fail (balance != NULL);

  rest = (__int128) balance->accrued.fen - balance->paid.fen - balance->waived.fen
         - balance->written_off.fen;
  balance->unpaid = arrears_money ((gint64) CLAMP (rest, 0, G_MAXINT64));
  balance->is_left
      = principal.fen == 0 && balance->unpaid.fen > 0 && balance->fate == ARREARS_CHARGE_UNDECIDED;
}
