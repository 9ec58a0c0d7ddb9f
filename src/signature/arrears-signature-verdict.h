/* arrears-signature-verdict.h: what can be said of one signature in a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who speaks for the signer. */
typedef enum
{
  ARREARS_SIGNATURE_CHAIN_UNKNOWN,     /* an issuer that this computer does not know */
  ARREARS_SIGNATURE_CHAIN_SELF_SIGNED, /* only the signer */
  ARREARS_SIGNATURE_CHAIN_TRUSTED,     /* a root in the trust store of this computer */
} ArrearsSignatureChain;

/* "unknown", "self-signed", "trusted". */
const char *arrears_signature_chain_to_word (ArrearsSignatureChain chain);

/* Plain findings, each by itself; texts are NULL where the file has none. The name is what the
 * certificate says. The instant, reason and place are what the signer claimed: the signature
 * protects them but no one else vouches for them.
 */
typedef struct
{
  char *field_name; /* of the form field, with its parents: "Signature1" */
  char *sub_filter; /* the kind: "ETSI.CAdES.detached" */
  char *signer_name;
  char *certificate_fingerprint; /* SHA-256, 64 lower-case hexadecimal digits */
  char *reason;
  char *location;
  gint64 signed_at;            /* Unix time; 0 where none is claimed */
  ArrearsSignatureChain chain; /* as of signed_at */

  gboolean is_in_form;          /* a field of the form shows it; else it was taken out later */
  gboolean is_understood;       /* a kind of signature that this program can judge */
  gboolean gap_is_contents;     /* the only bytes left unsigned are the signature itself */
  gboolean digest_matches;      /* the signed bytes are as they were, by this certificate */
  gboolean is_strong;           /* neither the hash nor the key is known to be forgeable */
  gboolean certificate_in_time; /* the certificate was good at signed_at */
  gboolean covers_whole_file;   /* no byte stands behind the signed ones */

  gsize signed_length;   /* the revision that was signed is so many first bytes */
  gsize later_additions; /* bytes that stand behind it */
} ArrearsSignatureVerdict;

void arrears_signature_verdict_free (ArrearsSignatureVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsSignatureVerdict, arrears_signature_verdict_free)

/* Whether the file as it stands is what the holder of the key signed: every finding above is
 * TRUE. The chain is not asked: who the holder is, is another question. Never TRUE for a file
 * with later additions, be it only a second signature.
 */
gboolean arrears_signature_verdict_is_sound (const ArrearsSignatureVerdict *verdict);

/* Sound but for later additions: the first signed_length bytes are what the holder signed. The
 * earlier signature of a countersigned file is intact, the later one sound.
 */
gboolean arrears_signature_verdict_is_intact (const ArrearsSignatureVerdict *verdict);

/* As is_sound, with the first reason against it: ARREARS_ERROR_REFUSED if the signature cannot be
 * judged, ARREARS_ERROR_ALTERED if the file is not as it was signed, ARREARS_ERROR_CERTIFICATE if
 * the certificate or its key was not fit.
 */
gboolean arrears_signature_verdict_check (const ArrearsSignatureVerdict *verdict, GError **error);

G_END_DECLS
