/* arrears-proof.h: how well it can be proved that the three years began anew (送达与证明)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ladder, from what a debtor can hardly deny down to nothing. Limitation provisions 8 ask that
 * a demand arrived or should have arrived; so the lowest rung does not count.
 */
typedef enum
{
  ARREARS_PROOF_NOT_NEEDED, /* it follows from the books: a due day, money that came in */
  ARREARS_PROOF_SIGNED,     /* A: signed or sealed by the debtor (回执) */
  ARREARS_PROOF_DELIVERED,  /* B: EMS stub naming its content, and delivered */
  ARREARS_PROOF_REFUSED,    /* C: EMS refused or returned at the registered or agreed address */
  ARREARS_PROOF_ANSWERED,   /* D: message to an agreed address, with a reply or read mark */
  ARREARS_PROOF_SENT,       /* E: message to an address in use that was not agreed */
  ARREARS_PROOF_RECORDED,   /* F: recording of a talk */
  ARREARS_PROOF_NONE,       /* G: nothing */
  ARREARS_N_PROOFS
} ArrearsProof;

/* "A" to "G"; "" where none is needed. */
const char *arrears_proof_to_word (ArrearsProof proof);

/* ARREARS_ERROR_WORD_UNKNOWN for anything but "A" to "G", in either case. */
gboolean arrears_proof_parse (const char *word, ArrearsProof *proof, GError **error);

gboolean arrears_proof_counts (ArrearsProof proof);

/* What is left to prove a promise by, from the word of the channel it came through (see
 * arrears-channel.h): the debtor's own message is kept, words by phone or face to face are not,
 * unless somebody enters a better proof.
 */
ArrearsProof arrears_proof_get_for_channel (const char *word);

G_END_DECLS
