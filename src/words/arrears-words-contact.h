/* arrears-words-contact.h: what the log tells of talks, people, rules and published tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-calendar.h"
#include "arrears-log-entry.h"

G_BEGIN_DECLS

/* One line for an entry of these kinds, NULL for any other:
 *   通话（李会计）：答应周五付清；结果：承诺付款；下次：2026-11-27
 */
char *arrears_words_describe_talk (ArrearsLogEntry *entry);

const char *arrears_words_get_for_calendar_kind (ArrearsCalendarKind kind); /* 调休上班 */

G_END_DECLS
