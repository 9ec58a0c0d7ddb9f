/* arrears-csv.h: delimited text as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-sheet.h"

G_BEGIN_DECLS

/* RFC 4180 as it really comes: the delimiter (comma, semicolon, tab, bar) is the one that cuts
 * most rows into the same number of cells, or what a first line sep=; says; lines end in LF, CR
 * LF or CR; ="0001" and '0001 are the text 0001; a quote in the middle of a cell stands for
 * itself, and so does what follows a closing quote on the same line.
 *
 * ARREARS_ERROR_FORMAT names the row in which a quote was opened that is not closed: at the end of
 * the file, after 32,767 characters, or where a quoted line break is followed by a closing quote
 * in the middle of a cell, which is a lost quote too. ARREARS_ERROR_ENCODING as
 * arrears_encoding_decode().
 */
ArrearsSheet *arrears_csv_read (GBytes *bytes, GError **error);

G_END_DECLS
