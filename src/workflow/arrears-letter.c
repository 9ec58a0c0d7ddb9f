/* arrears-letter.c: issuing and keeping formal letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "arrears-letter.h"

#include "arrears-claim.h"
#include "arrears-demand-letter.h"
#include "arrears-desk-private.h"
#include "arrears-files.h"
#include "arrears-identity.h"
#include "arrears-ledger-documents.h"
#include "arrears-rules.h"
#include "arrears-signature.h"
#include "arrears-standings.h"

ArrearsDemand *
arrears_letter_draft (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  g_autoptr (ArrearsTransaction) reading = NULL;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  reading = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  return reading != NULL ? arrears_claim_draft (desk, customer_id, error) : NULL;
}

/* Opening the fonts once serves every letter of the process, in whatever thread. */
static ArrearsFontSet *
get_fonts (GError **error)
{
  static ArrearsFontSet *fonts;
  static GMutex mutex;

  g_mutex_lock (&mutex);
  if (fonts == NULL)
    fonts = arrears_font_set_new (error);
  g_mutex_unlock (&mutex);
  return fonts;
}

static GBytes *
write_letter (ArrearsDemand *demand, const char *seal_path, gboolean is_preview, guint *n_pages,
              GError **error)
{
  ArrearsFontSet *fonts = get_fonts (error);
  g_autoptr (GBytes) seal = NULL;
  ArrearsLetterStyle style = { .is_preview = is_preview,
                               .creator = "Arrears " ARREARS_VERSION };

  if (fonts == NULL)
    return NULL;
  if (seal_path != NULL)
    {
      seal = arrears_files_read (seal_path, error);
      if (seal == NULL)
        return NULL;
      style.seal = seal;
    }
  return arrears_demand_letter_write (demand, &style, fonts, n_pages, error);
}

GBytes *
arrears_letter_preview (ArrearsDesk *desk, gint64 customer_id, const char *seal_path,
                        GError **error)
{
  g_autoptr (ArrearsDemand) demand = arrears_letter_draft (desk, customer_id, error);
  guint n_pages;

  return demand != NULL ? write_letter (demand, seal_path, TRUE, &n_pages, error) : NULL;
}

static gboolean
has_reason (const ArrearsLetterOptions *options)
{
  return options->override_reason != NULL && options->override_reason[0] != '\0';
}

/* What the policy and the rules ask of a letter to an account. */
typedef struct
{
  ArrearsMoney least;  /* of the stage that the letter belongs to */
  int stage;           /* where the account stands; 0: at none */
  ArrearsDay since;    /* the day on which it came there */
  ArrearsDay last_on;  /* of the last letter; not set: none */
  int fewest_days;     /* between two of them */
} Demands;

static ArrearsMoney
find_least (const ArrearsPolicy *policy, ArrearsLetterKind kind)
{
  for (int i = 0; i < policy->n_stages; i++)
    if (policy->stages[i].letter == kind)
      return policy->stages[i].least;
  return ARREARS_MONEY_ZERO;
}

static gboolean
note_demands (const ArrearsStandingVisit *visit, gpointer user_data, GError **error)
{
  Demands *demands = user_data;
  const ArrearsStanding *standing = &visit->account->standing;

  demands->least = find_least (visit->policy, ARREARS_LETTER_DEMAND);
  demands->stage = standing->stage;
  demands->since = standing->crossed_on;
  return TRUE;
}

static gboolean
load_demands (ArrearsDesk *desk, gint64 customer_id, Demands *demands, GError **error)
{
  ArrearsRules rules;

  *demands = (Demands) { 0 };
  if (!arrears_rules_load (desk, &rules, error))
    return FALSE;
  demands->fewest_days = rules.fewest_days_between_letters;
  return arrears_ledger_get_last_letter_day (arrears_desk_get_ledger (desk), customer_id,
                                             arrears_desk_get_as_of (desk), &demands->last_on,
                                             error)
         && arrears_standings_foreach (desk, &customer_id, 1, NULL, note_demands, demands, error);
}

