/* arrears-test-shop.h: a shop in which something happens every day, at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-test-desk.h"

G_BEGIN_DECLS

/* What was entered, summed as it was entered and asked of nobody. */
typedef struct
{
  ArrearsDesk *desk; /* borrowed */
  int n_customers;
  int n_invoices;
  ArrearsMoney invoiced;
  ArrearsMoney received;
  ArrearsMoney credited;
} ArrearsTestShop;

/* Takes so many customers of any grade and terms into the desk's ledger. Codes are 0001 ... */
ArrearsTestShop arrears_test_shop_new (ArrearsDesk *desk, int n_customers);

/* Invoices, some of them paid in part or in full, credit notes and payments, all entered on the
 * desk's day. They bear that day or, `is_backdated`, one of the weeks before.
 */
void arrears_test_shop_trade (ArrearsTestShop *shop, gboolean is_backdated);

/* Sums of what the ledger says up to and with the desk's day. */
typedef struct
{
  ArrearsMoney invoiced;
  ArrearsMoney open;
  ArrearsMoney received;
  ArrearsMoney credited;
  ArrearsMoney unapplied_receipts;
  ArrearsMoney unapplied_credits;
} ArrearsTestSums;

ArrearsTestSums arrears_test_shop_sum (const ArrearsTestShop *shop);

G_END_DECLS
