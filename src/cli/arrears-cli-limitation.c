/* arrears-cli-limitation.c: commands on limitation and guarantees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-cli-measures.h"

#include "arrears-cli-output.h"
#include "arrears-limitation-watch.h"
#include "arrears-words-terms.h"

#include <glib/gi18n-lib.h>

/* A table shows people what a word means; programs get the word. */
static void
add_word (ArrearsCli *cli, JsonBuilder *builder, const char *member, ArrearsTermKind kind,
          const char *word)
{
  gboolean is_for_people = cli->format == ARREARS_FORMAT_TABLE;

  arrears_output_add_text (builder, member,
                           is_for_people ? arrears_words_get_for_term (kind, word) : word);
}

static void
add_link (ArrearsCli *cli, JsonBuilder *builder, const ArrearsLimitationLink *link)
{
  arrears_output_add_day (builder, "on", link->on);
  add_word (cli, builder, "kind", ARREARS_TERM_LIMITATION_CAUSE,
            arrears_limitation_cause_to_word (link->cause));
  arrears_output_add_text (builder, "proof", arrears_proof_to_word (link->proof));
  arrears_output_add_boolean (builder, "counts", link->effect == ARREARS_LIMITATION_COUNTS);
  add_word (cli, builder, "effect", ARREARS_TERM_LIMITATION_EFFECT,
            arrears_limitation_effect_to_word (link->effect));
  arrears_output_add_day (builder, "ends_on", link->ends_on);
  arrears_output_add_number (builder, "event",
                             link->source == ARREARS_LIMITATION_FROM_EVENT ? link->source_id : 0);
}

