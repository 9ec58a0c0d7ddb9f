/* arrears-xlsx.c: an xlsx workbook as sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-xlsx.h"

#include "arrears-error.h"
#include "arrears-sheet-private.h"
#include "arrears-xlsx-package.h"
#include "arrears-xlsx-strings.h"
#include "arrears-xlsx-styles.h"
#include "arrears-xlsx-worksheet.h"

#include <string.h>

#define USUAL_WORKBOOK "xl/workbook.xml"

enum
{
  MAX_SHEETS = 1000,
};

/* How parts point to each other: a number of their own, what for, and which part. */
typedef struct
{
  char *id;
  char *type;   /* the last word of its URI: "worksheet", "styles" */
  char *target; /* full name of the part */
} Relation;

typedef struct
{
  char *title;
  char *relation;
  gboolean is_hidden;
} SheetEntry;

typedef struct
{
  GPtrArray *relations; /* of Relation */
  char *folder;         /* that targets are counted from; ends in / unless it is "" */
} RelationsReading;

typedef struct
{
  GPtrArray *entries; /* of SheetEntry */
  gboolean is_1904;
} WorkbookReading;

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
free_entry (gpointer data)
{
  SheetEntry *entry = data;

  g_free (entry->title);
  g_free (entry->relation);
  g_free (entry);
}

/* Relations. */

/* "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" or "../x.xml", seen from the folder. */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;

  if (target[0] == '/')
    return g_strdup (target + 1);
  path = g_strconcat ("/", folder, target, NULL);
  plain = g_canonicalize_filename (path, "/");
  return g_strdup (plain + 1);
}

static gboolean
take_relation (gpointer data, const char *name, const ArrearsXmlAttributes *attributes,
               GError **error)
{
  RelationsReading *reading = data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  const char *last_word;
  Relation *relation;

  if (!g_str_equal (name, "Relationship"))
    return TRUE;
  type = arrears_xml_attributes_dup (attributes, "Type");
  target = arrears_xml_attributes_dup (attributes, "Target");
  if (type == NULL || target == NULL)
    return TRUE;

  last_word = strrchr (type, '/');
  relation = g_new0 (Relation, 1);
  relation->id = arrears_xml_attributes_dup (attributes, "Id");
  relation->type = g_strdup (last_word != NULL ? last_word + 1 : type);
  relation->target = resolve_target (reading->folder, target);
  g_ptr_array_add (reading->relations, relation);
  return TRUE;
}

