// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speakers/speaker_dialog.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include "base/translate.h"
#include "study/verbs/people.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::say;
using base::tr;

constexpr int kKinds = 3;  ///< choices before the participants: unknown, interviewer, somebody else
constexpr text::SpeakerKind kKindOfChoice[kKinds] = {
    text::SpeakerKind::unknown, text::SpeakerKind::interviewer, text::SpeakerKind::other};

int choice_of(const model::Speaker& speaker, const std::vector<model::Participant>& participants) {
    for (int i = 0; i < kKinds; ++i) {
        if (speaker.kind == kKindOfChoice[i]) return i;
    }
    // A joint label ("X en Y") stands for several; it is left as it is.
    if (speaker.participants.size() != 1) return wxNOT_FOUND;
    for (std::size_t i = 0; i < participants.size(); ++i) {
        if (participants[i].id == speaker.participants.front()) return kKinds + static_cast<int>(i);
    }
    return wxNOT_FOUND;
}

}  // namespace

SpeakerDialog::SpeakerDialog(wxWindow* parent, Context& context, const model::Source& source)
    : wxDialog(parent, wxID_ANY, wx(say("Who speaks in {}", source.name))),
      context_(context),
      source_(source) {
    const auto& participants = context_.material().participants;
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(12, 6)));
    grid->AddGrowableCol(1);
    for (const auto& speaker : source_.speakers) {
        auto* choice = new wxChoice(this, wxID_ANY);
        choice->Append(wx(tr("not known yet")));
        choice->Append(wx(tr("the interviewer")));
        choice->Append(wx(tr("somebody else")));
        for (const auto& one : participants) choice->Append(wx(one.name));
        choice->SetSelection(choice_of(speaker, participants));
        const auto turns = std::count_if(source_.turns.begin(), source_.turns.end(),
                                         [&](const model::Turn& turn) { return turn.speaker == speaker.id; });
        const std::string label = fmt::format(
            "{} ({})", speaker.label, base::say_n("{} turn", "{} turns", static_cast<std::size_t>(turns)));
        describe(*choice, wx(label));
        grid->Add(new wxStaticText(this, wxID_ANY, without_mnemonics(wx(label))),
                  wxSizerFlags().CentreVertical());
        grid->Add(choice, wxSizerFlags().Expand());
        choices_.push_back(choice);
        before_.push_back(choice->GetSelection());
    }
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    lines->Add(CreateSeparatedButtonSizer(wxOK | wxCANCEL),
               wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizerAndFit(lines);
    CentreOnParent();
    if (!choices_.empty()) choices_.front()->SetFocus();
}

bool SpeakerDialog::write() {
    const auto participants = context_.material().participants;
    return context_.change("set_speaker", {}, [&](study::Edit& edit) {
        for (std::size_t i = 0; i < choices_.size(); ++i) {
            const int chosen = choices_[i]->GetSelection();
            if (chosen == before_[i] || chosen == wxNOT_FOUND) continue;
            study::verbs::SpeakerMeaning meaning;
            if (chosen < kKinds) {
                meaning.kind = kKindOfChoice[chosen];
            } else {
                meaning.kind = text::SpeakerKind::participant;
                meaning.participants = {participants[static_cast<std::size_t>(chosen - kKinds)].id};
            }
            study::verbs::set_speaker(edit, source_.id, source_.speakers[i].label, meaning);
        }
    });
}

}  // namespace ui
