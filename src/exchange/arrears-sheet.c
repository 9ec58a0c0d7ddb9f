/* arrears-sheet.c: a table of text cells, as somebody's CSV or xlsx file holds it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-sheet-private.h"

#include "arrears-csv.h"
#include "arrears-error.h"
#include "arrears-xlsx.h"

#include <string.h>

typedef struct
{
  guint number;
  guint first_cell;
  guint n_cells;
} Row;

typedef struct
{
  gpointer texts;
  GDestroyNotify destroy;
} Keepsake;

struct _ArrearsSheet
{
  gatomicrefcount ref_count;
  char *title;
  GArray *rows;  /* of Row */
  GArray *cells; /* of const char *, row after row, without the empty ones at the end of a row */
  GArray *keepsakes;
  guint n_columns;
  guint max_cells;
};

enum
{
  LETTERS = 26,
  MAX_FILE_BYTES = 512 * 1024 * 1024,
};

static void
clear_keepsake (gpointer data)
{
  Keepsake *keepsake = data;

  keepsake->destroy (keepsake->texts);
}

static Row *
get_row (const ArrearsSheet *sheet, guint index)
{
  return &g_array_index (sheet->rows, Row, index);
}

static gboolean
has_magic (GBytes *bytes, const char *magic, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, magic, length) == 0;
}

/* An xlsx file with a password is an OLE file with this name, in UTF-16, in its directory. */
static gboolean
has_encrypted_package (GBytes *bytes)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + sizeof name <= size; i++)
    if (data[i] == name[0] && memcmp (data + i, name, sizeof name) == 0)
      return TRUE;
  return FALSE;
}

/* Many programs call a web page .xls, and spreadsheets open it. */
static gboolean
is_web_page (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;

  arrears_sheet_trim (&data, &end);
  return (end - data >= 2 && data[0] == '<'
          && (g_ascii_isalpha (data[1]) || data[1] == '!' || data[1] == '?'))
         || has_magic (bytes, "MIME-Version:", 13);
}

/* What people take for a table and is none, told apart before anything tries to read it. */
static const char *
describe_foreign (GBytes *bytes)
{
  if (g_bytes_get_size (bytes) > MAX_FILE_BYTES)
    return "larger than 512 MiB";
  if (has_magic (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    return has_encrypted_package (bytes) ? "a workbook with a password: save it without one"
                                         : "an old .xls workbook: save it as xlsx or CSV";
  if (has_magic (bytes, "%PDF", 4))
    return "a PDF: expected xlsx or CSV";
  if (is_web_page (bytes))
    return "a web page or XML, whatever its name says: open it in a spreadsheet and save it as "
           "xlsx or CSV";
  return NULL;
}

static GPtrArray *
read_sheets (GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsSheet) sheet = NULL;
  GPtrArray *sheets;

  if (has_magic (bytes, "PK\x03\x04", 4))
    return arrears_xlsx_read (bytes, error);

  sheet = arrears_csv_read (bytes, error);
  if (sheet == NULL)
    return NULL;

  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_sheet_unref);
  g_ptr_array_add (sheets, g_steal_pointer (&sheet));
  return sheets;
}

static gboolean
has_rows (GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    if (arrears_sheet_get_n_rows (g_ptr_array_index (sheets, i)) > 0)
      return TRUE;
  return FALSE;
}

/* Bytes of marks that spreadsheets and chats leave around a text: U+00A0, the zero-width and
 * directional U+200B to U+200F and U+202A to U+202E, U+3000, U+FEFF.
 */
static gsize
match_invisible (const char *text, gsize length)
{
  const guchar *p = (const guchar *) text;

  if (length >= 1 && (p[0] <= ' ' || p[0] == 0x7f))
    return 1;
  if (length >= 2 && p[0] == 0xc2 && p[1] == 0xa0)
    return 2;
  if (length < 3)
    return 0;
  if (p[0] == 0xe2 && p[1] == 0x80
      && ((p[2] >= 0x8b && p[2] <= 0x8f) || (p[2] >= 0xaa && p[2] <= 0xae)))
    return 3;
  if ((p[0] == 0xe3 && p[1] == 0x80 && p[2] == 0x80)
      || (p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf))
    return 3;
  return 0;
}

static gsize
match_invisible_before (const char *start, const char *end)
{
  gsize length = (gsize) (end - start);

  for (gsize n = 1; n <= MIN (length, 3); n++)
    if (match_invisible (end - n, n) == n)
      return n;
  return 0;
}

/* Filling, for the readers. */

ArrearsSheet *
arrears_sheet_new (const char *title)
{
  ArrearsSheet *sheet = g_new0 (ArrearsSheet, 1);

  g_atomic_ref_count_init (&sheet->ref_count);
  sheet->title = g_strdup (title);
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (const char *));
  sheet->keepsakes = g_array_new (FALSE, FALSE, sizeof (Keepsake));
  g_array_set_clear_func (sheet->keepsakes, clear_keepsake);
  sheet->max_cells = ARREARS_SHEET_MAX_CELLS;
  return sheet;
}

