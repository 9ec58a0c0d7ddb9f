/* print-samples.c: prints sample letters into a directory, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-demand-letter.h"
#include "sample-demand.h"

static void
print_letter (ArrearsFontSet *fonts, const char *directory, const char *name,
              ArrearsDemand *demand, const ArrearsLetterStyle *style)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages;
  g_autoptr (GBytes) letter
    = arrears_demand_letter_write (demand, style, fonts, &n_pages, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (letter, NULL), (gssize) g_bytes_get_size (letter),
                       &error);
  g_assert_no_error (error);
  g_print ("%s: %u pages, %zu bytes\n", path, n_pages, g_bytes_get_size (letter));
}

static void
print_statutory (ArrearsFontSet *fonts, const char *directory)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new ();
  SampleItem item = { .number = "XS-2025-00317", .fapiao = "25332000000123456789",
                      .issued_on = "2025-03-12", .due_on = "2025-04-11", .amount = "86400" };
  ArrearsLetterStyle style = { .is_preview = TRUE };

  sample_demand_add (demand, &item);
  demand->number[0] = '\0';
  print_letter (fonts, directory, "statutory.pdf", demand, &style);
}

static void
print_agreed (ArrearsFontSet *fonts, const char *directory)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new ();
  g_autoptr (ArrearsContract) contract = sample_demand_new_contract (1, "GH-2023-0618");
  g_autoptr (GBytes) seal = sample_demand_new_seal ();
  SampleItem items[] = {
    { .number = "XS-2025-00101", .fapiao = "25332000000123450001", .delivery = "SH250110",
      .delivered_on = "2025-01-10", .issued_on = "2025-01-12", .due_on = "2025-02-09",
      .amount = "120000", .paid = "50000", .paid_on = "2025-03-31", .terms = "daily:0.0005",
      .contract = contract },
    { .number = "XS-2025-00148", .fapiao = "25332000000123450048", .delivery = "SH250221",
      .delivered_on = "2025-02-21", .issued_on = "2025-02-25", .due_on = "2025-03-23",
      .amount = "66150", .terms = "daily:0.0005", .contract = contract },
    { .number = "XS-2025-00203", .fapiao = "25332000000123450203", .delivery = "SH250402",
      .delivered_on = "2025-04-02", .issued_on = "2025-04-03", .due_on = "2025-05-02",
      .amount = "50300.50", .terms = "daily:0.0005", .contract = contract },
  };
  ArrearsLetterStyle style = { .seal = seal };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    sample_demand_add (demand, &items[i]);
  print_letter (fonts, directory, "agreed.pdf", demand, &style);
}

static void
print_many (ArrearsFontSet *fonts, const char *directory, guint n_items, const char *name)
{
  g_autoptr (ArrearsDemand) demand = sample_demand_new_with_items (n_items);
  g_autoptr (GBytes) seal = sample_demand_new_seal ();
  ArrearsLetterStyle style = { .seal = seal };

  print_letter (fonts, directory, name, demand, &style);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArrearsFontSet) fonts = arrears_font_set_new (&error);

  g_assert_no_error (error);
  if (argc != 2)
    {
      g_printerr ("Usage: print-samples DIRECTORY\n");
      return 2;
    }

  print_statutory (fonts, argv[1]);
  print_agreed (fonts, argv[1]);
  print_many (fonts, argv[1], 8, "eight.pdf");
  print_many (fonts, argv[1], 40, "forty.pdf");
  print_many (fonts, argv[1], 200, "two-hundred.pdf");
  return 0;
}
