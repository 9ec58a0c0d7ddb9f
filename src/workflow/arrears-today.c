/* arrears-today.c: the list of the day (今日待办)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-today.h"

#include "arrears-contact.h"
#include "arrears-desk-private.h"
#include "arrears-ledger-today.h"
#include "arrears-limitation-watch.h"
#include "arrears-rules.h"
#include "arrears-today-finding.h"
#include "arrears-vouchers.h"

enum
{
  LIMITATION_DAYS = 180,
};

/* A row with all that its record is made of. */
typedef struct
{
  ArrearsTodayRow public;
  ArrearsAccountStanding account;
} Row;

/* The list while it is being made. The pass brings the accounts by id, each with the reasons that
 * it finds; what other lists know is added after it.
 */
typedef struct
{
  ArrearsTodayFinding finding;
  const gint64 *ids; /* NULL: all */
  gsize n_ids;
  GPtrArray *rows; /* of Row, by customer id; some may have no reason */
} Making;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->public.reasons);
  g_free (row);
}

static Row *
create_row (const ArrearsAccountStanding *account)
{
  Row *row = g_new0 (Row, 1);

  row->account = *account;
  row->public.customer_id = account->customer_id;
  row->public.standing = account->standing;
  row->public.crossing_id = account->crossing_id;
  row->public.reasons = g_array_new (FALSE, FALSE, sizeof (ArrearsTodayReason));
  g_array_set_clear_func (row->public.reasons, arrears_today_clear_reason);
  return row;
}

static gboolean
find_row (const ArrearsStandingVisit *visit, gpointer user_data, GError **error)
{
  Making *making = user_data;
  Row *row = create_row (visit->account);

  arrears_today_find_reasons (&making->finding, visit, row->public.reasons);
  g_ptr_array_add (making->rows, row);
  return TRUE;
}

static gboolean
is_wanted (const Making *making, gint64 customer_id)
{
  for (gsize i = 0; i < making->n_ids; i++)
    if (making->ids[i] == customer_id)
      return TRUE;
  return making->ids == NULL;
}

/* The row of a customer; one who owes nothing gets one too, which leaves the order as it is. */
static Row *
ensure_row (Making *making, gint64 customer_id)
{
  guint from = 0;
  guint to = making->rows->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      Row *row = g_ptr_array_index (making->rows, middle);

      if (row->public.customer_id == customer_id)
        return row;
      if (row->public.customer_id < customer_id)
        from = middle + 1;
      else
        to = middle;
    }
  g_ptr_array_insert (making->rows, (int) from,
                      create_row (&(ArrearsAccountStanding) { .customer_id = customer_id }));
  return g_ptr_array_index (making->rows, from);
}

static void
add_reason (Making *making, gint64 customer_id, ArrearsTodayReason reason)
{
  if (is_wanted (making, customer_id))
    arrears_today_add_reason (ensure_row (making, customer_id)->public.reasons, &reason,
                              making->finding.as_of);
  else
    arrears_today_clear_reason (&reason);
}

static gboolean
add_follow_ups (ArrearsDesk *desk, Making *making, GError **error)
{
  g_autoptr (GPtrArray) entries = arrears_contact_list_follow_ups (desk, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      ArrearsLogEntry *entry = g_ptr_array_index (entries, i);

      add_reason (making, entry->customer_id,
                  (ArrearsTodayReason) {
                      .kind = ARREARS_TODAY_FOLLOW_UP,
                      .day = entry->next_on,
                      .entry_id = entry->id,
                      .note = g_strdup (entry->measure[0] != '\0' ? entry->measure : entry->note),
                  });
    }
  return entries != NULL;
}

static gboolean
add_limitation (ArrearsDesk *desk, Making *making, GError **error)
{
  g_autoptr (GPtrArray) items = making->n_ids == 1
                                    ? arrears_limitation_watch_load (desk, making->ids[0], error)
                                    : arrears_limitation_watch_list (desk, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      ArrearsLimitationItem *item = g_ptr_array_index (items, i);

      if (item->days_left <= LIMITATION_DAYS)
        add_reason (making, item->customer_id,
                    (ArrearsTodayReason) { .kind = ARREARS_TODAY_LIMITATION,
                                           .day = item->ends_on,
                                           .amount = item->open,
                                           .invoice_id = item->invoice_id,
                                           .invoice = g_strdup (item->invoice_number) });
    }
  return items != NULL;
}

