/* view-samples.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invented events and articles to look at and to test with.
 */

#include "config.h"

#include <string.h>

#include "view-samples.h"

const char *const sample_lanes[] = { "Norland", "Veldia", "United Marches", "Ostrava Isles", "Tarn", NULL };

DossierTimeIndex *
sample_index (void)
{
  static const struct
  {
    int         from[3];
    int         to[3];
    guint       lane;
    DossierKind kind;
    guint       flags;
  } events[] = {
    { { 2017, 1, 1 }, { 2017, 12, 31 }, 0, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2017, 3, 2 }, { 2017, 3, 2 }, 0, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2021, 8, 11 }, { 2021, 8, 11 }, 0, DOSSIER_KIND_DENIAL, 0 },
    { { 2021, 9, 1 }, { 2021, 9, 30 }, 0, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2021, 11, 20 }, { 2021, 11, 20 }, 0, DOSSIER_KIND_ACTION, 0 },
    { { 2006, 1, 1 }, { 2021, 4, 30 }, 1, DOSSIER_KIND_FINDING, DOSSIER_TIME_INTERVAL },
    { { 2009, 3, 1 }, { 2009, 3, 31 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2012, 3, 8 }, { 2012, 3, 8 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2012, 5, 3 }, { 2012, 5, 3 }, 1, DOSSIER_KIND_STATEMENT, 0 },
    { { 2017, 2, 10 }, { 2017, 2, 10 }, 1, DOSSIER_KIND_DENIAL, 0 },
    { { 2018, 7, 10 }, { 2018, 7, 10 }, 1, DOSSIER_KIND_STATEMENT, 0 },
    { { 2018, 9, 1 }, { 2018, 9, 1 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2019, 2, 20 }, { 2019, 2, 20 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2019, 10, 2 }, { 2019, 10, 2 }, 1, DOSSIER_KIND_DENIAL, 0 },
    { { 2009, 1, 1 }, { 2019, 6, 30 }, 2, DOSSIER_KIND_ALLEGATION, DOSSIER_TIME_INTERVAL | DOSSIER_TIME_APPROXIMATE },
    { { 2018, 1, 1 }, { 2018, 1, 1 }, 2, DOSSIER_KIND_STATEMENT, 0 },
    { { 2018, 3, 14 }, { 2018, 3, 14 }, 2, DOSSIER_KIND_FINDING, 0 },
    { { 2019, 7, 7 }, { 2019, 7, 7 }, 2, DOSSIER_KIND_DENIAL, 0 },
    { { 2020, 1, 15 }, { 2020, 1, 15 }, 2, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2020, 2, 22 }, { 2020, 2, 22 }, 2, DOSSIER_KIND_FINDING, 0 },
    { { 2020, 3, 28 }, { 2020, 3, 28 }, 2, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2020, 5, 1 }, { 2020, 5, 1 }, 2, DOSSIER_KIND_FACT, 0 },
    { { 2021, 5, 16 }, { 2021, 5, 16 }, 2, DOSSIER_KIND_FINDING, 0 },
    { { 2018, 12, 17 }, { 2018, 12, 17 }, 3, DOSSIER_KIND_ACTION, 0 },
    { { 2019, 1, 28 }, { 2019, 1, 28 }, 3, DOSSIER_KIND_FINDING, 0 },
    { { 2019, 4, 2 }, { 2019, 4, 2 }, 3, DOSSIER_KIND_ACTION, 0 },
    { { 2019, 5, 20 }, { 2019, 5, 20 }, 3, DOSSIER_KIND_DENIAL, 0 },
    { { 2019, 12, 24 }, { 2019, 12, 24 }, 3, DOSSIER_KIND_FINDING, 0 },
    { { 2010, 2, 20 }, { 2010, 2, 20 }, 4, DOSSIER_KIND_FINDING, 0 },
    { { 2019, 2, 5 }, { 2019, 2, 5 }, 4, DOSSIER_KIND_DENIAL, 0 },
    { { 2019, 6, 1 }, { 2019, 6, 1 }, 4, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2020, 6, 1 }, { 2021, 12, 31 }, 4, DOSSIER_KIND_ACTION, DOSSIER_TIME_INTERVAL | DOSSIER_TIME_OPEN_END },
  };
  DossierTimeEvent *out = g_new0 (DossierTimeEvent, G_N_ELEMENTS (events));

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      out[i].begin = dossier_day_from_ymd (events[i].from[0], events[i].from[1], events[i].from[2]);
      out[i].end = dossier_day_from_ymd (events[i].to[0], events[i].to[1], events[i].to[2]);
      out[i].id = i;
      out[i].lane = events[i].lane;
      out[i].kind = events[i].kind;
      out[i].flags = events[i].flags;
    }

  return dossier_time_index_new (out, G_N_ELEMENTS (events), 5);
}

