// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passages/passage_filter_row.h"

#include <wx/sizer.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

/// What the first line of each choice says, in the order of Which.
constexpr const char* kAll[] = {msg("All roles"), msg("All triads"), msg("All values"), msg("All coders")};
constexpr const char* kNames[] = {msg("Role"), msg("Triad"), msg("Attribute"), msg("Coder")};

}  // namespace

PassageFilterRow::PassageFilterRow(wxWindow* parent, Context& context)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      words_(new wxSearchCtrl(this, wxID_ANY)),
      starred_(new wxToggleButton(this, wxID_ANY, wx("★"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      more_(new wxToggleButton(this, wxID_ANY, wx("▾"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      second_(new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL)) {
    words_->SetDescriptiveText(wx(tr("Filter passages")));
    words_->ShowCancelButton(true);
    describe(*words_, wx(tr("Filter passages by words")));
    describe(*starred_, wx(tr("Starred only")));
    starred_->SetToolTip(wx(tr("Starred only")));
    describe(*more_, wx(tr("Filter by role, triad, attribute or coder")));
    more_->SetToolTip(wx(tr("Filter by role, triad, attribute or coder")));
    const int gap = FromDIP(6);
    auto* grid = new wxGridSizer(2, FromDIP(4), FromDIP(4));
    for (std::size_t i = 0; i < kChoices; ++i) {
        choices_[i].control = new wxChoice(second_, wxID_ANY);
        // As narrow as the pane may be: a long name would widen it.
        choices_[i].control->SetMinSize(wxSize(FromDIP(80), -1));
        describe(*choices_[i].control, wx(tr(kNames[i])));
        choices_[i].control->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed_(); });
        grid->Add(choices_[i].control, wxSizerFlags().Expand());
    }
    second_->SetSizer(grid);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    first->Add(words_, wxSizerFlags(1).CentreVertical());
    first->Add(starred_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(4)));
    first->Add(more_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(4)));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(first, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    lines->Add(second_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    SetSizer(lines);
    more_->SetValue(context_.settings().number("passages/more", 0) != 0);
    second_->Show(more_->GetValue());
    words_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed_(); });
    starred_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { changed_(); });
    more_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { show_more(); });
    take_choices();
}

void PassageFilterRow::show_more() {
    second_->Show(more_->GetValue());
    context_.settings().set("passages/more", static_cast<long>(more_->GetValue()));
    if (!more_->GetValue()) {
        // What cannot be seen does not filter.
        for (auto& choice : choices_) choice.control->SetSelection(0);
        changed_();
    }
    GetParent()->Layout();
}

void PassageFilterRow::add(Which which, const std::string& label, std::function<void(PassageFilter&)> ask) {
    choices_[which].control->Append(wx(label));
    choices_[which].asks.push_back(std::move(ask));
}

void PassageFilterRow::take_choices() {
    const auto& material = context_.material();
    std::array<wxString, kChoices> before;
    for (std::size_t i = 0; i < kChoices; ++i) {
        before[i] = choices_[i].control->GetStringSelection();
        choices_[i].control->Clear();
        choices_[i].asks.clear();
        add(static_cast<Which>(i), tr(kAll[i]), [](PassageFilter&) {});
    }
    for (const auto& role : material.roles) {
        add(kRole, role.name, [id = role.id](PassageFilter& filter) { filter.role = id; });
    }
    for (const auto& triad : material.triads) {
        add(kTriad, triad.name, [id = triad.id](PassageFilter& filter) { filter.triad = id; });
    }
    add_values();
    for (const auto& coder : material.coders) {
        add(kCoder, coder.name, [id = coder.id](PassageFilter& filter) { filter.coder = id; });
    }
    add(kCoder, tr("settled"), [](PassageFilter& filter) { filter.coder = model::CoderId{}; });
    for (std::size_t i = 0; i < kChoices; ++i) {
        if (!choices_[i].control->SetStringSelection(before[i])) choices_[i].control->SetSelection(0);
    }
}

void PassageFilterRow::add_values() {
    const auto& material = context_.material();
    for (const auto& attribute : material.attributes) {
        std::vector<std::string> values;
        for (const auto& participant : material.participants) {
            const auto value = participant.attributes.find(attribute.id);
            if (value != participant.attributes.end()) values.push_back(value->second);
        }
        std::sort(values.begin(), values.end(), text::name_less);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        for (const auto& value : values) {
            add(kValue, attribute.name + ": " + value, [id = attribute.id, value](PassageFilter& filter) {
                filter.value = {id, value};
            });
        }
    }
}

PassageFilter PassageFilterRow::filter() const {
    PassageFilter filter;
    for (const auto& choice : choices_) {
        const int at = choice.control->GetSelection();
        if (at != wxNOT_FOUND) choice.asks[static_cast<std::size_t>(at)](filter);
    }
    filter.starred = starred_->GetValue();
    filter.words = base::trimmed(utf8(words_->GetValue()));
    return filter;
}

}  // namespace ui
