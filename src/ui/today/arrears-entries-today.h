/* arrears-entries-today.h: what is entered on the list of the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-entry.h"

G_BEGIN_DECLS

/* What the stage of an account asks for was done. Reads "customer_id". */
extern const ArrearsEntry arrears_entry_complete_stage;

G_END_DECLS
