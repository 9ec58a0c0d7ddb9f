/* arrears-text.c: typed text brought into one form before it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-text.h"

#include <string.h>

enum
{
  FULL_WIDTH_FIRST = 0xff01,
  FULL_WIDTH_LAST = 0xff5e,
  FULL_WIDTH_TO_ASCII = 0xfee0,
  FULL_WIDTH_YEN = 0xffe5,
  YEN = 0x00a5,
  MINUS_SIGN = 0x2212,
  BYTE_ORDER_MARK = 0xfeff,
};

static gunichar
to_plain (gunichar character)
{
  if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST)
    return character - FULL_WIDTH_TO_ASCII;
  if (character == FULL_WIDTH_YEN)
    return YEN;
  if (character == BYTE_ORDER_MARK || g_unichar_isspace (character))
    return ' ';
  if (character == MINUS_SIGN || g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION)
    return '-';
  return character;
}

char *
arrears_text_normalize (const char *text)
{
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  plain = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (plain, to_plain (g_utf8_get_char (p)));
  return g_strstrip (g_string_free (plain, FALSE));
}

gboolean
arrears_text_take (const char **cursor, const char *prefix)
{
  if (!g_str_has_prefix (*cursor, prefix))
    return FALSE;

  *cursor += strlen (prefix);
  return TRUE;
}

void
arrears_text_skip_spaces (const char **cursor)
{
  while (**cursor == ' ')
    (*cursor)++;
}
