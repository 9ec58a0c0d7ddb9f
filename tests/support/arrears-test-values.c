/* arrears-test-values.c: values as a test writes them down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-values.h"

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