static char *
list_papers (ArrearsPaperSet papers)
{
  GString *text = g_string_new (NULL);

  for (int paper = 0; paper < ARREARS_N_PAPERS; paper++)
    if (arrears_paper_set_has (papers, (ArrearsPaper) paper))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              arrears_paper_to_word ((ArrearsPaper) paper));
  return g_string_free (text, FALSE);
}

static void
add_missing (Making *making, gint64 customer_id, ArrearsPaperSet missing)
{
  add_reason (making, customer_id,
              (ArrearsTodayReason) { .kind = ARREARS_TODAY_VOUCHER_MISSING,
                                     .day = making->finding.as_of,
                                     .note = list_papers (missing) });
}

/* An account with which nothing is held lacks what every invoice needs; the others are looked at
 * invoice by invoice. Collects those.
 */
static GArray *
add_those_without_vouchers (Making *making, GHashTable *holders)
{
  const ArrearsPaperSet missing = arrears_papers_find_missing (&(ArrearsPapersHeld) { 0 });
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < making->rows->len; i++)
    {
      const ArrearsTodayRow *row = g_ptr_array_index (making->rows, i);

      if (row->standing.stage < ARREARS_TODAY_VOUCHER_STAGE || row->standing.is_paused)
        continue;
      if (g_hash_table_contains (holders, &row->customer_id))
        g_array_append_val (ids, row->customer_id);
      else
        add_missing (making, row->customer_id, missing);
    }
  return ids;
}

static gboolean
add_missing_vouchers (ArrearsDesk *desk, Making *making, GError **error)
{
  g_autoptr (GHashTable) holders
      = arrears_ledger_load_voucher_holders (arrears_desk_get_ledger (desk), error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) gaps = NULL;

  if (holders == NULL)
    return FALSE;
  ids = add_those_without_vouchers (making, holders);
  gaps = arrears_vouchers_list_gaps (desk, (const gint64 *) (gpointer) ids->data, ids->len, error);
  for (guint i = 0; gaps != NULL && i < gaps->len; i++)
    {
      const ArrearsVoucherGaps *gap = &g_array_index (gaps, ArrearsVoucherGaps, i);

      add_missing (making, gap->customer_id, gap->missing);
    }
  return gaps != NULL;
}

/* Only the rows with a reason stay. */
static void
drop_empty_rows (GPtrArray *rows)
{
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);

      if (row->public.reasons->len > 0)
        rows->pdata[kept++] = row;
      else
        free_row (row);
    }
  for (guint i = kept; i < rows->len; i++)
    rows->pdata[i] = NULL;
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_set_size (rows, (int) kept);
  g_ptr_array_set_free_func (rows, free_row);
}

typedef void (*ReasonFunc) (ArrearsTodayReason *reason, gpointer user_data);

/* The reasons that know an invoice by its id alone. */
static void
foreach_unnamed (GPtrArray *rows, ReasonFunc func, gpointer user_data)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GArray *reasons = ((ArrearsTodayRow *) g_ptr_array_index (rows, i))->reasons;

      for (guint n = 0; n < reasons->len; n++)
        {
          ArrearsTodayReason *reason = &g_array_index (reasons, ArrearsTodayReason, n);

          if (reason->invoice_id != 0 && reason->invoice == NULL)
            func (reason, user_data);
        }
    }
}

static void
note_invoice (ArrearsTodayReason *reason, gpointer user_data)
{
  g_array_append_val (user_data, reason->invoice_id);
}

typedef struct
{
  GPtrArray *numbers;
  guint next;
} Naming;

static void
name_invoice (ArrearsTodayReason *reason, gpointer user_data)
{
  Naming *naming = user_data;

  reason->invoice = g_strdup (g_ptr_array_index (naming->numbers, naming->next++));
}

