/* arrears-sample-shop.h: the fictional shop that Arrears is shown with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Fills an empty ledger with a firm, its customers, invoices, receipts, credit notes and
 * contracts. Days are relative to the desk's day; otherwise it is the same shop each time.
 */
gboolean arrears_sample_shop_fill (ArrearsDesk *desk, GError **error);

/* As arrears_desk_create(), with the shop in it; where that fails no file is left. */
ArrearsDesk *arrears_sample_shop_create (const char *path, ArrearsDay as_of, ArrearsClock clock,
                                         GError **error);

G_END_DECLS