void
arrears_sheet_keep (ArrearsSheet *sheet, gpointer texts, GDestroyNotify destroy)
{
  Keepsake keepsake = { texts, destroy };

  g_array_append_val (sheet->keepsakes, keepsake);
}

void
arrears_sheet_begin_row (ArrearsSheet *sheet, guint number)
{
  Row row = { number, sheet->cells->len, 0 };

  g_array_append_val (sheet->rows, row);
}

gboolean
arrears_sheet_set_cell (ArrearsSheet *sheet, guint column, const char *text, GError **error)
{
  static const char *const empty = "";
  Row *row = get_row (sheet, sheet->rows->len - 1);

  if (text[0] == '\0')
    return TRUE;

  if (column >= ARREARS_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "row %u has more than %d columns",
                   row->number, ARREARS_SHEET_MAX_COLUMNS);
      return FALSE;
    }
  if (sheet->cells->len + (column - row->n_cells) >= sheet->max_cells)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                   "row %u: the file has more than %d cells", row->number, ARREARS_SHEET_MAX_CELLS);
      return FALSE;
    }

  for (; row->n_cells < column; row->n_cells++)
    g_array_append_val (sheet->cells, empty);
  g_array_append_val (sheet->cells, text);
  row->n_cells++;
  return TRUE;
}

void
arrears_sheet_end_row (ArrearsSheet *sheet)
{
  guint last = sheet->rows->len - 1;
  guint n_cells = get_row (sheet, last)->n_cells;

  if (n_cells == 0)
    g_array_set_size (sheet->rows, last);
  else
    sheet->n_columns = MAX (sheet->n_columns, n_cells);
}

void
arrears_sheet_set_max_cells (ArrearsSheet *sheet, guint max_cells)
{
  sheet->max_cells = max_cells;
}

guint
arrears_sheet_get_free_cells (const ArrearsSheet *sheet)
{
  return sheet->max_cells - sheet->cells->len;
}

void
arrears_sheet_trim (const char **start, const char **end)
{
  gsize n;

  while (*start < *end && (n = match_invisible (*start, (gsize) (*end - *start))) > 0)
    *start += n;
  while (*start < *end && (n = match_invisible_before (*start, *end)) > 0)
    *end -= n;
}

/* Public. */

GPtrArray *
arrears_sheet_read_all (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) sheets = NULL;
  const char *foreign;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  foreign = describe_foreign (bytes);
  if (foreign != NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "%s is %s", name, foreign);
      return NULL;
    }

  sheets = read_sheets (bytes, error);
  if (sheets == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  if (!has_rows (sheets))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "%s is empty", name);
      return NULL;
    }
  return g_steal_pointer (&sheets);
}

ArrearsSheet *
arrears_sheet_ref (ArrearsSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  g_atomic_ref_count_inc (&sheet->ref_count);
  return sheet;
}

void
arrears_sheet_unref (ArrearsSheet *sheet)
{
  g_return_if_fail (sheet != NULL);

  if (!g_atomic_ref_count_dec (&sheet->ref_count))
    return;

  g_free (sheet->title);
  g_array_unref (sheet->rows);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->keepsakes);
  g_free (sheet);
}

const char *
arrears_sheet_get_title (const ArrearsSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  return sheet->title;
}

guint
arrears_sheet_get_n_rows (const ArrearsSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return sheet->rows->len;
}

guint
arrears_sheet_get_n_columns (const ArrearsSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return sheet->n_columns;
}

guint
arrears_sheet_get_row_number (const ArrearsSheet *sheet, guint index)
{
  g_return_val_if_fail (sheet != NULL && index < sheet->rows->len, 0);

  return get_row (sheet, index)->number;
}

guint
arrears_sheet_get_n_cells (const ArrearsSheet *sheet, guint index)
{
  g_return_val_if_fail (sheet != NULL && index < sheet->rows->len, 0);

  return get_row (sheet, index)->n_cells;
}

const char *
arrears_sheet_peek_cell (const ArrearsSheet *sheet, guint index, guint column)
{
  const Row *row;

  g_return_val_if_fail (sheet != NULL && index < sheet->rows->len, "");

  row = get_row (sheet, index);
  if (column >= row->n_cells)
    return "";
  return g_array_index (sheet->cells, const char *, row->first_cell + column);
}

char *
arrears_sheet_column_to_letters (guint column)
{
  char letters[8];
  gsize i = sizeof letters - 1;

  letters[i] = '\0';
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS)
    letters[--i] = (char) ('A' + (rest - 1) % LETTERS);
  return g_strdup (letters + i);
}

gboolean
arrears_sheet_column_from_letters (const char *letters, guint *column)
{
  guint number = 0;

  g_return_val_if_fail (letters != NULL && column != NULL, FALSE);

  for (const char *p = letters; *p != '\0'; p++)
    {
      if (!g_ascii_isalpha (*p))
        return FALSE;
      number = number * LETTERS + (guint) (g_ascii_toupper (*p) - 'A') + 1;
      if (number > ARREARS_SHEET_MAX_COLUMNS)
        return FALSE;
    }
  if (number == 0)
    return FALSE;

  *column = number - 1;
  return TRUE;
}
