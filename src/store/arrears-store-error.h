/* arrears-store-error.h: what SQLite and the system report, as ARREARS_ERROR
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The one place that maps result codes. `action` is what was tried, in words that continue
 * "cannot ": "store an invoice". `db` is where the failure just happened, for its message and the
 * system's error; NULL where there is none. `code` is an extended result code. (transfer full)
 */
GError *arrears_store_error_new (sqlite3 *db, int code, const char *action);

/* The same for an errno of the system. (transfer full) */
GError *arrears_store_error_new_from_errno (int number, const char *action);

G_END_DECLS
