// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merging/merge_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "base/strings.h"
#include "base/translate.h"
#include "report/merge_report.h"
#include "study/verbs/merge.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

using base::tr;
using study::merging::SameCodes;

MergeDialog::MergeDialog(wxWindow* parent, Context& context, const std::filesystem::path& file)
    : wxDialog(parent, wxID_ANY, wx(tr("Merge a copy")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context),
      file_(file) {
    preview_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(560, 260)),
                              wxTE_MULTILINE | wxTE_READONLY);
    preview_->SetMargins(FromDIP(8), FromDIP(8));
    describe(*preview_, wx(tr("What merging changes")));
    join_ = new wxCheckBox(this, wxID_ANY, wx(tr("&Codes that both added under one path are one code")));
    join_->SetValue(true);
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(preview_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    lines->Add(join_, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    lines->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
    SetSizer(lines);
    compare();
    join_->Show(!plan_.report.to_confirm.empty());
    if (auto* button = FindWindow(wxID_OK)) button->SetLabel(wx(tr("&Merge")));
    Fit();
    CentreOnParent();
    preview_->SetFocus();
}

std::string MergeDialog::preview() const {
    return utf8(preview_->GetValue());
}

void MergeDialog::set_join(bool join) {
    join_->SetValue(join);
}

void MergeDialog::compare() {
    study::merging::check_is_other_file(context_.study(), file_);
    const auto other = study::Study::open(file_, study::Access::snapshot);
    plan_ = study::merging::plan(context_.study(), *other, SameCodes::ask);
    auto lines = report::merge_lines(context_.study(), plan_);
    if (plan_.empty()) lines.emplace_back(tr("Everything is here already; there is nothing to merge."));
    preview_->SetValue(wx(base::join(lines, "\n\n")));
    FindWindow(wxID_OK)->Enable(!plan_.empty());
}

bool MergeDialog::merge() {
    if (!plan_.report.to_confirm.empty()) {
        const bool compared = context_.attempt([&] {
            const auto other = study::Study::open(file_, study::Access::snapshot);
            plan_ = study::merging::plan(context_.study(), *other,
                                         join_->GetValue() ? SameCodes::join : SameCodes::apart);
        });
        if (!compared) return false;
    }
    const bool merged =
        context_.change("merge", {}, [&](study::Edit& edit) { study::verbs::merge(edit, plan_); });
    if (merged) context_.say(tr("The copy is merged. Undo takes back all of it."));
    return merged;
}

}  // namespace ui
