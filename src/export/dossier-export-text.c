/* dossier-export-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-export-text.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-words.h"

/**
 * dossier_export_title:
 * @source: a source
 *
 * Returns: (transfer full): what it is called
 */
char *
dossier_export_title (const DossierSourceRecord *source)
{
  if (source->title != NULL && *source->title != '\0')
    return g_strdup (source->title);
  if (source->file_name != NULL && *source->file_name != '\0')
    return g_strdup (source->file_name);

  return g_strdup (_("Untitled"));
}

/**
 * dossier_export_published:
 * @source: a source
 *
 * Returns: (transfer full): its date in words
 */
char *
dossier_export_published (const DossierSourceRecord *source)
{
  return dossier_date_to_words (source->published);
}

/**
 * dossier_export_speaker:
 * @claim: a claim
 *
 * Returns: (transfer full): who says it, and through whom it came
 */
char *
dossier_export_speaker (const DossierClaimRecord *claim)
{
  GString *text = g_string_new (claim->speaker);

  if (text->len == 0)
    g_string_assign (text, claim->kind == DOSSIER_KIND_FACT ? _("the reporter") : _("speaker unknown"));
  for (guint i = 0; claim->via[i] != NULL; i++)
    {
      g_string_append (text, ", ");
      /* Translators: through whom a claim came, "via WSJ" */
      g_string_append_printf (text, _("via %s"), claim->via[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * dossier_export_countries:
 * @claim: a claim
 *
 * Returns: (transfer full): the names of what it concerns
 */
char *
dossier_export_countries (const DossierClaimRecord *claim)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; claim->countries[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", dossier_country_name (claim->countries[i]));
  if (text->len == 0)
    g_string_append (text, _("no country"));

  return g_string_free (text, FALSE);
}

/* A date in words with its precision, or why there is none. */
static char *
date_text (const char *edtf,
           const char *reason)
{
  g_autofree char *words = dossier_date_to_words (edtf);
  const char *precision = dossier_date_precision (edtf);

  if (edtf != NULL && *precision != '\0')
    return g_strdup_printf ("%s (%s)", words, precision);
  if (edtf == NULL && reason != NULL)
    return g_strdup_printf ("%s (%s)", words, dossier_reason_label (reason));

  return g_steal_pointer (&words);
}

/**
 * dossier_export_dates:
 * @claim: a claim
 *
 * Returns: (transfer full): when it happened and when it was said
 */
char *
dossier_export_dates (const DossierClaimRecord *claim)
{
  g_autofree char *event = date_text (claim->event, claim->event_reason);
  g_autofree char *stated = date_text (claim->stated, claim->stated_reason);

  if (claim->event != NULL && claim->stated != NULL)
    return g_strdup_printf (_("happened %s, said %s"), event, stated);
  if (claim->stated != NULL)
    return g_strdup_printf (_("said %s; when it happened: %s"), stated, event);
  if (claim->event != NULL)
    return g_strdup_printf (_("happened %s"), event);

  return g_strdup_printf (_("when it happened: %s"), event);
}

/**
 * dossier_export_review:
 * @claim: a claim
 *
 * Returns: (transfer full): what the person says of it
 */
char *
dossier_export_review (const DossierClaimRecord *claim)
{
  g_autofree char *review = g_utf8_strdown (dossier_review_label (claim->review), -1);
  g_autofree char *verdict = g_utf8_strdown (dossier_verdict_label (claim->verdict), -1);

  if (claim->verdict == DOSSIER_VERDICT_UNCHECKED)
    return g_steal_pointer (&review);
  if (claim->verdict_reason == NULL)
    /* Translators: the review of a claim and the verdict on it */
    return g_strdup_printf (_("%s; verdict: %s"), review, verdict);

  /* Translators: the review of a claim, the verdict on it and the reason */
  return g_strdup_printf (_("%s; verdict: %s (%s)"), review, verdict, claim->verdict_reason);
}

/**
 * dossier_export_place:
 * @span: a place in a text, code points
 *
 * Returns: (transfer full): it in words
 */
char *
dossier_export_place (DossierSpan span)
{
  /* Translators: a place in a text: its first character and the one after its last */
  return g_strdup_printf (_("characters %u–%u"), span.start, span.end);
}

/**
 * dossier_export_other:
 * @other: a claim at the other end of a link
 *
 * Returns: (transfer full): its speaker and its kind
 */
char *
dossier_export_other (const DossierClaimRecord *other)
{
  g_autofree char *kind = g_utf8_strdown (dossier_kind_label (other->kind), -1);
  const char *speaker = other->speaker;

  if (speaker == NULL || *speaker == '\0')
    speaker = other->kind == DOSSIER_KIND_FACT ? _("the reporter") : _("speaker unknown");

  return g_strdup_printf ("%s (%s)", speaker, kind);
}

/**
 * dossier_export_links:
 * @claim: a claim
 * @relation: a relation
 * @incoming: as in #DossierExportLink
 *
 * Returns: (transfer full) (nullable): the claims that stand to it so, as text
 */
char *
dossier_export_links (const DossierExportClaim *claim,
                      DossierRelation           relation,
                      gboolean                  incoming)
{
  GString *text = NULL;

  for (guint i = 0; i < claim->links->len; i++)
    {
      const DossierExportLink *link = g_ptr_array_index (claim->links, i);
      g_autofree char *other = NULL;

      if (link->relation != relation || link->incoming != incoming)
        continue;
      other = dossier_export_other (link->other);
      if (text == NULL)
        text = g_string_new (other);
      else
        g_string_append_printf (text, "; %s", other);
    }

  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

/**
 * dossier_export_colophon:
 * @data: what is exported
 *
 * Returns: (transfer full): what it holds, where it is from and of which day
 */
char *
dossier_export_colophon (const DossierExportData *data)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (data->made);
  g_autofree char *edtf = g_date_time_format (made, "%Y-%m-%d");
  g_autofree char *day = dossier_date_to_words (edtf);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", data->n_claims), data->n_claims);
  g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", data->n_notes), data->n_notes);
  /* Translators: "14 claims and 2 notes from “Harbour”, 20 November 2026." */
  GString *text = g_string_new (NULL);

  g_string_printf (text, _("%s and %s from “%s”, %s."), claims, notes, data->title, day);
  if (data->filter != NULL && *data->filter != '\0')
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Filter: %s."), data->filter);
    }

  return g_string_free (text, FALSE);
}
