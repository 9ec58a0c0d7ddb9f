/* arrears-account-acts.c: what can be done with an account and what it holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-account-acts.h"

#include "arrears-account-row.h"
#include "arrears-contract.h"
#include "arrears-document.h"
#include "arrears-entries.h"
#include "arrears-invoice.h"
#include "arrears-log-entry.h"

#include <glib/gi18n-lib.h>

/* In the order of the menus. One without a subject is about the account. */
typedef struct
{
  const char *subject;
  const char *label;
  const ArrearsEntry *entry; /* or: */
  const char *action;
  gboolean begins_section; /* of the menu */
} Act;

static const Act acts[] = {
  { "invoice", N_("Record _Promise…"), &arrears_entry_promise },
  { "invoice", N_("Record _Dispute…"), &arrears_entry_dispute },
  { "invoice", N_("P_ause Collection…"), &arrears_entry_pause },
  { "invoice", N_("Split into _Instalments…"), &arrears_entry_split, NULL, TRUE },
  { "invoice", N_("Change D_ue Date…"), &arrears_entry_due_day },
  { "invoice", N_("Record _Cost…"), &arrears_entry_cost },
  { "invoice", N_("Credit _Note…"), &arrears_entry_credit_note, NULL, TRUE },
  { "invoice", N_("Write off the _Rest…"), &arrears_entry_write_off_cents },
  { "invoice", N_("Write off _Bad Debt…"), &arrears_entry_bad_debt },
  { "invoice", N_("Add _Voucher…"), NULL, "account.add-voucher", TRUE },
  { "invoice", N_("Limitation _Event…"), &arrears_entry_limitation_event },
  { "invoice", N_("_Guarantee…"), &arrears_entry_guarantee },
  { "invoice", N_("_How the Late Charge Came About…"), &arrears_entry_charge_steps, NULL, TRUE },
  { "invoice", N_("_Policy of the Invoice…"), &arrears_entry_invoice_policy },
  { "invoice", N_("V_oid Invoice…"), &arrears_entry_void_invoice },
  { "charge-left", N_("_Decide the Late Charge…"), &arrears_entry_charge_left },
  { "charge-left", N_("Add _Voucher…"), NULL, "account.add-voucher" },
  { "paid", N_("Add _Voucher…"), NULL, "account.add-voucher" },
  { "paid", N_("V_oid Invoice…"), &arrears_entry_void_invoice },
  { "receipt", N_("_Allocate Unapplied Money…"), &arrears_entry_allocate },
  { "receipt", N_("_Refund…"), &arrears_entry_refund },
  { "receipt", N_("V_oid Receipt…"), &arrears_entry_void_receipt },
  { "credit_note", N_("_Allocate Unapplied Money…"), &arrears_entry_allocate },
  { "credit_note", N_("V_oid Credit Note…"), &arrears_entry_void_receipt },
  { "write_off", N_("_Reinstate Debt…"), &arrears_entry_reinstate },
  { "promise", N_("_Withdraw Promise…"), &arrears_entry_withdraw_promise },
  { "dispute", N_("_Decide Dispute…"), &arrears_entry_end_dispute },
  { "pause", N_("_End Pause…"), &arrears_entry_end_pause },
  { "mark", N_("_Take Mark Away…"), &arrears_entry_end_mark },
  { "event", N_("V_oid Limitation Event…"), &arrears_entry_void_event },
  { "guarantee", N_("_End Guarantee…"), &arrears_entry_end_guarantee },
  { "papers", N_("Add _Voucher…"), NULL, "account.add-voucher" },
  { "voucher", N_("_Open"), NULL, "account.open-voucher" },
  { "voucher", N_("_Save As…"), NULL, "account.export-voucher" },
  { "voucher", N_("_Withdraw Voucher…"), &arrears_entry_end_voucher },
  { "contract", N_("_Edit Contract…"), NULL, "account.edit-contract" },
  { "contract", N_("Add _Voucher…"), NULL, "account.add-voucher" },
  { "document", N_("_Open Letter…"), NULL, "account.open-document" },
  { "contact", N_("_Correct…"), &arrears_entry_correct_contact },
  { "contact", N_("_Attach…"), NULL, "account.add-voucher" },
  { "log", N_("_Attach…"), NULL, "account.add-voucher" },
  { NULL, NULL, &arrears_entry_promise },
  { NULL, NULL, &arrears_entry_dispute },
  { NULL, NULL, &arrears_entry_pause },
  { NULL, NULL, &arrears_entry_blacklist },
  { NULL, NULL, &arrears_entry_bad_faith },
  { NULL, NULL, &arrears_entry_credit_hold },
  { NULL, NULL, &arrears_entry_override },
  { NULL, NULL, &arrears_entry_lateness },
  { NULL, NULL, &arrears_entry_credit },
  { NULL, NULL, &arrears_entry_owner },
  { NULL, NULL, &arrears_entry_policy },
  { NULL, NULL, &arrears_entry_credit_note },
  { NULL, NULL, &arrears_entry_allocate },
  { NULL, NULL, &arrears_entry_limitation_event },
  { NULL, NULL, &arrears_entry_guarantee },
  { NULL, NULL, &arrears_entry_contact },
  { NULL, NULL, &arrears_entry_person },
  { NULL, NULL, &arrears_entry_stop_person },
};

