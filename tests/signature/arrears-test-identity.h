/* arrears-test-identity.h: identities and signed files that tests begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-signature.h"
#include "arrears-test-key.h"

G_BEGIN_DECLS

#define ARREARS_TEST_COMPANY "江苏远洋五金制品有限公司"
#define ARREARS_TEST_DEBTOR "上海恒达机电设备有限公司"

/* One for the whole program, made when first asked for: it takes a while. Self-signed RSA. */
ArrearsIdentity *arrears_test_identity_get_own (void);

/* Of the test authority. */
ArrearsIdentity *arrears_test_identity_new (const ArrearsTestKey *key);

/* Signs at ARREARS_TEST_NOW with a Chinese reason and place; a failure ends the test. */
GBytes *arrears_test_sign (GBytes *pdf, const ArrearsIdentity *identity);

/* All verdicts; a failure ends the test. */
GPtrArray *arrears_test_verify (GBytes *pdf);

/* The verdict on the only signature there is. */
ArrearsSignatureVerdict *arrears_test_verify_single (GBytes *pdf);

G_END_DECLS
