/* arrears-mapping.c: which column of a sheet is which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-mapping.h"

#include "arrears-column-map.h"
#include "arrears-error.h"
#include "arrears-heading.h"

#include <string.h>

struct _ArrearsMapping
{
  ArrearsImportKind kind;
  ArrearsSheet *sheet;
  guint header_row;
  GArray *fields; /* of ArrearsImportField, one for each column of the sheet */
};

/* How much of what is looked for a row holds. */
typedef struct
{
  guint n_named; /* headings that the user's map names */
  gboolean is_complete;
  guint n_recognised;
} RowScore;

enum
{
  MAX_HEADER_ROW = 100,     /* rows looked through for headings */
  MAX_HEADER_COLUMNS = 512, /* columns looked through */
  MAX_HEADING_BYTES = 120,  /* longer texts are no headings */
};

static ArrearsImportField *
get_fields (const ArrearsMapping *mapping)
{
  return (ArrearsImportField *) (gpointer) mapping->fields->data;
}

/* The row's cells as they are compared; "" for those that are too long to be headings. */
static GPtrArray *
normalize_row (const ArrearsMapping *mapping, guint row)
{
  guint n_cells = MIN (arrears_sheet_get_n_cells (mapping->sheet, row), MAX_HEADER_COLUMNS);
  GPtrArray *headings = g_ptr_array_new_full (n_cells, g_free);

  for (guint column = 0; column < n_cells; column++)
    {
      const char *cell = arrears_sheet_peek_cell (mapping->sheet, row, column);

      g_ptr_array_add (headings, strlen (cell) <= MAX_HEADING_BYTES
                                     ? arrears_heading_normalize (cell)
                                     : g_strdup (""));
    }
  return headings;
}

