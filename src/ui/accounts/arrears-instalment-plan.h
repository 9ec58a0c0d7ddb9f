/* arrears-instalment-plan.h: instalments as typed, one a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-instalments.h"

G_BEGIN_DECLS

/* Lines such as "2026-05-01 1,000.00"; empty ones are passed over. GArray of ArrearsInstalment;
 * NULL with what the day or the amount of the first bad line lacks, ARREARS_ERROR_MISSING where a
 * line has but one of the two.
 */
GArray *arrears_instalment_plan_parse (const char *text, GError **error);

G_END_DECLS
