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

G_END_DECLS
