/* arrears-aging.c: open amounts by how long they are overdue (账龄)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-aging.h"

typedef struct
{
  int last_day; /* the most days overdue that the bucket takes */
  const char *word;
} Bucket;

static const Bucket buckets[ARREARS_AGING_N_BUCKETS] = {
  [ARREARS_AGING_NOT_DUE] = { 0, "not_due" },
  [ARREARS_AGING_1_30] = { 30, "1-30" },
  [ARREARS_AGING_31_60] = { 60, "31-60" },
  [ARREARS_AGING_61_90] = { 90, "61-90" },
  [ARREARS_AGING_91_180] = { 180, "91-180" },
  [ARREARS_AGING_181_365] = { 365, "181-365" },
  [ARREARS_AGING_1_2_YEARS] = { 730, "1-2y" },
  [ARREARS_AGING_2_3_YEARS] = { 1095, "2-3y" },
  [ARREARS_AGING_OVER_3_YEARS] = { G_MAXINT, "3y+" },
};

ArrearsAgingBucket
arrears_aging_get_bucket (int days_overdue)
{
  int bucket = ARREARS_AGING_NOT_DUE;

  while (days_overdue > buckets[bucket].last_day)
    bucket++;
  return (ArrearsAgingBucket) bucket;
}

const char *
arrears_aging_bucket_to_word (ArrearsAgingBucket bucket)
{
  g_return_val_if_fail (bucket < ARREARS_AGING_N_BUCKETS, NULL);

  return buckets[bucket].word;
}

gboolean
arrears_aging_add (ArrearsAging *aging, int days_overdue, ArrearsMoney open, GError **error)
{
  ArrearsMoney amount;

  g_return_val_if_fail (aging != NULL, FALSE);

  amount = aging->amounts[arrears_aging_get_bucket (days_overdue)];
  if (!arrears_money_accumulate (&amount, open, error)
      || !arrears_money_accumulate (&aging->total, open, error))
    return FALSE;
  aging->amounts[arrears_aging_get_bucket (days_overdue)] = amount;
  return TRUE;
}
