/* arrears-ledger-register.c: the registers: disputes, pauses, promises, marks and their like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-register.h"

#include "arrears-charge-decision.h"
#include "arrears-cost.h"
#include "arrears-crossing.h"
#include "arrears-dispute.h"
#include "arrears-guarantee.h"
#include "arrears-ledger-changes.h"
#include "arrears-ledger-private.h"
#include "arrears-limitation-event.h"
#include "arrears-mark.h"
#include "arrears-pause.h"
#include "arrears-promise.h"
#include "arrears-query.h"
#include "arrears-voucher.h"

/* How a register is kept: its texts of SQL follow from the fields of its records. */
typedef struct
{
  const char *table;
  char *enter;
  char *end;
  char *load;
} Register;

static const struct
{
  GType (*get_type) (void);
  const char *table;
} tables[] = {
  { arrears_charge_decision_get_type, "charge_decision" },
  { arrears_cost_get_type, "cost" },
  { arrears_crossing_get_type, "crossing" },
  { arrears_dispute_get_type, "dispute" },
  { arrears_guarantee_get_type, "guarantee" },
  { arrears_limitation_event_get_type, "limitation_event" },
  { arrears_mark_get_type, "mark" },
  { arrears_pause_get_type, "pause" },
  { arrears_promise_get_type, "promise" },
  { arrears_voucher_get_type, "voucher" },
};

/* Names that stand in the tables of what an entry refers to. */
static const struct
{
  const char *field;
  const char *reference;
  const char *column;
  const char *join;
} names[] = {
  { "customer_code", "customer_id", "c.code", "JOIN customer c ON c.id = e.customer_id " },
  { "customer_name", "customer_id", "c.name", "" },
  { "invoice_number", "invoice_id", "i.number", "LEFT JOIN invoice i ON i.id = e.invoice_id " },
  { "contract_number", "contract_id", "k.number",
    "LEFT JOIN contract k ON k.id = e.contract_id " },
};

static int
find_name (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].field, field))
      return (int) i;
  return -1;
}

static gboolean
is_written_on_entering (const ArrearsField *field)
{
  return find_name (field->name) < 0 && !g_str_equal (field->name, "id")
         && !g_str_has_prefix (field->name, "ended_");
}

/* A reference to nothing is NULL in the table and 0 in the record. */
static void
append_value (GString *values, const ArrearsField *field)
{
  g_string_append_printf (values,
                          g_str_has_suffix (field->name, "_id") ? "nullif (:%s, 0)" : ":%s",
                          field->name);
}

static void
append_column (GString *columns, const ArrearsField *field)
{
  g_string_append_printf (columns, "%s%s", field->name,
                          field->kind == ARREARS_FIELD_MONEY ? "_fen" : "");
}

static char *
compose_enter (const char *table, const ArrearsField *fields, gsize n_fields)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (gsize i = 0; i < n_fields; i++)
    if (is_written_on_entering (&fields[i]))
      {
        if (columns->len > 0)
          {
            g_string_append (columns, ", ");
            g_string_append (values, ", ");
          }
        append_column (columns, &fields[i]);
        append_value (values, &fields[i]);
      }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, columns->str, values->str);
}

static void
append_reading (GString *columns, const ArrearsField *field)
{
  int name = find_name (field->name);

  if (columns->len > 0)
    g_string_append (columns, ", ");
  if (name >= 0)
    g_string_append (columns, names[name].column);
  else if (g_str_equal (field->name, "ended_on"))
    g_string_append (columns, "iif (e.ended_on > :as_of, 0, e.ended_on)");
  else if (g_str_has_prefix (field->name, "ended_"))
    g_string_append_printf (columns, "iif (e.ended_on > :as_of, '', e.%s)", field->name);
  else
    {
      g_string_append (columns, "e.");
      append_column (columns, field);
    }
  g_string_append_printf (columns, " AS %s", field->name);
}

static char *
compose_load (const char *table, const ArrearsField *fields, gsize n_fields)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) joins = g_string_new (NULL);

  for (gsize i = 0; i < n_fields; i++)
    {
      int name = find_name (fields[i].name);

      append_reading (columns, &fields[i]);
      if (name >= 0)
        g_string_append (joins, names[name].join);
    }
  return g_strdup_printf ("SELECT %s FROM %s e %sWHERE e.from_on <= :as_of "
                          "AND e.recorded_on <= :known_on ",
                          columns->str, table, joins->str);
}

