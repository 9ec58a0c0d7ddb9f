/* test-interruption.c: acts that are cut off by a crash or a full disk happen whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arrears-letter.h"
#include "arrears-test-desk.h"
#include "arrears-test-values.h"

#define DAY "2026-11-20"

/* Returns FALSE with an error where the act failed. */
typedef gboolean (*ActFunc) (ArrearsDesk *desk, const char *output_path, GError **error);

typedef struct
{
  const char *name;
  ActFunc run;
  int most_skipped; /* crashes are tried at so many moments apart, at most */
} Act;

/* A ledger before an act and after it, and the folder to work in. */
typedef struct
{
  const Act *act;
  ArrearsTestFolder *folder;
  const char *base;   /* the ledger before; never opened */
  const char *ledger; /* the one that is worked on */
  const char *output; /* where a letter goes */
  char *before;
  char *after;
} Trial;

static gboolean
import_sheet (ArrearsDesk *desk, const char *output_path, GError **error)
{
  g_autofree char *path = g_build_filename (g_getenv ("ARREARS_TEST_DATA"), "exchange",
                                            "receivables_gb18030.csv", NULL);
  const ArrearsImportOptions options = { .skips_bad = TRUE };
  g_autoptr (ArrearsImport) import
      = arrears_import_open (ARREARS_IMPORT_INVOICES, path, NULL, error);
  g_autoptr (ArrearsImportReport) report = NULL;

  if (import != NULL)
    report = arrears_import_run (import, desk, &options, FALSE, NULL, NULL, error);
  return report != NULL;
}

static gboolean
issue_letter (ArrearsDesk *desk, const char *output_path, GError **error)
{
  const ArrearsLetterOptions options = { .output_path = output_path };
  gint64 id = arrears_account_find (desk, "0001", error);
  g_autoptr (ArrearsDocument) letter
      = id != 0 ? arrears_letter_issue (desk, id, &options, error) : NULL;

  return letter != NULL;
}

static gboolean
receive_payment (ArrearsDesk *desk, const char *output_path, GError **error)
{
  ArrearsPayment payment = { .customer_id = arrears_account_find (desk, "0001", error),
                             .amount = arrears_money (123456),
                             .on = arrears_desk_get_as_of (desk) };
  g_autoptr (ArrearsPaymentResult) result
      = payment.customer_id != 0 ? arrears_payment_record (desk, &payment, error) : NULL;

  return result != NULL;
}

static const Act acts[] = {
  { "import", import_sheet, 24 },
  { "letter", issue_letter, 8 },
  { "payment", receive_payment, 2 },
};

/* Moments at which the power may fail: each write of SQLite, and each wait for the disk. */
static int moments_left;

typedef ssize_t (*WriteFunc) (int fd, const void *data, size_t length, off_t offset);

static WriteFunc real_write;

static void
pass_moment (void)
{
  if (moments_left > 0 && --moments_left == 0)
    kill (getpid (), SIGKILL);
}

/* The last write is torn. */
static ssize_t
write_until_then (int fd, const void *data, size_t length, off_t offset)
{
  if (moments_left == 1)
    real_write (fd, data, length / 2, offset);
  pass_moment ();
  return real_write (fd, data, length, offset);
}

/* In place of the C library's, for the room and for SQLite alike. */
int
fsync (int fd)
{
  pass_moment ();
  return (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  pass_moment ();
  return (int) syscall (SYS_fdatasync, fd);
}

static void
watch_writes (void)
{
  static const char *const names[] = { "pwrite64", "pwrite" };
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names) && real_write == NULL; i++)
    {
      real_write = (WriteFunc) vfs->xGetSystemCall (vfs, names[i]);
      if (real_write != NULL)
        vfs->xSetSystemCall (vfs, names[i], (sqlite3_syscall_ptr) write_until_then);
    }
  g_assert_nonnull (real_write);
}

static void
remove_file (const char *path, const char *ending)
{
  g_autofree char *whole = g_strconcat (path, ending, NULL);

  g_assert_true (g_remove (whole) == 0 || errno == ENOENT);
}

static void
start_anew (const Trial *trial)
{
  g_autofree char *contents = NULL;
  gsize length;

  remove_file (trial->ledger, "-wal");
  remove_file (trial->ledger, "-shm");
  remove_file (trial->output, "");
  g_assert_true (g_file_get_contents (trial->base, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (trial->ledger, contents, (gssize) length, NULL));
}

/* To be called where nothing of the ledger is open; _exit() leaves no trace of GTest. */
static void
act_in_child (const Trial *trial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) desk = arrears_desk_open (trial->ledger, arrears_test_day (DAY),
                                                    arrears_test_desk_read_clock, &error);

  if (desk == NULL || !trial->act->run (desk, trial->output, &error))
    _exit (arrears_error_get_status (error));
  g_clear_object (&desk);
  _exit (0);
}

