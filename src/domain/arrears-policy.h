/* arrears-policy.h: the escalation policy (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-grade.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* The stages of the default policy; the number of a stage is its place in the policy. */
enum
{
  ARREARS_STAGE_NONE = 0,
  ARREARS_STAGE_FRIENDLY = 1, /* 友好提醒 */
  ARREARS_STAGE_REMINDER = 2, /* 二次提醒 */
  ARREARS_STAGE_DEMAND = 3,   /* 正式催款函 */
  ARREARS_STAGE_HARD = 4,     /* 强力催收 */
  ARREARS_STAGE_LAWYER = 5,   /* 委托律师 */
  ARREARS_STAGE_COURT = 6,    /* 诉讼/仲裁 */
  ARREARS_N_STAGES = 6,
};

typedef enum
{
  ARREARS_ACTION_CALL = 1 << 0,
  ARREARS_ACTION_TEXT = 1 << 1,
  ARREARS_ACTION_NOTICE = 1 << 2,
  ARREARS_ACTION_LETTER = 1 << 3,
  ARREARS_ACTION_VISIT = 1 << 4,
  ARREARS_ACTION_STOP_SUPPLY = 1 << 5,
  ARREARS_ACTION_LAWYER = 1 << 6,
  ARREARS_ACTION_COURT = 1 << 7,
} ArrearsActions;

/* Which letter a stage sends; each has more weight than the one before. */
typedef enum
{
  ARREARS_LETTER_NONE,
  ARREARS_LETTER_REMINDER, /* 付款提醒 */
  ARREARS_LETTER_NOTICE,   /* 催款通知单 */
  ARREARS_LETTER_DEMAND,   /* 催款函 */
  ARREARS_LETTER_FINAL,    /* 最后催告函 */
  ARREARS_N_LETTER_KINDS
} ArrearsLetterKind;

/* How its texts speak. */
typedef enum
{
  ARREARS_TONE_FRIENDLY,
  ARREARS_TONE_POLITE,
  ARREARS_TONE_FORMAL,
  ARREARS_TONE_STERN,
  ARREARS_N_TONES
} ArrearsTone;

enum
{
  ARREARS_STAGE_NAME_SIZE = 64, /* bytes of UTF-8 with the final 0 */
  ARREARS_POLICY_MOST_DAYS = 36500,
};

typedef struct
{
  int days_overdue;   /* reached when an item is overdue for so many days or more */
  ArrearsMoney least; /* and these items together come to this much or more */
  ArrearsActions actions;
  ArrearsLetterKind letter;
  ArrearsTone tone;
  char name[ARREARS_STAGE_NAME_SIZE]; /* "": the usual one of the stage */
} ArrearsStage;

/* stages[n - 1] is stage n, up to n_stages; days ascend. */
typedef struct
{
  ArrearsStage stages[ARREARS_N_STAGES];
  int n_stages;
} ArrearsPolicy;

/* 1, 7, 15, 31, 60, 90 days; nothing, nothing, 200, 200, 2000, 2000 yuan; no letter, notice, demand,
 * final, none, none. For grade A the days times 1.5 rounded up and softer tones up to stage 3, for
 * grade C the days times 0.5 rounded up, at least 1.
 */
ArrearsPolicy arrears_policy_get_default (ArrearsGrade grade);

/* Refuses no stage at all or more than six, days below 1 or not above those of the stage before
 * (ARREARS_ERROR_NUMBER_UNREADABLE), amounts below 0 (_AMOUNT_SIGN) and a name that holds "/" or
 * ";" (_WORD_UNKNOWN). The message names the stage.
 */
gboolean arrears_policy_check (const ArrearsPolicy *policy, GError **error);

/* The stages as a text: one after the other with ";" between, each as
 *     DAYS/LEAST/ACTIONS/LETTER/TONE or DAYS/LEAST/ACTIONS/LETTER/TONE/NAME
 * such as "15/200.00/call+letter/demand/formal". Actions have "+" between, "none" for none. What is
 * read is checked too. Refuses what it cannot read with the code of the part and its stage.
 */
gboolean arrears_policy_parse     (const char *text, ArrearsPolicy *policy, GError **error);
char    *arrears_policy_to_string (const ArrearsPolicy *policy);

/* The first stage that goes to a lawyer or a court; the last one where none does. */
int arrears_policy_get_legal_stage (const ArrearsPolicy *policy);

/* "call", "text", "notice", "letter", "visit", "stop_supply", "lawyer", "court"; of one action. */
const char *arrears_action_to_word (ArrearsActions action);

/* "none", "reminder", "notice", "demand", "final". */
const char *arrears_letter_kind_to_word (ArrearsLetterKind kind);

/* "friendly", "polite", "formal", "stern". */
const char *arrears_tone_to_word (ArrearsTone tone);

/* "none", "friendly", "reminder", "demand", "hard", "lawyer", "court". */
const char *arrears_stage_to_word (int stage);

G_END_DECLS
