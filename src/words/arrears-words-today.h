/* arrears-words-today.h: why an account is on the list of the day, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-today-reason.h"

G_BEGIN_DECLS

/* All texts are translated; strings that are returned const live as long as the program. */

const char *arrears_words_get_for_today_kind (ArrearsTodayKind kind); /* 承诺未兑现 */

/* What a kind of reason asks to do next: 核对到账. Of a crossing it is what the stage asks for, and
 * of a follow-up what was planned: "" for both.
 */
const char *arrears_words_get_for_next_step (ArrearsTodayKind kind);

/* A reason in one line. Of a crossing, `stage` is the stage and `passed_stages` the numbers of
 * those that were passed over: "2 3". The rest reads neither.
 *   2026-03-05 升至正式催款函，计入 12,345.00 元；越过：友好提醒、二次提醒
 */
char *arrears_words_describe_today (const ArrearsTodayReason *reason, int stage,
                                    const char *passed_stages);

G_END_DECLS
