/* arrears-cli-measures.h: what the commands on late accounts share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "arrears-cli.h"
#include "arrears-crediting.h"

G_BEGIN_DECLS

/* The texts of the options, as far as a command has them; NULL where one was not given. */
typedef struct
{
  char *amount;
  char *by;
  char *channel;
  char *code;
  char *due;
  char *invoice;
  char *kind;
  char *note;
  char *number;
  char *on;
  char *reason;
  char *relief;
  char *replaces;
  char *review;
  char *until;
} ArrearsMeasureTexts;

void arrears_measure_texts_clear (ArrearsMeasureTexts *texts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArrearsMeasureTexts, arrears_measure_texts_clear)

/* One option of a command: the member of `texts` of the same name. */
#define ARREARS_MEASURE_OPTION(texts, member)                                                      \
  {                                                                                                \
    #member, 0, 0, G_OPTION_ARG_STRING, &(texts).member, NULL, NULL                                \
  }

/* Read the text of an option, where it was given (else they leave the value as it is), or of an
 * operand. FALSE after the fault was reported; *status is then the exit status.
 */
gboolean arrears_measure_read_amount (const char *option, const char *text, ArrearsMoney *amount,
                                      int *status);
gboolean arrears_measure_read_day    (const char *option, const char *text, ArrearsDay *day,
                                      int *status);
gboolean arrears_measure_read_id     (const char *text, gint64 *id, int *status);

/* Opens the ledger and finds the customer whom the code names (NULL: none is wanted). NULL after an
 * error was reported.
 */
ArrearsDesk *arrears_measure_open (ArrearsCli *cli, const char *code, gint64 *customer_id,
                                   int *status);

/* Prints the id of an entry that was made; reports the error where it is 0. Returns the exit
 * status.
 */
int arrears_measure_print_id (ArrearsCli *cli, gint64 id, const GError *error);

/* Ends an entry of a register, for a reason or with a note. */
typedef gboolean (*ArrearsMeasureEnding) (ArrearsDesk *desk, gint64 id, const char *why,
                                          GError **error);

/* A command "ID --reason R" or, where no reason is needed, "ID [--note N]". Returns the exit status.
 */
int arrears_measure_run_ending (ArrearsCli *cli, int argc, char **argv, gboolean needs_reason,
                                ArrearsMeasureEnding end);

/* The members of an object on credit: the verdict, its reasons and figures. */
void arrears_output_add_credit (JsonBuilder *builder, const ArrearsCreditReport *report);

G_END_DECLS
