/* arrears-allocation.c: which debt a payment pays (核销)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-allocation.h"

#include "arrears-error.h"

#include <stdlib.h>

static const char *const words[] = { "principal", "charge", "cost", "refund" };

/* A debt in its place in the order: by tier, less security, more burden, earlier due day. */
typedef struct
{
  int tier;
  ArrearsMoney security;
  int burden;
  ArrearsDay due_on;
  gint64 invoice_id;
  gsize index; /* in the caller's array */
} Claim;

enum
{
  TIER_DESIGNATED,
  TIER_DUE,
  TIER_NOT_DUE,
};

static Claim
rank_debt (const ArrearsDebt *debt, gsize index, ArrearsDay paid_on, gint64 designated)
{
  Claim claim = {
    .tier = TIER_NOT_DUE,
    .security = debt->security,
    .burden = debt->burden,
    .due_on = debt->item.due_on,
    .invoice_id = debt->item.invoice_id,
    .index = index,
  };

  if (designated != 0 && debt->item.invoice_id == designated)
    claim.tier = TIER_DESIGNATED;
  else if (arrears_day_compare (debt->item.due_on, paid_on) <= 0)
    claim.tier = TIER_DUE;
  return claim;
}

static int
compare_ranks (const Claim *a, const Claim *b)
{
  if (a->tier != b->tier)
    return a->tier - b->tier;
  if (arrears_money_compare (a->security, b->security) != 0)
    return arrears_money_compare (a->security, b->security);
  if (a->burden != b->burden)
    return a->burden > b->burden ? -1 : 1;
  return arrears_day_compare (a->due_on, b->due_on);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *left = a;
  const Claim *right = b;
  int order = compare_ranks (left, right);

  if (order == 0)
    order = (left->invoice_id > right->invoice_id) - (left->invoice_id < right->invoice_id);
  if (order == 0)
    order = (left->index > right->index) - (left->index < right->index);
  return order;
}

static __int128
get_owed (const ArrearsDebt *debt)
{
  return (__int128) debt->item.open.fen + debt->charge.fen + debt->costs.fen;
}

static __int128
sum_owed (const ArrearsDebt *debts, const Claim *claims, gsize n_claims)
{
  __int128 sum = 0;

  for (gsize i = 0; i < n_claims; i++)
    sum += get_owed (&debts[claims[i].index]);
  return sum;
}

/* Claims of one rank, lowest invoice first, for all of which `amount` is enough. Returns what is
 * left of it.
 */
static ArrearsMoney
pay_in_full (const ArrearsDebt *debts, const Claim *claims, gsize n_claims, ArrearsMoney amount,
             ArrearsMoney *parts)
{
  for (gsize i = 0; i < n_claims; i++)
    {
      ArrearsMoney owed = arrears_money ((gint64) get_owed (&debts[claims[i].index]));

      parts[claims[i].index] = owed;
      amount.fen -= owed.fen;
    }
  return amount;
}

/* `amount` is less than `total`, so each debt has room for the fen that rounding down left over,
 * and there are fewer of those than debts.
 */
static void
pay_pro_rata (const ArrearsDebt *debts, const Claim *claims, gsize n_claims, ArrearsMoney amount,
              __int128 total, ArrearsMoney *parts)
{
  gint64 left = amount.fen;

  for (gsize i = 0; i < n_claims; i++)
    {
      ArrearsMoney *part = &parts[claims[i].index];

      part->fen = (gint64) (amount.fen * get_owed (&debts[claims[i].index]) / total);
      left -= part->fen;
    }
  for (gsize i = 0; i < n_claims && left > 0; i++)
    {
      ArrearsMoney *part = &parts[claims[i].index];

      if (part->fen < get_owed (&debts[claims[i].index]))
        {
          part->fen++;
          left--;
        }
    }
}

static gsize
count_equal_ranks (const Claim *claims, gsize n_claims)
{
  gsize n = 1;

  while (n < n_claims && compare_ranks (&claims[0], &claims[n]) == 0)
    n++;
  return n;
}

