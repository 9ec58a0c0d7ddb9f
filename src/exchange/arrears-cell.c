/* arrears-cell.c: the text of a cell as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-cell.h"

#include "arrears-error.h"
#include "arrears-text.h"
#include "arrears-uscc.h"

#include <string.h>

#define DIGITS "0123456789"

enum
{
  MAX_TERMS_DAYS = 3650,
  MAX_TERMS_DIGITS = 4,
  SERIAL_DIGITS = 5,   /* of a day between 1927 and 2173 */
  PRECISE_DIGITS = 15, /* what a spreadsheet holds of a number */
};

static gboolean
is_formula_error (const char *text)
{
  static const char *const errors[]
      = { "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!" };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_str_equal (text, errors[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_formula (const char *text, GError **error)
{
  if (text[0] != '#' || !is_formula_error (text))
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING,
               "the formula of this cell failed with %s", text);
  return FALSE;
}

gboolean
arrears_cell_is_empty (const char *text, gboolean is_amount)
{
  static const char *const words[] = { "-", "--", "—", "——", "/", "\\", "无" };

  if (text[0] == '\0')
    return TRUE;
  if (is_amount || strlen (text) > strlen ("——"))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (text, words[i]))
      return TRUE;
  return FALSE;
}

/* A break inside Chinese text is only there to fit the column; between words it is a blank. */
static void
append_break (GString *line, char next)
{
  if (line->len > 0 && g_ascii_isgraph (line->str[line->len - 1]) && g_ascii_isgraph (next))
    g_string_append_c (line, ' ');
}

gboolean
arrears_cell_read_line (const char *text, GStringChunk *texts, const char **line, GError **error)
{
  g_autoptr (GString) joined = NULL;

  if (!check_formula (text, error))
    return FALSE;
  *line = text;
  if (strpbrk (text, "\n\v\f\r") == NULL)
    return TRUE;

  joined = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\n\v\f\r");

      g_string_append_len (joined, p, (gssize) length);
      p += length;
      if (*p == '\0')
        break;
      p += strspn (p, "\n\v\f\r");
      append_break (joined, *p);
    }
  *line = g_string_chunk_insert (texts, joined->str);
  return TRUE;
}

gboolean
arrears_cell_read_note (const char *text, GStringChunk *texts, const char **note, GError **error)
{
  g_autoptr (GString) plain = NULL;

  if (!check_formula (text, error))
    return FALSE;
  *note = text;
  if (strchr (text, '\r') == NULL)
    return TRUE;

  plain = g_string_new (text);
  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  *note = g_string_chunk_insert (texts, plain->str);
  return TRUE;
}

/* 2.6332E+19. */
static gboolean
is_scientific (const char *text)
{
  gsize n_whole = strspn (text, DIGITS);
  const char *p = text + n_whole;

  if (n_whole != 1)
    return FALSE;
  if (*p == '.')
    p += 1 + strspn (p + 1, DIGITS);
  if ((*p != 'E' && *p != 'e') || p[1] != '+')
    return FALSE;
  p += 2;
  return *p != '\0' && strspn (p, DIGITS) == strlen (p);
}

static gboolean
is_rounded (const char *text)
{
  gsize length = strlen (text);

  return length > PRECISE_DIGITS && strspn (text, DIGITS) == length
         && strspn (text + PRECISE_DIGITS, "0") == length - PRECISE_DIGITS;
}

gboolean
arrears_cell_read_code (const char *text, GStringChunk *texts, const char **code, GError **warning,
                        GError **error)
{
  if (!arrears_cell_read_line (text, texts, code, error))
    return FALSE;
  if (is_scientific (*code))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_CUT,
                   "%s is what a spreadsheet leaves of a long number: format the column as text "
                   "and enter the numbers anew",
                   *code);
      return FALSE;
    }
  if (is_rounded (*code))
    g_set_error (warning, ARREARS_ERROR, ARREARS_ERROR_NUMBER_CUT,
                 "%s ends in zeros from its 16th digit on: a spreadsheet may have cut it", *code);
  return TRUE;
}

gboolean
arrears_cell_read_uscc (const char *text, GStringChunk *texts, const char **code, GError **warning,
                        GError **error)
{
  g_autofree char *normalized = NULL;
  ArrearsUsccVerdict verdict;

  if (!arrears_cell_read_code (text, texts, code, warning, error)
      || !arrears_uscc_parse (*code, &normalized, &verdict, error))
    return FALSE;

  *code = g_string_chunk_insert (texts, normalized);
  if (verdict == ARREARS_USCC_CHECK_FAILS)
    {
      g_clear_error (warning);
      g_set_error (warning, ARREARS_ERROR, ARREARS_ERROR_USCC_CHECK,
                   "the check character of %s does not fit", normalized);
    }
  return TRUE;
}

static gboolean
is_bare_serial (const char *text)
{
  gsize n_digits = strspn (text, DIGITS);
  const char *rest = text + n_digits;

  return n_digits == SERIAL_DIGITS
         && (*rest == '\0' || (*rest == '.' && strspn (rest + 1, DIGITS) == strlen (rest + 1)));
}

gboolean
arrears_cell_read_day (const char *text, ArrearsDayOrder order, ArrearsDay *day, GError **error)
{
  if (is_bare_serial (text))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_UNREADABLE,
                   "%s is a bare number: if it is a spreadsheet's serial number of a day, format "
                   "the column as a date",
                   text);
      return FALSE;
    }
  return check_formula (text, error) && arrears_day_parse (text, order, day, error);
}

gboolean
arrears_cell_read_amount (const char *text, ArrearsMoney *amount, GError **error)
{
  if (g_str_equal (text, "/") || g_str_equal (text, "\\") || g_str_equal (text, "无"))
    {
      *amount = ARREARS_MONEY_ZERO;
      return TRUE;
    }
  return check_formula (text, error) && arrears_money_parse (text, amount, error);
}

gboolean
arrears_cell_read_limit (const char *text, ArrearsMoney *limit, GError **error)
{
  if (!arrears_cell_read_amount (text, limit, error))
    return FALSE;
  if (limit->fen >= 0)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_AMOUNT_SIGN, "%s is less than zero", text);
  return FALSE;
}

/* Moves behind the digits, and behind the .00 that some programs write to a whole number. */
static gboolean
take_whole_number (const char **cursor, int *number)
{
  gsize n_digits = strspn (*cursor, DIGITS);

  if (n_digits == 0 || n_digits > MAX_TERMS_DIGITS)
    return FALSE;
  *number = (int) g_ascii_strtoll (*cursor, NULL, 10);
  *cursor += n_digits;
  if (arrears_text_take (cursor, ".0"))
    *cursor += strspn (*cursor, "0");
  return TRUE;
}

gboolean
arrears_cell_read_terms (const char *text, int *days, GError **error)
{
  g_autofree char *plain = arrears_text_normalize (text);
  const char *cursor = plain != NULL ? plain : "";
  int number;

  if (take_whole_number (&cursor, &number) && number <= MAX_TERMS_DAYS)
    {
      arrears_text_skip_spaces (&cursor);
      if (!arrears_text_take (&cursor, "天") && !arrears_text_take (&cursor, "日")
          && !arrears_text_take (&cursor, "days"))
        arrears_text_take (&cursor, "day");
      if (*cursor == '\0')
        {
          *days = number;
          return TRUE;
        }
    }

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NUMBER_UNREADABLE,
               "\"%s\" is not a whole number of days from 0 to %d", text, MAX_TERMS_DAYS);
  return FALSE;
}
