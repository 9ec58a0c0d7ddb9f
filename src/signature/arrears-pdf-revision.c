/* arrears-pdf-revision.c: objects appended to a PDF file as an incremental update
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-revision.h"

#include "arrears-error.h"

#include <string.h>

#define HEADER "%PDF-"
#define START "startxref"
#define START_SEARCH 1054     /* as far from the end as qpdf looks */
#define MAX_LENGTH 2000000000 /* GByteArray counts in 32 bits */
#define ROOM_FOR_UPDATE 65536
#define ID_DIGITS 32

typedef struct
{
  int number;
  int generation;
  gsize offset;
} Entry;

struct _ArrearsPdfRevision
{
  ArrearsPdfFile *file; /* borrowed */
  GByteArray *bytes;
  GArray *entries;
  gsize previous; /* where the last cross reference section of the file begins */
  gboolean has_xref_stream;
  int next_number;
};

static gboolean
set_damaged (GError **error, const char *what)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_DAMAGED, "the PDF file is damaged: %s", what);
  return FALSE;
}

/* What follows the last "startxref", or NULL. The functions of GLib stop at a zero byte, of which
 * a cross reference stream has many.
 */
static char *
dup_start (const char *data, gsize length)
{
  gsize word = strlen (START);
  gsize search = MIN (length, START_SEARCH);

  for (gsize back = word; back <= search; back++)
    if (memcmp (data + length - back, START, word) == 0)
      return g_strndup (data + length - back + word, back - word);

  return NULL;
}

static gboolean
find_previous_xref (ArrearsPdfRevision *revision, GError **error)
{
  const char *data = revision->file->data;
  gsize length = revision->file->length;
  g_autofree char *start = dup_start (data, length);
  guint64 offset;

  if (start == NULL)
    return set_damaged (error, "no " START " at its end");

  offset = g_ascii_strtoull (start, NULL, 10);
  if (offset == 0 || offset >= length)
    return set_damaged (error, START " leads out of it");

  revision->previous = offset;
  revision->has_xref_stream = length - offset < 4 || memcmp (data + offset, "xref", 4) != 0;
  return TRUE;
}

static gboolean
check_file (ArrearsPdfFile *file, GError **error)
{
  if (qpdf_is_encrypted (file->qpdf))
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                           "the PDF file is encrypted; only a plain one can be signed");
      return FALSE;
    }
  if (file->length < strlen (HEADER) || memcmp (file->data, HEADER, strlen (HEADER)) != 0)
    {
      g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                           "bytes stand before the header of the PDF file; they would shift "
                           "the signed ranges");
      return FALSE;
    }
  if (file->length > MAX_LENGTH)
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_REFUSED,
                   "the PDF file has %" G_GSIZE_FORMAT " bytes; at most %d can be signed",
                   file->length, MAX_LENGTH);
      return FALSE;
    }

  return arrears_pdf_file_check (file, error);
}

ArrearsPdfRevision *
arrears_pdf_revision_new (ArrearsPdfFile *file, GError **error)
{
  g_autoptr (ArrearsPdfRevision) revision = NULL;

  if (!check_file (file, error))
    return NULL;

  revision = g_new0 (ArrearsPdfRevision, 1);
  revision->file = file;
  revision->bytes = g_byte_array_sized_new ((guint) file->length + ROOM_FOR_UPDATE);
  revision->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  revision->next_number = arrears_pdf_file_get_n_objects (file);
  if (revision->next_number == 0)
    {
      set_damaged (error, "its trailer names no usable /Size");
      return NULL;
    }
  if (!find_previous_xref (revision, error))
    return NULL;

  g_byte_array_append (revision->bytes, (const guint8 *) file->data, (guint) file->length);
  if (file->data[file->length - 1] != '\n')
    g_byte_array_append (revision->bytes, (const guint8 *) "\n", 1);

  return g_steal_pointer (&revision);
}

void
arrears_pdf_revision_free (ArrearsPdfRevision *revision)
{
  g_byte_array_unref (revision->bytes);
  g_array_unref (revision->entries);
  g_free (revision);
}

int
arrears_pdf_revision_reserve_number (ArrearsPdfRevision *revision)
{
  return revision->next_number++;
}

static void
append_text (ArrearsPdfRevision *revision, const char *text)
{
  g_byte_array_append (revision->bytes, (const guint8 *) text, (guint) strlen (text));
}

static void G_GNUC_PRINTF (2, 3)
    append_formatted (ArrearsPdfRevision *revision, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append_text (revision, text);
}

static void
begin_object (ArrearsPdfRevision *revision, int number, int generation)
{
  Entry entry = { number, generation, revision->bytes->len };

  g_array_append_val (revision->entries, entry);
  append_formatted (revision, "%d %d obj\n", number, generation);
}

gsize
arrears_pdf_revision_add_object (ArrearsPdfRevision *revision, int number, int generation,
                                 const char *body)
{
  gsize offset;

  begin_object (revision, number, generation);
  offset = revision->bytes->len;
  append_text (revision, body);
  append_text (revision, "\nendobj\n");

  return offset;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return ((const Entry *) a)->number - ((const Entry *) b)->number;
}

