/* arrears-write-off-private.h: taking a write-off back inside another act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-receipt.h"
#include "arrears-write-off.h"

G_BEGIN_DECLS

/* What was written off is owed in the books again, and the charge that went with it. Logged, inside
 * the caller's transaction.
 */
gboolean arrears_write_off_take_back (ArrearsDesk *desk, ArrearsReceipt *write_off,
                                      const char *reason, GError **error);

G_END_DECLS
