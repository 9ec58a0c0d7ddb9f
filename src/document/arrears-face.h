/* arrears-face.h: one font file's face, mapped into memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A glyph of a face; the advance in thousandths of an em. */
typedef struct
{
  guint32 id;
  int advance;
} ArrearsGlyph;

typedef struct
{
  int ascent;
  int descent; /* negative */
  int cap_height;
  int x_min, y_min, x_max, y_max; /* the box that holds every glyph */
} ArrearsFaceMetrics;

typedef struct _ArrearsFace ArrearsFace;
typedef struct hb_face_t hb_face_t; /* of HarfBuzz, so that its headers stay in here */

/* Opens the face with that PostScript name (NotoSerifCJKsc-Regular) in a font file or collection.
 * The file is mapped, never read whole. ARREARS_ERROR_ENVIRONMENT where the file cannot be opened
 * or holds no such face.
 *
 * Taken are fonts with glyf outlines, and CID-keyed CFF fonts whose CIDs are their glyph ids,
 * which is true of the Noto CJK collections. Of other CFF fonts, drawn pages would show the wrong
 * glyphs while their text still reads right, so they are refused, also as ENVIRONMENT.
 */
ArrearsFace *arrears_face_open (const char *path, const char *postscript_name, GError **error);
void         arrears_face_free (ArrearsFace *face);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsFace, arrears_face_free)

/* From here on everything is read-only and may be called from several threads at once. */

const char        *arrears_face_get_name    (const ArrearsFace *face); /* the PostScript name */
ArrearsFaceMetrics arrears_face_get_metrics (const ArrearsFace *face);
gboolean           arrears_face_is_cff      (const ArrearsFace *face);
hb_face_t         *arrears_face_peek_hb     (const ArrearsFace *face);

/* FALSE where the face has no glyph for the character. */
gboolean arrears_face_lookup (const ArrearsFace *face, gunichar character, ArrearsGlyph *glyph);

int arrears_face_get_advance (const ArrearsFace *face, guint32 glyph);

/* What of the advance stays blank before and behind the ink. Draws the glyph to know: slow. */
void arrears_face_measure_blanks (const ArrearsFace *face, guint32 glyph, int *left, int *right);

G_END_DECLS
