/* arrears-guarantee.h: somebody answers for a customer's debt (保证)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-record.h"

G_BEGIN_DECLS

/* Without a stated kind it is general (Civil Code 686.2), without an agreed period it lasts six
 * months from the due day of the principal (692.2); it neither rests nor starts anew (692.1).
 * Ended: "claimed" in time, "lapsed" or "released".
 */
#define ARREARS_TYPE_GUARANTEE (arrears_guarantee_get_type ())
G_DECLARE_FINAL_TYPE (ArrearsGuarantee, arrears_guarantee, ARREARS, GUARANTEE, ArrearsRecord)

struct _ArrearsGuarantee
{
  ArrearsRecord parent_instance;

  gint64 id;
  gint64 customer_id;
  char *customer_code;
  char *customer_name;
  gint64 invoice_id; /* 0: the whole account */
  char *invoice_number;
  ArrearsDay from_on;
  char *guarantor;
  char *kind; /* "general" (一般保证) or "joint" (连带责任保证) */
  ArrearsDay principal_due_on;
  int months;          /* of the period; 0 where none was agreed */
  ArrearsMoney amount; /* 0: the whole debt */
  char *note;
  ArrearsDay recorded_on;
  ArrearsDay ended_on; /* not set: it stands */
  char *ended_how;
  char *ended_note;
};

ArrearsGuarantee *arrears_guarantee_new (void);

/* The kinds. */
#define ARREARS_GUARANTEE_GENERAL "general"
#define ARREARS_GUARANTEE_JOINT "joint"

/* How it can end. */
#define ARREARS_GUARANTEE_CLAIMED "claimed" /* what the law asks for was done in time */
#define ARREARS_GUARANTEE_LAPSED "lapsed"
#define ARREARS_GUARANTEE_RELEASED "released"

/* The last day of its period: the months agreed, or six, from the due day of the principal that it
 * was given for (692.2). A deferral without the guarantor's written consent does not move it
 * (695.2); with it, the guarantee is entered anew with the new due day.
 */
ArrearsDay arrears_guarantee_get_ends_on (ArrearsGuarantee *guarantee);

/* What has to be done by then (693). */
typedef enum
{
  ARREARS_GUARANTEE_NEEDS_SUIT,  /* general: sue the debtor, or apply for arbitration */
  ARREARS_GUARANTEE_NEEDS_CLAIM, /* joint: claim from the guarantor */
} ArrearsGuaranteeNeed;

ArrearsGuaranteeNeed arrears_guarantee_get_need (ArrearsGuarantee *guarantee);

/* "suit", "claim". */
const char *arrears_guarantee_need_to_word (ArrearsGuaranteeNeed need);

/* One that can be entered: a guarantor, a kind, the due day and months of a period. */
gboolean arrears_guarantee_check (ArrearsGuarantee *guarantee, GError **error);

G_END_DECLS
