/* arrears-signature-field.c: the signatures that a PDF file holds, before they are judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-signature-field.h"

#include <string.h>

#define BYTE_RANGE "/ByteRange"
#define OBJECT "obj"
#define MAX_DEPTH 32 /* of fields in fields */
#define MAX_DIGITS 9

/* One walk through a file. */
typedef struct
{
  ArrearsPdfFile *file;
  GArray *found;
  GHashTable *fields; /* numbers of the fields walked: a file may lead in a circle */
  GHashTable *seen;   /* numbers of the signatures found or passed over */
} Walk;

static void
clear_field (gpointer field)
{
  g_free (((ArrearsSignatureField *) field)->name);
}

/* FALSE if the object was in the set before. One without a number is always new. */
static gboolean
add_object (qpdf_data qpdf, GHashTable *set, qpdf_oh object)
{
  int number = qpdf_oh_get_object_id (qpdf, object);

  return number == 0 || g_hash_table_add (set, GINT_TO_POINTER (number));
}

static void
note_signature (Walk *walk, qpdf_oh signature, const char *name)
{
  ArrearsSignatureField field = { signature, NULL };

  if (!add_object (walk->file->qpdf, walk->seen, signature))
    return;
  field.name = g_strdup (name);
  g_array_append_val (walk->found, field);
}

static gboolean
looks_signed (qpdf_data qpdf, qpdf_oh object)
{
  return qpdf_oh_is_dictionary (qpdf, object) && qpdf_oh_has_key (qpdf, object, "/ByteRange")
         && qpdf_oh_has_key (qpdf, object, "/Contents");
}

/* A reference that leads nowhere was a signature once. */
static gboolean
is_set (qpdf_data qpdf, qpdf_oh value)
{
  return qpdf_oh_is_indirect (qpdf, value) || !qpdf_oh_is_null (qpdf, value);
}

static char *
join_names (const char *parent, const char *name)
{
  if (name == NULL)
    return g_strdup (parent);
  if (parent == NULL)
    return g_strdup (name);
  return g_strconcat (parent, ".", name, NULL);
}

static void
walk_fields (Walk *walk, qpdf_oh fields, const char *parent_name, gboolean parent_is_signature,
             int depth)
{
  qpdf_data qpdf = walk->file->qpdf;

  if (depth > MAX_DEPTH || !qpdf_oh_is_array (qpdf, fields))
    return;

  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, fields); i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (qpdf, fields, i);
      g_autofree char *own_name = arrears_pdf_file_dup_text (walk->file, field, "/T");
      g_autofree char *name = join_names (parent_name, own_name);
      g_autofree char *type = arrears_pdf_file_dup_name (walk->file, field, "/FT");
      gboolean is_signature = type != NULL ? g_str_equal (type, "Sig") : parent_is_signature;
      qpdf_oh value = qpdf_oh_get_key_if_dict (qpdf, field, "/V");

      if (!add_object (qpdf, walk->fields, field))
        continue;
      if (is_signature ? is_set (qpdf, value) : looks_signed (qpdf, value))
        note_signature (walk, value, name != NULL ? name : "");
      walk_fields (walk, qpdf_oh_get_key_if_dict (qpdf, field, "/Kids"), name, is_signature,
                   depth + 1);
    }
}

static void
pass_over_usage_rights (Walk *walk)
{
  static const char *const keys[] = { "/UR3", "/UR" };
  qpdf_oh permissions, rights;

  if (!arrears_pdf_file_get_dictionary (walk->file, qpdf_get_root (walk->file->qpdf), "/Perms",
                                        &permissions))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (arrears_pdf_file_get_dictionary (walk->file, permissions, keys[i], &rights))
      add_object (walk->file->qpdf, walk->seen, rights);
}

/* Takes the number, with white space behind it, that ends at *end; -1 if none does. */
static int
take_number_before (const char *data, gsize *end)
{
  gsize last = *end;
  gsize first;
  int number = 0;

  while (last > 0 && g_ascii_isspace (data[last - 1]))
    last--;
  for (first = last; first > 0 && g_ascii_isdigit (data[first - 1]); first--)
    ;
  if (last == *end || first == last || last - first > MAX_DIGITS)
    return -1;

  for (gsize i = first; i < last; i++)
    number = number * 10 + g_ascii_digit_value (data[i]);
  *end = first;
  return number;
}

/* Looks where a signature must be: its dictionary stands in the open, never in a compressed
 * stream, for the byte range names the place. What the same words say inside of an attached file
 * is nothing to the objects of this one.
 */
static void
walk_bytes (Walk *walk)
{
  const char *data = walk->file->data;
  int number = 0, generation = 0;

  for (gsize i = 0; i + strlen (BYTE_RANGE) <= walk->file->length; i++)
    if (data[i] == 'o' && memcmp (data + i, OBJECT, strlen (OBJECT)) == 0)
      {
        gsize end = i;
        int last = take_number_before (data, &end);
        int first = last >= 0 ? take_number_before (data, &end) : -1;

        if (first > 0)
          {
            number = first;
            generation = last;
          }
      }
    else if (data[i] == '/' && number > 0
             && memcmp (data + i, BYTE_RANGE, strlen (BYTE_RANGE)) == 0)
      {
        qpdf_oh object = qpdf_get_object_by_id (walk->file->qpdf, number, generation);

        if (looks_signed (walk->file->qpdf, object))
          note_signature (walk, object, NULL);
      }
}

GArray *
arrears_signature_field_list (ArrearsPdfFile *file)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { file, g_array_new (FALSE, FALSE, sizeof (ArrearsSignatureField)), fields, seen };
  qpdf_oh form;

  g_array_set_clear_func (walk.found, clear_field);
  if (arrears_pdf_file_get_dictionary (file, qpdf_get_root (file->qpdf), "/AcroForm", &form))
    walk_fields (&walk, qpdf_oh_get_key (file->qpdf, form, "/Fields"), NULL, FALSE, 0);
  pass_over_usage_rights (&walk);
  walk_bytes (&walk);

  return walk.found;
}
