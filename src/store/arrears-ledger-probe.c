/* arrears-ledger-probe.c: what kind of file stands under a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-probe.h"

#include "arrears-ledger-private.h"
#include "arrears-query.h"
#include "arrears-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "SQLite format 3"
#define PAGE_SIZE 4096
#define APPLICATION_ID_OFFSET 68

/* A full look at the structure of a file of this size takes some 20 ms. */
#define QUICK_CHECK_BYTES (4 * 1024 * 1024)

typedef struct
{
  guint8 first[100];       /* SQLite's header */
  guint8 second_page_kind; /* 2, 5, 10 or 13 on a page of a tree */
  goffset size;
} Beginning;

static gboolean
read_beginning (const char *path, Beginning *beginning)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_read;

  if (descriptor < 0)
    return FALSE;
  beginning->size = lseek (descriptor, 0, SEEK_END);
  is_read = pread (descriptor, beginning->first, sizeof beginning->first, 0) >= 0
            && pread (descriptor, &beginning->second_page_kind, 1, PAGE_SIZE) >= 0;
  close (descriptor);
  return is_read;
}

/* Whether a file that is no database once was one: by what is left of its header, or by pages
 * that look like those of a tree.
 */
static gboolean
was_ledger (const Beginning *beginning)
{
  guint32 application_id;
  guint8 kind = beginning->second_page_kind;

  if (memcmp (beginning->first, MAGIC, sizeof MAGIC) == 0)
    return TRUE;
  memcpy (&application_id, beginning->first + APPLICATION_ID_OFFSET, sizeof application_id);
  if (GUINT32_FROM_BE (application_id) == ARREARS_LEDGER_APPLICATION_ID)
    return TRUE;
  return beginning->size >= 2 * PAGE_SIZE && beginning->size % PAGE_SIZE == 0
         && (kind == 2 || kind == 5 || kind == 10 || kind == 13);
}

gboolean
arrears_ledger_probe_path (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      int number = errno;
      g_autofree char *action = g_strdup_printf ("open %s", path);

      g_propagate_error (error, arrears_store_error_new_from_errno (number, action));
      return FALSE;
    }
  if (S_ISREG (status.st_mode))
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "%s is not a file", path);
  return FALSE;
}

GError *
arrears_ledger_probe_foreign (const char *path)
{
  Beginning beginning = { 0 };

  if (!read_beginning (path, &beginning) || !was_ledger (&beginning))
    return g_error_new (ARREARS_ERROR, ARREARS_ERROR_FORMAT, "%s is not a ledger", path);
  return g_error_new (ARREARS_ERROR, ARREARS_ERROR_DAMAGED,
                      "%s is a ledger whose beginning was overwritten", path);
}

static gboolean
has_our_tables (ArrearsLedger *ledger, gboolean *has, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "read the schema",
                            "SELECT count (*) FROM sqlite_schema WHERE type = 'table' "
                            "AND name IN ('invoice', 'allocation', 'log_entry')");
  gint64 n_tables;

  if (!arrears_query_collect_integer (query, 0, &n_tables, error))
    return FALSE;
  *has = n_tables == 3;
  return TRUE;
}

static gboolean
check_kind (ArrearsLedger *ledger, GError **error)
{
  gint64 application_id;
  gboolean has_tables;

  if (!arrears_ledger_load_pragma (ledger, "PRAGMA application_id", &application_id, error)
      || !has_our_tables (ledger, &has_tables, error))
    return FALSE;
  if (application_id == ARREARS_LEDGER_APPLICATION_ID && has_tables)
    return TRUE;
  if (application_id == ARREARS_LEDGER_APPLICATION_ID || has_tables)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED,
                 "%s is a ledger with a damaged schema (application id %" G_GINT64_FORMAT ")",
                 ledger->path, application_id);
  else
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                 "%s is the database of another program (application id %" G_GINT64_FORMAT ")",
                 ledger->path, application_id);
  return FALSE;
}

/* Of the trees alone: a value that a CHECK would refuse is one to look at and put right. */
static gboolean
check_structure (ArrearsLedger *ledger, GError **error)
{
  g_autoptr (ArrearsQuery) query
      = arrears_query_open (ledger, "check the structure of the file", "PRAGMA quick_check (1)");
  g_autofree char *answer = NULL;

  if (!arrears_ledger_execute (ledger, "prepare to check the structure of the file",
                               "PRAGMA ignore_check_constraints = ON", error))
    return FALSE;
  if (arrears_query_next (query))
    answer = g_strdup (arrears_query_get_text (query, 0));
  if (!arrears_query_finish (query, error)
      || !arrears_ledger_execute (ledger, "check the structure of the file",
                                  "PRAGMA ignore_check_constraints = OFF", error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED,
               "%s is damaged: its structure does not hold: %s", ledger->path, answer);
  return FALSE;
}

gboolean
arrears_ledger_probe_schema (ArrearsLedger *ledger, GError **error)
{
  gint64 n_pages;

  if (!check_kind (ledger, error)
      || !arrears_ledger_load_pragma (ledger, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  return n_pages > QUICK_CHECK_BYTES / PAGE_SIZE || check_structure (ledger, error);
}
