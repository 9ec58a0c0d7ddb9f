/* arrears-log-chain.c: the chain that ties the entries of the log together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-log-chain.h"

#include "arrears-query.h"

#include <string.h>

static void
hash_integer (GChecksum *checksum, gint64 value)
{
  char line[32];

  g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT "\n", value);
  g_checksum_update (checksum, (const guchar *) line, -1);
}

static void
hash_text (GChecksum *checksum, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\\\n");

      g_checksum_update (checksum, (const guchar *) p, (gssize) length);
      p += length;
      if (*p == '\0')
        break;
      g_checksum_update (checksum, (const guchar *) (*p == '\n' ? "\\n" : "\\\\"), 2);
      p++;
    }
  g_checksum_update (checksum, (const guchar *) "\n", 1);
}

/* An entry of a ledger that knew no such columns has nothing in them. */
static gboolean
has_particulars (const ArrearsLogEntry *entry)
{
  return arrears_day_is_set (entry->recorded_on) || entry->actor[0] != '\0'
         || entry->spoke_with[0] != '\0' || entry->channel[0] != '\0'
         || entry->outcome[0] != '\0' || entry->measure[0] != '\0'
         || arrears_day_is_set (entry->next_on);
}

static void
hash_particulars (GChecksum *checksum, const ArrearsLogEntry *entry)
{
  hash_integer (checksum, entry->recorded_on.number);
  hash_text (checksum, entry->actor);
  hash_text (checksum, entry->spoke_with);
  hash_text (checksum, entry->channel);
  hash_text (checksum, entry->outcome);
  hash_text (checksum, entry->measure);
  hash_integer (checksum, entry->next_on.number);
}

char *
arrears_log_chain_hash (const ArrearsLogEntry *entry, gint64 id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_text (checksum, entry->previous_hash);
  hash_integer (checksum, id);
  hash_integer (checksum, entry->at);
  hash_integer (checksum, entry->offset_minutes);
  hash_text (checksum, entry->kind);
  hash_integer (checksum, entry->customer_id);
  hash_text (checksum, entry->subject);
  hash_integer (checksum, entry->day.number);
  hash_integer (checksum, entry->amount.fen);
  hash_text (checksum, entry->note);
  if (has_particulars (entry))
    hash_particulars (checksum, entry);
  return g_strdup (g_checksum_get_string (checksum));
}

void
arrears_log_head_clear (ArrearsLogHead *head)
{
  g_free (head->hash);
}

/* "12 9f86d0...": how many entries, a blank, the last hash. */
gboolean
arrears_log_head_load (ArrearsLedger *ledger, ArrearsLogHead *head, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *value = arrears_ledger_load_setting (ledger, ARREARS_LOG_HEAD_SETTING, &failure);
  char *end = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  head->n_entries = value != NULL ? g_ascii_strtoll (value, &end, 10) : 0;
  head->hash = g_strdup (end != NULL && *end == ' ' ? end + 1 : "");
  return TRUE;
}

gboolean
arrears_log_head_save (ArrearsLedger *ledger, const ArrearsLogHead *head, GError **error)
{
  g_autofree char *value
      = g_strdup_printf ("%" G_GINT64_FORMAT " %s", head->n_entries, head->hash);

  return arrears_ledger_save_setting (ledger, ARREARS_LOG_HEAD_SETTING, value, error);
}

/* How far from its place an entry is looked for, and how many broken ones are looked into. */
#define MAX_DISTANCE 1000
#define MAX_BROKEN 100

/* What a walk along the chain gathers. */
typedef struct
{
  GPtrArray *faults; /* borrowed */
  GPtrArray *broken; /* entries whose hash does not fit their content */
  gint64 last_id;
  char *last_hash;
} Walk;

static Walk
begin_walk (GPtrArray *faults)
{
  return (Walk) {
    .faults = faults,
    .broken = g_ptr_array_new_with_free_func (g_object_unref),
    .last_hash = g_strdup (""),
  };
}

