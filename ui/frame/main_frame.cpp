// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_frame.h"

#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include "base/error.h"
#include "base/translate.h"
#include "ui/actions/menus.h"
#include "ui/actions/palette.h"
#include "ui/agreement/agreement_actions.h"
#include "ui/agreement/agreement_page.h"
#include "ui/codebook/code_actions.h"
#include "ui/codebook/codebook_pane.h"
#include "ui/frame/edit_actions.h"
#include "ui/frame/menu_plan.h"
#include "ui/frame/view_actions.h"
#include "ui/frame/workspace.h"
#include "ui/help/help_window.h"
#include "ui/history/history_page.h"
#include "ui/import/drop_target.h"
#include "ui/import/import_actions.h"
#include "ui/kit/flat_art.h"
#include "ui/kit/icons.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"
#include "ui/matrix/matrix_page.h"
#include "ui/memos/memos_pane.h"
#include "ui/merging/merging_actions.h"
#include "ui/passages/passage_actions.h"
#include "ui/passages/passages_pane.h"
#include "ui/search/finding.h"
#include "ui/search/hit_marks.h"
#include "ui/search/search_actions.h"
#include "ui/search/search_pane.h"
#include "ui/sources/source_actions.h"
#include "ui/sources/sources_pane.h"
#include "ui/speakers/speaker_dialog.h"
#include "ui/transcript/coding_actions.h"
#include "ui/transcript/reading_actions.h"
#include "ui/transcript/transcript_view.h"
#include "ui/welcome/coder_bar.h"
#include "ui/welcome/study_actions.h"
#include "ui/welcome/welcome_page.h"

namespace ui {

namespace {

using base::tr;

constexpr int kRememberEvery = 8;  ///< looks
constexpr int kWidePage = 1150;    ///< what a page of a table wants, in pixels
constexpr int kNewsEvery = 1500;   ///< milliseconds between two looks for other programs' changes
enum StatusField { kHelpField, kShownField, kCoderField, kFields };

std::string shown_name(const Context& context) {
    switch (context.shown().kind) {
        case Shown::Kind::mine:
            return tr("Shown: my codings");
        case Shown::Kind::settled:
            return tr("Shown: settled codings");
        case Shown::Kind::all:
            return tr("Shown: everybody’s codings");
        case Shown::Kind::one:
            break;
    }
    for (const auto& coder : context.material().coders) {
        if (coder.id == context.shown().coder) return base::say("Shown: codings of {}", coder.name);
    }
    return {};
}

}  // namespace

MainFrame::MainFrame(Settings& settings)
    : wxFrame(nullptr, wxID_ANY, "Trialogue", wxDefaultPosition,
              wxSize(static_cast<int>(settings.number("window/width", 1280)),
                     static_cast<int>(settings.number("window/height", 800)))),
      settings_(settings),
      info_(new wxInfoBar(this)),
      host_(new wxPanel(this)),
      news_(this) {
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(info_, wxSizerFlags().Expand());
    lines->Add(host_, wxSizerFlags(1).Expand());
    SetSizer(lines);
    docks_.SetArtProvider(new FlatDockArt);
    docks_.SetManagedWindow(host_);
    docks_.SetFlags(docks_.GetFlags() | wxAUI_MGR_LIVE_RESIZE);
    // A concordance needs more than the third of the window that docks get.
    docks_.SetDockSizeConstraint(0.4, 0.5);
    Bind(wxEVT_CHAR_HOOK, &MainFrame::OnKey, this);
    Bind(wxEVT_MENU, &MainFrame::OnMenu, this);
    Bind(wxEVT_MENU_OPEN, [this](wxMenuEvent& event) {
        if (event.GetMenu() != nullptr) update_menu(*event.GetMenu(), actions_);
        event.Skip();
    });
    Bind(wxEVT_MENU_CLOSE, [this](wxMenuEvent& event) {
        if (event.GetMenu() != nullptr) enable_all(*event.GetMenu(), actions_);
        event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::OnClose, this);
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (placement_.mend()) event.RequestMore();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look_for_news(); });
    if (settings.number("window/maximized", 0) != 0) Maximize();
    SetDropTarget(new DropTarget([this](const auto& files) { take_files(files); }));
    show_welcome();
}

