/* arrears-test-cli.h: arrears-cli run as a user runs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "arrears-test-folder.h"

G_BEGIN_DECLS

/* A folder with a ledger in it, for runs of the program that ARREARS_CLI names. Whatever fails in
 * here ends the test.
 */
typedef struct
{
  ArrearsTestFolder *folder;
  const char *ledger; /* "a.arrears" in the folder; nothing is there at first */
  char *day;          /* what --as-of is given; 2026-11-20 at first */
} ArrearsTestCli;

ArrearsTestCli *arrears_test_cli_new (void);
void arrears_test_cli_free (ArrearsTestCli *cli);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTestCli, arrears_test_cli_free)

/* Puts the sample shop of the first day where the ledger belongs: made once, for it takes a while,
 * and copied for each test.
 */
void arrears_test_cli_put_shop (ArrearsTestCli *cli);

/* The path of a file in the folder; owned by it. */
const char *arrears_test_cli_get_path (ArrearsTestCli *cli, const char *name);

/* Writes a text to a file in the folder and gives its path. */
const char *arrears_test_cli_put (ArrearsTestCli *cli, const char *name, const char *text);

/* A sheet of tests/data/exchange; owned by the caller. */
char *arrears_test_cli_dup_sheet (const char *name);

typedef struct
{
  int status;
  char *out;
  char *err;
} ArrearsTestRun;

void arrears_test_run_free (ArrearsTestRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsTestRun, arrears_test_run_free)

/* Runs the program with these arguments behind --ledger and --as-of; NULL ends them. */
ArrearsTestRun *arrears_test_cli_run (ArrearsTestCli *cli, ...) G_GNUC_NULL_TERMINATED;

/* The same with the arguments as one text, blanks between. */
ArrearsTestRun *arrears_test_cli_run_line (ArrearsTestCli *cli, const char *arguments);

/* The same with nothing before the arguments. */
ArrearsTestRun *arrears_test_cli_run_bare (ArrearsTestCli *cli, ...) G_GNUC_NULL_TERMINATED;

/* The same where no file can grow beyond so many bytes: a disk that is full. */
ArrearsTestRun *arrears_test_cli_run_without_room (ArrearsTestCli *cli, gsize most_bytes,
                                                   ...) G_GNUC_NULL_TERMINATED;

/* The same without the right of an administrator to write where permissions say no. */
ArrearsTestRun *arrears_test_cli_run_without_rights (ArrearsTestCli *cli,
                                                     ...) G_GNUC_NULL_TERMINATED;

/* Runs it and expects the status; gives what it wrote to the standard output. */
char *arrears_test_cli_expect (ArrearsTestCli *cli, int status, ...) G_GNUC_NULL_TERMINATED;

/* Runs it with --format json and expects the status, and JSON and nothing else on the standard
 * output.
 */
JsonNode *arrears_test_cli_ask (ArrearsTestCli *cli, int status, ...) G_GNUC_NULL_TERMINATED;

/* The members of an object are these and no others, in this order, blanks between. */
void arrears_test_cli_assert_members (JsonObject *object, const char *names);

G_END_DECLS
