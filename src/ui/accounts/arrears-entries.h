/* arrears-entries.h: what is entered about an account, act by act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-entry.h"

G_BEGIN_DECLS

/* All of them read the values "customer_id" and "customer_name", and those about one record its
 * fields, "of.id" and so on: see arrears_entry_values_set_record().
 */

/* Late accounts: arrears-entries-late.c */
extern const ArrearsEntry arrears_entry_promise;
extern const ArrearsEntry arrears_entry_withdraw_promise; /* of a promise */
extern const ArrearsEntry arrears_entry_dispute;
extern const ArrearsEntry arrears_entry_end_dispute; /* of a dispute */
extern const ArrearsEntry arrears_entry_pause;
extern const ArrearsEntry arrears_entry_end_pause; /* of a pause */

/* What holds of an account: arrears-entries-marks.c */
extern const ArrearsEntry arrears_entry_blacklist;
extern const ArrearsEntry arrears_entry_bad_faith;
extern const ArrearsEntry arrears_entry_credit_hold;
extern const ArrearsEntry arrears_entry_override;
extern const ArrearsEntry arrears_entry_lateness;
extern const ArrearsEntry arrears_entry_end_mark; /* of a mark */
extern const ArrearsEntry arrears_entry_credit;   /* a question */
extern const ArrearsEntry arrears_entry_owner;
extern const ArrearsEntry arrears_entry_policy;
extern const ArrearsEntry arrears_entry_invoice_policy; /* of an invoice */

/* Money: arrears-entries-money.c */
extern const ArrearsEntry arrears_entry_credit_note;
extern const ArrearsEntry arrears_entry_allocate;
extern const ArrearsEntry arrears_entry_refund;          /* of a receipt */
extern const ArrearsEntry arrears_entry_void_receipt;    /* of a receipt or credit note */
extern const ArrearsEntry arrears_entry_reinstate;       /* of a write-off */
extern const ArrearsEntry arrears_entry_write_off_cents; /* of an invoice, as the rest */
extern const ArrearsEntry arrears_entry_bad_debt;
extern const ArrearsEntry arrears_entry_charge_left;

/* One invoice: arrears-entries-invoice.c */
extern const ArrearsEntry arrears_entry_due_day;
extern const ArrearsEntry arrears_entry_split;
extern const ArrearsEntry arrears_entry_cost;
extern const ArrearsEntry arrears_entry_void_invoice;
extern const ArrearsEntry arrears_entry_charge_steps; /* a question */

/* Limitation, guarantees, vouchers: arrears-entries-proof.c */
extern const ArrearsEntry arrears_entry_limitation_event;
extern const ArrearsEntry arrears_entry_void_event; /* of an event */
extern const ArrearsEntry arrears_entry_guarantee;
extern const ArrearsEntry arrears_entry_end_guarantee; /* of a guarantee */
extern const ArrearsEntry arrears_entry_voucher;       /* "paths": one a line */
extern const ArrearsEntry arrears_entry_end_voucher;   /* of a voucher */

/* People: arrears-entries-contact.c */
extern const ArrearsEntry arrears_entry_contact;
extern const ArrearsEntry arrears_entry_correct_contact; /* of an entry of the log */
extern const ArrearsEntry arrears_entry_person;
extern const ArrearsEntry arrears_entry_stop_person;

G_END_DECLS
