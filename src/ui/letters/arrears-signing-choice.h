/* arrears-signing-choice.h: how a letter is signed and sealed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* Seal and identity belong to a firm: what was chosen is remembered for the desk's ledger, as
 * long as it is open.
 *
 * Properties:
 *   "seal-path" (string, read-only): PNG of the seal, or NULL
 *   "is-complete" (boolean, read-only): nothing is missing for signing as chosen
 */
#define ARREARS_TYPE_SIGNING_CHOICE (arrears_signing_choice_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsSigningChoice, arrears_signing_choice, ARREARS, SIGNING_CHOICE,
                      AdwPreferencesGroup)

void arrears_signing_choice_set_desk (ArrearsSigningChoice *self, ArrearsDesk *desk);

/* .p12 to sign with; NULL for an unsigned letter. */
const char *arrears_signing_choice_get_identity_path (ArrearsSigningChoice *self);
void        arrears_signing_choice_set_identity_path (ArrearsSigningChoice *self,
                                                      const char *path);

const char *arrears_signing_choice_get_password (ArrearsSigningChoice *self);

/* The password did not open the key: asks for it anew. */
void arrears_signing_choice_refuse_password (ArrearsSigningChoice *self);

const char *arrears_signing_choice_get_seal_path (ArrearsSigningChoice *self);
void        arrears_signing_choice_set_seal_path (ArrearsSigningChoice *self, const char *path);

G_END_DECLS
