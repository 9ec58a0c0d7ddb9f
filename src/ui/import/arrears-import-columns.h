/* arrears-import-columns.h: the first rows of a file, and which column is which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-import.h"

G_BEGIN_DECLS

/* Above each column of the file stands the list of fields that it can be matched to. A field that
 * is given to one column is taken from the other.
 *
 * ::changed is emitted when the user has matched a column anew.
 */
#define ARREARS_TYPE_IMPORT_COLUMNS (arrears_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsImportColumns, arrears_import_columns, ARREARS, IMPORT_COLUMNS,
                      AdwBin)

/* Shows a file and how its columns are matched; NULL shows nothing. The import must stay open. */
void arrears_import_columns_show (ArrearsImportColumns *self, ArrearsImport *import);

/* Matches the columns of the import as the user has chosen. */
void arrears_import_columns_apply (ArrearsImportColumns *self);

ArrearsImportField arrears_import_columns_get_field (ArrearsImportColumns *self, guint column);
void               arrears_import_columns_set_field (ArrearsImportColumns *self, guint column,
                                                     ArrearsImportField field);

gboolean arrears_import_columns_has_field (ArrearsImportColumns *self, ArrearsImportField field);

/* The fields that are needed and that no column has, in the user's words with commas between;
 * NULL where none is missing. (transfer full)
 */
char *arrears_import_columns_describe_missing (ArrearsImportColumns *self);

G_END_DECLS
