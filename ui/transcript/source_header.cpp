// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/source_header.h"

#include <wx/button.h>
#include <wx/wrapsizer.h>

#include "base/strings.h"
#include "base/translate.h"
#include "study/codings.h"
#include "study/verbs/marking.h"
#include "ui/context/role_colour.h"
#include "ui/kit/accessible.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

constexpr model::Mark kMarks[] = {model::Mark::to_do, model::Mark::coding, model::Mark::coded};

const model::Participant* participant(const model::Material& material, model::ParticipantId id) {
    for (const auto& one : material.participants) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

template <class Named, class Id>
const Named* named(const std::vector<Named>& all, Id id) {
    for (const auto& one : all) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

}  // namespace

SourceHeader::SourceHeader(wxWindow* parent, Context& context) : wxPanel(parent), context_(context) {
    role_ = new wxPanel(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(4, -1)));
    name_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    name_->SetFont(name_->GetFont().MakeBold());
    people_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    round_ = new wxStaticText(this, wxID_ANY, "");
    wxArrayString marks;
    marks.Add(wx(tr("To do")));
    marks.Add(wx(tr("Being coded")));
    marks.Add(wx(tr("Coded")));
    mark_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, marks);
    describe(*mark_, wx(tr("How far you are with this source")));
    mark_->SetToolTip(wx(
        tr("How far you are with this source. Agreement compares only what both coders marked as coded.")));
    mark_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const auto mark = kMarks[event.GetSelection()];
        context_.change("mark", {},
                        [&](study::Edit& edit) { study::verbs::mark(edit, source_, context_.hand(), mark); });
    });
    codes_ = new wxWrapSizer(wxHORIZONTAL);
    auto* lines = new wxBoxSizer(wxVERTICAL);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    auto* names = new wxBoxSizer(wxVERTICAL);
    names->Add(name_, wxSizerFlags().Expand());
    names->Add(people_, wxSizerFlags().Expand());
    first->Add(names, wxSizerFlags(1).CentreVertical().Border(wxLEFT, FromDIP(8)));
    first->Add(round_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(8)));
    first->Add(mark_, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(4)));
    lines->Add(first, wxSizerFlags().Expand());
    lines->Add(codes_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxHORIZONTAL);
    all->Add(role_, wxSizerFlags().Expand());
    all->Add(lines, wxSizerFlags(1).Expand());
    SetSizer(all);
}

void SourceHeader::show(const model::Source& source, const std::vector<model::Coding>& whole) {
    source_ = source.id;
    name_->SetLabelText(wx(source.name));
    show_people(source);
    const auto coder = context_.coder();
    mark_->Enable(coder.has_value() && context_.study().writable());
    const auto progress =
        coder ? study::codings::progress(context_.study(), source.id, coder->id) : model::Progress{};
    mark_->SetSelection(static_cast<int>(progress.mark));
    round_->SetLabelText(wx(base::say("Round {}", progress.round)));
    round_->Show(progress.round > model::kFirstRound);
    show_whole(whole);
    Layout();
}

void SourceHeader::show_people(const model::Source& source) {
    const auto& material = context_.material();
    std::vector<std::string> people;
    for (const auto id : source.participants) {
        const auto* one = participant(material, id);
        if (one == nullptr) continue;
        std::vector<std::string> parts{one->name};
        if (const auto* role = named(material.roles, one->role)) parts.push_back(role->name);
        if (const auto* triad = named(material.triads, one->triad)) parts.push_back(triad->name);
        people.push_back(base::join(parts, " · "));
    }
    role_->SetBackgroundColour(colour_of_roles(material, source.participants));
    role_->Refresh();
    people_->SetLabelText(people.empty() ? wx(tr("Nobody is named as interviewed here yet."))
                                         : wx(base::join(people, "; ")));
    people_->SetForegroundColour(colour(Shade::quiet_ink));
}

void SourceHeader::show_whole(const std::vector<model::Coding>& whole) {
    codes_->Clear(true);
    for (const auto& coding : whole) {
        const auto* code = context_.codebook().find(coding.code);
        if (code == nullptr) continue;
        auto* button = new wxButton(this, wxID_ANY, without_mnemonics(wx(code->name)), wxDefaultPosition,
                                    wxDefaultSize, wxBU_EXACTFIT | wxBORDER_NONE);
        button->SetBitmap(swatch_of(bar_colour(code->colour)));
        button->SetToolTip(wx(base::say("{}, on the source as a whole", context_.codebook().path(code->id))));
        button->Bind(wxEVT_BUTTON, [this, id = coding.id](wxCommandEvent&) { chosen_(id); });
        codes_->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
    }
}

}  // namespace ui
