/* dossier-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-record.h"

/* The count stands before the record, so that the record stays plain data. */
typedef struct
{
  gatomicrefcount ref_count;
  gint64          align;
} Head;

static gpointer
record_alloc (gsize size)
{
  Head *head = g_malloc0 (sizeof (Head) + size);

  g_atomic_ref_count_init (&head->ref_count);
  return head + 1;
}

static void
record_ref (gpointer record)
{
  g_atomic_ref_count_inc (&((Head *)record - 1)->ref_count);
}

static gboolean
record_unref (gpointer record)
{
  return record != NULL && g_atomic_ref_count_dec (&((Head *)record - 1)->ref_count);
}

static void
record_free (gpointer record)
{
  g_free ((Head *)record - 1);
}

static char **
strv_empty (void)
{
  return g_new0 (char *, 1);
}

static char **
strv_copy (char **strv)
{
  return strv != NULL ? g_strdupv (strv) : strv_empty ();
}

DossierClaimRecord *
dossier_claim_record_new (void)
{
  DossierClaimRecord *self = record_alloc (sizeof *self);

  self->via = strv_empty ();
  self->countries = strv_empty ();

  return self;
}

DossierClaimRecord *
dossier_claim_record_copy (const DossierClaimRecord *self)
{
  DossierClaimRecord *copy = record_alloc (sizeof *copy);

  *copy = *self;
  copy->quote = g_strdup (self->quote);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  copy->speaker = g_strdup (self->speaker);
  copy->cue = g_strdup (self->cue);
  copy->via = strv_copy (self->via);
  copy->countries = strv_copy (self->countries);
  copy->event = g_strdup (self->event);
  copy->event_reason = g_strdup (self->event_reason);
  copy->stated = g_strdup (self->stated);
  copy->stated_reason = g_strdup (self->stated_reason);
  copy->verdict_reason = g_strdup (self->verdict_reason);
  copy->why = g_memdup2 (self->why, sizeof *self->why * self->n_why);

  return copy;
}

DossierClaimRecord *
dossier_claim_record_ref (DossierClaimRecord *self)
{
  record_ref (self);
  return self;
}

void
dossier_claim_record_unref (DossierClaimRecord *self)
{
  if (!record_unref (self))
    return;

  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->speaker);
  g_free (self->cue);
  g_strfreev (self->via);
  g_strfreev (self->countries);
  g_free (self->event);
  g_free (self->event_reason);
  g_free (self->stated);
  g_free (self->stated_reason);
  g_free (self->verdict_reason);
  g_free (self->why);
  record_free (self);
}

DossierSourceRecord *
dossier_source_record_new (void)
{
  DossierSourceRecord *self = record_alloc (sizeof *self);

  self->countries = strv_empty ();

  return self;
}

DossierSourceRecord *
dossier_source_record_copy (const DossierSourceRecord *self)
{
  DossierSourceRecord *copy = record_alloc (sizeof *copy);

  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->outlet = g_strdup (self->outlet);
  copy->byline = g_strdup (self->byline);
  copy->url = g_strdup (self->url);
  copy->published = g_strdup (self->published);
  copy->language = g_strdup (self->language);
  copy->file_name = g_strdup (self->file_name);
  copy->media_type = g_strdup (self->media_type);
  copy->encoding = g_strdup (self->encoding);
  copy->sha256 = g_strdup (self->sha256);
  copy->countries = strv_copy (self->countries);

  return copy;
}

DossierSourceRecord *
dossier_source_record_ref (DossierSourceRecord *self)
{
  record_ref (self);
  return self;
}

void
dossier_source_record_unref (DossierSourceRecord *self)
{
  if (!record_unref (self))
    return;

  g_free (self->title);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->url);
  g_free (self->published);
  g_free (self->language);
  g_free (self->file_name);
  g_free (self->media_type);
  g_free (self->encoding);
  g_free (self->sha256);
  g_strfreev (self->countries);
  record_free (self);
}

DossierNoteRecord *
dossier_note_record_new (void)
{
  DossierNoteRecord *self = record_alloc (sizeof *self);

  self->tags = strv_empty ();

  return self;
}

DossierNoteRecord *
dossier_note_record_copy (const DossierNoteRecord *self)
{
  DossierNoteRecord *copy = record_alloc (sizeof *copy);

  *copy = *self;
  copy->quote = g_strdup (self->quote);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  copy->text = g_strdup (self->text);
  copy->colour = g_strdup (self->colour);
  copy->tags = strv_copy (self->tags);

  return copy;
}

DossierNoteRecord *
dossier_note_record_ref (DossierNoteRecord *self)
{
  record_ref (self);
  return self;
}

void
dossier_note_record_unref (DossierNoteRecord *self)
{
  if (!record_unref (self))
    return;

  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->text);
  g_free (self->colour);
  g_strfreev (self->tags);
  record_free (self);
}

DossierLinkRecord *
dossier_link_record_new (void)
{
  return record_alloc (sizeof (DossierLinkRecord));
}

DossierLinkRecord *
dossier_link_record_copy (const DossierLinkRecord *self)
{
  DossierLinkRecord *copy = record_alloc (sizeof *copy);

  *copy = *self;
  copy->why = g_strdup (self->why);

  return copy;
}

DossierLinkRecord *
dossier_link_record_ref (DossierLinkRecord *self)
{
  record_ref (self);
  return self;
}

void
dossier_link_record_unref (DossierLinkRecord *self)
{
  if (!record_unref (self))
    return;

  g_free (self->why);
  record_free (self);
}
