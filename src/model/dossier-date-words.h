/* dossier-date-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-edtf.h"

G_BEGIN_DECLS

/* Dates as people write them: translated. What returns char * is freed with g_free(). */
/* An EDTF date as people write it: "16 May 2021", "about 2018", "2006 – April 2021", "since 2018"; NULL and what is no
 * EDTF: "date unknown". */
char       *dossier_date_to_words       (const char       *edtf);
/* "day", "month", "year", …: how precise a date is; "" where unknown. */
const char *dossier_date_precision      (const char       *edtf);
/* "2017 – 2021", "since 2017", "until 2021", "" for two open ends; days both included. */
char       *dossier_days_to_words       (gint32            from,
                                         gint32            to);
/* EDTF from what a person typed: EDTF itself, "2017", "May 2021", "16 May 2021", "May 16, 2021", "spring 2018",
 * "about 2018"; NULL where it is no date. */
char       *dossier_date_from_words     (const char       *words);
/* The same with a sentence of why not; *@edtf is NULL where nothing was typed. */
gboolean    dossier_date_read           (const char       *words,
                                         char            **edtf,
                                         GError          **error);
/* A moment (Unix seconds) as "today 10:42", "16 May 2021", in local time. */
char       *dossier_moment_to_words     (gint64            seconds);

G_END_DECLS
