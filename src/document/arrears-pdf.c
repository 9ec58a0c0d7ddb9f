/* arrears-pdf.c: composed pages as a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only file that knows libharu, and its inner structures: what it offers for Chinese fonts and
 * for PDF/A is wrong in 2.3 and partly still, so objects of those are built here from
 * dictionaries, and libharu numbers, compresses and saves them.
 */

#include "arrears-pdf.h"

#include "arrears-error.h"
#include "arrears-pdf-content.h"
#include "arrears-srgb.h"

#include <string.h>

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

enum
{
  ID_LENGTH = 16,
  FLAG_SYMBOLIC = 4,
  STEM_REGULAR = 80,
  STEM_BOLD = 140,
};

typedef struct
{
  HPDF_Doc doc;
  HPDF_STATUS status; /* the first failure; libharu repeats it or makes up others afterwards */
  HPDF_STATUS detail;
  const ArrearsFontSet *fonts;
  GPtrArray *subsets;   /* of ArrearsFontSubset by face, NULL for one not in use */
  GPtrArray *dicts;     /* of HPDF_Dict by face, owned by doc */
  GHashTable *pictures; /* ArrearsPicture -> HPDF_Image, owned by doc */
  GChecksum *checksum;  /* of all content, for the file's ID */
} Writer;

static void
on_haru_failed_cb (HPDF_STATUS status, HPDF_STATUS detail, void *data)
{
  Writer *writer = data;

  if (writer->status != HPDF_OK)
    return;
  writer->status = status;
  writer->detail = detail;
}

static void
free_subset (gpointer data)
{
  if (data != NULL)
    arrears_font_subset_free (data);
}

static void
clear_writer (Writer *writer)
{
  g_clear_pointer (&writer->doc, HPDF_Free);
  g_clear_pointer (&writer->subsets, g_ptr_array_unref);
  g_clear_pointer (&writer->dicts, g_ptr_array_unref);
  g_clear_pointer (&writer->pictures, g_hash_table_unref);
  g_clear_pointer (&writer->checksum, g_checksum_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, clear_writer)

static gboolean
check_status (const Writer *writer, GError **error)
{
  if (writer->status == HPDF_OK)
    return TRUE;

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
               "libharu failed with status 0x%04lX, detail %lu", writer->status, writer->detail);
  return FALSE;
}

/* Streams and texts */

static HPDF_Dict
add_stream (Writer *writer, gconstpointer data, gsize length, HPDF_UINT filter)
{
  HPDF_Dict dict = HPDF_DictStream_New (writer->doc->mmgr, writer->doc->xref);

  if (dict == NULL)
    return NULL;
  dict->filter = filter;
  if (HPDF_Stream_Write (dict->stream, data, (HPDF_UINT) length) != HPDF_OK)
    on_haru_failed_cb (HPDF_Error_GetCode (&writer->doc->error), 0, writer);
  return dict;
}

static HPDF_Dict
add_bytes (Writer *writer, GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return add_stream (writer, data, length, HPDF_STREAM_FILTER_FLATE_DECODE);
}

static HPDF_String
new_ascii (Writer *writer, const char *text)
{
  return HPDF_String_New (writer->doc->mmgr, text, NULL);
}

static HPDF_Binary
new_text (Writer *writer, const char *text)
{
  g_autoptr (GByteArray) bytes = arrears_pdf_metadata_encode_text (text);

  return HPDF_Binary_New (writer->doc->mmgr, bytes->data, bytes->len);
}

static HPDF_Dict
new_object (Writer *writer)
{
  HPDF_Dict dict = HPDF_Dict_New (writer->doc->mmgr);

  if (dict != NULL)
    HPDF_Xref_Add (writer->doc->xref, dict);
  return dict;
}

/* Fonts */

