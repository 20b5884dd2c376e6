/* dossier-kind-sign.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-palette.h"

G_BEGIN_DECLS

/* The sign of a kind: what tells kinds apart without colour. */
void dossier_kind_sign_snapshot (GtkSnapshot   *snapshot,
                                 DossierKind    kind,
                                 const GdkRGBA *colour,
                                 double         x,
                                 double         y,
                                 double         size);
/* The same on a disc, around a centre. */
void dossier_kind_disc_snapshot (GtkSnapshot   *snapshot,
                                 DossierKind    kind,
                                 const GdkRGBA *disc,
                                 const GdkRGBA *sign,
                                 double         centre_x,
                                 double         centre_y,
                                 double         size);
/* The line under a claim, its foot at @y. */
void dossier_kind_line_snapshot (GtkSnapshot   *snapshot,
                                 DossierKind    kind,
                                 const GdkRGBA *colour,
                                 double         x0,
                                 double         x1,
                                 double         y);

G_END_DECLS
