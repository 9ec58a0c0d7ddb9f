/* arrears-record.h: a record of the ledger, declared by its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "arrears-day.h"
#include "arrears-money.h"

G_BEGIN_DECLS

/* A record is a plain struct with a table of its fields. From the table come the read-only
 * properties that lists in the window are bound to (days_overdue is the property "days-overdue"),
 * the columns that the store fills it from (the same words), and its clearing. Whoever makes a
 * record fills its members before handing it on; from then on nobody changes it.
 */
typedef enum
{
  ARREARS_FIELD_TEXT,    /* char *, owned; never NULL once made, "" where nothing is known */
  ARREARS_FIELD_MONEY,   /* ArrearsMoney; as property a gint64 of fen */
  ARREARS_FIELD_DAY,     /* ArrearsDay; as property its number, 0 for none */
  ARREARS_FIELD_INTEGER, /* int */
  ARREARS_FIELD_LONG,    /* gint64: ids and instants */
  ARREARS_FIELD_BOOLEAN, /* gboolean */
} ArrearsFieldKind;

typedef struct
{
  const char *name;
  ArrearsFieldKind kind;
  gsize offset;
} ArrearsField;

#define ARREARS_FIELD(Type, kind, member)                                                          \
  {                                                                                                \
    #member, ARREARS_FIELD_##kind, G_STRUCT_OFFSET (Type, member)                                  \
  }

#define ARREARS_TYPE_RECORD (arrears_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (ArrearsRecord, arrears_record, ARREARS, RECORD, GObject)

struct _ArrearsRecordClass
{
  GObjectClass parent_class;

  const ArrearsField *fields;
  gsize n_fields;
};

/* To be called in class_init; `fields` must live as long as the program. */
void arrears_record_class_set_fields (ArrearsRecordClass *klass, const ArrearsField *fields,
                                      gsize n_fields);

/* The fields of a record's class, in the order of its table. */
const ArrearsField *arrears_record_get_fields (ArrearsRecord *record, gsize *n_fields);

/* Where a field of the record stands, as a pointer to its kind of member. */
gpointer arrears_record_get_member (ArrearsRecord *record, const ArrearsField *field);

/* A record with all its texts "" and everything else cleared. (transfer full) */
gpointer arrears_record_new (GType type);

/* Another record with the same values, for making a changed one. (transfer full) */
gpointer arrears_record_copy (gpointer record);

/* Replaces a text member while a record is being made. NULL counts as "". */
void arrears_record_set_text (char **member, const char *text);

G_END_DECLS
