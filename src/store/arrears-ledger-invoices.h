/* arrears-ledger-invoices.h: invoices and what is open of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-grade.h"
#include "arrears-invoice.h"
#include "arrears-ledger.h"
#include "arrears-open-item.h"

G_BEGIN_DECLS

/* All of what is returned is as it was on `as_of`. An invoice is found whatever has become of it, so
 * that its number is known to be taken: where it had been split or voided by then, `ended_on` tells
 * and nothing is open. NULL without error where there is none. (transfer full)
 */
ArrearsInvoice *arrears_ledger_find_invoice (ArrearsLedger *ledger, const char *number,
                                             ArrearsDay as_of, GError **error);

/* Stores an invoice of a positive amount, all of it open, on the ledger's day; `id`, `open`,
 * `days_overdue`, what has become of it and the names are not read. Returns the new id, 0 on error; ARREARS_ERROR_DUPLICATE where the number is
 * taken; not where the invoice that bears it was voided: correcting is voiding and entering anew.
 */
gint64 arrears_ledger_insert_invoice (ArrearsLedger *ledger, ArrearsInvoice *invoice,
                                      GError **error);

/* Ends an invoice on the ledger's day: `how` is "split" or "voided". Refused while something is
 * allocated to it (ARREARS_ERROR_REFUSED); ARREARS_ERROR_NOT_FOUND, also where it has ended. Where it was split, its parts are inserted as invoices
 * whose whole_id names it.
 */
gboolean arrears_ledger_end_invoice (ArrearsLedger *ledger, gint64 id, const char *how,
                                     const char *note, GError **error);

/* The instalments that an invoice had been split into by a day, by due day. GPtrArray of
 * ArrearsInvoice.
 */
GPtrArray *arrears_ledger_load_instalments (ArrearsLedger *ledger, gint64 whole_id,
                                            ArrearsDay as_of, GError **error);

/* Takes over due_on, contract_id, policy_id and note of the record; what stood there before is
 * kept, so that a past day is answered with it. ARREARS_ERROR_NOT_FOUND.
 */
gboolean arrears_ledger_update_invoice (ArrearsLedger *ledger, ArrearsInvoice *invoice,
                                        GError **error);

typedef enum
{
  ARREARS_INVOICE_SORT_NUMBER,
  ARREARS_INVOICE_SORT_CUSTOMER, /* by name */
  ARREARS_INVOICE_SORT_ISSUED_ON,
  ARREARS_INVOICE_SORT_DUE_ON,   /* and days overdue, the other way round */
  ARREARS_INVOICE_SORT_AMOUNT,
  ARREARS_INVOICE_SORT_OPEN,
  ARREARS_INVOICE_N_SORTS
} ArrearsInvoiceSort;

typedef enum
{
  ARREARS_INVOICE_STATE_ALL,     /* that had not ended */
  ARREARS_INVOICE_STATE_OPEN,    /* something was unpaid at the end of `as_of` */
  ARREARS_INVOICE_STATE_OVERDUE, /* and due before `as_of` */
  ARREARS_INVOICE_STATE_ENDED,   /* was split or voided by `as_of` */
} ArrearsInvoiceState;

typedef struct
{
  const char *search;  /* part of the customer's name, of a number or of the note; NULL: all */
  gint64 customer_id;  /* 0: of all customers */
  ArrearsInvoiceState state;
  ArrearsInvoiceSort sort;
  gboolean is_descending;
  ArrearsDay as_of;    /* invoices issued or entered later are left out */
} ArrearsInvoiceFilter;

/* Ids of invoices in order: one query over an index, meant for a worker thread. GArray of gint64. */
GArray *arrears_ledger_list_invoices (ArrearsLedger *ledger, const ArrearsInvoiceFilter *filter,
                                      GError **error);

/* The invoices with these ids as they were on a day, in the order of the ids. A fixed number of
 * queries whatever their number.
 */
GPtrArray *arrears_ledger_load_invoices (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                                         ArrearsDay as_of, GError **error);

/* One account as the rules want it: what was open on a day, and the money not yet allocated. */
typedef struct
{
  gint64 customer_id;
  ArrearsGrade grade;
  gint64 policy_id;             /* its own escalation policy; 0: its grade's */
  ArrearsMoney credit_limit;    /* 0 where none is set */
  ArrearsMoney unapplied;       /* of receipts and credit notes up to the day */
  ArrearsDay last_letter_on;    /* of the last document issued up to the day; not set: none */
  ArrearsOpenItem *items;       /* the callee may change them */
  gsize n_items;
} ArrearsOpenAccount;

/* FALSE with `error` set ends the walk. */
typedef gboolean (*ArrearsOpenAccountFunc) (ArrearsOpenAccount *account, gpointer user_data,
                                            GError **error);

/* Calls `func` for every account with an open item or unapplied money on `as_of`, by customer id,
 * in one pass of one query; for those of `ids` only where it is not NULL. As-of rule: open =
 * amount - allocations up to and with the day, of invoices issued up to and with it.
 */
gboolean arrears_ledger_foreach_open_account (ArrearsLedger *ledger, ArrearsDay as_of,
                                              const gint64 *ids, gsize n_ids,
                                              ArrearsOpenAccountFunc func, gpointer user_data,
                                              GError **error);

G_END_DECLS
