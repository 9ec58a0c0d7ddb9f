/* arrears-cli.h: what the commands of the command line share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "arrears-desk.h"

G_BEGIN_DECLS

typedef enum
{
  ARREARS_FORMAT_TABLE,
  ARREARS_FORMAT_JSON,
  ARREARS_FORMAT_CSV,
} ArrearsFormat;

enum
{
  ARREARS_EXIT_DONE = 0,
  ARREARS_EXIT_REFUSED = 1,
  ARREARS_EXIT_USAGE = 2,
  ARREARS_EXIT_DAMAGED = 3,
};

/* The options that all commands share. */
typedef struct
{
  char *ledger;
  ArrearsDay as_of;
  ArrearsClock clock;
  ArrearsFormat format;
  const char *actor;    /* who works: the log bears it */
  gboolean has_printed; /* a part of the result already */
} ArrearsCli;

/* A command: argv[0] is its own name. Returns the exit status. */
typedef int (*ArrearsCommandFunc) (ArrearsCli *cli, int argc, char **argv);

int arrears_command_new      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_company  (ArrearsCli *cli, int argc, char **argv);
int arrears_command_contract (ArrearsCli *cli, int argc, char **argv);
int arrears_command_identity (ArrearsCli *cli, int argc, char **argv);
int arrears_command_import   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_flags    (ArrearsCli *cli, int argc, char **argv);
int arrears_command_aging    (ArrearsCli *cli, int argc, char **argv);
int arrears_command_account  (ArrearsCli *cli, int argc, char **argv);
int arrears_command_charge   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_pay      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_letter   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_today    (ArrearsCli *cli, int argc, char **argv);
int arrears_command_seen     (ArrearsCli *cli, int argc, char **argv);
int arrears_command_done     (ArrearsCli *cli, int argc, char **argv);
int arrears_command_policy   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_verify   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_backup   (ArrearsCli *cli, int argc, char **argv);

int arrears_command_receipts    (ArrearsCli *cli, int argc, char **argv);
int arrears_command_allocate    (ArrearsCli *cli, int argc, char **argv);
int arrears_command_refund      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_credit_note (ArrearsCli *cli, int argc, char **argv);
int arrears_command_void        (ArrearsCli *cli, int argc, char **argv);
int arrears_command_write_off   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_charge_left (ArrearsCli *cli, int argc, char **argv);
int arrears_command_split       (ArrearsCli *cli, int argc, char **argv);
int arrears_command_due         (ArrearsCli *cli, int argc, char **argv);
int arrears_command_cost        (ArrearsCli *cli, int argc, char **argv);

int arrears_command_dispute     (ArrearsCli *cli, int argc, char **argv);
int arrears_command_dispute_end (ArrearsCli *cli, int argc, char **argv);
int arrears_command_pause       (ArrearsCli *cli, int argc, char **argv);
int arrears_command_pause_end   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_promise     (ArrearsCli *cli, int argc, char **argv);
int arrears_command_promise_end (ArrearsCli *cli, int argc, char **argv);
int arrears_command_mark        (ArrearsCli *cli, int argc, char **argv);
int arrears_command_unmark      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_credit      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_owner       (ArrearsCli *cli, int argc, char **argv);
int arrears_command_hand_over   (ArrearsCli *cli, int argc, char **argv);
int arrears_command_people      (ArrearsCli *cli, int argc, char **argv);

int arrears_command_limitation            (ArrearsCli *cli, int argc, char **argv);
int arrears_command_limitation_event      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_limitation_event_void (ArrearsCli *cli, int argc, char **argv);
int arrears_command_guarantee             (ArrearsCli *cli, int argc, char **argv);
int arrears_command_guarantee_end         (ArrearsCli *cli, int argc, char **argv);
int arrears_command_voucher               (ArrearsCli *cli, int argc, char **argv);
int arrears_command_vouchers_missing      (ArrearsCli *cli, int argc, char **argv);

int arrears_command_log           (ArrearsCli *cli, int argc, char **argv);
int arrears_command_contact       (ArrearsCli *cli, int argc, char **argv);
int arrears_command_contact_check (ArrearsCli *cli, int argc, char **argv);
int arrears_command_contacts      (ArrearsCli *cli, int argc, char **argv);
int arrears_command_wording       (ArrearsCli *cli, int argc, char **argv);
int arrears_command_rules         (ArrearsCli *cli, int argc, char **argv);
int arrears_command_rates         (ArrearsCli *cli, int argc, char **argv);
int arrears_command_holidays      (ArrearsCli *cli, int argc, char **argv);

/* Reads a command's own options; `operands` is what it takes besides, for the usage line. Leaves
 * the operands in argv[1 .. argc - 1]. On a wrong option, or fewer or more operands than said,
 * prints the usage and returns FALSE: the status is then ARREARS_EXIT_USAGE.
 */
gboolean arrears_cli_parse (const GOptionEntry *entries, const char *operands, int n_least,
                            int n_most, int *argc, char ***argv);

/* Prints how a command is called. Returns ARREARS_EXIT_USAGE. */
int arrears_cli_fail_usage (const char *command, const char *operands);

/* Opens the ledger that was named. NULL after an error was reported. */
ArrearsDesk *arrears_cli_open (ArrearsCli *cli, int *status);

/* Prints what went wrong on the standard error and returns its exit status. */
int arrears_cli_fail (const GError *error);

/* The same for an option or operand whose text could not be read. */
int arrears_cli_fail_option (const char *option, const GError *error);

/* The first line of a file, without its end: how passwords are handed over. */
char *arrears_cli_read_password (const char *path, GError **error);

G_END_DECLS
