/* test-ledger-register.c: entries of registers, as they stood on any day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-charge-decision.h"
#include "arrears-cost.h"
#include "arrears-crossing.h"
#include "arrears-dispute.h"
#include "arrears-guarantee.h"
#include "arrears-ledger-register.h"
#include "arrears-limitation-event.h"
#include "arrears-mark.h"
#include "arrears-pause.h"
#include "arrears-promise.h"
#include "arrears-test-ledger.h"
#include "arrears-test-values.h"

typedef struct
{
  ArrearsLedger *ledger;
  gint64 customer_id;
  gint64 invoice_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = arrears_test_ledger_create (NULL);
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-01-01"));
  fixture->customer_id = arrears_test_ledger_add_customer (fixture->ledger, "1", "清泉茶行");
  fixture->invoice_id = arrears_test_ledger_add_invoice (fixture->ledger, fixture->customer_id, "A",
                                                         "2024-01-01", "2024-01-31", "100");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  arrears_test_ledger_assert_sound (fixture->ledger);
  arrears_ledger_close (fixture->ledger);
}

static const char *
choose_text (const char *type, const char *field)
{
  static const char *const words[][3] = {
    { "ArrearsChargeDecision", "kind", "waive" }, { "ArrearsLimitationEvent", "kind", "demand" },
    { "ArrearsLimitationEvent", "proof", "B" },   { "ArrearsGuarantee", "kind", "joint" },
    { "ArrearsMark", "kind", "credit_hold" },     { "ArrearsPause", "kind", "hardship" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], type) && g_str_equal (words[i][1], field))
      return words[i][2];
  return "文字";
}

/* An entry with something in every field that is read on entering. */
static gpointer
make_entry (Fixture *fixture, GType type)
{
  ArrearsRecord *entry = arrears_record_new (type);
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (entry, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      gpointer member = arrears_record_get_member (entry, &fields[i]);

      if (g_str_has_prefix (fields[i].name, "ended_"))
        continue;
      if (g_str_equal (fields[i].name, "customer_id"))
        *(gint64 *) member = fixture->customer_id;
      else if (g_str_equal (fields[i].name, "invoice_id"))
        *(gint64 *) member = fixture->invoice_id;
      else if (fields[i].kind == ARREARS_FIELD_TEXT)
        arrears_record_set_text (member, choose_text (g_type_name (type), fields[i].name));
      else if (fields[i].kind == ARREARS_FIELD_DAY)
        *(ArrearsDay *) member = arrears_test_day (
            g_str_equal (fields[i].name, "from_on") ? "2024-02-01" : "2024-02-20");
      else if (fields[i].kind == ARREARS_FIELD_MONEY)
        *(ArrearsMoney *) member = arrears_test_money ("12.34");
      else if (fields[i].kind == ARREARS_FIELD_INTEGER)
        *(int *) member = 2;
    }
  return entry;
}

/* What the ledger sets on entering. */
static void
complete (gpointer entry, gint64 id)
{
  gsize n_fields;
  const ArrearsField *fields = arrears_record_get_fields (entry, &n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      gpointer member = arrears_record_get_member (entry, &fields[i]);

      if (g_str_equal (fields[i].name, "id"))
        *(gint64 *) member = id;
      else if (g_str_equal (fields[i].name, "recorded_on"))
        *(ArrearsDay *) member = arrears_test_day ("2024-02-10");
      else if (g_str_equal (fields[i].name, "customer_code"))
        arrears_record_set_text (member, "1");
      else if (g_str_equal (fields[i].name, "customer_name"))
        arrears_record_set_text (member, "清泉茶行");
      else if (g_str_equal (fields[i].name, "invoice_number"))
        arrears_record_set_text (member, "A");
    }
}

static guint
count (Fixture *fixture, GType type, ArrearsRegisterState state, const char *as_of)
{
  g_autoptr (GPtrArray) entries = arrears_ledger_load_register (
      fixture->ledger, type, fixture->customer_id, state, arrears_test_day (as_of), NULL);

  return entries->len;
}

static GType (*const types[]) (void) = {
  arrears_charge_decision_get_type,
  arrears_cost_get_type,
  arrears_crossing_get_type,
  arrears_dispute_get_type,
  arrears_guarantee_get_type,
  arrears_limitation_event_get_type,
  arrears_mark_get_type,
  arrears_pause_get_type,
  arrears_promise_get_type,
};

