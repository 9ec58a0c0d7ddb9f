/* arrears-xlsx-strings.c: the texts that the cells of a workbook share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-xlsx-strings.h"

#include "arrears-sheet-private.h"

#include <string.h>

typedef struct
{
  GPtrArray *strings;
  GString *text; /* of the string being read */
  gboolean is_in_text;
  guint n_phonetic; /* depth of rPh: how to pronounce it, which is no part of it */
} StringsReading;

enum
{
  ESCAPE_LENGTH = 7, /* of _x000D_ */
};

static gboolean
read_escape (const char *text, gunichar *character)
{
  int value = 0;

  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      value = value * 16 + digit;
    }
  *character = (gunichar) value;
  return text[6] == '_' && g_unichar_validate (*character);
}

void
arrears_xlsx_strings_unescape (GString *text)
{
  g_autoptr (GString) plain = NULL;

  if (strstr (text->str, "_x") == NULL && strchr (text->str, '\r') == NULL)
    return;

  plain = g_string_sized_new (text->len);
  for (const char *p = text->str; *p != '\0';)
    {
      gunichar character = (guchar) *p;
      gboolean is_escape = read_escape (p, &character);

      if (is_escape && (character >= ' ' || character == '\n' || character == '\t'))
        g_string_append_unichar (plain, character);
      else if (!is_escape && *p != '\r')
        g_string_append_c (plain, *p);
      p += is_escape ? ESCAPE_LENGTH : 1;
    }
  g_string_assign (text, plain->str);
}

static gboolean
start_element (gpointer data, const char *name, const ArrearsXmlAttributes *attributes,
               GError **error)
{
  StringsReading *reading = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (reading->text, 0);
  else if (g_str_equal (name, "rPh"))
    reading->n_phonetic++;
  else if (g_str_equal (name, "t"))
    reading->is_in_text = reading->n_phonetic == 0;
  return TRUE;
}

static gboolean
take_text (gpointer data, const char *text, gsize length, GError **error)
{
  StringsReading *reading = data;

  if (reading->is_in_text)
    g_string_append_len (reading->text, text, (gssize) length);
  return TRUE;
}

static gboolean
end_element (gpointer data, const char *name, GError **error)
{
  StringsReading *reading = data;

  if (g_str_equal (name, "si"))
    {
      const char *start, *end;

      arrears_xlsx_strings_unescape (reading->text);
      start = reading->text->str;
      end = start + reading->text->len;
      arrears_sheet_trim (&start, &end);
      g_ptr_array_add (reading->strings, g_strndup (start, (gsize) (end - start)));
    }
  else if (g_str_equal (name, "rPh"))
    reading->n_phonetic--;
  else if (g_str_equal (name, "t"))
    reading->is_in_text = FALSE;
  return TRUE;
}

GPtrArray *
arrears_xlsx_strings_read (ArrearsXlsxPackage *package, const char *part, GError **error)
{
  static const ArrearsXmlHandler handler = { start_element, take_text, end_element };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  StringsReading reading = { .strings = strings, .text = text };

  if (part != NULL && !arrears_xlsx_package_read (package, part, &handler, &reading, error))
    return NULL;
  return g_steal_pointer (&strings);
}
