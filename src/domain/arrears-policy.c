/* arrears-policy.c: the escalation policy (催收策略)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-policy.h"

#include "arrears-error.h"

#include <string.h>

static const ArrearsPolicy default_policy = {
  .stages = {
    { 1, { 0 }, ARREARS_ACTION_CALL | ARREARS_ACTION_TEXT, ARREARS_LETTER_NONE,
      ARREARS_TONE_FRIENDLY, "" },
    { 7, { 0 }, ARREARS_ACTION_CALL | ARREARS_ACTION_NOTICE, ARREARS_LETTER_NOTICE,
      ARREARS_TONE_POLITE, "" },
    { 15, { 20000 }, ARREARS_ACTION_CALL | ARREARS_ACTION_LETTER, ARREARS_LETTER_DEMAND,
      ARREARS_TONE_FORMAL, "" },
    { 31,
      { 20000 },
      ARREARS_ACTION_CALL | ARREARS_ACTION_LETTER | ARREARS_ACTION_VISIT
          | ARREARS_ACTION_STOP_SUPPLY,
      ARREARS_LETTER_FINAL, ARREARS_TONE_STERN, "" },
    { 60, { 200000 }, ARREARS_ACTION_LAWYER, ARREARS_LETTER_NONE, ARREARS_TONE_STERN, "" },
    { 90, { 200000 }, ARREARS_ACTION_COURT, ARREARS_LETTER_NONE, ARREARS_TONE_STERN, "" },
  },
  .n_stages = ARREARS_N_STAGES,
};

static const char *const action_words[]
    = { "call", "text", "notice", "letter", "visit", "stop_supply", "lawyer", "court", NULL };
static const char *const letter_words[ARREARS_N_LETTER_KINDS + 1]
    = { "none", "reminder", "notice", "demand", "final", NULL };
static const char *const tone_words[ARREARS_N_TONES + 1]
    = { "friendly", "polite", "formal", "stern", NULL };

/* Days times `halves` / 2, rounded up. */
static int
scale_days (int days, int halves)
{
  return MAX ((days * halves + 1) / 2, 1);
}

static int
get_halves (ArrearsGrade grade)
{
  switch (grade)
    {
    case ARREARS_GRADE_A:
      return 3;
    case ARREARS_GRADE_C:
      return 1;
    case ARREARS_GRADE_B:
    default:
      return 2;
    }
}

static void
soften (ArrearsStage *stage)
{
  if (stage->tone > ARREARS_TONE_FRIENDLY)
    stage->tone = (ArrearsTone) (stage->tone - 1);
}

ArrearsPolicy
arrears_policy_get_default (ArrearsGrade grade)
{
  ArrearsPolicy policy = default_policy;

  for (int i = 0; i < ARREARS_N_STAGES; i++)
    policy.stages[i].days_overdue
        = scale_days (policy.stages[i].days_overdue, get_halves (grade));
  for (int i = 0; grade == ARREARS_GRADE_A && i < ARREARS_STAGE_DEMAND; i++)
    soften (&policy.stages[i]);
  return policy;
}

static gboolean
check_stage (const ArrearsStage *stage, int number, int days_before, GError **error)
{
  if (stage->days_overdue <= days_before || stage->days_overdue > ARREARS_POLICY_MOST_DAYS)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "stage %d: %d days: expected %d to %d", number, stage->days_overdue,
                   days_before + 1, ARREARS_POLICY_MOST_DAYS);
      return FALSE;
    }
  if (stage->least.fen < 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN,
                   "stage %d: expected a least amount of 0 or more", number);
      return FALSE;
    }
  if (strpbrk (stage->name, "/;\n") != NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "stage %d: its name “%s” holds a “/” or a “;”", number, stage->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
arrears_policy_check (const ArrearsPolicy *policy, GError **error)
{
  g_return_val_if_fail (policy != NULL, FALSE);

  if (policy->n_stages < 1 || policy->n_stages > ARREARS_N_STAGES)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "%d stages: expected 1 to %d", policy->n_stages, ARREARS_N_STAGES);
      return FALSE;
    }
  for (int i = 0; i < policy->n_stages; i++)
    if (!check_stage (&policy->stages[i], i + 1, i > 0 ? policy->stages[i - 1].days_overdue : 0,
                      error))
      return FALSE;
  return TRUE;
}

/* The place of a word in a list that ends in NULL. */
static gboolean
find_word (const char *word, const char *const *words, int *place, GError **error)
{
  g_autofree char *expected = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (word, words[i]))
      {
        *place = i;
        return TRUE;
      }
  expected = g_strjoinv (", ", (char **) words);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN, "“%s”: expected one of %s", word,
               expected);
  return FALSE;
}

static gboolean
parse_actions (const char *text, ArrearsActions *actions, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, "+", -1);

  *actions = (ArrearsActions) 0;
  if (g_str_equal (text, "none"))
    return TRUE;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      int place;

      if (!find_word (words[i], action_words, &place, error))
        return FALSE;
      *actions = (ArrearsActions) (*actions | 1u << place);
    }
  return TRUE;
}

