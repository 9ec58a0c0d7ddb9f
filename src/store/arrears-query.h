/* arrears-query.h: an SQL statement: the one door to SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-record.h"

G_BEGIN_DECLS

/* A prepared query, bound by name, stepped, its columns read by type. What goes wrong on the way
 * is kept: later calls do nothing, and arrears_query_finish() tells. So a use reads
 *
 *     g_autoptr (ArrearsQuery) query = arrears_query_open (ledger, "list invoices", "SELECT ...");
 *     arrears_query_bind_day (query, ":as_of", as_of);
 *     while (arrears_query_next (query))
 *       ... arrears_query_get_integer (query, 0) ...
 *     return arrears_query_finish (query, error);
 *
 * A name that the query does not have, a parameter left unbound, a change within a read scope and
 * a failure that is never asked for are faults of the program. Closing hands the prepared
 * statement back to the ledger, which keeps it for the next query of the same text.
 */
typedef struct _ArrearsQuery ArrearsQuery;

/* `action` is what the query does, in words that continue "cannot "; both texts must live as long
 * as the query.
 */
ArrearsQuery *arrears_query_open  (ArrearsLedger *ledger, const char *action, const char *sql);
void          arrears_query_close (ArrearsQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsQuery, arrears_query_close)

/* For queries that are put together from parts. */
gboolean arrears_query_has_parameter (ArrearsQuery *query, const char *name);

void arrears_query_bind_integer (ArrearsQuery *query, const char *name, gint64 value);
void arrears_query_bind_text    (ArrearsQuery *query, const char *name, const char *value);
void arrears_query_bind_day     (ArrearsQuery *query, const char *name, ArrearsDay value);
void arrears_query_bind_money   (ArrearsQuery *query, const char *name, ArrearsMoney value);

/* Binds :as_of and :known_on where the query has them. What was entered, undone or ended after
 * :known_on was not known on the day. It is the day itself; on days before the ledger was begun the
 * last one that there is: see arrears-ledger.h.
 */
void arrears_query_bind_as_of (ArrearsQuery *query, ArrearsDay as_of);

/* For json_each(): however many there are, the query stays the same. */
void arrears_query_bind_ids (ArrearsQuery *query, const char *name, const gint64 *ids,
                             gsize n_ids);

/* These two are not copied: they must stay as they are until the query is closed. A record binds
 * each of its fields that the query has a parameter of the same name for.
 */
void arrears_query_bind_bytes  (ArrearsQuery *query, const char *name, GBytes *value);
void arrears_query_bind_record (ArrearsQuery *query, gpointer record);

/* TRUE where there is a further row; FALSE at the end and on failure. */
gboolean arrears_query_next (ArrearsQuery *query);

gint64       arrears_query_get_integer (ArrearsQuery *query, int column);
ArrearsDay   arrears_query_get_day     (ArrearsQuery *query, int column);
ArrearsMoney arrears_query_get_money   (ArrearsQuery *query, int column);

/* Valid UTF-8 whatever the file holds; until the next step. */
const char *arrears_query_get_text (ArrearsQuery *query, int column);

/* (transfer full) */
GBytes *arrears_query_get_bytes (ArrearsQuery *query, int column);

/* Fills the fields of a new record from the columns of the same names. Only a column "position"
 * may have no field.
 */
void arrears_query_read_record (ArrearsQuery *query, gpointer record);

/* Sets one field of a record from a column. */
void arrears_query_read_field (ArrearsQuery *query, int column, gpointer record,
                               const ArrearsField *field);

/* FALSE where anything went wrong since the query was opened. */
gboolean arrears_query_finish (ArrearsQuery *query, GError **error);

/* For queries that return nothing: steps to the end and finishes. */
gboolean arrears_query_run (ArrearsQuery *query, GError **error);

/* The same for a query that inserts one row, whose id it returns; 0 on failure. */
gint64 arrears_query_run_insert (ArrearsQuery *query, GError **error);

/* Run the query to its end and collect what it returns; NULL on failure. Of one record also where
 * there was no row; by position: the column "position" tells where in an array of `n` each record
 * stands, places that get none hold NULL. (transfer full)
 */
gpointer   arrears_query_collect_record      (ArrearsQuery *query, GType type, GError **error);
GPtrArray *arrears_query_collect_records     (ArrearsQuery *query, GType type, GError **error);
GPtrArray *arrears_query_collect_by_position (ArrearsQuery *query, GType type, gsize n,
                                              GError **error);
GArray    *arrears_query_collect_ids         (ArrearsQuery *query, GError **error);

/* The first column of the first row; `otherwise` where there is none, 0 on failure. Steps to the
 * end: a query that changes something and returns its id is complete only then.
 */
gboolean arrears_query_collect_integer (ArrearsQuery *query, gint64 otherwise, gint64 *value,
                                        GError **error);

G_END_DECLS