MainFrame::~MainFrame() {
    connections_.clear();
    docks_.UnInit();
    hit_marks_.reset();
    // Panes listen to the context, so they go first.
    DestroyChildren();
}

MainFrame& MainFrame::open(const std::filesystem::path& path) {
    const auto show_error = [this](const base::Error& error) { say(error.what(), error.hint()); };
    try {
        return take(study::Study::open(path, study::Access::write));
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::busy) {
            show_error(error);
            return *this;
        }
        try {
            auto& window = take(study::Study::open(path, study::Access::read));
            window.say(base::say("{} It was opened to read only.", error.what()), error.hint());
            return window;
        } catch (const base::Error& second) {
            show_error(second);
        }
    }
    return *this;
}

MainFrame& MainFrame::take(std::unique_ptr<study::Study> study) {
    if (context_) {
        auto* other = new MainFrame(settings_);
        other->take(std::move(study));
        other->Show();
        return *other;
    }
    settings_.add_recent(study->path());
    context_ = std::make_unique<Context>(std::move(study), settings_);
    show_study();
    return *this;
}

void MainFrame::take_files(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> others;
    for (const auto& file : files) {
        if (file.extension() == ".trialogue") {
            open(file);
        } else {
            others.push_back(file);
        }
    }
    if (others.empty()) return;
    if (!context_) {
        say(tr("Open or make a study first; then drop the files on it."));
    } else if (!context_->study().writable()) {
        say(tr("This study was opened to read only."));
    } else {
        import_files(*this, *context_, others);
    }
}

void MainFrame::show_welcome() {
    add_actions();
    make_menus();
    welcome_ = new WelcomePage(host_, actions_, settings_);
    // After the click is over: the page goes when a study is there.
    welcome_->on_open(
        [this](const std::filesystem::path& study) { CallAfter([this, study] { open(study); }); });
    welcome_->on_action([this](const std::string& action) { CallAfter([this, action] { run(action); }); });
    docks_.AddPane(welcome_, wxAuiPaneInfo().CenterPane().Name("welcome"));
    docks_.Update();
    CallAfter([this] {
        if (welcome_ != nullptr) welcome_->SetFocus();
    });
}

void MainFrame::show_study() {
    const wxWindowUpdateLocker quiet(this);
    connections_.push_back(context_->on_said(
        [this](const std::string& message, const std::string& hint) { say(message, hint); }));
    connections_.push_back(context_->on_changed([this](const study::Changes&) {
        // Dismissing lays the whole window out anew, also where nothing is shown.
        if (info_->IsShown()) info_->Dismiss();
        update_status();
    }));
    connections_.push_back(context_->on_chosen([this] { update_status(); }));
    connections_.push_back(context_->on_went([this](const Place& place) { workspace_->go_to(place); }));
    if (welcome_ != nullptr) {
        docks_.DetachPane(welcome_);
        welcome_->Destroy();
        welcome_ = nullptr;
    }
    coder_bar_ = new CoderBar(this, *context_);
    GetSizer()->Insert(1, coder_bar_, wxSizerFlags().Expand());
    workspace_ = new Workspace(host_, *context_);
    workspace_->Bind(wxEVT_AUINOTEBOOK_PAGE_CHANGED, [this](wxAuiNotebookEvent& event) {
        event.Skip();
        // Not while pages are being given their places.
        CallAfter([this] {
            if (workspace_ != nullptr) fit_panes();
        });
    });
    workspace_->on_transcript_menu([this] { show_transcript_menu(); });
    docks_.AddPane(workspace_, wxAuiPaneInfo().CenterPane().Name("workspace"));
    add_panes();
    add_pages();
    actions_ = Actions();
    add_actions();
    make_menus();
    make_toolbar();
    make_status_bar();
    update_title();
    come_back();
    docks_.Update();
    // The first question comes first: without a name nothing can be coded.
    if (!context_->coder() && context_->study().writable()) CallAfter([this] { choose_coder(); });
    news_.Start(kNewsEvery);
}

