/* arrears-xlsx-worksheet.h: one worksheet of an xlsx file as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-sheet.h"
#include "arrears-xlsx-package.h"
#include "arrears-xlsx-styles.h"

G_BEGIN_DECLS

/* Fills the sheet with what the cells hold: the result where there is a formula. `strings` is
 * borrowed but kept alive by the sheet. ARREARS_ERROR_FORMAT names the row where rows or cells do
 * not ascend, or a shared text does not exist.
 */
gboolean arrears_xlsx_worksheet_read (ArrearsXlsxPackage *package, const char *part,
                                      GPtrArray *strings, const ArrearsXlsxStyles *styles,
                                      ArrearsSheet *sheet, GError **error);

G_END_DECLS