/* The first character that a glyph stands for counts; NFC has made others rare. */
static void
collect_glyphs (GPtrArray *pages, GPtrArray *characters)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const ArrearsPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->marks->len; j++)
        {
          const ArrearsMark *mark = g_ptr_array_index (page->marks, j);

          for (guint k = 0; mark->glyphs != NULL && k < mark->glyphs->len; k++)
            {
              ArrearsPlacedGlyph *glyph = &g_array_index (mark->glyphs, ArrearsPlacedGlyph, k);
              GHashTable *of_face = g_ptr_array_index (characters, glyph->face);
              gpointer id = GUINT_TO_POINTER (glyph->glyph);

              if (!g_hash_table_contains (of_face, id))
                g_hash_table_insert (of_face, id, GUINT_TO_POINTER (glyph->character));
            }
        }
    }
}

static gboolean
cut_fonts (Writer *writer, GPtrArray *pages, GError **error)
{
  guint n_faces = arrears_font_set_get_n_faces (writer->fonts);
  g_autoptr (GPtrArray) characters
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < n_faces; i++)
    g_ptr_array_add (characters, g_hash_table_new (NULL, NULL));
  collect_glyphs (pages, characters);

  for (guint i = 0; i < n_faces; i++)
    {
      GHashTable *of_face = g_ptr_array_index (characters, i);
      ArrearsFontSubset *subset = NULL;

      if (g_hash_table_size (of_face) > 0)
        {
          subset = arrears_font_subset_new (arrears_font_set_get_face (writer->fonts, i), of_face,
                                            error);
          if (subset == NULL)
            return FALSE;
        }
      g_ptr_array_add (writer->subsets, subset);
    }
  return TRUE;
}

static HPDF_Array
new_box (Writer *writer, const ArrearsFaceMetrics *metrics)
{
  HPDF_Array box = HPDF_Array_New (writer->doc->mmgr);

  HPDF_Array_AddNumber (box, metrics->x_min);
  HPDF_Array_AddNumber (box, metrics->y_min);
  HPDF_Array_AddNumber (box, metrics->x_max);
  HPDF_Array_AddNumber (box, metrics->y_max);
  return box;
}

static void
add_program (Writer *writer, HPDF_Dict descriptor, const ArrearsFace *face,
             const ArrearsFontSubset *subset)
{
  GBytes *program = arrears_font_subset_get_program (subset);
  HPDF_Dict stream = add_bytes (writer, program);

  if (arrears_face_is_cff (face))
    {
      HPDF_Dict_AddName (stream, "Subtype", "CIDFontType0C");
      HPDF_Dict_Add (descriptor, "FontFile3", stream);
      return;
    }
  HPDF_Dict_AddNumber (stream, "Length1", (HPDF_INT32) g_bytes_get_size (program));
  HPDF_Dict_Add (descriptor, "FontFile2", stream);
}

static HPDF_Dict
add_descriptor (Writer *writer, const ArrearsFace *face, const ArrearsFontSubset *subset)
{
  HPDF_Dict descriptor = new_object (writer);
  ArrearsFaceMetrics metrics = arrears_face_get_metrics (face);
  gboolean is_bold = g_str_has_suffix (arrears_face_get_name (face), "Bold");

  HPDF_Dict_AddName (descriptor, "Type", "FontDescriptor");
  HPDF_Dict_AddName (descriptor, "FontName", arrears_font_subset_get_name (subset));
  HPDF_Dict_AddNumber (descriptor, "Flags", FLAG_SYMBOLIC);
  HPDF_Dict_Add (descriptor, "FontBBox", new_box (writer, &metrics));
  HPDF_Dict_AddNumber (descriptor, "ItalicAngle", 0);
  HPDF_Dict_AddNumber (descriptor, "Ascent", metrics.ascent);
  HPDF_Dict_AddNumber (descriptor, "Descent", metrics.descent);
  HPDF_Dict_AddNumber (descriptor, "CapHeight", metrics.cap_height);
  HPDF_Dict_AddNumber (descriptor, "StemV", is_bold ? STEM_BOLD : STEM_REGULAR);
  HPDF_Dict_Add (descriptor, "CIDSet",
                 add_bytes (writer, arrears_font_subset_get_cid_set (subset)));
  add_program (writer, descriptor, face, subset);
  return descriptor;
}

