/* arrears-query.c: an SQL statement: the one door to SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-query.h"

#include "arrears-ledger-private.h"
#include "arrears-store-error.h"

struct _ArrearsQuery
{
  ArrearsLedger *ledger; /* borrowed */
  const char *action;    /* borrowed */
  char *sql;             /* owned; key of the ledger's table */
  sqlite3_stmt *prepared;
  guint64 unbound;       /* one bit a parameter */
  GError *failure;
  gboolean is_exhausted; /* a further step would begin anew */
  gboolean is_finished;

  /* The field that each column fills, of the class of record that was read last. */
  gpointer record_class;
  const ArrearsField **targets;
  char **mended; /* texts of this row that were no UTF-8, by column */
};

static void
keep_failure (ArrearsQuery *self, int code)
{
  if (self->failure == NULL)
    self->failure = arrears_store_error_new (self->ledger->db, code, self->action);
}

static void
prepare (ArrearsQuery *self)
{
  gpointer sql = NULL;
  gpointer prepared = NULL;
  int code;

  if (g_hash_table_steal_extended (self->ledger->queries, self->sql, &sql, &prepared))
    {
      g_free (self->sql);
      self->sql = sql;
      self->prepared = prepared;
      return;
    }
  code = sqlite3_prepare_v3 (self->ledger->db, self->sql, -1, SQLITE_PREPARE_PERSISTENT,
                             &self->prepared, NULL);
  if (code != SQLITE_OK)
    keep_failure (self, code);
}

ArrearsQuery *
arrears_query_open (ArrearsLedger *ledger, const char *action, const char *sql)
{
  ArrearsQuery *self = g_new0 (ArrearsQuery, 1);
  int n_parameters;

  self->ledger = ledger;
  self->action = action;
  self->sql = g_strdup (sql);
  prepare (self);
  n_parameters = sqlite3_bind_parameter_count (self->prepared);
  g_assert (n_parameters < 64);
  self->unbound = (G_GUINT64_CONSTANT (1) << n_parameters) - 1;
  return self;
}

static void
free_mended (ArrearsQuery *self)
{
  if (self->mended == NULL)
    return;
  for (int i = 0; i < sqlite3_column_count (self->prepared); i++)
    g_clear_pointer (&self->mended[i], g_free);
}

void
arrears_query_close (ArrearsQuery *query)
{
  if (query->failure != NULL && !query->is_finished)
    g_critical ("nobody asked what went wrong: %s", query->failure->message);
  free_mended (query);
  if (query->prepared != NULL)
    {
      sqlite3_reset (query->prepared);
      sqlite3_clear_bindings (query->prepared);
      g_hash_table_replace (query->ledger->queries, g_steal_pointer (&query->sql),
                            query->prepared);
    }
  g_clear_error (&query->failure);
  g_free (query->sql);
  g_free (query->targets);
  g_free (query->mended);
  g_free (query);
}

gboolean
arrears_query_has_parameter (ArrearsQuery *query, const char *name)
{
  return sqlite3_bind_parameter_index (query->prepared, name) > 0;
}

/* 0 where the query has failed already. */
static int
find_parameter (ArrearsQuery *self, const char *name)
{
  int parameter = sqlite3_bind_parameter_index (self->prepared, name);

  if (parameter == 0 && self->prepared != NULL)
    g_error ("no parameter %s in the query that is to %s", name, self->action);
  return parameter;
}

static void
check_bound (ArrearsQuery *self, int parameter, int code)
{
  self->unbound &= ~(G_GUINT64_CONSTANT (1) << (parameter - 1));
  if (code != SQLITE_OK)
    keep_failure (self, code);
}

void
arrears_query_bind_integer (ArrearsQuery *query, const char *name, gint64 value)
{
  int parameter = find_parameter (query, name);

  if (parameter > 0)
    check_bound (query, parameter, sqlite3_bind_int64 (query->prepared, parameter, value));
}

void
arrears_query_bind_text (ArrearsQuery *query, const char *name, const char *value)
{
  int parameter = find_parameter (query, name);

  if (parameter > 0)
    check_bound (query, parameter,
                 sqlite3_bind_text (query->prepared, parameter, value, -1, SQLITE_TRANSIENT));
}

/* A NULL pointer would bind NULL, not no bytes. */
void
arrears_query_bind_bytes (ArrearsQuery *query, const char *name, GBytes *value)
{
  int parameter = find_parameter (query, name);
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  if (parameter > 0)
    check_bound (query, parameter,
                 sqlite3_bind_blob64 (query->prepared, parameter, data != NULL ? data : "", size,
                                      SQLITE_STATIC));
}

void
arrears_query_bind_day (ArrearsQuery *query, const char *name, ArrearsDay value)
{
  arrears_query_bind_integer (query, name, value.number);
}

void
arrears_query_bind_money (ArrearsQuery *query, const char *name, ArrearsMoney value)
{
  arrears_query_bind_integer (query, name, value.fen);
}

