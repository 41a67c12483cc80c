// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/menu.h>

#include <memory>
#include <string>
#include <vector>

#include "ui/actions/action.h"

namespace ui {

/// One menu: its title (msgid) and its actions by id. "-" is a rule; ">Title" opens a menu within, "<" closes
/// it.
struct MenuPlan {
    const char* title;
    std::vector<std::string> items;
};

/// A menu of these actions, as they can be done now; with `keys` its items have their keys. Those that cannot
/// be done are grey where `grey`.
[[nodiscard]] std::unique_ptr<wxMenu> make_menu(const Actions& actions, const std::vector<std::string>& items,
                                                bool grey);
[[nodiscard]] wxMenuBar* make_menu_bar(const Actions& actions, const std::vector<MenuPlan>& plans);

/// Brings greyness, ticks and help texts of a menu that opens up to now.
void update_menu(wxMenu& menu, const Actions& actions);
/// Makes every item able to be chosen again, so that its key works while the menu is closed.
void enable_all(wxMenu& menu, const Actions& actions);

}  // namespace ui
