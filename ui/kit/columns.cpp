// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/columns.h"

#include <gtk/gtk.h>

namespace ui {

int width_for_figures(const wxDataViewCtrl& list, const wxString& heading) {
    // GTK's headings are bold buttons with a margin on both sides.
    const wxFont bold = list.GetFont().MakeBold();
    int width = 0, height = 0;
    list.GetTextExtent(heading, &width, &height, nullptr, nullptr, &bold);
    return std::max(5 * list.GetCharWidth(), width + list.FromDIP(12));
}

void explain(const wxDataViewColumn& column, const wxString& sentence) {
    gtk_widget_set_tooltip_text(gtk_tree_view_column_get_button(GTK_TREE_VIEW_COLUMN(column.GetGtkHandle())),
                                sentence.utf8_str());
}

}  // namespace ui
