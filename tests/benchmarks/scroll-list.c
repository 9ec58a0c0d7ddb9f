/* scroll-list.c: the list of invoices under load
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * scroll-list LEDGER YYYY-MM-DD: shows the invoices of a ledger, scrolls to the end and about,
 * re-sorts and searches, and prints the CPU time of the frames, and each re-sort and search beside
 * the bare query that it rests on.
 */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "arrears-invoices-section.h"
#include "arrears-list-table.h"
#include "arrears-listing.h"
#include "arrears-resources.h"
#include "arrears-words.h"

enum
{
  MAX_SAMPLES = 4096,
  N_SCROLLS = 300,
  SCROLL_PIXELS = 200,
};

typedef struct
{
  double milliseconds[MAX_SAMPLES];
  int n;
  double started;
  int n_frames;
} Frames;

typedef struct
{
  ArrearsDesk *desk;
  ArrearsListTable *table;
  Frames *frames;
} Bench;

static double
read_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
read_time (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static ArrearsInstant
read_clock (void)
{
  return (ArrearsInstant) { .at = g_get_real_time () / G_USEC_PER_SEC };
}

static void
on_frame_started_cb (GdkFrameClock *clock, gpointer user_data)
{
  ((Frames *) user_data)->started = read_thread_time ();
}

static void
on_frame_painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Frames *frames = user_data;

  frames->n_frames++;
  if (frames->n < MAX_SAMPLES)
    frames->milliseconds[frames->n++] = read_thread_time () - frames->started;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Sleeps between events, so that the CPU time of the thread is that of the work. */
static void
wait_for_frame (Frames *frames, GtkWidget *widget)
{
  int drawn = frames->n_frames;

  gtk_widget_queue_draw (widget);
  while (frames->n_frames == drawn)
    g_main_context_iteration (NULL, TRUE);
}

static void
report_frames (Frames *frames, const char *what)
{
  qsort (frames->milliseconds, (gsize) frames->n, sizeof (double), compare_doubles);
  if (frames->n > 0)
    printf ("%-28s %4d frames, CPU median %5.1f ms, 99 in 100 below %5.1f ms\n", what, frames->n,
            frames->milliseconds[frames->n / 2], frames->milliseconds[frames->n * 99 / 100]);
  frames->n = 0;
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_for_rows (const Bench *bench)
{
  while (arrears_list_table_is_busy (bench->table))
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (bench->frames, GTK_WIDGET (bench->table));
}

static void
scroll (const Bench *bench)
{
  GtkWidget *scroller = find_widget (GTK_WIDGET (bench->table), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  bench->frames->n = 0;
  for (int i = 0; i < N_SCROLLS; i++)
    {
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) + SCROLL_PIXELS);
      wait_for_frame (bench->frames, scroller);
    }
  report_frames (bench->frames, "scrolling");
  for (int i = 0; i < N_SCROLLS; i++)
    {
      gtk_adjustment_set_value (adjustment,
                                g_random_double () * gtk_adjustment_get_upper (adjustment));
      wait_for_frame (bench->frames, scroller);
    }
  report_frames (bench->frames, "jumping");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_for_frame (bench->frames, scroller);
  report_frames (bench->frames, "to the end");
}

/* Milliseconds of the bare query. */
static double
time_query (const Bench *bench, const char *sort, const char *search)
{
  g_autoptr (ArrearsListing) listing = arrears_listing_new (ARREARS_LISTING_INVOICES);
  g_autoptr (GArray) ids = NULL;
  double started = read_time ();

  g_free (listing->sort);
  g_free (listing->search);
  listing->sort = g_strdup (sort);
  listing->search = g_strdup (search);
  ids = arrears_listing_list_ids (listing, bench->desk, NULL);
  return read_time () - started;
}

static void
report_change (const char *what, const char *key, double all, double drawing, double query)
{
  printf ("%-8s %-16s %6.1f ms to the painted frame, %5.1f ms of it on the drawing thread; bare "
          "query %6.1f ms, ratio %.2f\n",
          what, key, all, drawing, query, all / MAX (query, 0.1));
}

static void
sort (const Bench *bench)
{
  GtkColumnView *view = arrears_list_table_get_view (bench->table);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkSorter *sorter = gtk_column_view_column_get_sorter (column);
      g_autofree char *field = NULL;
      double started = read_time ();
      double drawing = read_thread_time ();

      if (sorter == NULL)
        continue;
      g_object_get (sorter, "field", &field, NULL);
      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      wait_for_rows (bench);
      report_change ("sort by", field, read_time () - started, read_thread_time () - drawing,
                     time_query (bench, field, ""));
    }
}

static void
search (const Bench *bench)
{
  static const char *const texts[] = { "礼", "中秋", "中秋礼盒", "XS0000123", "临安", "nothing" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double started = read_time ();
      double drawing = read_thread_time ();

      arrears_list_table_set_search (bench->table, texts[i]);
      wait_for_rows (bench);
      report_change ("search", texts[i], read_time () - started, read_thread_time () - drawing,
                     time_query (bench, "", texts[i]));
    }
}

static GtkWidget *
show_section (Bench *bench, ArrearsSection *section)
{
  GtkWidget *window = adw_window_new ();
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (section));
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_frame_started_cb), bench->frames);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_frame_painted_cb), bench->frames);
  arrears_section_visit (section);
  bench->table = ARREARS_LIST_TABLE (find_widget (GTK_WIDGET (section), ARREARS_TYPE_LIST_TABLE));
  return window;
}

int
main (int argc, char **argv)
{
  static Frames frames;
  Bench bench = { .frames = &frames };
  g_autoptr (ArrearsDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  ArrearsSection *section;
  ArrearsDay day;
  double started;

  if (argc != 3 || !arrears_day_parse (argv[2], ARREARS_DAY_ORDER_YMD, &day, NULL))
    {
      fputs ("usage: scroll-list LEDGER YYYY-MM-DD\n", stderr);
      return 2;
    }
  arrears_words_init ();
  adw_init ();
  g_resources_register (arrears_get_resource ());
  desk = arrears_desk_open (argv[1], day, read_clock, &error);
  if (desk == NULL)
    {
      fprintf (stderr, "scroll-list: %s\n", error->message);
      return 1;
    }
  bench.desk = desk;
  section = g_object_new (ARREARS_TYPE_INVOICES_SECTION, NULL);
  show_section (&bench, section);
  started = read_time ();
  arrears_section_set_desk (section, desk);
  wait_for_rows (&bench);
  printf ("%u rows on the screen after %.0f ms\n", arrears_list_table_get_n_rows (bench.table),
          read_time () - started);
  scroll (&bench);
  sort (&bench);
  search (&bench);
  return 0;
}