static Register
compose_register (GType type, const char *table)
{
  g_autoptr (ArrearsRecord) record = arrears_record_new (type);
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (record, &n_fields);

  return (Register) {
    .table = table,
    .enter = compose_enter (table, fields, n_fields),
    .end = g_strdup_printf ("UPDATE %s SET ended_on = iif (:day > 0, :day, from_on), ended_how = :how, ended_note = :note "
                            "WHERE id = :id AND ended_on = 0 RETURNING id", table),
    .load = compose_load (table, fields, n_fields),
  };
}

/* The texts live as long as the program: a ledger knows its prepared queries by them. */
static const Register *
find_register (GType type)
{
  static Register registers[G_N_ELEMENTS (tables)];
  static gsize is_composed = 0;

  if (g_once_init_enter (&is_composed))
    {
      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        registers[i] = compose_register (tables[i].get_type (), tables[i].table);
      g_once_init_leave (&is_composed, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].get_type () == type)
      return &registers[i];
  g_error ("there is no register of %s", g_type_name (type));
}

static ArrearsDay *
find_day (ArrearsRecord *entry, const char *name)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (entry, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      return arrears_record_get_member (entry, &fields[i]);
  g_return_val_if_reached (NULL);
}

gint64
arrears_ledger_enter (ArrearsLedger *ledger, gpointer entry, GError **error)
{
  const Register *kept = find_register (G_OBJECT_TYPE (entry));
  g_autoptr (ArrearsRecord) entered = arrears_record_copy (entry);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 id;

  if (transaction == NULL)
    return 0;
  *find_day (entered, "recorded_on")
      = arrears_ledger_get_recorded_on (ledger, *find_day (entered, "from_on"));
  query = arrears_query_open (ledger, "make an entry in a register", kept->enter);
  arrears_query_bind_record (query, entered);
  id = arrears_query_run_insert (query, error);
  return id != 0 && arrears_transaction_commit (transaction, error) ? id : 0;
}

gboolean
arrears_ledger_end_entry (ArrearsLedger *ledger, GType type, gint64 id, const char *how,
                          const char *note, GError **error)
{
  const Register *kept = find_register (type);
  g_autoptr (ArrearsTransaction) transaction = arrears_transaction_join (ledger, error);
  g_autoptr (ArrearsQuery) query = NULL;
  gint64 ended_id;

  if (transaction == NULL)
    return FALSE;
  query = arrears_query_open (ledger, "end an entry of a register", kept->end);
  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  arrears_query_bind_text (query, ":how", how);
  arrears_query_bind_text (query, ":note", note);
  if (!arrears_query_collect_integer (query, 0, &ended_id, error))
    return FALSE;
  if (ended_id == 0)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                   "%s %" G_GINT64_FORMAT ": there is none that has not ended", kept->table, id);
      return FALSE;
    }
  return arrears_transaction_commit (transaction, error);
}

gpointer
arrears_ledger_load_entry (ArrearsLedger *ledger, GType type, gint64 id, ArrearsDay as_of,
                           GError **error)
{
  g_autofree char *sql = g_strconcat (find_register (type)->load, "AND e.id = :id", NULL);
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "read an entry of a register", sql);

  arrears_query_bind_integer (query, ":id", id);
  arrears_query_bind_as_of (query, as_of);
  return arrears_ledger_rewind_one (ledger, arrears_query_collect_record (query, type, error),
                                    as_of, error);
}

GPtrArray *
arrears_ledger_load_register (ArrearsLedger *ledger, GType type, gint64 customer_id,
                              ArrearsRegisterState state, ArrearsDay as_of, GError **error)
{
  g_autofree char *sql = g_strconcat (
      find_register (type)->load, customer_id != 0 ? "AND e.customer_id = :customer_id " : "",
      state == ARREARS_REGISTER_STANDING ? "AND (e.ended_on = 0 OR e.ended_on > :as_of) " : "",
      "ORDER BY e.from_on, e.id", NULL);
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "read a register", sql);
  g_autoptr (GPtrArray) entries = NULL;

  if (customer_id != 0)
    arrears_query_bind_integer (query, ":customer_id", customer_id);
  arrears_query_bind_as_of (query, as_of);
  entries = arrears_query_collect_records (query, type, error);
  if (entries == NULL || !arrears_ledger_rewind (ledger, entries, as_of, error))
    return NULL;
  return g_steal_pointer (&entries);
}
