/* arrears-signature-verify.c: judging the signatures of a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-signature.h"

#include "arrears-cms.h"
#include "arrears-pdf-text.h"
#include "arrears-signature-field.h"

#include <string.h>

#define CADES "ETSI.CAdES.detached"
#define PKCS7 "adbe.pkcs7.detached"

static gboolean
read_byte_range (ArrearsPdfFile *file, qpdf_oh signature, ArrearsByteRange *range)
{
  qpdf_data qpdf = file->qpdf;
  qpdf_oh array = qpdf_oh_get_key_if_dict (qpdf, signature, "/ByteRange");
  long long number[4];

  if (!qpdf_oh_is_array (qpdf, array)
      || qpdf_oh_get_array_n_items (qpdf, array) != G_N_ELEMENTS (number))
    return FALSE;

  for (int i = 0; i < (int) G_N_ELEMENTS (number); i++)
    if (!qpdf_oh_get_value_as_longlong (qpdf, qpdf_oh_get_array_item (qpdf, array, i), &number[i])
        || number[i] < 0 || (gsize) number[i] > file->length)
      return FALSE;

  *range = (ArrearsByteRange) { (gsize) number[1], (gsize) number[2],
                                (gsize) number[2] + (gsize) number[3] };
  return number[0] == 0 && range->gap > 0 && range->gap < range->resume
         && range->resume <= range->end && range->end <= file->length;
}

/* The bytes in the gap if they are one hexadecimal string and nothing else: white space, comments
 * or further objects in it would be an open door.
 */
static GByteArray *
decode_gap (ArrearsPdfFile *file, const ArrearsByteRange *range)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize length = range->resume - range->gap;
  const char *at = file->data + range->gap + 1;

  if (length < 4 || length % 2 != 0 || file->data[range->gap] != '<'
      || file->data[range->resume - 1] != '>')
    return NULL;

  g_byte_array_set_size (bytes, (guint) (length / 2 - 1));
  for (guint i = 0; i < bytes->len; i++, at += 2)
    {
      if (!g_ascii_isxdigit (at[0]) || !g_ascii_isxdigit (at[1]))
        return NULL;
      bytes->data[i] = (guint8) (g_ascii_xdigit_value (at[0]) << 4 | g_ascii_xdigit_value (at[1]));
    }

  return g_steal_pointer (&bytes);
}

/* The signature if it fills the gap, else NULL. */
static GByteArray *
read_contents (ArrearsPdfFile *file, qpdf_oh signature, const ArrearsByteRange *range)
{
  g_autoptr (GByteArray) gap = decode_gap (file, range);
  qpdf_oh contents = qpdf_oh_get_key_if_dict (file->qpdf, signature, "/Contents");
  const char *bytes;
  size_t length;

  if (gap == NULL || !qpdf_oh_is_string (file->qpdf, contents))
    return NULL;

  bytes = qpdf_oh_get_binary_string_value (file->qpdf, contents, &length);
  if (length != gap->len || memcmp (bytes, gap->data, length) != 0)
    return NULL;

  return g_steal_pointer (&gap);
}

static void
judge_certificate (ArrearsSignatureVerdict *verdict, const ArrearsCmsFindings *findings)
{
  gint64 not_before, not_after;

  verdict->signer_name = arrears_certificate_dup_name (findings->signer);
  verdict->certificate_fingerprint = arrears_certificate_dup_fingerprint (findings->signer);
  verdict->is_strong
      = findings->has_strong_hash && arrears_certificate_has_strong_key (findings->signer);
  verdict->certificate_in_time
      = verdict->signed_at != 0
        && arrears_certificate_get_validity (findings->signer, &not_before, &not_after)
        && verdict->signed_at >= not_before && verdict->signed_at <= not_after;
  verdict->chain = arrears_certificate_judge_chain (findings->signer, findings->certificates,
                                                    verdict->signed_at);
}

static void
judge_bytes (ArrearsSignatureVerdict *verdict, ArrearsPdfFile *file, qpdf_oh signature)
{
  g_auto (ArrearsCmsFindings) findings = { 0 };
  g_autoptr (GByteArray) contents = NULL;
  gboolean is_cades = g_strcmp0 (verdict->sub_filter, CADES) == 0;
  gboolean is_known = is_cades || g_strcmp0 (verdict->sub_filter, PKCS7) == 0;
  ArrearsByteRange range;

  verdict->is_understood = is_known;
  if (!read_byte_range (file, signature, &range))
    return;

  verdict->signed_length = range.end;
  verdict->later_additions = file->length - range.end;
  verdict->covers_whole_file = range.end == file->length;
  if ((contents = read_contents (file, signature, &range)) == NULL)
    return;

  verdict->gap_is_contents = TRUE;
  arrears_cms_examine (contents->data, contents->len, (const guint8 *) file->data, &range, is_cades,
                       &findings);
  verdict->is_understood = is_known && findings.is_understood;
  verdict->digest_matches = is_known && findings.holds;
  if (verdict->signed_at == 0)
    verdict->signed_at = findings.signing_time;
  if (findings.signer != NULL)
    judge_certificate (verdict, &findings);
}

static ArrearsSignatureVerdict *
judge_signature (ArrearsPdfFile *file, const ArrearsSignatureField *field)
{
  ArrearsSignatureVerdict *verdict = g_new0 (ArrearsSignatureVerdict, 1);
  g_autofree char *date = arrears_pdf_file_dup_text (file, field->signature, "/M");

  verdict->field_name = g_strdup (field->name);
  verdict->is_in_form = field->name != NULL;
  verdict->sub_filter = arrears_pdf_file_dup_name (file, field->signature, "/SubFilter");
  verdict->reason = arrears_pdf_file_dup_text (file, field->signature, "/Reason");
  verdict->location = arrears_pdf_file_dup_text (file, field->signature, "/Location");
  if (date != NULL)
    arrears_pdf_date_parse (date, &verdict->signed_at);
  judge_bytes (verdict, file, field->signature);

  return verdict;
}

static int
compare_verdicts (gconstpointer a, gconstpointer b)
{
  const ArrearsSignatureVerdict *verdict_a = *(ArrearsSignatureVerdict *const *) a;
  const ArrearsSignatureVerdict *verdict_b = *(ArrearsSignatureVerdict *const *) b;

  return (verdict_a->signed_length > verdict_b->signed_length)
         - (verdict_a->signed_length < verdict_b->signed_length);
}

GPtrArray *
arrears_signature_verify (GBytes *pdf, GError **error)
{
  g_autoptr (ArrearsPdfFile) file = NULL;
  g_autoptr (GArray) fields = NULL;
  g_autoptr (GPtrArray) verdicts = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);

  if ((file = arrears_pdf_file_open (pdf, error)) == NULL)
    return NULL;

  fields = arrears_signature_field_list (file);

  /* Damage may have hidden a signature, and an empty list would say that there never was one. Where
   * one was found its hash tells all.
   */
  if (fields->len == 0 && !arrears_pdf_file_check (file, error))
    return NULL;

  verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_signature_verdict_free);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (verdicts,
                     judge_signature (file, &g_array_index (fields, ArrearsSignatureField, i)));
  g_ptr_array_sort (verdicts, compare_verdicts);

  return g_steal_pointer (&verdicts);
}
