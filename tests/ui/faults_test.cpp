// SPDX-License-Identifier: GPL-3.0-or-later
#include <spawn.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "faults/disk.h"
#include "study/checking.h"
#include "study/codings.h"
#include "study/verbs/coding.h"
#include "support/small_study.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"
#include "ui/window.h"

extern char** environ;

using support::settle;
using support::wait_for;
using support::Window;

namespace {

/// What the window told, one sentence after the other.
class Told {
  public:
    explicit Told(ui::Context& context)
        : connection_(context.on_said(
              [this](const std::string& message, const std::string&) { sentences_.push_back(message); })) {}
    [[nodiscard]] const std::vector<std::string>& sentences() const { return sentences_; }

  private:
    std::vector<std::string> sentences_;
    base::Connection connection_;
};

/// The program itself, on the display of the test.
class Process {
  public:
    Process(const std::filesystem::path& study, const std::filesystem::path& config) {
        ::setenv("XDG_CONFIG_HOME", config.c_str(), 1);
        const std::string program = std::string(TRIALOGUE_BINARY_DIR) + "/trialogue-window";
        std::string file = study.string();
        std::string name = program;
        char* argv[] = {name.data(), file.data(), nullptr};
        REQUIRE(::posix_spawn(&child_, program.c_str(), nullptr, nullptr, argv, environ) == 0);
    }
    ~Process() { kill(); }
    void kill() {
        if (child_ == 0) return;
        ::kill(child_, SIGKILL);
        int status = 0;
        ::waitpid(child_, &status, 0);
        child_ = 0;
    }

  private:
    pid_t child_ = 0;
};

std::int64_t codings_of(const std::filesystem::path& file) {
    return study::codings::count(*study::Study::open(file, study::Access::read));
}

}  // namespace

TEST_CASE("a study file that was removed is told, nothing is changed, and the window goes on") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_JIM");
    const Told told(window.context());
    std::filesystem::rename(window.study(), window.folder() / "elsewhere.trialogue");
    window.select_words("Tot ziens.");
    const auto before = view.codings().size();
    window.run("coding.number1");
    REQUIRE_FALSE(told.sentences().empty());
    CHECK(told.sentences().back().find("S.trialogue") != std::string::npos);
    CHECK(view.codings().size() == before);

    // Put back, it can be worked in again.
    std::filesystem::rename(window.folder() / "elsewhere.trialogue", window.study());
    window.run("coding.number1");
    CHECK(view.codings().size() == before + 1);
}

TEST_CASE("a full disk is told, what was coded before stays, and coding goes on when there is room") {
    Window window;
    const support::Program program;
    support::make_small_study(program);
    const auto file = window.folder() / "full.trialogue";
    std::filesystem::copy_file(program.folder() / "S.trialogue", file);
    faults::Disk disk(file);
    window.open(file);
    window.context().set_coder("Anna");
    auto& view = window.open_source("T1_JIM");
    window.select_words("Tot ziens.");
    window.run("coding.number1");
    const auto before = window.codings();
    const auto shown = view.codings().size();
    const Told told(window.context());
    disk.fail(faults::Request::write, 1, SQLITE_FULL, true);
    window.select_words("Wat zei u?");
    window.run("coding.number2");
    REQUIRE_FALSE(told.sentences().empty());
    CHECK(told.sentences().back().find("full") != std::string::npos);
    CHECK(view.codings().size() == shown);
    window.run("edit.undo");
    CHECK(view.codings().size() == shown);
    CHECK(window.codings() == before);

    REQUIRE(disk.heal());
    window.select_words("Wat zei u?");
    window.run("coding.number2");
    CHECK(window.codings() == before + 1);
    CHECK(study::check(window.context().study()).empty());
    window.close();
    CHECK(codings_of(file) == before + 1);
}

TEST_CASE("a study that another program writes in is opened to read, and shows what the other does") {
    const support::Program program;
    support::make_small_study(program);
    const auto file = program.folder() / "S.trialogue";
    auto writer = study::Study::open(file, study::Access::write);
    Window window;
    window.frame().open(file);
    REQUIRE(window.frame().context() != nullptr);
    CHECK_FALSE(window.context().study().writable());
    window.context().show({ui::Shown::Kind::all, {}});
    auto& view = window.open_source("T1_JIM");
    REQUIRE(view.codings().size() == 1);

    const Told told(window.context());
    CHECK_FALSE(window.frame().actions().at("coding.quick").why_not().empty());
    CHECK_FALSE(window.context().change("code", {}, [](study::Edit&) {}));
    CHECK(told.sentences().size() == 1);

    study::Edit edit(*writer, "code");
    const auto code = window.context().codebook().resolve("Plichten/Hulp").id;
    study::verbs::code(edit, window.source("T1_JIM"), text::Span{10, 20}, code,
                       study::verbs::hand(edit, "Bram"));
    edit.commit();
    CHECK(wait_for([&] { return view.codings().size() == 2; }));
}

TEST_CASE("a program killed while it codes has every coding that was painted, and comes back to its place") {
    const support::Program program;
    support::make_small_study(program);
    const auto file = program.folder() / "S.trialogue";
    const support::TemporaryFolder config;
    std::filesystem::create_directories(config / "trialogue");
    std::ofstream(config / "trialogue/window.conf")
        << "[coder]\nlast=Anna\n[window]\nwidth=1280\nheight=800\n";
    const auto before = codings_of(file);
    {
        Process process(file, config.path());
        REQUIRE(wait_for([&] { return std::filesystem::exists(file.string() + ".lock"); }, 15'000));
        // The simulator asks a window of this process for the scale of the screen.
        auto* scale = new wxFrame(nullptr, wxID_ANY, "", wxPoint(1700, 900), wxSize(60, 60));
        scale->Show();
        settle();
        wxUIActionSimulator person;
        // Into the text, on different lines, a code each time; it is killed in the middle of it.
        const bool coded = wait_for(
            [&] {
                static int step = 0;
                person.MouseMove(wxPoint(420, 152 + 23 * (step++ % 6)));
                person.MouseClick();
                wxMilliSleep(40);
                person.Char('1');
                wxMilliSleep(40);
                return codings_of(file) >= before + 3;
            },
            20'000);
        CHECK(coded);
        person.MouseClick();
        person.Char('2');
        process.kill();
        scale->Destroy();
    }
    auto study = study::Study::open(file, study::Access::write);
    CHECK(study::check(*study).empty());
    CHECK(study::codings::count(*study) >= before + 3);
}
