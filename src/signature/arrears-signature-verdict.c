/* arrears-signature-verdict.c: what can be said of one signature in a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-signature-verdict.h"

#include "arrears-error.h"

const char *
arrears_signature_chain_to_word (ArrearsSignatureChain chain)
{
  switch (chain)
    {
    case ARREARS_SIGNATURE_CHAIN_UNKNOWN:
      return "unknown";
    case ARREARS_SIGNATURE_CHAIN_SELF_SIGNED:
      return "self-signed";
    case ARREARS_SIGNATURE_CHAIN_TRUSTED:
      return "trusted";
    default:
      g_return_val_if_reached ("unknown");
    }
}

void
arrears_signature_verdict_free (ArrearsSignatureVerdict *verdict)
{
  g_free (verdict->field_name);
  g_free (verdict->sub_filter);
  g_free (verdict->signer_name);
  g_free (verdict->certificate_fingerprint);
  g_free (verdict->reason);
  g_free (verdict->location);
  g_free (verdict);
}

/* The first thing against the signature that lies within the signed revision, or NULL. */
static const char *
find_fault (const ArrearsSignatureVerdict *verdict, ArrearsError *code)
{
  *code = ARREARS_ERROR_REFUSED;
  if (!verdict->is_understood)
    return "it is of a kind that cannot be judged here";

  *code = ARREARS_ERROR_ALTERED;
  if (!verdict->gap_is_contents)
    return "bytes other than the signature itself are left unsigned";
  if (!verdict->digest_matches)
    return "the signed bytes are not those that were signed";
  if (!verdict->is_in_form)
    return "no field of the form shows it any more";

  *code = ARREARS_ERROR_CERTIFICATE;
  if (!verdict->is_strong)
    return "its hash or key is too weak to prove anything";
  if (!verdict->certificate_in_time)
    return "the certificate was not good at the time of signing";

  return NULL;
}

gboolean
arrears_signature_verdict_check (const ArrearsSignatureVerdict *verdict, GError **error)
{
  const char *name = verdict->field_name != NULL ? verdict->field_name : "?";
  ArrearsError code;
  const char *fault = find_fault (verdict, &code);

  if (fault != NULL)
    {
      g_set_error (error, ARREARS_ERROR, code, "signature %s (%s): %s", name,
                   verdict->sub_filter != NULL ? verdict->sub_filter : "no kind named", fault);
      return FALSE;
    }
  if (!verdict->covers_whole_file)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ALTERED,
                   "signature %s covers the first %" G_GSIZE_FORMAT " bytes only; %" G_GSIZE_FORMAT
                   " were added after it",
                   name, verdict->signed_length, verdict->later_additions);
      return FALSE;
    }

  return TRUE;
}

gboolean
arrears_signature_verdict_is_sound (const ArrearsSignatureVerdict *verdict)
{
  return arrears_signature_verdict_check (verdict, NULL);
}

gboolean
arrears_signature_verdict_is_intact (const ArrearsSignatureVerdict *verdict)
{
  ArrearsError code;

  return find_fault (verdict, &code) == NULL;
}
