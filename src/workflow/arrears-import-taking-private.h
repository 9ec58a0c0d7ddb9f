/* arrears-import-taking-private.h: what taking customers, invoices and payments has in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-customer.h"
#include "arrears-import-reading.h"
#include "arrears-import.h"
#include "arrears-ledger.h"

G_BEGIN_DECLS

/* A file on its way into the ledger. */
typedef struct
{
  ArrearsDesk *desk;
  ArrearsLedger *ledger;
  const ArrearsImportOptions *options;
  ArrearsImportReport *report;
  GHashTable *customers_by_code;     /* char * -> ArrearsCustomer, owned by the table */
  GHashTable *customers_by_name;     /* those that were looked up by name */
  GHashTable *rows_by_number;        /* numbers of this file -> row */
  GHashTable *rows_by_credit_number; /* the same of credit notes, which may repeat an invoice's */
  GHashTable *equal_payments;        /* key of a payment -> how often it was there and is seen */
  GPtrArray *credit_notes;           /* of ArrearsReceipt: allocated after all invoices */

  /* Of the row at hand: */
  ArrearsImportField sought_field; /* what was looked up last, and in which words */
  const char *sought;
  gboolean has_written; /* a part of it is in the ledger */
} ArrearsImportTaking;

/* The row is left out, or taken with a warning; why is what the error says. */
void arrears_import_taking_reject (ArrearsImportTaking *taking, guint row, ArrearsImportField field,
                                   const char *text, const GError *why);
void arrears_import_taking_reject_row (ArrearsImportTaking *taking, guint row,
                                       ArrearsImportField field, const char *text,
                                       ArrearsError code, const char *message);
void arrears_import_taking_warn (ArrearsImportTaking *taking, guint row, ArrearsImportField field,
                                 const char *text, const GError *why);

/* The customer that a row names by code or else by name, with a warning where the file calls it by
 * another name; NULL where neither the file nor the ledger knows it. Borrowed.
 */
gboolean arrears_import_taking_find_debtor (ArrearsImportTaking *taking, guint row,
                                            const char *code, const char *name,
                                            ArrearsCustomer **customer, GError **error);

/* The customer that was found, or made where a row that is taken names a new one. Borrowed. */
ArrearsCustomer *arrears_import_taking_ensure_debtor (ArrearsImportTaking *taking,
                                                      ArrearsCustomer *found, const char *code,
                                                      const char *name, GError **error);

/* Take one row. All that can be wrong with it is asked before a part of it is written; what is
 * wrong is in the report afterwards, or FALSE with an error of status 1.
 */
gboolean arrears_import_taking_take_customer (ArrearsImportTaking *taking,
                                              const ArrearsCustomerRow *row, GError **error);
gboolean arrears_import_taking_take_invoice (ArrearsImportTaking *taking,
                                             const ArrearsInvoiceRow *row, GError **error);
gboolean arrears_import_taking_take_payment (ArrearsImportTaking *taking,
                                             const ArrearsPaymentRow *row, GError **error);

/* Credit notes pay what is still open after the sheet's own paid amounts. */
gboolean arrears_import_taking_allocate_credit_notes (ArrearsImportTaking *taking, GError **error);

G_END_DECLS
