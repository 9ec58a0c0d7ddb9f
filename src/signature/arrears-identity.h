/* arrears-identity.h: who signs: a private key with its certificate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Immutable once made, so that several threads may sign with one identity at a time; whoever
 * holds it frees it after the last of them is done. The private key stays in memory as long as
 * the identity does and is wiped with it. Passwords are read where the caller keeps them, as
 * UTF-8, and never copied; wiping them is left to the caller.
 */
typedef struct _ArrearsIdentity ArrearsIdentity;

/* Makes an RSA-2048 key and a certificate for it that it signs itself, with name as both common
 * name and organisation, good from now_unix for so many years (1 to 30), for signatures only.
 * Such an identity proves that a file is unchanged since the key signed it; who holds the key
 * must be proved in another way (Electronic Signature Law of the PRC, art. 13).
 *
 * ARREARS_ERROR_MISSING for an empty name, ARREARS_ERROR_REFUSED for one above the 64 characters
 * of X.520 and for years out of range, ARREARS_ERROR_ENCODING for bytes that are not UTF-8.
 */
ArrearsIdentity *arrears_identity_new_self_signed (const char *name, gint64 now_unix, int years,
                                                   GError **error);

/* Reads a PKCS#12 file (.p12, .pfx), with the outdated ciphers of older programs too. A NULL
 * password and an empty one are the same.
 *
 * ARREARS_ERROR_FORMAT if the bytes are no PKCS#12 file or a cut one, or hold no check sum or no
 * key with its certificate; ARREARS_ERROR_PASSWORD if the password does not fit the check sum. A
 * file whose protected part was altered cannot be told from a wrong password.
 */
ArrearsIdentity *arrears_identity_load (GBytes *p12, const char *password, GError **error);

void arrears_identity_free (ArrearsIdentity *identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsIdentity, arrears_identity_free)

/* The identity as a PKCS#12 file under the password (PBES2: PBKDF2 and AES-256), to be read back
 * by arrears_identity_load() and by other programs. ARREARS_ERROR_MISSING for an empty password.
 */
GBytes *arrears_identity_save (const ArrearsIdentity *identity, const char *password,
                               GError **error);

/* The common name in the certificate, else its organisation, else "". */
const char *arrears_identity_get_common_name (const ArrearsIdentity *identity);

/* The first and the last second (Unix time) at which the certificate is good. */
gint64 arrears_identity_get_not_before (const ArrearsIdentity *identity);
gint64 arrears_identity_get_not_after (const ArrearsIdentity *identity);

/* SHA-256 of the certificate: 64 lower-case hexadecimal digits. */
const char *arrears_identity_get_fingerprint (const ArrearsIdentity *identity);

/* Whether the identity may sign at the instant: ARREARS_ERROR_CERTIFICATE if the certificate is
 * not yet or no longer good then, or not made for signatures, or if the key is neither RSA of at
 * least 2048 bits nor a curve of at least 224.
 */
gboolean arrears_identity_check (const ArrearsIdentity *identity, gint64 at_unix, GError **error);

G_END_DECLS
