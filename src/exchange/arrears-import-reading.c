/* arrears-import-reading.c: what reading a mapped sheet gave: rows, faults, rows left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-import-reading.h"

#include "arrears-cell.h"
#include "arrears-row-filter.h"

#include <string.h>

/* One column on its way into one member of a row's struct. */
typedef enum
{
  VALUE_LINE,
  VALUE_CODE,
  VALUE_NOTE,
  VALUE_USCC,
  VALUE_DAY,
  VALUE_AMOUNT,
  VALUE_TERMS,
  VALUE_LIMIT,
  VALUE_GRADE,
} ValueKind;

typedef struct
{
  ArrearsImportField field;
  ValueKind value;
  gsize offset;
  gsize flag_offset; /* of the gboolean that says that the value was given; 0: none */
} Rule;

#define RULE(Type, name, kind, member)                                                             \
  {                                                                                                \
    ARREARS_IMPORT_FIELD_##name, VALUE_##kind, G_STRUCT_OFFSET (Type, member), 0                   \
  }
#define RULE_WITH_FLAG(Type, name, kind, member, flag)                                             \
  {                                                                                                \
    ARREARS_IMPORT_FIELD_##name, VALUE_##kind, G_STRUCT_OFFSET (Type, member),                     \
        G_STRUCT_OFFSET (Type, flag)                                                               \
  }

static const Rule customer_rules[] = {
  RULE (ArrearsCustomerRow, CUSTOMER_CODE, CODE, customer_code),
  RULE (ArrearsCustomerRow, CUSTOMER_NAME, LINE, customer_name),
  RULE (ArrearsCustomerRow, USCC, USCC, uscc),
  RULE (ArrearsCustomerRow, ADDRESS, LINE, address),
  RULE (ArrearsCustomerRow, CONTACT, LINE, contact),
  RULE (ArrearsCustomerRow, PHONE, CODE, phone),
  RULE (ArrearsCustomerRow, EMAIL, LINE, email),
  RULE (ArrearsCustomerRow, TERMS_DAYS, TERMS, terms_days),
  RULE_WITH_FLAG (ArrearsCustomerRow, CREDIT_LIMIT, LIMIT, credit_limit, has_credit_limit),
  RULE (ArrearsCustomerRow, INDUSTRY, LINE, industry),
  RULE_WITH_FLAG (ArrearsCustomerRow, GRADE, GRADE, grade, has_grade),
};

static const Rule invoice_rules[] = {
  RULE (ArrearsInvoiceRow, CUSTOMER_CODE, CODE, customer_code),
  RULE (ArrearsInvoiceRow, CUSTOMER_NAME, LINE, customer_name),
  RULE (ArrearsInvoiceRow, INVOICE_NUMBER, CODE, invoice_number),
  RULE (ArrearsInvoiceRow, INVOICE_DATE, DAY, invoice_date),
  RULE (ArrearsInvoiceRow, DUE_DATE, DAY, due_date),
  RULE (ArrearsInvoiceRow, AMOUNT, AMOUNT, amount),
  RULE (ArrearsInvoiceRow, PAID_AMOUNT, AMOUNT, paid_amount),
  RULE (ArrearsInvoiceRow, FAPIAO_NUMBER, CODE, fapiao_number),
  RULE (ArrearsInvoiceRow, CONTRACT_NUMBER, CODE, contract_number),
  RULE (ArrearsInvoiceRow, ORDER_NUMBER, CODE, order_number),
  RULE (ArrearsInvoiceRow, DELIVERY_NUMBER, CODE, delivery_number),
  RULE (ArrearsInvoiceRow, DELIVERED_ON, DAY, delivered_on),
  RULE (ArrearsInvoiceRow, NOTE, NOTE, note),
};

static const Rule payment_rules[] = {
  RULE (ArrearsPaymentRow, CUSTOMER_CODE, CODE, customer_code),
  RULE (ArrearsPaymentRow, CUSTOMER_NAME, LINE, customer_name),
  RULE (ArrearsPaymentRow, DATE, DAY, date),
  RULE (ArrearsPaymentRow, AMOUNT, AMOUNT, amount),
  RULE (ArrearsPaymentRow, INVOICE_NUMBER, CODE, invoice_number),
  RULE (ArrearsPaymentRow, REFERENCE, CODE, reference),
  RULE (ArrearsPaymentRow, NOTE, NOTE, note),
};

typedef struct
{
  const Rule *rules;
  gsize n_rules;
  gsize row_size;
} Layout;

