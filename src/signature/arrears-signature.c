/* arrears-signature.c: signing PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-signature.h"

#include "arrears-cms.h"
#include "arrears-error.h"
#include "arrears-pdf-revision.h"
#include "arrears-pdf-text.h"

#include <string.h>

/* Three numbers of up to ten digits are written over the blanks once they are known. */
#define BYTE_RANGE_BLANK "[0                                 ]"

#define WIDGET_FLAGS 132  /* print, locked */
#define SIGNATURE_FLAGS 3 /* signatures exist, append only */
#define NO_CHANGES_PERMITTED 1

/* The new objects, and where in the signature dictionary something is to be filled in. */
typedef struct
{
  int signature;
  int widget;
  int appearance;
  gsize byte_range_at;
  gsize contents_at;
  gsize contents_length; /* with the angle brackets */
} Plan;

static gboolean
check_words (const ArrearsSignatureOptions *options, GError **error)
{
  const char *words[] = { options->reason, options->location };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && !g_utf8_validate (words[i], -1, NULL))
      {
        g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING,
                             "the reason or place of a signature is not UTF-8");
        return FALSE;
      }

  return TRUE;
}

/* A certifying signature may forbid every later change, a signature among them (DocMDP, P 1). */
static gboolean
check_permission (ArrearsPdfFile *file, GError **error)
{
  qpdf_data qpdf = file->qpdf;
  qpdf_oh at = qpdf_get_root (qpdf);
  qpdf_oh references;

  if (!arrears_pdf_file_get_dictionary (file, at, "/Perms", &at)
      || !arrears_pdf_file_get_dictionary (file, at, "/DocMDP", &at))
    return TRUE;

  references = qpdf_oh_get_key (qpdf, at, "/Reference");
  for (int i = 0;
       qpdf_oh_is_array (qpdf, references) && i < qpdf_oh_get_array_n_items (qpdf, references); i++)
    {
      qpdf_oh reference = qpdf_oh_get_array_item (qpdf, references, i);
      int permission;

      if (!arrears_pdf_file_get_dictionary (file, reference, "/TransformParams", &at)
          || !qpdf_oh_get_value_as_int (qpdf, qpdf_oh_get_key (qpdf, at, "/P"), &permission)
          || permission != NO_CHANGES_PERMITTED)
        continue;
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                           "an earlier signature forbids every change of the PDF file");
      return FALSE;
    }

  return TRUE;
}

static gboolean
find_page (ArrearsPdfFile *file, guint index, qpdf_oh *page, GError **error)
{
  int n_pages = qpdf_get_num_pages (file->qpdf);

  if (!arrears_pdf_file_check (file, error))
    return FALSE;
  if (n_pages < 0 || index >= (guint) n_pages)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "no page %u to sign in a PDF file of %d pages", index + 1, n_pages);
      return FALSE;
    }

  *page = qpdf_get_page_n (file->qpdf, index);
  return arrears_pdf_file_check (file, error);
}

/* The items of an array as the file has them, and one more. */
static char *
extend_array (ArrearsPdfFile *file, qpdf_oh array, int number)
{
  GString *text = g_string_new ("[");

  if (qpdf_oh_is_array (file->qpdf, array))
    for (int i = 0; i < qpdf_oh_get_array_n_items (file->qpdf, array); i++)
      {
        qpdf_oh item = qpdf_oh_get_array_item (file->qpdf, array, i);

        g_string_append_printf (text, "%s ", qpdf_oh_unparse (file->qpdf, item));
      }
  g_string_append_printf (text, "%d 0 R]", number);

  return g_string_free (text, FALSE);
}

/* The dictionary as the file has it, left open at its end. */
static GString *
open_dictionary (ArrearsPdfFile *file, qpdf_oh dictionary)
{
  GString *text = g_string_new (qpdf_oh_unparse_resolved (file->qpdf, dictionary));

  if (g_str_has_suffix (text->str, ">>"))
    g_string_truncate (text, text->len - 2);
  else
    g_string_assign (text, "<<");

  return text;
}

static char *
make_page (ArrearsPdfFile *file, qpdf_oh page, int widget)
{
  qpdf_oh annotations = qpdf_oh_get_key (file->qpdf, page, "/Annots");
  g_autofree char *items = extend_array (file, annotations, widget);
  GString *text;

  qpdf_oh_remove_key (file->qpdf, page, "/Annots");
  text = open_dictionary (file, page);
  g_string_append_printf (text, " /Annots %s >>", items);

  return g_string_free (text, FALSE);
}