static gboolean
check_interval (ArrearsDesk *desk, const Demands *demands, const ArrearsLetterOptions *options,
                GError **error)
{
  ArrearsDay as_of = arrears_desk_get_as_of (desk);
  g_autofree char *text = NULL;

  if (!arrears_day_is_set (demands->last_on)
      || arrears_day_count (demands->last_on, as_of) >= demands->fewest_days
      || has_reason (options))
    return TRUE;
  text = arrears_day_to_string (demands->last_on);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_TOO_SOON,
               "the last letter went out on %s: expected %d days between letters, or a reason",
               text, demands->fewest_days);
  return FALSE;
}

/* Below the least amount of its stage no paper is sent. */
static gboolean
check_least (ArrearsDemand *demand, const Demands *demands, const ArrearsLetterOptions *options,
             GError **error)
{
  g_autofree char *overdue = NULL;
  g_autofree char *expected = NULL;

  if (arrears_money_compare (demand->principal, demands->least) >= 0 || has_reason (options))
    return TRUE;
  overdue = arrears_money_to_string (demand->principal);
  expected = arrears_money_to_string (demands->least);
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_BELOW_LEAST,
               "overdue %s: expected at least %s for a demand letter, or a reason", overdue,
               expected);
  return FALSE;
}

/* No item is claimed twice in one stage: something must be new since the letters of this one. */
static gboolean
check_new (ArrearsDesk *desk, ArrearsDemand *demand, const Demands *demands,
           const ArrearsLetterOptions *options, GError **error)
{
  g_autoptr (GHashTable) claimed = NULL;

  if (demands->stage == ARREARS_STAGE_NONE || has_reason (options))
    return TRUE;
  claimed = arrears_ledger_load_claimed_ids (arrears_desk_get_ledger (desk), demand->debtor->id,
                                             demands->since, demand->as_of, error);
  if (claimed == NULL)
    return FALSE;
  for (guint i = 0; i < demand->lines->len; i++)
    {
      ArrearsDemandLine *line = g_ptr_array_index (demand->lines, i);

      if (!g_hash_table_contains (claimed, &line->invoice->id))
        return TRUE;
    }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_NEW,
               "stage %d: all of this was claimed in it already: expected something new, or a "
               "reason",
               demands->stage);
  return FALSE;
}

/* A demand after the limitation period does not revive the claim (Civil Code 192, limitation
 * provisions 19): the user is to know before it is printed.
 */
static gboolean
check_limitation (ArrearsDemand *demand, const ArrearsLetterOptions *options, GError **error)
{
  for (guint i = 0; i < demand->lines->len && !has_reason (options); i++)
    {
      ArrearsInvoice *invoice = ((ArrearsDemandLine *) g_ptr_array_index (demand->lines, i))->invoice;
      g_autofree char *end = arrears_day_to_string (invoice->limitation_ends_on);

      if (arrears_day_compare (invoice->limitation_ends_on, demand->as_of) >= 0)
        continue;
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_LIMITATION_ENDED,
                   "invoice %s: its limitation period ended on %s: expected a reason",
                   invoice->number, end);
      return FALSE;
    }
  return TRUE;
}

/* What a reason is asked for; the interval is asked before the demand is drafted. */
static gboolean
check_demand (ArrearsDesk *desk, ArrearsDemand *demand, const Demands *demands,
              const ArrearsLetterOptions *options, GError **error)
{
  return check_least (demand, demands, options, error)
         && check_new (desk, demand, demands, options, error)
         && check_limitation (demand, options, error);
}

static GBytes *
sign_letter (ArrearsDesk *desk, GBytes *letter, const ArrearsLetterOptions *options,
             GError **error)
{
  ArrearsInstant now = arrears_desk_get_now (desk);
  ArrearsSignatureOptions signature = { .signed_at = now.at,
                                        .utc_offset_minutes = now.offset_minutes };
  g_autoptr (GBytes) p12 = arrears_files_read (options->identity_path, error);
  g_autoptr (ArrearsIdentity) identity = NULL;

  if (p12 == NULL)
    return NULL;
  identity = arrears_identity_load (p12, options->password, error);
  return identity != NULL ? arrears_signature_sign (letter, identity, &signature, error) : NULL;
}

