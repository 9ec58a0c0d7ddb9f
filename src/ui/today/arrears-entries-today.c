/* arrears-entries-today.c: what is entered on the list of the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-entries-today.h"

#include "arrears-account-page.h"
#include "arrears-policies.h"
#include "arrears-today.h"
#include "arrears-words-policy.h"

#include <glib/gi18n-lib.h>

static const ArrearsEntryField complete_fields[] = {
  { "note", N_("What Was Done"), ARREARS_ENTRY_LONG_TEXT, TRUE,
                N_("Such as: called the manager, who will pay on Friday") },
    { "by", N_("Done By"), ARREARS_ENTRY_TEXT },
   };

static gboolean
prepare_complete (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error)
{
  g_autoptr (ArrearsAccountPage) page = arrears_account_page_load (
      desk, arrears_entry_values_get_number (values, "customer_id"), error);

  if (page == NULL)
    return FALSE;

  arrears_entry_values_set_text (values, ARREARS_ENTRY_SUBTITLE, page->account->name);
  arrears_entry_values_set_number (values, "stage", page->account->stage);
  arrears_entry_values_set_text (values, "by", arrears_desk_get_actor (desk));
  return TRUE;
}

/* What the stage asks for. */
static GPtrArray *
describe_complete (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  g_autoptr (GPtrArray) lines = arrears_entry_lines_new ();
  gint64 stage = arrears_entry_values_get_number (values, "stage");
  g_autoptr (ArrearsPolicyEntry) entry = arrears_policies_get_for_customer (
      desk, arrears_entry_values_get_number (values, "customer_id"), error);
  g_autofree char *actions = NULL;

  if (entry == NULL)
    return NULL;
  if (stage < 1 || stage > entry->policy.n_stages)
    return g_steal_pointer (&lines);

  actions = arrears_words_describe_actions (entry->policy.stages[stage - 1].actions);
  arrears_entry_lines_add (lines,
                           g_strdup_printf (_("%s asks for: %s"),
                                               arrears_words_get_for_policy_stage (
                                                   &entry->policy.stages[stage - 1], (int) stage),
                                               actions));
  return g_steal_pointer (&lines);
}

static gboolean
record_complete (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error)
{
  return arrears_today_complete (desk, arrears_entry_values_get_number (values, "customer_id"),
                                 arrears_entry_values_get_optional (values, "by"),
                                 arrears_entry_values_get_text (values, "note"), error);
}

const ArrearsEntry arrears_entry_complete_stage = {
  .name = "complete-stage",
  .heading = N_("Done at This Stage"),
                 .about = N_("The account leaves the list until it reaches the next stage."),
                              .save_label
                              = N_("_Done"),
                                    .failure
                                    = N_("It Was Not Recorded"), .fields = complete_fields,
                                          .n_fields = G_N_ELEMENTS (complete_fields),
                                          .prepare = prepare_complete,
                                          .describe = describe_complete, .record = record_complete,
                                    };
