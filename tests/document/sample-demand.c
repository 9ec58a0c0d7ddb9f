/* sample-demand.c: demands to print, and a seal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-demand.h"

#include "arrears-test-published.h"
#include "arrears-test-values.h"

#include <math.h>
#include <png.h>

enum
{
  SEAL_SIDE = 300,
};

ArrearsDemand *
sample_demand_new (void)
{
  ArrearsDemand *demand = arrears_demand_new ();

  demand->creditor = arrears_company_new ();
  arrears_record_set_text (&demand->creditor->name, "杭州青禾文具用品有限公司");
  arrears_record_set_text (&demand->creditor->uscc, "91330106MA2AXKQ24E");
  arrears_record_set_text (&demand->creditor->address, "杭州市西湖区文三路188号3幢502室");
  arrears_record_set_text (&demand->creditor->phone, "0571-8800 1234");
  arrears_record_set_text (&demand->creditor->contact, "李会计");
  arrears_record_set_text (&demand->creditor->bank, "中国工商银行杭州文三支行");
  arrears_record_set_text (&demand->creditor->bank_account, "1202026619900123456");

  demand->debtor = arrears_customer_new ();
  arrears_record_set_text (&demand->debtor->name, "宁波海曙晨光办公服务有限公司");
  arrears_record_set_text (&demand->debtor->uscc, "91330203MA2CJ8Q47D");
  arrears_record_set_text (&demand->debtor->address, "宁波市海曙区中山西路1120号8楼");
  arrears_record_set_text (&demand->debtor->contact, "张经理");
  arrears_record_set_text (&demand->debtor->phone, "13800001234");

  g_free (demand->number);
  demand->number = g_strdup ("催-2025-0012");
  demand->issued_on = arrears_test_day ("2025-07-01");
  demand->as_of = arrears_test_day ("2025-06-30");
  demand->pay_by = arrears_test_day ("2025-07-15");
  demand->dispute_by = arrears_test_day ("2025-07-11");
  demand->lpr_table_end = arrears_test_day ("2025-06-20");
  return demand;
}

ArrearsContract *
sample_demand_new_contract (gint64 id, const char *number)
{
  ArrearsContract *contract = arrears_contract_new ();

  contract->id = id;
  contract->signed_on = arrears_test_day ("2023-06-18");
  arrears_record_set_text (&contract->title, "购销合同");
  arrears_record_set_text (&contract->number, number);
  arrears_record_set_text (&contract->charge_clause, "8.2");
  return contract;
}

static ArrearsDay
read_day (const char *text)
{
  return text != NULL ? arrears_test_day (text) : ARREARS_DAY_NONE;
}

static ArrearsInvoice *
make_invoice (const ArrearsDemand *demand, const SampleItem *item)
{
  ArrearsInvoice *invoice = arrears_invoice_new ();

  invoice->id = demand->lines->len + 1;
  arrears_record_set_text (&invoice->number, item->number);
  arrears_record_set_text (&invoice->fapiao_number, item->fapiao);
  arrears_record_set_text (&invoice->order_number, item->order);
  arrears_record_set_text (&invoice->delivery_number, item->delivery);
  if (item->contract != NULL)
    arrears_record_set_text (&invoice->contract_number, item->contract->number);
  invoice->issued_on = read_day (item->issued_on);
  invoice->delivered_on = read_day (item->delivered_on);
  invoice->due_on = read_day (item->due_on);
  invoice->amount = arrears_test_money (item->amount);
  invoice->open = invoice->amount;
  if (item->paid != NULL)
    invoice->open.fen -= arrears_test_money (item->paid).fen;
  invoice->days_overdue = arrears_day_count (invoice->due_on, demand->as_of);
  return invoice;
}

static void
compute_charge (ArrearsDemandLine *line, const ArrearsDemand *demand, const SampleItem *item)
{
  g_autoptr (ArrearsRateTable) lpr = arrears_test_published_load_rates ("lpr_1y.csv");
  g_autoptr (ArrearsRateTable) benchmark = arrears_test_published_load_rates ("benchmark_1y.csv");
  ArrearsRateTables tables = { lpr, benchmark };
  ArrearsChargePayment payment = { .on = read_day (item->paid_on) };
  ArrearsChargeCase charge_case = { .amount = line->invoice->amount,
                                    .due_on = line->invoice->due_on,
                                    .until = demand->as_of,
                                    .payments = &payment,
                                    .n_payments = item->paid_on != NULL };
  g_autoptr (GError) error = NULL;

  if (item->paid != NULL)
    payment.amount = arrears_test_money (item->paid);
  arrears_late_charge_compute (&charge_case, &line->terms, &tables, &line->charge, &error);
  g_assert_no_error (error);
}

void
sample_demand_add (ArrearsDemand *demand, const SampleItem *item)
{
  ArrearsDemandLine line = { .invoice = make_invoice (demand, item) };
  g_autoptr (GError) error = NULL;

  line.terms = arrears_charge_terms_get_statutory ();
  if (item->terms != NULL)
    arrears_charge_terms_parse (item->terms, &line.terms, &error);
  g_assert_no_error (error);
  if (item->cap != NULL)
    arrears_rate_parse (item->cap, &line.terms.cap, &error);
  g_assert_no_error (error);

  line.contract = item->contract != NULL ? g_object_ref (item->contract) : NULL;
  line.is_agreed = item->contract != NULL && item->terms != NULL;
  compute_charge (&line, demand, item);
  arrears_demand_take_line (demand, &line, &error);
  g_assert_no_error (error);
}

ArrearsDemand *
sample_demand_new_with_items (guint n_items)
{
  ArrearsDemand *demand = sample_demand_new ();

  for (guint i = 0; i < n_items; i++)
    {
      ArrearsDay due_on = arrears_day_add_days (demand->as_of, -200 + (int) (i * 180 / n_items));
      g_autofree char *number = g_strdup_printf ("XS-2025-%05u", 101 + i * 7);
      g_autofree char *fapiao = g_strdup_printf ("253320000001%08u", 23456789 + i * 3571);
      g_autofree char *due = arrears_day_to_string (due_on);
      g_autofree char *issued = arrears_day_to_string (arrears_day_add_days (due_on, -30));
      g_autofree char *amount = g_strdup_printf ("%u.%02u", 1200 + i * 937 % 48000, i * 13 % 100);
      SampleItem item = {
        .number = number, .fapiao = fapiao, .issued_on = issued, .due_on = due, .amount = amount
      };

      sample_demand_add (demand, &item);
    }
  return demand;
}

/* A five-pointed star: inside where fewer than two of its edges are passed. */
static gboolean
is_in_star (double x, double y, double radius)
{
  int n_outside = 0;

  for (int i = 0; i < 5; i++)
    {
      double angle = G_PI / 2 + G_PI + i * 2 * G_PI / 5;

      n_outside += x * cos (angle) - y * sin (angle) > radius * cos (2 * G_PI / 5);
    }
  return n_outside < 2;
}

