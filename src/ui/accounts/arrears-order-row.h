/* arrears-order-row.h: which order payments within one debt follow, as a row of a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills the row with the orders, behind `usual`, what holds where none is chosen, and chooses the
 * one of a word (see arrears-payment-order.h; empty: none).
 */
void arrears_order_row_fill (AdwComboRow *row, const char *usual, const char *word);

/* The word of what is chosen; "" for none. */
const char *arrears_order_row_get_word (AdwComboRow *row);

G_END_DECLS
