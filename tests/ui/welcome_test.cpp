// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstdlib>

#include <wx/infobar.h>

#include "report/new_study.h"
#include "study/checking.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"
#include "ui/welcome/coder_bar.h"
#include "ui/welcome/new_study_dialog.h"
#include "ui/welcome/shipped.h"
#include "ui/welcome/study_actions.h"
#include "ui/welcome/welcome_page.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

namespace fs = std::filesystem;

template <class Control>
Control* find(wxWindow& within) {
    for (auto* child : within.GetChildren()) {
        if (auto* found = dynamic_cast<Control*>(child)) return found;
        if (auto* found = find<Control>(*child)) return found;
    }
    return nullptr;
}

/// HOME is a folder of the test as long as this lives.
class Home {
  public:
    explicit Home(const fs::path& folder) : before_(std::getenv("HOME")) {
        ::setenv("HOME", folder.c_str(), 1);
    }
    ~Home() { ::setenv("HOME", before_.c_str(), 1); }

  private:
    std::string before_;
};

}  // namespace

TEST_CASE("a new study is made by keys alone, with the codebook that was previewed") {
    Window window;
    const Home home(window.folder().path());
    bool seen = false;
    // Runs within the dialog's own loop.
    window.frame().CallAfter([&] {
        auto* dialog = dynamic_cast<ui::NewStudyDialog*>(wxGetActiveWindow());
        for (auto* top : wxTopLevelWindows) {
            if (auto* one = dynamic_cast<ui::NewStudyDialog*>(top)) dialog = one;
        }
        if (dialog == nullptr) return;
        seen = true;
        wxUIActionSimulator().MouseMove(dialog->ClientToScreen(wxPoint(30, 5)));
        wait_for([&] { return dialog->name().HasFocus(); });
        window.type("Proef");
        CHECK(dialog->file().GetValue().EndsWith("Proef.trialogue"));
        CHECK(dialog->chosen_codebook().codebook.codes().size() > 20);
        dialog->coder().SetValue("Anna");
        dialog->name().SetFocus();
        wait_for([&] { return dialog->name().HasFocus(); });
        window.press(WXK_RETURN);
    });
    window.run("study.new");
    REQUIRE(seen);
    REQUIRE(wait_for([&] { return window.frame().context() != nullptr; }));
    CHECK(window.context().study().name() == "Proef");
    CHECK(window.context().coder()->name == "Anna");
    CHECK(window.context().codebook().codes().size() > 20);
    CHECK(fs::exists(window.context().study().path()));
    auto* bar = find<ui::CoderBar>(window.frame());
    REQUIRE(bar != nullptr);
    CHECK_FALSE(bar->IsShown());
}

TEST_CASE("the dialog for a new study refuses an existing file and stays open") {
    Window window;
    report::make_study({window.folder() / "S.trialogue", "S", "nl", {}, {}, {}});
    ui::NewStudyDialog dialog(&window.frame(), window.settings());
    dialog.name().SetValue("S");
    dialog.file().SetValue(ui::wx((window.folder() / "S.trialogue").string()));
    wxCommandEvent event(wxEVT_BUTTON, wxID_OK);
    dialog.GetEventHandler()->ProcessEvent(event);
    CHECK(dialog.study() == nullptr);
    CHECK(fs::exists(window.folder() / "S.trialogue"));
}

TEST_CASE("recent studies are on the welcome page, and Enter opens the chosen one") {
    support::TemporaryFolder folder;
    report::make_study({folder / "Een.trialogue", "Een", "nl", {}, {}, {}});
    report::make_study({folder / "Twee.trialogue", "Twee", "nl", {}, {}, {}});
    ui::Settings settings(folder / "window.conf");
    settings.add_recent(folder / "Twee.trialogue");
    settings.add_recent(folder / "Een.trialogue");
    settings.add_recent(folder / "weg.trialogue");
    auto* frame = new ui::MainFrame(settings);
    frame->Show();
    wxUIActionSimulator().MouseMove(frame->ClientToScreen(wxPoint(20, 60)));
    REQUIRE(wait_for([&] { return frame->IsActive(); }));
    auto* page = find<ui::WelcomePage>(*frame);
    REQUIRE(page != nullptr);
    REQUIRE(page->recent().GetItemCount() == 2);
    CHECK(page->recent().GetTextValue(0, 0) == "Een");
    REQUIRE(wait_for([&] { return page->recent().HasFocus(); }));
    wxUIActionSimulator().Char(WXK_DOWN);
    settle();
    wxUIActionSimulator().Char(WXK_RETURN);
    CHECK(wait_for([&] { return frame->context() != nullptr; }));
    if (frame->context() != nullptr) CHECK(frame->context()->study().name() == "Twee");
    frame->Close(true);
    settle();
}

TEST_CASE("the sample study is made once, whole, and opened again after") {
    Window window;
    const Home home(window.folder().path());
    window.run("study.sample");
    REQUIRE(wait_for([&] { return window.frame().context() != nullptr; }, 30000));
    CHECK(window.context().study().path() == window.folder() / "Trialogue" / "JIM.trialogue");
    CHECK(window.context().material().sources.size() == 18);
    CHECK(window.context().material().coders.size() == 2);
    CHECK(study::check(window.context().study()).empty());
    const auto codings = window.codings();
    CHECK(codings > 500);
    window.close();
    Window again;
    ui::open_sample_study(again.frame());
    REQUIRE(wait_for([&] { return again.frame().context() != nullptr; }));
    CHECK(again.codings() == codings);
}

TEST_CASE("who codes is asked in a line above the work, once") {
    Window window;
    report::make_study({window.folder() / "S.trialogue", "S", "nl", {}, {}, {}});
    window.open(window.folder() / "S.trialogue");
    auto* bar = find<ui::CoderBar>(window.frame());
    REQUIRE(bar != nullptr);
    REQUIRE(bar->IsShown());
    bar->ask();
    REQUIRE(wait_for([&] {
        const auto* focus = wxWindow::FindFocus();
        return focus == &bar->name() || (focus != nullptr && focus->GetParent() == &bar->name());
    }));
    window.type("Anna");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return window.context().coder().has_value(); }));
    CHECK(window.context().coder()->name == "Anna");
    CHECK_FALSE(bar->IsShown());
    window.run("coder.choose");
    CHECK(bar->IsShown());
    window.press(WXK_ESCAPE);
    CHECK(wait_for([&] { return !bar->IsShown(); }));
    CHECK(window.context().coder()->name == "Anna");
}

TEST_CASE("shipped codebooks and the sample study are found beside the program") {
    CHECK(ui::shipped_codebooks().size() == 10);
    CHECK(ui::shipped_codebooks().front().language == "nl");
    CHECK(fs::exists(ui::sample_material() / "participants.csv"));
}

TEST_CASE("the study is looked through on a thread of its own, and the result is told") {
    Window window;
    window.open_small_study();
    window.run("study.check");
    auto* bar = find<wxInfoBar>(window.frame());
    REQUIRE(bar != nullptr);
    CHECK(wait_for([&] { return !window.frame().background().running(); }));
    auto* told = find<wxStaticText>(*bar);
    CHECK((told == nullptr || told->GetLabelText() == "The study is whole."));
}
