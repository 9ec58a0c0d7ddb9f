/* arrears-uscc.c: unified social credit codes (统一社会信用代码)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-uscc.h"

#include "arrears-error.h"
#include "arrears-text.h"

#include <string.h>

enum
{
  LENGTH = 18,
  MODULUS = 31,
  ORGANISATION_START = 8,
  ORGANISATION_LENGTH = 8,
  ORGANISATION_MODULUS = 11,
};

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static char *
normalize (const char *text)
{
  g_autofree char *plain = arrears_text_normalize (text);
  GString *code;

  if (plain == NULL)
    return NULL;

  code = g_string_new (NULL);
  for (const char *p = plain; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (code, g_ascii_toupper (*p));
  return g_string_free (code, FALSE);
}

/* GB 32100: the place of each of 17 characters in the alphabet times 3 to the power of its own
 * place, modulo 31.
 */
static char
get_check_character (const char *code)
{
  int sum = 0;
  int weight = 1;

  for (int i = 0; i < LENGTH - 1; i++)
    {
      sum += (int) (strchr (alphabet, code[i]) - alphabet) * weight;
      weight = weight * 3 % MODULUS;
    }
  return alphabet[(MODULUS - sum % MODULUS) % MODULUS];
}

/* GB 11714, where a letter counts by its place in the whole Latin alphabet. */
static char
get_organisation_check_character (const char *code)
{
  static const int weights[ORGANISATION_LENGTH] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;
  int check;

  for (int i = 0; i < ORGANISATION_LENGTH; i++)
    {
      char character = code[ORGANISATION_START + i];
      int value = g_ascii_isdigit (character) ? character - '0' : character - 'A' + 10;

      sum += value * weights[i];
    }
  check = (ORGANISATION_MODULUS - sum % ORGANISATION_MODULUS) % ORGANISATION_MODULUS;
  return check == 10 ? 'X' : (char) ('0' + check);
}

gboolean
arrears_uscc_parse (const char *text, char **code, ArrearsUsccVerdict *verdict, GError **error)
{
  g_autofree char *normal = NULL;
  glong length;
  gboolean is_sound;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (code != NULL && verdict != NULL, FALSE);

  normal = normalize (text);
  length = normal != NULL ? g_utf8_strlen (normal, -1) : 0;
  if (length != LENGTH)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_USCC_LENGTH,
                   "“%s” has %ld places: expected a unified social credit code of %d",
                   normal != NULL ? normal : "(not UTF-8)", length, LENGTH);
      return FALSE;
    }
  if (strspn (normal, alphabet) != LENGTH)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_USCC_ALPHABET,
                   "“%s” has a character that no unified social credit code has: expected only %s",
                   normal, alphabet);
      return FALSE;
    }

  is_sound = normal[LENGTH - 1] == get_check_character (normal)
             && normal[LENGTH - 2] == get_organisation_check_character (normal);
  *verdict = is_sound ? ARREARS_USCC_SOUND : ARREARS_USCC_CHECK_FAILS;
  *code = g_steal_pointer (&normal);
  return TRUE;
}