static const char *
get_subject_of_entry (ArrearsLogEntry *entry)
{
  if (g_str_equal (entry->kind, ARREARS_LOG_CONTACT)
      || g_str_equal (entry->kind, ARREARS_LOG_CONTACT_CORRECTED))
    return "contact";
  return "log";
}

static const char *
get_subject_of_invoice (ArrearsInvoice *invoice)
{
  if (*invoice->ended_how != '\0')
    return "";
  if (invoice->open.fen > 0)
    return "invoice";
  return invoice->charge.fen > 0 ? "charge-left" : "paid";
}

const char *
arrears_account_acts_get_subject (ArrearsRecord *record)
{
  if (ARREARS_IS_INVOICE (record))
    return get_subject_of_invoice ((ArrearsInvoice *) record);
  if (ARREARS_IS_ACCOUNT_ROW (record))
    return ((ArrearsAccountRow *) record)->subject;
  if (ARREARS_IS_CONTRACT (record))
    return "contract";
  if (ARREARS_IS_DOCUMENT (record))
    return "document";
  if (ARREARS_IS_LOG_ENTRY (record))
    return get_subject_of_entry ((ArrearsLogEntry *) record);
  return "";
}

gint64
arrears_account_acts_get_id (ArrearsRecord *record)
{
  gint64 id = 0;

  if (*arrears_account_acts_get_subject (record) != '\0')
    g_object_get (record, "id", &id, NULL);
  return id;
}

static gboolean
is_of (const Act *act, const char *subject)
{
  return act->subject != NULL && g_str_equal (act->subject, subject);
}

static void
append_item (GMenu *menu, const Act *act, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_(act->label), NULL);

  if (act->entry != NULL)
    g_menu_item_set_action_and_target (item, "account.act", "(sx)", act->entry->name, id);
  else
    g_menu_item_set_action_and_target (item, act->action, "(sx)", act->subject, id);
  g_menu_append_item (menu, item);
}

GMenuModel *
arrears_account_acts_make_menu (ArrearsRecord *record)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;
  const char *subject = arrears_account_acts_get_subject (record);
  gint64 id = arrears_account_acts_get_id (record);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (!is_of (&acts[i], subject))
        continue;
      if (section == NULL || acts[i].begins_section)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      append_item (section, &acts[i], id);
    }
  return section != NULL ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}

const ArrearsEntry *
arrears_account_acts_find (const char *name, gboolean *is_of_record)
{
  const ArrearsEntry *entry = NULL;

  *is_of_record = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (acts[i].entry != NULL && g_str_equal (acts[i].entry->name, name))
      {
        entry = acts[i].entry;
        *is_of_record = *is_of_record && acts[i].subject != NULL;
      }
  return entry;
}

gboolean
arrears_account_acts_fits (const char *name, ArrearsRecord *record)
{
  const char *subject = arrears_account_acts_get_subject (record);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (acts[i].entry != NULL && is_of (&acts[i], subject)
        && g_str_equal (acts[i].entry->name, name))
      return TRUE;
  return FALSE;
}
