/* arrears-import-field.c: what can be imported, and the fields that it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-field.h"

#define FIELD(name) ARREARS_IMPORT_FIELD_##name

static const char *const kind_words[] = {
  [ARREARS_IMPORT_CUSTOMERS] = "customers",
  [ARREARS_IMPORT_INVOICES] = "invoices",
  [ARREARS_IMPORT_PAYMENTS] = "payments",
};

static const char *const field_words[ARREARS_IMPORT_N_FIELDS] = {
  [FIELD (NONE)] = "",
  [FIELD (CUSTOMER_CODE)] = "customer_code",
  [FIELD (CUSTOMER_NAME)] = "customer_name",
  [FIELD (USCC)] = "uscc",
  [FIELD (ADDRESS)] = "address",
  [FIELD (CONTACT)] = "contact",
  [FIELD (PHONE)] = "phone",
  [FIELD (EMAIL)] = "email",
  [FIELD (TERMS_DAYS)] = "terms_days",
  [FIELD (CREDIT_LIMIT)] = "credit_limit",
  [FIELD (INDUSTRY)] = "industry",
  [FIELD (GRADE)] = "grade",
  [FIELD (INVOICE_NUMBER)] = "invoice_number",
  [FIELD (INVOICE_DATE)] = "invoice_date",
  [FIELD (DUE_DATE)] = "due_date",
  [FIELD (AMOUNT)] = "amount",
  [FIELD (PAID_AMOUNT)] = "paid_amount",
  [FIELD (FAPIAO_NUMBER)] = "fapiao_number",
  [FIELD (CONTRACT_NUMBER)] = "contract_number",
  [FIELD (ORDER_NUMBER)] = "order_number",
  [FIELD (DELIVERY_NUMBER)] = "delivery_number",
  [FIELD (DELIVERED_ON)] = "delivered_on",
  [FIELD (DATE)] = "date",
  [FIELD (REFERENCE)] = "reference",
  [FIELD (NOTE)] = "note",
};

static const ArrearsImportField customer_fields[] = {
  FIELD (CUSTOMER_CODE), FIELD (CUSTOMER_NAME), FIELD (USCC),         FIELD (ADDRESS),
  FIELD (CONTACT),       FIELD (PHONE),         FIELD (EMAIL),        FIELD (TERMS_DAYS),
  FIELD (CREDIT_LIMIT),  FIELD (INDUSTRY),      FIELD (GRADE),
};

static const ArrearsImportField invoice_fields[] = {
  FIELD (CUSTOMER_CODE),   FIELD (CUSTOMER_NAME), FIELD (INVOICE_NUMBER), FIELD (INVOICE_DATE),
  FIELD (DUE_DATE),        FIELD (AMOUNT),        FIELD (PAID_AMOUNT),    FIELD (FAPIAO_NUMBER),
  FIELD (CONTRACT_NUMBER), FIELD (ORDER_NUMBER),  FIELD (DELIVERY_NUMBER),
  FIELD (DELIVERED_ON),    FIELD (NOTE),
};

static const ArrearsImportField payment_fields[] = {
  FIELD (CUSTOMER_CODE),  FIELD (CUSTOMER_NAME), FIELD (DATE), FIELD (AMOUNT),
  FIELD (INVOICE_NUMBER), FIELD (REFERENCE),     FIELD (NOTE),
};

/* Whether the two are the same but for case, blanks and underscores. */
static gboolean
is_same_word (const char *a, const char *b)
{
  while (TRUE)
    {
      while (*a == '_' || *a == ' ')
        a++;
      while (*b == '_' || *b == ' ')
        b++;
      if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }
}

const char *
arrears_import_kind_to_word (ArrearsImportKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_words), NULL);

  return kind_words[kind];
}

const char *
arrears_import_field_to_word (ArrearsImportField field)
{
  g_return_val_if_fail (field < ARREARS_IMPORT_N_FIELDS, NULL);

  return field_words[field];
}

ArrearsImportField
arrears_import_field_from_word (ArrearsImportKind kind, const char *word)
{
  const ArrearsImportField *fields;
  guint n_fields;

  g_return_val_if_fail (word != NULL, ARREARS_IMPORT_FIELD_NONE);

  fields = arrears_import_kind_get_fields (kind, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (is_same_word (field_words[fields[i]], word))
      return fields[i];
  return ARREARS_IMPORT_FIELD_NONE;
}

const ArrearsImportField *
arrears_import_kind_get_fields (ArrearsImportKind kind, guint *n_fields)
{
  g_return_val_if_fail (n_fields != NULL, NULL);

  switch (kind)
    {
    case ARREARS_IMPORT_CUSTOMERS:
      *n_fields = G_N_ELEMENTS (customer_fields);
      return customer_fields;
    case ARREARS_IMPORT_INVOICES:
      *n_fields = G_N_ELEMENTS (invoice_fields);
      return invoice_fields;
    case ARREARS_IMPORT_PAYMENTS:
      *n_fields = G_N_ELEMENTS (payment_fields);
      return payment_fields;
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
arrears_import_kind_needs (ArrearsImportKind kind, ArrearsImportField field)
{
  if (kind == ARREARS_IMPORT_INVOICES)
    return field == FIELD (INVOICE_NUMBER) || field == FIELD (INVOICE_DATE)
           || field == FIELD (AMOUNT);
  if (kind == ARREARS_IMPORT_PAYMENTS)
    return field == FIELD (DATE) || field == FIELD (AMOUNT);
  return FALSE;
}
