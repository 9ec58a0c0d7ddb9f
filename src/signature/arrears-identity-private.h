/* arrears-identity-private.h: what the rest of this room sees of an identity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-certificate.h"
#include "arrears-identity.h"

struct _ArrearsIdentity
{
  EVP_PKEY *key;
  X509 *certificate;
  ArrearsCertificates *issuers; /* from the issuer of the certificate upwards */

  char *common_name;
  char *fingerprint;
  gint64 not_before;
  gint64 not_after;
};
