/* arrears-ledger-limitation.c: what the limitation of open invoices follows from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-ledger-limitation.h"

#include "arrears-ledger-private.h"
#include "arrears-open-items-private.h"
#include "arrears-query.h"

/* What a row of the query tells; the first is of the item itself. */
enum
{
  ROW_ITEM = 0,
  ROW_PAYMENT,
  ROW_PROMISE,
  ROW_LETTER,
  ROW_EVENT,
};

enum
{
  COLUMN_ITEM,
  COLUMN_ROW,
  COLUMN_SOURCE, /* of the item: its customer */
  COLUMN_ON,     /* of the item: its own due day */
  COLUMN_UNTIL,  /* of the item: the due day that counts */
  COLUMN_NEW_DUE,
  COLUMN_AMOUNT,
  COLUMN_KIND,  /* of the item: its number */
  COLUMN_PROOF, /* of the item: its customer's code; of a promise: the channel */
  COLUMN_NAME,
};

/* Invoices as they stood then; what is looked at apart may have nothing open. */
#define ITEMS_FROM(apart, source, condition)                                                       \
  "apart (id) AS MATERIALIZED (" apart "), "                                                       \
  "item AS MATERIALIZED (SELECT i.id, i.customer_id, i.whole_id, i.issued_on, i.due_on, "          \
  "i.open_fen FROM " source " WHERE " ARREARS_SQL_OPEN_NOW condition                               \
  "UNION ALL SELECT i.id, i.customer_id, i.whole_id, i.issued_on, " ARREARS_SQL_DUE_THEN           \
  ", " ARREARS_LEDGER_OPEN_THEN " FROM apart CROSS JOIN invoice i ON i.id = apart.id "             \
  "WHERE " ARREARS_LEDGER_INVOICE_COUNTS ") "

/* Of all, what may be near its end: due long ago, or by an agreement that moved its day back. */
#define OF_ALL                                                                                     \
  "WITH " ITEMS_FROM (ARREARS_SQL_CHANGED_SINCE                                                    \
                      "UNION SELECT i.id FROM limitation_event e CROSS JOIN invoice i "            \
                      "ON i.customer_id = e.customer_id AND i.open_fen > 0 "                       \
                      "WHERE e.new_due_on BETWEEN 1 AND :until ",                                  \
                      "invoice i INDEXED BY invoice_open", "AND i.due_on <= :until ")
#define OF_ONE                                                                                     \
  "WITH chosen (id) AS (SELECT :customer_id), " ITEMS_FROM (                                       \
      ARREARS_SQL_CHANGED_SINCE_OF_CHOSEN,                                                         \
      "chosen CROSS JOIN invoice i INDEXED BY invoice_open ON i.customer_id = chosen.id", "")
#define IS_OPEN "o.open_fen > 0 "

/* An invoice that was split is one debt: its instalments begin the period together, with the last
 * of them, and what interrupts one of them interrupts it for all (Civil Code 189, limitation
 * provisions 9).
 */
#define LAST_DUE                                                                                   \
  "coalesce ((SELECT max (" ARREARS_SQL_DUE_THEN ") FROM invoice i WHERE i.whole_id = o.whole_id " \
  "AND " ARREARS_LEDGER_INVOICE_COUNTS "), o.due_on)"
#define CONCERNS_ITEM                                                                              \
  "(e.invoice_id = o.id OR (e.invoice_id IS NULL AND o.issued_on <= e.from_on) "                   \
  "OR (o.whole_id > 0 AND (e.invoice_id = o.whole_id OR EXISTS (SELECT 1 FROM invoice s "          \
  "WHERE s.id = e.invoice_id AND s.whole_id = o.whole_id)))) "
#define KNOWN_THEN "e.from_on <= :as_of AND e.recorded_on <= :known_on "

#define ITEMS                                                                                      \
  "SELECT o.id, 0, o.customer_id, o.due_on, " LAST_DUE ", 0, o.open_fen, i.number, c.code, "       \
  "c.name FROM item o CROSS JOIN invoice i ON i.id = o.id "                                        \
  "CROSS JOIN customer c ON c.id = o.customer_id WHERE " IS_OPEN
