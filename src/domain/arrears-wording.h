/* arrears-wording.h: words that a demand must not use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ARREARS_WORDING_THREAT,            /* of violence, of besetting somebody */
  ARREARS_WORDING_FALSE_AUTHORITY,   /* speaking as police, court or lawyer */
  ARREARS_WORDING_FALSE_CONSEQUENCE, /* prison, credit records: what a trade debt does not bring */
  ARREARS_WORDING_INSULT,
  ARREARS_WORDING_DISCLOSURE, /* telling others (Civil Code 1024, 1032; Personal Information
                                 Protection Law 10) */
  ARREARS_WORDING_LATE_FEE, /* 滞纳金, which public bodies levy, for a 违约金 that was agreed */
  ARREARS_WORDING_N_KINDS
} ArrearsWordingKind;

typedef struct
{
  gsize start;  /* of what was found in the text, in bytes */
  gsize length; /* in bytes, with what was put between its characters */
  ArrearsWordingKind kind;
  const char *better; /* what to write instead, in Chinese; static */
} ArrearsWordingFinding;

/* What makes a word true that would else be out of place. */
typedef struct
{
  gboolean contract_says_late_fee; /* 滞纳金 */
  gboolean is_in_court;            /* a suit was filed: 已立案 */
} ArrearsWordingFacts;

/* Finds the words in `text` (UTF-8) from left to right, also where blanks or marks stand between
 * their characters; a full stop parts them. GArray of ArrearsWordingFinding; none overlap.
 */
GArray *arrears_wording_check (const char *text, const ArrearsWordingFacts *facts);

/* "threat", "false_authority" ... */
const char *arrears_wording_kind_to_word (ArrearsWordingKind kind);

G_END_DECLS
