/* dossier-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-blocks"

#include "config.h"

#include "dossier-blocks.h"
#include "dossier-language.h"
#include "dossier-page.h"

struct _DossierBlocks
{
  DossierFurniture *furniture;
  DossierHeader    *header;
  DossierLanguages *languages;
};

/**
 * dossier_blocks_new:
 * @lexicon: a language's tables
 *
 * Returns: (transfer full): the stage, immutable, safe in any thread
 */
DossierBlocks *
dossier_blocks_new (DossierLexicon *lexicon)
{
  DossierBlocks *self = g_new0 (DossierBlocks, 1);

  self->furniture = dossier_furniture_new (lexicon);
  self->header = dossier_header_new (lexicon);
  self->languages = dossier_languages_new ();
  return self;
}

/** dossier_blocks_free: */
void
dossier_blocks_free (DossierBlocks *self)
{
  if (self == NULL)
    return;
  dossier_furniture_free (self->furniture);
  dossier_header_free (self->header);
  dossier_languages_free (self->languages);
  g_free (self);
}

/* What the document's own format says of a line wins over what its words say,
 * but a paragraph that is nothing but furniture is furniture. */
static void
apply_hints (DossierPage  *page,
             const GArray *hints)
{
  guint h = 0;

  for (guint i = 0; i < page->n_lines; i++)
    {
      DossierBytes line = dossier_page_line (page, i)->bytes;
      const DossierByteBlock *hint;

      while (h < hints->len && g_array_index (hints, DossierByteBlock, h).bytes.end <= line.start)
        h++;
      if (h == hints->len)
        return;
      hint = &g_array_index (hints, DossierByteBlock, h);
      if (!dossier_bytes_overlap (hint->bytes, line))
        continue;
      if (hint->kind == DOSSIER_BLOCK_PARAGRAPH && page->scores[i].whole)
        page->kinds[i] = page->scores[i].caption > 0 ? DOSSIER_BLOCK_CAPTION : DOSSIER_BLOCK_BOILERPLATE;
      else
        page->kinds[i] = hint->kind;
    }
}

/* As g_strstrip(), for every space of Unicode: scraped lines end in no-break spaces. Takes and returns @text. */
static char *
strip_space (char *text)
{
  char *start = text;
  char *end = text + strlen (text);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  memmove (text, start, end - start);
  text[end - start] = '\0';

  return text;
}

static void
move_string (char **to,
             char **from)
{
  if (*to == NULL && *from != NULL)
    *to = strip_space (g_steal_pointer (from));
}

static void
add_blocks (DossierContext *context,
            DossierPage    *page)
{
  for (guint i = 0; i < page->n_lines; i++)
    {
      DossierByteBlock block = { dossier_page_line (page, i)->bytes, page->kinds[i] };

      g_array_append_val (context->blocks, block);
    }
}

/**
 * dossier_blocks_run:
 * @self: the stage
 * @context: a text; hints, title and the like may be set already
 *
 * Cuts the text into blocks, one a line (wrapped lines are one), and finds
 * title, outlet, byline, publication date and language where nothing else has
 * said them. The work is linear in the length of the text.
 */
void
dossier_blocks_run (DossierBlocks  *self,
                    DossierContext *context)
{
  DossierPage page;
  gsize n_bytes;
  const char *utf8 = dossier_text_utf8 (context->text, &n_bytes);

  if (context->blocks == NULL)
    context->blocks = g_array_new (FALSE, FALSE, sizeof (DossierByteBlock));

  dossier_page_init (&page, context->text, self->furniture);
  dossier_page_header (&page, self->header);
  if (context->hints != NULL)
    apply_hints (&page, context->hints);
  dossier_page_tell_apart (&page);
  add_blocks (context, &page);

  move_string (&context->title, &page.title);
  move_string (&context->outlet, &page.outlet);
  move_string (&context->byline, &page.byline);
  if (context->published == NULL && context->given_published != NULL)
    context->published = g_strdup (context->given_published);
  move_string (&context->published, &page.published);
  if (context->language == NULL)
    context->language = g_strdup (dossier_languages_detect (self->languages, utf8, n_bytes));
  dossier_page_clear (&page);
}
