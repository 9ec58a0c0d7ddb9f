/* arrears-letter.h: drafting, issuing and keeping formal letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-demand.h"
#include "arrears-desk.h"
#include "arrears-document.h"

G_BEGIN_DECLS

/* What a demand would claim from a customer on the desk's day: every overdue open item, after
 * unapplied money, with its late charge. ARREARS_ERROR_NOT_FOUND, _NOTHING_DUE, _TABLE_ENDED, and
 * _COMPANY_MISSING where the firm's own name, bank or account is not set.
 */
ArrearsDemand *arrears_letter_draft (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* The letter as it would be printed, unnumbered and unsigned, marked as a preview. `seal_path` is
 * a PNG of the seal, or NULL.
 */
GBytes *arrears_letter_preview (ArrearsDesk *desk, gint64 customer_id, const char *seal_path,
                                GError **error);

/* Whether a letter may go out on the desk's day without a reason. As arrears_letter_draft(), and
 * ARREARS_ERROR_TOO_SOON, _BELOW_LEAST, _NOTHING_NEW (each item was claimed since the account came
 * to its stage) and _LIMITATION_ENDED.
 */
gboolean arrears_letter_check (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* All for which a letter on the desk's day takes a reason, so that it is asked for once: GPtrArray
 * of GError with these codes, empty where none is needed. As arrears_letter_draft().
 */
GPtrArray *arrears_letter_list_objections (ArrearsDesk *desk, gint64 customer_id, GError **error);

typedef struct
{
  const char *identity_path; /* .p12 to sign with, or NULL for an unsigned letter */
  const char *password;
  const char *seal_path;     /* PNG of the seal, or NULL */
  const char *output_path;   /* where the PDF goes besides the ledger, or NULL */
  const char *override_reason; /* why a letter goes out within seven days of the last, below the
                                  policy's least amount, with nothing new or after limitation;
                                  logged */
} ArrearsLetterOptions;

/* Issues a letter: numbered, signed, kept in the ledger byte for byte and logged, in one
 * transaction; the file is written beside and synced before, and put in its place after it. Where
 * that last step alone fails, the letter is issued all the same and its bytes are in the ledger.
 * As above, and ARREARS_ERROR_TOO_SOON, _BELOW_LEAST, _NOTHING_NEW and _LIMITATION_ENDED (each
 * without a reason),
 * _PASSWORD, _CERTIFICATE, _EXISTS (the file stands already). (transfer full)
 */
ArrearsDocument *arrears_letter_issue (ArrearsDesk *desk, gint64 customer_id,
                                       const ArrearsLetterOptions *options, GError **error);

/* The bytes of a document as issued. */
GBytes *arrears_letter_load_bytes (ArrearsDesk *desk, gint64 document_id, GError **error);

/* Writes bytes to a file: beside, synced, renamed over what stands there. */
gboolean arrears_letter_save_file (GBytes *bytes, const char *path, GError **error);

G_END_DECLS