/* c [w w w] for each run of neighbouring CIDs. */
static HPDF_Array
new_widths (Writer *writer, const GArray *widths)
{
  HPDF_Array all = HPDF_Array_New (writer->doc->mmgr);
  HPDF_Array run = NULL;

  for (guint i = 0; i < widths->len; i++)
    {
      const ArrearsCidWidth *width = &g_array_index (widths, ArrearsCidWidth, i);

      if (i == 0 || width->cid != width[-1].cid + 1)
        {
          run = HPDF_Array_New (writer->doc->mmgr);
          HPDF_Array_AddNumber (all, width->cid);
          HPDF_Array_Add (all, run);
        }
      HPDF_Array_AddNumber (run, width->width);
    }
  return all;
}

static HPDF_Dict
new_system_info (Writer *writer)
{
  HPDF_Dict info = HPDF_Dict_New (writer->doc->mmgr);

  HPDF_Dict_Add (info, "Registry", new_ascii (writer, "Adobe"));
  HPDF_Dict_Add (info, "Ordering", new_ascii (writer, "Identity"));
  HPDF_Dict_AddNumber (info, "Supplement", 0);
  return info;
}

static HPDF_Dict
add_cid_font (Writer *writer, const ArrearsFace *face, const ArrearsFontSubset *subset)
{
  HPDF_Dict font = new_object (writer);
  gboolean is_cff = arrears_face_is_cff (face);

  HPDF_Dict_AddName (font, "Type", "Font");
  HPDF_Dict_AddName (font, "Subtype", is_cff ? "CIDFontType0" : "CIDFontType2");
  HPDF_Dict_AddName (font, "BaseFont", arrears_font_subset_get_name (subset));
  HPDF_Dict_Add (font, "CIDSystemInfo", new_system_info (writer));
  HPDF_Dict_Add (font, "FontDescriptor", add_descriptor (writer, face, subset));
  HPDF_Dict_AddNumber (font, "DW", 1000);
  HPDF_Dict_Add (font, "W", new_widths (writer, arrears_font_subset_get_widths (subset)));
  if (!is_cff)
    HPDF_Dict_AddName (font, "CIDToGIDMap", "Identity");
  return font;
}

static HPDF_Dict
add_font (Writer *writer, const ArrearsFace *face, const ArrearsFontSubset *subset)
{
  HPDF_Dict font = new_object (writer);
  HPDF_Array descendants = HPDF_Array_New (writer->doc->mmgr);
  const char *to_unicode = arrears_font_subset_get_to_unicode (subset);

  /* So marked, pages take it for a font of libharu's. */
  font->header.obj_class |= HPDF_OSUBCLASS_FONT;
  HPDF_Dict_AddName (font, "Type", "Font");
  HPDF_Dict_AddName (font, "Subtype", "Type0");
  HPDF_Dict_AddName (font, "BaseFont", arrears_font_subset_get_name (subset));
  HPDF_Dict_AddName (font, "Encoding", "Identity-H");
  HPDF_Dict_Add (font, "DescendantFonts", descendants);
  HPDF_Array_Add (descendants, add_cid_font (writer, face, subset));
  HPDF_Dict_Add (
      font, "ToUnicode",
      add_stream (writer, to_unicode, strlen (to_unicode), HPDF_STREAM_FILTER_FLATE_DECODE));
  return font;
}

static void
add_fonts (Writer *writer)
{
  for (guint i = 0; i < writer->subsets->len; i++)
    {
      ArrearsFontSubset *subset = g_ptr_array_index (writer->subsets, i);

      g_ptr_array_add (
          writer->dicts,
          subset == NULL ? NULL
                         : add_font (writer, arrears_font_set_get_face (writer->fonts, i), subset));
    }
}

