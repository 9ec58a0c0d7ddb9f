/* arrears-signing.c: the user's signing identity, and checking signatures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-signing.h"

#include "arrears-files.h"
#include "arrears-identity.h"
#include "arrears-signature.h"

enum
{
  MIN_PASSWORD_LENGTH = 8,
  YEARS = 10,
};

gboolean
arrears_signing_create_identity (const char *path, const char *name, const char *password,
                                 ArrearsInstant now, GError **error)
{
  g_autoptr (ArrearsIdentity) identity = NULL;
  g_autoptr (GBytes) p12 = NULL;

  if (g_utf8_strlen (password, -1) < MIN_PASSWORD_LENGTH)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_PASSWORD_SHORT,
                   "the password: expected at least %d characters", MIN_PASSWORD_LENGTH);
      return FALSE;
    }
  identity = arrears_identity_new_self_signed (name, now.at, YEARS, error);
  if (identity == NULL)
    return FALSE;
  p12 = arrears_identity_save (identity, password, error);
  return p12 != NULL && arrears_files_write_new (p12, path, ARREARS_FILE_PRIVATE, error);
}

static void
free_verdict (gpointer data)
{
  ArrearsSigningVerdict *verdict = data;

  g_free (verdict->signer);
  g_free (verdict->fingerprint);
  g_free (verdict);
}

static ArrearsSigningVerdict *
describe_verdict (const ArrearsSignatureVerdict *from)
{
  ArrearsSigningVerdict *verdict = g_new0 (ArrearsSigningVerdict, 1);

  verdict->signer = g_strdup (from->signer_name != NULL ? from->signer_name : "");
  verdict->fingerprint
      = g_strdup (from->certificate_fingerprint != NULL ? from->certificate_fingerprint : "");
  verdict->signed_at = from->signed_at;
  verdict->is_intact = arrears_signature_verdict_is_intact (from);
  verdict->covers_whole_file = from->covers_whole_file;
  return verdict;
}

GPtrArray *
arrears_signing_verify_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) found = arrears_signature_verify (bytes, error);
  GPtrArray *verdicts;

  if (found == NULL)
    return NULL;
  verdicts = g_ptr_array_new_with_free_func (free_verdict);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (verdicts, describe_verdict (g_ptr_array_index (found, i)));
  return verdicts;
}

GPtrArray *
arrears_signing_verify (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = arrears_files_read (path, error);

  return bytes != NULL ? arrears_signing_verify_bytes (bytes, error) : NULL;
}

gboolean
arrears_signing_is_sound (GPtrArray *verdicts)
{
  gboolean covers_whole_file = FALSE;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const ArrearsSigningVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (!verdict->is_intact)
        return FALSE;
      covers_whole_file |= verdict->covers_whole_file;
    }
  return covers_whole_file;
}
