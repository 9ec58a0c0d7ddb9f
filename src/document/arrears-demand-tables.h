/* arrears-demand-tables.h: the tables of a demand letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"
#include "arrears-table.h"

G_BEGIN_DECLS

/* The items claimed, a row each and a total. A column in which no row has anything to say is left
 * out, the contract's also where all items share one, which the letter then names above. NULL
 * where the amounts add up to more than fits (ARREARS_ERROR_AMOUNT_TOO_LARGE).
 */
ArrearsTable *arrears_demand_tables_new_items (const ArrearsDemand *demand, GError **error);

/* How the late charge was computed, a row each step; what a cap takes off is a row of its own, so
 * that the rows add up to the total.
 */
ArrearsTable *arrears_demand_tables_new_computation (const ArrearsDemand *demand);

G_END_DECLS