gboolean
arrears_letter_check (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  const ArrearsLetterOptions without_reason = { 0 };
  g_autoptr (ArrearsTransaction) reading = NULL;
  g_autoptr (ArrearsDemand) demand = NULL;
  Demands demands;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), FALSE);

  reading = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  if (reading == NULL || !load_demands (desk, customer_id, &demands, error)
      || !check_interval (desk, &demands, &without_reason, error))
    return FALSE;
  demand = arrears_claim_draft (desk, customer_id, error);
  return demand != NULL && check_demand (desk, demand, &demands, &without_reason, error);
}

static gboolean
is_objection (const GError *error)
{
  return g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_TOO_SOON)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_BELOW_LEAST)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_NOTHING_NEW)
         || g_error_matches (error, ARREARS_ERROR, ARREARS_ERROR_LIMITATION_ENDED);
}

/* Takes the outcome of a check, which may be NULL: it is met. Anything but an objection ends the
 * list.
 */
static gboolean
take_outcome (GPtrArray *objections, GError *outcome, GError **error)
{
  if (outcome == NULL)
    return TRUE;
  if (!is_objection (outcome))
    {
      g_propagate_error (error, outcome);
      return FALSE;
    }
  g_ptr_array_add (objections, outcome);
  return TRUE;
}

static void
free_objection (gpointer objection)
{
  g_error_free (objection);
}

GPtrArray *
arrears_letter_list_objections (ArrearsDesk *desk, gint64 customer_id, GError **error)
{
  const ArrearsLetterOptions without_reason = { 0 };
  g_autoptr (GPtrArray) objections = g_ptr_array_new_with_free_func (free_objection);
  g_autoptr (ArrearsTransaction) reading = NULL;
  g_autoptr (ArrearsDemand) demand = NULL;
  GError *outcomes[4] = { NULL };
  gboolean is_listed = TRUE;
  Demands demands;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  reading = arrears_transaction_begin_reading (arrears_desk_get_ledger (desk), error);
  if (reading == NULL || !load_demands (desk, customer_id, &demands, error))
    return NULL;
  demand = arrears_claim_draft (desk, customer_id, error);
  if (demand == NULL)
    return NULL;
  check_interval (desk, &demands, &without_reason, &outcomes[0]);
  check_least (demand, &demands, &without_reason, &outcomes[1]);
  check_new (desk, demand, &demands, &without_reason, &outcomes[2]);
  check_limitation (demand, &without_reason, &outcomes[3]);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (is_listed)
      is_listed = take_outcome (objections, outcomes[i], error);
    else
      g_clear_error (&outcomes[i]);
  return is_listed ? g_steal_pointer (&objections) : NULL;
}

static ArrearsDocument *
create_document (ArrearsDemand *demand, guint n_pages, gboolean is_signed)
{
  ArrearsDocument *document = arrears_document_new ();

  arrears_record_set_text (&document->kind, "demand");
  arrears_record_set_text (&document->number, demand->number);
  document->customer_id = demand->debtor->id;
  arrears_record_set_text (&document->customer_code, demand->debtor->code);
  arrears_record_set_text (&document->customer_name, demand->debtor->name);
  document->issued_on = demand->issued_on;
  document->pay_by = demand->pay_by;
  document->claimed = demand->principal;
  document->charge = demand->charge;
  document->n_pages = (int) n_pages;
  document->is_signed = is_signed;
  return document;
}

static gboolean
log_document (ArrearsDesk *desk, ArrearsDocument *document, const char *reason, GError **error)
{
  g_autoptr (ArrearsLogEntry) entry = arrears_desk_new_entry (
      ARREARS_LOG_LETTER_ISSUED, document->customer_id, document->number);
  g_autofree char *note = reason != NULL && reason[0] != '\0'
                              ? g_strconcat (document->sha256, " ", reason, NULL)
                              : g_strdup (document->sha256);

  entry->amount = document->claimed;
  arrears_record_set_text (&entry->note, note);
  return arrears_desk_log (desk, entry, error);
}

