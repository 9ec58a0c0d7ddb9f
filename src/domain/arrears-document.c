/* arrears-document.c: a document as it was issued
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-document.h"

G_DEFINE_FINAL_TYPE (ArrearsDocument, arrears_document, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsDocument, LONG, id),
  ARREARS_FIELD (ArrearsDocument, TEXT, kind),
  ARREARS_FIELD (ArrearsDocument, TEXT, number),
  ARREARS_FIELD (ArrearsDocument, LONG, customer_id),
  ARREARS_FIELD (ArrearsDocument, TEXT, customer_code),
  ARREARS_FIELD (ArrearsDocument, TEXT, customer_name),
  ARREARS_FIELD (ArrearsDocument, DAY, issued_on),
  ARREARS_FIELD (ArrearsDocument, DAY, pay_by),
  ARREARS_FIELD (ArrearsDocument, MONEY, claimed),
  ARREARS_FIELD (ArrearsDocument, MONEY, charge),
  ARREARS_FIELD (ArrearsDocument, INTEGER, n_pages),
  ARREARS_FIELD (ArrearsDocument, BOOLEAN, is_signed),
  ARREARS_FIELD (ArrearsDocument, TEXT, sha256),
};

static void
arrears_document_class_init (ArrearsDocumentClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_document_init (ArrearsDocument *self)
{
}

ArrearsDocument *
arrears_document_new (void)
{
  return arrears_record_new (ARREARS_TYPE_DOCUMENT);
}
