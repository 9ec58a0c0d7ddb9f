/* arrears-vouchers.h: files kept with the books, byte for byte (凭证)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-papers.h"
#include "arrears-voucher.h"

G_BEGIN_DECLS

/* Keeps a file with a customer, and with one of a contract, an invoice or an entry of the log where
 * the record names one, by id or number. Of `voucher`, these and customer_id (0: whose they are),
 * kind, name, from_on (not set: the desk's day) and note are read; what the file is, is seen from
 * its bytes. Refused, with what was expected: no bytes (ARREARS_ERROR_FILE_EMPTY), more than 50 MB
 * (_FILE_TOO_LARGE), an unknown kind (_WORD_UNKNOWN), no name (_MISSING), a thing that is not the
 * customer's (_NOT_FOUND), the same file on the same thing (_FILE_KEPT). Logged with the SHA-256,
 * so that the chain vouches for the bytes. Returns what was kept. (transfer full)
 */
ArrearsVoucher *arrears_vouchers_add (ArrearsDesk *desk, ArrearsVoucher *voucher, GBytes *bytes,
                                      GError **error);

/* The same from a file, whose name it takes where the record has none. A file that is too large is
 * not read. ARREARS_ERROR_NOT_FOUND, _PERMISSION, _FORMAT (a folder).
 */
ArrearsVoucher *arrears_vouchers_add_file (ArrearsDesk *desk, ArrearsVoucher *voucher,
                                           const char *path, GError **error);

/* What a customer's account holds on the desk's day, with all its contracts, invoices and entries,
 * by the day it was added. GPtrArray of ArrearsVoucher.
 */
GPtrArray *arrears_vouchers_list (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* The bytes as they were added; ARREARS_ERROR_NOT_FOUND, _ALTERED where they were changed since. */
GBytes *arrears_vouchers_load_bytes (ArrearsDesk *desk, gint64 id, GError **error);

/* Writes them to a new file: beside, synced, renamed. ARREARS_ERROR_EXISTS. */
gboolean arrears_vouchers_export (ArrearsDesk *desk, gint64 id, const char *path, GError **error);

/* Ends a voucher: "mistaken" or "replaced", with a reason (ARREARS_ERROR_MISSING); its bytes stay.
 * Logged.
 */
gboolean arrears_vouchers_end (ArrearsDesk *desk, gint64 id, const char *how, const char *reason,
                               GError **error);

/* The open invoices of a customer (0: of all) that lack papers, by customer and due day. GPtrArray
 * of ArrearsInvoicePapers.
 */
GPtrArray *arrears_vouchers_load_missing (ArrearsDesk *desk, gint64 customer_id, GError **error);

/* What an account lacks. */
typedef struct
{
  gint64 customer_id;
  int n_invoices; /* overdue open ones that lack something */
  ArrearsPaperSet missing;
} ArrearsVoucherGaps;

/* Of these customers, those with gaps, by customer_id. One query. GArray of ArrearsVoucherGaps. */
GArray *arrears_vouchers_list_gaps (ArrearsDesk *desk, const gint64 *customer_ids,
                                    gsize n_customer_ids, GError **error);

G_END_DECLS
