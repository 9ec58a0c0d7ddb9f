/* arrears-log-section.h: what happened in the whole ledger (台账)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* The log of all accounts, latest first, a page at a time, narrowed by what the user asks for;
 * below it the entry that is selected, in full.
 *
 * Actions:
 *   log.set (ss)      the filter of a name (search, person, channel, from, to, contacts_only) holds
 *                     a text, as if it were typed; of a channel its word
 *   log.show-all      drops all filters
 *   log.show-more     the next page, also shown when the end of the list is reached
 *   log.export (s)    what the filters let through as a CSV file; '' lets the user choose where
 */
#define ARREARS_TYPE_LOG_SECTION (arrears_log_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsLogSection, arrears_log_section, ARREARS, LOG_SECTION, ArrearsSection)

G_END_DECLS
