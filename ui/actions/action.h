// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/event.h>
#include <wx/windowid.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ui {

/// What a user can want. Menus, context menus, toolbar, palette, keys, tooltips and the keyboard page of the
/// manual are made of these. label and help are msgids (English; base::msg marks them).
struct Action {
    std::string id;     ///< "coding.quick"; the part before the point groups actions
    const char* label;  ///< with "&" before its mnemonic and "…" where a question follows
    const char* help;   ///< one sentence
    /// As wxAcceleratorEntry reads it, "Ctrl+Shift+P"; empty for none. Without Ctrl and Alt (and no F key) it
    /// works in transcripts alone, where nothing is typed.
    std::string key;
    std::function<void()> run;
    /// The reason, translated, why it cannot be done now; empty where it can. Absent: it always can.
    std::function<std::string()> why_not = {};
    /// Whether what it switches is on; absent: it is no switch.
    std::function<bool()> checked = {};
    /// What it is called just now ("Undo: coded a passage"), translated. Absent: as its label.
    std::function<std::string()> called = {};
};

/// The actions of one window.
class Actions {
  public:
    void add(Action action);

    [[nodiscard]] const std::vector<Action>& all() const { return actions_; }
    [[nodiscard]] bool has(const std::string& id) const { return places_.contains(id); }
    /// Throws std::out_of_range for an id that is not there.
    [[nodiscard]] const Action& at(const std::string& id) const;
    /// The number that menu items and buttons of an action carry.
    [[nodiscard]] wxWindowID number_of(const std::string& id) const;
    /// The action of a menu item's number, or none.
    [[nodiscard]] const Action* of_number(wxWindowID number) const;
    /// The action whose key this is, or none; of those for transcripts only where `in_transcript`.
    [[nodiscard]] const Action* of_key(const wxKeyEvent& event, bool in_transcript) const;

    /// Does it where it can be done; otherwise gives the reason to `say`.
    void run(const Action& action, const std::function<void(const std::string&)>& say) const;

  private:
    std::vector<Action> actions_;
    std::map<std::string, std::size_t> places_;
    wxWindowID first_ = wxID_HIGHEST + 1000;
};

/// Whether a key works in transcripts alone.
[[nodiscard]] bool is_plain_key(const std::string& key);
/// The key as the user's language writes it, "Ctrl+Shift+P".
[[nodiscard]] std::string shown_key(const std::string& key);
/// The label in the user's language, without mnemonic.
[[nodiscard]] std::string shown_label(const Action& action);

}  // namespace ui
