/* arrears-rate.c: an exact rate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-rate.h"

#include "arrears-error.h"
#include "arrears-text.h"

#include <string.h>

typedef __int128 Wide;

enum
{
  MAX_DECIMALS = 9,
  MAX_DIGITS = 18, /* the most that always fit in 64 bits */
};

static guint64
get_common_divisor (guint64 a, guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static guint64
get_magnitude (gint64 value)
{
  return value < 0 ? 0 - (guint64) value : (guint64) value;
}

/* Divides both by what they share; `denominator` is above 0. */
static void
reduce (gint64 *numerator, gint64 *denominator)
{
  gint64 shared = (gint64) get_common_divisor (get_magnitude (*numerator), (guint64) *denominator);

  *numerator /= shared;
  *denominator /= shared;
}

ArrearsRate
arrears_rate (gint64 numerator, gint64 denominator)
{
  g_return_val_if_fail (denominator > 0, ARREARS_RATE_NONE);

  reduce (&numerator, &denominator);
  return (ArrearsRate) { numerator, denominator };
}

gboolean
arrears_rate_multiply (ArrearsRate a, ArrearsRate b, ArrearsRate *product)
{
  ArrearsRate result;

  g_return_val_if_fail (arrears_rate_is_set (a) && arrears_rate_is_set (b), FALSE);
  g_return_val_if_fail (product != NULL, FALSE);

  reduce (&a.numerator, &b.denominator);
  reduce (&b.numerator, &a.denominator);
  if (__builtin_mul_overflow (a.numerator, b.numerator, &result.numerator)
      || __builtin_mul_overflow (a.denominator, b.denominator, &result.denominator))
    return FALSE;
  *product = result;
  return TRUE;
}

int
arrears_rate_compare (ArrearsRate a, ArrearsRate b)
{
  Wide left, right;

  g_return_val_if_fail (arrears_rate_is_set (a) && arrears_rate_is_set (b), 0);

  left = (Wide) a.numerator * b.denominator;
  right = (Wide) b.numerator * a.denominator;
  return (left > right) - (left < right);
}

/* Reading. */

/* Digits with an optional point: 4.65 is 465 over 100. */
static gboolean
take_decimal (const char **cursor, gint64 *numerator, gint64 *denominator)
{
  gsize n_whole = strspn (*cursor, "0123456789");
  gsize n_decimals = 0;

  *numerator = 0;
  *denominator = 1;
  if ((*cursor)[n_whole] == '.')
    n_decimals = strspn (*cursor + n_whole + 1, "0123456789");
  if (n_whole == 0 || n_whole + n_decimals > MAX_DIGITS
      || ((*cursor)[n_whole] == '.' && n_decimals == 0))
    return FALSE;

  for (; n_whole > 0; n_whole--, (*cursor)++)
    *numerator = *numerator * 10 + (**cursor - '0');
  arrears_text_take (cursor, ".");
  for (; n_decimals > 0; n_decimals--, (*cursor)++)
    {
      *numerator = *numerator * 10 + (**cursor - '0');
      *denominator *= 10;
    }
  return TRUE;
}

/* 5, 0.0005, 5/10000, 4.65/100. */
static gboolean
take_fraction (const char **cursor, ArrearsRate *rate)
{
  gint64 numerator, denominator, divisor, divisor_scale;
  ArrearsRate over;

  if (!take_decimal (cursor, &numerator, &denominator))
    return FALSE;
  *rate = arrears_rate (numerator, denominator);
  if (!arrears_text_take (cursor, "/"))
    return TRUE;

  if (!take_decimal (cursor, &divisor, &divisor_scale) || divisor == 0)
    return FALSE;
  over = arrears_rate (divisor_scale, divisor);
  return arrears_rate_multiply (*rate, over, rate);
}

static gboolean
take_chinese_digit (const char **cursor, int *digit)
{
  static const char *const forms[] = {
    "零", "〇", "一", "壹", "二", "贰", "两", "三", "叁", "四", "肆",
    "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖",
  };
  static const int values[] = { 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9 };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (arrears_text_take (cursor, forms[i]))
      {
        *digit = values[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_either (const char **cursor, const char *usual, const char *uppercase)
{
  return arrears_text_take (cursor, usual) || arrears_text_take (cursor, uppercase);
}

/* Up to 九百九十九; 十二 begins with its unit. */
static gboolean
take_chinese_whole (const char **cursor, gint64 *value)
{
  const char *start = *cursor;
  int digit = 0;
  gboolean has_digit = take_chinese_digit (cursor, &digit);

  *value = 0;
  if (has_digit && take_either (cursor, "百", "佰"))
    {
      *value = digit * 100;
      arrears_text_take (cursor, "零");
      digit = 0;
      has_digit = take_chinese_digit (cursor, &digit);
    }
  if (take_either (cursor, "十", "拾"))
    {
      *value += (has_digit ? digit : 1) * 10;
      digit = 0;
      take_chinese_digit (cursor, &digit);
    }
  *value += digit;
  return *cursor != start;
}

static gboolean
take_chinese_number (const char **cursor, ArrearsRate *rate)
{
  gint64 numerator, denominator = 1;
  int digit, n_decimals = 0;

  if (!take_chinese_whole (cursor, &numerator))
    return FALSE;
  if (arrears_text_take (cursor, "点"))
    {
      for (; n_decimals < MAX_DECIMALS && take_chinese_digit (cursor, &digit); n_decimals++)
        {
          numerator = numerator * 10 + digit;
          denominator *= 10;
        }
      if (n_decimals == 0)
        return FALSE;
    }
  *rate = arrears_rate (numerator, denominator);
  return TRUE;
}

static gboolean
read_of_parts (const char *cursor, gint64 parts, ArrearsRate *rate)
{
  if (!take_fraction (&cursor, rate) && !take_chinese_number (&cursor, rate))
    return FALSE;
  return *cursor == '\0' && arrears_rate_multiply (*rate, arrears_rate (1, parts), rate);
}

/* 4.65%, 5‰, 5‱, or the bare fraction. */
static gboolean
read_with_sign (const char *cursor, ArrearsRate *rate)
{
  gint64 parts = 1;

  if (!take_fraction (&cursor, rate))
    return FALSE;
  arrears_text_skip_spaces (&cursor);
  if (arrears_text_take (&cursor, "%"))
    parts = 100;
  else if (arrears_text_take (&cursor, "‰"))
    parts = 1000;
  else if (arrears_text_take (&cursor, "‱"))
    parts = 10000;
  return *cursor == '\0' && arrears_rate_multiply (*rate, arrears_rate (1, parts), rate);
}

static gboolean
read_rate (const char *cursor, ArrearsRate *rate)
{
  arrears_text_take (&cursor, "每");
  if (!arrears_text_take (&cursor, "日"))
    arrears_text_take (&cursor, "年");
  arrears_text_skip_spaces (&cursor);

  if (arrears_text_take (&cursor, "百分之"))
    return read_of_parts (cursor, 100, rate);
  if (arrears_text_take (&cursor, "千分之"))
    return read_of_parts (cursor, 1000, rate);
  if (arrears_text_take (&cursor, "万分之"))
    return read_of_parts (cursor, 10000, rate);
  return read_with_sign (cursor, rate);
}

gboolean
arrears_rate_parse (const char *text, ArrearsRate *rate, GError **error)
{
  g_autofree char *plain = NULL;
  ArrearsRate parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (rate != NULL, FALSE);

  plain = arrears_text_normalize (text);
  if (plain == NULL || !read_rate (plain, &parsed))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_RATE_UNREADABLE,
                   "“%s” is not a rate: expected one such as 0.0005, 4.65%% or 万分之五",
                   plain != NULL ? plain : "(not UTF-8)");
      return FALSE;
    }
  *rate = parsed;
  return TRUE;
}

static char *
print_wide (Wide value)
{
  const Wide half = (Wide) 1000000000000000000; /* as many digits as 64 bits always hold */

  if (value < half)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) value);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%018" G_GINT64_FORMAT, (gint64) (value / half),
                          (gint64) (value % half));
}

