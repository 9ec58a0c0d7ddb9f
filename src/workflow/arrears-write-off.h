/* arrears-write-off.h: taking off the books what will not be paid (核销损失)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-bad-debt.h"
#include "arrears-desk.h"

G_BEGIN_DECLS

/* Each of these is one transaction, logged. Nothing here releases the debtor: that takes a
 * declaration to him (Civil Code 575).
 */

/* A rest of the principal within the tolerance of the rules. ARREARS_ERROR_NOT_FOUND, _NOTHING_DUE
 * (it is paid), _PAID_EXCEEDS (more is open than the tolerance).
 */
gboolean arrears_write_off_cents (ArrearsDesk *desk, const char *invoice_number,
                                  const char *reason, GError **error);

typedef struct
{
  const char *invoice_number;
  ArrearsMoney amount;            /* 0: all that is open */
  ArrearsBadDebtCondition condition;
  ArrearsBadDebtNeeds confirmed;  /* the points whose papers are there */
  const char *reason;             /* needed */
} ArrearsBadDebtWriteOff;

/* The points of the checklist that the ledger finds unmet itself, for an invoice on the desk's
 * day; -1 on error (ARREARS_ERROR_NOT_FOUND).
 */
int arrears_write_off_find_unmet (ArrearsDesk *desk, const char *invoice_number,
                                  ArrearsBadDebtCondition condition, GError **error);

/* As arrears_bad_debt_check() refuses; ARREARS_ERROR_NOT_FOUND, _NOTHING_DUE, _PAID_EXCEEDS. */
gboolean arrears_write_off_bad_debt (ArrearsDesk *desk, const ArrearsBadDebtWriteOff *write_off,
                                     GError **error);

/* The debt stands in the books again, from the desk's day on. `receipt_id` is the write-off's in
 * arrears_receipts_load(). ARREARS_ERROR_NOT_FOUND, _MISSING (the reason).
 */
gboolean arrears_write_off_reinstate (ArrearsDesk *desk, gint64 receipt_id, const char *reason,
                                      GError **error);

G_END_DECLS
