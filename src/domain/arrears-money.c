/* arrears-money.c: an amount of money
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-money.h"

#include "arrears-error.h"
#include "arrears-text.h"

#include <string.h>

enum
{
  FEN_PER_YUAN = 100,
  GROUP_DIGITS = 3,
  MAX_PLAIN_LENGTH = 24, /* of "-92233720368547758.08", with room */
};

gboolean
arrears_money_add (ArrearsMoney a, ArrearsMoney b, ArrearsMoney *result)
{
  gint64 sum;

  g_return_val_if_fail (result != NULL, FALSE);

  if (__builtin_add_overflow (a.fen, b.fen, &sum))
    return FALSE;
  result->fen = sum;
  return TRUE;
}

gboolean
arrears_money_subtract (ArrearsMoney a, ArrearsMoney b, ArrearsMoney *result)
{
  gint64 difference;

  g_return_val_if_fail (result != NULL, FALSE);

  if (__builtin_sub_overflow (a.fen, b.fen, &difference))
    return FALSE;
  result->fen = difference;
  return TRUE;
}

gboolean
arrears_money_accumulate (ArrearsMoney *sum, ArrearsMoney b, GError **error)
{
  g_return_val_if_fail (sum != NULL, FALSE);

  if (arrears_money_add (*sum, b, sum))
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_TOO_LARGE,
               "a sum passes what 64 bits of fen hold: %" G_GINT64_FORMAT " + %" G_GINT64_FORMAT,
               sum->fen, b.fen);
  return FALSE;
}

/* Reading. The text walks through these steps with a cursor:
 *   [(] [sign] [¥] [sign] digits[,ddd]* [. d [d]] [元] [)]
 * Each step leaves the cursor behind what it took. A step that fails names its code.
 */

static gboolean
take_sign (const char **cursor, gboolean *is_negative)
{
  if (arrears_text_take (cursor, "-"))
    *is_negative = TRUE;
  else if (!arrears_text_take (cursor, "+"))
    return FALSE;

  arrears_text_skip_spaces (cursor);
  return TRUE;
}

static void
take_currency (const char **cursor)
{
  arrears_text_take (cursor, "¥");
  arrears_text_skip_spaces (cursor);
}

static gboolean
push_digit (guint64 *magnitude, char digit)
{
  return !__builtin_mul_overflow (*magnitude, (guint64) 10, magnitude)
         && !__builtin_add_overflow (*magnitude, (guint64) (digit - '0'), magnitude);
}

static gboolean
is_group_sound (gboolean is_grouped, gboolean is_first, int length)
{
  if (!is_grouped)
    return TRUE;
  if (is_first)
    return length >= 1 && length <= GROUP_DIGITS;
  return length == GROUP_DIGITS;
}

static gboolean
take_yuan (const char **cursor, guint64 *magnitude, ArrearsError *code)
{
  gboolean is_first = TRUE;

  while (TRUE)
    {
      int length = 0;

      for (; g_ascii_isdigit (**cursor); (*cursor)++, length++)
        if (!push_digit (magnitude, **cursor))
          {
            *code = ARREARS_ERROR_AMOUNT_TOO_LARGE;
            return FALSE;
          }

      if (!is_group_sound (!is_first || **cursor == ',', is_first, length))
        {
          *code = ARREARS_ERROR_AMOUNT_GROUPING;
          return FALSE;
        }
      is_first = FALSE;
      if (!arrears_text_take (cursor, ","))
        return TRUE;
    }
}

