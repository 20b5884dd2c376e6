/* dossier-time-index.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-edtf.h"
#include "dossier-kind.h"

G_BEGIN_DECLS

/**
 * DossierTimeIndex:
 *
 * Events (claims with a date) as arrays sorted by their first day: what the
 * timeline asks on every frame, with no database and no objects behind it.
 * Built in a thread, then immutable and shared; replaced whole on a change.
 */
typedef struct _DossierTimeIndex DossierTimeIndex;

/** DossierTimeFlags: how sure the ends of an event are. */
typedef enum
{
  DOSSIER_TIME_APPROXIMATE = 1 << 0,
  DOSSIER_TIME_UNCERTAIN   = 1 << 1,
  DOSSIER_TIME_OPEN_START  = 1 << 2,
  DOSSIER_TIME_OPEN_END    = 1 << 3,
  DOSSIER_TIME_INTERVAL    = 1 << 4, /* an interval, not one date of low precision */
  DOSSIER_TIME_DISMISSED   = 1 << 5,
} DossierTimeFlags;

/** DossierTimeEvent: one event; days as in dossier-edtf.h, @end is the last day, not the one after. */
typedef struct
{
  gint32  begin;
  gint32  end;
  guint32 id;    /* of the caller's choice: the claim's place in its list */
  guint16 lane;
  guint8  kind;  /* DossierKind */
  guint8  flags; /* DossierTimeFlags */
} DossierTimeEvent;

/** DossierTimeBin: how many events of each kind touch one pixel's worth of days. */
typedef struct
{
  guint32 count[DOSSIER_N_KINDS];
  guint32 total;
} DossierTimeBin;

DossierTimeIndex       *dossier_time_index_new       (DossierTimeEvent       *events,
                                                      guint                   n_events,
                                                      guint                   n_lanes);
DossierTimeIndex       *dossier_time_index_ref       (DossierTimeIndex       *self);
void                    dossier_time_index_unref     (DossierTimeIndex       *self);
guint                   dossier_time_index_n_events  (DossierTimeIndex       *self);
guint                   dossier_time_index_n_lanes   (DossierTimeIndex       *self);
guint                   dossier_time_index_lane_size (DossierTimeIndex       *self,
                                                      guint                   lane);
const DossierTimeEvent *dossier_time_index_event     (DossierTimeIndex       *self,
                                                      guint                   position);
gboolean                dossier_time_index_extent    (DossierTimeIndex       *self,
                                                      gint32                 *first,
                                                      gint32                 *last);
gboolean                dossier_time_index_find      (DossierTimeIndex       *self,
                                                      guint32                 id,
                                                      guint                   lane,
                                                      guint                  *position);
/* How an event is counted: in every bin that it touches, or once, in the bin of its first day. */
void                    dossier_time_index_bin       (DossierTimeIndex       *self,
                                                      guint                   lane,
                                                      double                  from,
                                                      double                  to,
                                                      guint                   n_bins,
                                                      DossierTimeBin         *bins);
void                    dossier_time_index_bin_begins (DossierTimeIndex      *self,
                                                      guint                   lane,
                                                      double                  from,
                                                      double                  to,
                                                      guint                   n_bins,
                                                      DossierTimeBin         *bins);
guint                   dossier_time_index_overlaps  (DossierTimeIndex       *self,
                                                      guint                   lane,
                                                      gint32                  from,
                                                      gint32                  to,
                                                      guint                   limit,
                                                      guint                  *positions);
gboolean                dossier_time_index_next      (DossierTimeIndex       *self,
                                                      guint                   lane,
                                                      guint                  *position,
                                                      int                     step);

#define DOSSIER_TIME_ALL_LANES G_MAXUINT

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimeIndex, dossier_time_index_unref)

G_END_DECLS