static gboolean
keep_document (ArrearsDesk *desk, ArrearsDemand *demand, ArrearsDocument *document, GBytes *bytes,
               GError **error)
{
  g_autofree gint64 *ids = g_new (gint64, demand->lines->len);

  for (guint i = 0; i < demand->lines->len; i++)
    ids[i] = ((ArrearsDemandLine *) g_ptr_array_index (demand->lines, i))->invoice->id;
  document->id = arrears_ledger_insert_document (arrears_desk_get_ledger (desk), document, bytes,
                                                 ids, demand->lines->len, error);
  return document->id != 0;
}

static gboolean
take_number (ArrearsDesk *desk, ArrearsDemand *demand, GError **error)
{
  int year;
  int month;
  int day;
  g_autofree char *number = NULL;

  arrears_day_to_ymd (demand->issued_on, &year, &month, &day);
  number = arrears_ledger_get_next_document_number (arrears_desk_get_ledger (desk), "demand",
                                                    year, error);
  if (number == NULL)
    return FALSE;
  arrears_record_set_text (&demand->number, number);
  return TRUE;
}

/* The file is written and synced before the ledger says that the letter exists, and named after:
 * a letter that the ledger does not know is never seen.
 */
ArrearsDocument *
arrears_letter_issue (ArrearsDesk *desk, gint64 customer_id, const ArrearsLetterOptions *options,
                      GError **error)
{
  g_autoptr (ArrearsTransaction) transaction = NULL;
  g_autoptr (ArrearsDemand) demand = NULL;
  g_autoptr (ArrearsDocument) document = NULL;
  g_autoptr (ArrearsPendingFile) file = NULL;
  g_autoptr (GBytes) letter = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Demands demands;
  guint n_pages;

  g_return_val_if_fail (ARREARS_IS_DESK (desk), NULL);

  if (options->output_path != NULL && g_file_test (options->output_path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_EXISTS, "%s: stands already",
                   options->output_path);
      return NULL;
    }
  transaction = arrears_transaction_begin (arrears_desk_get_ledger (desk), error);
  if (transaction == NULL || !load_demands (desk, customer_id, &demands, error)
      || !check_interval (desk, &demands, options, error))
    return NULL;
  demand = arrears_claim_draft (desk, customer_id, error);
  if (demand == NULL || !check_demand (desk, demand, &demands, options, error)
      || !take_number (desk, demand, error))
    return NULL;
  letter = write_letter (demand, options->seal_path, FALSE, &n_pages, error);
  if (letter == NULL)
    return NULL;
  bytes = options->identity_path != NULL ? sign_letter (desk, letter, options, error)
                                         : g_bytes_ref (letter);
  if (bytes == NULL)
    return NULL;
  document = create_document (demand, n_pages, options->identity_path != NULL);
  if (!keep_document (desk, demand, document, bytes, error)
      || !log_document (desk, document, options->override_reason, error))
    return NULL;
  if (options->output_path != NULL)
    {
      file = arrears_pending_file_write (bytes, options->output_path, ARREARS_FILE_SHARED, error);
      if (file == NULL)
        return NULL;
    }
  if (!arrears_desk_commit (desk, transaction, error))
    return NULL;
  if (file != NULL && !arrears_pending_file_place (file, TRUE, error))
    return NULL;
  return g_steal_pointer (&document);
}

GBytes *
arrears_letter_load_bytes (ArrearsDesk *desk, gint64 document_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GBytes *bytes = arrears_ledger_load_document_bytes (arrears_desk_get_ledger (desk), document_id,
                                                      &failure);

  if (bytes == NULL && failure == NULL)
    g_set_error (&failure, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND,
                 "document %" G_GINT64_FORMAT ": not in the ledger", document_id);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return bytes;
}

gboolean
arrears_letter_save_file (GBytes *bytes, const char *path, GError **error)
{
  return arrears_files_replace (bytes, path, error);
}
