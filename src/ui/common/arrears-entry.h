/* arrears-entry.h: one small act and the form that it is entered with, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-desk.h"
#include "arrears-entry-values.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_ENTRY_TEXT,
  ARREARS_ENTRY_LONG_TEXT, /* more than one line */
  ARREARS_ENTRY_MONEY,     /* more than zero */
  ARREARS_ENTRY_DAY,
  ARREARS_ENTRY_NUMBER, /* whole, from `least` to `most` */
  ARREARS_ENTRY_CHOICE, /* one of the words; the first where nothing was chosen */
  ARREARS_ENTRY_SWITCH, /* "1" or "0" */
} ArrearsEntryFieldKind;

typedef struct
{
  const char *name;
  const char *label; /* N_() */
  ArrearsEntryFieldKind kind;
  gboolean is_needed;
  const char *hint; /* N_(); a few words below a choice or switch, else behind the label; or NULL */
  const ArrearsEntryChoice *choices; /* labels N_(); ends with a word of NULL. NULL: those that
                                        were added to the values */
  gint64 least;
  gint64 most;
} ArrearsEntryField;

/* A line of text about what an act would do; a warning is marked as such. */
typedef struct
{
  char *text;
  gboolean is_warning;
} ArrearsEntryLine;

/* GPtrArray of ArrearsEntryLine. `text` is taken. */
GPtrArray *arrears_entry_lines_new (void);
void arrears_entry_lines_add (GPtrArray *lines, char *text);
void arrears_entry_lines_warn (GPtrArray *lines, char *text);

/* `prepare`, `describe` and `record` run in a worker, on a desk of its own. */
typedef struct
{
  const char *name;       /* an English word: "dispute" */
  const char *heading;    /* N_() "Record Dispute" */
  const char *about;      /* N_() a sentence or two above the fields, or NULL */
  const char *save_label; /* N_() with a mnemonic: "_Record" */
  const char *failure;    /* N_() heading of what went wrong: "The Dispute Was Not Recorded" */
  const ArrearsEntryField *fields;
  gsize n_fields;
  const ArrearsError *reason_codes; /* where `record` fails with one of these, a reason is asked for
                                       and `record` tried again with it; ends with 0; or NULL */

  /* Whether a field is asked for beside what the others hold; NULL: always. In the thread that
   * draws.
   */
  gboolean (*is_shown) (const ArrearsEntryField *field, const ArrearsEntryValues *values);

  /* Fills in what the ledger knows: first values and choices. FALSE with an error. May be NULL. */
  gboolean (*prepare) (ArrearsDesk *desk, ArrearsEntryValues *values, GError **error);

  /* What the act would do, whenever values change and can be read; a needed one may still be empty.
   * GPtrArray of ArrearsEntryLine, NULL with an error. May be NULL.
   */
  GPtrArray *(*describe) (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error);

  /* FALSE with an error. NULL where the form only asks a question, which `describe` answers. */
  gboolean (*record) (ArrearsDesk *desk, const ArrearsEntryValues *values, GError **error);
} ArrearsEntry;

/* Values of their own: the line below the heading, and the reason that was asked for. */
#define ARREARS_ENTRY_SUBTITLE "subtitle"
#define ARREARS_ENTRY_REASON "override_reason"

gboolean arrears_entry_shows_field (const ArrearsEntry *entry, const ArrearsEntryField *field,
                                    const ArrearsEntryValues *values);

/* GArray of ArrearsFormIssue: what is not as it should be in the fields that are shown. (transfer
 * full)
 */
GArray *arrears_entry_check (const ArrearsEntry *entry, const ArrearsEntryValues *values);

/* Whether an error asks for a reason. */
gboolean arrears_entry_asks_reason (const ArrearsEntry *entry, const GError *error);

G_END_DECLS
