/* arrears-xlsx-worksheet.c: one worksheet of an xlsx file as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-xlsx-worksheet.h"

#include "arrears-error.h"
#include "arrears-sheet-private.h"
#include "arrears-xlsx-strings.h"

#include <string.h>

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* formula result or text of its own */
  CELL_BOOLEAN,
  CELL_DAY, /* ISO 8601 */
} CellType;

typedef struct
{
  ArrearsSheet *sheet;
  GPtrArray *strings;
  const ArrearsXlsxStyles *styles;
  GStringChunk *own_texts;

  guint row;         /* number of the row being read; 0 before the first */
  guint next_column; /* of a cell that does not name its own */
  gboolean is_in_row;

  CellType type;
  guint style;
  guint column;
  GString *value;
  gboolean is_in_value;
  gboolean is_in_cell;
  guint n_phonetic;
} SheetReading;

enum
{
  MAX_ROW = 1048576, /* of Excel */
  TEXT_BLOCK_BYTES = 64 * 1024,
};

static gboolean
set_fault (const SheetReading *reading, const char *reason, GError **error)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "row %u: %s", reading->row, reason);
  return FALSE;
}

static gboolean
start_row (SheetReading *reading, const ArrearsXmlAttributes *attributes, GError **error)
{
  guint number = arrears_xml_attributes_get_uint (attributes, "r", reading->row + 1);

  if (number <= reading->row || number > MAX_ROW || reading->is_in_row)
    return set_fault (reading, "the next row does not ascend", error);

  reading->row = number;
  reading->is_in_row = TRUE;
  reading->next_column = 0;
  arrears_sheet_begin_row (reading->sheet, number);
  return TRUE;
}

/* The column of a place such as AB12. */
static gboolean
read_place (const char *place, gsize length, guint *column)
{
  char letters[4] = { 0 };
  gsize n_letters = 0;

  while (n_letters < length && g_ascii_isalpha (place[n_letters]))
    n_letters++;
  if (n_letters == 0 || n_letters >= sizeof letters)
    return FALSE;
  memcpy (letters, place, n_letters);
  return arrears_sheet_column_from_letters (letters, column);
}

static CellType
read_type (const ArrearsXmlAttributes *attributes)
{
  const char *type;
  gsize length;

  if (!arrears_xml_attributes_find (attributes, "t", &type, &length) || length == 0)
    return CELL_NUMBER;
  if (length == 1)
    switch (type[0])
      {
      case 'n':
        return CELL_NUMBER;
      case 's':
        return CELL_SHARED;
      case 'b':
        return CELL_BOOLEAN;
      case 'd':
        return CELL_DAY;
      default:
        return CELL_TEXT;
      }
  return CELL_TEXT;
}

static gboolean
start_cell (SheetReading *reading, const ArrearsXmlAttributes *attributes, GError **error)
{
  const char *place;
  gsize length;

  reading->column = reading->next_column;
  if (arrears_xml_attributes_find (attributes, "r", &place, &length)
      && !read_place (place, length, &reading->column))
    return set_fault (reading, "a cell has no place in the sheet", error);
  if (!reading->is_in_row || reading->column < reading->next_column)
    return set_fault (reading, "cells do not ascend", error);

  reading->next_column = reading->column + 1;
  reading->type = read_type (attributes);
  reading->style = arrears_xml_attributes_get_uint (attributes, "s", 0);
  reading->is_in_cell = TRUE;
  g_string_truncate (reading->value, 0);
  return TRUE;
}

static gboolean
start_element (gpointer data, const char *name, const ArrearsXmlAttributes *attributes,
               GError **error)
{
  SheetReading *reading = data;

  if (g_str_equal (name, "c"))
    return start_cell (reading, attributes, error);
  if (g_str_equal (name, "row"))
    return start_row (reading, attributes, error);
  if (g_str_equal (name, "rPh"))
    reading->n_phonetic++;
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    reading->is_in_value = reading->is_in_cell && reading->n_phonetic == 0;
  return TRUE;
}

static gboolean
take_text (gpointer data, const char *text, gsize length, GError **error)
{
  SheetReading *reading = data;

  if (reading->is_in_value)
    g_string_append_len (reading->value, text, (gssize) length);
  return TRUE;
}

static const char *
find_shared (SheetReading *reading)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (reading->value->str, 10, 0, G_MAXUINT, &index, NULL)
      || index >= reading->strings->len)
    return NULL;
  return g_ptr_array_index (reading->strings, index);
}

/* Brings the value into the form that sheets hold. */
static void
convert_value (SheetReading *reading)
{
  char *separator;

  switch (reading->type)
    {
    case CELL_NUMBER:
      arrears_xlsx_styles_apply (reading->styles, reading->style, reading->value);
      break;
    case CELL_BOOLEAN:
      g_string_assign (reading->value, g_str_equal (reading->value->str, "1") ? "TRUE" : "FALSE");
      break;
    case CELL_DAY:
      separator = strchr (reading->value->str, 'T');
      if (separator != NULL)
        *separator = ' ';
      break;
    case CELL_TEXT:
      arrears_xlsx_strings_unescape (reading->value);
      break;
    case CELL_SHARED:
    default:
      g_assert_not_reached ();
    }
}

static const char *
store_value (SheetReading *reading)
{
  const char *start = reading->value->str;
  const char *end = start + reading->value->len;

  arrears_sheet_trim (&start, &end);
  return g_string_chunk_insert_len (reading->own_texts, start, end - start);
}

static gboolean
end_cell (SheetReading *reading, GError **error)
{
  const char *text;

  reading->is_in_cell = FALSE;
  if (reading->value->len == 0)
    return TRUE;

  if (reading->type == CELL_SHARED)
    {
      text = find_shared (reading);
      if (text == NULL)
        return set_fault (reading, "a cell names a shared text that does not exist", error);
    }
  else
    {
      convert_value (reading);
      text = store_value (reading);
    }
  return arrears_sheet_set_cell (reading->sheet, reading->column, text, error);
}

static gboolean
end_element (gpointer data, const char *name, GError **error)
{
  SheetReading *reading = data;

  if (g_str_equal (name, "c"))
    return end_cell (reading, error);
  if (g_str_equal (name, "row"))
    {
      reading->is_in_row = FALSE;
      arrears_sheet_end_row (reading->sheet);
    }
  else if (g_str_equal (name, "rPh"))
    reading->n_phonetic--;
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    reading->is_in_value = FALSE;
  return TRUE;
}

gboolean
arrears_xlsx_worksheet_read (ArrearsXlsxPackage *package, const char *part, GPtrArray *strings,
                             const ArrearsXlsxStyles *styles, ArrearsSheet *sheet, GError **error)
{
  static const ArrearsXmlHandler handler = { start_element, take_text, end_element };
  g_autoptr (GString) value = g_string_new (NULL);
  SheetReading reading = { .sheet = sheet, .strings = strings, .styles = styles, .value = value };

  reading.own_texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  arrears_sheet_keep (sheet, reading.own_texts, (GDestroyNotify) g_string_chunk_free);
  arrears_sheet_keep (sheet, g_ptr_array_ref (strings), (GDestroyNotify) g_ptr_array_unref);
  return arrears_xlsx_package_read (package, part, &handler, &reading, error);
}
