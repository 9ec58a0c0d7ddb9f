/* arrears-demand-words.h: the sentences of a demand letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"

G_BEGIN_DECLS

/* All give new strings, "" where there is nothing to say. Those of the charge are in
 * arrears-demand-charges.h.
 */

/* On which contracts, orders or deliveries the debts rest, and that they are due: what leads to
 * the table. Only what the demand knows is said of deliveries.
 */
char *arrears_demand_words_relation (const ArrearsDemand *demand);

/* The principal in words and figures, and money already taken off. */
char *arrears_demand_words_principal (const ArrearsDemand *demand);

/* Principal and unpaid charge together. NULL on overflow. */
char *arrears_demand_words_total (const ArrearsDemand *demand, GError **error);

/* The articles, what is asked for and by when; where to, if `has_account`. */
char *arrears_demand_words_request (const ArrearsDemand *demand, gboolean has_account);

char *arrears_demand_words_dispute (const ArrearsDemand *demand);

/* Lawful steps only. */
char *arrears_demand_words_next_steps (void);

/* Civil Code 195 and the reservation of rights. */
char *arrears_demand_words_reservation (void);

/* What the debtor signs for; receiving is not agreeing. */
char *arrears_demand_words_receipt (const ArrearsDemand *demand);

G_END_DECLS
