/* arrears-words-guard.h: what speaks against a contact, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-contact-guard.h"
#include "arrears-wording.h"

G_BEGIN_DECLS

/* A finding as one sentence: 22:00 至次日 8:00 不得联系. */
char *arrears_words_describe_guard (const ArrearsGuardFinding *finding);

/* A finding in `text`, with what to write instead: “坐牢”是不实后果，可改为…… */
char *arrears_words_describe_wording (const char *text, const ArrearsWordingFinding *finding);

const char *arrears_words_get_for_wording_kind (ArrearsWordingKind kind);

G_END_DECLS
