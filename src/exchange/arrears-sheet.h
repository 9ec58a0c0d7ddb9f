/* arrears-sheet.h: a table of text cells, as somebody's CSV or xlsx file holds it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Rows that hold at least one text, each with its number in the file. Every text is UTF-8 without
 * white space at its ends; a day in xlsx stands as 2024-03-05, with a time of day behind it where
 * the cell has one; a number as it is, without grouping.
 *
 * The row number is the one that Excel shows beside the row, counted from 1. In a CSV file it
 * counts records, blank ones too: a line break within quotes does not shift it. Rows without any
 * text are not kept; they show as a gap in the numbers.
 *
 * A sheet never changes once it is read and may be used from several threads.
 */
typedef struct _ArrearsSheet ArrearsSheet;

/* Reads a file by what it holds; `name` is only what it is called in messages. CSV (delimited by
 * comma, semicolon, tab or bar; UTF-8, UTF-16, GB18030, Big5) gives one sheet, xlsx each visible
 * worksheet in its order. Returns at least one, of ArrearsSheet.
 *
 * ARREARS_ERROR_ENCODING: bytes that are no text. ARREARS_ERROR_FORMAT: an open quote, an old
 * .xls, a file with a password, nothing in it, anything else. Both name the row where there is
 * one. What a small file can swell to is bounded.
 */
GPtrArray *arrears_sheet_read_all (GBytes *bytes, const char *name, GError **error);

ArrearsSheet *arrears_sheet_ref   (ArrearsSheet *sheet);
void          arrears_sheet_unref (ArrearsSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsSheet, arrears_sheet_unref)

/* Of the worksheet; "" for CSV. */
const char *arrears_sheet_get_title (const ArrearsSheet *sheet);

guint arrears_sheet_get_n_rows (const ArrearsSheet *sheet);

/* Of the widest row. */
guint arrears_sheet_get_n_columns (const ArrearsSheet *sheet);

/* The number in the file of the row at `index`, 0 to n_rows - 1. */
guint arrears_sheet_get_row_number (const ArrearsSheet *sheet, guint index);

/* Up to the last cell of the row with a text in it. */
guint arrears_sheet_get_n_cells (const ArrearsSheet *sheet, guint index);

/* "" where the row has no such cell. Lives as long as the sheet. */
const char *arrears_sheet_peek_cell (const ArrearsSheet *sheet, guint index, guint column);

/* "A", "B" ... "XFD": what a column is called where it has no heading. */
char *arrears_sheet_column_to_letters (guint column);

/* Reads such letters, in any case. FALSE if they are none, or lie behind XFD. */
gboolean arrears_sheet_column_from_letters (const char *letters, guint *column);

G_END_DECLS
