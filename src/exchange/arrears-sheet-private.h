/* arrears-sheet-private.h: filling a sheet, for the readers of this room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-sheet.h"

G_BEGIN_DECLS

enum
{
  ARREARS_SHEET_MAX_COLUMNS = 16384,           /* of Excel: A to XFD */
  ARREARS_SHEET_MAX_CELLS = 16 * 1024 * 1024,  /* in all sheets of a file */
  ARREARS_SHEET_MAX_CELL_CHARACTERS = 32767,   /* of Excel */
};

ArrearsSheet *arrears_sheet_new (const char *title);

/* Hands over something that the texts of cells live in. */
void arrears_sheet_keep (ArrearsSheet *sheet, gpointer texts, GDestroyNotify destroy);

/* A row is begun, its cells are set from left to right, and it is ended; one without a text leaves
 * no trace. The text is borrowed, trimmed, and must live in something that the sheet keeps. Row
 * numbers ascend. Setting fails with ARREARS_ERROR_FORMAT on more than a sheet may hold.
 */
void     arrears_sheet_begin_row (ArrearsSheet *sheet, guint number);
gboolean arrears_sheet_set_cell  (ArrearsSheet *sheet, guint column, const char *text,
                                  GError **error);
void     arrears_sheet_end_row   (ArrearsSheet *sheet);

/* How many cells it takes; what is left of it counts on for the next sheet of the file. */
void  arrears_sheet_set_max_cells  (ArrearsSheet *sheet, guint max_cells);
guint arrears_sheet_get_free_cells (const ArrearsSheet *sheet);

/* Narrows start .. end to leave out white space, and marks that show nothing, at both ends. */
void arrears_sheet_trim (const char **start, const char **end);

G_END_DECLS
