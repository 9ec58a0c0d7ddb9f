/* first-paint.c: how long a window takes to be on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * first-paint COMMAND...: starts a program, waits until its window has been painted, and prints
 * milliseconds from the start to that moment, the CPU milliseconds of the program, and its resident
 * memory in MB a second later. The first damage of a mapped window is the server clearing it; the
 * second one that covers it all is the program's first frame.
 */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  SMALLEST_WINDOW = 200, /* pixels; what is smaller is a helper window */
  TIME_LIMIT = 30,       /* seconds */
};

typedef struct
{
  Display *display;
  int damage_event;
  Window window;
  int width;
  int height;
  int n_paints;
} Watch;

static void
watch_window (Watch *watch, const XMapEvent *event)
{
  XWindowAttributes attributes;

  if (event->override_redirect || !XGetWindowAttributes (watch->display, event->window, &attributes)
      || attributes.width < SMALLEST_WINDOW || attributes.height < SMALLEST_WINDOW
      || attributes.class == InputOnly)
    return;
  watch->window = event->window;
  watch->width = attributes.width;
  watch->height = attributes.height;
  XDamageCreate (watch->display, event->window, XDamageReportRawRectangles);
}

static void
count_paint (Watch *watch, const XDamageNotifyEvent *event)
{
  if (event->drawable == watch->window && event->area.width * 10 >= watch->width * 9
      && event->area.height * 10 >= watch->height * 9)
    watch->n_paints++;
}

/* Microseconds at the first frame, or -1. */
static gint64
wait_for_paint (Watch *watch)
{
  gint64 end = g_get_monotonic_time () + TIME_LIMIT * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      XEvent event;

      if (XPending (watch->display) == 0)
        {
          g_usleep (200);
          continue;
        }
      XNextEvent (watch->display, &event);
      if (event.type == MapNotify && watch->window == None)
        watch_window (watch, &event.xmap);
      else if (event.type == watch->damage_event + XDamageNotify)
        count_paint (watch, (const XDamageNotifyEvent *) &event);
      if (watch->n_paints >= 2)
        return g_get_monotonic_time ();
    }
  return -1;
}

/* A number of /proc/PID/status, in kB. */
static glong
read_resident (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  at = strstr (text, "VmRSS:");
  return at != NULL ? strtol (at + strlen ("VmRSS:"), NULL, 10) : 0;
}

static glong
read_cpu_milliseconds (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  unsigned long user = 0;
  unsigned long system = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL)
      || sscanf (strrchr (text, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
                 &user, &system)
             != 2)
    return 0;
  return (glong) ((user + system) * 1000 / (unsigned long) sysconf (_SC_CLK_TCK));
}

static gboolean
open_display (Watch *watch)
{
  int error_base;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL
      || !XDamageQueryExtension (watch->display, &watch->damage_event, &error_base))
    return FALSE;
  XSelectInput (watch->display, DefaultRootWindow (watch->display), SubstructureNotifyMask);
  XSync (watch->display, False);
  return TRUE;
}

int
main (int argc, char **argv)
{
  Watch watch = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start;
  gint64 painted;
  glong cpu;
  GPid pid;

  if (argc < 2 || !open_display (&watch))
    {
      fputs ("usage: first-paint COMMAND... (on an X display with the Damage extension)\n", stderr);
      return 2;
    }
  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    {
      fprintf (stderr, "first-paint: %s\n", error->message);
      return 1;
    }
  painted = wait_for_paint (&watch);
  cpu = read_cpu_milliseconds (pid);
  g_usleep (G_USEC_PER_SEC);
  if (painted > 0)
    printf ("%.0f %ld %.1f\n", (double) (painted - start) / 1000, cpu,
            (double) read_resident (pid) / 1024);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (watch.display);
  return painted > 0 ? 0 : 1;
}
