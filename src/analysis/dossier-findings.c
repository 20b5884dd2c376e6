/* dossier-findings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-findings.h"

static void
clear_date (gpointer data)
{
  DossierDateFinding *date = data;

  g_free (date->value);
  g_free (date->edtf);
}

static void
clear_link (gpointer data)
{
  g_free (((DossierLinkFinding *)data)->why);
}

/**
 * dossier_findings_new:
 *
 * Findings of nothing, all arrays there and empty.
 */
DossierFindings *
dossier_findings_new (void)
{
  DossierFindings *self = g_new0 (DossierFindings, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (DossierBlock));
  self->countries = g_array_new (FALSE, FALSE, sizeof (DossierCountryWeight));
  self->mentions = g_array_new (FALSE, FALSE, sizeof (DossierMentionFinding));
  self->dates = g_array_new (FALSE, FALSE, sizeof (DossierDateFinding));
  g_array_set_clear_func (self->dates, clear_date);
  self->attributions = g_array_new (FALSE, FALSE, sizeof (DossierAttributionFinding));
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify)dossier_claim_record_unref);
  self->links = g_array_new (FALSE, FALSE, sizeof (DossierLinkFinding));
  g_array_set_clear_func (self->links, clear_link);

  return self;
}

void
dossier_findings_free (DossierFindings *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->language);
  g_array_unref (self->blocks);
  g_array_unref (self->countries);
  g_array_unref (self->mentions);
  g_array_unref (self->dates);
  g_array_unref (self->attributions);
  g_ptr_array_unref (self->claims);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * dossier_timex_type_name:
 *
 * The name of the type in TimeML.
 */
const char *
dossier_timex_type_name (DossierTimexType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_val_if_fail (type < G_N_ELEMENTS (names), "");

  return names[type];
}