static gboolean
find_heading (GPtrArray *headings, const char *normalized, guint *column)
{
  for (guint i = 0; i < headings->len; i++)
    if (g_str_equal (g_ptr_array_index (headings, i), normalized))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
holds_field (const ArrearsMapping *mapping, ArrearsImportField field)
{
  guint column;

  return arrears_mapping_find_column (mapping, field, &column);
}

static gboolean
holds_needed (const ArrearsMapping *mapping)
{
  return arrears_mapping_check (mapping, NULL);
}

/* The free column that names the field best; `steals` also looks at columns of fields that are
 * not needed, except those that the user has set. ARREARS_HEADING_UNKNOWN if there is none.
 */
static int
find_best_column (const ArrearsMapping *mapping, GPtrArray *headings, const gboolean *is_fixed,
                  ArrearsImportField field, gboolean steals, guint *best_column)
{
  int best = ARREARS_HEADING_UNKNOWN;

  for (guint column = 0; column < headings->len; column++)
    {
      ArrearsImportField holder = get_fields (mapping)[column];
      gboolean is_free = holder == ARREARS_IMPORT_FIELD_NONE
                         || (steals && !arrears_import_kind_needs (mapping->kind, holder));
      int rank;

      if (!is_free || is_fixed[column])
        continue;
      rank = arrears_heading_get_rank (g_ptr_array_index (headings, column), mapping->kind, field);
      if (rank < best)
        {
          best = rank;
          *best_column = column;
        }
    }
  return best;
}

/* Gives one more field to the column that names it best of all; FALSE when none is left. */
static gboolean
recognise_next (ArrearsMapping *mapping, GPtrArray *headings, const gboolean *is_fixed)
{
  guint n_fields, column = 0, best_column = 0;
  const ArrearsImportField *fields = arrears_import_kind_get_fields (mapping->kind, &n_fields);
  ArrearsImportField best_field = ARREARS_IMPORT_FIELD_NONE;
  int best = ARREARS_HEADING_UNKNOWN;

  for (guint i = 0; i < n_fields; i++)
    {
      int rank;

      if (holds_field (mapping, fields[i]))
        continue;
      rank = find_best_column (mapping, headings, is_fixed, fields[i], FALSE, &column);
      if (rank < best)
        {
          best = rank;
          best_field = fields[i];
          best_column = column;
        }
    }
  if (best == ARREARS_HEADING_UNKNOWN)
    return FALSE;

  get_fields (mapping)[best_column] = best_field;
  return TRUE;
}

/* A needed field that went empty takes a makeshift: 发票号 as the invoice's own number. */
static void
steal_needed (ArrearsMapping *mapping, GPtrArray *headings, const gboolean *is_fixed)
{
  guint n_fields, column = 0;
  const ArrearsImportField *fields = arrears_import_kind_get_fields (mapping->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (arrears_import_kind_needs (mapping->kind, fields[i]) && !holds_field (mapping, fields[i])
        && find_best_column (mapping, headings, is_fixed, fields[i], TRUE, &column)
               != ARREARS_HEADING_UNKNOWN)
      get_fields (mapping)[column] = fields[i];
}

/* Fills the fields from the headings of a row, those that the map names first. */
static RowScore
recognise_row (ArrearsMapping *mapping, guint row, GPtrArray *matches)
{
  g_autoptr (GPtrArray) headings = normalize_row (mapping, row);
  g_autofree gboolean *is_fixed = g_new0 (gboolean, headings->len + 1);
  RowScore score = { 0 };
  guint column;

  memset (mapping->fields->data, 0, mapping->fields->len * sizeof (ArrearsImportField));
  for (guint i = 0; i < matches->len; i++)
    {
      const ArrearsColumnMatch *match = g_ptr_array_index (matches, i);

      if (find_heading (headings, match->normalized, &column))
        score.n_named++;
      else if (!arrears_sheet_column_from_letters (match->column, &column)
               || column >= mapping->fields->len)
        continue;
      get_fields (mapping)[column] = match->field;
      if (column < headings->len)
        is_fixed[column] = TRUE;
    }

  while (recognise_next (mapping, headings, is_fixed))
    score.n_recognised++;
  steal_needed (mapping, headings, is_fixed);
  score.is_complete = holds_needed (mapping);
  return score;
}

static gboolean
is_better (RowScore a, RowScore b)
{
  if (a.n_named != b.n_named)
    return a.n_named > b.n_named;
  if (a.is_complete != b.is_complete)
    return a.is_complete;
  return a.n_recognised > b.n_recognised;
}

static ArrearsMapping *
new_for_sheet (ArrearsImportKind kind, ArrearsSheet *sheet)
{
  ArrearsMapping *mapping = g_new0 (ArrearsMapping, 1);

  mapping->kind = kind;
  mapping->sheet = arrears_sheet_ref (sheet);
  mapping->fields = g_array_new (FALSE, TRUE, sizeof (ArrearsImportField));
  g_array_set_size (mapping->fields, arrears_sheet_get_n_columns (sheet));
  return mapping;
}

/* Leaves the mapping at the row of its sheet that holds most. */
static RowScore
find_header_row (ArrearsMapping *mapping, GPtrArray *matches)
{
  guint n_rows = MIN (arrears_sheet_get_n_rows (mapping->sheet), MAX_HEADER_ROW);
  RowScore best = { 0 };

  mapping->header_row = 0;
  for (guint row = 0; row < n_rows; row++)
    {
      RowScore score = recognise_row (mapping, row, matches);

      if (is_better (score, best))
        {
          best = score;
          mapping->header_row = row;
        }
    }
  if (n_rows > 0)
    recognise_row (mapping, mapping->header_row, matches);
  return best;
}

static char *
list_headings (const ArrearsMapping *mapping)
{
  GString *list = g_string_new (NULL);

  for (guint column = 0; column < MIN (mapping->fields->len, MAX_HEADER_COLUMNS); column++)
    {
      const char *heading = arrears_mapping_get_heading (mapping, column);

      if (heading[0] != '\0')
        g_string_append_printf (list, "%s\"%s\"", list->len > 0 ? ", " : "", heading);
    }
  return g_string_free (list, FALSE);
}

static guint
get_header_row_number (const ArrearsMapping *mapping)
{
  return arrears_sheet_get_row_number (mapping->sheet, mapping->header_row);
}

/* Whether the file has every column that the map names, no two of them the same. */
static gboolean
check_matches (const ArrearsMapping *mapping, GPtrArray *matches, GError **error)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const ArrearsColumnMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *headings = NULL;

      if (holds_field (mapping, match->field))
        continue;
      headings = list_headings (mapping);
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
                   "the map names the column \"%s\", which the file does not have or the map names "
                   "twice; row %u has %s",
                   match->column, get_header_row_number (mapping), headings);
      return FALSE;
    }
  return TRUE;
}

