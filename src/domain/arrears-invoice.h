/* arrears-invoice.h: an invoice (应收单) as it stood on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* `open` and `days_overdue` are those of the day that the record was read for. */
#define ARREARS_TYPE_INVOICE (arrears_invoice_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsInvoice, arrears_invoice, ARREARS, INVOICE, ArrearsRecord)

struct _ArrearsInvoice
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 contract_id; /* 0 where none */
  char *contract_number;
  char *number; /* unique */
  char *fapiao_number;
  char *order_number;
  char *delivery_number;
  ArrearsDay issued_on;
  ArrearsDay delivered_on; /* when the customer signed for the goods, if known */
  ArrearsDay due_on;
  ArrearsMoney amount;
  ArrearsMoney open;
  int days_overdue; /* negative before the due day */
  char *note;
  ArrearsMoney charge; /* late charge up to the day; 0 where it was not asked for */
  ArrearsDay limitation_ends_on; /* not set where it was not asked for */
  ArrearsDay recorded_on; /* when it was entered */
  gint64 whole_id; /* the invoice that it is an instalment of; 0: it is whole */
  gint64 policy_id; /* its own escalation policy; 0: its customer's */
  ArrearsDay ended_on; /* not set: it holds */
  char *ended_how; /* "split" into instalments or "voided" */
  char *ended_note;
  ArrearsMoney disputed; /* the contested part of what is open */
  gboolean is_paused; /* collection of it rests */
};

ArrearsInvoice *arrears_invoice_new (void);

G_END_DECLS