/* Entered on 2024-02-10 for the first of the month, ended on the 15th. */
static void
test_entry_lives_between_its_days (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GType type = types[i]();
      g_autoptr (ArrearsRecord) entry = make_entry (fixture, type);
      const char *how = type == ARREARS_TYPE_DISPUTE     ? "rejected"
                        : type == ARREARS_TYPE_GUARANTEE ? "claimed"
                        : type == ARREARS_TYPE_PROMISE   ? "withdrawn"
                                                         : "voided";
      g_autoptr (ArrearsRecord) found = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id;

      arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-10"));
      id = arrears_ledger_enter (fixture->ledger, entry, &error);
      g_assert_no_error (error);
      arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-15"));
      g_assert_true (arrears_ledger_end_entry (fixture->ledger, type, id, how, "了结", &error));
      g_assert_false (arrears_ledger_end_entry (fixture->ledger, type, id, how, "", &error));
      g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND);

      complete (entry, id);
      found = arrears_ledger_load_entry (fixture->ledger, type, id, arrears_test_day ("2024-02-14"),
                                         NULL);
      arrears_test_ledger_assert_equal (found, entry);
      g_assert_cmpuint (count (fixture, type, ARREARS_REGISTER_ALL, "2024-02-09"), ==, 0);
      g_assert_cmpuint (count (fixture, type, ARREARS_REGISTER_STANDING, "2024-02-10"), ==, 1);
      g_assert_cmpuint (count (fixture, type, ARREARS_REGISTER_STANDING, "2024-02-15"), ==, 0);
      g_assert_cmpuint (count (fixture, type, ARREARS_REGISTER_ALL, "2024-02-15"), ==, 1);
    }
}

static void
test_crossing_is_entered_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ArrearsRecord) entry = make_entry (fixture, ARREARS_TYPE_CROSSING);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (arrears_ledger_enter (fixture->ledger, entry, NULL), ==, 1);
  g_assert_cmpint (arrears_ledger_enter (fixture->ledger, entry, &error), ==, 0);
  g_assert_error (error, ARREARS_ERROR, ARREARS_ERROR_DUPLICATE);
}

/* No more is contested of an invoice than is open of it. */
static void
test_invoice_tells_what_is_disputed (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *as_of, *disputed;
  } cases[] = {
    { "2024-02-09", "0" }, { "2024-02-10", "90" }, { "2024-02-12", "30" }, { "2024-02-15", "0" }
  };
  g_autoptr (ArrearsDispute) entry = make_entry (fixture, ARREARS_TYPE_DISPUTE);
  gint64 receipt_id;

  entry->amount = arrears_test_money ("90");
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-10"));
  g_assert_cmpint (arrears_ledger_enter (fixture->ledger, entry, NULL), ==, 1);
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-12"));
  receipt_id
      = arrears_test_ledger_add_receipt (fixture->ledger, fixture->customer_id, "2024-02-12", "70");
  arrears_test_ledger_allocate (fixture->ledger, receipt_id, fixture->invoice_id, "2024-02-12",
                                "70");
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-15"));
  g_assert_true (
      arrears_ledger_end_entry (fixture->ledger, ARREARS_TYPE_DISPUTE, 1, "rejected", "", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
          fixture->ledger, "A", arrears_test_day (cases[i].as_of), NULL);

      g_assert_cmpint (invoice->disputed.fen, ==, arrears_test_money (cases[i].disputed).fen);
    }
}

static void
test_invoice_tells_whether_it_rests (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *as_of;
    gboolean is_paused;
  } cases[] = {
    { "2024-02-09", FALSE }, { "2024-02-10", TRUE }, { "2024-02-19", TRUE }, { "2024-02-20", FALSE }
  };
  g_autoptr (ArrearsPause) entry = make_entry (fixture, ARREARS_TYPE_PAUSE);

  entry->invoice_id = 0;
  arrears_ledger_set_day (fixture->ledger, arrears_test_day ("2024-02-10"));
  g_assert_cmpint (arrears_ledger_enter (fixture->ledger, entry, NULL), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ArrearsInvoice) invoice = arrears_ledger_find_invoice (
          fixture->ledger, "A", arrears_test_day (cases[i].as_of), NULL);

      g_assert_cmpint (invoice->is_paused, ==, cases[i].is_paused);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/ledger-register/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("an-entry-lives-between-its-days", test_entry_lives_between_its_days);
  ADD ("a-crossing-is-entered-once", test_crossing_is_entered_once);
  ADD ("an-invoice-tells-what-is-disputed-of-it", test_invoice_tells_what_is_disputed);
  ADD ("an-invoice-tells-whether-it-rests", test_invoice_tells_whether_it_rests);
#undef ADD
  return g_test_run ();
}
