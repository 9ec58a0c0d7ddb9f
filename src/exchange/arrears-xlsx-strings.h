/* arrears-xlsx-strings.h: the texts that the cells of a workbook share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-xlsx-package.h"

G_BEGIN_DECLS

/* The texts, trimmed, in the order in which cells number them: of char *. Phonetic hints are left
 * out. Without a part (NULL) there are none.
 */
GPtrArray *arrears_xlsx_strings_read (ArrearsXlsxPackage *package, const char *part,
                                      GError **error);

/* Resolves in place what xlsx cannot write plainly, such as _x000D_; carriage returns go. */
void arrears_xlsx_strings_unescape (GString *text);

G_END_DECLS
