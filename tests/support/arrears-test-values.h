/* arrears-test-values.h: values as a test writes them down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"
#include "arrears-rate.h"

G_BEGIN_DECLS

/* What cannot be read ends the test. */
ArrearsDay   arrears_test_day   (const char *text);
ArrearsMoney arrears_test_money (const char *text);
ArrearsRate  arrears_test_rate  (const char *text);

/* Asserts that `error` bears the code that a table names without its prefix, as AMOUNT_SIGN, and
 * clears it.
 */
void arrears_test_assert_error (GError **error, const char *code);

/* A random amount of any size and sign, every number of digits as likely. */
ArrearsMoney arrears_test_random_money (void);

/* A random day from the year 1 to 9999. */
ArrearsDay arrears_test_random_day (void);

G_END_DECLS
