/* arrears-openssl.c: OpenSSL as this room uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-openssl.h"

#include <openssl/err.h>
#include <openssl/provider.h>

static gpointer
make_context (gpointer data)
{
  OSSL_LIB_CTX *context = OSSL_LIB_CTX_new ();

  if (context == NULL || OSSL_PROVIDER_load (context, "default") == NULL)
    g_error ("OpenSSL cannot load its default provider");

  /* A PKCS#12 file from before 2021 is mostly under RC2 or triple DES. Without this provider such
   * a file is refused with a message that says so.
   */
  OSSL_PROVIDER_load (context, "legacy");
  ERR_clear_error ();

  return context;
}

OSSL_LIB_CTX *
arrears_openssl_get_context (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_context, NULL);
}

void
arrears_openssl_set_error (GError **error, ArrearsError code, const char *what)
{
  char reason[256];
  unsigned long complaint = ERR_get_error ();

  if (complaint == 0)
    {
      g_set_error_literal (error, ARREARS_ERROR, code, what);
      return;
    }

  ERR_error_string_n (complaint, reason, sizeof reason);
  ERR_clear_error ();
  g_set_error (error, ARREARS_ERROR, code, "%s: %s", what, reason);
}
