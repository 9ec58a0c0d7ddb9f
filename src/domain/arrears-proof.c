/* arrears-proof.c: how well it can be proved that the three years began anew (送达与证明)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-proof.h"

#include "arrears-channel.h"
#include "arrears-error.h"

static const char *const words[ARREARS_N_PROOFS] = {
  [ARREARS_PROOF_NOT_NEEDED] = "", [ARREARS_PROOF_SIGNED] = "A",   [ARREARS_PROOF_DELIVERED] = "B",
  [ARREARS_PROOF_REFUSED] = "C",   [ARREARS_PROOF_ANSWERED] = "D", [ARREARS_PROOF_SENT] = "E",
  [ARREARS_PROOF_RECORDED] = "F",  [ARREARS_PROOF_NONE] = "G",
};

const char *
arrears_proof_to_word (ArrearsProof proof)
{
  g_return_val_if_fail (proof < ARREARS_N_PROOFS, "");

  return words[proof];
}

gboolean
arrears_proof_parse (const char *word, ArrearsProof *proof, GError **error)
{
  for (guint i = ARREARS_PROOF_SIGNED; word != NULL && i < ARREARS_N_PROOFS; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      {
        *proof = (ArrearsProof) i;
        return TRUE;
      }
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_WORD_UNKNOWN,
               "“%s” is no grade of proof: expected A, B, C, D, E, F or G",
               word != NULL ? word : "");
  return FALSE;
}

gboolean
arrears_proof_counts (ArrearsProof proof)
{
  return proof != ARREARS_PROOF_NONE;
}

ArrearsProof
arrears_proof_get_for_channel (const char *word)
{
  ArrearsChannel channel;

  if (!arrears_channel_parse (word, &channel, NULL))
    return ARREARS_PROOF_NONE;
  if (channel == ARREARS_CHANNEL_LETTER)
    return ARREARS_PROOF_SIGNED;
  if (channel == ARREARS_CHANNEL_TEXT || channel == ARREARS_CHANNEL_WECHAT
      || channel == ARREARS_CHANNEL_EMAIL)
    return ARREARS_PROOF_SENT;
  return ARREARS_PROOF_NONE;
}
