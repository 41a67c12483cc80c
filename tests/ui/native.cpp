// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/native.h"

#include <gtk/gtk.h>
#include <wx/uiaction.h>
#include <wx/wx.h>

namespace support {

namespace {

GtkWindow* file_dialog() {
    GList* windows = gtk_window_list_toplevels();
    GtkWindow* dialog = nullptr;
    for (GList* one = windows; one != nullptr; one = one->next) {
        if (GTK_IS_FILE_CHOOSER_DIALOG(one->data) && gtk_widget_get_mapped(GTK_WIDGET(one->data)) != FALSE)
            dialog = GTK_WINDOW(one->data);
    }
    g_list_free(windows);
    return dialog;
}

}  // namespace

bool press_in_menu(int key) {
    if (gtk_grab_get_current() == nullptr || !GTK_IS_MENU(gtk_grab_get_current())) return false;
    return wxUIActionSimulator().Char(key);
}

bool type_into_file_dialog(const std::string& name) {
    auto* dialog = file_dialog();
    if (dialog == nullptr) return false;
    int x = 0, y = 0;
    gtk_window_get_position(dialog, &x, &y);
    wxUIActionSimulator hand;
    // Without a window manager keys go to the window below the pointer.
    hand.MouseMove(wxPoint(x + 20, y + 20));
    const bool opens = gtk_file_chooser_get_action(GTK_FILE_CHOOSER(dialog)) == GTK_FILE_CHOOSER_ACTION_OPEN;
    // To open, one picks from a list, unless one asks for the field.
    if (opens) hand.Char('L', wxMOD_CONTROL);
    hand.Char('A', wxMOD_CONTROL);
    hand.Text(name.c_str());
    return hand.Char(WXK_RETURN);
}

}  // namespace support
