/* arrears-money.h: an amount of money
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A signed count of fen, the hundredth part of a yuan. A struct, so that money never meets a
 * plain number by accident. {0} is no money. No floating point touches an amount.
 */
typedef struct
{
  gint64 fen;
} ArrearsMoney;

#define ARREARS_MONEY_ZERO ((ArrearsMoney) { 0 })

static inline ArrearsMoney
arrears_money (gint64 fen)
{
  return (ArrearsMoney) { fen };
}

/* -1, 0, 1 as a is less than, equal to, more than b. */
static inline int
arrears_money_compare (ArrearsMoney a, ArrearsMoney b)
{
  return (a.fen > b.fen) - (a.fen < b.fen);
}

static inline ArrearsMoney
arrears_money_min (ArrearsMoney a, ArrearsMoney b)
{
  return a.fen < b.fen ? a : b;
}

/* Sums and differences. FALSE, with *result untouched, where 64 bits do not hold the answer. */
gboolean arrears_money_add      (ArrearsMoney a, ArrearsMoney b, ArrearsMoney *result);
gboolean arrears_money_subtract (ArrearsMoney a, ArrearsMoney b, ArrearsMoney *result);

/* Adds b to *sum. An overflow sets ARREARS_ERROR_AMOUNT_TOO_LARGE and leaves *sum as it was. */
gboolean arrears_money_accumulate (ArrearsMoney *sum, ArrearsMoney b, GError **error);

/* Reads what people type and programs export: 1234.5, 1,234.50, ￥1，234.50, full-width digits,
 * a trailing 元, accountants' (1,200.00) for a negative, a lone - or — for zero. White space
 * around is passed over. Refuses three decimals, 1.2E+3, 12,34.5 and anything left over, with
 * one of the ARREARS_ERROR_AMOUNT codes and a message that says what was expected.
 */
gboolean arrears_money_parse (const char *text, ArrearsMoney *money, GError **error);

/* "1234.50", "-0.05": plain, for JSON and CSV. */
char *arrears_money_to_string (ArrearsMoney money);

/* "1,234.50": grouped by thousands, for people. */
char *arrears_money_to_grouped (ArrearsMoney money);

/* 人民币 in words for bills and letters, without the leading 人民币: "壹仟贰佰叁拾肆元伍角".
 * Rule: 支付结算办法 annex 1. Canonical form: 整 after 元, nothing after 角, 零 after 元 when the
 * yuan place is 0 and the jiao place is not, one 零 for zeros in a row. 0 is 零元整; a negative
 * amount begins with 负.
 */
char *arrears_money_to_uppercase (ArrearsMoney money);

G_END_DECLS
