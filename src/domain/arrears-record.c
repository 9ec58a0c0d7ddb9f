/* arrears-record.c: a record of the ledger, declared by its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-record.h"

G_DEFINE_ABSTRACT_TYPE (ArrearsRecord, arrears_record, G_TYPE_OBJECT)

static GParamSpec *
create_property (const ArrearsField *field)
{
  /* Not G_PARAM_STATIC_NAME: GObject then writes the name with hyphens. */
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->kind)
    {
    case ARREARS_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case ARREARS_FIELD_MONEY:
    case ARREARS_FIELD_LONG:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case ARREARS_FIELD_DAY:
    case ARREARS_FIELD_INTEGER:
      return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case ARREARS_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    default:
      g_assert_not_reached ();
    }
}

static void
arrears_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ArrearsRecord *self = ARREARS_RECORD (object);
  const ArrearsField *field = &ARREARS_RECORD_GET_CLASS (self)->fields[prop_id - 1];
  gconstpointer member = arrears_record_get_member (self, field);

  switch (field->kind)
    {
    case ARREARS_FIELD_TEXT:
      g_value_set_string (value, *(char *const *) member);
      break;
    case ARREARS_FIELD_MONEY:
      g_value_set_int64 (value, ((const ArrearsMoney *) member)->fen);
      break;
    case ARREARS_FIELD_LONG:
      g_value_set_int64 (value, *(const gint64 *) member);
      break;
    case ARREARS_FIELD_DAY:
      g_value_set_int (value, ((const ArrearsDay *) member)->number);
      break;
    case ARREARS_FIELD_INTEGER:
      g_value_set_int (value, *(const int *) member);
      break;
    case ARREARS_FIELD_BOOLEAN:
      g_value_set_boolean (value, *(const gboolean *) member);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
arrears_record_finalize (GObject *object)
{
  ArrearsRecord *self = ARREARS_RECORD (object);
  ArrearsRecordClass *klass = ARREARS_RECORD_GET_CLASS (self);

  for (gsize i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == ARREARS_FIELD_TEXT)
      g_free (*(char **) arrears_record_get_member (self, &klass->fields[i]));

  G_OBJECT_CLASS (arrears_record_parent_class)->finalize (object);
}

static void
arrears_record_class_init (ArrearsRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = arrears_record_finalize;
}

static void
arrears_record_init (ArrearsRecord *self)
{
}

void
arrears_record_class_set_fields (ArrearsRecordClass *klass, const ArrearsField *fields,
                                 gsize n_fields)
{
  g_return_if_fail (klass->fields == NULL);

  /* GObject clears it in every new class: it is not inherited. */
  G_OBJECT_CLASS (klass)->get_property = arrears_record_get_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  for (gsize i = 0; i < n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), (guint) i + 1,
                                     create_property (&fields[i]));
}

const ArrearsField *
arrears_record_get_fields (ArrearsRecord *record, gsize *n_fields)
{
  g_return_val_if_fail (ARREARS_IS_RECORD (record), NULL);

  *n_fields = ARREARS_RECORD_GET_CLASS (record)->n_fields;
  return ARREARS_RECORD_GET_CLASS (record)->fields;
}

gpointer
arrears_record_get_member (ArrearsRecord *record, const ArrearsField *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

gpointer
arrears_record_new (GType type)
{
  ArrearsRecord *record = g_object_new (type, NULL);
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].kind == ARREARS_FIELD_TEXT)
      *(char **) arrears_record_get_member (record, &fields[i]) = g_strdup ("");
  return record;
}

static void
copy_member (ArrearsRecord *from, ArrearsRecord *to, const ArrearsField *field)
{
  gconstpointer source = arrears_record_get_member (from, field);
  gpointer target = arrears_record_get_member (to, field);

  switch (field->kind)
    {
    case ARREARS_FIELD_TEXT:
      arrears_record_set_text (target, *(char *const *) source);
      break;
    case ARREARS_FIELD_MONEY:
      *(ArrearsMoney *) target = *(const ArrearsMoney *) source;
      break;
    case ARREARS_FIELD_LONG:
      *(gint64 *) target = *(const gint64 *) source;
      break;
    case ARREARS_FIELD_DAY:
      *(ArrearsDay *) target = *(const ArrearsDay *) source;
      break;
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      *(int *) target = *(const int *) source;
      break;
    default:
      g_assert_not_reached ();
    }
}

gpointer
arrears_record_copy (gpointer record)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);
  ArrearsRecord *copy = arrears_record_new (G_OBJECT_TYPE (record));

  for (gsize i = 0; i < n_fields; i++)
    copy_member (record, copy, &fields[i]);
  return copy;
}

void
arrears_record_set_text (char **member, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (*member);
  *member = copy;
}
