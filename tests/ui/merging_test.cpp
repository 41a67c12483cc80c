// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "study/history.h"
#include "study/sources.h"
#include "study/study.h"
#include "study/verbs/coding.h"
#include "ui/merging/merge_dialog.h"
#include "ui/merging/package_dialog.h"
#include "ui/window.h"

using support::Window;

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