static gboolean
take_fen (const char **cursor, guint64 *magnitude, ArrearsError *code)
{
  char digits[] = "00";
  gsize n_digits = 0;

  if (arrears_text_take (cursor, "."))
    {
      n_digits = strspn (*cursor, "0123456789");
      if (n_digits == 0)
        return FALSE;
      if (n_digits > strlen (digits))
        {
          *code = ARREARS_ERROR_AMOUNT_DECIMALS;
          return FALSE;
        }
      memcpy (digits, *cursor, n_digits);
      *cursor += n_digits;
    }
  if (!push_digit (magnitude, digits[0]) || !push_digit (magnitude, digits[1]))
    {
      *code = ARREARS_ERROR_AMOUNT_TOO_LARGE;
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_number (const char **cursor, guint64 *magnitude, ArrearsError *code)
{
  gboolean has_number = g_ascii_isdigit (**cursor)
                        || (**cursor == '.' && g_ascii_isdigit ((*cursor)[1]));

  if (!has_number)
    return FALSE;
  return take_yuan (cursor, magnitude, code) && take_fen (cursor, magnitude, code);
}

static gboolean
apply_sign (guint64 magnitude, gboolean is_negative, ArrearsMoney *money)
{
  guint64 limit = (guint64) G_MAXINT64 + (is_negative ? 1 : 0);

  if (magnitude > limit)
    return FALSE;
  money->fen = is_negative ? (gint64) (0 - magnitude) : (gint64) magnitude;
  return TRUE;
}

static gboolean
read_amount (const char *cursor, ArrearsMoney *money, ArrearsError *code)
{
  guint64 magnitude = 0;
  gboolean has_parenthesis = arrears_text_take (&cursor, "(");
  gboolean is_negative = has_parenthesis;
  gboolean has_sign;

  arrears_text_skip_spaces (&cursor);
  has_sign = has_parenthesis || take_sign (&cursor, &is_negative);
  take_currency (&cursor);
  if (!has_sign)
    take_sign (&cursor, &is_negative);

  if (*cursor == '\0' && is_negative && !has_parenthesis)
    {
      *money = ARREARS_MONEY_ZERO;
      return TRUE;
    }

  if (!take_number (&cursor, &magnitude, code))
    return FALSE;
  arrears_text_skip_spaces (&cursor);
  arrears_text_take (&cursor, "元");
  arrears_text_skip_spaces (&cursor);
  if (has_parenthesis && !arrears_text_take (&cursor, ")"))
    return FALSE;
  if (*cursor != '\0')
    {
      *code = *cursor == ',' ? ARREARS_ERROR_AMOUNT_GROUPING : ARREARS_ERROR_AMOUNT_UNREADABLE;
      return FALSE;
    }
  *code = ARREARS_ERROR_AMOUNT_TOO_LARGE;
  return apply_sign (magnitude, is_negative, money);
}

static const char *
describe_expected (ArrearsError code)
{
  if (code == ARREARS_ERROR_AMOUNT_DECIMALS)
    return "at most two decimals";
  if (code == ARREARS_ERROR_AMOUNT_GROUPING)
    return "separators at each third digit, such as 1,234,567.80";
  if (code == ARREARS_ERROR_AMOUNT_TOO_LARGE)
    return "at most 92233720368547758.07";
  return "digits such as 1234.50 or ¥1,234.50";
}

gboolean
arrears_money_parse (const char *text, ArrearsMoney *money, GError **error)
{
  g_autofree char *plain = NULL;
  ArrearsError code = ARREARS_ERROR_AMOUNT_UNREADABLE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (money != NULL, FALSE);

  plain = arrears_text_normalize (text);
  if (plain != NULL && read_amount (plain, money, &code))
    return TRUE;

  g_set_error (error, ARREARS_ERROR, code, "“%s” is not an amount: expected %s",
               plain != NULL ? plain : "(not UTF-8)", describe_expected (code));
  return FALSE;
}

static guint64
get_magnitude (ArrearsMoney money)
{
  return money.fen < 0 ? 0 - (guint64) money.fen : (guint64) money.fen;
}

char *
arrears_money_to_string (ArrearsMoney money)
{
  guint64 magnitude = get_magnitude (money);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, money.fen < 0 ? "-" : "",
                          magnitude / FEN_PER_YUAN, magnitude % FEN_PER_YUAN);
}

char *
arrears_money_to_grouped (ArrearsMoney money)
{
  guint64 magnitude = get_magnitude (money);
  char yuan[MAX_PLAIN_LENGTH];
  GString *grouped = g_string_new (money.fen < 0 ? "-" : NULL);
  int n_digits;

  n_digits = g_snprintf (yuan, sizeof yuan, "%" G_GUINT64_FORMAT, magnitude / FEN_PER_YUAN);
  for (int i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % GROUP_DIGITS == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, yuan[i]);
    }
  g_string_append_printf (grouped, ".%02" G_GUINT64_FORMAT, magnitude % FEN_PER_YUAN);
  return g_string_free (grouped, FALSE);
}

static const char *const uppercase_digits[]
    = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

/* Four digits, 0 < value < 10000. *has_zero: a 零 is owed for zeros passed over before. */
static void
append_group (GString *words, int value, gboolean *has_zero)
{
  static const char *const places[] = { "仟", "佰", "拾", "" };
  int weight = 1000;

  for (int i = 0; i < 4 && value > 0; i++, weight /= 10)
    {
      int digit = value / weight;

      value %= weight;
      if (digit == 0)
        {
          *has_zero = words->len > 0;
          continue;
        }
      if (*has_zero)
        g_string_append (words, uppercase_digits[0]);
      *has_zero = FALSE;
      g_string_append (words, uppercase_digits[digit]);
      g_string_append (words, places[i]);
    }
}

/* Zeros at the end of a group owe no 零 to the next one, a group of nothing but zeros does. */
static void
append_below_yi (GString *words, int value, gboolean *has_zero)
{
  int wan = value / 10000;
  int rest = value % 10000;

  if (wan > 0)
    {
      append_group (words, wan, has_zero);
      g_string_append (words, "万");
    }
  else if (words->len > 0)
    *has_zero = TRUE;

  if (rest > 0)
    append_group (words, rest, has_zero);
}

static void
append_yuan (GString *words, guint64 yuan)
{
  const guint64 yi = 100000000;
  gboolean has_zero = FALSE;

  if (yuan >= yi * yi)
    {
      append_below_yi (words, (int) (yuan / (yi * yi)), &has_zero);
      g_string_append (words, "亿");
      has_zero = FALSE;
    }
  if (yuan >= yi)
    {
      append_below_yi (words, (int) (yuan / yi % yi), &has_zero);
      g_string_append (words, "亿");
      has_zero = FALSE;
    }
  append_below_yi (words, (int) (yuan % yi), &has_zero);
  g_string_append (words, "元");
}

char *
arrears_money_to_uppercase (ArrearsMoney money)
{
  guint64 magnitude = get_magnitude (money);
  guint64 yuan = magnitude / FEN_PER_YUAN;
  int jiao = (int) (magnitude / 10 % 10);
  int fen = (int) (magnitude % 10);
  g_autoptr (GString) words = g_string_new (NULL);

  if (magnitude == 0)
    return g_strdup ("零元整");

  if (yuan > 0)
    append_yuan (words, yuan);
  if (jiao == 0 && fen == 0)
    g_string_append (words, "整");
  else if (yuan > 0 && (jiao == 0 || yuan % 10 == 0))
    g_string_append (words, uppercase_digits[0]);
  if (jiao > 0)
    g_string_append_printf (words, "%s角", uppercase_digits[jiao]);
  if (fen > 0)
    g_string_append_printf (words, "%s分", uppercase_digits[fen]);

  return g_strconcat (money.fen < 0 ? "负" : "", words->str, NULL);
}
