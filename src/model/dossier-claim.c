/* dossier-claim.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-claim.h"

#include "dossier-claim-text.h"
#include "dossier-item-private.h"
#include "dossier-items-private.h"

struct _DossierClaim
{
  DossierItem    parent_instance;

  DossierSource *source;
};

enum
{
  PROP_0,
  PROP_SOURCE,
  PROP_KIND,
  PROP_REVIEW,
  PROP_VERDICT,
  PROP_QUOTE,
  PROP_SPEAKER,
  PROP_COUNTRIES,
  PROP_EVENT,
  PROP_STATED,
  PROP_DATE_TEXT,
  PROP_CONFIDENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierClaim, dossier_claim, DOSSIER_TYPE_ITEM)

static const char * const none[] = { NULL };

/* What the getters look into: an empty record until one has come. */
static const DossierClaimRecord *
get_record (DossierClaim *self)
{
  static const DossierClaimRecord empty = {
    .kind = DOSSIER_KIND_STATEMENT,
    .review = DOSSIER_REVIEW_SUGGESTED,
    .verdict = DOSSIER_VERDICT_UNCHECKED,
    .countries = (char **) none,
  };
  const DossierClaimRecord *record = dossier_item_record ((DossierItem *) self);

  return record != NULL ? record : &empty;
}

static void
dossier_claim_finalize (GObject *object)
{
  DossierClaim *self = (DossierClaim *) object;

  g_clear_object (&self->source);

  G_OBJECT_CLASS (dossier_claim_parent_class)->finalize (object);
}

static void
dossier_claim_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DossierClaim *self = (DossierClaim *) object;

  switch (prop_id)
    {
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_KIND:
      g_value_set_uint (value, dossier_claim_kind (self));
      break;
    case PROP_REVIEW:
      g_value_set_uint (value, dossier_claim_review (self));
      break;
    case PROP_VERDICT:
      g_value_set_uint (value, dossier_claim_verdict (self));
      break;
    case PROP_QUOTE:
      g_value_set_string (value, dossier_claim_quote (self));
      break;
    case PROP_SPEAKER:
      g_value_set_string (value, dossier_claim_speaker (self));
      break;
    case PROP_COUNTRIES:
      g_value_set_boxed (value, dossier_claim_countries (self));
      break;
    case PROP_EVENT:
      g_value_set_string (value, dossier_claim_event (self));
      break;
    case PROP_STATED:
      g_value_set_string (value, dossier_claim_stated (self));
      break;
    case PROP_DATE_TEXT:
      g_value_take_string (value, dossier_claim_when_text (self));
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, get_record (self)->confidence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_claim_class_init (DossierClaimClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DossierItemClass *item_class = DOSSIER_ITEM_CLASS (klass);

  object_class->finalize = dossier_claim_finalize;
  object_class->get_property = dossier_claim_get_property;
  item_class->record_ref = (gpointer (*) (gpointer)) dossier_claim_record_ref;
  item_class->record_unref = (GDestroyNotify) dossier_claim_record_unref;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, DOSSIER_TYPE_SOURCE, flags);
  properties[PROP_KIND] =
    g_param_spec_uint ("kind", NULL, NULL, 0, DOSSIER_N_KINDS - 1, DOSSIER_KIND_STATEMENT, flags);
  properties[PROP_REVIEW] = g_param_spec_uint ("review", NULL, NULL, 0, DOSSIER_N_REVIEWS - 1, 0, flags);
  properties[PROP_VERDICT] = g_param_spec_uint ("verdict", NULL, NULL, 0, DOSSIER_N_VERDICTS - 1, 0, flags);
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  properties[PROP_SPEAKER] = g_param_spec_string ("speaker", NULL, NULL, NULL, flags);
  properties[PROP_COUNTRIES] = g_param_spec_boxed ("countries", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_EVENT] = g_param_spec_string ("event", NULL, NULL, NULL, flags);
  properties[PROP_STATED] = g_param_spec_string ("stated", NULL, NULL, NULL, flags);
  properties[PROP_DATE_TEXT] = g_param_spec_string ("date-text", NULL, NULL, NULL, flags);
  properties[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  item_class->properties = properties + 1;
  item_class->n_properties = N_PROPS - 1;
}

static void
dossier_claim_init (DossierClaim *self)
{
}

/**
 * dossier_claim_set_record:
 * @self: a claim
 * @record: what the disk holds of it, now immutable
 * @source: its source
 */
void
dossier_claim_set_record (DossierClaim       *self,
                          DossierClaimRecord *record,
                          DossierSource      *source)
{
  g_return_if_fail (DOSSIER_IS_CLAIM (self));
  g_return_if_fail (record != NULL);

  g_set_object (&self->source, source);
  dossier_item_fill ((DossierItem *) self, record);
}

/**
 * dossier_claim_id:
 * @self: a claim
 *
 * Returns: its row in the dossier
 */
gint64
dossier_claim_id (DossierClaim *self)
{
  return dossier_item_id ((DossierItem *) self);
}

/**
 * dossier_claim_is_loaded:
 * @self: a claim
 *
 * Returns: whether its record has come from the disk
 */
gboolean
dossier_claim_is_loaded (DossierClaim *self)
{
  return dossier_item_is_loaded ((DossierItem *) self);
}

/**
 * dossier_claim_record:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): its record, never to be changed
 */
DossierClaimRecord *
dossier_claim_record (DossierClaim *self)
{
  return dossier_item_record ((DossierItem *) self);
}

/**
 * dossier_claim_source:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): the source it stands in, itself perhaps not loaded yet
 */
DossierSource *
dossier_claim_source (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return self->source;
}

/**
 * dossier_claim_source_id:
 * @self: a claim
 *
 * Returns: the row of its source, 0 while it is not loaded
 */
gint64
dossier_claim_source_id (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), 0);

  return get_record (self)->source_id;
}