void
arrears_query_bind_ids (ArrearsQuery *query, const char *name, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (json, i == 0 ? "%" G_GINT64_FORMAT : ",%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (json, ']');
  arrears_query_bind_text (query, name, json->str);
}

static const ArrearsField *
find_parameter_field (const char *parameter, const ArrearsField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (parameter + 1, fields[i].name)) /* behind the colon */
      return &fields[i];
  return NULL;
}

static int
bind_member (sqlite3_stmt *prepared, int parameter, ArrearsFieldKind kind, gconstpointer member)
{
  switch (kind)
    {
    case ARREARS_FIELD_TEXT:
      return sqlite3_bind_text (prepared, parameter, *(char *const *) member, -1, SQLITE_STATIC);
    case ARREARS_FIELD_MONEY:
      return sqlite3_bind_int64 (prepared, parameter, ((const ArrearsMoney *) member)->fen);
    case ARREARS_FIELD_LONG:
      return sqlite3_bind_int64 (prepared, parameter, *(const gint64 *) member);
    case ARREARS_FIELD_DAY:
      return sqlite3_bind_int (prepared, parameter, ((const ArrearsDay *) member)->number);
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      return sqlite3_bind_int (prepared, parameter, *(const int *) member);
    default:
      g_assert_not_reached ();
    }
}

void
arrears_query_bind_record (ArrearsQuery *query, gpointer record)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);
  int n_parameters = sqlite3_bind_parameter_count (query->prepared);

  for (int i = 1; i <= n_parameters; i++)
    {
      const char *name = sqlite3_bind_parameter_name (query->prepared, i);
      const ArrearsField *field = find_parameter_field (name, fields, n_fields);

      if (field == NULL)
        continue;
      check_bound (query, i,
                   bind_member (query->prepared, i, field->kind,
                                arrears_record_get_member (record, field)));
    }
}

/* Some failures make SQLite roll the whole transaction back. What follows in the same scope must
 * then not be written on its own.
 */
static gboolean
is_scope_lost (ArrearsQuery *self)
{
  if (self->ledger->depth == 0 || sqlite3_get_autocommit (self->ledger->db) == 0)
    return FALSE;
  self->failure = g_error_new (ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT,
                               "cannot %s: an earlier failure has ended the transaction",
                               self->action);
  return TRUE;
}

gboolean
arrears_query_next (ArrearsQuery *query)
{
  int code;

  g_return_val_if_fail (!query->is_finished, FALSE);

  if (query->failure != NULL || query->is_exhausted || is_scope_lost (query))
    return FALSE;
  if (query->unbound != 0)
    g_error ("a parameter is not bound in the query that is to %s", query->action);
  if (query->ledger->is_reading && sqlite3_stmt_readonly (query->prepared) == 0)
    g_error ("a read scope would undo the query that is to %s", query->action);
  free_mended (query);
  code = sqlite3_step (query->prepared);
  if (code == SQLITE_ROW)
    return TRUE;
  query->is_exhausted = TRUE;
  if (code != SQLITE_DONE)
    keep_failure (query, code);
  return FALSE;
}

gint64
arrears_query_get_integer (ArrearsQuery *query, int column)
{
  return sqlite3_column_int64 (query->prepared, column);
}

ArrearsDay
arrears_query_get_day (ArrearsQuery *query, int column)
{
  return (ArrearsDay) { sqlite3_column_int (query->prepared, column) };
}

ArrearsMoney
arrears_query_get_money (ArrearsQuery *query, int column)
{
  return arrears_money (sqlite3_column_int64 (query->prepared, column));
}

const char *
arrears_query_get_text (ArrearsQuery *query, int column)
{
  const char *text = (const char *) sqlite3_column_text (query->prepared, column);

  if (text == NULL)
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return text;
  if (query->mended == NULL)
    query->mended = g_new0 (char *, sqlite3_column_count (query->prepared));
  g_free (query->mended[column]);
  query->mended[column] = g_utf8_make_valid (text, -1);
  return query->mended[column];
}

GBytes *
arrears_query_get_bytes (ArrearsQuery *query, int column)
{
  gconstpointer data = sqlite3_column_blob (query->prepared, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (query->prepared, column));
}

static const ArrearsField *
find_field (ArrearsQuery *self, ArrearsRecord *record, int column)
{
  const char *name = sqlite3_column_name (self->prepared, column);
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  if (!g_str_equal (name, "position"))
    g_error ("%s has no field %s for the query that is to %s", G_OBJECT_TYPE_NAME (record), name,
             self->action);
  return NULL;
}

static void
find_targets (ArrearsQuery *self, ArrearsRecord *record)
{
  int n_columns = sqlite3_column_count (self->prepared);

  if (self->record_class == ARREARS_RECORD_GET_CLASS (record))
    return;
  g_free (self->targets);
  self->targets = g_new (const ArrearsField *, n_columns);
  for (int i = 0; i < n_columns; i++)
    self->targets[i] = find_field (self, record, i);
  self->record_class = ARREARS_RECORD_GET_CLASS (record);
}

