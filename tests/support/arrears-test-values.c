/* arrears-test-values.c: values as a test writes them down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-values.h"

#include "arrears-error.h"

typedef struct
{
  const char *name;
  ArrearsError code;
} CodeName;

#define CODE(name) { #name, ARREARS_ERROR_##name }

static const CodeName code_names[] = {
  CODE (AMOUNT_UNREADABLE), CODE (AMOUNT_DECIMALS), CODE (AMOUNT_GROUPING),
  CODE (AMOUNT_TOO_LARGE),  CODE (AMOUNT_SIGN),     CODE (DAY_UNREADABLE),
  CODE (DAY_IMPOSSIBLE),    CODE (DAY_AMBIGUOUS),   CODE (RATE_UNREADABLE),
  CODE (WORD_UNKNOWN),      CODE (USCC_LENGTH),     CODE (USCC_ALPHABET),
  CODE (REFUSED),           CODE (MISSING),         CODE (TABLE_ENDED),
  CODE (NUMBER_UNREADABLE), CODE (NOT_FOUND),       CODE (DUPLICATE),
  CODE (DAY_ORDER),         CODE (ENCODING),        CODE (GUARDED),
  CODE (STOPPED),
};

ArrearsDay
arrears_test_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsDay day = ARREARS_DAY_NONE;

  arrears_day_parse (text, ARREARS_DAY_ORDER_UNKNOWN, &day, &error);
  g_assert_no_error (error);
  return day;
}

ArrearsMoney
arrears_test_money (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsMoney money = ARREARS_MONEY_ZERO;

  arrears_money_parse (text, &money, &error);
  g_assert_no_error (error);
  return money;
}

ArrearsRate
arrears_test_rate (const char *text)
{
  g_autoptr (GError) error = NULL;
  ArrearsRate rate = ARREARS_RATE_NONE;

  arrears_rate_parse (text, &rate, &error);
  g_assert_no_error (error);
  return rate;
}

void
arrears_test_assert_error (GError **error, const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (code_names); i++)
    if (g_str_equal (code, code_names[i].name))
      {
        g_assert_error (*error, ARREARS_ERROR, (int) code_names[i].code);
        g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
        g_clear_error (error);
        return;
      }
  g_error ("no test knows the code %s", code);
}

ArrearsMoney
arrears_test_random_money (void)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  gint64 magnitude = (gint64) (bits >> g_test_rand_int_range (1, 64));

  return arrears_money (g_test_rand_bit () ? magnitude : -magnitude);
}

ArrearsDay
arrears_test_random_day (void)
{
  return (ArrearsDay) { g_test_rand_int_range (1, 3652060) };
}
