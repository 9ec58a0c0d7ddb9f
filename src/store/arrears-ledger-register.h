/* arrears-ledger-register.h: the registers: disputes, pauses, promises, marks and their like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* Entries of these types: ArrearsDispute, _Pause, _Promise, _Mark, _Guarantee, _LimitationEvent,
 * _ChargeDecision, _Cost, _Crossing, _Voucher. Each counts from `from_on`, was entered on
 * `recorded_on` and ends, if at all, on `ended_on`; nothing else of it ever changes. Asked about a
 * past day, one that was entered later is not there, and one that was ended later stands.
 */

/* Enters an entry on the ledger's day; its id, recorded_on, names and ending are not read. Returns
 * the new id, 0 on error; ARREARS_ERROR_DUPLICATE for a crossing that is there already.
 */
gint64 arrears_ledger_enter (ArrearsLedger *ledger, gpointer entry, GError **error);

/* Ends an entry on the ledger's day. ARREARS_ERROR_NOT_FOUND where there is none or it has ended. */
gboolean arrears_ledger_end_entry (ArrearsLedger *ledger, GType type, gint64 id, const char *how,
                                   const char *note, GError **error);

/* NULL without error where there was none on the day. (transfer full) */
gpointer arrears_ledger_load_entry (ArrearsLedger *ledger, GType type, gint64 id,
                                    ArrearsDay as_of, GError **error);

typedef enum
{
  ARREARS_REGISTER_ALL,
  ARREARS_REGISTER_STANDING, /* those that had not ended */
} ArrearsRegisterState;

/* The entries of a customer (0: of all) on a day, by from_on and id. GPtrArray of the type. */
GPtrArray *arrears_ledger_load_register (ArrearsLedger *ledger, GType type, gint64 customer_id,
                                         ArrearsRegisterState state, ArrearsDay as_of,
                                         GError **error);

G_END_DECLS
