// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/accessible.h"

#include <gtk/gtk.h>

namespace ui {

void describe(wxWindow& window, const wxString& name, const wxString& purpose) {
    window.SetName(name);
    AtkObject* accessible = gtk_widget_get_accessible(GTK_WIDGET(window.GetHandle()));
    if (accessible == nullptr) return;
    atk_object_set_name(accessible, name.utf8_str());
    if (!purpose.empty()) atk_object_set_description(accessible, purpose.utf8_str());
}

}  // namespace ui
