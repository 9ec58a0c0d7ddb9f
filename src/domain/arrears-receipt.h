/* arrears-receipt.h: money received, a credit note or a write-off: what lowers a balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Conservation: amount = allocated + unapplied + refunded, on the day that the record was read for;
 * nothing of a void one is allocated, unapplied or refunded.
 */
#define ARREARS_TYPE_RECEIPT (arrears_receipt_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsReceipt, arrears_receipt, ARREARS, RECEIPT, ArrearsRecord)

struct _ArrearsReceipt
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  char *kind; /* "receipt", "credit_note" or "write_off" */
  ArrearsDay received_on; /* or issued, for a credit note */
  ArrearsMoney amount;
  ArrearsMoney unapplied;
  char *reference; /* of the bank, the number of the credit note, why it is written off */
  char *note;
  ArrearsDay recorded_on; /* when it was entered */
  ArrearsMoney refunded; /* paid back to the customer */
  ArrearsDay voided_on; /* not set: it holds */
  char *void_reason;
};

ArrearsReceipt *arrears_receipt_new (void);

G_END_DECLS
