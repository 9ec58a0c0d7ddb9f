/* arrears-cli-output.c: results as a table, JSON or CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

void
arrears_output_add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

void
arrears_output_add_money (JsonBuilder *builder, const char *member, ArrearsMoney money)
{
  g_autofree char *text = arrears_money_to_string (money);

  arrears_output_add_text (builder, member, text);
}

void
arrears_output_add_day (JsonBuilder *builder, const char *member, ArrearsDay day)
{
  g_autofree char *text = arrears_day_to_string (day);

  json_builder_set_member_name (builder, member);
  if (arrears_day_is_set (day))
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
arrears_output_add_number (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

void
arrears_output_add_boolean (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static char *
get_cell (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _("yes") : _("no"));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (json_node_get_string (node));
}

/* Chinese characters take two places on a terminal. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_iszerowidth (g_utf8_get_char (at)) ? 0
             : g_unichar_iswide (g_utf8_get_char (at))    ? 2
                                                          : 1;
  return width;
}

static void
print_padded (const char *text, guint width, gboolean is_number, gboolean is_last)
{
  int padding = (int) (width - get_width (text));

  if (is_number)
    printf ("%*s%s", padding, "", text);
  else
    printf ("%s%*s", text, is_last ? 0 : padding, "");
  fputs (is_last ? "\n" : "  ", stdout);
}

static guint
count_columns (const ArrearsColumn *columns)
{
  guint n = 0;

  while (columns[n].heading != NULL)
    n++;
  return n;
}

/* Cells row by row, the headings first. */
static GPtrArray *
collect_cells (JsonArray *array, const ArrearsColumn *columns, guint n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint column = 0; column < n_columns; column++)
    g_ptr_array_add (cells, g_strdup (_(columns[column].heading)));
  for (guint row = 0; row < json_array_get_length (array); row++)
    for (guint column = 0; column < n_columns; column++)
      g_ptr_array_add (cells, get_cell (json_array_get_object_element (array, row),
                                        columns[column].member));
  return cells;
}

static void
print_table (const GPtrArray *cells, const ArrearsColumn *columns, guint n_columns)
{
  g_autofree guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < cells->len; i++)
    widths[i % n_columns]
        = MAX (widths[i % n_columns], get_width (g_ptr_array_index (cells, i)));
  for (guint i = 0; i < cells->len; i++)
    print_padded (g_ptr_array_index (cells, i), widths[i % n_columns],
                  columns[i % n_columns].is_number, i % n_columns == n_columns - 1);
}

static void
print_csv_cell (const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      fputs (text, stdout);
      return;
    }
  putchar ('"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        putchar ('"');
      putchar (*at);
    }
  putchar ('"');
}

/* Excel takes UTF-8 for what it is only behind a byte order mark. */
static void
begin_csv (ArrearsCli *cli)
{
  if (!cli->has_printed)
    fputs ("\xEF\xBB\xBF", stdout);
  cli->has_printed = TRUE;
}

static void
print_csv (const GPtrArray *cells, guint n_columns)
{
  for (guint i = 0; i < cells->len; i++)
    {
      print_csv_cell (g_ptr_array_index (cells, i));
      fputs (i % n_columns == n_columns - 1 ? "\r\n" : ",", stdout);
    }
}

static void
print_json (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}

void
arrears_output_print_list (ArrearsCli *cli, JsonBuilder *builder, const char *list,
                           const ArrearsColumn *columns)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  guint n_columns = count_columns (columns);
  g_autoptr (GPtrArray) cells = NULL;
  JsonArray *array;

  if (cli->format == ARREARS_FORMAT_JSON)
    {
      print_json (root);
      return;
    }
  array = list != NULL ? json_object_get_array_member (json_node_get_object (root), list)
                       : json_node_get_array (root);
  cells = collect_cells (array, columns, n_columns);
  if (cli->format == ARREARS_FORMAT_TABLE)
    {
      print_table (cells, columns, n_columns);
      return;
    }
  begin_csv (cli);
  print_csv (cells, n_columns);
}

void
arrears_output_print_object (ArrearsCli *cli, JsonBuilder *builder, const ArrearsColumn *columns)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  guint n_columns = count_columns (columns);

  if (cli->format == ARREARS_FORMAT_JSON)
    {
      print_json (root);
      return;
    }
  if (cli->format == ARREARS_FORMAT_CSV)
    begin_csv (cli);
  for (guint i = 0; i < n_columns; i++)
    {
      JsonObject *object = json_node_get_object (root);
      g_autofree char *cell = get_cell (object, columns[i].member);

      if (!json_object_has_member (object, columns[i].member))
        continue;
      if (cli->format == ARREARS_FORMAT_CSV)
        {
          print_csv_cell (_(columns[i].heading));
          putchar (',');
          print_csv_cell (cell);
          fputs ("\r\n", stdout);
        }
      else
        printf ("%s%s%s\n", _(columns[i].heading), _(": "), cell);
    }
}