#define MONEY                                                                                      \
  "CROSS JOIN receipt r ON r.id = a.receipt_id AND r.kind = 'receipt' "                            \
  "WHERE " IS_OPEN "AND " ARREARS_LEDGER_ALLOCATION_COUNTS
#define PAYMENTS                                                                                   \
  "SELECT DISTINCT o.id, 1, r.id, r.received_on, 0, 0, 0, '', '', '' FROM item o "                 \
  "CROSS JOIN allocation a ON a.invoice_id = o.id " MONEY
#define PAYMENTS_OF_OTHER_INSTALMENTS                                                              \
  "SELECT o.id, 1, r.id, r.received_on, 0, 0, 0, '', '', '' FROM item o "                          \
  "CROSS JOIN invoice s ON s.whole_id = o.whole_id AND s.id <> o.id "                              \
  "CROSS JOIN allocation a ON a.invoice_id = s.id " MONEY
#define PROMISES                                                                                   \
  "SELECT o.id, 2, e.id, e.from_on, 0, 0, 0, '', e.channel, '' FROM item o "                       \
  "CROSS JOIN promise e ON e.customer_id = o.customer_id WHERE " IS_OPEN "AND " CONCERNS_ITEM      \
  "AND " KNOWN_THEN "AND NOT (e.ended_how = 'withdrawn' AND e.ended_on <= :as_of) "
#define LETTERS                                                                                    \
  "SELECT o.id, 3, d.id, d.issued_on, 0, 0, 0, d.kind, '', '' FROM item o "                        \
  "CROSS JOIN document_invoice l ON l.invoice_id IN (o.id, o.whole_id) "                           \
  "CROSS JOIN document d ON d.id = l.document_id WHERE " IS_OPEN                                   \
  "AND d.kind IN ('reminder', 'notice', 'demand', 'final') AND d.issued_on <= :as_of "
#define EVENTS                                                                                     \
  "SELECT o.id, 4, e.id, e.from_on, e.until_on, e.new_due_on, 0, e.kind, e.proof, '' FROM item o " \
  "CROSS JOIN limitation_event e ON e.customer_id = o.customer_id WHERE " IS_OPEN                  \
  "AND " CONCERNS_ITEM "AND " KNOWN_THEN "AND (e.ended_on = 0 OR e.ended_on > :as_of) "

#define UNION " UNION ALL "
#define CHAINS                                                                                     \
  ITEMS UNION "SELECT * FROM (" PAYMENTS "UNION " PAYMENTS_OF_OTHER_INSTALMENTS                    \
              ")" UNION PROMISES UNION LETTERS UNION EVENTS "ORDER BY 1, 2"

static const char chains_of_all[] = OF_ALL CHAINS;
static const char chains_of_one[] = OF_ONE CHAINS;

static void
read_item (ArrearsLimitationItem *item, ArrearsQuery *query)
{
  item->invoice_id = arrears_query_get_integer (query, COLUMN_ITEM);
  item->customer_id = arrears_query_get_integer (query, COLUMN_SOURCE);
  item->due_on = arrears_query_get_day (query, COLUMN_ON);
  item->open = arrears_query_get_money (query, COLUMN_AMOUNT);
  arrears_record_set_text (&item->invoice_number, arrears_query_get_text (query, COLUMN_KIND));
  arrears_record_set_text (&item->customer_code, arrears_query_get_text (query, COLUMN_PROOF));
  arrears_record_set_text (&item->customer_name, arrears_query_get_text (query, COLUMN_NAME));
}

