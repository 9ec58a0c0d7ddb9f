/* arrears-import-row.h: rows of an imported file as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-grade.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* `row` is the number in the file. Texts are borrowed from the reading that the row is in, never
 * NULL, and "" where the file says nothing; on one line, except notes. One of customer_code and
 * customer_name is always there.
 */
typedef struct
{
  guint row;
  const char *customer_code;
  const char *customer_name;
  const char *uscc; /* normalised */
  const char *address;
  const char *contact;
  const char *phone;
  const char *email;
  int terms_days; /* -1 where none are named */
  ArrearsMoney credit_limit;
  const char *industry;
  ArrearsGrade grade;
  gboolean has_credit_limit; /* else it is 0 */
  gboolean has_grade;        /* else it is B */
} ArrearsCustomerRow;

typedef struct
{
  guint row;
  const char *customer_code;
  const char *customer_name;
  const char *invoice_number;
  ArrearsDay invoice_date;
  ArrearsDay due_date; /* NONE where the file leaves it to the customer's terms */
  ArrearsMoney amount; /* negative: a red-letter invoice or credit note */
  ArrearsMoney paid_amount;
  const char *fapiao_number;
  const char *contract_number;
  const char *order_number;
  const char *delivery_number;
  ArrearsDay delivered_on;
  const char *note;
} ArrearsInvoiceRow;

typedef struct
{
  guint row;
  const char *customer_code;
  const char *customer_name;
  ArrearsDay date;
  ArrearsMoney amount; /* more than zero */
  const char *invoice_number;
  const char *reference;
  const char *note;
} ArrearsPaymentRow;

G_END_DECLS
