/* arrears-pdf-text.c: text strings and dates as PDF writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-text.h"

#include <string.h>

#define MINUTES_OF_A_DAY (24 * 60)

char *
arrears_pdf_text_from_utf8 (const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  GString *object = g_string_new ("<FEFF");

  for (const gunichar2 *unit = units; unit != NULL && *unit != 0; unit++)
    g_string_append_printf (object, "%04X", *unit);
  g_string_append_c (object, '>');

  return g_string_free (object, FALSE);
}

char *
arrears_pdf_date_format (gint64 unix_time, int utc_offset_minutes)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (unix_time);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *digits = NULL;
  int ahead = ABS (utc_offset_minutes);

  if (start == NULL || ahead >= MINUTES_OF_A_DAY)
    return NULL;
  if ((local = g_date_time_add_minutes (start, utc_offset_minutes)) == NULL)
    return NULL;

  digits = g_strdup_printf ("D:%04d%02d%02d%02d%02d%02d", g_date_time_get_year (local),
                            g_date_time_get_month (local), g_date_time_get_day_of_month (local),
                            g_date_time_get_hour (local), g_date_time_get_minute (local),
                            g_date_time_get_second (local));
  return g_strdup_printf ("%s%c%02d'%02d'", digits, utc_offset_minutes < 0 ? '-' : '+', ahead / 60,
                          ahead % 60);
}

/* Takes n digits; FALSE if fewer stand there. */
static gboolean
take_digits (const char **at, int n, int *value)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*at)[i]);
    }

  *at += n;
  *value = sum;
  return TRUE;
}

/* "Z", "+08'00'", "+08'00", "+08", or nothing; FALSE if something else stands there. */
static gboolean
take_offset (const char *at, int *minutes)
{
  int sign, hours, rest = 0;

  *minutes = 0;
  if (*at == '\0')
    return TRUE;
  if (*at == 'Z')
    return strspn (at + 1, "0'") == strlen (at + 1);
  if (*at != '+' && *at != '-')
    return FALSE;

  sign = *at++ == '-' ? -1 : 1;
  if (!take_digits (&at, 2, &hours))
    return FALSE;
  if (*at == '\'')
    at++;
  if (*at != '\0' && !take_digits (&at, 2, &rest))
    return FALSE;
  if (*at == '\'')
    at++;

  *minutes = sign * (hours * 60 + rest);
  return *at == '\0' && hours < 24 && rest < 60;
}

gboolean
arrears_pdf_date_parse (const char *text, gint64 *unix_time)
{
  int year, parts[] = { 1, 1, 0, 0, 0 };
  int offset;
  g_autoptr (GDateTime) instant = NULL;

  if (g_str_has_prefix (text, "D:"))
    text += 2;
  if (!take_digits (&text, 4, &year))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!take_digits (&text, 2, &parts[i]))
      break;
  if (!take_offset (text, &offset))
    return FALSE;

  instant = g_date_time_new_utc (year, parts[0], parts[1], parts[2], parts[3], parts[4]);
  if (instant == NULL)
    return FALSE;

  *unix_time = g_date_time_to_unix (instant) - offset * 60;
  return TRUE;
}
