// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/menus.h"

#include <set>

#include "base/translate.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

/// Gives each item of one menu a letter of its own: the one that is marked in its label where that is free,
/// else the first of a word, else any. In every language, whatever stands beside it.
class Mnemonics {
  public:
    [[nodiscard]] wxString marked(wxString label) {
        const int wished = label.Find('&');
        if (wished != wxNOT_FOUND) label.Remove(static_cast<std::size_t>(wished), 1);
        std::vector<std::size_t> places;
        if (wished != wxNOT_FOUND) places.push_back(static_cast<std::size_t>(wished));
        for (std::size_t i = 0; i < label.length(); ++i) {
            if (i == 0 || label[i - 1] == ' ') places.push_back(i);
        }
        for (std::size_t i = 0; i < label.length(); ++i) places.push_back(i);
        for (const auto place : places) {
            const wxUniChar letter = label[place];
            if (!letter.IsAscii() || !wxIsalnum(letter)) continue;
            if (!taken_.insert(static_cast<char>(wxTolower(letter))).second) continue;
            return label.insert(place, "&");
        }
        return label;
    }

  private:
    std::set<char> taken_;
};

/// The label of a menu item with its key. Keys of transcripts are only told: as accelerators they would take
/// letters from every field in which somebody types.
wxString item_label(const Action& action, const wxString& label) {
    if (action.key.empty()) return label;
    if (is_plain_key(action.key)) return label + wx("   (" + shown_key(action.key) + ")");
    return label + "	" + wx(action.key);
}

void append(wxMenu& menu, const Actions& actions, const std::string& id, Mnemonics& mnemonics) {
    const Action& action = actions.at(id);
    const auto kind = action.checked ? wxITEM_CHECK : wxITEM_NORMAL;
    menu.Append(actions.number_of(id), item_label(action, mnemonics.marked(wx(base::tr(action.label)))),
                wx(base::tr(action.help)), kind);
}

/// Fills a menu up to the "<" that closes it, or the end.
void fill(wxMenu& menu, const Actions& actions, const std::vector<std::string>& items, std::size_t& at) {
    Mnemonics mnemonics;
    for (; at < items.size(); ++at) {
        const std::string& item = items[at];
        if (item == "<") return;
        if (item == "-") {
            menu.AppendSeparator();
        } else if (item[0] == '>') {
            auto within = std::make_unique<wxMenu>();
            fill(*within, actions, items, ++at);
            menu.AppendSubMenu(within.release(), mnemonics.marked(wx(base::tr(item.c_str() + 1))));
        } else {
            append(menu, actions, item, mnemonics);
        }
    }
}

template <class Visit>
void for_each_item(wxMenu& menu, const Visit& visit) {
    for (auto* item : menu.GetMenuItems()) {
        if (item->GetSubMenu() != nullptr) {
            for_each_item(*item->GetSubMenu(), visit);
        } else {
            visit(*item);
        }
    }
}

}  // namespace

std::unique_ptr<wxMenu> make_menu(const Actions& actions, const std::vector<std::string>& items, bool grey) {
    auto menu = std::make_unique<wxMenu>();
    std::size_t at = 0;
    fill(*menu, actions, items, at);
    if (grey) update_menu(*menu, actions);
    return menu;
}

wxMenuBar* make_menu_bar(const Actions& actions, const std::vector<MenuPlan>& plans) {
    auto* bar = new wxMenuBar;
    Mnemonics titles;
    for (const auto& plan : plans) {
        bar->Append(make_menu(actions, plan.items, false).release(), titles.marked(wx(base::tr(plan.title))));
    }
    return bar;
}

void update_menu(wxMenu& menu, const Actions& actions) {
    for_each_item(menu, [&](wxMenuItem& item) {
        const Action* action = actions.of_number(item.GetId());
        if (action == nullptr) return;
        const std::string reason = action->why_not ? action->why_not() : std::string();
        item.Enable(reason.empty());
        item.SetHelp(wx(reason.empty() ? base::tr(action->help) : reason));
        if (action->checked) item.Check(action->checked());
        if (action->called) item.SetItemLabel(item_label(*action, without_mnemonics(wx(action->called()))));
    });
}

void enable_all(wxMenu& menu, const Actions& actions) {
    for_each_item(menu, [&](wxMenuItem& item) {
        if (actions.of_number(item.GetId()) != nullptr) item.Enable(true);
    });
}

}  // namespace ui