static gboolean
name_invoices (ArrearsDesk *desk, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) numbers = NULL;
  Naming naming = { 0 };

  foreach_unnamed (rows, note_invoice, ids);
  numbers = arrears_ledger_load_invoice_numbers (
      arrears_desk_get_ledger (desk), (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (numbers == NULL)
    return FALSE;
  naming.numbers = numbers;
  foreach_unnamed (rows, name_invoice, &naming);
  return TRUE;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  return arrears_today_reason_get_rank (a) - arrears_today_reason_get_rank (b);
}

static int
get_rank (const Row *row)
{
  return arrears_today_reason_get_rank (
      &g_array_index (row->public.reasons, ArrearsTodayReason, 0));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = *(Row *const *) a;
  const Row *right = *(Row *const *) b;
  int order = get_rank (left) - get_rank (right);

  return order != 0 ? order : arrears_standings_compare (&left->account, &right->account);
}

static void
order_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_array_sort (((ArrearsTodayRow *) g_ptr_array_index (rows, i))->reasons, compare_reasons);
  g_ptr_array_sort (rows, compare_rows);
}

GPtrArray *
arrears_today_list (ArrearsDesk *desk, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (ArrearsTransaction) reading = NULL;
  g_autoptr (GHashTable) instalments = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  Making making = { .ids = ids, .n_ids = n_ids, .rows = rows };
  ArrearsRules rules;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  reading = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  if (reading == NULL || !arrears_rules_load (desk, &rules, error))
    return NULL;
  instalments = arrears_ledger_load_instalment_ids (arrears_desk_get_ledger (desk), error);
  if (instalments == NULL)
    return NULL;
  making.finding = (ArrearsTodayFinding) { .as_of = arrears_desk_get_as_of (desk),
                                           .remind_days_before = rules.remind_days_before,
                                           .instalments = instalments };
  if (!arrears_standings_foreach (desk, ids, n_ids, NULL, find_row, &making, error)
      || !add_follow_ups (desk, &making, error) || !add_limitation (desk, &making, error)
      || !add_missing_vouchers (desk, &making, error))
    return NULL;
  drop_empty_rows (rows);
  if (!name_invoices (desk, rows, error))
    return NULL;
  order_rows (rows);
  return g_steal_pointer (&rows);
}

static void
set_reasons (ArrearsAccount *account, const ArrearsTodayRow *row)
{
  const ArrearsTodayReason *first = &g_array_index (row->reasons, ArrearsTodayReason, 0);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < row->reasons->len; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? " " : "",
        arrears_today_kind_to_word (g_array_index (row->reasons, ArrearsTodayReason, i).kind));
  arrears_record_set_text (&account->reasons, words->str);
  account->reason_day = first->day;
  account->reason_amount = first->amount;
  arrears_record_set_text (&account->reason_invoice, first->invoice);
  arrears_record_set_text (&account->reason_note, first->note);
}

GPtrArray *
arrears_today_load_accounts (ArrearsDesk *desk, GPtrArray *rows, GError **error)
{
  g_autofree ArrearsAccountStanding *standings = g_new (ArrearsAccountStanding, rows->len + 1);
  GPtrArray *accounts;

  for (guint i = 0; i < rows->len; i++)
    standings[i] = ((Row *) g_ptr_array_index (rows, i))->account;
  accounts = arrears_standings_load_accounts (desk, standings, rows->len, error);
  for (guint i = 0; accounts != NULL && i < rows->len; i++)
    if (g_ptr_array_index (accounts, i) != NULL)
      set_reasons (g_ptr_array_index (accounts, i), g_ptr_array_index (rows, i));
  return accounts;
}

GPtrArray *
arrears_today_list_accounts (ArrearsDesk *desk, const char *owner, GError **error)
{
  g_autoptr (GPtrArray) rows = arrears_today_list (desk, NULL, 0, error);
  g_autoptr (GPtrArray) accounts = NULL;
  GPtrArray *wanted;

  if (rows == NULL)
    return NULL;
  accounts = arrears_today_load_accounts (desk, rows, error);
  if (accounts == NULL)
    return NULL;
  wanted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < accounts->len; i++)
    {
      ArrearsAccount *account = g_ptr_array_index (accounts, i);

      if (account != NULL && (owner == NULL || g_str_equal (account->owner, owner)))
        g_ptr_array_add (wanted, g_object_ref (account));
    }
  return wanted;
}