void MainFrame::add_panes() {
    sources_ = new SourcesPane(host_, *context_);
    sources_->on_action([this](const std::string& action) { run(action); });
    sources_->on_menu([this] { show_source_menu(); });
    docks_.AddPane(sources_, wxAuiPaneInfo()
                                 .Name("sources")
                                 .Caption(wx(tr("Sources")))
                                 .Left()
                                 .BestSize(FromDIP(wxSize(330, 400)))
                                 .MinSize(FromDIP(wxSize(180, 120))));
    codebook_ = new CodebookPane(host_, *context_, actions_);
    docks_.AddPane(codebook_, wxAuiPaneInfo()
                                  .Name("codebook")
                                  .Caption(wx(tr("Codebook")))
                                  .Right()
                                  .Position(0)
                                  .BestSize(FromDIP(wxSize(330, 400))));
    passages_ = new PassagesPane(host_, *context_, actions_);
    docks_.AddPane(passages_, wxAuiPaneInfo()
                                  .Name("passages")
                                  .Caption(wx(tr("Passages")))
                                  .Right()
                                  .Position(1)
                                  .BestSize(FromDIP(wxSize(330, 400))));
    connections_.push_back(context_->on_listed([this](const Passages&) {
        if (!pane_shown("passages")) toggle_pane("passages");
    }));
    memos_ = new MemosPane(host_, *context_);
    docks_.AddPane(memos_, wxAuiPaneInfo()
                               .Name("memos")
                               .Caption(wx(tr("Memos")))
                               .Bottom()
                               .BestSize(FromDIP(wxSize(900, 200)))
                               .Hide());
    finding_ = std::make_unique<Finding>(*context_, this);
    hit_marks_ = std::make_unique<HitMarks>(*finding_, *workspace_, this);
}

SearchPane& MainFrame::search_pane() {
    if (search_ == nullptr) {
        search_ = new SearchPane(host_, *context_, *finding_);
        wxAuiPaneInfo info;
        info.Name("search").Bottom().MaximizeButton().BestSize(FromDIP(wxSize(900, 330)));
        // Where it stood when it was made the last time.
        const std::string layout = settings_.text("window/search_layout");
        if (!layout.empty()) docks_.LoadPaneInfo(wx(layout), info);
        info.Name("search").Caption(wx(tr("Search"))).MinSize(FromDIP(wxSize(400, 180))).Show();
        docks_.AddPane(search_, info);
        docks_.Update();
    } else if (!pane_shown("search")) {
        toggle_pane("search");
    }
    return *search_;
}

void MainFrame::add_pages() {
    workspace_->add_kind({"history", tr("History"), [this](wxWindow* parent) -> wxWindow* {
                              return new HistoryPage(parent, *context_);
                          }});
    workspace_->add_kind({"matrix", tr("Matrix"), [this](wxWindow* parent) -> wxWindow* {
                              return new MatrixPage(parent, *context_, actions_);
                          }});
    workspace_->add_kind({"agreement", tr("Agreement"), [this](wxWindow* parent) -> wxWindow* {
                              return new AgreementPage(parent, *context_, actions_);
                          }});
}

