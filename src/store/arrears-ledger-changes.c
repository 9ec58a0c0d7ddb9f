/* arrears-ledger-changes.c: what stood in a record before it was changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-changes.h"

#include "arrears-contract.h"
#include "arrears-customer.h"
#include "arrears-invoice.h"
#include "arrears-ledger-private.h"
#include "arrears-query.h"

/* The fields that follow from the day, or from other records. */
static const char *const computed_fields[]
    = { "open", "days_overdue", "charge", "limitation_ends_on", "disputed", "is_paused", NULL };

static const char *
find_subject (gpointer record)
{
  if (ARREARS_IS_CUSTOMER (record))
    return "customer";
  if (ARREARS_IS_CONTRACT (record))
    return "contract";
  if (ARREARS_IS_INVOICE (record))
    return "invoice";
  return NULL;
}

static const ArrearsField *
find_field (gpointer record, const char *prefix, const char *name)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);
  gsize length = strlen (prefix);

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_has_prefix (fields[i].name, prefix) && g_str_equal (fields[i].name + length, name))
      return &fields[i];
  return NULL;
}

static gint64
read_number (gpointer record, const ArrearsField *field)
{
  gconstpointer member = arrears_record_get_member (record, field);

  switch (field->kind)
    {
    case ARREARS_FIELD_MONEY:
      return ((const ArrearsMoney *) member)->fen;
    case ARREARS_FIELD_DAY:
      return ((const ArrearsDay *) member)->number;
    case ARREARS_FIELD_LONG:
      return *(const gint64 *) member;
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      return *(const int *) member;
    case ARREARS_FIELD_TEXT:
    default:
      g_assert_not_reached ();
    }
}

static const char *
read_text (gpointer record, const ArrearsField *field)
{
  return *(char *const *) arrears_record_get_member (record, field);
}

static gboolean
is_equal (gpointer left, gpointer right, const ArrearsField *field)
{
  if (field->kind == ARREARS_FIELD_TEXT)
    return g_str_equal (read_text (left, field), read_text (right, field));
  return read_number (left, field) == read_number (right, field);
}

static gboolean
note_change (ArrearsLedger *ledger, gpointer record, const ArrearsField *field, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "note a change",
                            "INSERT INTO change (subject, subject_id, field, before, recorded_on) "
                            "VALUES (:subject, :subject_id, :field, :before, :day)");

  arrears_query_bind_text (query, ":subject", find_subject (record));
  arrears_query_bind_integer (query, ":subject_id",
                              read_number (record, find_field (record, "", "id")));
  arrears_query_bind_text (query, ":field", field->name);
  if (field->kind == ARREARS_FIELD_TEXT)
    arrears_query_bind_text (query, ":before", read_text (record, field));
  else
    arrears_query_bind_integer (query, ":before", read_number (record, field));
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  return arrears_query_run (query, error);
}

gboolean
arrears_ledger_note_changes (ArrearsLedger *ledger, gpointer record_before, gpointer record_now,
                             GError **error)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record_before, &n_fields);

  if (!arrears_day_is_set (arrears_ledger_get_day (ledger)))
    return TRUE;
  for (gsize i = 0; i < n_fields; i++)
    if (!g_strv_contains (computed_fields, fields[i].name)
        && !is_equal (record_before, record_now, &fields[i])
        && !note_change (ledger, record_before, &fields[i], error))
      return FALSE;
  return TRUE;
}

/* Whose changes a record shows: its own, or those of what it names. */
typedef struct
{
  const char *subject;
  const char *id_field;
  const char *prefix; /* of the fields in the record that stand for the subject's */
} Relation;

static gboolean
has_later_change (ArrearsLedger *ledger, const char *subject, ArrearsDay as_of, gboolean *has,
                  GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for later changes",
      "SELECT EXISTS (SELECT 1 FROM change WHERE subject = :subject AND recorded_on > :known_on)");
  gint64 exists;

  arrears_query_bind_text (query, ":subject", subject);
  arrears_query_bind_as_of (query, as_of);
  if (!arrears_query_collect_integer (query, 0, &exists, error))
    return FALSE;
  *has = exists != 0;
  return TRUE;
}

