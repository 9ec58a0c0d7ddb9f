/* arrears-entry-values.h: what is entered into one small form, by the names of its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-day.h"
#include "arrears-money.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* Texts by name, as typed. What an entry is about (the id of a customer, of an invoice) is held
 * beside what its fields hold. A value that is not there reads as "", no money, no day, 0 or FALSE,
 * and so does one that cannot be read: the form's check has refused it before.
 */
typedef struct _ArrearsEntryValues ArrearsEntryValues;

ArrearsEntryValues *arrears_entry_values_new (void);
ArrearsEntryValues *arrears_entry_values_copy (const ArrearsEntryValues *values);
void arrears_entry_values_free (ArrearsEntryValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsEntryValues, arrears_entry_values_free)

/* Blanks around a text are dropped. */
void arrears_entry_values_set_text (ArrearsEntryValues *values, const char *name, const char *text);
void arrears_entry_values_set_money (ArrearsEntryValues *values, const char *name,
                                     ArrearsMoney money);
void arrears_entry_values_set_day (ArrearsEntryValues *values, const char *name, ArrearsDay day);
void arrears_entry_values_set_number (ArrearsEntryValues *values, const char *name, gint64 number);
void arrears_entry_values_set_flag (ArrearsEntryValues *values, const char *name, gboolean flag);

/* All fields of the record that the entry is about: its `due_on` is then the value "of.due_on". */
void arrears_entry_values_set_record (ArrearsEntryValues *values, ArrearsRecord *record);

const char *arrears_entry_values_get_text (const ArrearsEntryValues *values, const char *name);
ArrearsMoney arrears_entry_values_get_money (const ArrearsEntryValues *values, const char *name);
ArrearsDay arrears_entry_values_get_day (const ArrearsEntryValues *values, const char *name);
gint64 arrears_entry_values_get_number (const ArrearsEntryValues *values, const char *name);
gboolean arrears_entry_values_get_flag (const ArrearsEntryValues *values, const char *name);

/* NULL where the value is empty: for what workflow takes as "none". */
const char *arrears_entry_values_get_optional (const ArrearsEntryValues *values, const char *name);

/* One word that a field can hold, and how it is shown. */
typedef struct
{
  const char *word;
  const char *label;
} ArrearsEntryChoice;

/* Choices that only the ledger knows, such as the numbers of open invoices; in their order. */
void arrears_entry_values_add_choice (ArrearsEntryValues *values, const char *name,
                                      const char *word, const char *label);

/* GPtrArray of ArrearsEntryChoice, or NULL where none was added. (transfer none) */
GPtrArray *arrears_entry_values_get_choices (const ArrearsEntryValues *values, const char *name);

G_END_DECLS
