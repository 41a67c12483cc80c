// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/placement.h"

#include <wx/button.h>
#include <catch2/catch.hpp>

#include "ui/transcript/quick_code.h"
#include "ui/transcript/source_header.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

/// Nothing in the window is shown elsewhere than where it was put.
bool all_in_place(Window& window) {
    const ui::Placement placement(window.frame());
    return wait_for([&] { return placement.misplaced() == 0; }, 2000);
}

}  // namespace

TEST_CASE("the field of quick code stands on the screen when it is opened in a window that was restored") {
    Window window;
    window.open_sample_study();
    window.open_source("T1_JIM");
    window.close();
    window.open_again(window.study());
    auto& view = window.transcript();
    settle();
    CHECK(all_in_place(window));
    view.focus_text();
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return view.quick_code().field().HasFocus(); }));
    CHECK(all_in_place(window));
    window.press(WXK_ESCAPE);
    REQUIRE(wait_for([&] { return !view.quick_code().IsShown(); }));
    CHECK(all_in_place(window));
}

TEST_CASE("a code on the whole source stands in the strip above its text, which makes room") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_JIM");
    const int before = view.words().window().GetPosition().y;
    window.press('W', wxMOD_CONTROL | wxMOD_SHIFT);
    REQUIRE(wait_for([&] { return view.quick_code().field().HasFocus(); }));
    window.type("hul");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return view.codings().size() == 1; }));
    CHECK_FALSE(view.codings().front().span);
    settle();
    const wxButton* chip = nullptr;
    for (const auto* child : view.header().GetChildren()) {
        if (const auto* button = dynamic_cast<const wxButton*>(child)) chip = button;
    }
    REQUIRE(chip != nullptr);
    CHECK(chip->GetLabelText() == "Hulp");
    CHECK(chip->IsShownOnScreen());
    CHECK(view.words().window().GetPosition().y >= before + chip->GetSize().y);
    CHECK(chip->GetRect().GetBottom() < view.words().window().GetPosition().y);
    const int bottom = view.words().window().GetRect().GetBottom();
    CHECK(bottom == view.GetClientSize().y - 1);
    CHECK(all_in_place(window));
}

TEST_CASE("a second tab is painted as large as the first") {
    Window window;
    window.open_small_study();
    window.open_source("T1_JIM");
    auto& second = window.open_source("T1_jongere");
    settle();
    CHECK(second.GetSize().y > 300);
    CHECK(all_in_place(window));
}
