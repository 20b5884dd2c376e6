/* dossier-export-xml.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-export-xml.h"

#include <stdarg.h>
#include <string.h>

/* Whether XML 1.0 can hold the character. */
static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static char *
clean (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, is_xml_char (c) ? c : ' ');
    }

  return g_string_free (out, FALSE);
}

/**
 * dossier_xml_text:
 * @writer: a writer
 * @text: (nullable): UTF-8, written as text
 */
void
dossier_xml_text (xmlTextWriter *writer,
                  const char    *text)
{
  g_autofree char *cleaned = text != NULL ? clean (text) : NULL;

  if (cleaned != NULL)
    xmlTextWriterWriteString (writer, BAD_CAST cleaned);
}

/**
 * dossier_xml_start:
 * @writer: a writer
 * @name: name of an element
 * @first_attribute: name of its first attribute, then its value, and so on, then %NULL
 */
void
dossier_xml_start (xmlTextWriter *writer,
                   const char    *name,
                   const char    *first_attribute,
                   ...)
{
  va_list arguments;

  xmlTextWriterStartElement (writer, BAD_CAST name);
  va_start (arguments, first_attribute);
  for (const char *key = first_attribute; key != NULL; key = va_arg (arguments, const char *))
    {
      g_autofree char *value = clean (va_arg (arguments, const char *));

      xmlTextWriterWriteAttribute (writer, BAD_CAST key, BAD_CAST value);
    }
  va_end (arguments);
}

/**
 * dossier_xml_open:
 * @writer: a writer
 * @name: name of an element without attributes
 */
void
dossier_xml_open (xmlTextWriter *writer,
                  const char    *name)
{
  xmlTextWriterStartElement (writer, BAD_CAST name);
}

/**
 * dossier_xml_end:
 * @writer: a writer; its open element is ended
 */
void
dossier_xml_end (xmlTextWriter *writer)
{
  xmlTextWriterFullEndElement (writer);
}

/**
 * dossier_xml_element:
 * @writer: a writer
 * @name: name of an element
 * @class_name: (nullable): its class
 * @text: (nullable): the text in it
 */
void
dossier_xml_element (xmlTextWriter *writer,
                     const char    *name,
                     const char    *class_name,
                     const char    *text)
{
  if (class_name != NULL)
    dossier_xml_start (writer, name, "class", class_name, NULL);
  else
    dossier_xml_open (writer, name);
  dossier_xml_text (writer, text);
  dossier_xml_end (writer);
}

/**
 * dossier_xml_raw:
 * @writer: a writer
 * @xml: well-formed XML, written as it is
 */
void
dossier_xml_raw (xmlTextWriter *writer,
                 const char    *xml)
{
  g_autofree char *cleaned = clean (xml);

  xmlTextWriterWriteRaw (writer, BAD_CAST cleaned);
}

/**
 * dossier_xml_new:
 * @buffer: (out): what it writes to
 *
 * Returns: (transfer full): a writer
 */
xmlTextWriter *
dossier_xml_new (xmlBuffer **buffer)
{
  *buffer = xmlBufferCreate ();

  return xmlNewTextWriterMemory (*buffer, 0);
}

/**
 * dossier_xml_finish:
 * @writer: (transfer full): a writer
 * @buffer: (transfer full): what it wrote to
 *
 * Returns: (transfer full): what was written
 */
char *
dossier_xml_finish (xmlTextWriter *writer,
                    xmlBuffer     *buffer)
{
  char *text;

  xmlFreeTextWriter (writer);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);

  return text;
}
