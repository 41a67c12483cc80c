// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/choose_codes.h"

#include <wx/checklst.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

int depth_of(const model::Codebook& codebook, const model::Code& code) {
    int depth = 0;
    for (const auto* above = codebook.find(code.parent); above != nullptr;
         above = codebook.find(above->parent)) {
        ++depth;
    }
    return depth;
}

}  // namespace

std::optional<std::vector<model::CodeId>> ask_for_codes(wxWindow* parent, const model::Codebook& codebook,
                                                        const std::vector<model::CodeId>& chosen) {
    wxDialog dialog(parent, wxID_ANY, wx(tr("Only these codes")), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    auto* words = new wxStaticText(
        &dialog, wxID_ANY,
        wx(tr("A code stands for all below it. With no code ticked, all of them are shown.")));
    auto* list = new wxCheckListBox(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(460, 380)));
    describe(*list, wx(tr("Codes")));
    for (const auto& code : codebook.codes()) {
        const auto depth = static_cast<std::size_t>(depth_of(codebook, code));
        const int at = list->Append(wxString(depth * 5, ' ') + wx(code.name));
        if (std::find(chosen.begin(), chosen.end(), code.id) != chosen.end())
            list->Check(static_cast<unsigned>(at));
    }
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(words, wxSizerFlags().Border(wxALL, dialog.FromDIP(12)));
    lines->Add(list, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, dialog.FromDIP(12)));
    lines->Add(dialog.CreateStdDialogButtonSizer(wxOK | wxCANCEL),
               wxSizerFlags().Expand().Border(wxALL, dialog.FromDIP(12)));
    dialog.SetSizerAndFit(lines);
    list->SetFocus();
    if (dialog.ShowModal() != wxID_OK) return {};
    std::vector<model::CodeId> codes;
    for (std::size_t i = 0; i < codebook.codes().size(); ++i) {
        if (list->IsChecked(static_cast<unsigned>(i))) codes.push_back(codebook.codes()[i].id);
    }
    return codes;
}

}  // namespace ui