const char *
arrears_allocation_part_to_word (ArrearsAllocationPart part)
{
  g_return_val_if_fail ((guint) part < G_N_ELEMENTS (words), words[0]);

  return words[part];
}

gboolean
arrears_allocation_part_parse (const char *word, ArrearsAllocationPart *part, GError **error)
{
  g_return_val_if_fail (word != NULL && part != NULL, FALSE);

  for (gsize i = 0; i < ARREARS_PART_REFUND; i++)
    if (g_str_equal (word, words[i]))
      {
        *part = (ArrearsAllocationPart) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is no part of a debt: expected principal, charge or cost", word);
  return FALSE;
}

void
arrears_allocation_split (const ArrearsDebt *debts, gsize n_debts, ArrearsMoney amount,
                          ArrearsDay paid_on, gint64 designated, ArrearsMoney *parts,
                          ArrearsMoney *rest)
{
  g_autofree Claim *claims = NULL;
  gsize n_equal;

  g_return_if_fail (n_debts == 0 || (debts != NULL && parts != NULL));
  g_return_if_fail (amount.fen >= 0);
  g_return_if_fail (rest != NULL);

  claims = g_new (Claim, n_debts);
  for (gsize i = 0; i < n_debts; i++)
    {
      claims[i] = rank_debt (&debts[i], i, paid_on, designated);
      parts[i] = ARREARS_MONEY_ZERO;
    }
  if (n_debts > 0)
    qsort (claims, n_debts, sizeof *claims, compare_claims);

  for (gsize i = 0; i < n_debts && amount.fen > 0; i += n_equal)
    {
      __int128 total;

      n_equal = count_equal_ranks (&claims[i], n_debts - i);
      total = sum_owed (debts, &claims[i], n_equal);
      if (amount.fen >= total)
        amount = pay_in_full (debts, &claims[i], n_equal, amount, parts);
      else
        {
          pay_pro_rata (debts, &claims[i], n_equal, amount, total, parts);
          amount = ARREARS_MONEY_ZERO;
        }
    }
  *rest = amount;
}

static ArrearsMoney
take_up_to (ArrearsMoney *left, ArrearsMoney owed)
{
  ArrearsMoney taken = arrears_money_min (*left, owed);

  left->fen -= taken.fen;
  return taken;
}

ArrearsDebtPayment
arrears_allocation_divide (const ArrearsDebt *debt, ArrearsMoney received)
{
  ArrearsDebtPayment payment = { 0 };

  g_return_val_if_fail (debt != NULL, payment);
  g_return_val_if_fail (received.fen >= 0 && received.fen <= get_owed (debt), payment);

  if (debt->order == ARREARS_PAYMENT_ORDER_PRINCIPAL_FIRST)
    payment.principal = take_up_to (&received, debt->item.open);
  payment.costs = take_up_to (&received, debt->costs);
  payment.charge = take_up_to (&received, debt->charge);
  if (debt->order == ARREARS_PAYMENT_ORDER_STATUTORY)
    payment.principal = take_up_to (&received, debt->item.open);
  return payment;
}

void
arrears_allocation_cover (ArrearsOpenItem *items, gsize n_items, ArrearsMoney unapplied,
                          ArrearsDay as_of)
{
  g_autofree ArrearsDebt *debts = NULL;
  g_autofree ArrearsMoney *parts = NULL;
  ArrearsMoney rest;

  g_return_if_fail (items != NULL || n_items == 0);
  g_return_if_fail (unapplied.fen >= 0);

  if (n_items == 0 || unapplied.fen == 0)
    return;

  debts = g_new0 (ArrearsDebt, n_items);
  parts = g_new (ArrearsMoney, n_items);
  for (gsize i = 0; i < n_items; i++)
    debts[i].item = items[i];
  arrears_allocation_split (debts, n_items, unapplied, as_of, 0, parts, &rest);
  for (gsize i = 0; i < n_items; i++)
    items[i].open.fen -= parts[i].fen;
}
