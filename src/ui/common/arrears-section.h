/* arrears-section.h: a place in the window: Today, Accounts, Invoices ...
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

/* The window knows its sections by their title, icon and indicator (a short text beside the title,
 * such as a number; "" for none), and nothing of what they show.
 *
 * A section is made empty, and built on its first visit: what is never looked at costs neither
 * time at the start nor memory. From then on it is given a desk, or NULL while no ledger is open,
 * and told to refresh when the ledger has changed, as soon as it can be seen.
 */
#define ARREARS_TYPE_SECTION (arrears_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (ArrearsSection, arrears_section, ARREARS, SECTION, AdwBin)

struct _ArrearsSectionClass
{
  AdwBinClass parent_class;

  /* Refreshes also while it cannot be seen, because its indicator can. */
  gboolean refreshes_unseen;

  /* Completes the template, which has just been instantiated. */
  void (*build) (ArrearsSection *self);

  /* Shows the desk's ledger from now on; NULL lets go of the last one. Refresh follows. */
  void (*set_desk) (ArrearsSection *self, ArrearsDesk *desk);

  /* Shows the ledger as it is now. */
  void (*refresh) (ArrearsSection *self);

  /* Brings the cursor where the user can search; FALSE where there is nothing to search. */
  gboolean (*start_search) (ArrearsSection *self);
};

const char *arrears_section_get_title     (ArrearsSection *self);
const char *arrears_section_get_icon_name (ArrearsSection *self);
const char *arrears_section_get_indicator (ArrearsSection *self);
void        arrears_section_set_indicator (ArrearsSection *self, const char *indicator);

/* The user came here: builds the section unless it is, and refreshes what has become stale. */
void arrears_section_visit (ArrearsSection *self);

/* The ledger to show when visited. (transfer none) */
ArrearsDesk *arrears_section_get_desk (ArrearsSection *self);
void         arrears_section_set_desk (ArrearsSection *self, ArrearsDesk *desk);

gboolean arrears_section_start_search (ArrearsSection *self);

G_END_DECLS
