/* arrears-xlsx-styles.h: how the numbers of a workbook are to be read: as days, codes, amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-xlsx-package.h"

G_BEGIN_DECLS

/* A cell of xlsx holds a number; only the number format of its style says that it is a day. */
typedef struct _ArrearsXlsxStyles ArrearsXlsxStyles;

/* Without a part (NULL) every number is plain. `is_1904`: serial numbers count from 1904-01-01, as
 * old Macs did, else from 1900.
 */
ArrearsXlsxStyles *arrears_xlsx_styles_read (ArrearsXlsxPackage *package, const char *part,
                                             gboolean is_1904, GError **error);
void               arrears_xlsx_styles_free (ArrearsXlsxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsXlsxStyles, arrears_xlsx_styles_free)

/* Whether a number format, such as yyyy"年"m"月" or [$-804]d-mmm, shows a day. */
gboolean arrears_xlsx_format_is_day (const char *format);

/* Replaces the text of a number cell by what it says: 46114 in the style of a day by 2026-04-02
 * (and the time of day, if there is one), 7 in the format 0000 by 0007, 941.71000000000004 by
 * 941.71 (15 digits, the precision of a spreadsheet, and at most 6 decimals, which drops what
 * binary arithmetic leaves over), 26332000000000000001 by 2.6332E+19: it has been cut and must
 * not pass for a code. What is no number stays as it is.
 */
void arrears_xlsx_styles_apply (const ArrearsXlsxStyles *styles, guint style, GString *text);

G_END_DECLS
