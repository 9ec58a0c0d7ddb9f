/* arrears-font-set.h: the faces that paper is set in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-face.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_TYPEFACE_BODY,    /* 宋体: Noto Serif CJK SC Regular */
  ARREARS_TYPEFACE_HEADING, /* 黑体: Noto Sans CJK SC Bold */
} ArrearsTypeface;

/* Read-only once made: one for the process serves every thread. A typeface that lacks a character
 * borrows it from Noto Sans CJK SC Regular, and that failing from DejaVu Sans (ballot boxes).
 */
typedef struct _ArrearsFontSet ArrearsFontSet;

/* Looks below fonts/ in the user's and the system's data folders, and where Flatpak puts fonts.
 * A font that is nowhere is ARREARS_ERROR_ENVIRONMENT and named.
 */
ArrearsFontSet *arrears_font_set_new (GError **error);

/* The same in the folders given, NULL-terminated, the first find counting. */
ArrearsFontSet *arrears_font_set_new_from_folders (const char *const *folders, GError **error);

void arrears_font_set_free (ArrearsFontSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsFontSet, arrears_font_set_free)

guint              arrears_font_set_get_n_faces (const ArrearsFontSet *set);
const ArrearsFace *arrears_font_set_get_face    (const ArrearsFontSet *set, guint index);

/* Finds a character's glyph and the index of the face it is in. A character that no face has is
 * ARREARS_ERROR_GLYPH, named by itself and its code point: paper never shows a blank instead.
 */
gboolean arrears_font_set_lookup (const ArrearsFontSet *set, ArrearsTypeface typeface,
                                  gunichar character, ArrearsGlyph *glyph, guint *face,
                                  GError **error);

G_END_DECLS