void
arrears_query_read_field (ArrearsQuery *query, int column, gpointer record,
                          const ArrearsField *field)
{
  gpointer member = arrears_record_get_member (record, field);

  switch (field->kind)
    {
    case ARREARS_FIELD_TEXT:
      arrears_record_set_text (member, arrears_query_get_text (query, column));
      break;
    case ARREARS_FIELD_MONEY:
      *(ArrearsMoney *) member = arrears_query_get_money (query, column);
      break;
    case ARREARS_FIELD_LONG:
      *(gint64 *) member = arrears_query_get_integer (query, column);
      break;
    case ARREARS_FIELD_DAY:
      *(ArrearsDay *) member = arrears_query_get_day (query, column);
      break;
    case ARREARS_FIELD_INTEGER:
    case ARREARS_FIELD_BOOLEAN:
      *(int *) member = sqlite3_column_int (query->prepared, column);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
arrears_query_read_record (ArrearsQuery *query, gpointer record)
{
  int n_columns = sqlite3_column_count (query->prepared);

  find_targets (query, record);
  for (int i = 0; i < n_columns; i++)
    if (query->targets[i] != NULL)
      arrears_query_read_field (query, i, record, query->targets[i]);
}

gboolean
arrears_query_finish (ArrearsQuery *query, GError **error)
{
  query->is_finished = TRUE;
  if (query->prepared != NULL)
    sqlite3_reset (query->prepared);
  if (query->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&query->failure));
  return FALSE;
}

gboolean
arrears_query_run (ArrearsQuery *query, GError **error)
{
  while (arrears_query_next (query))
    continue;
  return arrears_query_finish (query, error);
}

/* Not RETURNING, which keeps a table for what it returns. */
gint64
arrears_query_run_insert (ArrearsQuery *query, GError **error)
{
  if (!arrears_query_run (query, error))
    return 0;
  return sqlite3_last_insert_rowid (query->ledger->db);
}

gpointer
arrears_query_collect_record (ArrearsQuery *query, GType type, GError **error)
{
  g_autoptr (ArrearsRecord) record = NULL;

  if (arrears_query_next (query))
    {
      record = arrears_record_new (type);
      arrears_query_read_record (query, record);
    }
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&record);
}

GPtrArray *
arrears_query_collect_records (ArrearsQuery *query, GType type, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  while (arrears_query_next (query))
    {
      ArrearsRecord *record = arrears_record_new (type);

      arrears_query_read_record (query, record);
      g_ptr_array_add (records, record);
    }
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&records);
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

/* Two rows for one place come only from an index that has lost its table. */
static gboolean
place_record (ArrearsQuery *self, GPtrArray *records, GType type)
{
  gint64 position = arrears_query_get_integer (self, 0);
  ArrearsRecord *record;

  g_assert (g_str_equal (sqlite3_column_name (self->prepared, 0), "position"));
  g_assert (position >= 0 && position < (gint64) records->len);
  if (records->pdata[position] != NULL)
    {
      keep_failure (self, SQLITE_CORRUPT_INDEX);
      return FALSE;
    }
  record = arrears_record_new (type);
  arrears_query_read_record (self, record);
  records->pdata[position] = record;
  return TRUE;
}

GPtrArray *
arrears_query_collect_by_position (ArrearsQuery *query, GType type, gsize n, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (unref_record);

  g_ptr_array_set_size (records, (int) n);
  while (arrears_query_next (query))
    if (!place_record (query, records, type))
      break;
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&records);
}

GArray *
arrears_query_collect_ids (ArrearsQuery *query, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (arrears_query_next (query))
    {
      gint64 id = arrears_query_get_integer (query, 0);

      g_array_append_val (ids, id);
    }
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&ids);
}

gboolean
arrears_query_collect_integer (ArrearsQuery *query, gint64 otherwise, gint64 *value,
                               GError **error)
{
  *value = arrears_query_next (query) ? arrears_query_get_integer (query, 0) : otherwise;
  if (arrears_query_run (query, error))
    return TRUE;
  *value = 0;
  return FALSE;
}

/* The last day that there is where nothing was entered yet. */
static ArrearsDay
load_begun_on (ArrearsLedger *ledger)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "see when the ledger was begun",
                            "SELECT recorded_on FROM invoice ORDER BY id LIMIT 1");
  gint64 number;

  if (!arrears_query_collect_integer (query, ARREARS_DAY_LAST.number, &number, NULL))
    return ARREARS_DAY_LAST;
  return (ArrearsDay) { (int) number };
}

void
arrears_query_bind_as_of (ArrearsQuery *query, ArrearsDay as_of)
{
  ArrearsDay known_on = as_of;

  if (arrears_query_has_parameter (query, ":as_of"))
    arrears_query_bind_day (query, ":as_of", as_of);
  if (!arrears_query_has_parameter (query, ":known_on"))
    return;
  if (arrears_day_compare (as_of, load_begun_on (query->ledger)) < 0)
    known_on = ARREARS_DAY_LAST;
  arrears_query_bind_day (query, ":known_on", known_on);
}
