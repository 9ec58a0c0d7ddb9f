/* arrears-allocation.c: which debt a payment pays (核销)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-allocation.h"

#include <stdlib.h>

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
sum_open (const ArrearsDebt *debts, const Claim *claims, gsize n_claims)
{
  __int128 sum = 0;

  for (gsize i = 0; i < n_claims; i++)
    sum += debts[claims[i].index].item.open.fen;
  return sum;
}

/* Claims of one rank, lowest invoice first. Returns what is left of `amount`. */
static ArrearsMoney
pay_in_full (const ArrearsDebt *debts, const Claim *claims, gsize n_claims, ArrearsMoney amount,
             ArrearsMoney *parts)
{
  for (gsize i = 0; i < n_claims; i++)
    {
      ArrearsMoney open = debts[claims[i].index].item.open;

      parts[claims[i].index] = open;
      amount.fen -= open.fen;
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

      part->fen = (gint64) ((__int128) amount.fen * debts[claims[i].index].item.open.fen / total);
      left -= part->fen;
    }
  for (gsize i = 0; i < n_claims && left > 0; i++)
    {
      ArrearsMoney *part = &parts[claims[i].index];

      if (part->fen < debts[claims[i].index].item.open.fen)
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
  static const char *const words[] = { "principal", "charge", "cost", "refund" };

  g_return_val_if_fail ((guint) part < G_N_ELEMENTS (words), words[0]);

  return words[part];
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
      total = sum_open (debts, &claims[i], n_equal);
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