/* Pages */

static HPDF_Image
add_picture (Writer *writer, ArrearsPicture *picture)
{
  HPDF_Image image = g_hash_table_lookup (writer->pictures, picture);

  if (image != NULL)
    return image;

  image = HPDF_LoadRawImageFromMem (writer->doc,
                                    g_bytes_get_data (arrears_picture_get_mask (picture), NULL),
                                    arrears_picture_get_width (picture),
                                    arrears_picture_get_height (picture), HPDF_CS_DEVICE_GRAY, 1);
  if (image == NULL)
    return NULL;
  HPDF_Image_SetMask (image, HPDF_TRUE);
  HPDF_Dict_RemoveElement (image, "ColorSpace"); /* a stencil has none */
  g_hash_table_insert (writer->pictures, picture, image);
  return image;
}

static void
name_resources (Writer *writer, HPDF_Page target, const ArrearsPage *page, ArrearsPdfNames *names)
{
  g_ptr_array_set_size (names->font_names, (int) writer->dicts->len);
  for (guint i = 0; i < page->marks->len; i++)
    {
      const ArrearsMark *mark = g_ptr_array_index (page->marks, i);

      for (guint j = 0; mark->glyphs != NULL && j < mark->glyphs->len; j++)
        {
          guint face = g_array_index (mark->glyphs, ArrearsPlacedGlyph, j).face;
          const char *name
              = HPDF_Page_GetLocalFontName (target, g_ptr_array_index (writer->dicts, face));

          g_ptr_array_index (names->font_names, face) = (gpointer) name;
        }
      if (mark->picture != NULL)
        {
          HPDF_Image image = add_picture (writer, mark->picture);

          if (image != NULL)
            g_hash_table_insert (names->picture_names, mark->picture,
                                 (gpointer) HPDF_Page_GetXObjectName (target, image));
        }
    }
}

static void
add_page (Writer *writer, const ArrearsPage *page)
{
  g_autoptr (GPtrArray) font_names = g_ptr_array_new ();
  g_autoptr (GHashTable) picture_names = g_hash_table_new (NULL, NULL);
  ArrearsPdfNames names = { writer->subsets, font_names, picture_names };
  g_autofree char *content = NULL;
  HPDF_Page target = HPDF_AddPage (writer->doc);

  if (target == NULL)
    return;
  HPDF_Page_SetWidth (target, (HPDF_REAL) page->width);
  HPDF_Page_SetHeight (target, (HPDF_REAL) page->height);
  name_resources (writer, target, page, &names);
  if (writer->status != HPDF_OK)
    return;

  content = arrears_pdf_content_compose (page, &names);
  g_checksum_update (writer->checksum, (const guchar *) content, -1);
  if (HPDF_Stream_WriteStr (((HPDF_PageAttr) target->attr)->stream, content) != HPDF_OK)
    on_haru_failed_cb (HPDF_Error_GetCode (&writer->doc->error), 0, writer);
}

/* The file as a whole */

static void
add_information (Writer *writer, const ArrearsPdfProperties *properties)
{
  g_autofree char *date = arrears_pdf_metadata_compose_date (properties->created_on);
  HPDF_Dict info;

  /* Makes the dictionary if there is none yet. */
  HPDF_SetInfoAttr (writer->doc, HPDF_INFO_PRODUCER, ARREARS_PDF_PRODUCER);
  info = writer->doc->info;
  HPDF_Dict_Add (info, "Title", new_text (writer, properties->title));
  HPDF_Dict_Add (info, "Author", new_text (writer, properties->author));
  HPDF_Dict_Add (info, "Creator", new_text (writer, properties->creator));
  HPDF_Dict_Add (info, "CreationDate", new_ascii (writer, date));
  HPDF_Dict_Add (info, "ModDate", new_ascii (writer, date));
}