/* How many decimals `rest` / `denominator` has, rest < denominator; more than MAX_DECIMALS where
 * those do not suffice. *decimals receives them as a number.
 */
static int
count_decimals (gint64 rest, gint64 denominator, gint64 *decimals)
{
  Wide scaled = rest;
  int n = 0;

  while (n <= MAX_DECIMALS && scaled % denominator != 0)
    {
      scaled *= 10;
      n++;
    }
  *decimals = (gint64) (scaled / denominator);
  return n;
}

/* In decimals, or as a fraction where nine do not suffice. */
static char *
print_fraction (Wide numerator, gint64 denominator)
{
  const char *sign = numerator < 0 ? "-" : "";
  Wide magnitude = numerator < 0 ? -numerator : numerator;
  g_autofree char *whole = print_wide (magnitude / denominator);
  gint64 decimals;
  int n_decimals = count_decimals ((gint64) (magnitude % denominator), denominator, &decimals);

  if (n_decimals == 0)
    return g_strconcat (sign, whole, NULL);
  if (n_decimals <= MAX_DECIMALS)
    return g_strdup_printf ("%s%s.%0*" G_GINT64_FORMAT, sign, whole, n_decimals, decimals);

  g_free (whole);
  whole = print_wide (magnitude);
  return g_strdup_printf ("%s%s/%" G_GINT64_FORMAT, sign, whole, denominator);
}

char *
arrears_rate_to_string (ArrearsRate rate)
{
  g_return_val_if_fail (arrears_rate_is_set (rate), g_strdup (""));

  return print_fraction (rate.numerator, rate.denominator);
}

char *
arrears_rate_to_percent (ArrearsRate rate)
{
  g_autofree char *hundredths = NULL;
  gint64 hundred = 100;

  g_return_val_if_fail (arrears_rate_is_set (rate), g_strdup (""));

  reduce (&hundred, &rate.denominator);
  hundredths = print_fraction ((Wide) rate.numerator * hundred, rate.denominator);
  return g_strconcat (hundredths, "%", NULL);
}

/* Three factors above, two below, each pair rid of what it shares, so that a product that can be
 * held in 128 bits is not lost to a common factor.
 */
static gboolean
multiply_out (gint64 above[3], gint64 below[2], Wide *numerator, Wide *denominator)
{
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 2; j++)
      reduce (&above[i], &below[j]);

  *denominator = (Wide) below[0] * below[1];
  return !__builtin_mul_overflow ((Wide) above[0] * above[1], (Wide) above[2], numerator);
}

gboolean
arrears_rate_apply (ArrearsRate rate, ArrearsMoney base, gint64 count, gint64 divisor,
                    ArrearsMoney *result)
{
  gint64 above[3] = { base.fen, rate.numerator, count };
  gint64 below[2] = { rate.denominator, divisor };
  Wide numerator, denominator, quotient, rest;

  g_return_val_if_fail (arrears_rate_is_set (rate), FALSE);
  g_return_val_if_fail (divisor > 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (!multiply_out (above, below, &numerator, &denominator))
    return FALSE;

  quotient = numerator / denominator;
  rest = numerator % denominator;
  if (rest < 0)
    rest = -rest;
  if (rest >= denominator - rest)
    quotient += numerator < 0 ? -1 : 1;
  if (quotient < G_MININT64 || quotient > G_MAXINT64)
    return FALSE;

  result->fen = (gint64) quotient;
  return TRUE;
}
