/* arrears-log-tab.c: what happened in an account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-log-tab.h"

#include "arrears-log-entry.h"
#include "arrears-words.h"

struct _ArrearsLogTab
{
  ArrearsRecordTab parent_instance;
};

G_DEFINE_FINAL_TYPE (ArrearsLogTab, arrears_log_tab, ARREARS_TYPE_RECORD_TAB)

/* In the time of the place where the entry was written. */
static char *
format_instant (gpointer self, gint64 at, int offset_minutes)
{
  const int seconds_per_minute = 60;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset_minutes * seconds_per_minute);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) there = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return there != NULL ? g_date_time_format (there, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static char *
describe_log_entry (gpointer self, ArrearsLogEntry *entry)
{
  return entry != NULL ? arrears_words_describe_log_entry (entry) : g_strdup ("");
}

static void
arrears_log_tab_class_init (ArrearsLogTabClass *klass)
{
  g_type_ensure (ARREARS_TYPE_LOG_ENTRY);
  arrears_record_tab_class_set_template (
      ARREARS_RECORD_TAB_CLASS (klass),
      "/io/github/arrears/Arrears/ui/accounts/arrears-log-tab.ui");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), format_instant);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), describe_log_entry);
}

static void
arrears_log_tab_init (ArrearsLogTab *self)
{
  arrears_record_tab_init_template (ARREARS_RECORD_TAB (self));
}
