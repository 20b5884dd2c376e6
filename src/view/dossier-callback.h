/* dossier-callback.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DossierCallback: a function that the user of a widget gave it, with its data. */
typedef struct
{
  GCallback       func; /* NULL: none; cast it to what it is */
  gpointer        data;
  GDestroyNotify  destroy;
} DossierCallback;

/* Puts another function, or NULL, in the place of the old one, whose data is given up. */
static inline void
dossier_callback_set (DossierCallback *self,
                      GCallback        func,
                      gpointer         data,
                      GDestroyNotify   destroy)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
}

G_END_DECLS
