/* arrears-entries-settings.h: what is entered about rules, published tables and persons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-entry.h"

G_BEGIN_DECLS

extern const ArrearsEntry arrears_entry_rules;
extern const ArrearsEntry arrears_entry_rate;      /* a value of the LPR */
extern const ArrearsEntry arrears_entry_day;       /* a day off, or a workday in place of one */
extern const ArrearsEntry arrears_entry_hand_over; /* "from": who gives all accounts away */

G_END_DECLS