/* Many events over forty years, denser towards the end, some long. */
DossierTimeIndex *
sample_big_index (guint n_events,
                  guint n_lanes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  DossierTimeEvent *out = g_new0 (DossierTimeEvent, n_events);
  gint32 first = dossier_day_from_ymd (1985, 1, 1);
  gint32 last = dossier_day_from_ymd (2025, 1, 1);

  for (guint i = 0; i < n_events; i++)
    {
      double when = 1 - g_rand_double (rand) * g_rand_double (rand);

      out[i].begin = first + (gint32)(when * (last - first));
      out[i].end = out[i].begin + (g_rand_int_range (rand, 0, 20) == 0 ? g_rand_int_range (rand, 20, 400) : 0);
      out[i].id = i;
      out[i].lane = (guint)(n_lanes * g_rand_double (rand) * g_rand_double (rand));
      out[i].kind = (i * 2654435761u >> 13) % DOSSIER_N_KINDS;
    }

  return dossier_time_index_new (out, n_events, n_lanes);
}

void
sample_run_window (GtkWidget *child,
                   int        width,
                   int        height,
                   gboolean   dark)
{
  GtkWidget *window = gtk_window_new ();

  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_widget_show (window);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static const struct
{
  DossierBlockKind kind;
  const char      *words;
} article_blocks[] = {
  { DOSSIER_BLOCK_OUTLET, "The Harbour Ledger" },
  { DOSSIER_BLOCK_BOILERPLATE, "Share this page" },
  { DOSSIER_BLOCK_BOILERPLATE, "menu_open" },
  { DOSSIER_BLOCK_PARAGRAPH,
    "Norland’s Brightwater Cables stole meter designs and listened in on Veldia, a small contractor from the "
    "Marches has alleged and took the matter to court, according to a report." },
  { DOSSIER_BLOCK_PARAGRAPH,
    "“Brightwater uses the metering system as a hidden door from Norland into Port Amber to read, alter and carry "
    "away figures that matter to Veldia’s safety,” the Orrin Works lawsuit says, according to the Ledger." },
  { DOSSIER_BLOCK_PARAGRAPH,
    "Tamsin Okoro, head of operations at the Veldia Grid Authority, said they have begun to look into the charges of "
    "Orrin Works. “So far no trace of any data theft by Brightwater has been found,” Okoro told the Ledger." },
  { DOSSIER_BLOCK_PARAGRAPH,
    "A Brightwater spokesman said the firm does not speak about cases before a court. “Brightwater respects the "
    "designs of others, and nobody has ever shown that we built a hidden door into any of our meters,” he said. "
    "The meters were installed in 41 towns in 2017." },
  { DOSSIER_BLOCK_CAPTION, "A meter hall in Port Amber. Picture: archive" },
  { DOSSIER_BLOCK_BOILERPLATE, "View all comments" },
};

static const struct
{
  DossierKind kind;
  const char *words;
  const char *speaker;
  gboolean    shown;
} article_claims[] = {
  { DOSSIER_KIND_ALLEGATION, "stole meter designs and listened in on Veldia", "a small contractor from the Marches", TRUE },
  { DOSSIER_KIND_ACTION, "took the matter to court", NULL, TRUE },
  { DOSSIER_KIND_ALLEGATION,
    "“Brightwater uses the metering system as a hidden door from Norland into Port Amber to read, alter and carry "
    "away figures that matter to Veldia’s safety,”",
    "the Orrin Works lawsuit", TRUE },
  { DOSSIER_KIND_ACTION, "they have begun to look into the charges of Orrin Works", "Tamsin Okoro", TRUE },
  { DOSSIER_KIND_FINDING, "So far no trace of any data theft by Brightwater has been found", "Okoro", TRUE },
  { DOSSIER_KIND_STATEMENT, "the firm does not speak about cases before a court", "A Brightwater spokesman", TRUE },
  { DOSSIER_KIND_DENIAL,
    "“Brightwater respects the designs of others, and nobody has ever shown that we built a hidden door into any of "
    "our meters,”",
    NULL, TRUE },
  { DOSSIER_KIND_FINDING, "nobody has ever shown", NULL, TRUE },
  { DOSSIER_KIND_FACT, "The meters were installed in 41 towns in 2017", NULL, TRUE },
};

static SampleArticle *
sample_new (void)
{
  SampleArticle *self = g_new0 (SampleArticle, 1);

  self->blocks = g_array_new (FALSE, TRUE, sizeof (DossierBlock));
  self->claims = g_array_new (FALSE, TRUE, sizeof (DossierReaderClaim));
  self->notes = g_array_new (FALSE, TRUE, sizeof (DossierReaderNote));

  return self;
}

DossierSpan
sample_find (SampleArticle *self,
             const char    *words)
{
  const char *utf8 = dossier_text_utf8 (self->text, NULL);
  const char *at = words != NULL ? strstr (utf8, words) : NULL;

  if (at == NULL)
    return (DossierSpan) { 0, 0 };

  return dossier_text_span (self->text, (DossierBytes) { at - utf8, at - utf8 + strlen (words) });
}

SampleArticle *
sample_article (void)
{
  SampleArticle *self = sample_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (article_blocks); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", article_blocks[i].words);
  self->text = dossier_text_new (text->str, text->len);

  for (guint i = 0; i < G_N_ELEMENTS (article_blocks); i++)
    {
      DossierBlock block = { sample_find (self, article_blocks[i].words), article_blocks[i].kind };

      g_array_append_val (self->blocks, block);
    }
  for (guint i = 0; i < G_N_ELEMENTS (article_claims); i++)
    {
      DossierReaderClaim claim = {
        .id = i + 1,
        .span = sample_find (self, article_claims[i].words),
        .speaker = sample_find (self, article_claims[i].speaker),
        .kind = article_claims[i].kind,
        .shown = article_claims[i].shown,
      };

      g_array_append_val (self->claims, claim);
    }

  DossierReaderNote note = { 1, g_array_index (self->claims, DossierReaderClaim, 2).span, NULL };
  g_array_append_val (self->notes, note);
  note = (DossierReaderNote) { 2, sample_find (self, "according to a report"), "yellow" };
  g_array_append_val (self->notes, note);

  return self;
}

SampleArticle *
sample_long (gsize n_bytes)
{
  static const char *const words[] = { "harbour", "said", "meter", "the", "council", "of", "Norland", "and", "report", "in" };
  SampleArticle *self = sample_new ();
  g_autoptr (GString) text = g_string_sized_new (n_bytes + 1000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint32 start = 0;

  while (text->len < n_bytes)
    {
      guint n = g_rand_int_range (rand, 20, 120);
      DossierReaderClaim claim = { .id = self->claims->len + 1, .shown = TRUE };
      DossierBlock block = { .kind = DOSSIER_BLOCK_PARAGRAPH };

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s%s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                                i + 1 < n ? " " : ".\n\n");
      block.span = (DossierSpan) { start, text->len - 2 };
      g_array_append_val (self->blocks, block);
      claim.span = (DossierSpan) { start + 10, MIN (start + 90, text->len - 2) };
      claim.speaker = (DossierSpan) { start, start + 8 };
      claim.kind = self->claims->len % DOSSIER_N_KINDS;
      g_array_append_val (self->claims, claim);
      start = text->len;
    }
  self->text = dossier_text_new (text->str, text->len);

  return self;
}

void
sample_free (SampleArticle *self)
{
  dossier_text_unref (self->text);
  g_array_unref (self->blocks);
  g_array_unref (self->claims);
  g_array_unref (self->notes);
  g_free (self);
}

void
sample_show (SampleArticle *self,
             GtkWidget     *reader)
{
  DossierReaderView *view = DOSSIER_READER_VIEW (reader);

  dossier_reader_view_set_text (view, self->text, (DossierBlock *)(void *)self->blocks->data, self->blocks->len);
  dossier_reader_view_set_claims (view, (DossierReaderClaim *)(void *)self->claims->data, self->claims->len);
  dossier_reader_view_set_notes (view, (DossierReaderNote *)(void *)self->notes->data, self->notes->len);
}

#ifdef __SANITIZE_ADDRESS__
int dlclose (void *handle);

/* Libraries that GTK has opened stay, so that what they leak has their name and can be told from ours. */
int
dlclose (void *handle)
{
  return 0;
}
#endif