/* Of the part, or of the whole file where it is "". */
static GPtrArray *
read_relations (ArrearsXlsxPackage *package, const char *part, GError **error)
{
  static const ArrearsXmlHandler handler = { .start = take_relation };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  const char *slash = strrchr (part, '/');
  gsize n_folder = slash != NULL ? (gsize) (slash - part) + 1 : 0;
  g_autofree char *folder = g_strndup (part, n_folder);
  g_autofree char *source = g_strconcat (folder, "_rels/", part + n_folder, ".rels", NULL);
  RelationsReading reading = { relations, folder };

  if (!arrears_xlsx_package_read (package, source, &handler, &reading, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const Relation *
find_relation (GPtrArray *relations, const char *id, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (g_str_equal (relation->type, type) && (id == NULL || g_strcmp0 (relation->id, id) == 0))
        return relation;
    }
  return NULL;
}

static const char *
find_target (GPtrArray *relations, const char *type)
{
  const Relation *relation = find_relation (relations, NULL, type);

  return relation != NULL ? relation->target : NULL;
}

/* The workbook. */

static gboolean
take_workbook_element (gpointer data, const char *name, const ArrearsXmlAttributes *attributes,
                       GError **error)
{
  WorkbookReading *reading = data;

  if (g_str_equal (name, "workbookPr"))
    reading->is_1904 = arrears_xml_attributes_get_boolean (attributes, "date1904");
  else if (g_str_equal (name, "sheet"))
    {
      g_autofree char *state = arrears_xml_attributes_dup (attributes, "state");
      SheetEntry *entry;

      if (reading->entries->len == MAX_SHEETS)
        {
          g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "more than %d sheets",
                       MAX_SHEETS);
          return FALSE;
        }
      entry = g_new0 (SheetEntry, 1);
      entry->title = arrears_xml_attributes_dup (attributes, "name");
      entry->relation = arrears_xml_attributes_dup (attributes, "id");
      entry->is_hidden = state != NULL && !g_str_equal (state, "visible");
      g_ptr_array_add (reading->entries, entry);
    }
  return TRUE;
}

static const Relation *
find_worksheet (GPtrArray *relations, const SheetEntry *entry)
{
  return entry->relation != NULL ? find_relation (relations, entry->relation, "worksheet") : NULL;
}

static gboolean
has_visible (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (!((const SheetEntry *) g_ptr_array_index (entries, i))->is_hidden)
      return TRUE;
  return FALSE;
}

static GPtrArray *
read_worksheets (ArrearsXlsxPackage *package, const WorkbookReading *workbook, GPtrArray *relations,
                 GError **error)
{
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_sheet_unref);
  g_autoptr (GPtrArray) strings = NULL;
  g_autoptr (ArrearsXlsxStyles) styles = NULL;
  gboolean skips_hidden = has_visible (workbook->entries);
  guint free_cells = ARREARS_SHEET_MAX_CELLS;

  strings = arrears_xlsx_strings_read (package, find_target (relations, "sharedStrings"), error);
  if (strings == NULL)
    return NULL;
  styles = arrears_xlsx_styles_read (package, find_target (relations, "styles"), workbook->is_1904,
                                     error);
  if (styles == NULL)
    return NULL;

  for (guint i = 0; i < workbook->entries->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (workbook->entries, i);
      const Relation *relation = find_worksheet (relations, entry);
      ArrearsSheet *sheet;

      if (relation == NULL || (entry->is_hidden && skips_hidden))
        continue;
      sheet = arrears_sheet_new (entry->title != NULL ? entry->title : "");
      g_ptr_array_add (sheets, sheet);
      arrears_sheet_set_max_cells (sheet, free_cells);
      if (!arrears_xlsx_worksheet_read (package, relation->target, strings, styles, sheet, error))
        {
          g_prefix_error (error, "sheet \"%s\": ", arrears_sheet_get_title (sheet));
          return NULL;
        }
      free_cells = arrears_sheet_get_free_cells (sheet);
    }
  return g_steal_pointer (&sheets);
}

/* A zip file without these parts is something else, and that is what the user needs to hear. */
static void
set_no_workbook (GError **error)
{
  g_clear_error (error);
  g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                       "a zip file that is no xlsx workbook: save it as xlsx or CSV");
}

static GPtrArray *
read_workbook (ArrearsXlsxPackage *package, GError **error)
{
  static const ArrearsXmlHandler handler = { .start = take_workbook_element };
  g_autoptr (GPtrArray) roots = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  WorkbookReading workbook = { .entries = entries };
  const char *part;

  roots = read_relations (package, "", error);
  if (roots == NULL)
    return NULL;
  part = find_target (roots, "officeDocument");
  if (part == NULL)
    part = USUAL_WORKBOOK;
  if (g_str_has_suffix (part, ".bin"))
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                           "a binary workbook (xlsb): save it as xlsx or CSV");
      return NULL;
    }
  relations = read_relations (package, part, error);
  if (relations == NULL || !arrears_xlsx_package_read (package, part, &handler, &workbook, error))
    return NULL;
  return read_worksheets (package, &workbook, relations, error);
}

GPtrArray *
arrears_xlsx_read (GBytes *bytes, GError **error)
{
  g_autoptr (ArrearsXlsxPackage) package = NULL;
  g_autoptr (GError) failure = NULL;
  GPtrArray *sheets;

  g_return_val_if_fail (bytes != NULL, NULL);

  package = arrears_xlsx_package_new (bytes);
  sheets = read_workbook (package, &failure);
  if (sheets != NULL && sheets->len > 0)
    return sheets;

  g_clear_pointer (&sheets, g_ptr_array_unref);
  if (failure == NULL || g_error_matches (failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND))
    set_no_workbook (&failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
