/* arrears-demand.c: what a letter claims
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand.h"

static void
free_line (gpointer data)
{
  ArrearsDemandLine *line = data;

  g_clear_object (&line->invoice);
  g_clear_object (&line->contract);
  arrears_late_charge_clear (&line->charge);
  g_free (line);
}

ArrearsDemand *
arrears_demand_new (void)
{
  ArrearsDemand *demand = g_new0 (ArrearsDemand, 1);

  demand->number = g_strdup ("");
  demand->lines = g_ptr_array_new_with_free_func (free_line);
  return demand;
}

void
arrears_demand_free (ArrearsDemand *demand)
{
  g_clear_object (&demand->creditor);
  g_clear_object (&demand->debtor);
  g_free (demand->number);
  g_ptr_array_unref (demand->lines);
  g_free (demand);
}

gboolean
arrears_demand_take_line (ArrearsDemand *demand, ArrearsDemandLine *line, GError **error)
{
  ArrearsDemandLine *owned = g_memdup2 (line, sizeof *line);

  *line = (ArrearsDemandLine) { 0 };
  g_ptr_array_add (demand->lines, owned);
  return arrears_money_accumulate (&demand->principal, owned->invoice->open, error)
         && arrears_money_accumulate (&demand->charge, owned->charge.charge, error)
         && arrears_money_accumulate (&demand->left_out, owned->left_out, error);
}
