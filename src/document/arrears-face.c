/* arrears-face.c: one font file's face, mapped into memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-face.h"

#include "arrears-error.h"

#include <hb-ot.h>

struct _ArrearsFace
{
  char *name;
  hb_face_t *face;
  hb_font_t *font; /* scaled to thousandths of an em */
  gboolean is_cff;
};

enum
{
  EM = 1000,
  MAX_NAME_LENGTH = 128,
  HEAD_BOX_OFFSET = 36, /* of xMin in the table head */
};

static gboolean
is_named (hb_face_t *face, const char *postscript_name)
{
  char name[MAX_NAME_LENGTH];
  unsigned int length = sizeof name;

  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
  return g_str_equal (name, postscript_name);
}

/* A collection holds one face for each language form of the characters: picked by name, since the
 * order is the maker's.
 */
static hb_face_t *
find_face (hb_blob_t *blob, const char *postscript_name)
{
  unsigned int n_faces = hb_face_count (blob);

  for (unsigned int i = 0; i < n_faces; i++)
    {
      hb_face_t *face = hb_face_create (blob, i);

      if (is_named (face, postscript_name))
        return face;
      hb_face_destroy (face);
    }
  return NULL;
}

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *table = hb_face_reference_table (face, tag);
  gboolean is_there = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return is_there;
}

static gboolean
check_outlines (ArrearsFace *self, const char *path, GError **error)
{
  self->is_cff = has_table (self->face, HB_TAG ('C', 'F', 'F', ' '));
  if (self->is_cff ? g_str_has_prefix (self->name, "Noto")
                   : has_table (self->face, HB_TAG ('g', 'l', 'y', 'f')))
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
               "face %s of %s cannot be embedded: expected glyf outlines or a Noto CJK font",
               self->name, path);
  return FALSE;
}

ArrearsFace *
arrears_face_open (const char *path, const char *postscript_name, GError **error)
{
  g_autoptr (ArrearsFace) self = g_new0 (ArrearsFace, 1);
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);

  if (blob != NULL)
    self->face = find_face (blob, postscript_name);
  hb_blob_destroy (blob);

  if (self->face == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
                   "font file %s cannot be opened or holds no face %s", path, postscript_name);
      return NULL;
    }

  self->name = g_strdup (postscript_name);
  self->font = hb_font_create (self->face);
  hb_font_set_scale (self->font, EM, EM);
  hb_face_make_immutable (self->face);
  hb_font_make_immutable (self->font);
  return check_outlines (self, path, error) ? g_steal_pointer (&self) : NULL;
}

void
arrears_face_free (ArrearsFace *face)
{
  g_free (face->name);
  hb_font_destroy (face->font);
  hb_face_destroy (face->face);
  g_free (face);
}

const char *
arrears_face_get_name (const ArrearsFace *face)
{
  return face->name;
}

gboolean
arrears_face_is_cff (const ArrearsFace *face)
{
  return face->is_cff;
}

hb_face_t *
arrears_face_peek_hb (const ArrearsFace *face)
{
  return face->face;
}

static int
read_head_measure (hb_blob_t *head, gsize offset, unsigned int units_per_em)
{
  unsigned int length;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (head, &length);

  if (length < offset + 2)
    return 0;
  return (gint16) (bytes[offset] << 8 | bytes[offset + 1]) * EM / (int) units_per_em;
}

static int
get_metric (const ArrearsFace *self, hb_ot_metrics_tag_t tag, int fallback)
{
  hb_position_t position;

  return hb_ot_metrics_get_position (self->font, tag, &position) ? position : fallback;
}

ArrearsFaceMetrics
arrears_face_get_metrics (const ArrearsFace *face)
{
  hb_blob_t *head = hb_face_reference_table (face->face, HB_TAG ('h', 'e', 'a', 'd'));
  unsigned int units = hb_face_get_upem (face->face);
  ArrearsFaceMetrics metrics = {
    .ascent = get_metric (face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, EM),
    .descent = get_metric (face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, 0),
    .cap_height = get_metric (face, HB_OT_METRICS_TAG_CAP_HEIGHT, 700),
    .x_min = read_head_measure (head, HEAD_BOX_OFFSET, units),
    .y_min = read_head_measure (head, HEAD_BOX_OFFSET + 2, units),
    .x_max = read_head_measure (head, HEAD_BOX_OFFSET + 4, units),
    .y_max = read_head_measure (head, HEAD_BOX_OFFSET + 6, units),
  };

  hb_blob_destroy (head);
  return metrics;
}

int
arrears_face_get_advance (const ArrearsFace *face, guint32 glyph)
{
  return hb_font_get_glyph_h_advance (face->font, glyph);
}

gboolean
arrears_face_lookup (const ArrearsFace *face, gunichar character, ArrearsGlyph *glyph)
{
  hb_codepoint_t id;

  if (!hb_font_get_nominal_glyph (face->font, character, &id) || id == 0)
    return FALSE;

  glyph->id = id;
  glyph->advance = arrears_face_get_advance (face, id);
  return TRUE;
}

void
arrears_face_measure_blanks (const ArrearsFace *face, guint32 glyph, int *left, int *right)
{
  hb_glyph_extents_t ink = { 0 };

  hb_font_get_glyph_extents (face->font, glyph, &ink);
  *left = ink.x_bearing;
  *right = arrears_face_get_advance (face, glyph) - ink.x_bearing - ink.width;
}
