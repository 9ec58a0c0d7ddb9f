/* arrears-ledger-settings.c: settings by name, as they are and as they were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-private.h"
#include "arrears-log-chain.h"
#include "arrears-query.h"

char *
arrears_ledger_load_setting (ArrearsLedger *ledger, const char *name, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "load a setting", "SELECT value FROM setting WHERE name = :name");
  g_autofree char *value = NULL;

  arrears_query_bind_text (query, ":name", name);
  if (arrears_query_next (query))
    value = g_strdup (arrears_query_get_text (query, 0));
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&value);
}

/* One of the two has a row at most: what was changed since, or what is there now. */
char *
arrears_ledger_load_setting_then (ArrearsLedger *ledger, const char *name, ArrearsDay as_of,
                                  GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "load a setting of a day",
                            "SELECT before IS NOT NULL, before FROM (SELECT before FROM change "
                            "WHERE subject = 'setting' AND subject_id = 0 AND field = :name "
                            "AND recorded_on > :known_on ORDER BY id LIMIT 1) "
                            "UNION ALL SELECT 1, value FROM setting WHERE name = :name");
  g_autofree char *value = NULL;

  arrears_query_bind_text (query, ":name", name);
  arrears_query_bind_as_of (query, as_of);
  if (arrears_query_next (query) && arrears_query_get_integer (query, 0) != 0)
    value = g_strdup (arrears_query_get_text (query, 1));
  if (!arrears_query_finish (query, error))
    return NULL;
  return g_steal_pointer (&value);
}

static gboolean
is_noted (ArrearsLedger *ledger, const char *name)
{
  return arrears_day_is_set (arrears_ledger_get_day (ledger))
         && !g_str_equal (name, ARREARS_LOG_HEAD_SETTING);
}

static gboolean
note_change (ArrearsLedger *ledger, const char *name, const char *value, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "note a change of a setting",
                            "INSERT INTO change (subject, subject_id, field, before, recorded_on) "
                            "SELECT 'setting', 0, :name, s.value, :day FROM (SELECT 1) "
                            "LEFT JOIN setting s ON s.name = :name WHERE s.value IS NOT :value");
  arrears_query_bind_text (query, ":name", name);
  arrears_query_bind_text (query, ":value", value);
  arrears_query_bind_day (query, ":day", arrears_ledger_get_day (ledger));
  return arrears_query_run (query, error);
}

static gboolean
save (ArrearsLedger *ledger, const char *name, const char *value, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "save a setting",
                                                       "INSERT INTO setting VALUES (:name, :value) "
                                                       "ON CONFLICT DO UPDATE SET value = :value");

  arrears_query_bind_text (query, ":name", name);
  arrears_query_bind_text (query, ":value", value);
  return arrears_query_run (query, error);
}

gboolean
arrears_ledger_save_setting (ArrearsLedger *ledger, const char *name, const char *value,
                             GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;

  if (!is_noted (ledger, name))
    return save (ledger, name, value, error);
  transaction = arrears_transaction_join (ledger, error);
  return transaction != NULL && note_change (ledger, name, value, error)
         && save (ledger, name, value, error) && arrears_transaction_commit (transaction, error);
}
