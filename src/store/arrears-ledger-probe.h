/* arrears-ledger-probe.h: what kind of file stands under a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* "ARRS", in the header of every ledger. */
#define ARREARS_LEDGER_APPLICATION_ID 1095914067

/* Whether there is a file to open: ARREARS_ERROR_NOT_FOUND, _FORMAT for a folder. */
gboolean arrears_ledger_probe_path (const char *path, GError **error);

/* What to say of a file that SQLite calls no database: _DAMAGED where it once was a ledger, else
 * _FORMAT. Never for a file that is open as a ledger: closing a descriptor of it would drop the
 * locks of every connection that this process has to it.
 */
GError *arrears_ledger_probe_foreign (const char *path);

/* Looks at the open file, before anything relies on its schema: _FORMAT where it is the database
 * of another program, _DAMAGED where it is not sound. What can be looked at quickly is; the rest
 * is for arrears_ledger_verify().
 */
gboolean arrears_ledger_probe_schema (ArrearsLedger *ledger, GError **error);

G_END_DECLS
