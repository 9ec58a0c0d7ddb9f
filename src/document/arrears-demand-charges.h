/* arrears-demand-charges.h: the late charge of a demand in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"

G_BEGIN_DECLS

/* Whether anything is charged at all. */
gboolean arrears_demand_charges_exist (const ArrearsDemand *demand);

/* 逾期付款违约金 where all rests on contracts, 逾期付款损失 on sale interpretation 18.4, 逾期利息 on
 * SME payment regulation 17; 逾期付款违约金及损失 for more than one. Never 滞纳金.
 */
const char *arrears_demand_charges_get_name (const ArrearsDemand *demand);

/* What of the charge has not been paid yet. ARREARS_ERROR_AMOUNT_TOO_LARGE. */
gboolean arrears_demand_charges_sum_unpaid (const ArrearsDemand *demand, ArrearsMoney *unpaid,
                                            GError **error);

/* Whether the computation takes a table; a single step stands in the paragraph as a formula. */
gboolean arrears_demand_charges_need_table (const ArrearsDemand *demand);

/* One paragraph for each basis: clause or article, rate, from when to when, how much, and that it
 * runs on. Items are called by their number in the table, from 1. An array of char *, empty where
 * nothing is charged. NULL on overflow.
 */
GPtrArray *arrears_demand_charges_describe (const ArrearsDemand *demand, GError **error);

/* Remarks for under the table of the computation: how days count, what was capped, how payments were taken,
 * which LPR was known. An array of char *.
 */
GPtrArray *arrears_demand_charges_list_remarks (const ArrearsDemand *demand);

G_END_DECLS
