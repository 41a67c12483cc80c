// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_page.h"

#include <wx/datetime.h>
#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <cstdlib>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

/// A folder as people write it, with ~ for their own.
std::string short_folder(const std::filesystem::path& folder) {
    const char* home = std::getenv("HOME");
    const std::string path = folder.string();
    if (home != nullptr && *home != '\0' && path.starts_with(home)) {
        return "~" + path.substr(std::string(home).size());
    }
    return path;
}

wxStaticText* quiet_text(wxWindow* parent, const std::string& text) {
    auto* label = new wxStaticText(parent, wxID_ANY, wx(text));
    label->SetForegroundColour(colour(Shade::quiet_ink));
    return label;
}

}  // namespace

WelcomePage::WelcomePage(wxWindow* parent, const Actions& actions, const Settings& settings)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL) {
    SetBackgroundColour(colour(Shade::paper));
    auto* title = new wxStaticText(this, wxID_ANY, "Trialogue");
    title->SetFont(title->GetFont().Scaled(2.4F).MakeBold());
    title->SetForegroundColour(colour(Shade::ink));
    auto* subtitle = quiet_text(this, tr("Code interviews, compare perspectives, count and report."));

    auto* begin = new wxBoxSizer(wxVERTICAL);
    for (const char* id : {"study.new", "study.open", "study.sample"}) {
        const auto& action = actions.at(id);
        auto* button = new wxButton(this, wxID_ANY, wx(tr(action.label)), wxDefaultPosition,
                                    FromDIP(wxSize(250, 44)), wxBU_LEFT);
        button->SetBitmap(icon_of(id));
        button->SetBitmapMargins(FromDIP(10), 0);
        button->SetToolTip(wx(tr(action.help)));
        button->Bind(wxEVT_BUTTON, [this, name = std::string(id)](wxCommandEvent&) {
            if (run_) run_(name);
        });
        begin->Add(button, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
        if (first_ == nullptr) first_ = button;
    }
    auto* drop = quiet_text(this, tr("Or drop a study here."));
    begin->Add(drop, wxSizerFlags().Border(wxTOP, FromDIP(4)));

    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(begin, wxSizerFlags().Border(wxRIGHT, FromDIP(40)));
    fill_recent(settings);
    if (recent_ != nullptr) {
        auto* list = new wxBoxSizer(wxVERTICAL);
        auto* heading = new wxStaticText(this, wxID_ANY, wx(tr("Recent studies")));
        heading->SetFont(heading->GetFont().MakeBold());
        heading->SetForegroundColour(colour(Shade::ink));
        list->Add(heading, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
        list->Add(recent_, wxSizerFlags(1).Expand());
        columns->Add(list, wxSizerFlags(1).Expand());
    }
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(title);
    lines->Add(subtitle, wxSizerFlags().Border(wxTOP, FromDIP(4)));
    lines->Add(columns, wxSizerFlags().Border(wxTOP, FromDIP(36)));
    auto* middle = new wxBoxSizer(wxVERTICAL);
    middle->AddStretchSpacer(2);
    middle->Add(lines, wxSizerFlags().CentreHorizontal().Border(wxALL, FromDIP(24)));
    middle->AddStretchSpacer(3);
    SetSizer(middle);
}

void WelcomePage::fill_recent(const Settings& settings) {
    studies_ = settings.recent();
    if (studies_.empty()) return;
    recent_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(560, 260)),
                                     wxDV_SINGLE | wxBORDER_SIMPLE);
    describe(*recent_, wx(tr("Recent studies")), wx(tr("Enter opens the chosen one")));
    const auto column = [this](const std::string& name, int width) {
        recent_
            ->AppendTextColumn(wx(name), wxDATAVIEW_CELL_INERT, FromDIP(width), wxALIGN_LEFT,
                               wxDATAVIEW_COL_RESIZABLE)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_MIDDLE);
    };
    column(tr("Name"), 170);
    column(tr("Folder"), 250);
    column(tr("Changed"), 120);
    for (const auto& study : studies_) {
        wxVector<wxVariant> row;
        row.push_back(wxVariant(wx(study.stem().string())));
        row.push_back(wxVariant(wx(short_folder(study.parent_path()))));
        const wxDateTime changed = wxFileName(wx(study.string())).GetModificationTime();
        row.push_back(wxVariant(changed.IsValid() ? changed.Format("%Y-%m-%d %H:%M") : wxString()));
        recent_->AppendItem(row);
    }
    recent_->SelectRow(0);
    recent_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open_chosen(); });
    recent_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_NONE &&
            (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)) {
            open_chosen();
        } else {
            event.Skip();
        }
    });
}

void WelcomePage::open_chosen() {
    const int row = recent_->GetSelectedRow();
    if (row == wxNOT_FOUND || !open_) return;
    open_(studies_[static_cast<std::size_t>(row)]);
}

void WelcomePage::SetFocus() {
    if (recent_ != nullptr) {
        recent_->SetFocus();
    } else {
        first_->SetFocus();
    }
}

}  // namespace ui