static const Layout layouts[] = {
  [ARREARS_IMPORT_CUSTOMERS]
  = { customer_rules, G_N_ELEMENTS (customer_rules), sizeof (ArrearsCustomerRow) },
  [ARREARS_IMPORT_INVOICES]
  = { invoice_rules, G_N_ELEMENTS (invoice_rules), sizeof (ArrearsInvoiceRow) },
  [ARREARS_IMPORT_PAYMENTS]
  = { payment_rules, G_N_ELEMENTS (payment_rules), sizeof (ArrearsPaymentRow) },
};

enum
{
  MAX_RULES = G_N_ELEMENTS (invoice_rules),
  NO_COLUMN = G_MAXUINT,
  MAX_FAULT_TEXT = 80,     /* characters of an offending cell that are kept */
  MAX_FAULT_MESSAGE = 240, /* likewise of a message, which may quote the cell */
};

G_STATIC_ASSERT (G_N_ELEMENTS (customer_rules) <= MAX_RULES);
G_STATIC_ASSERT (G_N_ELEMENTS (payment_rules) <= MAX_RULES);

typedef union
{
  guint row; /* the first member of each */
  ArrearsCustomerRow customer;
  ArrearsInvoiceRow invoice;
  ArrearsPaymentRow payment;
} AnyRow;

typedef struct
{
  ArrearsImportReading *reading;
  const ArrearsMapping *mapping;
  const ArrearsSheet *sheet;
  const Layout *layout;
  guint columns[MAX_RULES]; /* of the rules, or NO_COLUMN */
  ArrearsDayOrder order;
  guint index; /* of the row being read */
  gboolean is_rejected;
} Reader;

/* Faults. */

static char *
cut_long (const char *text, glong max_characters)
{
  if (g_utf8_strlen (text, -1) <= max_characters)
    return g_strdup (text);
  return g_utf8_substring (text, 0, max_characters);
}

static const char *
peek_cell (const Reader *reader, gsize rule)
{
  guint column = reader->columns[rule];

  return column == NO_COLUMN ? "" : arrears_sheet_peek_cell (reader->sheet, reader->index, column);
}

/* Records what is wrong with the cell of a rule. */
static void
add_fault (Reader *reader, gsize rule, const GError *failure, gboolean is_warning)
{
  ArrearsImportFault *fault = g_new0 (ArrearsImportFault, 1);

  fault->row = arrears_sheet_get_row_number (reader->sheet, reader->index);
  fault->column = arrears_mapping_get_column_name (reader->mapping, reader->columns[rule]);
  fault->field = reader->layout->rules[rule].field;
  fault->text = cut_long (peek_cell (reader, rule), MAX_FAULT_TEXT);
  fault->code = (ArrearsError) failure->code;
  fault->message = cut_long (failure->message, MAX_FAULT_MESSAGE);
  fault->is_warning = is_warning;
  g_ptr_array_add (reader->reading->faults, fault);
  if (!is_warning)
    reader->is_rejected = TRUE;
}

static void
add_new_fault (Reader *reader, gsize rule, ArrearsError code, const char *message,
               gboolean is_warning)
{
  g_autoptr (GError) failure = g_error_new_literal (ARREARS_ERROR, (int) code, message);

  add_fault (reader, rule, failure, is_warning);
}

/* Cells. */

static void
set_default (const Rule *rule, gpointer member)
{
  switch (rule->value)
    {
    case VALUE_LINE:
    case VALUE_CODE:
    case VALUE_NOTE:
    case VALUE_USCC:
      *(const char **) member = "";
      break;
    case VALUE_TERMS:
      *(int *) member = -1;
      break;
    case VALUE_DAY:
    case VALUE_AMOUNT:
    case VALUE_LIMIT:
    case VALUE_GRADE:
    default:
      break;
    }
}

