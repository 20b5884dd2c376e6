/* dossier-export-xml.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* Small helps over libxml2's text writer. Writing to memory does not fail but for lack of it. */

/* Text from anywhere: what XML cannot hold (control characters) becomes a space. */
void  dossier_xml_text      (xmlTextWriter *writer,
                             const char    *text);
void  dossier_xml_start     (xmlTextWriter *writer,
                             const char    *name,
                             const char    *first_attribute,
                             ...) G_GNUC_NULL_TERMINATED;
void  dossier_xml_open      (xmlTextWriter *writer,
                             const char    *name);
/* Ends the element with a closing tag even where it is empty, as HTML needs it. */
void  dossier_xml_end       (xmlTextWriter *writer);
/* An element with text in it. */
void  dossier_xml_element   (xmlTextWriter *writer,
                             const char    *name,
                             const char    *class_name,
                             const char    *text);
void  dossier_xml_raw       (xmlTextWriter *writer,
                             const char    *xml);
/* A writer to memory, and what it wrote; the latter frees both. */
xmlTextWriter *dossier_xml_new    (xmlBuffer     **buffer);
char          *dossier_xml_finish (xmlTextWriter  *writer,
                                   xmlBuffer      *buffer);

G_END_DECLS
