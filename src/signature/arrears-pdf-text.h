/* arrears-pdf-text.h: text strings and dates as PDF writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text string object in UTF-16: "<FEFF50AC6B3E>". The text must be UTF-8. */
char *arrears_pdf_text_from_utf8 (const char *text);

/* "D:20240305101530+08'00'": the instant on a clock so many minutes before Greenwich. NULL if the
 * instant is out of the years 1 to 9999 or the offset a day or more.
 */
char *arrears_pdf_date_format (gint64 unix_time, int utc_offset_minutes);

/* Reads what programs write: "D:" may be absent, and everything after the year from the right; no
 * offset is Greenwich. FALSE, with *unix_time untouched, for anything else.
 */
gboolean arrears_pdf_date_parse (const char *text, gint64 *unix_time);

G_END_DECLS