/**
 * dossier_claim_kind:
 * @self: a claim
 *
 * Returns: its kind
 */
DossierKind
dossier_claim_kind (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), DOSSIER_KIND_STATEMENT);

  return get_record (self)->kind;
}

/**
 * dossier_claim_review:
 * @self: a claim
 *
 * Returns: what the person has said of it
 */
DossierReview
dossier_claim_review (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), DOSSIER_REVIEW_SUGGESTED);

  return get_record (self)->review;
}

/**
 * dossier_claim_verdict:
 * @self: a claim
 *
 * Returns: how its checking stands
 */
DossierVerdict
dossier_claim_verdict (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), DOSSIER_VERDICT_UNCHECKED);

  return get_record (self)->verdict;
}

/**
 * dossier_claim_span:
 * @self: a claim
 *
 * Returns: its place in the text of its source, code points; empty while it is not loaded
 */
DossierSpan
dossier_claim_span (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), ((DossierSpan) { 0, 0 }));

  return get_record (self)->span;
}

/**
 * dossier_claim_quote:
 * @self: a claim
 *
 * Returns: its words in the text; "" while it is not loaded
 */
const char *
dossier_claim_quote (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), "");

  return get_record (self)->quote != NULL ? get_record (self)->quote : "";
}

/**
 * dossier_claim_speaker:
 * @self: a claim
 *
 * Returns: (nullable): who says it, where that is known
 */
const char *
dossier_claim_speaker (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return get_record (self)->speaker;
}

/**
 * dossier_claim_countries:
 * @self: a claim
 *
 * Returns: (transfer none): the alpha-2 codes of what it concerns; never %NULL
 */
const char * const *
dossier_claim_countries (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), none);

  return (const char * const *) get_record (self)->countries;
}

/**
 * dossier_claim_event:
 * @self: a claim
 *
 * Returns: (nullable): when it happened, EDTF
 */
const char *
dossier_claim_event (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return get_record (self)->event;
}

/**
 * dossier_claim_stated:
 * @self: a claim
 *
 * Returns: (nullable): when it was said, EDTF
 */
const char *
dossier_claim_stated (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return get_record (self)->stated;
}

/**
 * dossier_claim_when_text:
 * @self: a claim
 *
 * Returns: (transfer full): its dates in words, with their precision, or the reason why there is none
 */
char *
dossier_claim_when_text (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return dossier_claim_is_loaded (self) ? dossier_claim_record_when_text (get_record (self)) : g_strdup ("");
}

/**
 * dossier_claim_speaker_text:
 * @self: a claim
 *
 * Returns: (transfer full): who says it and through whom it came
 */
char *
dossier_claim_speaker_text (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return dossier_claim_is_loaded (self) ? dossier_claim_record_speaker_text (get_record (self)) : g_strdup ("");
}

/**
 * dossier_claim_spoken_text:
 * @self: a claim
 *
 * Returns: (transfer full): kind, speaker, quote, countries, dates and review in one line, for a screen reader
 */
char *
dossier_claim_spoken_text (DossierClaim *self)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (self), NULL);

  return dossier_claim_is_loaded (self) ? dossier_claim_record_spoken_text (get_record (self)) : g_strdup ("");
}
