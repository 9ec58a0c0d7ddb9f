/* arrears-font-subset.h: the glyphs that a document uses, as parts of a PDF font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-face.h"

G_BEGIN_DECLS

typedef struct
{
  guint16 cid;
  int width;
} ArrearsCidWidth;

/* What a CIDFont with Identity-H encoding is made of. The same glyphs give the same bytes. */
typedef struct _ArrearsFontSubset ArrearsFontSubset;

/* `characters` maps glyph ids to the character each stands for (both by GUINT_TO_POINTER): it is
 * not empty. ARREARS_ERROR_ENVIRONMENT where the font file is too broken to be cut.
 */
ArrearsFontSubset *arrears_font_subset_new  (const ArrearsFace *face, GHashTable *characters,
                                             GError **error);
void               arrears_font_subset_free (ArrearsFontSubset *subset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsFontSubset, arrears_font_subset_free)

/* "ABCDEF+NotoSerifCJKsc-Regular": six letters that follow from the glyphs. */
const char *arrears_font_subset_get_name (const ArrearsFontSubset *subset);

/* A bare CFF table (FontFile3, CIDFontType0C) or a font file with glyf outlines (FontFile2). */
GBytes *arrears_font_subset_get_program (const ArrearsFontSubset *subset);

/* A CMap from codes to UTF-16, surrogate pairs for characters beyond the BMP. */
const char *arrears_font_subset_get_to_unicode (const ArrearsFontSubset *subset);

/* One bit for each CID in the program, highest first: PDF/A-1 wants it. */
GBytes *arrears_font_subset_get_cid_set (const ArrearsFontSubset *subset);

/* Of the glyphs whose advance is not 1000, by CID. An array of ArrearsCidWidth. */
const GArray *arrears_font_subset_get_widths (const ArrearsFontSubset *subset);

/* The code that draws a glyph. */
guint16 arrears_font_subset_get_cid (const ArrearsFontSubset *subset, guint32 glyph);

G_END_DECLS