static int
wait_for (pid_t child)
{
  int status = 0;

  while (waitpid (child, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  return status;
}

/* Whether the act happened; else the ledger is as it was. Sound it is in either case. */
static gboolean
has_happened (const Trial *trial)
{
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_open (trial->ledger, DAY);
  g_autofree char *dump = arrears_test_desk_dump (desk);
  gboolean is_after = g_str_equal (dump, trial->after);

  arrears_test_desk_assert_sound (desk);
  if (!is_after)
    g_assert_cmpstr (dump, ==, trial->before);
  return is_after;
}

/* The ledger after the act, done in this process. */
static char *
act_and_dump (const Trial *trial)
{
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_open (trial->ledger, DAY);
  g_autoptr (GError) error = NULL;

  trial->act->run (desk, trial->output, &error);
  g_assert_no_error (error);
  return arrears_test_desk_dump (desk);
}

/* After a crash the act can be done, with the result that it would have had. */
static void
assert_goes_on (const Trial *trial)
{
  g_autofree char *dump = act_and_dump (trial);

  g_assert_cmpstr (dump, ==, trial->after);
}

/* TRUE where the child ended before that moment came. */
static gboolean
crash_at (const Trial *trial, int moment)
{
  gboolean is_done;
  int status;
  pid_t child;

  start_anew (trial);
  child = fork ();
  if (child == 0)
    {
      moments_left = moment;
      watch_writes ();
      act_in_child (trial);
    }
  status = wait_for (child);
  is_done = WIFEXITED (status) && WEXITSTATUS (status) == 0;
  g_assert_true (is_done || (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL));
  if (has_happened (trial))
    return is_done;
  g_assert_false (is_done);
  /* A letter that the ledger does not know is never seen. */
  g_assert_false (g_file_test (trial->output, G_FILE_TEST_EXISTS));
  assert_goes_on (trial);
  return FALSE;
}

static void
make_base (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsDesk) desk
      = arrears_desk_create (path, arrears_test_day (DAY), arrears_test_desk_read_clock, &error);
  g_autoptr (GBytes) preview = NULL;

  g_assert_no_error (error);
  arrears_test_desk_set_company (desk);
  arrears_test_desk_add_customers (desk, "0001,清泉茶行,30,B\n");
  arrears_test_desk_add_invoices (desk, "0001,A-1,2026-08-01,2026-09-01,1000,,\n"
                                        "0001,A-2,2026-09-01,2026-10-01,800,,\n");
  /* Children then find the fonts opened. */
  preview = arrears_letter_preview (desk, arrears_test_desk_find (desk, "0001"), NULL, &error);
  g_assert_no_error (error);
}

static char *
dump_ledger (const Trial *trial)
{
  g_autoptr (ArrearsDesk) desk = arrears_test_desk_open (trial->ledger, DAY);

  return arrears_test_desk_dump (desk);
}

static void
begin_trial (Trial *trial, const Act *act)
{
  trial->act = act;
  trial->folder = arrears_test_folder_new ();
  trial->base = arrears_test_folder_get_path (trial->folder, "base.arrears");
  trial->ledger = arrears_test_folder_get_path (trial->folder, "a.arrears");
  trial->output = arrears_test_folder_get_path (trial->folder, "letter.pdf");
  make_base (trial->base);
  start_anew (trial);
  trial->before = dump_ledger (trial);
  start_anew (trial);
  trial->after = act_and_dump (trial);
  g_assert_cmpstr (trial->before, !=, trial->after);
}

static void
end_trial (Trial *trial)
{
  g_free (trial->before);
  g_free (trial->after);
  arrears_test_folder_free (trial->folder);
}

static void
test_a_crash_leaves_all_or_nothing (gconstpointer user_data)
{
  const Act *act = user_data;
  Trial trial;
  int moment = 1;

  begin_trial (&trial, act);
  while (!crash_at (&trial, moment))
    moment += g_test_rand_int_range (1, act->most_skipped + 1);
  g_assert_cmpint (moment, >, 1);
  g_test_message ("%d moments", moment);
  end_trial (&trial);
}

/* TRUE where the room was enough. */
static gboolean
act_with_room (const Trial *trial, rlim_t room)
{
  int status;
  pid_t child;

  start_anew (trial);
  child = fork ();
  if (child == 0)
    {
      const struct rlimit limit = { room, room };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      act_in_child (trial);
    }
  status = wait_for (child);
  g_assert_true (WIFEXITED (status));
  g_test_message ("%s with room for %d bytes: %d", trial->act->name, (int) room,
                  WEXITSTATUS (status));
  if (WEXITSTATUS (status) == 0)
    {
      g_assert_true (has_happened (trial));
      return TRUE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 4);
  g_assert_false (has_happened (trial));
  g_assert_false (g_file_test (trial->output, G_FILE_TEST_EXISTS));
  assert_goes_on (trial);
  return FALSE;
}

static void
test_a_full_disk_leaves_all_or_nothing (gconstpointer user_data)
{
  Trial trial;
  rlim_t room = 0;

  begin_trial (&trial, user_data);
  while (!act_with_room (&trial, room))
    room += (rlim_t) g_test_rand_int_range (1, 60000);
  g_assert_cmpuint (room, >, 0);
  end_trial (&trial);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *crash
          = g_strdup_printf ("/interruption/a-crash-leaves-all-of-a-%s-or-nothing", acts[i].name);
      g_autofree char *full = g_strdup_printf (
          "/interruption/a-full-disk-leaves-all-of-a-%s-or-nothing", acts[i].name);

      g_test_add_data_func (crash, &acts[i], test_a_crash_leaves_all_or_nothing);
      g_test_add_data_func (full, &acts[i], test_a_full_disk_leaves_all_or_nothing);
    }
  return g_test_run ();
}
