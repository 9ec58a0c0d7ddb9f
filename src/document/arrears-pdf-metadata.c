/* arrears-pdf-metadata.c: what a PDF file says about itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "arrears-pdf-metadata.h"

char *
arrears_pdf_metadata_compose_date (ArrearsDay day)
{
  int year, month, mday;

  arrears_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("D:%04d%02d%02d000000+08'00'", year, month, mday);
}

char *
arrears_pdf_metadata_compose_xmp (const ArrearsPdfProperties *properties)
{
  g_autofree char *title = g_markup_escape_text (properties->title, -1);
  g_autofree char *author = g_markup_escape_text (properties->author, -1);
  g_autofree char *creator = g_markup_escape_text (properties->creator, -1);
  g_autofree char *day = arrears_day_to_string (properties->created_on);

  return g_strdup_printf (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
      "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
      "</rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
      "<pdf:Producer>" ARREARS_PDF_PRODUCER "</pdf:Producer>\n"
      "</rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
      "<xmp:CreatorTool>%s</xmp:CreatorTool>\n"
      "<xmp:CreateDate>%sT00:00:00+08:00</xmp:CreateDate>\n"
      "<xmp:ModifyDate>%sT00:00:00+08:00</xmp:ModifyDate>\n"
      "</rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
      "<pdfaid:part>1</pdfaid:part>\n"
      "<pdfaid:conformance>B</pdfaid:conformance>\n"
      "</rdf:Description>\n"
      "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n",
      title, author, creator, day, day);
}

GByteArray *
arrears_pdf_metadata_encode_text (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);

  g_byte_array_append (bytes, (const guint8 *) "\xfe\xff", 2);
  for (glong i = 0; units != NULL && i < n_units; i++)
    {
      gunichar2 big = GUINT16_TO_BE (units[i]);

      g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
    }
  return bytes;
}
