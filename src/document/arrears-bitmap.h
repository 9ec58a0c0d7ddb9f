/* arrears-bitmap.h: a PNG or JPEG file as pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows from the top, four bytes a pixel: red, green, blue, opacity. */
typedef struct
{
  guint width;
  guint height;
  guint8 *pixels;
} ArrearsBitmap;

#define ARREARS_BITMAP_MAX_SIDE 8192

/* Decodes any PNG (every depth, palette, interlaced) or JPEG. What is neither, damaged, cut off, or
 * longer than ARREARS_BITMAP_MAX_SIDE on a side is ARREARS_ERROR_FORMAT with the library's reason;
 * the process lives on.
 */
gboolean arrears_bitmap_decode (GBytes *file, ArrearsBitmap *bitmap, GError **error);

void arrears_bitmap_clear (ArrearsBitmap *bitmap);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsBitmap, arrears_bitmap_clear)

G_END_DECLS
