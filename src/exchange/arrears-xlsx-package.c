/* arrears-xlsx-package.c: the parts of an xlsx file, read as XML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-xlsx-package.h"

#include "arrears-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <string.h>

struct _ArrearsXlsxPackage
{
  GBytes *bytes;
  gint64 budget; /* of unpacked bytes, for all parts read */
};

struct _ArrearsXmlAttributes
{
  const xmlChar **values; /* five to each: name, prefix, namespace, start, end */
  int n_attributes;
};

/* One part on its way through the XML parser. */
typedef struct
{
  const ArrearsXmlHandler *handler;
  gpointer data;
  xmlParserCtxtPtr context;
  GError *error;
} Reading;

enum
{
  VALUES_PER_ATTRIBUTE = 5,
  MAX_UNPACKED_BYTES = 512 * 1024 * 1024,
};

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* SAX. */

static void
stop_if_failed (Reading *reading, gboolean is_fine)
{
  if (!is_fine)
    xmlStopParser (reading->context);
}

static void
on_element_started_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                       int n_namespaces, const xmlChar **namespaces, int n_attributes,
                       int n_defaulted, const xmlChar **attributes)
{
  Reading *reading = data;
  ArrearsXmlAttributes found = { attributes, n_attributes };

  if (reading->handler->start != NULL && reading->error == NULL)
    stop_if_failed (reading, reading->handler->start (reading->data, (const char *) name, &found,
                                                      &reading->error));
}

static void
on_element_ended_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *reading = data;

  if (reading->handler->end != NULL && reading->error == NULL)
    stop_if_failed (reading,
                    reading->handler->end (reading->data, (const char *) name, &reading->error));
}

static void
on_text_found_cb (void *data, const xmlChar *text, int length)
{
  Reading *reading = data;

  if (reading->handler->text != NULL && reading->error == NULL)
    stop_if_failed (reading, reading->handler->text (reading->data, (const char *) text,
                                                     (gsize) length, &reading->error));
}

static void
on_doctype_found_cb (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
  Reading *reading = data;

  if (reading->error == NULL)
    g_set_error_literal (&reading->error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                         "a document type, which xlsx does not allow");
  xmlStopParser (reading->context);
}

static const xmlSAXHandler sax = {
  .initialized = XML_SAX2_MAGIC,
  .internalSubset = on_doctype_found_cb,
  .startElementNs = on_element_started_cb,
  .endElementNs = on_element_ended_cb,
  .characters = on_text_found_cb,
  .ignorableWhitespace = on_text_found_cb,
  .cdataBlock = on_text_found_cb,
};

/* Unpacking. */

static gboolean
set_unsound (Archive *archive, GError **error)
{
  const char *reason = archive_error_string (archive);

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "a damaged or protected zip file: %s",
               reason != NULL ? reason : "cut short");
  return FALSE;
}

static gboolean
is_part (struct archive_entry *entry, const char *part)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *plain = NULL;

  if (path == NULL)
    return FALSE;
  plain = g_strdelimit (g_strdup (path), "\\", '/');
  return g_ascii_strcasecmp (plain[0] == '/' ? plain + 1 : plain, part) == 0;
}

/* Opens the archive and moves to the part. */
static Archive *
open_part (GBytes *bytes, const char *part, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int status;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_unsound (archive, error);
      return NULL;
    }
  while ((status = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN
         && status != ARCHIVE_EOF)
    if (is_part (entry, part))
      return g_steal_pointer (&archive);

  if (status == ARCHIVE_EOF)
    g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_NOT_FOUND, "no part %s", part);
  else
    set_unsound (archive, error);
  return NULL;
}

static gboolean
take_budget (ArrearsXlsxPackage *package, gsize length, GError **error)
{
  package->budget -= (gint64) length;
  if (package->budget >= 0)
    return TRUE;

  g_set_error_literal (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT,
                       "more than 512 MiB when unpacked");
  return FALSE;
}

static gboolean
set_malformed (const Reading *reading, GError **error)
{
  const xmlError *failure = xmlCtxtGetLastError (reading->context);
  g_autofree char *reason
      = g_strdup (failure != NULL && failure->message != NULL ? failure->message : "unknown");

  g_set_error (error, ARREARS_ERROR, ARREARS_ERROR_FORMAT, "malformed XML, line %d: %s",
               failure != NULL ? failure->line : 0, g_strstrip (reason));
  return FALSE;
}

