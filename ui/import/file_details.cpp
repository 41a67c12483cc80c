// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/file_details.h"

#include <wx/wupdlock.h>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::say;
using base::say_n;
using base::tr;
using text::SpeakerKind;

/// Those that transcripts in Dutch and its neighbours come in.
constexpr const char* kEncodings[] = {"UTF-8",  "windows-1252", "ISO-8859-15", "macintosh",
                                      "IBM850", "UTF-16LE",     "UTF-16BE"};
/// More labels than this are no speakers, and each is a control.
constexpr std::size_t kLabels = 40;

std::string typed(const wxTextEntry& field) {
    return std::string(base::trimmed(utf8(field.GetValue())));
}

std::string shown_meaning(const study::LabelProposal& label) {
    switch (label.kind) {
        case SpeakerKind::interviewer:
            return tr("Interviewer");
        case SpeakerKind::other:
            return tr("Somebody else");
        case SpeakerKind::participant:
            return label.participant;
        case SpeakerKind::unknown:
            break;
    }
    return tr("Not known yet");
}

}  // namespace

FileDetails::FileDetails(wxWindow* parent, const model::Material& material, ImportPlan& plan)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      material_(material),
      plan_(plan) {
    auto* grid = new wxFlexGridSizer(2, wxSize(FromDIP(10), FromDIP(6)));
    grid->AddGrowableCol(1);
    const auto label = [&](const std::string& words) {
        grid->Add(new wxStaticText(this, wxID_ANY, wx(words)), wxSizerFlags().CentreVertical());
    };
    const auto field = [&](wxWindow* control, const std::string& name) {
        describe(*control, wx(name));
        grid->Add(control, wxSizerFlags(1).Expand());
    };
    wxArrayString people, roles, triads, encodings;
    for (const auto& one : material.participants) people.Add(wx(one.name));
    for (const auto& one : material.roles) roles.Add(wx(one.name));
    for (const auto& one : material.triads) triads.Add(wx(one.name));
    const auto combo = [this](const wxArrayString& known) {
        return new wxComboBox(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, known);
    };
    label(tr("&Name"));
    field(name_ = new wxTextCtrl(this, wxID_ANY), tr("Name of the source"));
    label(tr("&Participant"));
    field(participant_ = combo(people), tr("Participant"));
    label(tr("&Role"));
    field(role_ = combo(roles), tr("Role"));
    label(tr("&Triad"));
    field(triad_ = combo(triads), tr("Triad"));
    label(tr("&Encoding"));
    field(encoding_ = new wxChoice(this, wxID_ANY), tr("Encoding"));
    labels_title_ = new wxStaticText(this, wxID_ANY, wx(tr("Who is who in the text")));
    labels_title_->SetFont(labels_title_->GetFont().MakeBold());
    labels_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(340, 110)),
                                   wxVSCROLL | wxTAB_TRAVERSAL);
    labels_->SetScrollRate(0, FromDIP(12));
    label_lines_ = new wxFlexGridSizer(2, wxSize(FromDIP(10), FromDIP(4)));
    label_lines_->AddGrowableCol(1);
    labels_->SetSizer(label_lines_);
    notes_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    notes_->SetForegroundColour(colour(Shade::quiet_ink));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(grid, wxSizerFlags().Expand());
    lines->Add(labels_title_, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    lines->Add(labels_, wxSizerFlags(1).Expand());
    lines->Add(notes_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    SetSizer(lines);

    name_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (filling_ || only() == nullptr) return;
        only()->name = typed(*name_);
        changed_();
    });
    participant_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { take_participant(); });
    role_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (filling_) return;
        for (const auto i : files_) plan_.files()[i].about.role = typed(*role_);
        changed_();
    });
    triad_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (filling_) return;
        for (const auto i : files_) plan_.files()[i].about.triad = typed(*triad_);
        changed_();
    });
    encoding_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take_encoding(); });
}

PlannedFile* FileDetails::only() {
    return files_.size() == 1 ? &plan_.files()[files_.front()] : nullptr;
}

void FileDetails::show(const std::vector<std::size_t>& files) {
    files_ = files;
    std::erase_if(files_, [this](std::size_t i) { return plan_.files()[i].transcript() == nullptr; });
    fill();
}

void FileDetails::fill() {
    filling_ = true;
    const auto* file = only();
    name_->Enable(file != nullptr);
    participant_->Enable(file != nullptr);
    role_->Enable(!files_.empty());
    triad_->Enable(!files_.empty());
    name_->ChangeValue(file != nullptr ? wx(file->name) : wxString());
    participant_->SetValue(file != nullptr ? wx(file->about.participant) : wxString());
    // Of several files what they have in common.
    const auto common = [&](std::string study::NameProposal::*part) {
        std::string value = files_.empty() ? std::string() : plan_.files()[files_.front()].about.*part;
        for (const auto i : files_) {
            if (plan_.files()[i].about.*part != value) value.clear();
        }
        return value;
    };
    role_->SetValue(wx(common(&study::NameProposal::role)));
    triad_->SetValue(wx(common(&study::NameProposal::triad)));
    fill_encoding(file);
    fill_labels();
    fill_notes();
    filling_ = false;
}

void FileDetails::fill_encoding(const PlannedFile* file) {
    encoding_->Clear();
    const bool plain = file != nullptr && !file->transcript()->encoding.empty();
    encoding_->Enable(plain);
    if (file == nullptr) return;
    if (!plain) {
        encoding_->Append(wx(tr("The file says it itself")));
        encoding_->SetSelection(0);
        return;
    }
    encoding_->Append(
        wx(file->encoding ? tr("As detected") : say("{}, as detected", file->transcript()->encoding)));
    for (const char* name : kEncodings) encoding_->Append(name);
    encoding_->SetSelection(0);
    if (file->encoding) encoding_->SetStringSelection(wx(*file->encoding));
}

