/* arrears-table.h: rows and columns on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_COLUMN_FIXED, /* figures and days: as wide as the widest cell, never broken */
  ARREARS_COLUMN_TEXT,  /* takes what the others leave and is broken into lines */
} ArrearsColumnKind;

typedef struct _ArrearsTable ArrearsTable;

ArrearsTable *arrears_table_new  (void);
void          arrears_table_free (ArrearsTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTable, arrears_table_free)

/* All columns come before the first row. \n in a heading or cell begins a line. */
void arrears_table_add_column (ArrearsTable *table, ArrearsColumnKind kind,
                               ArrearsAlignment alignment, const char *heading);

/* As many cells as columns, copied. The total stands last, in bold, and is never alone on a page. */
void arrears_table_add_row   (ArrearsTable *table, const char *const *cells);
void arrears_table_set_total (ArrearsTable *table, const char *const *cells);

/* Composes the table over the whole measure, in type of `size` or, where the fixed columns need
 * it, a little smaller. Figures stand under each other. A row never splits; the heading is
 * repeated on every page.
 */
void arrears_table_add_to_layout (ArrearsTable *table, ArrearsLayout *layout, double size);

G_END_DECLS
