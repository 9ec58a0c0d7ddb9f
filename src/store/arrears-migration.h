/* arrears-migration.h: bringing a ledger's schema forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"

G_BEGIN_DECLS

/* The n-th of a list brings a ledger of schema n - 1 (0: an empty file) to schema n, which is kept
 * in the file's user_version. Never edited once released.
 */
typedef struct
{
  const char *sql;
} ArrearsMigration;

/* Those of this program. They live as long as it. */
const ArrearsMigration *arrears_migration_list_released (gsize *n_migrations);

/* Runs what the ledger has not had, each in a transaction of its own; a failure leaves the schema
 * at the last one that succeeded. ARREARS_ERROR_NEWER where it is past the list.
 */
gboolean arrears_migration_run (ArrearsLedger *ledger, const ArrearsMigration *migrations,
                                gsize n_migrations, GError **error);

G_END_DECLS
