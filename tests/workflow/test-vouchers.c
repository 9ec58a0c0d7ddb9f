/* test-vouchers.c: files kept with the books, byte for byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "arrears-test-desk.h"
#include "arrears-test-values.h"
#include "arrears-vouchers.h"

/* As much of a PDF and of a JPEG file as says what they are. */
#define PDF "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
static const guint8 jpeg[] = { 0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0 };

typedef struct
{
  ArrearsTestFolder *folder;
  ArrearsDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->folder = arrears_test_folder_new ();
  fixture->desk = arrears_test_desk_new (fixture->folder, "a.arrears", "2026-03-01");
  arrears_test_desk_add_customers (fixture->desk, "0001,清泉茶行,30,B\n0002,好又多便利店,30,B\n");
  arrears_test_desk_add_invoices (fixture->desk, "0001,XS-1,2026-01-01,2026-02-01,10000,,HT-1\n"
                                                 "0001,XS-2,2026-02-10,2026-03-12,500,,\n"
                                                 "0002,XS-3,2026-01-01,2026-01-31,300,,\n");
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  arrears_test_desk_assert_sound (fixture->desk);
  g_clear_object (&fixture->desk);
  arrears_test_folder_free (fixture->folder);
}

static ArrearsVoucher *
make_voucher (Fixture *fixture, const char *kind, const char *name)
{
  ArrearsVoucher *voucher = arrears_voucher_new ();

  voucher->customer_id = arrears_test_desk_find (fixture->desk, "0001");
  arrears_record_set_text (&voucher->kind, kind);
  arrears_record_set_text (&voucher->name, name);
  return voucher;
}

static gint64
find_invoice (Fixture *fixture, const char *number)
{
  g_autoptr (ArrearsInvoice) invoice = arrears_test_desk_load_invoice (fixture->desk, number);

  return invoice->id;
}

/* Keeps something with an invoice, or with the customer of 0001 where it is NULL. */
static ArrearsVoucher *
add (Fixture *fixture, const char *kind, const char *invoice, const char *content)
{
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, kind, "scan.pdf");
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  ArrearsVoucher *added;

  if (invoice != NULL)
    {
      g_autoptr (ArrearsInvoice) found = arrears_test_desk_load_invoice (fixture->desk, invoice);

      voucher->customer_id = found->customer_id;
      voucher->invoice_id = found->id;
    }
  added = arrears_vouchers_add (fixture->desk, voucher, bytes, &error);
  g_assert_no_error (error);
  return added;
}

static const char *
write_file (Fixture *fixture, const char *name, gconstpointer content, gsize length)
{
  const char *path = arrears_test_folder_get_path (fixture->folder, name);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  return path;
}

static void
test_a_file_is_kept_and_comes_back_byte_for_byte (Fixture *fixture, gconstpointer user_data)
{
  const char *path = write_file (fixture, "送货单.jpg", jpeg, sizeof jpeg);
  const char *copy = arrears_test_folder_get_path (fixture->folder, "copy.jpg");
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "delivery_note", "");
  g_autoptr (ArrearsVoucher) added = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  ArrearsVoucher *kept;
  gsize length;

  voucher->invoice_id = find_invoice (fixture, "XS-1");
  added = arrears_vouchers_add_file (fixture->desk, voucher, path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  list = arrears_vouchers_list (fixture->desk, voucher->customer_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  kept = g_ptr_array_index (list, 0);
  g_assert_cmpstr (kept->name, ==, "送货单.jpg");
  g_assert_cmpstr (kept->media_type, ==, "image/jpeg");
  g_assert_cmpstr (kept->invoice_number, ==, "XS-1");
  g_assert_cmpint (kept->n_bytes, ==, sizeof jpeg);
  arrears_vouchers_export (fixture->desk, kept->id, copy, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (copy, &content, &length, NULL));
  g_assert_cmpmem (content, length, jpeg, sizeof jpeg);
  g_assert_false (arrears_vouchers_export (fixture->desk, kept->id, copy, &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS);
}

static void
test_what_it_is_is_seen_from_its_bytes (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *media_type;
  } cases[] = {
    { "contract.pdf", PDF, "application/pdf" },
    { "contract.jpg", PDF, "application/pdf" },
    { "notes.txt", "送货单已签收", "text/plain" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "other", cases[i].name);
      g_autoptr (ArrearsVoucher) added = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].content, strlen (cases[i].content));
      g_autoptr (GError) error = NULL;

      voucher->invoice_id = i == 1 ? find_invoice (fixture, "XS-2") : 0;
      added = arrears_vouchers_add (fixture->desk, voucher, bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (added->media_type, ==, cases[i].media_type);
    }
}