void MainFrame::add_actions() {
    add_study_actions(actions_, *this);
    if (context_) {
        const CurrentTranscript current = [this] { return workspace_->current_transcript(); };
        add_edit_actions(actions_, *context_, current, this);
        add_coding_actions(actions_, *context_, current);
        add_reading_actions(actions_, *context_, current);
        add_code_actions(actions_, *context_, *codebook_, [this] {
            if (!pane_shown("codebook")) toggle_pane("codebook");
        });
        add_passage_actions(actions_, *context_, passages_->box());
        add_view_actions(actions_, *context_, *this, current);
        add_speaker_actions(actions_, *context_, current, this);
        add_memo_actions(actions_, *context_, current, *memos_, [this] {
            if (!pane_shown("memos")) toggle_pane("memos");
        });
        add_history_actions(actions_, *workspace_);
        add_matrix_actions(actions_, *context_, *workspace_, this);
        add_agreement_actions(actions_, *context_, *workspace_, this);
        add_source_actions(actions_, *context_, *sources_, *this);
        add_import_actions(actions_, *context_, *this);
        add_merging_actions(actions_, *context_, this);
        add_search_actions(actions_, *context_, current, *finding_,
                           {[this]() -> SearchPane& { return search_pane(); }, [this] { return search_; }});
        actions_.add({"coder.choose", base::msg("C&hoose who codes…"),
                      base::msg("Says whose codings are made at this window from now on"), "",
                      [this] { choose_coder(); },
                      [this]() -> std::string {
                          return context_->study().writable() ? ""
                                                              : tr("This study was opened to read only.");
                      }});
    }
    add_help_actions(actions_, this);
    actions_.add({"help.palette", base::msg("&Find an action…"),
                  base::msg("Finds what can be done by a few letters of its name"), "Ctrl+Shift+P", [this] {
                      if (const auto* action = ask_for_action(this, actions_)) run(action->id);
                  }});
}

void MainFrame::make_menus() {
    wxMenuBar* old = GetMenuBar();
    SetMenuBar(make_menu_bar(actions_, menu_plan(actions_)));
    delete old;
}

void MainFrame::make_toolbar() {
    auto* bar = CreateToolBar(wxTB_HORIZONTAL | wxTB_FLAT);
    for (const auto& id : toolbar_plan(actions_)) {
        if (id == "-") {
            bar->AddSeparator();
            continue;
        }
        const auto& action = actions_.at(id);
        std::string tip = shown_label(action);
        if (!action.key.empty()) tip += " (" + shown_key(action.key) + ")";
        bar->AddTool(actions_.number_of(id), wx(shown_label(action)), icon_of(id), wx(tip));
    }
    bar->Realize();
}

void MainFrame::make_status_bar() {
    auto* bar = CreateStatusBar(kFields);
    const int widths[] = {-1, FromDIP(230), FromDIP(200)};
    bar->SetStatusWidths(kFields, widths);
    bar->Bind(wxEVT_LEFT_DOWN, &MainFrame::OnStatusClick, this);
    update_status();
}

void MainFrame::update_status() {
    if (GetStatusBar() == nullptr) return;
    const auto coder = context_->coder();
    SetStatusText(wx(coder ? base::say("Coder: {}", coder->name) : tr("Coder: choose…")), kCoderField);
    SetStatusText(wx(shown_name(*context_)), kShownField);
}

void MainFrame::update_title() {
    const auto& study = context_->study();
    SetTitle(wx(study.name() + (study.writable() ? "" : std::string(" · ") + tr("read only"))) +
             wxString::FromUTF8(" · Trialogue"));
}

void MainFrame::say(const std::string& message, const std::string& hint) {
    info_->ShowMessage(wx(hint.empty() ? message : message + " " + hint), wxICON_INFORMATION);
}

void MainFrame::run(const std::string& action) {
    if (!actions_.has(action)) return;
    // A copy: an action that opens a study makes the table anew.
    const Action wanted = actions_.at(action);
    actions_.run(wanted, [this](const std::string& reason) { say(reason, {}); });
}

wxWindow* MainFrame::pane(const std::string& name) {
    auto& info = docks_.GetPane(wx(name));
    return info.IsOk() ? info.window : nullptr;
}

void MainFrame::toggle_pane(const std::string& name) {
    if (name == "search" && search_ == nullptr) {
        search_pane();
        return;
    }
    auto& info = docks_.GetPane(wx(name));
    if (!info.IsOk()) return;
    info.Show(!info.IsShown());
    docks_.Update();
}

bool MainFrame::pane_shown(const std::string& name) {
    const auto& info = docks_.GetPane(wx(name));
    return info.IsOk() && info.IsShown();
}

void MainFrame::make_room(int transcripts) {
    const int wanted = transcripts * FromDIP(330);
    // The codebook last: while comparing one codes.
    for (const char* name : {"sources", "passages", "codebook"}) {
        if (workspace_->GetSize().x >= wanted) return;
        if (pane_shown(name)) toggle_pane(name);
    }
}

