// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/aui/framemanager.h>
#include <wx/frame.h>
#include <wx/infobar.h>
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/context.h"
#include "ui/kit/background.h"
#include "ui/kit/placement.h"

namespace ui {

class CodebookPane;
class CoderBar;
class Finding;
class HitMarks;
class MemosPane;
class PassagesPane;
class SearchPane;
class SourcesPane;
class WelcomePage;
class Workspace;

/// One window: the welcome page, or one study with its panes and tabs. Lays out and passes on; what a pane
/// does is the pane's.
class MainFrame : public wxFrame {
  public:
    explicit MainFrame(Settings& settings);
    ~MainFrame() override;

    /// Opens a study in this window, or in a new one where this has one already. Where another program is
    /// writing in it, it is opened to read. An error is told.
    /// Returns the window that has it then.
    MainFrame& open(const std::filesystem::path& path);
    /// Takes a study that is open already, as open() does.
    MainFrame& take(std::unique_ptr<study::Study> study);
    /// Takes files that were dropped on the window: studies are opened, others imported.
    void take_files(const std::vector<std::filesystem::path>& files);
    /// Tells the user something in a sentence above the work.
    void say(const std::string& message, const std::string& hint = {});
    /// Lets the user say who codes.
    void choose_coder();

    /// Nothing on the welcome page.
    [[nodiscard]] Context* context() { return context_.get(); }
    [[nodiscard]] Workspace* workspace() { return workspace_; }
    [[nodiscard]] const Actions& actions() const { return actions_; }
    [[nodiscard]] Settings& settings() { return settings_; }
    /// Long tasks of this window.
    [[nodiscard]] Background& background() { return background_; }
    void run(const std::string& action);
    /// A pane of the sides by its name, or none.
    [[nodiscard]] wxWindow* pane(const std::string& name);
    [[nodiscard]] bool pane_shown(const std::string& name);
    void toggle_pane(const std::string& name);
    /// Hides panes of the sides where so many transcripts would not be readable beside each other.
    void make_room(int transcripts);
    /// Hides panes where a page of a table is too narrow, and shows them again for a text.
    void fit_panes();
    /// The pane of the search, which is made when it is first wanted, in front.
    SearchPane& search_pane();
    /// Shows a pane where it is hidden, and gives it the focus.
    void focus_pane(const std::string& name);

  private:
    void show_welcome();
    void show_study();
    void add_actions();
    void add_panes();
    void add_pages();
    void make_menus();
    void make_toolbar();
    void make_status_bar();
    void update_status();
    void update_title();
    void show_transcript_menu();
    void show_source_menu();
    void look_for_news();
    void come_back();
    void remember();
    void OnKey(wxKeyEvent& event);
    void OnMenu(wxCommandEvent& event);
    void OnClose(wxCloseEvent& event);
    void OnStatusClick(wxMouseEvent& event);

    Settings& settings_;
    Actions actions_;
    std::unique_ptr<Context> context_;
    wxInfoBar* info_;
    wxPanel* host_;
    wxAuiManager docks_;
    Workspace* workspace_ = nullptr;
    CodebookPane* codebook_ = nullptr;
    MemosPane* memos_ = nullptr;
    PassagesPane* passages_ = nullptr;
    std::vector<std::string> made_way_;  ///< panes that a wide page hid
    WelcomePage* welcome_ = nullptr;
    SourcesPane* sources_ = nullptr;
    std::unique_ptr<Finding> finding_;
    std::unique_ptr<HitMarks> hit_marks_;
    SearchPane* search_ = nullptr;
    CoderBar* coder_bar_ = nullptr;
    Background background_;
    wxTimer news_;
    Placement placement_{*this};
    int looks_ = 0;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
