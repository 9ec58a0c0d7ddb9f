/* arrears-xlsx-styles.c: how the numbers of a workbook are to be read: as days, codes, amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-xlsx-styles.h"

#include "arrears-day.h"

#include <math.h>
#include <string.h>

/* What a style makes of a number. */
typedef struct
{
  gboolean is_day;
  guint n_zeros; /* leading zeros fill up to so many digits; 0: none */
} Style;

struct _ArrearsXlsxStyles
{
  GArray *styles; /* of Style, by the number that cells name */
  gboolean is_1904;
};

typedef struct
{
  ArrearsXlsxStyles *styles;
  GHashTable *formats; /* own ones of the workbook: number to Style, by value */
  gboolean is_in_cell_styles;
} StylesReading;

enum
{
  DAYS_FROM_1900_TO_1904 = 1462,
  SECONDS_PER_DAY = 24 * 60 * 60,
  PRECISE_DIGITS = 15,
  MAX_DECIMALS = 6,
  MAX_ZEROS = 32,
  MAX_STYLES = 65536,
};

/* The formats that every workbook has without naming them: ECMA-376 18.8.30, with those of the
 * Chinese, Japanese and Korean editions.
 */
static gboolean
is_builtin_day (guint format)
{
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31)
         || format == 36 || (format >= 50 && format <= 54) || format == 57 || format == 58;
}

gboolean
arrears_xlsx_format_is_day (const char *format)
{
  gboolean is_quoted = FALSE;

  g_return_val_if_fail (format != NULL, FALSE);

  for (const char *p = format; *p != '\0' && *p != ';'; p++)
    {
      if (*p == '"')
        is_quoted = !is_quoted;
      else if (is_quoted)
        continue;
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (*p == '[')
        {
          p = strchr (p, ']');
          if (p == NULL)
            return FALSE;
        }
      else if (g_ascii_strncasecmp (p, "General", 7) == 0)
        p += 6;
      else if (strchr ("yYdDe", *p) != NULL)
        return TRUE;
    }
  return FALSE;
}

static Style
classify_format (const char *format)
{
  Style style = { .is_day = arrears_xlsx_format_is_day (format) };
  gsize n_zeros = strspn (format, "0");

  if (n_zeros >= 2 && n_zeros <= MAX_ZEROS && format[n_zeros] == '\0')
    style.n_zeros = (guint) n_zeros;
  return style;
}

static void
add_format (StylesReading *reading, const ArrearsXmlAttributes *attributes)
{
  guint number = arrears_xml_attributes_get_uint (attributes, "numFmtId", 0);
  g_autofree char *format = arrears_xml_attributes_dup (attributes, "formatCode");

  if (format != NULL)
    {
      Style style = classify_format (format);

      g_hash_table_insert (reading->formats, GUINT_TO_POINTER (number),
                           g_memdup2 (&style, sizeof style));
    }
}

static void
add_style (StylesReading *reading, const ArrearsXmlAttributes *attributes)
{
  guint number = arrears_xml_attributes_get_uint (attributes, "numFmtId", 0);
  const Style *own = g_hash_table_lookup (reading->formats, GUINT_TO_POINTER (number));
  Style style = { .is_day = is_builtin_day (number) };

  if (own != NULL)
    style = *own;
  if (reading->styles->styles->len < MAX_STYLES)
    g_array_append_val (reading->styles->styles, style);
}

static gboolean
start_element (gpointer data, const char *name, const ArrearsXmlAttributes *attributes,
               GError **error)
{
  StylesReading *reading = data;

  if (g_str_equal (name, "cellXfs"))
    reading->is_in_cell_styles = TRUE;
  else if (g_str_equal (name, "numFmt"))
    add_format (reading, attributes);
  else if (g_str_equal (name, "xf") && reading->is_in_cell_styles)
    add_style (reading, attributes);
  return TRUE;
}