static void
end_walk (Walk *walk)
{
  g_ptr_array_unref (walk->broken);
  g_free (walk->last_hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, end_walk)

static void add_fault (GPtrArray *faults, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_fault (GPtrArray *faults, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
report_missing (GPtrArray *faults, gint64 first, gint64 last)
{
  if (first == last)
    add_fault (faults, "log entry %" G_GINT64_FORMAT " is missing", first);
  else if (first < last)
    add_fault (faults, "log entries %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " are missing",
               first, last);
}

static void
check_entry (Walk *walk, ArrearsLogEntry *entry)
{
  g_autofree char *hash = arrears_log_chain_hash (entry, entry->id);

  report_missing (walk->faults, walk->last_id + 1, entry->id - 1);
  if (!g_str_equal (hash, entry->hash))
    g_ptr_array_add (walk->broken, g_object_ref (entry));
  else if (entry->id == walk->last_id + 1 && !g_str_equal (entry->previous_hash, walk->last_hash))
    add_fault (walk->faults,
               "log entry %" G_GINT64_FORMAT " does not follow entry %" G_GINT64_FORMAT
               ": it names the hash '%s', that entry has '%s'",
               entry->id, walk->last_id, entry->previous_hash, walk->last_hash);
  walk->last_id = entry->id;
  g_free (walk->last_hash);
  walk->last_hash = g_strdup (entry->hash);
}

/* The number under which an entry was written; 0 where it holds under none near its own. */
static gint64
find_written_id (const ArrearsLogEntry *entry)
{
  for (gint64 id = MAX (1, entry->id - MAX_DISTANCE); id <= entry->id + MAX_DISTANCE; id++)
    {
      g_autofree char *hash = arrears_log_chain_hash (entry, id);

      if (g_str_equal (hash, entry->hash))
        return id;
    }
  return 0;
}

static gboolean
has_entry (ArrearsLedger *ledger, gint64 id, gboolean *has, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "look for an entry", "SELECT EXISTS (SELECT 1 FROM log_entry WHERE id = :id)");
  gint64 exists;

  arrears_query_bind_integer (query, ":id", id);
  if (!arrears_query_collect_integer (query, 0, &exists, error))
    return FALSE;
  *has = exists != 0;
  return TRUE;
}

/* An entry that holds under another number was moved from there, or one of the two is a forgery:
 * which of them, the chain cannot tell.
 */
static gboolean
report_moved (ArrearsLedger *ledger, Walk *walk, gint64 id, gint64 written_id,
              GHashTable *broken_ids, GError **error)
{
  gboolean has_twin;

  if (!has_entry (ledger, written_id, &has_twin, error))
    return FALSE;
  add_fault (walk->faults,
             "log entry %" G_GINT64_FORMAT " was moved: it was written as entry %" G_GINT64_FORMAT,
             id, written_id);
  if (has_twin && !g_hash_table_contains (broken_ids, &written_id))
    add_fault (walk->faults,
               "log entry %" G_GINT64_FORMAT " or %" G_GINT64_FORMAT
               " was inserted: both were written as entry %" G_GINT64_FORMAT,
               MIN (id, written_id), MAX (id, written_id), written_id);
  return TRUE;
}

static gboolean
report_broken (ArrearsLedger *ledger, Walk *walk, GError **error)
{
  guint n = MIN (walk->broken->len, MAX_BROKEN);
  g_autoptr (GHashTable) broken_ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < walk->broken->len; i++)
    g_hash_table_add (broken_ids, &ARREARS_LOG_ENTRY (walk->broken->pdata[i])->id);
  for (guint i = 0; i < n; i++)
    {
      ArrearsLogEntry *entry = g_ptr_array_index (walk->broken, i);
      gint64 written_id = find_written_id (entry);

      if (written_id == 0)
        add_fault (walk->faults,
                   "log entry %" G_GINT64_FORMAT " was changed: its hash does not fit its content",
                   entry->id);
      else if (!report_moved (ledger, walk, entry->id, written_id, broken_ids, error))
        return FALSE;
    }
  if (walk->broken->len > n)
    add_fault (walk->faults, "%u more log entries do not hold", walk->broken->len - n);
  return TRUE;
}

static void
check_head (Walk *walk, const ArrearsLogHead *head)
{
  report_missing (walk->faults, walk->last_id + 1, head->n_entries);
  if (head->n_entries == 0 && walk->last_id > 0)
    add_fault (walk->faults, "the head of the log is missing");
  else if (walk->last_id > head->n_entries)
    add_fault (walk->faults,
               "log entries behind entry %" G_GINT64_FORMAT " were inserted: that was the last one",
               head->n_entries);
  else if (walk->last_id == head->n_entries && !g_str_equal (walk->last_hash, head->hash))
    add_fault (walk->faults,
               "log entry %" G_GINT64_FORMAT " is not the one that was written last: the head "
               "names the hash '%s', the entry has '%s'",
               walk->last_id, head->hash, walk->last_hash);
}

gboolean
arrears_log_chain_verify (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  g_auto (ArrearsLogHead) head = { 0 };
  g_auto (Walk) walk = begin_walk (faults);
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "verify the log",
      "SELECT id, at, offset_minutes, kind, customer_id, subject, day, amount_fen AS amount, note, "
      "recorded_on, actor, spoke_with, channel, outcome, measure, next_on, previous_hash, hash "
      "FROM log_entry ORDER BY id");

  while (arrears_query_next (query))
    {
      g_autoptr (ArrearsLogEntry) entry = arrears_log_entry_new ();

      arrears_query_read_record (query, entry);
      check_entry (&walk, entry);
    }
  if (!arrears_query_finish (query, error) || !arrears_log_head_load (ledger, &head, error)
      || !report_broken (ledger, &walk, error))
    return FALSE;
  check_head (&walk, &head);
  return TRUE;
}