GBytes *
sample_demand_new_seal (void)
{
  g_autofree guint8 *pixels = g_malloc0 ((gsize) SEAL_SIDE * SEAL_SIDE * 4);
  png_image image = {
    .version = PNG_IMAGE_VERSION, .width = SEAL_SIDE, .height = SEAL_SIDE, .format = PNG_FORMAT_RGBA
  };
  g_autofree guint8 *file = NULL;
  png_alloc_size_t length = 0;

  for (int y = 0; y < SEAL_SIDE; y++)
    for (int x = 0; x < SEAL_SIDE; x++)
      {
        double u = x - SEAL_SIDE / 2.0 + 0.5, v = y - SEAL_SIDE / 2.0 + 0.5;
        double radius = hypot (u, v);
        guint8 *pixel = pixels + ((gsize) y * SEAL_SIDE + x) * 4;

        if ((radius < 148 && radius > 140) || is_in_star (u, v, 48))
          {
            pixel[0] = 0xd0;
            pixel[3] = 0xff;
          }
      }

  g_assert_true (png_image_write_to_memory (&image, NULL, &length, 0, pixels, 0, NULL));
  file = g_malloc (length);
  g_assert_true (png_image_write_to_memory (&image, file, &length, 0, pixels, 0, NULL));
  return g_bytes_new_take (g_steal_pointer (&file), length);
}
