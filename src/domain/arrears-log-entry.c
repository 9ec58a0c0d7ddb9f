/* arrears-log-entry.c: an entry of the log (台账): what happened, append-only and chained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-log-entry.h"

G_DEFINE_FINAL_TYPE (ArrearsLogEntry, arrears_log_entry, ARREARS_TYPE_RECORD)

static const ArrearsField fields[] = {
  ARREARS_FIELD (ArrearsLogEntry, LONG, id),
  ARREARS_FIELD (ArrearsLogEntry, LONG, at),
  ARREARS_FIELD (ArrearsLogEntry, INTEGER, offset_minutes),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, kind),
  ARREARS_FIELD (ArrearsLogEntry, LONG, customer_id),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, customer_name),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, subject),
  ARREARS_FIELD (ArrearsLogEntry, DAY, day),
  ARREARS_FIELD (ArrearsLogEntry, MONEY, amount),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, note),
  ARREARS_FIELD (ArrearsLogEntry, DAY, recorded_on),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, actor),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, spoke_with),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, channel),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, outcome),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, measure),
  ARREARS_FIELD (ArrearsLogEntry, DAY, next_on),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, previous_hash),
  ARREARS_FIELD (ArrearsLogEntry, TEXT, hash),
};

static void
arrears_log_entry_class_init (ArrearsLogEntryClass *klass)
{
  arrears_record_class_set_fields (ARREARS_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
arrears_log_entry_init (ArrearsLogEntry *self)
{
}

ArrearsLogEntry *
arrears_log_entry_new (void)
{
  return arrears_record_new (ARREARS_TYPE_LOG_ENTRY);
}
