/* arrears-test-table.c: a table of cases, read from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-test-table.h"

#include <string.h>

struct _ArrearsTestTable
{
  char *name;
  char **headings;
  GPtrArray *rows; /* of char ** */
};

static char **
split_line (const char *line, gboolean has_tabs)
{
  char **cells = g_strsplit (line, has_tabs ? "\t" : ",", -1);

  for (gsize i = 0; has_tabs && cells[i] != NULL; i++)
    {
      char *plain = g_strcompress (cells[i]);

      g_free (cells[i]);
      cells[i] = plain;
    }
  return cells;
}

static guint
find_column (const ArrearsTestTable *table, const char *column)
{
  for (guint i = 0; table->headings[i] != NULL; i++)
    if (g_str_equal (table->headings[i], column))
      return i;
  g_error ("%s has no column %s", table->name, column);
}

ArrearsTestTable *
arrears_test_table_load (const char *variable, const char *name)
{
  ArrearsTestTable *table = g_new0 (ArrearsTestTable, 1);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (g_getenv (variable));
  path = g_build_filename (g_getenv (variable), name, NULL);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  table->name = g_strdup (name);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char **cells;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      cells = split_line (lines[i], g_str_has_suffix (name, ".tsv"));
      if (table->headings == NULL)
        table->headings = cells;
      else
        g_ptr_array_add (table->rows, cells);
    }
  g_assert_cmpuint (table->rows->len, >, 0);
  return table;
}

ArrearsTestTable *
arrears_test_table_load_cases (const char *name)
{
  g_autofree char *path = g_build_filename ("cases", name, NULL);

  return arrears_test_table_load ("ARREARS_TEST_DATA", path);
}

void
arrears_test_table_free (ArrearsTestTable *table)
{
  if (table == NULL)
    return;

  g_free (table->name);
  g_strfreev (table->headings);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

guint
arrears_test_table_get_n_rows (const ArrearsTestTable *table)
{
  return table->rows->len;
}

void
arrears_test_table_announce (const ArrearsTestTable *table, guint row)
{
  char **cells = g_ptr_array_index (table->rows, row);

  g_test_message ("%s: case %u: %s", table->name, row + 1, cells[0]);
}

const char *
arrears_test_table_get (const ArrearsTestTable *table, guint row, const char *column)
{
  char **cells = g_ptr_array_index (table->rows, row);
  guint place = find_column (table, column);

  return place < g_strv_length (cells) ? cells[place] : "";
}
