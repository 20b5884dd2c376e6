/* dossier-wrap-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-wrap-layout"

#include "config.h"

#include "dossier-wrap-layout.h"

struct _DossierWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
  int              line_spacing;
  gboolean         push_last;
};

G_DEFINE_FINAL_TYPE (DossierWrapLayout, dossier_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One pass over the children, each at its natural width where that fits; the
 * same code measures (@allocate FALSE) and places. */
static int
arrange (DossierWrapLayout *self,
         GtkWidget         *widget,
         int                width,
         gboolean           allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *line = gtk_widget_get_first_child (widget);
  int y = 0;

  while (line != NULL)
    {
      GtkWidget *child;
      GtkWidget *end;
      int x = 0, height = 0;

      for (child = line; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int minimum, natural, h;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
          natural = CLAMP (natural, minimum, MAX (width, minimum));
          if (x > 0 && x + natural > width)
            break;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &h, NULL, NULL);
          height = MAX (height, h);
          x += natural + self->spacing;
        }
      end = child;

      x = 0;
      for (child = line; allocate && child != end; child = gtk_widget_get_next_sibling (child))
        {
          int minimum, natural, h;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
          natural = CLAMP (natural, minimum, MAX (width, minimum));
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &h, NULL, NULL);
          if (self->push_last && child == gtk_widget_get_last_child (widget))
            x = MAX (x, width - natural);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation) { rtl ? width - x - natural : x,
                                                       y + (height - h) / 2, natural, h },
                                    -1);
          x += natural + self->spacing;
        }

      y += height;
      line = end;
      if (line != NULL)
        y += self->line_spacing;
    }

  return y;
}

static GtkSizeRequestMode
dossier_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dossier_wrap_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  DossierWrapLayout *self = (DossierWrapLayout *)manager;
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min, nat;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      widest = MAX (widest, min);
      sum += nat + (sum > 0 ? self->spacing : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (sum, widest);
    }
  else
    *minimum = *natural = arrange (self, widget, for_size < 0 ? MAX (sum, widest) : for_size, FALSE);
}

static void
dossier_wrap_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  arrange ((DossierWrapLayout *)manager, widget, width, TRUE);
}

static void
dossier_wrap_layout_class_init (DossierWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = dossier_wrap_layout_get_request_mode;
  manager_class->measure = dossier_wrap_layout_measure;
  manager_class->allocate = dossier_wrap_layout_allocate;
}

static void
dossier_wrap_layout_init (DossierWrapLayout *self)
{
}

/**
 * dossier_wrap_layout_new:
 * @spacing: pixels between children of a line
 * @line_spacing: pixels between lines
 * @push_last: the last child goes to the end of its line
 */
GtkLayoutManager *
dossier_wrap_layout_new (int      spacing,
                         int      line_spacing,
                         gboolean push_last)
{
  DossierWrapLayout *self = g_object_new (DOSSIER_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  self->push_last = push_last;

  return GTK_LAYOUT_MANAGER (self);
}
