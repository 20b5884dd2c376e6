/* dossier-html-hints.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/** DossierHtmlHints: what an element's own tag and attributes say of it. */
typedef enum
{
  DOSSIER_HTML_HIDDEN      = 1 << 0, /* not shown, by attribute or style */
  DOSSIER_HTML_UNSHOWN     = 1 << 1, /* never text: script, style, form control */
  DOSSIER_HTML_BOILERPLATE = 1 << 2, /* navigation, comments, sharing, related, advertising, … */
  DOSSIER_HTML_SUSPECT     = 1 << 3, /* often so, not always: aside, header, widget */
  DOSSIER_HTML_CONTENT     = 1 << 4, /* says it holds the article or the post */
  DOSSIER_HTML_BODY        = 1 << 5, /* says it is the article's body: itemprop, "article-body" */
  DOSSIER_HTML_CAPTION     = 1 << 6,
  DOSSIER_HTML_BYLINE      = 1 << 7,
  DOSSIER_HTML_DATELINE    = 1 << 8,
  DOSSIER_HTML_TITLE       = 1 << 9,
  DOSSIER_HTML_BLOCK       = 1 << 10, /* begins and ends a line */
  DOSSIER_HTML_PARAGRAPH   = 1 << 11, /* stands apart from its neighbours by an empty line */
  DOSSIER_HTML_HEADING     = 1 << 12,
  DOSSIER_HTML_NEVER       = 1 << 13, /* readers' comments, consent: never the article, however long */
  DOSSIER_HTML_EMBED       = 1 << 14, /* another's post, quoted in the article */
} DossierHtmlHints;

guint16 dossier_html_hints (const GumboElement *element);

G_END_DECLS
