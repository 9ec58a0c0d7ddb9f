/* test-papers.c: which papers prove an invoice, and which of them are missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-papers.h"

#include "arrears-test-table.h"

/* "kind kind ..." */
static ArrearsPaperSet
read_vouchers (const char *text)
{
  g_auto (GStrv) kinds = g_strsplit (text, " ", -1);
  ArrearsPaperSet set = 0;

  for (gsize i = 0; *text != '\0' && kinds[i] != NULL; i++)
    set |= arrears_papers_get_for_voucher (kinds[i]);
  return set;
}

static char *
print_set (ArrearsPaperSet set)
{
  GString *text = g_string_new (NULL);

  for (guint paper = 0; paper < ARREARS_N_PAPERS; paper++)
    if (arrears_paper_set_has (set, paper))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              arrears_paper_to_word (paper));
  return g_string_free (text, FALSE);
}

static void
test_what_is_not_held_is_missing (void)
{
  g_autoptr (ArrearsTestTable) table = arrears_test_table_load_cases ("papers.tsv");

  for (guint i = 0; i < arrears_test_table_get_n_rows (table); i++)
    {
      ArrearsPapersHeld held = {
        .names_order = arrears_test_table_get (table, i, "order")[0] != '\0',
        .with_invoice = read_vouchers (arrears_test_table_get (table, i, "invoice")),
        .with_contract = read_vouchers (arrears_test_table_get (table, i, "contract")),
        .with_customer = read_vouchers (arrears_test_table_get (table, i, "customer")),
      };
      g_autofree char *missing = print_set (arrears_papers_find_missing (&held));

      arrears_test_table_announce (table, i);
      g_assert_cmpstr (missing, ==, arrears_test_table_get (table, i, "missing"));
    }
}

static void
test_each_paper_stands_in_a_group_of_the_evidence_list (void)
{
  static const char *const groups[ARREARS_N_PAPERS] = {
    [ARREARS_PAPER_CONTRACT] = "contract",
    [ARREARS_PAPER_ORDER] = "contract",
    [ARREARS_PAPER_DELIVERY] = "delivery",
    [ARREARS_PAPER_FAPIAO] = "invoice",
  };

  for (guint paper = 0; paper < ARREARS_N_PAPERS; paper++)
    g_assert_cmpstr (arrears_evidence_group_to_word (arrears_paper_get_group (paper)), ==,
                     groups[paper]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/papers/what-is-not-held-is-missing", test_what_is_not_held_is_missing);
  g_test_add_func ("/papers/each-paper-stands-in-a-group-of-the-evidence-list",
                   test_each_paper_stands_in_a_group_of_the_evidence_list);

  return g_test_run ();
}
