/* arrears-error.h: what can go wrong, as codes a caller acts on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One list for all rooms. The message of a GError is technical English for the details; the
 * sentence that the user reads is chosen from the code (src/words). Codes are grouped by the
 * exit status that arrears_error_get_status() gives them, in the order of the groups below.
 */
typedef enum
{
  /* 1: the input or the request is wrong; nothing was changed */
  ARREARS_ERROR_REFUSED,            /* anything without a code of its own */
  ARREARS_ERROR_MISSING,            /* a value that is needed is empty */
  ARREARS_ERROR_AMOUNT_UNREADABLE,  /* not an amount such as 1234.50 or ￥1,234.50 */
  ARREARS_ERROR_AMOUNT_DECIMALS,    /* more than two decimals */
  ARREARS_ERROR_AMOUNT_GROUPING,    /* thousands separators in the wrong place */
  ARREARS_ERROR_AMOUNT_TOO_LARGE,   /* does not fit, or a sum overflowed */
  ARREARS_ERROR_AMOUNT_SIGN,        /* must be more than zero */
  ARREARS_ERROR_DAY_UNREADABLE,     /* not a day such as 2024-03-05 or 2024年3月5日 */
  ARREARS_ERROR_DAY_IMPOSSIBLE,     /* such as 30 February */
  ARREARS_ERROR_DAY_AMBIGUOUS,      /* day and month can be read either way */
  ARREARS_ERROR_DAY_ORDER,          /* a day lies before one that must come first */
  ARREARS_ERROR_RATE_UNREADABLE,    /* not a rate such as 0.0005, 4.65% or 万分之五 */
  ARREARS_ERROR_NUMBER_UNREADABLE,  /* not a whole number in the range named */
  ARREARS_ERROR_WORD_UNKNOWN,       /* not one of the words that the field takes */
  ARREARS_ERROR_NUMBER_CUT,         /* a long number that a spreadsheet has shortened: 2.6E+19 */
  ARREARS_ERROR_USCC_LENGTH,        /* not 18 places */
  ARREARS_ERROR_USCC_ALPHABET,      /* a character that GB 32100 does not use */
  ARREARS_ERROR_USCC_CHECK,         /* the check character does not fit; only ever a warning */
  ARREARS_ERROR_DUPLICATE,          /* the same key with other content is there already */
  ARREARS_ERROR_REPEATED,           /* the same row stands in the file twice */
  ARREARS_ERROR_NAME_DIFFERS,       /* the ledger knows the customer's code under another name */
  ARREARS_ERROR_PAID_EXCEEDS,       /* more was paid than the invoice comes to */
  ARREARS_ERROR_NOT_FOUND,          /* no such customer, invoice, document ... */
  ARREARS_ERROR_ENCODING,           /* bytes that are no text in the encoding found */
  ARREARS_ERROR_HEADING,            /* no header row, or a heading that is needed is absent */
  ARREARS_ERROR_FORMAT,             /* not a file of the kind expected */
  ARREARS_ERROR_EXISTS,             /* a file stands where a new one was to be made */
  ARREARS_ERROR_NEWER,              /* the ledger was written by a newer Arrears */
  ARREARS_ERROR_COMPANY_MISSING,    /* particulars of the user's own firm that a letter needs */
  ARREARS_ERROR_NOTHING_DUE,        /* no item that a letter could claim */
  ARREARS_ERROR_BELOW_LEAST,        /* too little is overdue for a letter of the stage */
  ARREARS_ERROR_LIMITATION_ENDED,   /* a demand after the end of limitation revives nothing */
  ARREARS_ERROR_TOO_SOON,           /* formal letters must be seven days apart */
  ARREARS_ERROR_NOTHING_NEW,        /* all of it was claimed in this stage already */
  ARREARS_ERROR_GUARDED,            /* a contact against the guard: takes a reason */
  ARREARS_ERROR_STOPPED,            /* the person is on the stop list: no reason helps */
  ARREARS_ERROR_TABLE_ENDED,        /* a statutory table has no value for the day */
  ARREARS_ERROR_GLYPH,              /* no font has the character */
  ARREARS_ERROR_FILE_EMPTY,         /* a file without a byte in it */
  ARREARS_ERROR_FILE_TOO_LARGE,     /* more than is kept of one file */
  ARREARS_ERROR_FILE_KEPT,          /* the same file is kept with the same thing already */
  ARREARS_ERROR_PASSWORD,           /* the password does not open the key */
  ARREARS_ERROR_PASSWORD_SHORT,     /* a new password that is too short */
  ARREARS_ERROR_CERTIFICATE,        /* expired, not yet valid, or unfit to sign */
  ARREARS_ERROR_CANCELLED,          /* the user stopped it */
  /* 3: the ledger or a signed file is damaged or altered */
  ARREARS_ERROR_DAMAGED,
  ARREARS_ERROR_ALTERED,            /* a signature, hash or chain does not hold */
  /* 4: the environment failed; nothing half-done is left */
  ARREARS_ERROR_ENVIRONMENT,
  ARREARS_ERROR_DISK_FULL,
  ARREARS_ERROR_PERMISSION,
  ARREARS_ERROR_LOCKED,             /* another writer held the ledger for too long */
} ArrearsError;

#define ARREARS_ERROR (arrears_error_quark ())
GQuark arrears_error_quark (void);

/* The exit status (1, 3 or 4) of an error. G_IO_ERROR and G_FILE_ERROR are understood: no space
 * and no permission are 4, as is everything the system refused; a file that is not there is 1.
 */
int arrears_error_get_status (const GError *error);

G_END_DECLS
