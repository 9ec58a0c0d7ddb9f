/* test-money.c: an amount of money
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-money.h"

#include "arrears-error.h"
#include "arrears-test-table.h"
#include "arrears-test-values.h"

#include <string.h>

enum
{
  N_RANDOM = 20000,
};

static void
assert_reads_as (const char *text, gint64 fen)
{
  g_autoptr (GError) error = NULL;
  ArrearsMoney money = ARREARS_MONEY_ZERO;

  arrears_money_parse (text, &money, &error);
  g_assert_no_error (error);
  g_assert_cmpint (money.fen, ==, fen);
}

static void
test_reads_what_people_and_programs_write (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("amounts.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *text = arrears_test_table_get (table, i, "text");
      const char *code = arrears_test_table_get (table, i, "error");
      ArrearsMoney money = arrears_money (42);

      arrears_test_table_announce (table, i);
      if (*code == '\0')
        {
          assert_reads_as (text,
                           g_ascii_strtoll (arrears_test_table_get (table, i, "fen"), NULL, 10));
          continue;
        }
      g_assert_false (arrears_money_parse (text, &money, &error));
      g_assert_cmpint (money.fen, ==, 42);
      arrears_test_assert_error (&error, code);
    }
}

static void
test_bytes_that_are_no_text_are_refused (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsMoney money;

  g_assert_false (arrears_money_parse ("12\xff", &money, &error));
  arrears_test_assert_error (&error, "AMOUNT_UNREADABLE");
}

static void
assert_refusal_says (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  ArrearsMoney money;

  g_assert_false (arrears_money_parse (text, &money, &error));
  g_assert_nonnull (strstr (error->message, text));
  g_assert_nonnull (strstr (error->message, expected));
}

static void
test_a_refusal_names_the_text_and_what_was_expected (void)
{
  assert_refusal_says ("abc", "1234.50");
  assert_refusal_says ("1.234", "two decimals");
  assert_refusal_says ("12,34.5", "third digit");
  assert_refusal_says ("99999999999999999999", "92233720368547758.07");
}

static char *
to_full_width (const char *text)
{
  GString *wide = g_string_new (NULL);

  for (; *text != '\0'; text++)
    g_string_append_unichar (wide, (gunichar) *text + 0xfee0);
  return g_string_free (wide, FALSE);
}

static void
test_reading_what_was_printed_gives_the_same_amount (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsMoney money = arrears_test_random_money ();
      g_autofree char *plain = arrears_money_to_string (money);
      g_autofree char *grouped = arrears_money_to_grouped (money);
      g_autofree char *with_sign = g_strconcat ("￥", grouped, NULL);
      g_autofree char *with_unit = g_strconcat (plain, "元", NULL);
      g_autofree char *wide = to_full_width (grouped);

      assert_reads_as (plain, money.fen);
      assert_reads_as (grouped, money.fen);
      assert_reads_as (with_sign, money.fen);
      assert_reads_as (with_unit, money.fen);
      assert_reads_as (wide, money.fen);
      if (money.fen < 0)
        {
          g_autofree char *in_parentheses = g_strdup_printf ("(%s)", grouped + 1);

          assert_reads_as (in_parentheses, money.fen);
        }
    }
}

static void
assert_printed (gint64 fen, const char *plain, const char *grouped)
{
  g_autofree char *as_plain = arrears_money_to_string (arrears_money (fen));
  g_autofree char *as_grouped = arrears_money_to_grouped (arrears_money (fen));

  g_assert_cmpstr (as_plain, ==, plain);
  g_assert_cmpstr (as_grouped, ==, grouped);
}

static void
test_prints_two_decimals_and_groups_of_three (void)
{
  assert_printed (0, "0.00", "0.00");
  assert_printed (5, "0.05", "0.05");
  assert_printed (-5, "-0.05", "-0.05");
  assert_printed (99999, "999.99", "999.99");
  assert_printed (100000, "1000.00", "1,000.00");
  assert_printed (-123456789, "-1234567.89", "-1,234,567.89");
  assert_printed (G_MAXINT64, "92233720368547758.07", "92,233,720,368,547,758.07");
  assert_printed (G_MININT64, "-92233720368547758.08", "-92,233,720,368,547,758.08");
}

static void
assert_words (const ArrearsTestTable *table, guint row)
{
  ArrearsMoney money = arrears_test_money (arrears_test_table_get (table, row, "amount"));
  g_autofree char *words = arrears_money_to_uppercase (money);

  arrears_test_table_announce (table, row);
  g_assert_cmpstr (words, ==, arrears_test_table_get (table, row, "uppercase"));
}

static void
test_words_follow_the_bank_rule (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("uppercase-amounts.csv");

  g_assert_cmpuint (arrears_test_table_get_n_rows (table), ==, 65);
  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      g_auto (GStrv) accepted = g_strsplit (arrears_test_table_get (table, i, "accepted"), "|", -1);

      assert_words (table, i);
      g_assert_true (g_strv_contains ((const char *const *) accepted,
                                      arrears_test_table_get (table, i, "uppercase")));
    }
}

static void
test_words_reach_as_far_as_amounts_do (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("uppercase-large.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    assert_words (table, i);
}

/* Reads words back in the simplest way: a place multiplies the digit before it, 万 what has come
 * since the last 亿, 亿 all that has come.
 */
