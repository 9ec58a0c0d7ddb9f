/* arrears-test-many.h: a ledger with many invoices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Imports invoices number 1 to `n` (N00001 ...), every tenth of the same customer, into a ledger:
 * of 1.00 to `n` yuan, due one day after the other up to the desk's day.
 */
void arrears_test_many_import (ArrearsDesk *desk, guint n);

G_END_DECLS
