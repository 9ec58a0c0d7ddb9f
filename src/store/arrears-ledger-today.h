/* arrears-ledger-today.h: what the list of the day asks beside the open accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* The invoices that are instalments of another. GHashTable of gint64 ids as keys. */
GHashTable *arrears_ledger_load_instalment_ids (ArrearsLedger *ledger, GError **error);

G_END_DECLS
