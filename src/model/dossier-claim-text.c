/* dossier-claim-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-claim-text.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-words.h"

static char *
event_text (const DossierClaimRecord *record)
{
  g_autofree char *words = dossier_date_to_words (record->event);

  if (record->event != NULL)
    {
      const char *precision = dossier_date_precision (record->event);

      return *precision != '\0' ? g_strdup_printf ("%s (%s)", words, precision) : g_steal_pointer (&words);
    }
  if (record->event_reason != NULL)
    return g_strdup_printf ("%s: %s", words, dossier_reason_label (record->event_reason));

  return g_steal_pointer (&words);
}

/**
 * dossier_claim_record_when_text:
 * @record: a claim
 *
 * Returns: (transfer full): its dates in words, with their precision, or the reason why there is none
 */
char *
dossier_claim_record_when_text (const DossierClaimRecord *record)
{
  g_autofree char *event = event_text (record);
  g_autofree char *stated = NULL;

  if (record->stated == NULL)
    return g_steal_pointer (&event);

  stated = dossier_date_to_words (record->stated);

  /* Translators: when a thing happened and when it was said, "2017 (year) · said 11 August 2021" */
  return g_strdup_printf (_("%s · said %s"), event, stated);
}

/**
 * dossier_claim_record_speaker_text:
 * @record: a claim
 *
 * Returns: (transfer full): who says it and through whom it came
 */
char *
dossier_claim_record_speaker_text (const DossierClaimRecord *record)
{
  GString *text = g_string_new (record->speaker);

  if (text->len == 0)
    g_string_assign (text, record->kind == DOSSIER_KIND_FACT ? _("the reporter") : _("speaker unknown"));
  for (guint i = 0; record->via[i] != NULL; i++)
    g_string_append_printf (text, " › %s", record->via[i]);

  return g_string_free (text, FALSE);
}

/**
 * dossier_claim_record_spoken_text:
 * @record: a claim
 *
 * Returns: (transfer full): kind, speaker, quote, countries, dates and review in one line, for a screen reader
 */
char *
dossier_claim_record_spoken_text (const DossierClaimRecord *record)
{
  g_autofree char *speaker = dossier_claim_record_speaker_text (record);
  g_autofree char *when = dossier_claim_record_when_text (record);
  GString *text = g_string_new (dossier_kind_label (record->kind));

  g_string_append_printf (text, ", %s: “%s”", speaker, record->quote != NULL ? record->quote : "");
  for (guint i = 0; record->countries[i] != NULL; i++)
    g_string_append_printf (text, ", %s", dossier_country_name (record->countries[i]));
  g_string_append_printf (text, ", %s, %s", when, dossier_review_label (record->review));

  return g_string_free (text, FALSE);
}
