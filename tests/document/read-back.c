/* read-back.c: PDF files as other programs see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "read-back.h"

#include <glib/gstdio.h>

#include <string.h>

#define JAVA_FOLDER "/usr/share/java/"

typedef struct
{
  char *folder;
  char *path;
} TemporaryFile;

static TemporaryFile
write_temporary (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  TemporaryFile temporary = { .folder = g_dir_make_tmp ("arrears-document-XXXXXX", &error) };

  g_assert_no_error (error);
  temporary.path = g_build_filename (temporary.folder, "letter.pdf", NULL);
  g_file_set_contents (temporary.path, g_bytes_get_data (file, NULL),
                       (gssize) g_bytes_get_size (file), &error);
  g_assert_no_error (error);
  return temporary;
}

static void
clear_temporary (TemporaryFile *temporary)
{
  g_assert_cmpint (g_unlink (temporary->path), ==, 0);
  g_assert_cmpint (g_rmdir (temporary->folder), ==, 0);
  g_free (temporary->path);
  g_free (temporary->folder);
}

/* Runs a program on the file, its path in the place of "FILE", and gives what it says. */
static char *
run (GBytes *file, const char *const *arguments)
{
  TemporaryFile temporary = write_temporary (file);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  int status = 0;

  if (program == NULL)
    g_error ("%s is not installed", arguments[0]);
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (
        argv, (gpointer) (g_str_equal (arguments[i], "FILE") ? temporary.path : arguments[i]));
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                &complaints, &status, &error);
  g_assert_no_error (error);
  clear_temporary (&temporary);
  if (!g_spawn_check_wait_status (status, &error) || *complaints != '\0')
    g_error ("%s: %s%s", arguments[0], output, complaints);
  return g_steal_pointer (&output);
}

char *
read_back_densify (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *i = text; *i != '\0'; i = g_utf8_next_char (i))
    {
      gunichar character = g_utf8_get_char (i);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (dense, character);
    }
  return g_string_free (dense, FALSE);
}

char *
read_back_text (GBytes *file)
{
  static const char *const arguments[] = { "pdftotext", "-enc", "UTF-8", "FILE", "-", NULL };

  return run (file, arguments);
}

char *
read_back_dense_text (GBytes *file)
{
  g_autofree char *text = read_back_text (file);

  return read_back_densify (text);
}

static void
free_word (gpointer data)
{
  g_free (((ReadBackWord *) data)->text);
  g_free (data);
}

static void
take_word (GPtrArray *words, guint page, const char *line)
{
  ReadBackWord *word = g_new0 (ReadBackWord, 1);
  const char *begin = strchr (line, '>') + 1;
  const char *end = strstr (begin, "</word>");

  word->page = page;
  g_assert_cmpint (sscanf (line, " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">",
                           &word->x_min, &word->y_min, &word->x_max, &word->y_max),
                   ==, 4);
  g_assert_nonnull (end);
  word->text = g_strndup (begin, (gsize) (end - begin));
  g_ptr_array_add (words, word);
}

GPtrArray *
read_back_words (GBytes *file)
{
  static const char *const arguments[]
      = { "pdftotext", "-enc", "UTF-8", "-bbox", "FILE", "-", NULL };
  g_autofree char *html = run (file, arguments);
  g_auto (GStrv) lines = g_strsplit (html, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);
  guint n_pages = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "<page ") != NULL)
        n_pages++;
      if (strstr (lines[i], "<word ") != NULL)
        take_word (words, n_pages - 1, lines[i]);
    }
  g_assert_cmpuint (words->len, >, 0);
  return words;
}

void
read_back_check_fonts (GBytes *file)
{
  static const char *const arguments[] = { "pdffonts", "FILE", NULL };
  g_autofree char *table = run (file, arguments);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (table), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (gsize i = 2; lines[i] != NULL; i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_true (g_regex_match_simple ("Identity-H +yes yes yes", lines[i], 0, 0));
    }
}

void
read_back_check_structure (GBytes *file)
{
  static const char *const arguments[] = { "qpdf", "--check", "FILE", NULL };
  g_autofree char *report = run (file, arguments);

  g_test_message ("%s", report);
  g_assert_null (strstr (report, "WARNING"));
}

gboolean
read_back_check_pdfa (GBytes *file)
{
  static const char class_path[] = JAVA_FOLDER
      "preflight.jar:" JAVA_FOLDER "pdfbox2.jar:" JAVA_FOLDER "fontbox2.jar:" JAVA_FOLDER
      "xmpbox.jar:" JAVA_FOLDER "commons-logging.jar:" JAVA_FOLDER "jaxb-api.jar:" JAVA_FOLDER
      "javax.activation.jar";
  static const char *const arguments[]
      = { "java", "-cp", class_path, "org.apache.pdfbox.preflight.Validator_A1b", "FILE", NULL };
  g_autofree char *java = g_find_program_in_path ("java");
  g_autofree char *report = NULL;

  if (java == NULL)
    return FALSE;
  report = run (file, arguments);
  g_test_message ("%s", report);
  g_assert_nonnull (strstr (report, "is a valid PDF/A-1b file"));
  return TRUE;
}