static gboolean
parse_block (Reading *reading, const void *block, gsize length, gboolean is_last, GError **error)
{
  int status = xmlParseChunk (reading->context, block, (int) length, is_last);

  if (reading->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  if (status != XML_ERR_OK && !reading->context->wellFormed)
    return set_malformed (reading, error);
  return TRUE;
}

static gboolean
parse_part (ArrearsXlsxPackage *package, Archive *archive, Reading *reading, GError **error)
{
  const void *block;
  size_t length;
  la_int64_t offset;
  int status;

  while ((status = archive_read_data_block (archive, &block, &length, &offset)) == ARCHIVE_OK)
    if (!take_budget (package, length, error)
        || !parse_block (reading, block, length, FALSE, error))
      return FALSE;

  if (status != ARCHIVE_EOF)
    return set_unsound (archive, error);
  return parse_block (reading, "", 0, TRUE, error);
}

ArrearsXlsxPackage *
arrears_xlsx_package_new (GBytes *bytes)
{
  ArrearsXlsxPackage *package = g_new0 (ArrearsXlsxPackage, 1);

  package->bytes = g_bytes_ref (bytes);
  package->budget = MAX_UNPACKED_BYTES;
  return package;
}

void
arrears_xlsx_package_free (ArrearsXlsxPackage *package)
{
  g_return_if_fail (package != NULL);

  g_bytes_unref (package->bytes);
  g_free (package);
}

gboolean
arrears_xlsx_package_read (ArrearsXlsxPackage *package, const char *part,
                           const ArrearsXmlHandler *handler, gpointer data, GError **error)
{
  g_autoptr (Archive) archive = NULL;
  Reading reading = { .handler = handler, .data = data };
  xmlSAXHandler callbacks = sax;
  gboolean is_fine;

  g_return_val_if_fail (package != NULL && part != NULL && handler != NULL, FALSE);

  archive = open_part (package->bytes, part, error);
  if (archive == NULL)
    return FALSE;

  reading.context = xmlCreatePushParserCtxt (&callbacks, &reading, NULL, 0, part);
  xmlCtxtUseOptions (reading.context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  is_fine = parse_part (package, archive, &reading, error);
  if (!is_fine)
    g_prefix_error (error, "%s: ", part);
  g_clear_error (&reading.error);
  xmlFreeParserCtxt (reading.context);
  return is_fine;
}

gboolean
arrears_xml_attributes_find (const ArrearsXmlAttributes *attributes, const char *name,
                             const char **value, gsize *length)
{
  for (int i = 0; i < attributes->n_attributes; i++)
    {
      const xmlChar **values = attributes->values + i * VALUES_PER_ATTRIBUTE;

      if (strcmp ((const char *) values[0], name) == 0)
        {
          *value = (const char *) values[3];
          *length = (gsize) (values[4] - values[3]);
          return TRUE;
        }
    }
  return FALSE;
}

char *
arrears_xml_attributes_dup (const ArrearsXmlAttributes *attributes, const char *name)
{
  const char *value;
  gsize length;

  if (!arrears_xml_attributes_find (attributes, name, &value, &length))
    return NULL;
  return g_strndup (value, length);
}

guint
arrears_xml_attributes_get_uint (const ArrearsXmlAttributes *attributes, const char *name,
                                 guint otherwise)
{
  const char *value;
  gsize length;
  guint number = 0;

  if (!arrears_xml_attributes_find (attributes, name, &value, &length) || length == 0)
    return otherwise;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]) || number > G_MAXUINT / 10 - 1)
        return otherwise;
      number = number * 10 + (guint) (value[i] - '0');
    }
  return number;
}

gboolean
arrears_xml_attributes_get_boolean (const ArrearsXmlAttributes *attributes, const char *name)
{
  g_autofree char *value = arrears_xml_attributes_dup (attributes, name);

  return value != NULL
         && (g_str_equal (value, "1") || g_str_equal (value, "true") || g_str_equal (value, "on"));
}