static gboolean
end_element (gpointer data, const char *name, GError **error)
{
  StylesReading *reading = data;

  if (g_str_equal (name, "cellXfs"))
    reading->is_in_cell_styles = FALSE;
  return TRUE;
}

static gboolean
format_day (const ArrearsXlsxStyles *styles, double number, GString *text)
{
  double serial = floor (number);
  int seconds = (int) lround ((number - serial) * SECONDS_PER_DAY);
  g_autofree char *written = NULL;
  ArrearsDay day;

  if (seconds == SECONDS_PER_DAY)
    {
      serial += 1;
      seconds = 0;
    }
  if (styles->is_1904)
    serial += DAYS_FROM_1900_TO_1904;
  if (!(serial >= 1 && serial < G_MAXINT32)
      || !arrears_day_from_excel_serial ((gint64) serial, &day, NULL))
    return FALSE;

  written = arrears_day_to_string (day);
  g_string_assign (text, written);
  if (seconds != 0)
    g_string_append_printf (text, " %02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                            seconds % 60);
  return TRUE;
}

static void
strip_zeros (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0 && text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
}

/* As Excel shows what it can no longer hold: 2.6332E+19. */
static void
format_cut (double number, GString *text)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *exponent;

  g_ascii_formatd (buffer, sizeof buffer, "%.14E", number);
  exponent = strchr (buffer, 'E');
  g_string_truncate (text, 0);
  g_string_append_len (text, buffer, exponent - buffer);
  strip_zeros (text);
  g_string_append (text, exponent);
}

static void
format_plain (double number, GString *text)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  point = strchr (buffer, '.');
  if (strchr (buffer, 'e') != NULL || (point != NULL && strlen (point + 1) > MAX_DECIMALS))
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.6f", number);
      g_string_assign (text, buffer);
      strip_zeros (text);
      if (g_str_equal (text->str, "-0"))
        g_string_assign (text, "0");
      return;
    }
  g_string_assign (text, buffer);
}

static void
fill_zeros (GString *text, guint n_zeros)
{
  if (strspn (text->str, "0123456789") == text->len)
    while (text->len < n_zeros)
      g_string_prepend_c (text, '0');
}

ArrearsXlsxStyles *
arrears_xlsx_styles_read (ArrearsXlsxPackage *package, const char *part, gboolean is_1904,
                          GError **error)
{
  static const ArrearsXmlHandler handler = { .start = start_element, .end = end_element };
  g_autoptr (ArrearsXlsxStyles) styles = g_new0 (ArrearsXlsxStyles, 1);
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  StylesReading reading = { styles, formats, FALSE };

  styles->styles = g_array_new (FALSE, FALSE, sizeof (Style));
  styles->is_1904 = is_1904;
  if (part != NULL && !arrears_xlsx_package_read (package, part, &handler, &reading, error))
    return NULL;
  return g_steal_pointer (&styles);
}

void
arrears_xlsx_styles_free (ArrearsXlsxStyles *styles)
{
  g_return_if_fail (styles != NULL);

  g_array_unref (styles->styles);
  g_free (styles);
}

void
arrears_xlsx_styles_apply (const ArrearsXlsxStyles *styles, guint style, GString *text)
{
  Style found = { 0 };
  gboolean is_short_whole
      = text->len < PRECISE_DIGITS && strspn (text->str, "0123456789") == text->len;
  char *end;
  double number;

  if (style < styles->styles->len)
    found = g_array_index (styles->styles, Style, style);
  if (!is_short_whole || found.is_day)
    {
      number = g_ascii_strtod (text->str, &end);
      if (text->len == 0 || *end != '\0' || !isfinite (number))
        return;
      if (found.is_day && format_day (styles, number, text))
        return;
      if (fabs (number) >= 1e15)
        format_cut (number, text);
      else
        format_plain (number, text);
    }
  if (found.n_zeros > 0)
    fill_zeros (text, found.n_zeros);
}
