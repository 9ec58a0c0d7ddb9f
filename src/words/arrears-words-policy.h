/* arrears-words-policy.h: what a policy does, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-log-entry.h"
#include "arrears-account.h"
#include "arrears-policy.h"

G_BEGIN_DECLS

/* All texts are translated; strings that are returned const live as long as the program. */

const char *arrears_words_get_for_action (ArrearsActions action);       /* 电话; of one action */
const char *arrears_words_get_for_letter_kind (ArrearsLetterKind kind); /* 催款通知单 */
const char *arrears_words_get_for_tone (ArrearsTone tone);              /* 正式 */

/* The name of stage `number` of a policy: its own, or the usual one. Lives as long as `stage`. */
const char *arrears_words_get_for_policy_stage (const ArrearsStage *stage, int number);

/* The name of the stage at which an account stands: its policy's, or the usual one. Lives as long as
 * `account`.
 */
const char *arrears_words_get_for_account_stage (ArrearsAccount *account);

/* All actions of a stage: 电话、催款函; "" for none. */
char *arrears_words_describe_actions (ArrearsActions actions);

/* A stage in one line: 逾期 15 天起，至少 200.00 元：电话、信函；催款函，正式. */
char *arrears_words_describe_stage (const ArrearsStage *stage);

/* One line for a log entry about policies and crossings; NULL for one of another kind. */
char *arrears_words_describe_escalation (ArrearsLogEntry *entry);

G_END_DECLS