static void
test_the_log_bears_the_hash (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsVoucher) added = add (fixture, "contract", NULL, PDF);
  g_autofree char *logged = arrears_test_desk_ask (
      fixture->desk, "SELECT subject || ': ' || note FROM log_entry WHERE kind = 'voucher-added'");
  g_autofree char *expected = g_strdup_printf ("scan.pdf: %s contract", added->sha256);

  g_assert_cmpstr (g_strchomp (logged), ==, expected);
}

static void
tamper (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Verifying finds one fault that names `part`, after the file was edited behind the program. */
static void
assert_tampering_is_found (const char *sql, const char *part)
{
  Fixture fixture = { 0 };
  g_autoptr (ArrearsVoucher) added = NULL;
  g_auto (GStrv) faults = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_named = FALSE;

  set_up (&fixture, NULL);
  added = add (&fixture, "contract", NULL, PDF);
  path = g_strdup (arrears_desk_get_path (fixture.desk));
  g_clear_object (&fixture.desk);
  tamper (path, sql);
  fixture.desk = arrears_test_desk_open (path, "2026-03-01");
  faults = arrears_desk_verify (fixture.desk, &error);
  g_assert_no_error (error);
  for (guint i = 0; faults[i] != NULL; i++)
    is_named = is_named || strstr (faults[i], part) != NULL;
  if (!is_named)
    g_error ("no fault names %s: %s", part, faults[0]);
  g_clear_object (&fixture.desk);
  arrears_test_folder_free (fixture.folder);
}

static void
test_verifying_finds_what_was_changed (void)
{
  /* The bytes; the bytes and with them their hash; all of it. */
  assert_tampering_is_found ("DROP TRIGGER voucher_bytes_stay; "
                             "UPDATE voucher_bytes SET bytes = zeroblob (length (bytes))",
                             "voucher 1");
  assert_tampering_is_found (
      "DROP TRIGGER voucher_bytes_stay; UPDATE voucher_bytes SET sha256 = printf ('%064d', 1); "
      "UPDATE voucher SET sha256 = printf ('%064d', 1)",
      "voucher 1");
  assert_tampering_is_found ("DELETE FROM voucher", "scan.pdf");
}

static void
assert_refused (Fixture *fixture, ArrearsVoucher *voucher, const char *path, ArrearsError code)
{
  g_autofree char *before = arrears_test_desk_dump (fixture->desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (arrears_vouchers_add_file (fixture->desk, voucher, path, &error));
  g_assert_error (error, ARREARS_ERROR, (int) code);
  after = arrears_test_desk_dump (fixture->desk);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_cannot_be_kept_is_refused (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "contract", "");
  g_autoptr (ArrearsVoucher) unknown = make_voucher (fixture, "letter", "");
  g_autoptr (ArrearsVoucher) other = make_voucher (fixture, "fapiao", "");
  g_autoptr (ArrearsVoucher) twofold = make_voucher (fixture, "fapiao", "");
  const char *path = write_file (fixture, "a.pdf", PDF, strlen (PDF));

  assert_refused (fixture, voucher, write_file (fixture, "empty.pdf", "", 0),
                  ARREARS_ERROR_FILE_EMPTY);
  assert_refused (fixture, voucher, arrears_test_folder_get_path (fixture->folder, "gone.pdf"),
                  ARREARS_ERROR_NOT_FOUND);
  assert_refused (fixture, voucher, arrears_test_folder_get_path (fixture->folder, "."),
                  ARREARS_ERROR_FORMAT);
  assert_refused (fixture, unknown, path, ARREARS_ERROR_WORD_UNKNOWN);
  other->invoice_id = find_invoice (fixture, "XS-3");
  assert_refused (fixture, other, path, ARREARS_ERROR_NOT_FOUND);
  twofold->invoice_id = find_invoice (fixture, "XS-1");
  twofold->log_entry_id = 1;
  assert_refused (fixture, twofold, path, ARREARS_ERROR_REFUSED);
  voucher->customer_id = 99;
  assert_refused (fixture, voucher, path, ARREARS_ERROR_NOT_FOUND);
}

/* A file of this many bytes that takes no room. */
static const char *
make_sparse_file (Fixture *fixture, const char *name, gsize length)
{
  const char *path = write_file (fixture, name, "", 0);

  g_assert_cmpint (truncate (path, (off_t) length), ==, 0);
  return path;
}

static void
test_fifty_megabytes_are_kept_and_no_byte_more (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsVoucher) voucher = make_voucher (fixture, "photo", "");
  g_autoptr (ArrearsVoucher) added = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, voucher,
                  make_sparse_file (fixture, "large.jpg", ARREARS_VOUCHER_MOST_BYTES + 1),
                  ARREARS_ERROR_FILE_TOO_LARGE);
  added = arrears_vouchers_add_file (
      fixture->desk, voucher, make_sparse_file (fixture, "most.jpg", ARREARS_VOUCHER_MOST_BYTES),
      &error);
  g_assert_no_error (error);
  bytes = arrears_vouchers_load_bytes (fixture->desk, added->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, ARREARS_VOUCHER_MOST_BYTES);
}

