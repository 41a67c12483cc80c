// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/placement.h"

#include <gtk/gtk.h>

#include <functional>

namespace ui {

namespace {

enum class Place { right, wrong, to_come };

Place place_of(const wxWindow& window) {
    GtkWidget* widget = window.GetHandle();
    // Within a control, GTK alone says what stands where.
    if (widget == nullptr || window.GetSize().x <= 0 || window.GetSize().y <= 0) return Place::right;
    if (gtk_widget_get_visible(widget) == FALSE) return Place::to_come;
    GtkAllocation given;
    gtk_widget_get_allocation(widget, &given);
    return given.width == window.GetSize().x && given.height == window.GetSize().y ? Place::right
                                                                                   : Place::wrong;
}

/// Calls for each window within `top` that is shown, but is not where it was put.
void each_misplaced(const wxWindow& top, const std::function<void(const wxWindow&, Place)>& found) {
    for (const wxWindow* child : top.GetChildren()) {
        if (!child->IsShown() || child->IsTopLevel()) continue;
        const Place place = place_of(*child);
        if (place != Place::right) found(*child, place);
        if (place != Place::to_come) each_misplaced(*child, found);
    }
}

/// A wish is passed on upwards, but only to the first widget that has a wish noted already. Asking for each
/// of them comes past the one whose wish was noted and dropped.
void ask_upwards(GtkWidget* widget) {
    for (; widget != nullptr; widget = gtk_widget_get_parent(widget)) gtk_widget_queue_resize(widget);
}

}  // namespace

bool Placement::mend() {
    bool more = false, wrong = false;
    each_misplaced(top_, [&](const wxWindow& window, Place place) {
        if (place == Place::to_come) {
            more = true;
            return;
        }
        wrong = true;
        wxSize& asked = asked_[&window];
        if (asked == window.GetSize()) return;
        asked = window.GetSize();
        ask_upwards(window.GetHandle());
    });
    if (!wrong) asked_.clear();
    return more;
}

int Placement::misplaced() const {
    int count = 0;
    each_misplaced(top_, [&](const wxWindow&, Place) { ++count; });
    return count;
}

}  // namespace ui