static void
add_chain (ArrearsCli *cli, JsonBuilder *builder, GArray *chain)
{
  json_builder_set_member_name (builder, "chain");
  json_builder_begin_array (builder);
  for (guint i = 0; i < chain->len; i++)
    {
      json_builder_begin_object (builder);
      add_link (cli, builder, &g_array_index (chain, ArrearsLimitationLink, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_item (ArrearsCli *cli, JsonBuilder *builder, ArrearsLimitationItem *item)
{
  ArrearsLimitationBand band = (ArrearsLimitationBand) item->band;

  json_builder_begin_object (builder);
  arrears_output_add_text (builder, "number", item->invoice_number);
  arrears_output_add_day (builder, "due_on", item->due_on);
  arrears_output_add_money (builder, "open", item->open);
  arrears_output_add_day (builder, "ends_on", item->ends_on);
  arrears_output_add_day (builder, "ends_on_after_203", item->ends_on_after_203);
  arrears_output_add_number (builder, "days_left", item->days_left);
  add_word (cli, builder, "band", ARREARS_TERM_LIMITATION_BAND,
            arrears_limitation_band_to_word (band));
  add_chain (cli, builder, item->chain);
  json_builder_end_object (builder);
}

static void
add_guarantee (ArrearsCli *cli, JsonBuilder *builder, ArrearsGuarantee *guarantee, ArrearsDay as_of)
{
  ArrearsDay ends_on = arrears_guarantee_get_ends_on (guarantee);
  ArrearsGuaranteeNeed need = arrears_guarantee_get_need (guarantee);

  json_builder_begin_object (builder);
  arrears_output_add_number (builder, "id", guarantee->id);
  arrears_output_add_text (builder, "guarantor", guarantee->guarantor);
  add_word (cli, builder, "kind", ARREARS_TERM_GUARANTEE_KIND, guarantee->kind);
  arrears_output_add_text (builder, "invoice", guarantee->invoice_number);
  arrears_output_add_money (builder, "amount", guarantee->amount);
  arrears_output_add_day (builder, "principal_due_on", guarantee->principal_due_on);
  arrears_output_add_number (builder, "months", guarantee->months);
  arrears_output_add_day (builder, "ends_on", ends_on);
  arrears_output_add_number (builder, "days_left", arrears_day_count (as_of, ends_on));
  arrears_output_add_text (builder, "needs", arrears_guarantee_need_to_word (need));
  json_builder_end_object (builder);
}

static void
add_limitation (ArrearsCli *cli, JsonBuilder *builder, ArrearsDesk *desk, GPtrArray *items,
                GPtrArray *guarantees)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);

  json_builder_begin_object (builder);
  arrears_output_add_day (builder, "as_of", as_of);
  arrears_output_add_day (builder, "calendar_ends_on",
                          arrears_calendar_get_end (arrears_desk_get_calendar (desk)));
  json_builder_set_member_name (builder, "invoices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_item (cli, builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "guarantees");
  json_builder_begin_array (builder);
  for (guint i = 0; i < guarantees->len; i++)
    add_guarantee (cli, builder, g_ptr_array_index (guarantees, i), as_of);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* What led to each end, as a table of its own. */
static void
print_chains (ArrearsCli *cli, GPtrArray *items)
{
  static const ArrearsColumn columns[] = {
    { "number", N_("Invoice"), FALSE },
    { "on", N_("Day"), FALSE },
    { "kind", N_("Event"), FALSE },
    { "proof", N_("Proof"), FALSE },
    { "effect", N_("Effect"), FALSE },
    { "ends_on", N_("Limitation ends"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      ArrearsLimitationItem *item = g_ptr_array_index (items, i);

      for (guint n = 0; n < item->chain->len; n++)
        {
          json_builder_begin_object (builder);
          arrears_output_add_text (builder, "number", item->invoice_number);
          add_link (cli, builder, &g_array_index (item->chain, ArrearsLimitationLink, n));
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
  arrears_output_print_list (cli, builder, NULL, columns);
}

static void
print_guarantees (ArrearsCli *cli, JsonBuilder *builder)
{
  static const ArrearsColumn columns[] = {
    { "id", N_("Guarantee"), TRUE },
    { "guarantor", N_("Guarantor"), FALSE },
    { "kind", N_("Kind"), FALSE },
    { "invoice", N_("Invoice"), FALSE },
    { "ends_on", N_("Ends"), FALSE },
    { "days_left", N_("Days left"), TRUE },
    { "needs", N_("Needed by then"), FALSE },
    { NULL },
  };

  arrears_output_print_list (cli, builder, "guarantees", columns);
}

static void
print_limitation (ArrearsCli *cli, ArrearsDesk *desk, GPtrArray *items, GPtrArray *guarantees)
{
  static const ArrearsColumn columns[] = {
    { "number", N_("Invoice"), FALSE },
    { "due_on", N_("Due"), FALSE },
    { "open", N_("Open"), TRUE },
    { "ends_on", N_("Limitation ends"), FALSE },
    { "ends_on_after_203", N_("After Article 203"), FALSE },
    { "days_left", N_("Days left"), TRUE },
    { "band", N_("Warning"), FALSE },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_limitation (cli, builder, desk, items, guarantees);
  arrears_output_print_list (cli, builder, "invoices", columns);
  if (cli->format == ARREARS_FORMAT_JSON)
    return;
  print_chains (cli, items);
  if (guarantees->len > 0)
    print_guarantees (cli, builder);
}

int
arrears_command_limitation (ArrearsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) guarantees = NULL;
  g_autoptr (GError) error = NULL;
  gint64 customer_id;
  int status;

  if (!arrears_cli_parse (entries, "CODE", 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  desk = arrears_measure_open (cli, argv[1], &customer_id, &status);
  if (desk == NULL)
    return status;
  items = arrears_limitation_watch_load (desk, customer_id, &error);
  guarantees
      = items != NULL ? arrears_limitation_watch_load_guarantees (desk, customer_id, &error) : NULL;
  if (guarantees == NULL)
    return arrears_cli_fail (error);
  print_limitation (cli, desk, items, guarantees);
  return ARREARS_EXIT_DONE;
}

int
arrears_command_limitation_event (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  g_autofree char *proof = NULL;
  g_autofree char *new_due = NULL;
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, kind),
    ARREARS_MEASURE_OPTION (texts, on),
    { "proof", 0, 0, G_OPTION_ARG_STRING, &proof, NULL, NULL },
    ARREARS_MEASURE_OPTION (texts, invoice),
    ARREARS_MEASURE_OPTION (texts, until),
    { "new-due", 0, 0, G_OPTION_ARG_STRING, &new_due, NULL, NULL },
    ARREARS_MEASURE_OPTION (texts, note),
    { NULL },
  };
  const char *operands
      = "CODE --kind demand|payment|acknowledgement|agreement|suit|obstacle --on D "
        "--proof A..G [--invoice N] [--until D] [--new-due D] [--note N]";
  g_autoptr (ArrearsLimitationEvent) event = arrears_limitation_event_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (texts.kind == NULL || texts.on == NULL || proof == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_day ("--on", texts.on, &event->from_on, &status)
      || !arrears_measure_read_day ("--until", texts.until, &event->until_on, &status)
      || !arrears_measure_read_day ("--new-due", new_due, &event->new_due_on, &status))
    return status;
  arrears_record_set_text (&event->kind, texts.kind);
  arrears_record_set_text (&event->proof, proof);
  arrears_record_set_text (&event->invoice_number, texts.invoice);
  arrears_record_set_text (&event->note, texts.note);
  desk = arrears_measure_open (cli, argv[1], &event->customer_id, &status);
  if (desk == NULL)
    return status;
  id = arrears_limitation_watch_add_event (desk, event, &error);
  return arrears_measure_print_id (cli, id, error);
}

int
arrears_command_limitation_event_void (ArrearsCli *cli, int argc, char **argv)
{
  return arrears_measure_run_ending (cli, argc, argv, TRUE, arrears_limitation_watch_void_event);
}

int
arrears_command_guarantee (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  g_autofree char *guarantor = NULL;
  int months = 0;
  const GOptionEntry entries[] = {
    { "guarantor", 0, 0, G_OPTION_ARG_STRING, &guarantor, NULL, NULL },
    ARREARS_MEASURE_OPTION (texts, kind),
    ARREARS_MEASURE_OPTION (texts, due),
    { "months", 0, 0, G_OPTION_ARG_INT, &months, NULL, NULL },
    ARREARS_MEASURE_OPTION (texts, amount),
    ARREARS_MEASURE_OPTION (texts, invoice),
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, note),
    { NULL },
  };
  const char *operands = "CODE --guarantor NAME --kind general|joint --due D [--months N] "
                         "[--amount A] [--invoice N] [--on D] [--note N]";
  g_autoptr (ArrearsGuarantee) guarantee = arrears_guarantee_new ();
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 1, 1, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (guarantor == NULL || texts.kind == NULL || texts.due == NULL)
    return arrears_cli_fail_usage (argv[0], operands);
  if (!arrears_measure_read_day ("--due", texts.due, &guarantee->principal_due_on, &status)
      || !arrears_measure_read_amount ("--amount", texts.amount, &guarantee->amount, &status)
      || !arrears_measure_read_day ("--on", texts.on, &guarantee->from_on, &status))
    return status;
  guarantee->months = months;
  arrears_record_set_text (&guarantee->guarantor, guarantor);
  arrears_record_set_text (&guarantee->kind, texts.kind);
  arrears_record_set_text (&guarantee->invoice_number, texts.invoice);
  arrears_record_set_text (&guarantee->note, texts.note);
  desk = arrears_measure_open (cli, argv[1], &guarantee->customer_id, &status);
  if (desk == NULL)
    return status;
  id = arrears_limitation_watch_add_guarantee (desk, guarantee, &error);
  return arrears_measure_print_id (cli, id, error);
}

int
arrears_command_guarantee_end (ArrearsCli *cli, int argc, char **argv)
{
  g_auto (ArrearsMeasureTexts) texts = { 0 };
  const GOptionEntry entries[] = {
    ARREARS_MEASURE_OPTION (texts, on),
    ARREARS_MEASURE_OPTION (texts, note),
    { NULL },
  };
  const char *operands = "ID claimed|lapsed|released [--on D] [--note N]";
  ArrearsDay on = ARREARS_DAY_NONE;
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  if (!arrears_cli_parse (entries, operands, 2, 2, &argc, &argv))
    return ARREARS_EXIT_USAGE;
  if (!arrears_measure_read_id (argv[1], &id, &status)
      || !arrears_measure_read_day ("--on", texts.on, &on, &status))
    return status;
  desk = arrears_measure_open (cli, NULL, NULL, &status);
  if (desk == NULL)
    return status;
  if (!arrears_limitation_watch_end_guarantee (desk, id, argv[2], on, texts.note, &error))
    return arrears_cli_fail (error);
  return ARREARS_EXIT_DONE;
}
