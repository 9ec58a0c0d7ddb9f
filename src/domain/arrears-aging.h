/* arrears-aging.h: open amounts by how long they are overdue (账龄)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-open-item.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_AGING_NOT_DUE, /* up to and with the due day */
  ARREARS_AGING_1_30,
  ARREARS_AGING_31_60,
  ARREARS_AGING_61_90,
  ARREARS_AGING_91_180,
  ARREARS_AGING_181_365,
  ARREARS_AGING_1_2_YEARS, /* 366 to 730 days */
  ARREARS_AGING_2_3_YEARS, /* 731 to 1095 days */
  ARREARS_AGING_OVER_3_YEARS,
  ARREARS_AGING_N_BUCKETS
} ArrearsAgingBucket;

/* {0} is an aging without items. The amounts add up to the total. */
typedef struct
{
  ArrearsMoney amounts[ARREARS_AGING_N_BUCKETS];
  ArrearsMoney total;
} ArrearsAging;

ArrearsAgingBucket arrears_aging_get_bucket (int days_overdue);

/* "not_due", "1-30" ... "3y+". */
const char *arrears_aging_bucket_to_word (ArrearsAgingBucket bucket);

/* Puts one open amount into its bucket. An overflow is ARREARS_ERROR_AMOUNT_TOO_LARGE. */
gboolean arrears_aging_add (ArrearsAging *aging, int days_overdue, ArrearsMoney open,
                            GError **error);

G_END_DECLS