static void
test_the_same_file_is_kept_once_with_each_thing (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsVoucher) first = add (fixture, "delivery_note", "XS-1", "note");
  g_autoptr (ArrearsVoucher) second = add (fixture, "delivery_note", "XS-2", "note");
  g_autoptr (ArrearsVoucher) again = make_voucher (fixture, "photo", "");

  g_assert_cmpstr (first->sha256, ==, second->sha256);
  again->invoice_id = find_invoice (fixture, "XS-1");
  assert_refused (fixture, again, write_file (fixture, "note.jpg", "note", 4),
                  ARREARS_ERROR_FILE_KEPT);
}

static void
test_a_mistaken_one_is_ended_and_its_bytes_stay (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsVoucher) voucher = add (fixture, "contract", NULL, PDF);
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) then = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  arrears_test_desk_set_day (fixture->desk, "2026-03-05");
  g_assert_false (arrears_vouchers_end (fixture->desk, voucher->id, "mistaken", "", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (arrears_vouchers_end (fixture->desk, voucher->id, "lost", "why", &error));
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN);
  g_clear_error (&error);
  arrears_vouchers_end (fixture->desk, voucher->id, "mistaken", "别家的合同", &error);
  g_assert_no_error (error);
  now = arrears_vouchers_list (fixture->desk, voucher->customer_id, &error);
  g_assert_cmpuint (now->len, ==, 0);
  bytes = arrears_vouchers_load_bytes (fixture->desk, voucher->id, &error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen (PDF));
  arrears_test_desk_set_day (fixture->desk, "2026-03-04");
  then = arrears_vouchers_list (fixture->desk, voucher->customer_id, &error);
  g_assert_cmpuint (then->len, ==, 1);
}