static gboolean
convert_cell (Reader *reader, const Rule *rule, const char *text, gpointer member, GError **warning,
              GError **error)
{
  GStringChunk *texts = reader->reading->texts;

  switch (rule->value)
    {
    case VALUE_LINE:
      return arrears_cell_read_line (text, texts, member, error);
    case VALUE_CODE:
      return arrears_cell_read_code (text, texts, member, warning, error);
    case VALUE_NOTE:
      return arrears_cell_read_note (text, texts, member, error);
    case VALUE_USCC:
      return arrears_cell_read_uscc (text, texts, member, warning, error);
    case VALUE_DAY:
      return arrears_cell_read_day (text, reader->order, member, error);
    case VALUE_AMOUNT:
      return arrears_cell_read_amount (text, member, error);
    case VALUE_TERMS:
      return arrears_cell_read_terms (text, member, error);
    case VALUE_LIMIT:
      return arrears_cell_read_limit (text, member, error);
    case VALUE_GRADE:
      return arrears_grade_parse (text, member, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
handle_empty (Reader *reader, gsize rule)
{
  if (arrears_import_kind_needs (reader->reading->kind, reader->layout->rules[rule].field))
    add_new_fault (reader, rule, ARREARS_ERROR_MISSING, "a value is needed here", FALSE);
}

/* FALSE only for a day that can be read in two ways, which ends the reading. */
static gboolean
read_cell (Reader *reader, gsize i, AnyRow *row, GError **error)
{
  const Rule *rule = &reader->layout->rules[i];
  const char *text = peek_cell (reader, i);
  gpointer member = G_STRUCT_MEMBER_P (row, rule->offset);
  g_autoptr (GError) warning = NULL;
  g_autoptr (GError) failure = NULL;

  set_default (rule, member);
  if (arrears_cell_is_empty (text, rule->value == VALUE_AMOUNT))
    {
      handle_empty (reader, i);
      return TRUE;
    }

  if (convert_cell (reader, rule, text, member, &warning, &failure))
    {
      if (rule->flag_offset != 0)
        G_STRUCT_MEMBER (gboolean, row, rule->flag_offset) = TRUE;
      if (warning != NULL)
        add_fault (reader, i, warning, TRUE);
      return TRUE;
    }

  if (g_error_matches (failure, ARREARS_ERROR, ARREARS_ERROR_DAY_AMBIGUOUS))
    {
      g_autofree char *column
          = arrears_mapping_get_column_name (reader->mapping, reader->columns[i]);

      g_propagate_prefixed_error (error, g_steal_pointer (&failure),
                                  "row %u, column \"%s\": ", row->row, column);
      return FALSE;
    }
  add_fault (reader, i, failure, FALSE);
  return TRUE;
}

/* Checks that need more than one cell. */

static gsize
find_rule (const Reader *reader, ArrearsImportField field)
{
  gsize i = 0;

  while (reader->layout->rules[i].field != field)
    i++;
  return i;
}

static void
check_customer (Reader *reader)
{
  gsize code = find_rule (reader, ARREARS_IMPORT_FIELD_CUSTOMER_CODE);
  gsize name = find_rule (reader, ARREARS_IMPORT_FIELD_CUSTOMER_NAME);

  if (arrears_cell_is_empty (peek_cell (reader, code), FALSE)
      && arrears_cell_is_empty (peek_cell (reader, name), FALSE))
    add_new_fault (reader, reader->columns[code] != NO_COLUMN ? code : name, ARREARS_ERROR_MISSING,
                   "the customer's code or name is needed", FALSE);
}

static void
check_invoice (Reader *reader, const ArrearsInvoiceRow *row)
{
  if (arrears_day_is_set (row->due_date) && arrears_day_is_set (row->invoice_date)
      && arrears_day_compare (row->due_date, row->invoice_date) < 0)
    add_new_fault (reader, find_rule (reader, ARREARS_IMPORT_FIELD_DUE_DATE),
                   ARREARS_ERROR_DAY_ORDER, "the due day lies before the day of the invoice", TRUE);
}

static void
check_payment (Reader *reader, const ArrearsPaymentRow *row)
{
  if (!reader->is_rejected && row->amount.fen <= 0)
    add_new_fault (reader, find_rule (reader, ARREARS_IMPORT_FIELD_AMOUNT),
                   ARREARS_ERROR_AMOUNT_SIGN, "a payment must be more than zero", FALSE);
}

static gboolean
read_row (Reader *reader, GError **error)
{
  ArrearsImportReading *reading = reader->reading;
  AnyRow row;

  memset (&row, 0, sizeof row);
  row.row = arrears_sheet_get_row_number (reader->sheet, reader->index);
  reader->is_rejected = FALSE;
  for (gsize i = 0; i < reader->layout->n_rules; i++)
    if (!read_cell (reader, i, &row, error))
      return FALSE;

  check_customer (reader);
  if (reading->kind == ARREARS_IMPORT_INVOICES)
    check_invoice (reader, &row.invoice);
  else if (reading->kind == ARREARS_IMPORT_PAYMENTS)
    check_payment (reader, &row.payment);

  reading->n_read++;
  if (reader->is_rejected)
    reading->n_rejected++;
  else
    g_array_append_vals (reading->rows, &row, 1);
  return TRUE;
}

/* Rows that are no data. */

static void
leave_out (ArrearsImportReading *reading, guint row, ArrearsLeftOutReason reason)
{
  ArrearsLeftOut left_out = { row, reason };

  g_array_append_val (reading->left_out, left_out);
  reading->n_left_out[reason]++;
}

static void
leave_out_blank (ArrearsImportReading *reading, const ArrearsSheet *sheet, guint index)
{
  guint before = arrears_sheet_get_row_number (sheet, index - 1);
  guint row = arrears_sheet_get_row_number (sheet, index);

  for (guint blank = before + 1; blank < row; blank++)
    leave_out (reading, blank, ARREARS_LEFT_OUT_BLANK);
}

static void
take_stated (Reader *reader, ArrearsImportField field, ArrearsMoney *amount, gboolean *has_amount)
{
  guint column;
  const char *text;

  if (!arrears_mapping_find_column (reader->mapping, field, &column))
    return;
  text = arrears_sheet_peek_cell (reader->sheet, reader->index, column);
  *has_amount = text[0] != '\0' && arrears_money_parse (text, amount, NULL);
}

static void
take_total (Reader *reader, const ArrearsRowFilter *filter)
{
  ArrearsImportReading *reading = reader->reading;

  if (reading->kind == ARREARS_IMPORT_CUSTOMERS
      || !arrears_row_filter_is_grand_total (filter, reader->index))
    return;

  take_stated (reader, ARREARS_IMPORT_FIELD_AMOUNT, &reading->stated_amount,
               &reading->has_stated_amount);
  if (reading->kind == ARREARS_IMPORT_INVOICES)
    take_stated (reader, ARREARS_IMPORT_FIELD_PAID_AMOUNT, &reading->stated_paid_amount,
                 &reading->has_stated_paid_amount);
}

static gboolean
read_rows (Reader *reader, GError **error)
{
  g_autoptr (ArrearsRowFilter) filter = arrears_row_filter_new (reader->mapping);
  guint n_rows = arrears_sheet_get_n_rows (reader->sheet);

  for (reader->index = arrears_mapping_get_header_row (reader->mapping) + 1; reader->index < n_rows;
       reader->index++)
    {
      ArrearsLeftOutReason reason;

      leave_out_blank (reader->reading, reader->sheet, reader->index);
      if (!arrears_row_filter_leaves_out (filter, reader->index, &reason))
        {
          if (!read_row (reader, error))
            return FALSE;
          continue;
        }
      leave_out (reader->reading, arrears_sheet_get_row_number (reader->sheet, reader->index),
                 reason);
      if (reason == ARREARS_LEFT_OUT_TOTAL)
        take_total (reader, filter);
    }
  return TRUE;
}

static ArrearsImportReading *
new_reading (const ArrearsMapping *mapping)
{
  ArrearsImportReading *reading = g_new0 (ArrearsImportReading, 1);

  reading->kind = arrears_mapping_get_kind (mapping);
  reading->rows = g_array_new (FALSE, FALSE, (guint) layouts[reading->kind].row_size);
  reading->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) arrears_import_fault_free);
  reading->left_out = g_array_new (FALSE, FALSE, sizeof (ArrearsLeftOut));
  reading->sheet = arrears_sheet_ref (arrears_mapping_get_sheet (mapping));
  reading->texts = g_string_chunk_new (4096);
  return reading;
}

ArrearsImportReading *
arrears_import_reading_new (const ArrearsMapping *mapping, ArrearsDayOrder order, GError **error)
{
  g_autoptr (ArrearsImportReading) reading = NULL;
  Reader reader;

  g_return_val_if_fail (mapping != NULL, NULL);

  if (!arrears_mapping_check (mapping, error))
    return NULL;

  reading = new_reading (mapping);
  reader = (Reader) {
    .reading = reading,
    .mapping = mapping,
    .sheet = reading->sheet,
    .layout = &layouts[reading->kind],
    .order = order,
  };
  for (gsize i = 0; i < reader.layout->n_rules; i++)
    {
      reader.columns[i] = NO_COLUMN;
      arrears_mapping_find_column (mapping, reader.layout->rules[i].field, &reader.columns[i]);
    }
  if (!read_rows (&reader, error))
    return NULL;
  return g_steal_pointer (&reading);
}

void
arrears_import_reading_free (ArrearsImportReading *reading)
{
  g_return_if_fail (reading != NULL);

  g_array_unref (reading->rows);
  g_ptr_array_unref (reading->faults);
  g_array_unref (reading->left_out);
  arrears_sheet_unref (reading->sheet);
  g_string_chunk_free (reading->texts);
  g_free (reading);
}
