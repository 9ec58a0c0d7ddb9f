/* arrears-uscc.h: unified social credit codes (统一社会信用代码)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ARREARS_USCC_SOUND,
  ARREARS_USCC_CHECK_FAILS, /* warn only: real licences with a wrong check character exist */
} ArrearsUsccVerdict;

/* GB 32100-2015. Normalises (trims, drops inner blanks, full-width to half-width, upper case) into
 * *code, which the caller frees, and checks. A wrong length or alphabet is refused with
 * ARREARS_ERROR_USCC_LENGTH or _ALPHABET; a wrong check character of the whole (place 18) or of
 * the organisation code within (place 17, GB 11714) gives ARREARS_USCC_CHECK_FAILS.
 */
gboolean arrears_uscc_parse (const char *text, char **code, ArrearsUsccVerdict *verdict,
                             GError **error);

G_END_DECLS
