/* arrears-picture.h: the picture of a seal, as ink and no ink
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One bit a pixel: a seal is printed in one colour, and the text beneath shows through without
 * the transparency that PDF/A-1 forbids. Read-only once made.
 */
typedef struct _ArrearsPicture ArrearsPicture;

/* Reads a PNG or JPEG file. Where the picture has transparent parts, what is opaque is ink; where
 * it has none (a scan), what is dark or coloured is. Small pictures are enlarged smoothly. Users
 * give any file: one that is damaged, truncated, blank, or larger than 8192 pixels a side is
 * ARREARS_ERROR_FORMAT.
 */
ArrearsPicture *arrears_picture_new_seal (GBytes *file, GError **error);

ArrearsPicture *arrears_picture_ref   (ArrearsPicture *picture);
void            arrears_picture_unref (ArrearsPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsPicture, arrears_picture_unref)

guint arrears_picture_get_width  (const ArrearsPicture *picture);
guint arrears_picture_get_height (const ArrearsPicture *picture);

/* Rows from the top, padded to bytes, highest bit first; 0 is ink, as in a PDF image mask. */
GBytes *arrears_picture_get_mask (const ArrearsPicture *picture);

G_END_DECLS
