// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "ui/frame/workspace.h"
#include "ui/transcript/quick_code.h"
#include "ui/transcript/stripes.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

TEST_CASE("a passage gets the code of which three letters were typed") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_JIM");
    const auto before = window.codings();
    window.select_words("Ik help hem met zijn huiswerk.");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return view.quick_code().field().HasFocus(); }));
    window.type("hul");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return window.codings() == before + 1; }));
    const auto& context = window.context();
    REQUIRE(view.codings().size() == 1);
    CHECK(context.codebook().path(view.codings().back().code) == "Plichten/Hulp");
    CHECK(view.text().view(*view.codings().back().span) == "Ik help hem met zijn huiswerk.");
    CHECK(wait_for([&] { return view.words().window().HasFocus(); }));

    SECTION("and loses it by Ctrl+Z") {
        window.press('Z', wxMOD_CONTROL);
        CHECK(wait_for([&] { return window.codings() == before; }));
        CHECK(view.codings().empty());
        SECTION("and has it again by Ctrl+Y") {
            window.press('Y', wxMOD_CONTROL);
            CHECK(wait_for([&] { return window.codings() == before + 1; }));
        }
    }
}
