/* arrears-words-proof.h: sentences on limitation, guarantees and vouchers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-log-entry.h"

G_BEGIN_DECLS

/* One line for a log entry of these; NULL for one of another kind. */
char *arrears_words_describe_proof (ArrearsLogEntry *entry);

G_END_DECLS
