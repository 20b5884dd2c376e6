/* dossier-html-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * DossierHtmlNode:
 * @node: the parser's node: an element or a text
 * @parent: index of the element that holds it; the root is its own
 * @end: index after the last of what it holds
 * @tag: its tag, GUMBO_TAG_UNKNOWN for a text
 * @hints: DossierHtmlHints, of its own attributes
 *
 * A node of the page in the order of the document, so that every walk is a loop.
 */
typedef struct
{
  const GumboNode *node;
  guint32          parent;
  guint32          end;
  guint16          tag;
  guint16          hints;
} DossierHtmlNode;

/** DossierHtmlPage: a parsed page. */
typedef struct _DossierHtmlPage DossierHtmlPage;

DossierHtmlPage       *dossier_html_page_new       (const char             *html,
                                                    gsize                   n_bytes,
                                                    GCancellable           *cancellable,
                                                    GError                **error);
void                   dossier_html_page_free      (DossierHtmlPage        *self);
const DossierHtmlNode *dossier_html_page_nodes     (DossierHtmlPage        *self,
                                                    guint                  *n_nodes);
const char            *dossier_html_page_attribute (const DossierHtmlNode  *node,
                                                    const char             *name);
char                  *dossier_html_page_inner     (DossierHtmlPage        *self,
                                                    guint                   node,
                                                    gsize                   limit);
char                  *dossier_html_page_words     (DossierHtmlPage        *self,
                                                    guint                   node,
                                                    gsize                   limit);
gboolean               dossier_html_page_in_boilerplate (DossierHtmlPage   *self,
                                                    guint                   node);
gboolean               dossier_html_is_text        (const DossierHtmlNode  *node);
char                  *dossier_html_squeeze        (const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHtmlPage, dossier_html_page_free)

G_END_DECLS
