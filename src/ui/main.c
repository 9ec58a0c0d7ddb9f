/* main.c: starts the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-application.h"
#include "arrears-words.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* One of the two places where the program asks for the time. */
static ArrearsInstant
read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (ArrearsInstant) {
    .at = g_date_time_to_unix (now),
    .offset_minutes = (int) (g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE),
  };
}

/* Workers hold much for a moment. In a heap for each thread it would never come back. */
static void
share_one_heap (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
#endif
}

int
main (int argc, char **argv)
{
  g_autoptr (ArrearsApplication) application = NULL;

  share_one_heap ();
  arrears_words_init ();
  application = arrears_application_new (read_clock);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