void MainFrame::fit_panes() {
    // A table of many columns needs the room that a text leaves to panes; they come back with the text.
    const auto* page = workspace_->GetCurrentPage();
    const bool wide = page != nullptr && (page->GetName() == "matrix" || page->GetName() == "agreement");
    if (!wide) {
        for (const auto& name : std::exchange(made_way_, {})) {
            if (!pane_shown(name)) toggle_pane(name);
        }
        return;
    }
    for (const char* name : {"sources", "codebook", "passages"}) {
        if (workspace_->GetSize().x >= FromDIP(kWidePage)) return;
        if (!pane_shown(name)) continue;
        toggle_pane(name);
        made_way_.emplace_back(name);
    }
}

void MainFrame::focus_pane(const std::string& name) {
    if (!pane_shown(name)) toggle_pane(name);
    if (auto* window = pane(name)) window->SetFocus();
}

void MainFrame::look_for_news() {
    context_->attempt([this] { context_->study().catch_up(); });
    // A program that is killed comes back to its place as well.
    if (++looks_ % kRememberEvery == 0) remember();
}

void MainFrame::show_transcript_menu() {
    const auto menu = make_menu(actions_, transcript_menu(actions_), true);
    PopupMenu(menu.get());
}

void MainFrame::come_back() {
    // Only panes that are there find their place again.
    if (settings_.number("window/search", 0) != 0) search_pane();
    const std::string layout = settings_.text("window/layout");
    if (!layout.empty()) docks_.LoadPerspective(wx(layout), false);
    workspace_->come_back();
    if (workspace_->GetPageCount() == 0 && !context_->material().sources.empty()) {
        workspace_->open(context_->material().sources.front().id);
    }
}

void MainFrame::remember() {
    if (!IsMaximized()) {
        settings_.set("window/width", static_cast<long>(GetSize().x));
        settings_.set("window/height", static_cast<long>(GetSize().y));
    }
    settings_.set("window/maximized", static_cast<long>(IsMaximized()));
    if (workspace_ != nullptr) {
        for (const auto& name : made_way_) docks_.GetPane(wx(name)).Show();
        settings_.set("window/layout", utf8(docks_.SavePerspective()));
        settings_.set("window/search", static_cast<long>(pane_shown("search")));
        if (search_ != nullptr)
            settings_.set("window/search_layout", utf8(docks_.SavePaneInfo(docks_.GetPane("search"))));
        workspace_->remember();
    }
    settings_.save();
}

void MainFrame::choose_coder() {
    coder_bar_->ask();
}

void MainFrame::show_source_menu() {
    const auto menu = make_menu(actions_, source_menu(actions_), true);
    PopupMenu(menu.get());
}

void MainFrame::OnKey(wxKeyEvent& event) {
    const wxWindow* focus = wxWindow::FindFocus();
    const auto* view = workspace_ == nullptr ? nullptr : workspace_->current_transcript();
    const bool in_transcript = view != nullptr && focus != nullptr &&
                               (focus == &const_cast<TranscriptView*>(view)->words().window());
    const Action* action = actions_.of_key(event, in_transcript);
    // Elsewhere controls copy by themselves.
    if (action == nullptr || (action->id == "edit.copy" && !in_transcript)) {
        event.Skip();
        return;
    }
    run(action->id);
}

void MainFrame::OnMenu(wxCommandEvent& event) {
    if (const auto* action = actions_.of_number(event.GetId())) {
        run(action->id);
    } else {
        event.Skip();
    }
}

void MainFrame::OnStatusClick(wxMouseEvent& event) {
    wxRect rect;
    if (GetStatusBar()->GetFieldRect(kCoderField, rect) && rect.Contains(event.GetPosition()))
        run("coder.choose");
    event.Skip();
}

void MainFrame::OnClose(wxCloseEvent& event) {
    news_.Stop();
    remember();
    event.Skip();
}

}  // namespace ui
