/* arrears-ledger-checks.c: whether the entries of the ledger fit each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-checks.h"

#include "arrears-log-entry.h"

gboolean
arrears_ledger_check_invoices (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
      ledger, "check what is open of invoices",
      "SELECT printf ('invoice %s: %d fen are stored as open, its entries come to %d - %d',"
      "  number, open_fen, iif (ended_on = 0, amount_fen, 0), allocated)"
      " FROM (SELECT number, open_fen, ended_on, amount_fen,"
      "  (SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a WHERE a.invoice_id = i.id"
      "   AND a.part = 'principal' AND a.undone_on = 0) AS allocated FROM invoice i)"
      " WHERE iif (ended_on = 0, open_fen <> amount_fen - allocated OR allocated > amount_fen,"
      "  open_fen <> 0 OR allocated <> 0)",
      faults, error);
}

gboolean
arrears_ledger_check_instalments (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
             ledger, "check what invoices were split into",
             "SELECT printf ('invoice %s: %d fen were split into instalments of %d fen',"
             "  number, amount_fen, split) FROM (SELECT number, amount_fen,"
             "  (SELECT coalesce (sum (p.amount_fen), 0) FROM invoice p WHERE p.whole_id = i.id)"
             "  AS split FROM invoice i WHERE i.ended_on > 0 AND i.ended_how = 'split')"
             " WHERE split <> amount_fen",
             faults, error)
         && arrears_ledger_check_by_query (
             ledger, "check the instalments",
             "SELECT printf ('invoice %s is no instalment of the invoice %s', p.number, i.number)"
             " FROM invoice p CROSS JOIN invoice i ON i.id = p.whole_id"
             " WHERE p.whole_id IS NOT NULL"
             " AND (i.ended_how <> 'split' OR i.customer_id <> p.customer_id)",
             faults, error);
}

gboolean
arrears_ledger_check_receipts (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
      ledger, "check what is unapplied of receipts",
      "SELECT printf ('%s %d: %d fen are stored as unapplied, its entries come to %d - %d',"
      "  kind, id, unapplied_fen, iif (voided_on = 0, amount_fen, 0), allocated)"
      " FROM (SELECT kind, id, unapplied_fen, voided_on, amount_fen,"
      "  (SELECT coalesce (sum (a.amount_fen), 0) FROM allocation a WHERE a.receipt_id = r.id"
      "   AND a.undone_on = 0) AS allocated FROM receipt r)"
      " WHERE iif (voided_on = 0, unapplied_fen <> amount_fen - allocated"
      "  OR allocated > amount_fen, unapplied_fen <> 0 OR allocated <> 0)",
      faults, error);
}

gboolean
arrears_ledger_check_allocations (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
      ledger, "check the allocations",
      "SELECT printf ('allocation %d: the invoice %s and the receipt %d do not fit', a.id,"
      "  coalesce (i.number, '-'), r.id) FROM allocation a JOIN receipt r ON r.id = a.receipt_id"
      " LEFT JOIN invoice i ON i.id = a.invoice_id WHERE i.customer_id <> r.customer_id"
      " OR a.allocated_on < i.issued_on OR a.allocated_on < r.received_on OR a.amount_fen <= 0"
      " OR (a.undone_on = 0 AND (r.voided_on > 0 OR i.ended_on > 0))",
      faults, error);
}

gboolean
arrears_ledger_check_changes (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
      ledger, "check the changes",
      "SELECT printf ('change %d refers to a %s that is not there', id, subject) FROM change h"
      " WHERE (subject = 'customer' AND NOT EXISTS (SELECT 1 FROM customer"
      "   WHERE id = h.subject_id))"
      " OR (subject = 'contract' AND NOT EXISTS (SELECT 1 FROM contract"
      "   WHERE id = h.subject_id))"
      " OR (subject = 'invoice' AND NOT EXISTS (SELECT 1 FROM invoice WHERE id = h.subject_id))",
      faults, error);
}

gboolean
arrears_ledger_check_registers (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  static const char *const tables[] = { "charge_decision",  "cost",  "dispute", "guarantee",
                                        "limitation_event", "pause", "promise", "voucher" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT printf ('%s %%d: the invoice %%s is of another customer', e.id, i.number)"
          " FROM %s e JOIN invoice i ON i.id = e.invoice_id WHERE i.customer_id <> e.customer_id",
          tables[i], tables[i]);

      if (!arrears_ledger_check_by_query (ledger, "check the registers", sql, faults, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_voucher_rows (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return arrears_ledger_check_by_query (
             ledger, "check the vouchers",
             "SELECT printf ('voucher %d: what it is kept with is of another customer', v.id)"
             " FROM voucher v LEFT JOIN contract k ON k.id = v.contract_id"
             " LEFT JOIN log_entry l ON l.id = v.log_entry_id"
             " WHERE k.customer_id <> v.customer_id OR l.customer_id <> v.customer_id",
             faults, error)
         && arrears_ledger_check_by_query (
             ledger, "check the sizes of vouchers",
             "SELECT printf ('voucher %d: %d bytes were stored, there are %d', v.id, v.n_bytes,"
             "  length (b.bytes)) FROM voucher v JOIN voucher_bytes b ON b.sha256 = v.sha256"
             " WHERE v.n_bytes <> length (b.bytes)",
             faults, error);
}

/* The log names the hash of each voucher, and the chain vouches for the log: one that was removed,
 * or exchanged together with its hash, is found by it.
 */
gboolean
arrears_ledger_check_vouchers (ArrearsLedger *ledger, GPtrArray *faults, GError **error)
{
  return check_voucher_rows (ledger, faults, error)
         && arrears_ledger_check_hashes (
             ledger, "check the bytes of vouchers",
             "SELECT printf ('voucher %d', coalesce ((SELECT min (id) FROM voucher v"
             "  WHERE v.sha256 = b.sha256), 0)), sha256, bytes FROM voucher_bytes b",
             faults, error)
         && arrears_ledger_check_by_query (
             ledger, "check the vouchers against the log",
             "SELECT printf ('log entry %d names a voucher %s that is not there', l.id, l.subject)"
             " FROM log_entry l WHERE l.kind = '" ARREARS_LOG_VOUCHER_ADDED "'"
             " AND NOT EXISTS (SELECT 1 FROM voucher v WHERE v.sha256 = substr (l.note, 1, 64)"
             "  AND v.customer_id = l.customer_id)",
             faults, error);
}