static gboolean
parse_days (const char *text, int *days, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, ARREARS_POLICY_MOST_DAYS, &number, NULL))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                   "“%s”: expected days, 1 to %d", text, ARREARS_POLICY_MOST_DAYS);
      return FALSE;
    }
  *days = (int) number;
  return TRUE;
}

static gboolean
parse_name (const char *text, ArrearsStage *stage, GError **error)
{
  if (strlen (text) >= sizeof stage->name)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "“%s”: expected a name of at most %d bytes", text, ARREARS_STAGE_NAME_SIZE - 1);
      return FALSE;
    }
  g_strlcpy (stage->name, text, sizeof stage->name);
  return TRUE;
}

static gboolean
parse_stage (const char *text, ArrearsStage *stage, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 6);
  guint n_parts = g_strv_length (parts);
  int letter;
  int tone;

  for (guint i = 0; i < n_parts; i++)
    g_strstrip (parts[i]);
  if (n_parts < 5)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
                   "“%s”: expected DAYS/LEAST/ACTIONS/LETTER/TONE", text);
      return FALSE;
    }
  if (!parse_days (parts[0], &stage->days_overdue, error)
      || !arrears_money_parse (parts[1], &stage->least, error)
      || !parse_actions (parts[2], &stage->actions, error)
      || !find_word (parts[3], letter_words, &letter, error)
      || !find_word (parts[4], tone_words, &tone, error))
    return FALSE;
  stage->letter = (ArrearsLetterKind) letter;
  stage->tone = (ArrearsTone) tone;
  return parse_name (n_parts == 6 ? parts[5] : "", stage, error);
}

gboolean
arrears_policy_parse (const char *text, ArrearsPolicy *policy, GError **error)
{
  g_auto (GStrv) stages = NULL;
  ArrearsPolicy read = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (policy != NULL, FALSE);

  stages = g_strsplit (text, ";", -1);
  for (gsize i = 0; stages[i] != NULL; i++)
    {
      if (g_strstrip (stages[i])[0] == '\0' && i > 0 && stages[i + 1] == NULL)
        break;
      if (i == ARREARS_N_STAGES)
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
                       "expected at most %d stages", ARREARS_N_STAGES);
          return FALSE;
        }
      if (!parse_stage (stages[i], &read.stages[i], error))
        {
          g_prefix_error (error, "stage %d: ", (int) i + 1);
          return FALSE;
        }
      read.n_stages = (int) i + 1;
    }
  if (!arrears_policy_check (&read, error))
    return FALSE;
  *policy = read;
  return TRUE;
}

static void
append_actions (GString *text, ArrearsActions actions)
{
  const char *separator = "";

  for (guint i = 0; action_words[i] != NULL; i++)
    if (actions & (1u << i))
      {
        g_string_append_printf (text, "%s%s", separator, action_words[i]);
        separator = "+";
      }
  if (actions == 0)
    g_string_append (text, "none");
}

char *
arrears_policy_to_string (const ArrearsPolicy *policy)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (policy != NULL, NULL);

  for (int i = 0; i < policy->n_stages; i++)
    {
      const ArrearsStage *stage = &policy->stages[i];
      g_autofree char *least = arrears_money_to_string (stage->least);

      g_string_append_printf (text, "%s%d/%s/", i > 0 ? ";" : "", stage->days_overdue, least);
      append_actions (text, stage->actions);
      g_string_append_printf (text, "/%s/%s", letter_words[stage->letter], tone_words[stage->tone]);
      if (stage->name[0] != '\0')
        g_string_append_printf (text, "/%s", stage->name);
    }
  return g_string_free (text, FALSE);
}

int
arrears_policy_get_legal_stage (const ArrearsPolicy *policy)
{
  for (int stage = 1; stage <= policy->n_stages; stage++)
    if (policy->stages[stage - 1].actions & (ARREARS_ACTION_LAWYER | ARREARS_ACTION_COURT))
      return stage;
  return policy->n_stages;
}

const char *
arrears_action_to_word (ArrearsActions action)
{
  for (guint i = 0; action_words[i] != NULL; i++)
    if (action == 1u << i)
      return action_words[i];
  g_return_val_if_reached (NULL);
}

const char *
arrears_letter_kind_to_word (ArrearsLetterKind kind)
{
  g_return_val_if_fail (kind < ARREARS_N_LETTER_KINDS, NULL);

  return letter_words[kind];
}

const char *
arrears_tone_to_word (ArrearsTone tone)
{
  g_return_val_if_fail (tone < ARREARS_N_TONES, NULL);

  return tone_words[tone];
}

const char *
arrears_stage_to_word (int stage)
{
  static const char *const words[] = {
    [ARREARS_STAGE_NONE] = "none",
    [ARREARS_STAGE_FRIENDLY] = "friendly",
    [ARREARS_STAGE_REMINDER] = "reminder",
    [ARREARS_STAGE_DEMAND] = "demand",
    [ARREARS_STAGE_HARD] = "hard",
    [ARREARS_STAGE_LAWYER] = "lawyer",
    [ARREARS_STAGE_COURT] = "court",
  };

  g_return_val_if_fail (stage >= 0 && stage <= ARREARS_N_STAGES, NULL);

  return words[stage];
}