static gint64
read_words (const char *words)
{
  static const char digits[] = "零壹贰叁肆伍陆柒捌玖";
  guint64 yi = 0, wan = 0, group = 0, digit = 0, fen = 0;
  gboolean is_negative = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      const char *place = strstr (digits, character);

      if (place != NULL)
        digit = (guint64) (place - digits) / 3;
      else if (g_str_equal (character, "负"))
        is_negative = TRUE;
      else if (g_str_equal (character, "角"))
        fen += digit * 10, digit = 0;
      else if (g_str_equal (character, "分"))
        fen += digit, digit = 0;
      else if (g_str_equal (character, "拾"))
        group += digit * 10, digit = 0;
      else if (g_str_equal (character, "佰"))
        group += digit * 100, digit = 0;
      else if (g_str_equal (character, "仟"))
        group += digit * 1000, digit = 0;
      else if (g_str_equal (character, "万"))
        wan = (group + digit) * 10000, group = digit = 0;
      else if (g_str_equal (character, "亿"))
        yi = (yi + wan + group + digit) * 100000000, wan = group = digit = 0;
      else if (g_str_equal (character, "元"))
        fen = (yi + wan + group + digit) * 100, digit = 0;
      else
        g_assert_cmpstr (character, ==, "整");
    }
  return (gint64) (is_negative ? 0 - fen : fen);
}

static void
test_words_say_the_amount_and_never_two_zeros (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsMoney money = arrears_test_random_money ();
      g_autofree char *words = NULL;

      if (g_test_rand_bit ())
        money.fen -= money.fen % (g_test_rand_bit () ? 1000000 : 100000000);
      words = arrears_money_to_uppercase (money);
      g_assert_cmpint (read_words (words), ==, money.fen);
      g_assert_null (strstr (words, "零零"));
      g_assert_null (strstr (words, "零万"));
      g_assert_null (strstr (words, "零亿"));
    }
}

static void
test_sums_that_do_not_fit_are_refused (void)
{
  ArrearsMoney most = arrears_money (G_MAXINT64);
  ArrearsMoney least = arrears_money (G_MININT64);
  ArrearsMoney fen = arrears_money (1);
  ArrearsMoney result = arrears_money (42);

  g_assert_false (arrears_money_add (most, fen, &result));
  g_assert_false (arrears_money_subtract (least, fen, &result));
  g_assert_false (arrears_money_subtract (ARREARS_MONEY_ZERO, least, &result));
  g_assert_cmpint (result.fen, ==, 42);

  g_assert_true (arrears_money_add (most, least, &result));
  g_assert_cmpint (result.fen, ==, -1);
  g_assert_true (arrears_money_subtract (fen, most, &result));
  g_assert_cmpint (result.fen, ==, -G_MAXINT64 + 1);
}

static void
test_a_sum_that_overflows_stays_as_it_was (void)
{
  g_autoptr (GError) error = NULL;
  ArrearsMoney sum = arrears_money (G_MAXINT64 - 1);

  g_assert_true (arrears_money_accumulate (&sum, arrears_money (1), &error));
  g_assert_no_error (error);
  g_assert_false (arrears_money_accumulate (&sum, arrears_money (1), &error));
  g_assert_cmpint (sum.fen, ==, G_MAXINT64);
  arrears_test_assert_error (&error, "AMOUNT_TOO_LARGE");
}

static void
test_adding_and_subtracting_are_inverse (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      ArrearsMoney a = arrears_test_random_money ();
      ArrearsMoney b = arrears_test_random_money ();
      __int128 exact = (__int128) a.fen + b.fen;
      ArrearsMoney sum, back;

      g_assert_cmpint (arrears_money_add (a, b, &sum),
                       ==,
                       exact >= G_MININT64 && exact <= G_MAXINT64);
      if (exact < G_MININT64 || exact > G_MAXINT64)
        continue;
      g_assert_true (arrears_money_subtract (sum, b, &back));
      g_assert_cmpint (arrears_money_compare (back, a), ==, 0);
    }
}

static void
test_amounts_are_ordered (void)
{
  ArrearsMoney low = arrears_money (G_MININT64);
  ArrearsMoney high = arrears_money (G_MAXINT64);

  g_assert_cmpint (arrears_money_compare (low, high), ==, -1);
  g_assert_cmpint (arrears_money_compare (high, low), ==, 1);
  g_assert_cmpint (arrears_money_compare (high, high), ==, 0);
  g_assert_cmpint (arrears_money_min (low, high).fen, ==, low.fen);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/reads-what-people-and-programs-write",
                   test_reads_what_people_and_programs_write);
  g_test_add_func ("/money/bytes-that-are-no-text-are-refused",
                   test_bytes_that_are_no_text_are_refused);
  g_test_add_func ("/money/a-refusal-names-the-text-and-what-was-expected",
                   test_a_refusal_names_the_text_and_what_was_expected);
  g_test_add_func ("/money/reading-what-was-printed-gives-the-same-amount",
                   test_reading_what_was_printed_gives_the_same_amount);
  g_test_add_func ("/money/prints-two-decimals-and-groups-of-three",
                   test_prints_two_decimals_and_groups_of_three);
  g_test_add_func ("/money/words-follow-the-bank-rule", test_words_follow_the_bank_rule);
  g_test_add_func ("/money/words-reach-as-far-as-amounts-do",
                   test_words_reach_as_far_as_amounts_do);
  g_test_add_func ("/money/words-say-the-amount-and-never-two-zeros",
                   test_words_say_the_amount_and_never_two_zeros);
  g_test_add_func ("/money/sums-that-do-not-fit-are-refused",
                   test_sums_that_do_not_fit_are_refused);
  g_test_add_func ("/money/a-sum-that-overflows-stays-as-it-was",
                   test_a_sum_that_overflows_stays_as_it_was);
  g_test_add_func ("/money/adding-and-subtracting-are-inverse",
                   test_adding_and_subtracting_are_inverse);
  g_test_add_func ("/money/amounts-are-ordered", test_amounts_are_ordered);

  return g_test_run ();
}
