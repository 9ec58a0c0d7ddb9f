/* arrears-xlsx.h: an xlsx workbook as sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-sheet.h"

G_BEGIN_DECLS

/* The visible worksheets in their order, of ArrearsSheet; the hidden ones only where none is
 * visible. What is no worksheet, such as a chart, is passed over. Fails with ARREARS_ERROR_FORMAT
 * on anything that is not a sound workbook.
 */
GPtrArray *arrears_xlsx_read (GBytes *bytes, GError **error);

G_END_DECLS
