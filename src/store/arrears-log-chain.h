/* arrears-log-chain.h: the chain that ties the entries of the log together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-ledger.h"
#include "arrears-log-entry.h"

G_BEGIN_DECLS

/* The hash of an entry, taken as the one with the number `id`, over its other members and its
 * previous_hash, as arrears-ledger-log.h lays down.
 */
char *arrears_log_chain_hash (const ArrearsLogEntry *entry, gint64 id);

/* The end of the chain as it was last written: how many entries there are, and the last one's
 * hash. Kept apart from the entries, so that a lost end is seen.
 */
typedef struct
{
  gint64 n_entries;
  char *hash; /* owned; "" before the first entry */
} ArrearsLogHead;

void arrears_log_head_clear (ArrearsLogHead *head);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsLogHead, arrears_log_head_clear)

#define ARREARS_LOG_HEAD_SETTING "log_head"

gboolean arrears_log_head_load (ArrearsLedger *ledger, ArrearsLogHead *head, GError **error);
gboolean arrears_log_head_save (ArrearsLedger *ledger, const ArrearsLogHead *head,
                                GError **error);

/* Adds a sentence to `faults` for each entry that does not hold. */
gboolean arrears_log_chain_verify (ArrearsLedger *ledger, GPtrArray *faults, GError **error);

G_END_DECLS
