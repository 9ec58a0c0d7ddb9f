/* arrears-mapping.h: which column of a sheet is which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-import-field.h"
#include "arrears-sheet.h"

G_BEGIN_DECLS

/* One sheet of a file, its row of headings, and a field or NONE for each column. A field stands
 * at one column at most.
 */
typedef struct _ArrearsMapping ArrearsMapping;

/* Finds the sheet and the row of headings, passing over title rows, and recognises the headings
 * that accounting programs and hand-made sheets use, in Chinese and English. `sheets` are those
 * of arrears_sheet_read_all(); the first that has all needed headings is taken, else the one in
 * which most are recognised. What it could not find is for arrears_mapping_check() to say, so
 * that the user may help.
 *
 * `map` is NULL or COLUMN=FIELD,...: COLUMN is a heading of the file or, where none reads so, the
 * letter of a column; FIELD the word of a field. It wins over what was recognised. Fails with
 * ARREARS_ERROR_HEADING only on a map that is wrong, naming the headings or fields there are.
 */
ArrearsMapping *arrears_mapping_new  (ArrearsImportKind kind, GPtrArray *sheets, const char *map,
                                      GError **error);
void            arrears_mapping_free (ArrearsMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsMapping, arrears_mapping_free)

ArrearsImportKind arrears_mapping_get_kind  (const ArrearsMapping *mapping);
ArrearsSheet     *arrears_mapping_get_sheet (const ArrearsMapping *mapping);

/* The index in the sheet of the row of headings. */
guint arrears_mapping_get_header_row (const ArrearsMapping *mapping);

guint arrears_mapping_get_n_columns (const ArrearsMapping *mapping);

/* As it stands in the file; "" where a column has none. */
const char *arrears_mapping_get_heading (const ArrearsMapping *mapping, guint column);

/* The heading, or the letter of a column without one: what a message calls it. */
char *arrears_mapping_get_column_name (const ArrearsMapping *mapping, guint column);

/* Setting a field takes it from the column that had it. It must be NONE or one of the kind's. */
ArrearsImportField arrears_mapping_get_field (const ArrearsMapping *mapping, guint column);
void               arrears_mapping_set_field (ArrearsMapping *mapping, guint column,
                                              ArrearsImportField field);

/* FALSE, with *column untouched, where no column holds the field. */
gboolean arrears_mapping_find_column (const ArrearsMapping *mapping, ArrearsImportField field,
                                      guint *column);

/* Whether all needed fields have a column. Else ARREARS_ERROR_HEADING names those that lack one
 * and the headings that were found.
 */
gboolean arrears_mapping_check (const ArrearsMapping *mapping, GError **error);

G_END_DECLS