ArrearsMapping *
arrears_mapping_new (ArrearsImportKind kind, GPtrArray *sheets, const char *map, GError **error)
{
  g_autoptr (ArrearsMapping) best = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  RowScore best_score = { 0 };

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, NULL);

  matches = arrears_column_map_parse (map, kind, error);
  if (matches == NULL)
    return NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr (ArrearsMapping) mapping = new_for_sheet (kind, g_ptr_array_index (sheets, i));
      RowScore score = find_header_row (mapping, matches);

      if (arrears_sheet_get_n_rows (mapping->sheet) == 0
          || (best != NULL && !is_better (score, best_score)))
        continue;
      g_clear_pointer (&best, arrears_mapping_free);
      best = g_steal_pointer (&mapping);
      best_score = score;
    }

  g_return_val_if_fail (best != NULL, NULL);
  if (!check_matches (best, matches, error))
    return NULL;
  return g_steal_pointer (&best);
}

void
arrears_mapping_free (ArrearsMapping *mapping)
{
  g_return_if_fail (mapping != NULL);

  arrears_sheet_unref (mapping->sheet);
  g_array_unref (mapping->fields);
  g_free (mapping);
}

ArrearsImportKind
arrears_mapping_get_kind (const ArrearsMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, ARREARS_IMPORT_CUSTOMERS);

  return mapping->kind;
}

ArrearsSheet *
arrears_mapping_get_sheet (const ArrearsMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);

  return mapping->sheet;
}

guint
arrears_mapping_get_header_row (const ArrearsMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, 0);

  return mapping->header_row;
}

guint
arrears_mapping_get_n_columns (const ArrearsMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, 0);

  return mapping->fields->len;
}

const char *
arrears_mapping_get_heading (const ArrearsMapping *mapping, guint column)
{
  g_return_val_if_fail (mapping != NULL, "");

  return arrears_sheet_peek_cell (mapping->sheet, mapping->header_row, column);
}

char *
arrears_mapping_get_column_name (const ArrearsMapping *mapping, guint column)
{
  const char *heading = arrears_mapping_get_heading (mapping, column);

  return heading[0] != '\0' ? g_strdup (heading) : arrears_sheet_column_to_letters (column);
}

ArrearsImportField
arrears_mapping_get_field (const ArrearsMapping *mapping, guint column)
{
  g_return_val_if_fail (mapping != NULL && column < mapping->fields->len,
                        ARREARS_IMPORT_FIELD_NONE);

  return get_fields (mapping)[column];
}

void
arrears_mapping_set_field (ArrearsMapping *mapping, guint column, ArrearsImportField field)
{
  guint holder;

  g_return_if_fail (mapping != NULL && column < mapping->fields->len);

  if (field != ARREARS_IMPORT_FIELD_NONE && arrears_mapping_find_column (mapping, field, &holder))
    get_fields (mapping)[holder] = ARREARS_IMPORT_FIELD_NONE;
  get_fields (mapping)[column] = field;
}

gboolean
arrears_mapping_find_column (const ArrearsMapping *mapping, ArrearsImportField field, guint *column)
{
  g_return_val_if_fail (mapping != NULL && column != NULL, FALSE);
  g_return_val_if_fail (field != ARREARS_IMPORT_FIELD_NONE, FALSE);

  for (guint i = 0; i < mapping->fields->len; i++)
    if (get_fields (mapping)[i] == field)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static char *
list_missing (const ArrearsMapping *mapping)
{
  guint n_fields;
  const ArrearsImportField *fields = arrears_import_kind_get_fields (mapping->kind, &n_fields);
  g_autoptr (GString) list = g_string_new (NULL);

  if (!holds_field (mapping, ARREARS_IMPORT_FIELD_CUSTOMER_CODE)
      && !holds_field (mapping, ARREARS_IMPORT_FIELD_CUSTOMER_NAME))
    g_string_append (list, "customer_code or customer_name");
  for (guint i = 0; i < n_fields; i++)
    if (arrears_import_kind_needs (mapping->kind, fields[i]) && !holds_field (mapping, fields[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              arrears_import_field_to_word (fields[i]));
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

gboolean
arrears_mapping_check (const ArrearsMapping *mapping, GError **error)
{
  g_autofree char *missing = NULL;
  g_autofree char *headings = NULL;

  g_return_val_if_fail (mapping != NULL, FALSE);

  missing = list_missing (mapping);
  if (missing == NULL)
    return TRUE;

  headings = list_headings (mapping);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_HEADING,
               "no column for %s; row %u, taken for the headings, has %s", missing,
               get_header_row_number (mapping), headings);
  return FALSE;
}
