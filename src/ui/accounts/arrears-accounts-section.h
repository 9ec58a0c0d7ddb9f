/* arrears-accounts-section.h: all customers with what they owe (客户)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-section.h"

G_BEGIN_DECLS

/* Double click opens the account: win.open-account. */
#define ARREARS_TYPE_ACCOUNTS_SECTION (arrears_accounts_section_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsAccountsSection, arrears_accounts_section, ARREARS, ACCOUNTS_SECTION,
                      ArrearsSection)

G_END_DECLS
