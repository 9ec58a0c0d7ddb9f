/* arrears-encoding.c: bytes of a text file in whatever encoding, as UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-encoding.h"

#include "arrears-error.h"

#include <string.h>
#include <uchardet.h>

typedef struct
{
  const char *bytes;
  gsize size;
  const char *charset;
} Mark;

static const Mark marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\x84\x31\x95\x33", 4, "GB18030" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

enum
{
  SAMPLE_BYTES = 64 * 1024,
  END_OF_FILE = 0x1a, /* DOS programs end a text with it */
};

static const Mark *
find_mark (const char *bytes, gsize size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (bytes, marks[i].bytes, marks[i].size) == 0)
      return &marks[i];
  return NULL;
}

/* The row, counted as records of CSV, in which a text of this length ends. */
static guint
count_rows (const char *text, gsize length)
{
  gboolean is_quoted = FALSE;
  guint n_rows = 1;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')))
        n_rows++;
    }
  return n_rows;
}

static void
set_broken (GError **error, const char *charset, const char *text, gsize length)
{
  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING,
               "row %u: bytes that are no text in %s; expected UTF-8, GB18030 or UTF-16",
               count_rows (text, length), charset);
}

/* UTF-16 holds its line ends, delimiters and digits as a zero byte beside the ASCII one. */
static const char *
guess_utf16 (const char *bytes, gsize size)
{
  guint n_little = 0, n_big = 0;

  for (gsize i = 0; i + 1 < MIN (size, SAMPLE_BYTES); i += 2)
    {
      n_little += bytes[i] > 0 && bytes[i + 1] == '\0';
      n_big += bytes[i] == '\0' && bytes[i + 1] > 0;
    }
  if (n_little == 0 && n_big == 0)
    return NULL;
  return n_little >= n_big ? "UTF-16LE" : "UTF-16BE";
}

/* Whether bytes that are not UTF-8 throughout were meant as it: Chinese UTF-8 is full of well
 * formed groups of three bytes, GB18030 has next to none by chance.
 */
static gboolean
is_damaged_utf8 (const char *bytes, gsize size)
{
  const char *end = bytes + MIN (size, SAMPLE_BYTES);
  guint n_groups = 0, n_wrong = 0;

  for (const char *p = bytes; p < end;)
    {
      gunichar character = g_utf8_get_char_validated (p, end - p);

      if ((gint32) character < 0)
        {
          n_wrong++;
          p++;
          continue;
        }
      n_groups += character >= 0x800;
      p = g_utf8_next_char (p);
    }
  return n_groups > n_wrong;
}

static char *
convert (const char *bytes, gsize size, const char *charset, gsize *length, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize n_read = 0;

  text = g_convert (bytes, (gssize) size, "UTF-8", charset, &n_read, length, &failure);
  if (failure != NULL
      && !g_error_matches (failure, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE))
    {
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENVIRONMENT, "cannot convert from %s: %s",
                   charset, failure->message);
      return NULL;
    }
  if (failure == NULL && n_read == size)
    return g_steal_pointer (&text);

  g_free (text);
  text = g_convert (bytes, (gssize) n_read, "UTF-8", charset, NULL, length, NULL);
  set_broken (error, charset, text != NULL ? text : "", text != NULL ? *length : 0);
  return NULL;
}

static char *
guess_charset (const char *bytes, gsize size)
{
  uchardet_t detector = uchardet_new ();
  char *charset = NULL;

  if (uchardet_handle_data (detector, bytes, MIN (size, SAMPLE_BYTES)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  return charset;
}

/* Bytes with no mark, no zero among them, and not UTF-8. Nearly all of Big5 is well formed GB18030
 * too, so what it looks like decides; a text too short to look like anything is GB18030.
 */
static char *
convert_chinese (const char *bytes, gsize size, gsize *length, GError **error)
{
  g_autofree char *charset = guess_charset (bytes, size);
  char *text = NULL;

  if (g_strcmp0 (charset, "BIG5") == 0)
    text = convert (bytes, size, "BIG5", length, NULL);
  return text != NULL ? text : convert (bytes, size, "GB18030", length, error);
}

static char *
convert_unmarked (const char *bytes, gsize size, gsize *length, GError **error)
{
  const char *zero = memchr (bytes, '\0', size);
  const char *broken;
  const char *utf16;

  if (zero != NULL)
    {
      utf16 = guess_utf16 (bytes, size);
      if (utf16 != NULL && size % 2 == 0)
        return convert (bytes, size, utf16, length, error);
      g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING,
                   "row %u: a zero byte, so this is no text",
                   count_rows (bytes, (gsize) (zero - bytes)));
      return NULL;
    }
  if (g_utf8_validate_len (bytes, size, &broken))
    {
      *length = size;
      return g_strndup (bytes, size);
    }
  if (is_damaged_utf8 (bytes, size))
    {
      set_broken (error, "UTF-8", bytes, (gsize) (broken - bytes));
      return NULL;
    }
  return convert_chinese (bytes, size, length, error);
}

static gboolean
check_controls (const char *text, gsize length, GError **error)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < ' ' && (text[i] < '\t' || text[i] > '\r'))
      {
        g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_ENCODING,
                     "row %u: control character 0x%02x, so this is no text", count_rows (text, i),
                     (guint) (guchar) text[i]);
        return FALSE;
      }
  return TRUE;
}

char *
arrears_encoding_decode (const char *bytes, gsize size, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  const Mark *mark;

  g_return_val_if_fail (bytes != NULL || size == 0, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  mark = find_mark (bytes, size);
  if (mark != NULL)
    text = convert (bytes + mark->size, size - mark->size, mark->charset, length, error);
  else
    text = convert_unmarked (bytes, size, length, error);
  if (text == NULL)
    return NULL;

  if (*length > 0 && text[*length - 1] == END_OF_FILE)
    text[--*length] = '\0';
  if (!check_controls (text, *length, error))
    return NULL;
  return g_steal_pointer (&text);
}
