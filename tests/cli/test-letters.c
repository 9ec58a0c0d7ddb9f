/* test-letters.c: receiving payments, issuing letters and checking them from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "arrears-test-cli.h"

typedef struct
{
  ArrearsTestCli *cli;
  const char *password;
  const char *identity;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->cli = arrears_test_cli_new ();
  fixture->password = arrears_test_cli_put (fixture->cli, "password", "梧桐-2026-秋\r\n");
  fixture->identity = arrears_test_cli_get_path (fixture->cli, "own.p12");
  arrears_test_cli_put_shop (fixture->cli);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_free (arrears_test_cli_expect (fixture->cli, 0, "verify", NULL));
  arrears_test_cli_free (fixture->cli);
}

static void
make_identity (Fixture *fixture)
{
  g_free (arrears_test_cli_expect (fixture->cli, 0, "identity", "new", fixture->identity, "--name",
                                   "杭州青禾食品商行（示例）", "--password-file", fixture->password,
                                   NULL));
}

static void
assert_refused (ArrearsTestRun *run, int status, const char *part)
{
  g_assert_cmpint (run->status, ==, status);
  g_assert_cmpstr (run->out, ==, "");
  if (strstr (run->err, part) == NULL)
    g_error ("expected “%s” in: %s", part, run->err);
}

static void
test_a_payment_says_what_it_paid (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer = arrears_test_cli_ask (fixture->cli, 0, "pay", "0002", "--amount",
                                                      "1,785.14", "--on", "2026-11-19", NULL);
  JsonObject *payment = json_node_get_object (answer);
  JsonArray *parts = json_object_get_array_member (payment, "allocated");

  arrears_test_cli_assert_members (payment, "allocated unapplied receipt left");
  g_assert_cmpstr (json_object_get_string_member (payment, "unapplied"), ==, "0.00");
  g_assert_cmpuint (json_array_get_length (parts), ==, 2);
  arrears_test_cli_assert_members (json_array_get_object_element (parts, 0),
                                   "invoice amount part order");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (parts, 0), "invoice"), ==,
      "XS000327");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (parts, 1), "amount"), ==,
      "100.00");
}

static void
test_the_payer_may_name_the_invoice (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (JsonNode) answer
      = arrears_test_cli_ask (fixture->cli, 0, "pay", "0002", "--amount", "100", "--on",
                              "2026-11-19", "--invoice", "XS000357", "--reference", "T1", NULL);
  JsonObject *part = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (answer), "allocated"), 0);

  g_assert_cmpstr (json_object_get_string_member (part, "invoice"), ==, "XS000357");
}

static void
test_payments_that_cannot_be_are_refused (Fixture *fixture, gconstpointer user_data)
{
  static const struct
  {
    const char *code;
    const char *amount;
    const char *on;
    const char *invoice;
    const char *part;
  } cases[] = {
    { "0404", "100", "2026-11-19", "", "0404" },
    { "0002", "0", "2026-11-19", "", "0.00" },
    { "0002", "x", "2026-11-19", "", "--amount" },
    { "0002", "100", "2026-11-21", "", "2026-11-21" },
    { "0002", "100", "yesterday", "", "--on" },
    { "0002", "100", "2026-11-19", "XS999999", "XS999999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsTestRun) run
          = arrears_test_cli_run (fixture->cli, "pay", cases[i].code, "--amount", cases[i].amount,
                                  "--on", cases[i].on, "--invoice", cases[i].invoice, NULL);

      assert_refused (run, 1, cases[i].part);
    }
}

static void
test_a_signed_letter_is_written_and_verifies (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_get_path (fixture->cli, "letter.pdf");
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (JsonNode) verdict = NULL;
  JsonObject *letter;
  g_autofree char *contents = NULL;
  g_autofree char *sha256 = NULL;
  gsize length;

  make_identity (fixture);
  answer = arrears_test_cli_ask (fixture->cli, 0, "letter", "0010", "--kind", "demand", "--sign",
                                 fixture->identity, "--password-file", fixture->password, "-o",
                                 path, NULL);
  letter = json_node_get_object (answer);
  arrears_test_cli_assert_members (letter,
                                   "number file sha256 pages signed claimed late_charge pay_by");
  g_assert_cmpstr (json_object_get_string_member (letter, "number"), ==, "CK-2026-0016");
  g_assert_cmpstr (json_object_get_string_member (letter, "file"), ==, path);
  g_assert_true (json_object_get_boolean_member (letter, "signed"));
  g_assert_cmpint (json_object_get_int_member (letter, "pages"), >=, 1);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
  g_assert_cmpstr (json_object_get_string_member (letter, "sha256"), ==, sha256);

  verdict = arrears_test_cli_ask (fixture->cli, 0, "verify", path, NULL);
  arrears_test_cli_assert_members (json_node_get_object (verdict), "ok faults");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (verdict), "ok"));
}

static void
assert_file_verdict (Fixture *fixture, const char *path, int status)
{
  g_autoptr (JsonNode) verdict = arrears_test_cli_ask (fixture->cli, status, "verify", path, NULL);
  JsonObject *object = json_node_get_object (verdict);

  g_assert_false (json_object_get_boolean_member (object, "ok"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "faults")), ==, 1);
}

static void
test_an_altered_letter_is_found_out (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_get_path (fixture->cli, "letter.pdf");
  const char *longer = arrears_test_cli_get_path (fixture->cli, "longer.pdf");
  g_autofree char *contents = NULL;
  gsize length;

  make_identity (fixture);
  g_free (arrears_test_cli_expect (fixture->cli, 0, "letter", "0010", "--kind", "demand", "--sign",
                                   fixture->identity, "--password-file", fixture->password, "-o",
                                   path, NULL));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[length / 3] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  assert_file_verdict (fixture, path, 3);

  contents[length / 3] ^= 1;
  contents = g_realloc (contents, length + 8);
  memcpy (contents + length, "\n% more\n", 8);
  g_assert_true (g_file_set_contents (longer, contents, (gssize) length + 8, NULL));
  assert_file_verdict (fixture, longer, 3);
}

static void
test_a_letter_without_a_signature_does_not_verify (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_get_path (fixture->cli, "letter.pdf");
  const char *text = arrears_test_cli_put (fixture->cli, "notes.txt", "notes");
  g_autoptr (ArrearsTestRun) no_pdf = NULL;
  g_autoptr (ArrearsTestRun) no_file = NULL;

  g_free (arrears_test_cli_expect (fixture->cli, 0, "letter", "0010", "--kind", "demand", "-o",
                                   path, NULL));
  assert_file_verdict (fixture, path, 1);
  no_pdf = arrears_test_cli_run (fixture->cli, "verify", text, NULL);
  assert_refused (no_pdf, 1, "arrears-cli: ");
  no_file = arrears_test_cli_run (fixture->cli, "verify",
                                  arrears_test_cli_get_path (fixture->cli, "none.pdf"), NULL);
  assert_refused (no_file, 1, "none.pdf");
}

static void
test_letters_that_may_not_go_out_are_refused (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_get_path (fixture->cli, "letter.pdf");
  const char *other = arrears_test_cli_get_path (fixture->cli, "other.pdf");
  g_autoptr (ArrearsTestRun) reminder = arrears_test_cli_run (
      fixture->cli, "letter", "0010", "--kind", "postcard", "-o", path, NULL);
  g_autoptr (ArrearsTestRun) unknown
      = arrears_test_cli_run (fixture->cli, "letter", "0404", "--kind", "demand", "-o", path, NULL);
  g_autoptr (ArrearsTestRun) taken = NULL;
  g_autoptr (ArrearsTestRun) too_soon = NULL;
  g_autoptr (JsonNode) with_reason = NULL;

  assert_refused (reminder, 1, "postcard");
  assert_refused (unknown, 1, "0404");
  g_free (arrears_test_cli_expect (fixture->cli, 0, "letter", "0010", "--kind", "demand", "-o",
                                   path, NULL));
  taken
      = arrears_test_cli_run (fixture->cli, "letter", "0007", "--kind", "demand", "-o", path, NULL);
  assert_refused (taken, 1, "letter.pdf");
  too_soon = arrears_test_cli_run (fixture->cli, "letter", "0010", "--kind", "demand", "-o", other,
                                   NULL);
  assert_refused (too_soon, 1, "seven days");
  with_reason = arrears_test_cli_ask (fixture->cli, 0, "letter", "0010", "--kind", "demand", "-o",
                                      other, "--reason", "改寄新地址", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (with_reason), "number"), ==,
                   "CK-2026-0017");
}

static void
test_a_wrong_password_signs_nothing (Fixture *fixture, gconstpointer user_data)
{
  const char *path = arrears_test_cli_get_path (fixture->cli, "letter.pdf");
  const char *wrong = arrears_test_cli_put (fixture->cli, "wrong", "mistaken");
  g_autoptr (ArrearsTestRun) run = NULL;

  make_identity (fixture);
  run = arrears_test_cli_run (fixture->cli, "letter", "0010", "--kind", "demand", "--sign",
                              fixture->identity, "--password-file", wrong, "-o", path, NULL);
  assert_refused (run, 1, "password");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer user_data))
{
  g_autofree char *path = g_strconcat ("/cli-letters/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("a-payment-says-what-it-paid", test_a_payment_says_what_it_paid);
  add ("the-payer-may-name-the-invoice", test_the_payer_may_name_the_invoice);
  add ("payments-that-cannot-be-are-refused", test_payments_that_cannot_be_are_refused);
  add ("a-signed-letter-is-written-and-verifies", test_a_signed_letter_is_written_and_verifies);
  add ("an-altered-letter-is-found-out", test_an_altered_letter_is_found_out);
  add ("a-letter-without-a-signature-does-not-verify",
       test_a_letter_without_a_signature_does_not_verify);
  add ("letters-that-may-not-go-out-are-refused", test_letters_that_may_not_go_out_are_refused);
  add ("a-wrong-password-signs-nothing", test_a_wrong_password_signs_nothing);
  return g_test_run ();
}
