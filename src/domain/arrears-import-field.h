/* arrears-import-field.h: what can be imported, and the fields that it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ARREARS_IMPORT_CUSTOMERS,
  ARREARS_IMPORT_INVOICES,
  ARREARS_IMPORT_PAYMENTS,
} ArrearsImportKind;

typedef enum
{
  ARREARS_IMPORT_FIELD_NONE, /* a column that is passed over */
  ARREARS_IMPORT_FIELD_CUSTOMER_CODE,
  ARREARS_IMPORT_FIELD_CUSTOMER_NAME,
  ARREARS_IMPORT_FIELD_USCC,
  ARREARS_IMPORT_FIELD_ADDRESS,
  ARREARS_IMPORT_FIELD_CONTACT,
  ARREARS_IMPORT_FIELD_PHONE,
  ARREARS_IMPORT_FIELD_EMAIL,
  ARREARS_IMPORT_FIELD_TERMS_DAYS,
  ARREARS_IMPORT_FIELD_CREDIT_LIMIT,
  ARREARS_IMPORT_FIELD_INDUSTRY,
  ARREARS_IMPORT_FIELD_GRADE,
  ARREARS_IMPORT_FIELD_INVOICE_NUMBER,
  ARREARS_IMPORT_FIELD_INVOICE_DATE,
  ARREARS_IMPORT_FIELD_DUE_DATE,
  ARREARS_IMPORT_FIELD_AMOUNT,
  ARREARS_IMPORT_FIELD_PAID_AMOUNT,
  ARREARS_IMPORT_FIELD_FAPIAO_NUMBER,
  ARREARS_IMPORT_FIELD_CONTRACT_NUMBER,
  ARREARS_IMPORT_FIELD_ORDER_NUMBER,
  ARREARS_IMPORT_FIELD_DELIVERY_NUMBER,
  ARREARS_IMPORT_FIELD_DELIVERED_ON,
  ARREARS_IMPORT_FIELD_DATE, /* of a payment */
  ARREARS_IMPORT_FIELD_REFERENCE,
  ARREARS_IMPORT_FIELD_NOTE,
  ARREARS_IMPORT_N_FIELDS
} ArrearsImportField;

/* "customers", "invoices", "payments". */
const char *arrears_import_kind_to_word (ArrearsImportKind kind);

/* "customer_code" ...: the words of --map. "" for NONE. */
const char *arrears_import_field_to_word (ArrearsImportField field);

/* Takes the word of a field of this kind, with _ or a blank or neither, in any case. NONE if it
 * is no such word.
 */
ArrearsImportField arrears_import_field_from_word (ArrearsImportKind kind, const char *word);

/* The fields of a kind, in the order in which they are shown. Static. */
const ArrearsImportField *arrears_import_kind_get_fields (ArrearsImportKind kind,
                                                          guint *n_fields);

/* Whether a sheet of this kind must have the field. The customer's code and name are not needed
 * by themselves: one of the two is.
 */
gboolean arrears_import_kind_needs (ArrearsImportKind kind, ArrearsImportField field);

G_END_DECLS
