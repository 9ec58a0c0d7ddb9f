/* arrears-cell.h: the text of a cell as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* Each reads a text that is not empty. Texts come back as they are, or as a changed copy in
 * `texts`. FALSE with one of the ARREARS_ERROR codes of a value; *warning, where there is one,
 * may be set on success.
 */

/* Nothing, or what people write for it: -, —, /, 无. An amount keeps these as its zero. */
gboolean arrears_cell_is_empty (const char *text, gboolean is_amount);

/* Any text, its line breaks dropped. Refuses what a failed formula leaves: #N/A, #REF! ... */
gboolean arrears_cell_read_line (const char *text, GStringChunk *texts, const char **line,
                                 GError **error);

/* The same with line breaks in it, written as LF. */
gboolean arrears_cell_read_note (const char *text, GStringChunk *texts, const char **note,
                                 GError **error);

/* A number that is a name: of an invoice, a customer, a telephone. Refuses 2.6332E+19 and warns of
 * 16 or more digits with zeros from the 16th on: a spreadsheet holds 15.
 */
gboolean arrears_cell_read_code (const char *text, GStringChunk *texts, const char **code,
                                 GError **warning, GError **error);

/* Warns with ARREARS_ERROR_USCC_CHECK. */
gboolean arrears_cell_read_uscc (const char *text, GStringChunk *texts, const char **code,
                                 GError **warning, GError **error);

/* As arrears_day_parse(); says of a bare serial number what it is. */
gboolean arrears_cell_read_day (const char *text, ArrearsDayOrder order, ArrearsDay *day,
                                GError **error);

gboolean arrears_cell_read_amount (const char *text, ArrearsMoney *amount, GError **error);

/* An amount that is not negative. */
gboolean arrears_cell_read_limit (const char *text, ArrearsMoney *limit, GError **error);

/* 30, 30天, 30 days: 0 to 3650. */
gboolean arrears_cell_read_terms (const char *text, int *days, GError **error);

G_END_DECLS