static char *
make_form (ArrearsPdfFile *file, int widget)
{
  qpdf_oh form;
  g_autofree char *items = NULL;
  GString *text;

  if (arrears_pdf_file_get_dictionary (file, qpdf_get_root (file->qpdf), "/AcroForm", &form))
    {
      items = extend_array (file, qpdf_oh_get_key (file->qpdf, form, "/Fields"), widget);
      qpdf_oh_remove_key (file->qpdf, form, "/Fields");
      qpdf_oh_remove_key (file->qpdf, form, "/SigFlags");
      text = open_dictionary (file, form);
    }
  else
    {
      items = g_strdup_printf ("[%d 0 R]", widget);
      text = g_string_new ("<<");
    }
  g_string_append_printf (text, " /Fields %s /SigFlags %d >>", items, SIGNATURE_FLAGS);

  return g_string_free (text, FALSE);
}

static char *
make_catalog (ArrearsPdfFile *file, int widget)
{
  qpdf_oh root = qpdf_get_root (file->qpdf);
  g_autofree char *form = make_form (file, widget);
  GString *text;

  qpdf_oh_remove_key (file->qpdf, root, "/AcroForm");
  text = open_dictionary (file, root);
  g_string_append_printf (text, " /AcroForm %s >>", form);

  return g_string_free (text, FALSE);
}

