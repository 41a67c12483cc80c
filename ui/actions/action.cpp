// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/action.h"

#include <wx/accel.h>

#include "base/strings.h"
#include "base/translate.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

/// A letter, digit or function key, however wx tells it.
bool same_key(const wxAcceleratorEntry& entry, const wxKeyEvent& event) {
    int flags = wxACCEL_NORMAL;
    if (event.ControlDown()) flags |= wxACCEL_CTRL;
    if (event.AltDown()) flags |= wxACCEL_ALT;
    const int code = event.GetKeyCode();
    // Shift is part of what a sign is: "*" is one key here and Shift+8 there.
    const bool sign = code > WXK_SPACE && code < 127 && !wxIsalnum(static_cast<wxChar>(code));
    if (event.ShiftDown() && !sign) flags |= wxACCEL_SHIFT;
    const int wanted = entry.GetKeyCode();
    if (entry.GetFlags() != flags) return false;
    if (wanted == code) return true;
    switch (code) {
        case WXK_NUMPAD_ENTER:
            return wanted == WXK_RETURN;
        case WXK_NUMPAD_DELETE:
            return wanted == WXK_DELETE;
        default:
            return code >= WXK_NUMPAD0 && code <= WXK_NUMPAD9 && wanted == '0' + code - WXK_NUMPAD0;
    }
}

}  // namespace

void Actions::add(Action action) {
    places_[action.id] = actions_.size();
    actions_.push_back(std::move(action));
}

const Action& Actions::at(const std::string& id) const {
    return actions_.at(places_.at(id));
}

wxWindowID Actions::number_of(const std::string& id) const {
    return first_ + static_cast<wxWindowID>(places_.at(id));
}

const Action* Actions::of_number(wxWindowID number) const {
    const auto place = static_cast<std::size_t>(number - first_);
    return number >= first_ && place < actions_.size() ? &actions_[place] : nullptr;
}

const Action* Actions::of_key(const wxKeyEvent& event, bool in_transcript) const {
    for (const auto& action : actions_) {
        if (action.key.empty() || (is_plain_key(action.key) && !in_transcript)) continue;
        wxAcceleratorEntry entry;
        if (entry.FromString(wx("\t" + action.key)) && same_key(entry, event)) return &action;
    }
    return nullptr;
}

void Actions::run(const Action& action, const std::function<void(const std::string&)>& say) const {
    const std::string reason = action.why_not ? action.why_not() : std::string();
    if (!reason.empty()) {
        say(reason);
        return;
    }
    action.run();
}

bool is_plain_key(const std::string& key) {
    if (key.find("Ctrl+") != std::string::npos || key.find("Alt+") != std::string::npos) return false;
    const auto last = key.substr(key.rfind('+') == std::string::npos ? 0 : key.rfind('+') + 1);
    return !(last.size() > 1 && last[0] == 'F' &&
             last.find_first_not_of("0123456789", 1) == std::string::npos);
}

std::string shown_key(const std::string& key) {
    std::vector<std::string> parts;
    for (const auto part : base::split(key, '+')) {
        const std::string name(part);
        if (name == "Shift") {
            parts.emplace_back(base::tr("Shift"));
        } else if (name == "Enter") {
            parts.emplace_back(base::tr("Enter"));
        } else if (name == "Delete") {
            parts.emplace_back(base::tr("Del"));
        } else if (name == "Left") {
            parts.emplace_back("←");
        } else if (name == "Right") {
            parts.emplace_back("→");
        } else if (name == "Up") {
            parts.emplace_back("↑");
        } else if (name == "Down") {
            parts.emplace_back("↓");
        } else {
            parts.push_back(name);
        }
    }
    return base::join(parts, "+");
}

std::string shown_label(const Action& action) {
    std::string label = base::tr(action.label);
    std::erase(label, '&');
    return label;
}

}  // namespace ui
