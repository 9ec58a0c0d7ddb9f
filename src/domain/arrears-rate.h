/* arrears-rate.h: an exact rate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-money.h"

G_BEGIN_DECLS

/* An exact fraction, reduced, with a denominator above 0. {0, 0}, what a cleared struct holds, is
 * no rate; 0/1 is the rate zero.
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} ArrearsRate;

#define ARREARS_RATE_NONE ((ArrearsRate) { 0, 0 })

static inline gboolean
arrears_rate_is_set (ArrearsRate rate)
{
  return rate.denominator > 0;
}

/* Reduces. denominator > 0. */
ArrearsRate arrears_rate (gint64 numerator, gint64 denominator);

/* FALSE where the exact product does not fit in 64 bits. */
gboolean arrears_rate_multiply (ArrearsRate a, ArrearsRate b, ArrearsRate *product);

int arrears_rate_compare (ArrearsRate a, ArrearsRate b);

/* Reads 0.0005, 5/10000, 4.65%, 5‰, 5‱, 万分之五, 千分之三, 百分之十二, 日万分之五 (the leading 日, 每日,
 * 年 is passed over: what it is a rate of is not its business). Not negative.
 */
gboolean arrears_rate_parse (const char *text, ArrearsRate *rate, GError **error);

/* "0.0005": plain decimals, as many as needed up to 9, else "1/3". */
char *arrears_rate_to_string (ArrearsRate rate);

/* "4.65%". Same digits rule. */
char *arrears_rate_to_percent (ArrearsRate rate);

/* base × rate × count ÷ divisor, computed exactly and rounded half up (away from zero) to a fen,
 * once. This is the only place of the program that rounds. FALSE where the result does not fit in
 * 64 bits, or what is left of the product after cancelling not in 128.
 */
gboolean arrears_rate_apply (ArrearsRate rate, ArrearsMoney base, gint64 count, gint64 divisor,
                             ArrearsMoney *result);

G_END_DECLS