static void
add_metadata (Writer *writer, const ArrearsPdfProperties *properties)
{
  g_autofree char *xmp = arrears_pdf_metadata_compose_xmp (properties);
  HPDF_Dict stream = add_stream (writer, xmp, strlen (xmp), HPDF_STREAM_FILTER_NONE);

  HPDF_Dict_AddName (stream, "Type", "Metadata");
  HPDF_Dict_AddName (stream, "Subtype", "XML");
  HPDF_Dict_Add (writer->doc->catalog, "Metadata", stream);
  HPDF_Dict_Add (writer->doc->catalog, "Lang", new_ascii (writer, "zh-CN"));
  g_checksum_update (writer->checksum, (const guchar *) xmp, -1);
}

static void
add_output_intent (Writer *writer)
{
  g_autoptr (GBytes) profile = arrears_srgb_new_profile ();
  HPDF_Dict stream = add_bytes (writer, profile);
  HPDF_Dict intent = new_object (writer);
  HPDF_Array intents = HPDF_Array_New (writer->doc->mmgr);

  HPDF_Dict_AddNumber (stream, "N", 3);
  HPDF_Dict_AddName (intent, "Type", "OutputIntent");
  HPDF_Dict_AddName (intent, "S", "GTS_PDFA1");
  HPDF_Dict_Add (intent, "OutputConditionIdentifier", new_ascii (writer, "sRGB IEC61966-2.1"));
  HPDF_Dict_Add (intent, "Info", new_ascii (writer, "sRGB IEC61966-2.1"));
  HPDF_Dict_Add (intent, "DestOutputProfile", stream);
  HPDF_Array_Add (intents, intent);
  HPDF_Dict_Add (writer->doc->catalog, "OutputIntents", intents);
}

static void
add_id (Writer *writer)
{
  HPDF_Array pair = HPDF_Array_New (writer->doc->mmgr);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_get_digest (writer->checksum, digest, &length);
  HPDF_Array_Add (pair, HPDF_Binary_New (writer->doc->mmgr, digest, ID_LENGTH));
  HPDF_Array_Add (pair, HPDF_Binary_New (writer->doc->mmgr, digest, ID_LENGTH));
  HPDF_Dict_Add (writer->doc->trailer, "ID", pair);
}

static GBytes *
save (Writer *writer, GError **error)
{
  g_autofree guint8 *data = NULL;
  HPDF_UINT32 length;

  if (!check_status (writer, error))
    return NULL;

  HPDF_SaveToStream (writer->doc);
  if (!check_status (writer, error))
    return NULL;

  length = HPDF_GetStreamSize (writer->doc);
  data = g_malloc (length);
  HPDF_ResetStream (writer->doc);
  HPDF_ReadFromStream (writer->doc, data, &length);
  if (!check_status (writer, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

GBytes *
arrears_pdf_write (GPtrArray *pages, const ArrearsFontSet *fonts,
                   const ArrearsPdfProperties *properties, GError **error)
{
  g_auto (Writer) writer = { .fonts = fonts };

  writer.subsets = g_ptr_array_new_with_free_func (free_subset);
  writer.dicts = g_ptr_array_new ();
  writer.pictures = g_hash_table_new (NULL, NULL);
  writer.checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (!cut_fonts (&writer, pages, error))
    return NULL;

  writer.doc = HPDF_New (on_haru_failed_cb, &writer);
  if (writer.doc == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT, "libharu cannot start");
      return NULL;
    }
  writer.doc->pdf_version = HPDF_VER_17;
  HPDF_SetCompressionMode (writer.doc, HPDF_COMP_ALL);

  add_fonts (&writer);
  for (guint i = 0; i < pages->len; i++)
    add_page (&writer, g_ptr_array_index (pages, i));
  add_information (&writer, properties);
  add_metadata (&writer, properties);
  add_output_intent (&writer);
  add_id (&writer);
  return save (&writer, error);
}
