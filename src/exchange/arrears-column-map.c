/* arrears-column-map.c: columns matched to fields by the user's own words (--map)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-column-map.h"

#include "arrears-error.h"
#include "arrears-heading.h"

#include <string.h>

static void
free_match (gpointer data)
{
  ArrearsColumnMatch *match = data;

  g_free (match->column);
  g_free (match->normalized);
  g_free (match);
}

static char *
list_fields (ArrearsImportKind kind)
{
  guint n_fields;
  const ArrearsImportField *fields = arrears_import_kind_get_fields (kind, &n_fields);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            arrears_import_field_to_word (fields[i]));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
check_single (GPtrArray *matches, const ArrearsColumnMatch *added, GError **error)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const ArrearsColumnMatch *match = g_ptr_array_index (matches, i);

      if (match->field == added->field)
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
                       "the map gives %s two columns, \"%s\" and \"%s\"",
                       arrears_import_field_to_word (added->field), match->column, added->column);
          return FALSE;
        }
      if (g_str_equal (match->normalized, added->normalized))
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
                       "the map names the column \"%s\" twice", added->column);
          return FALSE;
        }
    }
  return TRUE;
}

/* Adds what stands on both sides of the last =. */
static gboolean
add_match (GPtrArray *matches, const char *text, ArrearsImportKind kind, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *word = g_strstrip (g_strdup (equals + 1));
  ArrearsColumnMatch *match = g_new0 (ArrearsColumnMatch, 1);

  match->column = g_strstrip (g_strndup (text, (gsize) (equals - text)));
  match->normalized = arrears_heading_normalize (match->column);
  match->field = arrears_import_field_from_word (kind, word);
  if (match->normalized[0] == '\0')
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
                 "the map names no column before \"=%s\"", word);
  else if (match->field == ARREARS_IMPORT_FIELD_NONE)
    {
      g_autofree char *fields = list_fields (kind);

      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
                   "the map names a field \"%s\"; the fields of %s are %s", word,
                   arrears_import_kind_to_word (kind), fields);
    }
  else if (check_single (matches, match, error))
    {
      g_ptr_array_add (matches, match);
      return TRUE;
    }
  free_match (match);
  return FALSE;
}

GPtrArray *
arrears_column_map_parse (const char *map, ArrearsImportKind kind, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (free_match);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) pieces = g_strsplit (map != NULL ? map : "", ",", -1);

  for (char **piece = pieces; *piece != NULL; piece++)
    {
      if (text->len > 0)
        g_string_append_c (text, ',');
      g_string_append (text, *piece);
      if (strchr (*piece, '=') == NULL)
        continue;
      if (!add_match (matches, text->str, kind, error))
        return NULL;
      g_string_truncate (text, 0);
    }

  if (strspn (text->str, " ,") != text->len)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
                   "the map ends in \"%s\"; expected COLUMN=FIELD,...", text->str);
      return NULL;
    }
  return g_steal_pointer (&matches);
}
