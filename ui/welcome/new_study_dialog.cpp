// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/new_study_dialog.h"

#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <algorithm>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

struct Language {
    const char* code;
    const char* name;
};

constexpr Language kLanguages[] = {
    {"nl", msg("Dutch")}, {"en", msg("English")}, {"de", msg("German")}, {"fr", msg("French")}};

/// A name as a file can have it.
std::string file_name(const std::string& name) {
    std::string safe;
    for (const char letter : name) safe += letter == '/' || letter == '\0' ? '-' : letter;
    return safe + ".trialogue";
}

std::string typed(const wxTextEntry& field) {
    return std::string(base::trimmed(utf8(field.GetValue())));
}

}  // namespace

NewStudyDialog::NewStudyDialog(wxWindow* parent, Settings& settings)
    : wxDialog(parent, wxID_ANY, wx(tr("New study")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      settings_(settings) {
    auto* grid = new wxFlexGridSizer(2, wxSize(FromDIP(12), FromDIP(8)));
    grid->AddGrowableCol(1);
    const auto label = [&](const std::string& text) {
        grid->Add(new wxStaticText(this, wxID_ANY, wx(text)), wxSizerFlags().CentreVertical());
    };
    label(tr("&Name"));
    name_ = new wxTextCtrl(this, wxID_ANY);
    describe(*name_, wx(tr("Name of the study")));
    grid->Add(name_, wxSizerFlags(1).Expand());

    label(tr("&File"));
    auto* place = new wxBoxSizer(wxHORIZONTAL);
    file_ = new wxTextCtrl(this, wxID_ANY);
    describe(*file_, wx(tr("File of the study")));
    auto* browse_button = new wxButton(this, wxID_ANY, wx(tr("&Browse…")));
    place->Add(file_, wxSizerFlags(1).CentreVertical());
    place->Add(browse_button, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(6)));
    grid->Add(place, wxSizerFlags(1).Expand());

    label(tr("&Interviews in"));
    wxArrayString languages;
    for (const auto& one : kLanguages) languages.Add(wx(tr(one.name)));
    language_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, languages);
    language_->SetSelection(0);
    describe(*language_, wx(tr("Language of the interviews")));
    grid->Add(language_);

    label(tr("Your na&me"));
    coder_ = new wxTextCtrl(this, wxID_ANY, wx(settings.text("coder/last", utf8(wxGetUserName()))));
    describe(*coder_, wx(tr("Your name, as it stands beside your codings")));
    coder_->SetToolTip(wx(tr("As it shall stand beside your codings")));
    grid->Add(coder_, wxSizerFlags(1).Expand());

    label(tr("&Codebook"));
    codebook_ = new wxChoice(this, wxID_ANY);
    describe(*codebook_, wx(tr("Codebook to start with")));
    grid->Add(codebook_, wxSizerFlags(1).Expand());

    codes_ = new wxDataViewTreeCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(280, 220)),
                                    wxDV_NO_HEADER | wxDV_SINGLE);
    describe(*codes_, wx(tr("Codes of the codebook")));
    definition_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(280, 220)),
                                 wxTE_MULTILINE | wxTE_READONLY | wxTE_NO_VSCROLL | wxBORDER_NONE);
    definition_->SetBackgroundColour(GetBackgroundColour());
    describe(*definition_, wx(tr("Definition of the code")));
    auto* preview_line = new wxBoxSizer(wxHORIZONTAL);
    preview_line->Add(codes_, wxSizerFlags(3).Expand());
    preview_line->Add(definition_, wxSizerFlags(2).Expand().Border(wxLEFT, FromDIP(12)));

    problem_ = new wxStaticText(this, wxID_ANY, "");
    problem_->Hide();
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
    lines->Add(preview_line, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    lines->Add(problem_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    auto* buttons = CreateButtonSizer(wxOK | wxCANCEL);
    lines->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
    FindWindow(wxID_OK)->SetLabel(wx(tr("Make the &study")));
    SetSizerAndFit(lines);
    SetSize(wxSize(std::max(FromDIP(680), GetSize().x), GetSize().y));
    CentreOnParent();

    name_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { propose_file(); });
    file_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { file_typed_ = file_typed_ || !proposing_; });
    browse_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
    language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill_codebooks(); });
    codebook_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_codebook(); });
    codes_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_code(); });
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { make(); }, wxID_OK);
    propose_file();
    fill_codebooks();
    name_->SetFocus();
}

std::string NewStudyDialog::language() const {
    return kLanguages[language_->GetSelection()].code;
}

void NewStudyDialog::propose_file() {
    if (file_typed_) return;
    proposing_ = true;
    const std::string name = typed(*name_);
    file_->SetValue(name.empty() ? wxString() : wx((studies_folder() / file_name(name)).string()));
    file_->SetInsertionPointEnd();
    proposing_ = false;
}