/* A letter that was issued has not arrived yet: its arrival is an event of its own. */
static gboolean
read_link (ArrearsLimitationLink *link, ArrearsQuery *query, GError **error)
{
  *link = (ArrearsLimitationLink) {
    .on = arrears_query_get_day (query, COLUMN_ON),
    .until = arrears_query_get_day (query, COLUMN_UNTIL),
    .new_due_on = arrears_query_get_day (query, COLUMN_NEW_DUE),
    .source_id = arrears_query_get_integer (query, COLUMN_SOURCE),
  };
  switch (arrears_query_get_integer (query, COLUMN_ROW))
    {
    case ROW_PAYMENT:
      link->cause = ARREARS_LIMITATION_PAYMENT;
      link->source = ARREARS_LIMITATION_FROM_RECEIPT;
      return TRUE;
    case ROW_PROMISE:
      link->cause = ARREARS_LIMITATION_ACKNOWLEDGEMENT;
      link->source = ARREARS_LIMITATION_FROM_PROMISE;
      link->proof = arrears_proof_get_for_channel (arrears_query_get_text (query, COLUMN_PROOF));
      return TRUE;
    case ROW_LETTER:
      link->cause = ARREARS_LIMITATION_DEMAND;
      link->source = ARREARS_LIMITATION_FROM_DOCUMENT;
      link->proof = ARREARS_PROOF_NONE;
      return TRUE;
    default:
      link->source = ARREARS_LIMITATION_FROM_EVENT;
      return arrears_limitation_cause_parse (arrears_query_get_text (query, COLUMN_KIND),
                                             &link->cause, error)
             && arrears_proof_parse (arrears_query_get_text (query, COLUMN_PROOF), &link->proof,
                                     error);
    }
}

typedef struct
{
  ArrearsLimitationItem *item; /* NULL before the first */
  GArray *chain;
  ArrearsLimitationFunc func;
  gpointer user_data;
} Walk;

static void
walk_clear (Walk *walk)
{
  g_clear_object (&walk->item);
  g_clear_pointer (&walk->chain, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
hand_over (Walk *walk, GError **error)
{
  g_autoptr (ArrearsLimitationItem) item = g_steal_pointer (&walk->item);

  return item == NULL || walk->func (item, g_steal_pointer (&walk->chain), walk->user_data, error);
}

static gboolean
take_row (Walk *walk, ArrearsQuery *query, GError **error)
{
  ArrearsLimitationLink link;

  if (arrears_query_get_integer (query, COLUMN_ROW) != ROW_ITEM)
    {
      if (!read_link (&link, query, error))
        return FALSE;
      g_array_append_val (walk->chain, link);
      return TRUE;
    }
  if (!hand_over (walk, error))
    return FALSE;
  walk->item = arrears_limitation_item_new ();
  read_item (walk->item, query);
  walk->chain = arrears_limitation_new_chain (arrears_query_get_day (query, COLUMN_UNTIL),
                                              walk->item->invoice_id);
  return TRUE;
}

gboolean
arrears_ledger_foreach_limitation (ArrearsLedger *ledger, const ArrearsLimitationScope *scope,
                                   ArrearsLimitationFunc func, gpointer user_data, GError **error)
{
  gboolean is_of_one = scope->customer_id != 0;
  g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "read what limitation follows from",
                                                       is_of_one ? chains_of_one : chains_of_all);
  g_auto (Walk) walk = { .func = func, .user_data = user_data };

  arrears_query_bind_as_of (query, scope->as_of);
  if (is_of_one)
    arrears_query_bind_integer (query, ":customer_id", scope->customer_id);
  else
    arrears_query_bind_day (query, ":until", scope->due_until);
  while (arrears_query_next (query))
    if (!take_row (&walk, query, error))
      return FALSE;
  return arrears_query_finish (query, error) && hand_over (&walk, error);
}

GArray *
arrears_ledger_list_guarantees_in_use (ArrearsLedger *ledger, const gint64 *ids, gsize n_ids,
                                       ArrearsDay as_of, GError **error)
{
  g_autoptr (ArrearsQuery) query = arrears_query_open (
      ledger, "see what guarantees secure",
      "SELECT g.id FROM guarantee g WHERE g.id IN (SELECT value FROM json_each (:ids)) "
      "AND EXISTS (SELECT 1 FROM invoice i WHERE i.customer_id = g.customer_id "
      "AND (g.invoice_id IS NULL OR i.id = g.invoice_id OR i.whole_id = g.invoice_id) "
      "AND " ARREARS_LEDGER_INVOICE_COUNTS "AND " ARREARS_LEDGER_OPEN_THEN " > 0) ORDER BY g.id");

  arrears_query_bind_ids (query, ":ids", ids, n_ids);
  arrears_query_bind_as_of (query, as_of);
  return arrears_query_collect_ids (query, error);
}
