/* test-pdf-text.c: text strings and dates as PDF writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-text.h"

static void
test_text_is_written_as_utf_16 (void)
{
  g_autofree char *han = arrears_pdf_text_from_utf8 ("欠款A");
  g_autofree char *rare = arrears_pdf_text_from_utf8 ("𠮷");
  g_autofree char *nothing = arrears_pdf_text_from_utf8 ("");

  g_assert_cmpstr (han, ==, "<FEFF6B206B3E0041>");
  g_assert_cmpstr (rare, ==, "<FEFFD842DFB7>");
  g_assert_cmpstr (nothing, ==, "<FEFF>");
}

static void
test_a_date_is_told_on_the_clock_of_the_place (void)
{
  g_autofree char *china = arrears_pdf_date_format (1709604930, 480);
  g_autofree char *greenwich = arrears_pdf_date_format (1709604930, 0);
  g_autofree char *newfoundland = arrears_pdf_date_format (1709604930, -210);

  g_assert_cmpstr (china, ==, "D:20240305101530+08'00'");
  g_assert_cmpstr (greenwich, ==, "D:20240305021530+00'00'");
  g_assert_cmpstr (newfoundland, ==, "D:20240304224530-03'30'");
  g_assert_null (arrears_pdf_date_format (G_MAXINT64, 0));
  g_assert_null (arrears_pdf_date_format (0, 24 * 60));
}

static void
test_dates_of_all_programs_are_read (void)
{
  static const struct
  {
    const char *text;
    gint64 unix_time;
  } cases[] = {
    { "D:20240305101530+08'00'", 1709604930 },
    { "D:20240305101530+08'00", 1709604930 },
    { "D:20240305101530+0800", 1709604930 },
    { "D:20240305101530+08", 1709604930 },
    { "20240305101530+08'00'", 1709604930 },
    { "D:20240304224530-03'30'", 1709604930 },
    { "D:20240305021530Z", 1709604930 },
    { "D:20240305021530Z00'00'", 1709604930 },
    { "D:20240305021530", 1709604930 },
    { "D:20240305", 1709596800 },
    { "D:2024", 1704067200 },
    { "D:19700101000000", 0 },
    { "D:19691231235959Z", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 unix_time = 7;

      g_test_message ("%s", cases[i].text);
      g_assert_true (arrears_pdf_date_parse (cases[i].text, &unix_time));
      g_assert_cmpint (unix_time, ==, cases[i].unix_time);
    }
}

static void
test_what_is_no_date_is_refused (void)
{
  static const char *const cases[] = {
    "",
    "D:",
    "D:202",
    "D:20241305",
    "D:20240230",
    "D:20240305101561",
    "D:2024030510153",
    "D:20240305101530+",
    "D:20240305101530+8",
    "D:20240305101530+24'00'",
    "D:20240305101530+08'60'",
    "D:20240305101530+08'00'x",
    "D:20240305101530 ",
    "2024-03-05",
    "D:20240305Zx",
    "D:00000101",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 unix_time = 7;

      g_test_message ("%s", cases[i]);
      g_assert_false (arrears_pdf_date_parse (cases[i], &unix_time));
      g_assert_cmpint (unix_time, ==, 7);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-text/text-is-written-as-utf-16", test_text_is_written_as_utf_16);
  g_test_add_func ("/pdf-text/a-date-is-told-on-the-clock-of-the-place",
                   test_a_date_is_told_on_the_clock_of_the_place);
  g_test_add_func ("/pdf-text/dates-of-all-programs-are-read", test_dates_of_all_programs_are_read);
  g_test_add_func ("/pdf-text/what-is-no-date-is-refused", test_what_is_no_date_is_refused);
  return g_test_run ();
}
