/* arrears-test-history.h: a ledger to which anything may happen, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* Ids of all that was entered, so that later acts can take something from among it. */
typedef struct
{
  ArrearsLedger *ledger;
  ArrearsDay day;     /* the ledger's */
  GArray *customers;  /* of gint64 */
  GArray *contracts;
  GArray *invoices;
  GArray *receipts;
  GArray *disputes;
  GArray *pauses;
  guint n_acts;
  guint n_refused;    /* acts that the ledger refused, as it should */
} ArrearsTestHistory;

/* Begins with a customer and an invoice on `day`. */
void arrears_test_history_begin (ArrearsTestHistory *history, ArrearsDay day);
void arrears_test_history_end   (ArrearsTestHistory *history);

void arrears_test_history_go_to (ArrearsTestHistory *history, ArrearsDay day);

/* Does something at random: enters, allocates, takes back, voids, splits, changes, disputes ... */
void arrears_test_history_act (ArrearsTestHistory *history);

/* All that the ledger answers about a day, as text. */
char *arrears_test_history_describe (ArrearsTestHistory *history, ArrearsDay as_of);

/* What was invoiced is open or was paid; what was received is allocated, unapplied or refunded: by
 * the records of a day, and by what is streamed of it.
 */
void arrears_test_history_assert_conserved (ArrearsTestHistory *history, ArrearsDay as_of);

G_END_DECLS
