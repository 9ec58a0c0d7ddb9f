/* arrears-font-subset.c: the glyphs that a document uses, as parts of a PDF font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-font-subset.h"

#include "arrears-error.h"

#include <string.h>

#include <hb-subset.h>

struct _ArrearsFontSubset
{
  char *name;
  GBytes *program;
  char *to_unicode;
  GBytes *cid_set;
  GArray *widths;
  GHashTable *cids; /* glyph id -> CID */
};

/* A glyph in use, in the order of its CID. */
typedef struct
{
  guint16 cid;
  gunichar character;
  int advance;
} Use;

enum
{
  FULL_ADVANCE = 1000,
  TAG_LENGTH = 6,
  MAX_MAPPINGS_IN_BLOCK = 100, /* Adobe Technical Note 5014 */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_face_t, hb_face_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_subset_input_t, hb_subset_input_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_subset_plan_t, hb_subset_plan_destroy)

static gint
compare_glyphs (gconstpointer a, gconstpointer b)
{
  guint left = GPOINTER_TO_UINT (a);
  guint right = GPOINTER_TO_UINT (b);

  return (left > right) - (left < right);
}

static GList *
list_glyphs (GHashTable *characters)
{
  return g_list_sort (g_hash_table_get_keys (characters), compare_glyphs);
}

static hb_subset_plan_t *
plan_subset (const ArrearsFace *face, const GList *glyphs)
{
  /* What shapes, names and describes a font is of no use inside a PDF. */
  static const char unused[][5]
      = { "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "name", "post", "OS/2", "DSIG" };
  g_autoptr (hb_subset_input_t) input = hb_subset_input_create_or_fail ();

  if (input == NULL)
    return NULL;
  for (const GList *i = glyphs; i != NULL; i = i->next)
    hb_set_add (hb_subset_input_glyph_set (input), GPOINTER_TO_UINT (i->data));
  for (gsize i = 0; i < G_N_ELEMENTS (unused); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG),
                hb_tag_from_string (unused[i], -1));
  /* Few glyphs share few subroutines: without them the program deflates a seventh smaller. */
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE
                                        | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  return hb_subset_plan_create_or_fail (arrears_face_peek_hb (face), input);
}

static GBytes *
take_blob (hb_blob_t *blob)
{
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);

  return g_bytes_new_with_free_func (data, length, (GDestroyNotify) hb_blob_destroy, blob);
}

/* A CID-keyed CFF keeps the CIDs it had, which are the glyph ids of the whole font; outlines in
 * glyf are numbered anew, and their codes with them.
 */
static void
list_cids (ArrearsFontSubset *self, const ArrearsFace *face, hb_subset_plan_t *plan)
{
  const hb_map_t *old_ids = hb_subset_plan_new_to_old_glyph_mapping (plan);
  guint n_glyphs = hb_map_get_population (old_ids);

  for (guint id = 0; id < n_glyphs; id++)
    {
      guint old_id = hb_map_get (old_ids, id);

      g_hash_table_insert (self->cids, GUINT_TO_POINTER (old_id),
                           GUINT_TO_POINTER (arrears_face_is_cff (face) ? old_id : id));
    }
}

static char *
compose_name (const ArrearsFace *face, const GList *glyphs)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char tag[TAG_LENGTH + 1] = { 0 };

  for (const GList *i = glyphs; i != NULL; i = i->next)
    {
      guint32 id = GUINT32_TO_BE (GPOINTER_TO_UINT (i->data));

      g_checksum_update (checksum, (const guchar *) &id, sizeof id);
    }
  g_checksum_get_digest (checksum, digest, &length);
  for (int i = 0; i < TAG_LENGTH; i++)
    tag[i] = (char) ('A' + digest[i] % 26);
  return g_strconcat (tag, "+", arrears_face_get_name (face), NULL);
}

static GBytes *
compose_cid_set (GHashTable *cids)
{
  g_autoptr (GByteArray) bits = g_byte_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, cids);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      guint cid = GPOINTER_TO_UINT (value);
      guint old_length = bits->len;

      if (cid / 8 >= old_length)
        {
          g_byte_array_set_size (bits, cid / 8 + 1);
          memset (bits->data + old_length, 0, bits->len - old_length);
        }
      bits->data[cid / 8] |= (guint8) (0x80 >> (cid % 8));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bits));
}

static GArray *
list_uses (const ArrearsFontSubset *self, const ArrearsFace *face, GHashTable *characters,
           const GList *glyphs)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (Use));

  for (const GList *i = glyphs; i != NULL; i = i->next)
    {
      Use use = {
        .cid = arrears_font_subset_get_cid (self, GPOINTER_TO_UINT (i->data)),
        .character = GPOINTER_TO_UINT (g_hash_table_lookup (characters, i->data)),
        .advance = arrears_face_get_advance (face, GPOINTER_TO_UINT (i->data)),
      };

      g_array_append_val (uses, use);
    }
  return uses;
}

