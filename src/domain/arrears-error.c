/* arrears-error.c: what can go wrong, as codes a caller acts on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-error.h"

enum
{
  STATUS_REFUSED = 1,
  STATUS_DAMAGED = 3,
  STATUS_ENVIRONMENT = 4,
};

/* The codes of G_IO_ERROR that are the request's fault. GIO is no library of this room, and its
 * numbers are part of its stable interface.
 */
enum
{
  IO_ERROR_NOT_FOUND = 1,
  IO_ERROR_EXISTS = 2,
  IO_ERROR_IS_DIRECTORY = 3,
  IO_ERROR_NOT_DIRECTORY = 4,
  IO_ERROR_NOT_REGULAR_FILE = 6,
  IO_ERROR_FILENAME_TOO_LONG = 9,
  IO_ERROR_INVALID_FILENAME = 10,
  IO_ERROR_CANCELLED = 19,
};

G_DEFINE_QUARK (arrears-error-quark, arrears_error)

static int
get_status_of_own (int code)
{
  if (code >= ARREARS_ERROR_ENVIRONMENT)
    return STATUS_ENVIRONMENT;
  if (code >= ARREARS_ERROR_DAMAGED)
    return STATUS_DAMAGED;
  return STATUS_REFUSED;
}

static int
get_status_of_io (int code)
{
  switch (code)
    {
    case IO_ERROR_NOT_FOUND:
    case IO_ERROR_EXISTS:
    case IO_ERROR_IS_DIRECTORY:
    case IO_ERROR_NOT_DIRECTORY:
    case IO_ERROR_NOT_REGULAR_FILE:
    case IO_ERROR_FILENAME_TOO_LONG:
    case IO_ERROR_INVALID_FILENAME:
    case IO_ERROR_CANCELLED:
      return STATUS_REFUSED;
    default:
      return STATUS_ENVIRONMENT;
    }
}

static int
get_status_of_file (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_EXIST:
    case G_FILE_ERROR_ISDIR:
    case G_FILE_ERROR_NOTDIR:
    case G_FILE_ERROR_NAMETOOLONG:
      return STATUS_REFUSED;
    default:
      return STATUS_ENVIRONMENT;
    }
}

int
arrears_error_get_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, STATUS_ENVIRONMENT);

  if (error->domain == ARREARS_ERROR)
    return get_status_of_own (error->code);
  if (error->domain == G_FILE_ERROR)
    return get_status_of_file (error->code);
  if (error->domain == g_quark_try_string ("g-io-error-quark"))
    return get_status_of_io (error->code);
  return STATUS_REFUSED;
}