static gboolean
has_field (ArrearsPdfFile *file, qpdf_oh fields, const char *name)
{
  for (int i = 0; i < qpdf_oh_get_array_n_items (file->qpdf, fields); i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (file->qpdf, fields, i);
      g_autofree char *taken = arrears_pdf_file_dup_text (file, field, "/T");

      if (g_strcmp0 (taken, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
choose_field_name (ArrearsPdfFile *file)
{
  qpdf_oh form, fields;

  if (!arrears_pdf_file_get_dictionary (file, qpdf_get_root (file->qpdf), "/AcroForm", &form))
    return g_strdup ("Signature1");
  fields = qpdf_oh_get_key (file->qpdf, form, "/Fields");
  if (!qpdf_oh_is_array (file->qpdf, fields))
    return g_strdup ("Signature1");

  for (guint n = 1;; n++)
    {
      g_autofree char *name = g_strdup_printf ("Signature%u", n);

      if (!has_field (file, fields, name))
        return g_steal_pointer (&name);
    }
}

static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s", g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
}

static char *
make_widget (const ArrearsSignatureOptions *options, const Plan *plan, const char *field_name,
             const char *page)
{
  g_autofree char *name = arrears_pdf_text_from_utf8 (field_name);
  GString *text = g_string_new ("<< /Type /Annot /Subtype /Widget /FT /Sig");

  g_string_append_printf (text, " /T %s /F %d /P %s /V %d 0 R /AP << /N %d 0 R >> /Rect [", name,
                          WIDGET_FLAGS, page, plan->signature, plan->appearance);
  append_number (text, options->area.left);
  append_number (text, options->area.bottom);
  append_number (text, options->area.right);
  append_number (text, options->area.top);
  g_string_append (text, " ] >>");

  return g_string_free (text, FALSE);
}

/* Nothing is drawn: the seal is on the page already. PDF/A asks for an appearance all the same. */
static char *
make_appearance (const ArrearsSignatureOptions *options)
{
  GString *text = g_string_new ("<< /Type /XObject /Subtype /Form /BBox [ 0 0");

  append_number (text, options->area.right - options->area.left);
  append_number (text, options->area.top - options->area.bottom);
  g_string_append (text, " ] /Resources << >> /Length 0 >>\nstream\n\nendstream");

  return g_string_free (text, FALSE);
}

static void
append_words (GString *text, const char *key, const char *words)
{
  g_autofree char *object = NULL;

  if (words == NULL || *words == '\0')
    return;
  object = arrears_pdf_text_from_utf8 (words);
  g_string_append_printf (text, " %s %s", key, object);
}

/* Leaves blanks for what is known last and notes in the plan where in the text they are. */
static char *
make_signature (const ArrearsIdentity *identity, const ArrearsSignatureOptions *options,
                const char *date, Plan *plan)
{
  gsize n_digits = 2 * arrears_cms_get_max_length (identity);
  g_autofree char *zeros = g_strnfill (n_digits, '0');
  GString *text = g_string_new ("<< /Type /Sig /Filter /Adobe.PPKLite"
                                " /SubFilter /ETSI.CAdES.detached /ByteRange ");

  plan->byte_range_at = text->len;
  g_string_append (text, BYTE_RANGE_BLANK " /Contents ");
  plan->contents_at = text->len;
  plan->contents_length = n_digits + 2;
  g_string_append_printf (text, "<%s> /M (%s)", zeros, date);
  append_words (text, "/Name", identity->common_name);
  append_words (text, "/Reason", options->reason);
  append_words (text, "/Location", options->location);
  g_string_append (text, " >>");

  return g_string_free (text, FALSE);
}

/* As arrears_pdf_revision_add_object(), and frees the body. */
static gsize
take_object (ArrearsPdfRevision *revision, int number, int generation, char *body)
{
  gsize offset = arrears_pdf_revision_add_object (revision, number, generation, body);

  g_free (body);
  return offset;
}

/* Writes the object of the file anew, under its old number. */
static void
take_changed_object (ArrearsPdfRevision *revision, qpdf_data qpdf, qpdf_oh object, char *body)
{
  take_object (revision, qpdf_oh_get_object_id (qpdf, object),
               qpdf_oh_get_generation (qpdf, object), body);
}

/* Adds all objects and closes the revision; the offsets in the plan are of the file then. */
static GByteArray *
write_revision (ArrearsPdfFile *file, const ArrearsIdentity *identity,
                const ArrearsSignatureOptions *options, const char *date, Plan *plan,
                GError **error)
{
  g_autoptr (ArrearsPdfRevision) revision = arrears_pdf_revision_new (file, error);
  g_autofree char *field_name = NULL;
  g_autofree char *page_reference = NULL;
  qpdf_oh page;
  gsize signature_at;

  if (revision == NULL || !check_permission (file, error)
      || !find_page (file, options->page, &page, error))
    return NULL;

  plan->signature = arrears_pdf_revision_reserve_number (revision);
  plan->widget = arrears_pdf_revision_reserve_number (revision);
  plan->appearance = arrears_pdf_revision_reserve_number (revision);
  field_name = choose_field_name (file);
  page_reference = g_strdup (qpdf_oh_unparse (file->qpdf, page));

  take_changed_object (revision, file->qpdf, qpdf_get_root (file->qpdf),
                       make_catalog (file, plan->widget));
  take_changed_object (revision, file->qpdf, page, make_page (file, page, plan->widget));
  signature_at
      = take_object (revision, plan->signature, 0, make_signature (identity, options, date, plan));
  take_object (revision, plan->widget, 0, make_widget (options, plan, field_name, page_reference));
  take_object (revision, plan->appearance, 0, make_appearance (options));
  plan->byte_range_at += signature_at;
  plan->contents_at += signature_at;

  return arrears_pdf_file_check (file, error) ? arrears_pdf_revision_finish (revision) : NULL;
}

static void
fill_byte_range (GByteArray *bytes, const Plan *plan, const ArrearsByteRange *range)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("[0 %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT "]",
                          range->gap, range->resume, range->end - range->resume);
  g_assert (strlen (text) <= strlen (BYTE_RANGE_BLANK));

  memset (bytes->data + plan->byte_range_at, ' ', strlen (BYTE_RANGE_BLANK));
  memcpy (bytes->data + plan->byte_range_at, text, strlen (text));
}

static gboolean
fill_contents (GByteArray *bytes, const Plan *plan, const ArrearsByteRange *range,
               const ArrearsIdentity *identity, GError **error)
{
  static const char digits[] = "0123456789ABCDEF";
  g_autoptr (GByteArray) signature = arrears_cms_sign (identity, bytes->data, range, error);
  guint8 *at = bytes->data + plan->contents_at + 1;

  if (signature == NULL)
    return FALSE;

  g_assert (2 * (gsize) signature->len + 2 <= plan->contents_length);
  for (guint i = 0; i < signature->len; i++)
    {
      *at++ = (guint8) digits[signature->data[i] >> 4];
      *at++ = (guint8) digits[signature->data[i] & 0xf];
    }

  return TRUE;
}

GBytes *
arrears_signature_sign (GBytes *pdf, const ArrearsIdentity *identity,
                        const ArrearsSignatureOptions *options, GError **error)
{
  g_autoptr (ArrearsPdfFile) file = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *date = NULL;
  Plan plan = { 0 };
  ArrearsByteRange range;

  g_return_val_if_fail (pdf != NULL && identity != NULL && options != NULL, NULL);
  g_return_val_if_fail (
      options->area.left <= options->area.right && options->area.bottom <= options->area.top, NULL);

  date = arrears_pdf_date_format (options->signed_at, options->utc_offset_minutes);
  if (date == NULL)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAY_IMPOSSIBLE,
                   "a signature at %" G_GINT64_FORMAT " s, %d minutes from Greenwich",
                   options->signed_at, options->utc_offset_minutes);
      return NULL;
    }
  if (!check_words (options, error) || !arrears_identity_check (identity, options->signed_at, error)
      || (file = arrears_pdf_file_open (pdf, error)) == NULL
      || (bytes = write_revision (file, identity, options, date, &plan, error)) == NULL)
    return NULL;

  range = (ArrearsByteRange) { plan.contents_at, plan.contents_at + plan.contents_length,
                               bytes->len };
  fill_byte_range (bytes, &plan, &range);
  if (!fill_contents (bytes, &plan, &range, identity, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