/* Ids to arrays of records. */
static GHashTable *
group_by_id (GPtrArray *records, const Relation *relation)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      gint64 id;
      GPtrArray *group;

      if (record == NULL)
        continue;
      id = read_number (record, find_field (record, "", relation->id_field));
      group = g_hash_table_lookup (groups, &id);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), group);
        }
      g_ptr_array_add (group, record);
    }
  return groups;
}

static GArray *
list_ids (GHashTable *groups)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}

enum
{
  COLUMN_SUBJECT_ID,
  COLUMN_FIELD,
  COLUMN_BEFORE,
};

static void
set_back (gpointer record, const char *prefix, ArrearsQuery *change)
{
  const ArrearsField *field
      = find_field (record, prefix, arrears_query_get_text (change, COLUMN_FIELD));

  if (field != NULL)
    arrears_query_read_field (change, COLUMN_BEFORE, record, field);
}

static gboolean
rewind_by (ArrearsLedger *ledger, GPtrArray *records, const Relation *relation, ArrearsDay as_of,
           GError **error)
{
  g_autoptr (GHashTable) groups = group_by_id (records, relation);
  g_autoptr (GArray) ids = list_ids (groups);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "read what stood in records before",
      "SELECT subject_id, field, before FROM change WHERE subject = :subject "
      "AND subject_id IN (SELECT value FROM json_each (:ids)) AND recorded_on > :known_on "
      "ORDER BY id DESC");

  arrears_query_bind_text (query, ":subject", relation->subject);
  arrears_query_bind_ids (query, ":ids", (const gint64 *) (gpointer) ids->data, ids->len);
  arrears_query_bind_as_of (query, as_of);
  while (arrears_query_next (query))
    {
      gint64 id = arrears_query_get_integer (query, COLUMN_SUBJECT_ID);
      GPtrArray *group = g_hash_table_lookup (groups, &id);

      for (guint i = 0; i < group->len; i++)
        set_back (g_ptr_array_index (group, i), relation->prefix, query);
    }
  return arrears_query_finish (query, error);
}

static gpointer
find_any (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (g_ptr_array_index (records, i) != NULL)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* A record's own fields come first: they say which contract it is that it names. */
gboolean
arrears_ledger_rewind (ArrearsLedger *ledger, GPtrArray *records, ArrearsDay as_of, GError **error)
{
  gpointer any = find_any (records);
  const Relation relations[] = {
    { any != NULL ? find_subject (any) : NULL, "id", "" },
    { "customer", "customer_id", "customer_" },
    { "contract", "contract_id", "contract_" },
  };

  for (gsize i = 0; any != NULL && i < G_N_ELEMENTS (relations); i++)
    {
      gboolean has_changed;

      if (relations[i].subject == NULL || find_field (any, "", relations[i].id_field) == NULL)
        continue;
      if (!has_later_change (ledger, relations[i].subject, as_of, &has_changed, error)
          || (has_changed && !rewind_by (ledger, records, &relations[i], as_of, error)))
        return FALSE;
    }
  return TRUE;
}

gpointer
arrears_ledger_rewind_one (ArrearsLedger *ledger, gpointer record, ArrearsDay as_of, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (record == NULL)
    return NULL;
  g_ptr_array_add (records, record);
  if (!arrears_ledger_rewind (ledger, records, as_of, error))
    return NULL;
  return g_ptr_array_steal_index (records, 0);
}

/* Each of these looks at the end of an index. */
gboolean
arrears_ledger_is_past (ArrearsLedger *ledger, ArrearsDay as_of, gboolean *is_past, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for what came later",
      "SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_on > :as_of) "
      "OR EXISTS (SELECT 1 FROM allocation WHERE recorded_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM allocation WHERE undone_on > 0 AND undone_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM invoice WHERE recorded_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM invoice WHERE ended_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM receipt WHERE recorded_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM receipt WHERE voided_on > 0 AND voided_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM change WHERE subject = 'invoice' AND recorded_on > :known_on) "
      "OR EXISTS (SELECT 1 FROM change WHERE subject = 'customer' AND recorded_on > :known_on)");
  gint64 exists;

  arrears_query_bind_as_of (query, as_of);
  if (!arrears_query_collect_integer (query, 0, &exists, error))
    return FALSE;
  *is_past = exists != 0;
  return TRUE;
}
