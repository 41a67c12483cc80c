// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/conditions.h"

#include <wx/choicdlg.h>
#include <wx/menu.h>

#include <algorithm>
#include <memory>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_choice.h"

namespace ui {

namespace {

using analysis::Where;
using base::say;
using base::tr;

/// More values than this are chosen in a list of their own.
constexpr std::size_t kMenuAtMost = 25;

std::string attribute_label(const std::string& attribute) {
    if (attribute == "role") return tr("Role");
    if (attribute == "triad") return tr("Triad");
    return attribute;
}

}  // namespace

std::string condition_text(const Where& where) {
    return attribute_label(where.attribute) + " = " + where.value;
}

std::optional<Where> ask_for_condition(wxWindow& parent, const model::Material& material) {
    wxMenu menu;
    std::vector<Where> conditions;
    const int first = wxID_HIGHEST + 1;
    const auto add = [&](wxMenu& to, const Where& where, const wxString& label) {
        to.Append(first + static_cast<int>(conditions.size()), without_mnemonics(label));
        conditions.push_back(where);
    };
    for (const auto& attribute : filter_attributes(material)) {
        const auto values = values_of(material, attribute);
        if (values.empty()) continue;
        if (values.size() > kMenuAtMost) {
            add(menu, {attribute, ""}, wx(attribute_label(attribute) + "…"));
            continue;
        }
        auto within = std::make_unique<wxMenu>();
        for (const auto& value : values) add(*within, {attribute, value}, wx(value));
        menu.AppendSubMenu(within.release(), without_mnemonics(wx(attribute_label(attribute))));
    }
    const int chosen = parent.GetPopupMenuSelectionFromUser(menu) - first;
    if (chosen < 0 || static_cast<std::size_t>(chosen) >= conditions.size()) return {};
    auto where = conditions[static_cast<std::size_t>(chosen)];
    if (where.value.empty()) {
        wxArrayString values;
        for (const auto& value : values_of(material, where.attribute)) values.Add(wx(value));
        where.value = utf8(wxGetSingleChoice(wx(attribute_label(where.attribute)),
                                             wx(tr("Only participants with")), values, &parent));
        if (where.value.empty()) return {};
    }
    return where;
}

void add_condition(std::vector<Where>& conditions, const Where& where) {
    const auto same = [&](const Where& one) {
        return one.attribute == where.attribute && one.value == where.value;
    };
    if (std::none_of(conditions.begin(), conditions.end(), same)) conditions.push_back(where);
}

void drop_unknown(std::vector<Where>& conditions, const model::Material& material) {
    std::erase_if(conditions, [&](const Where& where) {
        const auto values = values_of(material, where.attribute);
        return std::find(values.begin(), values.end(), where.value) == values.end();
    });
}

wxButton* make_chip(wxWindow* parent, const std::string& text, std::function<void()> remove) {
    auto* chip = new wxButton(parent, wxID_ANY, without_mnemonics(wx(text + "  ×")));
    chip->SetToolTip(wx(tr("Takes this filter away")));
    describe(*chip, wx(say("Filter: {}", text)), wx(tr("Takes this filter away")));
    chip->Bind(wxEVT_BUTTON,
               [parent, remove = std::move(remove)](wxCommandEvent&) { parent->CallAfter(remove); });
    return chip;
}

}  // namespace ui
