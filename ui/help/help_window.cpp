// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_window.h"

#include <wx/aboutdlg.h>
#include <wx/filesys.h>
#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

constexpr std::uintmax_t kLargestPage = 4 << 20;
const char* const kWindowName = "manual";

void open_manual(wxWindow* frame, const std::string& page) {
    auto* window = dynamic_cast<HelpWindow*>(wxWindow::FindWindowByName(kWindowName));
    if (window == nullptr) window = new HelpWindow(frame);
    window->open(page);
    window->Show();
    window->Raise();
}

void show_about(wxWindow* frame) {
    wxAboutDialogInfo info;
    info.SetName("Trialogue");
    info.SetVersion(TRIALOGUE_VERSION);
    info.SetDescription(wx(
        tr("A workbench for coding interviews with youth, parents and the mentors whom the youth chose.")));
    info.SetLicence(wx(tr("GNU General Public License, version 3 or later")));
    wxAboutBox(info, frame);
}

}  // namespace

HelpWindow::HelpWindow(wxWindow* parent)
    : wxFrame(parent, wxID_ANY, wx(tr("Manual")), wxDefaultPosition, wxDefaultSize,
              wxDEFAULT_FRAME_STYLE | wxFRAME_FLOAT_ON_PARENT, kWindowName),
      pages_(manual_pages(manual_folder())),
      list_(new wxListBox(this, wxID_ANY)),
      html_(new wxHtmlWindow(this, wxID_ANY)) {
    describe(*list_, wx(tr("Pages of the manual")));
    describe(*html_, wx(tr("Page of the manual")));
    for (const auto& page : pages_) list_->Append(wx(page.title));
    html_->SetStandardFonts(wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).GetPointSize());
    html_->SetBorders(FromDIP(16));
    auto* all = new wxBoxSizer(wxHORIZONTAL);
    list_->SetMinSize(FromDIP(wxSize(190, -1)));
    all->Add(list_, wxSizerFlags().Expand());
    all->Add(html_, wxSizerFlags(1).Expand());
    SetSizer(all);
    SetSize(FromDIP(wxSize(900, 680)));
    list_->Bind(wxEVT_LISTBOX,
                [this](wxCommandEvent& event) { show(static_cast<std::size_t>(event.GetInt())); });
    html_->Bind(wxEVT_HTML_LINK_CLICKED, &HelpWindow::OnLink, this);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) {
            Close();
        } else {
            event.Skip();
        }
    });
}

void HelpWindow::open(const std::string& id) {
    const auto page =
        std::find_if(pages_.begin(), pages_.end(), [&](const ManualPage& one) { return one.id == id; });
    if (pages_.empty()) {
        html_->SetPage(wx(manual_html(tr("The manual is not installed."))));
        return;
    }
    show(page == pages_.end() ? 0 : static_cast<std::size_t>(page - pages_.begin()));
    html_->SetFocus();
}

void HelpWindow::show(std::size_t page) {
    shown_ = page;
    list_->SetSelection(static_cast<int>(page));
    try {
        // Pictures are found beside the page.
        html_->GetParser()->GetFS()->ChangePathTo(
            wxFileSystem::FileNameToURL(wxFileName(wx(pages_[page].file.parent_path().string() + "/"))),
            true);
        html_->SetPage(wx(manual_html(base::read_file(pages_[page].file, kLargestPage))));
    } catch (const base::Error& error) {
        html_->SetPage(wx(manual_html(error.what())));
    }
}

void HelpWindow::OnLink(wxHtmlLinkEvent& event) {
    const std::string target = utf8(event.GetLinkInfo().GetHref());
    const std::string file = target.substr(0, target.find('#'));
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        if (file == pages_[i].id + ".md" || file == pages_[i].file.filename().string()) {
            show(i);
            return;
        }
    }
    if (target.starts_with("#")) html_->LoadPage(wx(target));
}

void add_help_actions(Actions& actions, wxWindow* frame) {
    actions.add({"help.manual", msg("&Manual"), msg("Opens the manual"), "F1",
                 [frame] { open_manual(frame, "window"); }});
    actions.add({"help.first_steps", msg("&First steps"), msg("Opens the first steps with the sample study"),
                 "", [frame] { open_manual(frame, "first-steps"); }});
    actions.add({"help.keys", msg("&Actions and keys"),
                 msg("Lists everything that can be done, with its keys"), "Ctrl+F1",
                 [frame] { open_manual(frame, "keyboard"); }});
    actions.add({"help.about", msg("A&bout Trialogue"), msg("Says which version this is"), "",
                 [frame] { show_about(frame); }});
}

}  // namespace ui
