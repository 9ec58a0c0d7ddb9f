/* arrears-log-export.h: the log as a CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-contact.h"

G_BEGIN_DECLS

/* Writes all entries that the filter lets through, latest first, with translated headings, as Excel
 * and WPS open them (UTF-8 with a byte order mark; a text that a spreadsheet would take for a
 * formula is kept from it by an apostrophe). The file is put in place when it is complete, over
 * what stands there. For a worker.
 */
gboolean arrears_log_export_write (ArrearsDesk *desk, const ArrearsLogFilter *filter,
                                   const char *path, GError **error);

/* When an entry was written, in the time of that place: 2026-03-05 14:30. */
char *arrears_log_export_format_instant (gint64 at, int offset_minutes);

G_END_DECLS
