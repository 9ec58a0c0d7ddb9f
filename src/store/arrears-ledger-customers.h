/* arrears-ledger-customers.h: customers and their contracts in the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-contract.h"
#include "arrears-customer.h"
#include "arrears-ledger.h"

G_BEGIN_DECLS

/* A customer with its fields as they were on a day; its code and name are looked up as they are
 * now. NULL without error where there is none. (transfer full)
 */
ArrearsCustomer *arrears_ledger_load_customer      (ArrearsLedger *ledger, gint64 id,
                                                    ArrearsDay as_of, GError **error);
ArrearsCustomer *arrears_ledger_find_customer      (ArrearsLedger *ledger, const char *code,
                                                    ArrearsDay as_of, GError **error);

/* By exact name. ARREARS_ERROR_DUPLICATE where several customers bear it. */
ArrearsCustomer *arrears_ledger_find_customer_by_name (ArrearsLedger *ledger, const char *name,
                                                       ArrearsDay as_of, GError **error);

/* Stores a customer with its contact; `id` is not read. Returns the new id, 0 on error;
 * ARREARS_ERROR_DUPLICATE where the code is taken.
 */
gint64   arrears_ledger_insert_customer (ArrearsLedger *ledger, ArrearsCustomer *customer,
                                         GError **error);
gboolean arrears_ledger_update_customer (ArrearsLedger *ledger, ArrearsCustomer *customer,
                                         GError **error);

/* The lowest code of the form 0001 that is free, for customers that came without one. */
char *arrears_ledger_suggest_customer_code (ArrearsLedger *ledger, GError **error);

typedef enum
{
  ARREARS_CUSTOMER_SORT_CODE,
  ARREARS_CUSTOMER_SORT_NAME,
  ARREARS_CUSTOMER_SORT_BALANCE,      /* open amounts less unapplied money */
  ARREARS_CUSTOMER_SORT_OVERDUE,
  ARREARS_CUSTOMER_SORT_DAYS_OVERDUE,
  ARREARS_CUSTOMER_N_SORTS
} ArrearsCustomerSort;

typedef struct
{
  const char *search; /* part of name, code, contact or phone, from one character on; NULL: all */
  ArrearsCustomerSort sort;
  gboolean is_descending;
  ArrearsDay as_of; /* customers entered later are left out */
} ArrearsCustomerFilter;

/* Ids of customers in order: one query, meant for a worker thread. GArray of gint64. */
GArray *arrears_ledger_list_customers (ArrearsLedger *ledger, const ArrearsCustomerFilter *filter,
                                       GError **error);

/* The customers with these ids, in the order of the ids (a missing one leaves a NULL). One query
 * whatever their number.
 */
GPtrArray *arrears_ledger_load_customers (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                                          ArrearsDay as_of, GError **error);

/* The contract with this number, made with nothing agreed where there is none yet. */
gint64 arrears_ledger_ensure_contract (ArrearsLedger *ledger, gint64 customer_id,
                                       const char *number, GError **error);

/* Contracts of a customer, with their fields as they were on a day, by number as it is now.
 * GPtrArray of ArrearsContract.
 */
GPtrArray *arrears_ledger_load_contracts (ArrearsLedger *ledger, gint64 customer_id,
                                          ArrearsDay as_of, GError **error);

gboolean arrears_ledger_update_contract (ArrearsLedger *ledger, ArrearsContract *contract,
                                         GError **error);

G_END_DECLS
