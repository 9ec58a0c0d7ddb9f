/* arrears-ledger-documents.h: documents as issued, byte for byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-document.h"
#include "arrears-ledger.h"

G_BEGIN_DECLS

/* The number that the next document of a kind bears in a year: CK-2026-0001 for "demand". To be
 * asked for inside the transaction that inserts the document, which is what leaves no gaps.
 */
char *arrears_ledger_get_next_document_number (ArrearsLedger *ledger, const char *kind, int year,
                                               GError **error);

/* Stores a document with its bytes and the invoices that it claims. Its sha256 is computed here
 * and set in the record. Documents are append-only. Returns the new id, 0 on error.
 */
gint64 arrears_ledger_insert_document (ArrearsLedger *ledger, ArrearsDocument *document,
                                       GBytes *bytes, const gint64 *invoice_ids,
                                       gsize n_invoice_ids, GError **error);

/* NULL without error where there is none; ARREARS_ERROR_ALTERED where the bytes no longer have
 * the hash they were stored with. (transfer full)
 */
GBytes *arrears_ledger_load_document_bytes (ArrearsLedger *ledger, gint64 id, GError **error);

/* The day of the last formal letter to a customer; not set where there was none. */
gboolean arrears_ledger_get_last_letter_day (ArrearsLedger *ledger, gint64 customer_id,
                                             ArrearsDay as_of, ArrearsDay *day, GError **error);

/* The invoices that formal letters to a customer claimed from one day to another. GHashTable of
 * gint64 ids as keys.
 */
GHashTable *arrears_ledger_load_claimed_ids (ArrearsLedger *ledger, gint64 customer_id,
                                             ArrearsDay from, ArrearsDay to, GError **error);

typedef enum
{
  ARREARS_DOCUMENT_SORT_NUMBER,
  ARREARS_DOCUMENT_SORT_CUSTOMER,
  ARREARS_DOCUMENT_SORT_ISSUED_ON,
  ARREARS_DOCUMENT_SORT_CLAIMED,
  ARREARS_DOCUMENT_N_SORTS
} ArrearsDocumentSort;

typedef struct
{
  const char *search; /* part of the number or of the customer's name; NULL: all */
  gint64 customer_id; /* 0: of all customers */
  ArrearsDocumentSort sort;
  gboolean is_descending;
} ArrearsDocumentFilter;

/* Ids of documents in order. GArray of gint64. */
GArray *arrears_ledger_list_documents (ArrearsLedger *ledger, const ArrearsDocumentFilter *filter,
                                       GError **error);

/* The documents with these ids, in the order of the ids. */
GPtrArray *arrears_ledger_load_documents (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                                          GError **error);

G_END_DECLS
