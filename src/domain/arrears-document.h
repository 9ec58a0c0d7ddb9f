/* arrears-document.h: a document as it was issued
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Its bytes are kept in the ledger and read by their own call. */
#define ARREARS_TYPE_DOCUMENT (arrears_document_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsDocument, arrears_document, ARREARS, DOCUMENT, ArrearsRecord)

struct _ArrearsDocument
{
  ArrearsRecord parent_instance;

  gint64 id;
  char *kind; /* "demand" */
  char *number; /* kind, year and running number without gaps: CK-2026-0001 */
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  ArrearsDay issued_on;
  ArrearsDay pay_by;
  ArrearsMoney claimed; /* principal */
  ArrearsMoney charge; /* late charge */
  int n_pages;
  gboolean is_signed;
  char *sha256; /* of its bytes, lower-case hexadecimal */
};

ArrearsDocument *arrears_document_new (void);

G_END_DECLS