/* How many entries from there on have numbers without a hole between them. */
static guint
count_run (GArray *entries, guint first)
{
  guint n = 1;

  while (first + n < entries->len
         && g_array_index (entries, Entry, first + n).number
                == g_array_index (entries, Entry, first).number + (int) n)
    n++;

  return n;
}

/* The first half of the identifier stays with the file for life, the second changes with every
 * revision (ISO 32000-1, 14.4).
 */
static char *
make_identifier (ArrearsPdfRevision *revision)
{
  qpdf_data qpdf = revision->file->qpdf;
  qpdf_oh old = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/ID");
  gsize old_length = revision->file->length;
  g_autofree char *digest = NULL;
  g_autofree char *first = NULL;

  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, revision->bytes->data + old_length,
                                        revision->bytes->len - old_length);
  digest[ID_DIGITS] = '\0';

  if (qpdf_oh_is_array (qpdf, old) && qpdf_oh_get_array_n_items (qpdf, old) == 2)
    {
      qpdf_oh item = qpdf_oh_get_array_item (qpdf, old, 0);

      if (qpdf_oh_is_string (qpdf, item))
        first = g_strdup (qpdf_oh_unparse_binary (qpdf, item));
    }
  if (first == NULL)
    first = g_strdup_printf ("<%s>", digest);

  return g_strdup_printf ("[%s <%s>]", first, digest);
}

static void
append_trailer_keys (ArrearsPdfRevision *revision)
{
  static const char *const kept[] = { "/Root", "/Info" };
  qpdf_data qpdf = revision->file->qpdf;
  qpdf_oh trailer = qpdf_get_trailer (qpdf);
  g_autofree char *identifier = make_identifier (revision);

  append_formatted (revision, "/Size %d /Prev %" G_GSIZE_FORMAT " /ID %s", revision->next_number,
                    revision->previous, identifier);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (qpdf_oh_has_key (qpdf, trailer, kept[i]))
      append_formatted (revision, " %s %s", kept[i],
                        qpdf_oh_unparse (qpdf, qpdf_oh_get_key (qpdf, trailer, kept[i])));
}

static void
append_xref_table (ArrearsPdfRevision *revision)
{
  GArray *entries = revision->entries;

  append_text (revision, "xref\n");
  for (guint first = 0, n; first < entries->len; first += n)
    {
      n = count_run (entries, first);
      append_formatted (revision, "%d %u\n", g_array_index (entries, Entry, first).number, n);
      for (guint i = first; i < first + n; i++)
        {
          const Entry *entry = &g_array_index (entries, Entry, i);

          append_formatted (revision, "%010" G_GSIZE_FORMAT " %05d n \n", entry->offset,
                            entry->generation);
        }
    }

  append_text (revision, "trailer\n<< ");
  append_trailer_keys (revision);
  append_text (revision, " >>\n");
}

#define XREF_WIDTHS "/W [1 5 2]"
#define XREF_ENTRY_LENGTH 8

static void
append_xref_entry (ArrearsPdfRevision *revision, const Entry *entry)
{
  guint64 offset = entry->offset;
  guint8 packed[XREF_ENTRY_LENGTH] = {
    1,
    (guint8) (offset >> 32),
    (guint8) (offset >> 24),
    (guint8) (offset >> 16),
    (guint8) (offset >> 8),
    (guint8) offset,
    (guint8) (entry->generation >> 8),
    (guint8) entry->generation,
  };

  g_byte_array_append (revision->bytes, packed, sizeof packed);
}

/* The entry of the stream itself is already among them: it is the last object. */
static void
append_xref_stream (ArrearsPdfRevision *revision)
{
  GArray *entries = revision->entries;

  append_formatted (revision, "<< /Type /XRef " XREF_WIDTHS " /Length %u /Index [",
                    entries->len * XREF_ENTRY_LENGTH);
  for (guint first = 0, n; first < entries->len; first += n)
    {
      n = count_run (entries, first);
      append_formatted (revision, " %d %u", g_array_index (entries, Entry, first).number, n);
    }
  append_text (revision, " ] ");
  append_trailer_keys (revision);

  append_text (revision, " >>\nstream\n");
  for (guint i = 0; i < entries->len; i++)
    append_xref_entry (revision, &g_array_index (entries, Entry, i));
  append_text (revision, "\nendstream\nendobj\n");
}

GByteArray *
arrears_pdf_revision_finish (ArrearsPdfRevision *revision)
{
  gsize start;

  if (revision->has_xref_stream)
    begin_object (revision, revision->next_number++, 0);
  start = g_array_index (revision->entries, Entry, revision->entries->len - 1).offset;
  g_array_sort (revision->entries, compare_entries);

  if (revision->has_xref_stream)
    {
      append_xref_stream (revision);
    }
  else
    {
      start = revision->bytes->len;
      append_xref_table (revision);
    }
  append_formatted (revision, START "\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);

  return g_byte_array_ref (revision->bytes);
}