void NewStudyDialog::browse() {
    const std::filesystem::path now = typed(*file_);
    wxFileDialog dialog(this, wx(tr("File of the study")),
                        wx(now.empty() ? studies_folder().string() : now.parent_path().string()),
                        wx(now.filename().string()), wx(tr("Studies")) + " (*.trialogue)|*.trialogue",
                        wxFD_SAVE);
    if (dialog.ShowModal() != wxID_OK) return;
    std::filesystem::path chosen = utf8(dialog.GetPath());
    if (chosen.extension() != ".trialogue") chosen += ".trialogue";
    file_->SetValue(wx(chosen.string()));
}

void NewStudyDialog::fill_codebooks() {
    shown_.clear();
    const auto all = shipped_codebooks();
    const std::string wanted = language() == "nl" ? "nl" : "en";
    std::copy_if(all.begin(), all.end(), std::back_inserter(shown_),
                 [&](const ShippedCodebook& one) { return one.language == wanted; });
    codebook_->Clear();
    codebook_->Append(wx(tr("None: codes are made while coding")));
    for (const auto& one : shown_) codebook_->Append(wx(one.title));
    if (!own_.empty()) codebook_->Append(wx(own_.filename().string()));
    codebook_->Append(wx(tr("From a file (.qdc)…")));
    codebook_->SetSelection(shown_.empty() ? 0 : 1);
    choose_codebook();
}

void NewStudyDialog::choose_codebook() {
    const int chosen = codebook_->GetSelection();
    if (chosen == static_cast<int>(codebook_->GetCount()) - 1) {
        ask_for_codebook();
        return;
    }
    codebook_before_ = chosen;
    std::filesystem::path file;
    if (chosen > 0) {
        const auto place = static_cast<std::size_t>(chosen - 1);
        file = place < shown_.size() ? shown_[place].file : own_;
    }
    read_ = {};
    codebook_file_ = file.filename().string();
    try {
        if (!file.empty()) read_ = exchange::read_codebook(file);
        tell({});
    } catch (const base::Error& error) {
        tell(error.what());
    }
    preview();
}

void NewStudyDialog::ask_for_codebook() {
    wxFileDialog dialog(this, wx(tr("Codebook")), "", "", wx(tr("Codebooks")) + " (*.qdc)|*.qdc",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) {
        codebook_->SetSelection(codebook_before_);
        return;
    }
    own_ = utf8(dialog.GetPath());
    const auto place = static_cast<unsigned>(shown_.size()) + 1;
    if (codebook_->GetCount() == place + 2) codebook_->Delete(place);
    codebook_->Insert(wx(own_.filename().string()), place);
    codebook_->SetSelection(static_cast<int>(place));
    choose_codebook();
}

void NewStudyDialog::preview() {
    codes_->DeleteAllItems();
    code_of_.clear();
    std::map<model::CodeId, wxDataViewItem> rows;
    const auto& codes = read_.codebook.codes();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto& code = codes[i];
        const wxDataViewItem parent = code.parent ? rows[code.parent] : wxDataViewItem();
        const bool has_children = i + 1 < codes.size() && codes[i + 1].parent == code.id;
        const wxDataViewItem row = has_children ? codes_->AppendContainer(parent, wx(code.name))
                                                : codes_->AppendItem(parent, wx(code.name));
        rows[code.id] = row;
        code_of_[row.GetID()] = i;
    }
    for (const auto& [id, row] : rows) {
        if (codes_->IsContainer(row)) codes_->Expand(row);
    }
    show_code();
}

void NewStudyDialog::show_code() {
    const auto found = code_of_.find(codes_->GetSelection().GetID());
    std::string shown;
    if (found != code_of_.end()) {
        const auto& code = read_.codebook.codes()[found->second];
        std::vector<std::string> parts{code.name};
        for (const auto& part : {code.definition, code.when, code.when_not, code.example}) {
            if (!part.empty()) parts.push_back(part);
        }
        shown = base::join(parts, "\n\n");
    } else if (!read_.codebook.empty()) {
        shown = base::say_n("{} code. Choose one to read what it means.",
                            "{} codes. Choose one to read what it means.", read_.codebook.codes().size());
    }
    definition_->ChangeValue(wx(shown));
}

void NewStudyDialog::tell(const std::string& problem) {
    problem_->SetLabelText(wx(problem));
    problem_->Wrap(GetClientSize().x - FromDIP(32));
    problem_->Show(!problem.empty());
    Layout();
}

void NewStudyDialog::make() {
    report::NewStudy wished;
    wished.name = typed(*name_);
    wished.file = typed(*file_);
    if (wished.name.empty()) {
        tell(tr("Give the study a name."));
        name_->SetFocus();
        return;
    }
    if (wished.file.empty()) wished.file = studies_folder() / file_name(wished.name);
    if (wished.file.extension() != ".trialogue") wished.file += ".trialogue";
    wished.language = language();
    wished.codebook = read_;
    wished.codebook_file = codebook_file_;
    wished.coder = typed(*coder_);
    try {
        study_ = report::make_study(wished);
    } catch (const base::Error& error) {
        tell(error.hint().empty() ? error.what() : std::string(error.what()) + " " + error.hint());
        return;
    }
    if (!wished.coder.empty()) {
        settings_.set("coder/" + study_->guid().to_string(), wished.coder);
        settings_.set("coder/last", wished.coder);
    }
    EndModal(wxID_OK);
}

}  // namespace ui