std::vector<std::string> FileDetails::people_near(const PlannedFile& file) const {
    std::vector<std::string> names;
    if (!file.about.participant.empty()) names.push_back(file.about.participant);
    for (const auto& label : file.labels) {
        if (!label.participant.empty()) names.push_back(label.participant);
    }
    for (const auto& one : material_.participants) {
        for (const auto& triad : material_.triads) {
            if (triad.id == one.triad && triad.name == file.about.triad) names.push_back(one.name);
        }
    }
    std::vector<std::string> once;
    for (auto& name : names) {
        if (std::find(once.begin(), once.end(), name) == once.end()) once.push_back(std::move(name));
    }
    return once;
}

void FileDetails::fill_labels() {
    const wxWindowUpdateLocker quiet(labels_);
    label_lines_->Clear(true);
    meanings_.clear();
    const auto* file = only();
    const std::size_t count = file == nullptr ? 0 : std::min(file->labels.size(), kLabels);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& label = file->labels[i];
        const std::string turns = say_n("{} turn", "{} turns", static_cast<std::size_t>(label.turns));
        auto* words = new wxStaticText(labels_, wxID_ANY, wxString(), wxDefaultPosition,
                                       wxSize(FromDIP(130), -1), wxST_ELLIPSIZE_END);
        words->SetLabelText(wx(label.label + " · " + turns));
        wxArrayString choices;
        for (const auto& name : people_near(*file)) choices.Add(wx(name));
        choices.Add(wx(tr("Interviewer")));
        choices.Add(wx(tr("Somebody else")));
        choices.Add(wx(tr("Not known yet")));
        auto* meaning = new wxComboBox(labels_, wxID_ANY, wx(shown_meaning(label)), wxDefaultPosition,
                                       wxDefaultSize, choices);
        describe(*meaning, wx(say("What “{}” stands for", label.label)),
                 wx(tr("A participant’s name, the interviewer, or somebody else")));
        meaning->Bind(wxEVT_TEXT, [this, i](wxCommandEvent&) { take_meaning(i); });
        label_lines_->Add(words, wxSizerFlags().CentreVertical());
        label_lines_->Add(meaning, wxSizerFlags(1).Expand());
        meanings_.push_back(meaning);
    }
    if (file != nullptr && count == 0) {
        label_lines_->Add(new wxStaticText(labels_, wxID_ANY, wx(tr("No speakers were recognised."))));
    }
    if (file != nullptr && file->labels.size() > count) {
        label_lines_->Add(new wxStaticText(
            labels_, wxID_ANY,
            wx(say_n("and {} further label", "and {} further labels", file->labels.size() - count))));
    }
    labels_title_->Show(file != nullptr);
    labels_->FitInside();
    labels_->Layout();
}

void FileDetails::fill_notes() {
    std::vector<std::string> notes;
    if (const auto* file = only()) {
        const auto& content = *file->transcript();
        if (content.encoding_assumed && !file->encoding) {
            notes.push_back(say("Read as {}: the file does not say so itself.", content.encoding));
        }
        for (const auto& loss : content.losses) notes.push_back(loss.what);
        if (!content.comments.empty()) {
            notes.push_back(
                say_n("{} comment becomes a memo.", "{} comments become memos.", content.comments.size()));
        }
    } else if (files_.size() > 1) {
        notes.push_back(say_n("{} file is chosen; role and triad are set for it.",
                              "{} files are chosen; role and triad are set for all of them.", files_.size()));
    }
    notes_->SetLabelText(wx(base::join(notes, "\n")));
    notes_->Wrap(std::max(FromDIP(200), GetClientSize().x));
    Layout();
}

void FileDetails::take_participant() {
    auto* file = only();
    if (filling_ || file == nullptr) return;
    const std::string before = file->about.participant;
    file->about.participant = typed(*participant_);
    for (const auto& one : material_.participants) {
        if (text::folded(one.name) != text::folded(file->about.participant)) continue;
        for (const auto& role : material_.roles) {
            if (role.id == one.role) file->about.role = role.name;
        }
        for (const auto& triad : material_.triads) {
            if (triad.id == one.triad) file->about.triad = triad.name;
        }
    }
    bool carried = false;
    for (auto& label : file->labels) {
        if (before.empty() || label.participant != before) continue;
        label.participant = file->about.participant;
        carried = true;
    }
    if (!carried) plan_.propose_labels(files_.front());
    filling_ = true;
    role_->SetValue(wx(file->about.role));
    triad_->SetValue(wx(file->about.triad));
    fill_labels();
    filling_ = false;
    changed_();
}

void FileDetails::take_meaning(std::size_t place) {
    auto* file = only();
    if (filling_ || file == nullptr) return;
    auto& label = file->labels[place];
    const std::string meaning = typed(*meanings_[place]);
    label.participant.clear();
    if (meaning == tr("Interviewer")) {
        label.kind = SpeakerKind::interviewer;
    } else if (meaning == tr("Somebody else")) {
        label.kind = SpeakerKind::other;
    } else if (meaning.empty() || meaning == tr("Not known yet")) {
        label.kind = SpeakerKind::unknown;
    } else {
        label.kind = SpeakerKind::participant;
        label.participant = meaning;
    }
    changed_();
}

void FileDetails::take_encoding() {
    auto* file = only();
    if (filling_ || file == nullptr) return;
    const int chosen = encoding_->GetSelection();
    file->encoding =
        chosen <= 0 ? std::nullopt : std::optional(utf8(encoding_->GetString(static_cast<unsigned>(chosen))));
    read_(files_.front(), file->encoding);
}

}  // namespace ui
