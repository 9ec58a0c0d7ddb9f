/* arrears-words-measures.h: sentences on promises, disputes, pauses, marks and owners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-credit.h"
#include "arrears-lateness.h"
#include "arrears-log-entry.h"
#include "arrears-promise-keeping.h"

G_BEGIN_DECLS

/* One line for a log entry on one of these; NULL for any other. */
char *arrears_words_describe_measure (ArrearsLogEntry *entry);

/* What one warning on a promise says. */
const char *arrears_words_get_for_promise_warning (ArrearsPromiseWarnings warning);

/* Can they have it? The verdict with its figures, and what speaks against it: 不可以：超出信用额度
 * 500.00 元（已逾期；超出信用额度）.
 */
char *arrears_words_describe_credit (const ArrearsCreditAnswer *answer);

/* What a reason for lateness suggests, as one line. */
char *arrears_words_describe_next_steps (ArrearsLateness reason);

G_END_DECLS
