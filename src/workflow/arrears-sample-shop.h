/* arrears-sample-shop.h: the fictional shop that Arrears is shown with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

/* As arrears_desk_create(), with a shop in it that has lived for two years up to the day `as_of`:
 * customers of all grades, what they bought and paid, and an example of every rule. It is the same
 * shop each time, but for its days. Where it fails no file is left.
 */
ArrearsDesk *arrears_sample_shop_create (const char *path, ArrearsDay as_of, ArrearsClock clock,
                                         GError **error);

G_END_DECLS
