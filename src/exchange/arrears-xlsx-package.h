/* arrears-xlsx-package.h: the parts of an xlsx file, read as XML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A zip file of XML parts. How much its parts may hold together, unpacked, is bounded; so is what
 * the XML may do: a document type is refused, and with it every entity of its own.
 */
typedef struct _ArrearsXlsxPackage ArrearsXlsxPackage;

/* The attributes of an element, valid within a call. */
typedef struct _ArrearsXmlAttributes ArrearsXmlAttributes;

/* Called for each element of a part, by its local name, and for its text, in pieces. Any may be
 * NULL. FALSE, with the error set, ends the reading.
 */
typedef struct
{
  gboolean (*start) (gpointer data, const char *name, const ArrearsXmlAttributes *attributes,
                     GError **error);
  gboolean (*text) (gpointer data, const char *text, gsize length, GError **error);
  gboolean (*end) (gpointer data, const char *name, GError **error);
} ArrearsXmlHandler;

ArrearsXlsxPackage *arrears_xlsx_package_new  (GBytes *bytes);
void                arrears_xlsx_package_free (ArrearsXlsxPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArrearsXlsxPackage, arrears_xlsx_package_free)

/* Hands the part to the handler. Its name is compared as the standard says, without regard to
 * case. Fails with ARREARS_ERROR_FORMAT where the part, or its XML, or the zip file is not sound;
 * with ARREARS_ERROR_NOT_FOUND where there is no such part.
 */
gboolean arrears_xlsx_package_read (ArrearsXlsxPackage *package, const char *part,
                                    const ArrearsXmlHandler *handler, gpointer data,
                                    GError **error);

/* The value of an attribute by its local name, not terminated; FALSE where there is none. */
gboolean arrears_xml_attributes_find (const ArrearsXmlAttributes *attributes, const char *name,
                                      const char **value, gsize *length);

/* The same as a new string, NULL where there is none. */
char *arrears_xml_attributes_dup (const ArrearsXmlAttributes *attributes, const char *name);

/* The same as a whole number not below zero, `otherwise` where there is none. */
guint arrears_xml_attributes_get_uint (const ArrearsXmlAttributes *attributes, const char *name,
                                       guint otherwise);

/* Whether it is there and means yes: 1, true, on. */
gboolean arrears_xml_attributes_get_boolean (const ArrearsXmlAttributes *attributes,
                                             const char *name);

G_END_DECLS
