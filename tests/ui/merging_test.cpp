// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "study/checking.h"
#include "study/history.h"
#include "study/sources.h"
#include "study/study.h"
#include "study/verbs/coding.h"
#include "ui/merging/merge_dialog.h"
#include "ui/merging/package_dialog.h"
#include "ui/native.h"
#include "ui/transcript/quick_code.h"
#include "ui/window.h"

using support::type_into_file_dialog;
using support::wait_for;
using support::Window;

namespace {

/// The dialog that is shown, or nothing.
template <class Dialog>
Dialog* shown() {
    for (auto* top : wxTopLevelWindows) {
        auto* one = dynamic_cast<Dialog*>(top);
        if (one != nullptr && one->IsShown()) return one;
    }
    return nullptr;
}

/// Keys go to the window below the pointer where there is no window manager.
template <class Dialog>
Dialog* below_the_pointer() {
    auto* dialog = shown<Dialog>();
    if (dialog != nullptr) wxUIActionSimulator().MouseMove(dialog->ClientToScreen(wxPoint(30, 5)));
    return dialog;
}

bool gives_focus(wxWindow& window) {
    window.SetFocus();
    return window.HasFocus();
}

/// A package of four sources for Chris, asked for by keys.
void make_package(Window& window, const std::string& file) {
    const auto in_dialog = [](auto step) {
        return [step] {
            auto* dialog = below_the_pointer<ui::PackageDialog>();
            return dialog != nullptr && step(*dialog);
        };
    };
    window.meanwhile(
        [&] { window.run("study.package"); },
        {in_dialog([](auto&) { return wxUIActionSimulator().Text("Chris"); }),
         in_dialog([](auto& dialog) { return gives_focus(dialog.sample()); }),
         in_dialog([](auto&) { return wxUIActionSimulator().Char(WXK_SPACE); }),
         in_dialog([](auto& dialog) { return gives_focus(dialog.number()); }), in_dialog([](auto&) {
             wxUIActionSimulator hand;
             return hand.Char('A', wxMOD_CONTROL) && hand.Text("4") && hand.Char(WXK_RETURN);
         }),
         [&] { return type_into_file_dialog(file); }});
}

/// Asks for merging a file, looks at what is shown, and answers with a key.
std::string merge(Window& window, const std::filesystem::path& file, int answer) {
    std::string preview;
    window.meanwhile([&] { window.run("study.merge"); },
                     {[&] { return type_into_file_dialog(file.string()); },
                      [&] {
                          auto* dialog = below_the_pointer<ui::MergeDialog>();
                          if (dialog == nullptr) return false;
                          preview = dialog->preview();
                          auto* button = dialog->FindWindow(answer);
                          return !button->IsEnabled() || gives_focus(*button);
                      },
                      [&] {
                          const bool can = shown<ui::MergeDialog>()->FindWindow(answer)->IsEnabled();
                          return wxUIActionSimulator().Char(can ? WXK_RETURN : WXK_ESCAPE);
                      }});
    return preview;
}

/// Selects words and gives them a code by its name.
void code_words(Window& window, const std::string& words, const std::string& code) {
    const auto before = window.codings();
    auto& view = window.transcript();
    window.select_words(words);
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return view.quick_code().field().HasFocus(); }));
    window.type(code);
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return window.codings() == before + 1; }));
}

}  // namespace

TEST_CASE("the sample study goes to a second coder and comes back, all of it in the window") {
    Window window;
    window.open_sample_study();
    const auto before = window.codings();
    const auto main_study = window.study();
    make_package(window, "Chris.trialogue");
    const auto package = window.folder() / "Chris.trialogue";
    REQUIRE(wait_for([&] { return std::filesystem::exists(package); }));
    window.close();

    const auto bytes = support::content_of(package);
    CHECK(bytes.find("Anna") == std::string::npos);
    CHECK(bytes.find("Bram") == std::string::npos);
    window.open_again(package);
    window.context().set_coder("Chris");
    REQUIRE(window.codings() == 0);
    REQUIRE(window.context().material().sources.size() == 4);
    const auto source = window.context().material().sources.front().name;
    const auto& view = window.open_source(source);
    const auto turn = view.source().turns.at(1);
    code_words(window, std::string(view.text().view({turn.body, turn.span.end})), "Behandelinformatie");
    window.run("mark.coded");
    window.close();

    window.open_again(main_study);
    const auto seen = merge(window, package, wxID_OK);
    CHECK_THAT(seen, Catch::Contains("1 coding") && Catch::Contains("1 mark"));
    CHECK(window.codings() == before + 1);
    CHECK_THAT(merge(window, package, wxID_OK), Catch::Contains("Everything is here already"));
    CHECK(window.codings() == before + 1);
    window.run("edit.undo");
    CHECK(window.codings() == before);
    window.run("edit.redo");
    CHECK(window.codings() == before + 1);
    window.close();
    CHECK(study::check(*study::Study::open(main_study, study::Access::snapshot)).empty());
}

TEST_CASE("the dialog of a package says how many sources an interval of a wished width needs") {
    Window window;
    window.open_sample_study();
    ui::PackageDialog dialog(&window.frame(), window.context());
    CHECK_THAT(dialog.advice(), Catch::Contains("0.2 wide"));
    dialog.width().SetSelection(1);
    CHECK_THAT(dialog.advice(), Catch::Contains("About 27 sources") && Catch::Contains("0.1 wide"));
}

TEST_CASE(
    "merging in the window: a package is made, coded, looked at, merged, undone, redone, and there once") {
    Window window;
    window.open_small_study();
    auto& context = window.context();
    const auto file = window.folder() / "carla.trialogue";
    {
        ui::PackageDialog dialog(&window.frame(), context);
        dialog.set_coder("Carla");
        dialog.set_sample(2, 3);
        CHECK(dialog.sources().size() == 2);
        REQUIRE(dialog.make(file));
    }
    {
        const auto copy = study::Study::open(file, study::Access::write);
        const auto sources = study::sources::all(*copy);
        REQUIRE(sources.size() == 2);
        study::Edit edit(*copy, "code");
        study::verbs::code(edit, sources.front().id, text::Span{3, 9}, context.codebook().resolve("Hulp").id,
                           study::verbs::hand(edit, "Carla"));
        edit.commit();
    }
    const auto before = window.codings();
    {
        ui::MergeDialog dialog(&window.frame(), context, file);
        CHECK_THAT(dialog.preview(), Catch::Contains("1 coding"));
        CHECK(window.codings() == before);
        REQUIRE(dialog.merge());
    }
    CHECK(window.codings() == before + 1);
    {
        const ui::MergeDialog again(&window.frame(), context, file);
        CHECK_FALSE(again.FindWindow(wxID_OK)->IsEnabled());
    }
    window.run("edit.undo");
    CHECK(window.codings() == before);
    window.run("edit.redo");
    CHECK(window.codings() == before + 1);
}

TEST_CASE("a supervisor sees others' work in blind coding, and nobody else does") {
    Window window;
    window.open_small_study();
    auto& context = window.context();
    const auto shown = [&] {
        std::size_t all = 0;
        for (const auto& source : context.material().sources) all += source.codings.size();
        return all;
    };
    const auto all = shown();
    context.set_coder("Carla");
    context.set_blind(true);
    CHECK(shown() == 0);
    window.run("coder.supervisor");
    CHECK(shown() == all);
    window.run("coder.supervisor");
    CHECK(shown() == 0);
}
