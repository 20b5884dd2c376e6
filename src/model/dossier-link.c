/* dossier-link.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-link.h"

#include "dossier-items-private.h"
#include "dossier-rule.h"
#include "dossier-words.h"

struct _DossierLink
{
  GObject            parent_instance;

  DossierLinkRecord *record;
  DossierClaim      *other;
  gboolean           incoming;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_RELATION,
  PROP_INCOMING,
  PROP_OTHER,
  PROP_HEADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierLink, dossier_link, G_TYPE_OBJECT)

static void
dossier_link_finalize (GObject *object)
{
  DossierLink *self = (DossierLink *) object;

  g_clear_pointer (&self->record, dossier_link_record_unref);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (dossier_link_parent_class)->finalize (object);
}

static void
dossier_link_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DossierLink *self = (DossierLink *) object;

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->record->id);
      break;
    case PROP_RELATION:
      g_value_set_uint (value, self->record->relation);
      break;
    case PROP_INCOMING:
      g_value_set_boolean (value, self->incoming);
      break;
    case PROP_OTHER:
      g_value_set_object (value, self->other);
      break;
    case PROP_HEADING:
      g_value_set_string (value, dossier_link_heading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_link_class_init (DossierLinkClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_link_finalize;
  object_class->get_property = dossier_link_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_RELATION] = g_param_spec_uint ("relation", NULL, NULL, 0, DOSSIER_N_RELATIONS - 1, 0, flags);
  properties[PROP_INCOMING] = g_param_spec_boolean ("incoming", NULL, NULL, FALSE, flags);
  properties[PROP_OTHER] = g_param_spec_object ("other", NULL, NULL, DOSSIER_TYPE_CLAIM, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_link_init (DossierLink *self)
{
}

/**
 * dossier_link_new:
 * @record: the link
 * @incoming: whether it is seen from the claim that it points to
 * @other: the claim at the other end
 *
 * Returns: (transfer full): the object
 */
DossierLink *
dossier_link_new (DossierLinkRecord *record,
                  gboolean           incoming,
                  DossierClaim      *other)
{
  DossierLink *self = g_object_new (DOSSIER_TYPE_LINK, NULL);

  self->record = dossier_link_record_ref (record);
  self->incoming = incoming;
  self->other = g_object_ref (other);

  return self;
}

/**
 * dossier_link_id:
 * @self: a link
 *
 * Returns: its row in the dossier
 */
gint64
dossier_link_id (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), 0);

  return self->record->id;
}

/**
 * dossier_link_record:
 * @self: a link
 *
 * Returns: (transfer none): its record, never to be changed
 */
DossierLinkRecord *
dossier_link_record (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), NULL);

  return self->record;
}

/**
 * dossier_link_relation:
 * @self: a link
 *
 * Returns: how the one claim stands to the other
 */
DossierRelation
dossier_link_relation (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), DOSSIER_RELATION_ANSWERS);

  return self->record->relation;
}

/**
 * dossier_link_is_incoming:
 * @self: a link
 *
 * Returns: whether the other claim is the one that answers, supports, contradicts or repeats
 */
gboolean
dossier_link_is_incoming (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), FALSE);

  return self->incoming;
}

/**
 * dossier_link_other:
 * @self: a link
 *
 * Returns: (transfer none): the claim at the other end
 */
DossierClaim *
dossier_link_other (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), NULL);

  return self->other;
}

/**
 * dossier_link_heading:
 * @self: a link
 *
 * Returns: under which heading it is shown: "Answered by", "Repeats", …
 */
const char *
dossier_link_heading (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), "");

  return dossier_relation_label (self->record->relation, self->incoming);
}

/**
 * dossier_link_why_text:
 * @self: a link
 *
 * Returns: (transfer full): what ties the two claims together, in words
 */
char *
dossier_link_why_text (DossierLink *self)
{
  g_return_val_if_fail (DOSSIER_IS_LINK (self), NULL);

  return self->record->why != NULL ? dossier_rule_describe_why (self->record->why) : g_strdup ("");
}