static GArray *
list_widths (GArray *uses)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (ArrearsCidWidth));

  for (guint i = 0; i < uses->len; i++)
    {
      Use use = g_array_index (uses, Use, i);
      ArrearsCidWidth width = { use.cid, use.advance };

      if (use.advance != FULL_ADVANCE)
        g_array_append_val (widths, width);
    }
  return widths;
}

static void
append_mapping (GString *cmap, Use use)
{
  if (use.character <= 0xffff)
    g_string_append_printf (cmap, "<%04X> <%04X>\n", use.cid, use.character);
  else
    g_string_append_printf (cmap, "<%04X> <%04X%04X>\n", use.cid,
                            0xd800 + ((use.character - 0x10000) >> 10),
                            0xdc00 + (use.character & 0x3ff));
}

static char *
compose_to_unicode (GArray *uses)
{
  GString *cmap = g_string_new ("/CIDInit /ProcSet findresource begin\n"
                                "12 dict begin\nbegincmap\n"
                                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
                                "/Supplement 0 >> def\n"
                                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < uses->len; i++)
    {
      if (i % MAX_MAPPINGS_IN_BLOCK == 0)
        g_string_append_printf (cmap, "%s%u beginbfchar\n", i > 0 ? "endbfchar\n" : "",
                                MIN (uses->len - i, MAX_MAPPINGS_IN_BLOCK));
      append_mapping (cmap, g_array_index (uses, Use, i));
    }
  g_string_append (cmap, "endbfchar\nendcmap\n"
                         "CMapName currentdict /CMap defineresource pop\nend\nend\n");
  return g_string_free (cmap, FALSE);
}

static gboolean
cut_program (ArrearsFontSubset *self, const ArrearsFace *face, const GList *glyphs, GError **error)
{
  g_autoptr (hb_subset_plan_t) plan = plan_subset (face, glyphs);
  g_autoptr (hb_face_t) cut = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;

  if (cut == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
                   "font %s cannot be cut to the glyphs in use", arrears_face_get_name (face));
      return FALSE;
    }

  self->program = take_blob (arrears_face_is_cff (face)
                                 ? hb_face_reference_table (cut, HB_TAG ('C', 'F', 'F', ' '))
                                 : hb_face_reference_blob (cut));
  list_cids (self, face, plan);
  return TRUE;
}

ArrearsFontSubset *
arrears_font_subset_new (const ArrearsFace *face, GHashTable *characters, GError **error)
{
  g_autoptr (ArrearsFontSubset) self = g_new0 (ArrearsFontSubset, 1);
  g_autoptr (GList) glyphs = list_glyphs (characters);
  g_autoptr (GArray) uses = NULL;

  g_return_val_if_fail (glyphs != NULL, NULL);

  self->cids = g_hash_table_new (NULL, NULL);
  if (!cut_program (self, face, glyphs, error))
    return NULL;

  uses = list_uses (self, face, characters, glyphs);
  self->name = compose_name (face, glyphs);
  self->cid_set = compose_cid_set (self->cids);
  self->widths = list_widths (uses);
  self->to_unicode = compose_to_unicode (uses);
  return g_steal_pointer (&self);
}

void
arrears_font_subset_free (ArrearsFontSubset *subset)
{
  g_free (subset->name);
  g_clear_pointer (&subset->program, g_bytes_unref);
  g_free (subset->to_unicode);
  g_clear_pointer (&subset->cid_set, g_bytes_unref);
  g_clear_pointer (&subset->widths, g_array_unref);
  g_clear_pointer (&subset->cids, g_hash_table_unref);
  g_free (subset);
}

const char *
arrears_font_subset_get_name (const ArrearsFontSubset *subset)
{
  return subset->name;
}

GBytes *
arrears_font_subset_get_program (const ArrearsFontSubset *subset)
{
  return subset->program;
}

const char *
arrears_font_subset_get_to_unicode (const ArrearsFontSubset *subset)
{
  return subset->to_unicode;
}

GBytes *
arrears_font_subset_get_cid_set (const ArrearsFontSubset *subset)
{
  return subset->cid_set;
}

const GArray *
arrears_font_subset_get_widths (const ArrearsFontSubset *subset)
{
  return subset->widths;
}

guint16
arrears_font_subset_get_cid (const ArrearsFontSubset *subset, guint32 glyph)
{
  return (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (subset->cids, GUINT_TO_POINTER (glyph)));
}