/* What all open invoices lack, as "XS-1 contract delivery, ..." . */
static void
assert_missing (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = arrears_vouchers_load_missing (fixture->desk, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < missing->len; i++)
    {
      ArrearsInvoicePapers *papers = g_ptr_array_index (missing, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", papers->invoice_number);
      for (guint paper = 0; paper < ARREARS_N_PAPERS; paper++)
        if (arrears_paper_set_has ((ArrearsPaperSet) papers->missing, paper))
          g_string_append_printf (text, " %s", arrears_paper_to_word (paper));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_papers_come_in_one_by_one (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (ArrearsVoucher) fapiao = NULL;
  g_autoptr (ArrearsVoucher) note = NULL;
  g_autoptr (ArrearsVoucher) contract = NULL;
  g_autoptr (GError) error = NULL;

  assert_missing (fixture, "XS-1 contract delivery fapiao, XS-2 contract delivery fapiao, "
                           "XS-3 contract delivery fapiao");
  arrears_test_desk_set_day (fixture->desk, "2026-03-02");
  fapiao = add (fixture, "fapiao", "XS-1", "fapiao");
  note = add (fixture, "receipt_slip", "XS-1", "slip");
  assert_missing (fixture, "XS-1 contract, XS-2 contract delivery fapiao, "
                           "XS-3 contract delivery fapiao");
  arrears_test_desk_set_day (fixture->desk, "2026-03-03");
  contract = add (fixture, "contract", NULL, "framework contract");
  assert_missing (fixture, "XS-2 delivery fapiao, XS-3 contract delivery fapiao");
  arrears_test_desk_set_day (fixture->desk, "2026-03-04");
  arrears_vouchers_end (fixture->desk, note->id, "replaced", "看不清", &error);
  g_assert_no_error (error);
  assert_missing (fixture, "XS-1 delivery, XS-2 delivery fapiao, XS-3 contract delivery fapiao");
  arrears_test_desk_set_day (fixture->desk, "2026-03-03");
  assert_missing (fixture, "XS-2 delivery fapiao, XS-3 contract delivery fapiao");
}

static void
test_gaps_are_counted_account_by_account (Fixture *fixture, gconstpointer user_data)
{
  gint64 ids[] = { arrears_test_desk_find (fixture->desk, "0002"),
                   arrears_test_desk_find (fixture->desk, "0001") };
  g_autoptr (ArrearsVoucher) fapiao = add (fixture, "fapiao", "XS-1", "fapiao");
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const ArrearsVoucherGaps *first;

  gaps = arrears_vouchers_list_gaps (fixture->desk, ids, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gaps->len, ==, 2);
  first = &g_array_index (gaps, ArrearsVoucherGaps, 0);
  g_assert_cmpint (first->customer_id, ==, ids[1]);
  g_assert_cmpint (first->n_invoices, ==, 1); /* XS-2 is not due */
  g_assert_cmpuint (first->missing, ==,
                    1u << ARREARS_PAPER_CONTRACT | 1u << ARREARS_PAPER_DELIVERY);
  none = arrears_vouchers_list_gaps (fixture->desk, NULL, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/vouchers/a-file-is-kept-and-comes-back-byte-for-byte",
       test_a_file_is_kept_and_comes_back_byte_for_byte);
  ADD ("/vouchers/what-it-is-is-seen-from-its-bytes", test_what_it_is_is_seen_from_its_bytes);
  ADD ("/vouchers/the-log-bears-the-hash", test_the_log_bears_the_hash);
  g_test_add_func ("/vouchers/verifying-finds-what-was-changed",
                   test_verifying_finds_what_was_changed);
  ADD ("/vouchers/what-cannot-be-kept-is-refused", test_what_cannot_be_kept_is_refused);
  ADD ("/vouchers/fifty-megabytes-are-kept-and-no-byte-more",
       test_fifty_megabytes_are_kept_and_no_byte_more);
  ADD ("/vouchers/the-same-file-is-kept-once-with-each-thing",
       test_the_same_file_is_kept_once_with_each_thing);
  ADD ("/vouchers/a-mistaken-one-is-ended-and-its-bytes-stay",
       test_a_mistaken_one_is_ended_and_its_bytes_stay);
  ADD ("/vouchers/papers-come-in-one-by-one", test_papers_come_in_one_by_one);
  ADD ("/vouchers/gaps-are-counted-account-by-account", test_gaps_are_counted_account_by_account);

  return g_test_run ();
}
