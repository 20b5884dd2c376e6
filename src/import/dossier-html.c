/* dossier-html.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html.h"

#include "dossier-encoding.h"
#include "dossier-html-body.h"
#include "dossier-html-meta.h"
#include "dossier-html-page.h"
#include "dossier-html-text.h"

static void
add_block (GArray           *blocks,
           DossierSpan       span,
           DossierBlockKind  kind)
{
  DossierBlock block = { span, kind };

  g_array_append_val (blocks, block);
}

static GArray *
make_blocks (DossierText     *text,
             DossierHtmlText *rendered,
             const guint8    *kinds)
{
  GArray *blocks = g_array_sized_new (FALSE, FALSE, sizeof (DossierBlock), rendered->lines->len);

  for (guint i = 0; i < rendered->lines->len; i++)
    {
      const DossierHtmlLine *line = &g_array_index (rendered->lines, DossierHtmlLine, i);

      add_block (blocks, dossier_text_span (text, line->bytes), kinds[i]);
    }
  return blocks;
}

static void
take_meta (DossierDocument *document,
           DossierHtmlMeta *meta)
{
  document->title = g_steal_pointer (&meta->title);
  document->outlet = g_steal_pointer (&meta->outlet);
  document->byline = g_steal_pointer (&meta->byline);
  document->url = g_steal_pointer (&meta->url);
  document->published = g_steal_pointer (&meta->published);
  document->language = g_steal_pointer (&meta->language);
}

/**
 * dossier_html_read:
 * @document: the document to fill: text, blocks, and what the page says of itself
 * @html: the page in UTF-8
 * @n_bytes: how many bytes
 * @cancellable: (nullable): stops the work
 * @error: %DOSSIER_IMPORT_ERROR_TOO_LARGE where it has too many elements, for the caller to put in words
 *
 * Reads a web page. The text is all that is to be seen of it; the blocks say
 * what the article is and what is not, so that a wrong decision can be seen and
 * changed. Each line of the text is one block.
 */
gboolean
dossier_html_read (DossierDocument  *document,
                   const char       *html,
                   gsize             n_bytes,
                   GCancellable     *cancellable,
                   GError          **error)
{
  g_autoptr (DossierHtmlPage) page = NULL;
  g_autoptr (DossierHtmlText) rendered = NULL;
  g_autoptr (DossierHtmlMeta) meta = NULL;
  g_autofree char *clean = NULL;
  g_autofree guint8 *kinds = NULL;
  gsize n_clean;

  clean = dossier_encoding_clean (html, n_bytes, &n_clean);
  page = dossier_html_page_new (clean, n_clean, cancellable, error);
  if (page == NULL)
    return FALSE;

  rendered = dossier_html_text_new (page);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  meta = dossier_html_meta_new (page, rendered);
  kinds = dossier_html_body (page, rendered, meta);
  document->text = dossier_text_new (rendered->text->str, rendered->text->len);
  document->blocks = make_blocks (document->text, rendered, kinds);
  take_meta (document, meta);
  return TRUE;
}
