/* dossier-date-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierDatePopover: the date part of the filter: which date is meant, from when, to when, and the undated. */
#define DOSSIER_TYPE_DATE_POPOVER (dossier_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (DossierDatePopover, dossier_date_popover, DOSSIER, DATE_POPOVER, GtkPopover)

GtkWidget *dossier_date_popover_new (DossierSession *session);

G_END_DECLS
