/* arrears-signing.h: the user's signing identity, and checking signatures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Makes a key of the user's own, protected by a password of at least eight characters, in a new
 * .p12 file that only the user may read. ARREARS_ERROR_EXISTS, _PASSWORD_SHORT.
 */
gboolean arrears_signing_create_identity (const char *path, const char *name,
                                          const char *password, ArrearsInstant now,
                                          GError **error);

typedef struct
{
  char *signer;
  char *fingerprint;
  gint64 signed_at; /* as the file says; 0 where it does not */
  gboolean is_intact;         /* what was signed has not been changed */
  gboolean covers_whole_file; /* nothing was added later */
} ArrearsSigningVerdict;

/* The signatures of any PDF file. GPtrArray of ArrearsSigningVerdict, empty where it has none. */
GPtrArray *arrears_signing_verify (const char *path, GError **error);
GPtrArray *arrears_signing_verify_bytes (GBytes *bytes, GError **error);

/* At least one signature, all intact, and the last covers the whole file. */
gboolean arrears_signing_is_sound (GPtrArray *verdicts);

G_END_DECLS
