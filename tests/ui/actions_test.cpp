// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "study/checking.h"
#include "support/language.h"
#include "ui/actions/menus.h"
#include "ui/actions/palette.h"
#include "ui/frame/menu_plan.h"
#include "ui/frame/workspace.h"
#include "ui/help/manual.h"
#include "ui/kit/words.h"
#include "ui/modal.h"
#include "ui/transcript/quick_code.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

/// Actions that end the window or leave the study.
bool ends(const std::string& id) {
    return id == "study.quit" || id == "study.close" || id == "study.sample" || id == "study.new" ||
           id == "study.open" || id == "page.close";
}

/// Actions that wait for the answer to a menu.
bool opens_menu(const std::string& id) {
    return id == "speaker.turn" || id == "speaker.split";
}

/// Rests where a reader would: a passage selected, a coding chosen, a code chosen.
void stand_somewhere(Window& window) {
    auto& view = window.transcript();
    const auto& turn = view.source().turns.at(3);
    view.select({turn.body, turn.body + 20});
    for (const auto& coding : view.codings()) {
        if (coding.span) view.choose(coding.id);
    }
    for (const auto& code : window.context().codebook().codes()) {
        if (code.codable) window.context().choose_code(code.id);
    }
}

}  // namespace

TEST_CASE("each action has a name, a sentence and a key that no other one has") {
    Window window;
    window.open_small_study();
    std::map<std::string, std::string> keys;
    for (const auto& action : window.frame().actions().all()) {
        INFO(action.id);
        CHECK_FALSE(ui::shown_label(action).empty());
        CHECK(std::string(action.help).size() > 10);
        if (action.key.empty()) continue;
        CHECK(keys.emplace(action.key, action.id).second);
        wxAcceleratorEntry entry;
        CHECK(entry.FromString(ui::wx("\t" + action.key)));
    }
}

TEST_CASE("each action stands in a menu") {
    Window window;
    window.open_small_study();
    std::set<std::string> placed;
    for (const auto& plan : ui::menu_plan(window.frame().actions())) {
        placed.insert(plan.items.begin(), plan.items.end());
    }
    for (const auto& action : window.frame().actions().all()) {
        INFO(action.id);
        CHECK(placed.contains(action.id));
    }
}

namespace {

void check_mnemonics(const wxMenu& menu) {
    std::map<wxChar, wxString> letters;
    for (const auto* item : menu.GetMenuItems()) {
        if (item->IsSeparator()) continue;
        const wxString label = item->GetItemLabel();
        const int mark = label.Find('&');
        INFO(label);
        REQUIRE(mark != wxNOT_FOUND);
        const auto letter = static_cast<wxChar>(wxTolower(label[static_cast<std::size_t>(mark) + 1]));
        INFO(letters[letter]);
        CHECK(letters[letter].empty());
        letters[letter] = label;
        if (item->GetSubMenu() != nullptr) check_mnemonics(*item->GetSubMenu());
    }
}

}  // namespace

TEST_CASE("each item of a menu has a mnemonic of its own") {
    Window window;
    window.open_small_study();
    const auto* bar = window.frame().GetMenuBar();
    for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) check_mnemonics(*bar->GetMenu(i));
}

TEST_CASE("each action can be run from where a reader stands, or says why not") {
    Window window;
    window.open_sample_study();
    support::GoesAway away;
    std::vector<std::string> ids;
    for (const auto& action : window.frame().actions().all()) ids.push_back(action.id);
    std::size_t ran = 0;
    for (const auto& id : ids) {
        if (ends(id)) continue;
        INFO(id);
        window.open_source("T1_JIM");
        stand_somewhere(window);
        const auto& action = window.frame().actions().at(id);
        const std::string reason = action.why_not ? action.why_not() : std::string();
        if (!reason.empty()) {
            CHECK(reason.back() == '.');
            continue;
        }
        if (opens_menu(id)) away.press_escape_after(300);
        window.run(id);
        ++ran;
    }
    CHECK(ran > ids.size() / 2);
    CHECK(study::check(window.context().study()).empty());
}

TEST_CASE("each key of a transcript does what its menu item does") {
    Window window;
    window.open_sample_study();
    const support::GoesAway away;
    const auto& actions = window.frame().actions();
    auto& view = window.open_source("T1_JIM");
    stand_somewhere(window);
    const auto first = view.chosen()->id;
    window.press('P');
    CHECK(wait_for([&] { return view.chosen() != nullptr && view.chosen()->id != first; }));
    window.press('N');
    CHECK(wait_for([&] { return view.chosen() != nullptr && view.chosen()->id == first; }));
    window.press('T');
    const auto turn = *view.turn_at(view.selection().begin);
    CHECK(view.selection().begin == view.source().turns[turn].body);
    window.press('S');
    CHECK(view.selection().length() > 5);
    const auto before = window.codings();
    window.press('1');
    CHECK(wait_for([&] { return window.codings() == before + 1; }));
    window.press(WXK_RETURN, wxMOD_CONTROL);
    CHECK(wait_for([&] { return actions.at("mark.coded").checked(); }));
}

TEST_CASE("the palette finds an action by words of its name or help") {
    Window window;
    window.open_small_study();
    const auto found = ui::matching_actions(window.frame().actions(), "quick");
    REQUIRE_FALSE(found.empty());
    CHECK(found.front()->id == "coding.quick");
    CHECK(ui::matching_actions(window.frame().actions(), "no such thing").empty());
    CHECK(ui::matching_actions(window.frame().actions(), "").size() == window.frame().actions().all().size());
}

TEST_CASE("the manual's page of keys is what the window does, in each language") {
    Window window;
    window.open_small_study();
    const auto [language, name] =
        GENERATE(table<std::string, std::string>({{"en", "keyboard.md"}, {"nl", "keyboard.nl.md"}}));
    const support::Speaks speaks(language);
    const std::string page = ui::keyboard_page(window.frame().actions());
    const auto file = std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "docs" / name;
    if (std::getenv("TRIALOGUE_WRITE_KEYBOARD_PAGE") != nullptr) std::ofstream(file) << page;
    // TRIALOGUE_WRITE_KEYBOARD_PAGE=1 build/tests/ui_tests "the manual's page*" writes both anew.
    CHECK(support::content_of(file) == page);
    const auto pages = ui::manual_pages(file.parent_path());
    const auto shown =
        std::find_if(pages.begin(), pages.end(), [](const auto& one) { return one.id == "keyboard"; });
    REQUIRE(shown != pages.end());
    CHECK(shown->file == file);
}

// Three hundred, and a thousand in the long runs of ./check --all, there under the sanitizers.
TEST_CASE("random actions leave a whole study and a window that works") {
    const int steps = std::getenv("TRIALOGUE_LONG") != nullptr ? 1000 : 300;
    Window window;
    window.open_sample_study();
    support::GoesAway away;
    std::mt19937 random(20261122);
    std::vector<std::string> ids;
    for (const auto& action : window.frame().actions().all()) {
        // What writes files or asks by menus is tested by itself.
        if (!ends(action.id) && !opens_menu(action.id) && !action.id.starts_with("export."))
            ids.push_back(action.id);
    }
    const auto pick = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const auto& sources = window.context().material().sources;
    for (int step = 0; step < steps; ++step) {
        auto* view = window.frame().workspace()->current_transcript();
        if (sources.empty()) break;
        if (view == nullptr || pick(12) == 0)
            view = window.frame().workspace()->open(sources[pick(sources.size())].id);
        if (view != nullptr && pick(2) == 0) {
            const auto size = static_cast<std::size_t>(view->text().size());
            const auto begin = static_cast<text::Position>(pick(size));
            view->select({begin, std::min<text::Position>(begin + static_cast<text::Position>(pick(200)),
                                                          view->text().size())});
        }
        if (view != nullptr && !view->codings().empty() && pick(3) == 0) {
            view->choose(view->codings()[pick(view->codings().size())].id);
        }
        const auto& id = ids[pick(ids.size())];
        INFO(step << ": " << id);
        wxCommandEvent event(wxEVT_MENU, window.frame().actions().number_of(id));
        window.frame().GetEventHandler()->ProcessEvent(event);
        view = window.frame().workspace()->current_transcript();
        if (view != nullptr && view->quick_code().IsShown()) {
            view->quick_code().field().SetValue(pick(2) == 0 ? "hu" : "nieuw");
            wxCommandEvent enter(wxEVT_TEXT_ENTER, view->quick_code().field().GetId());
            view->quick_code().field().GetEventHandler()->ProcessEvent(enter);
        }
        wxTheApp->Yield();
    }
    settle();
    CHECK(study::check(window.context().study()).empty());
    auto& view = window.open_source(sources.front().name);
    const auto before = window.codings();
    view.select({100, 130});
    window.run("coding.number1");
    CHECK(window.codings() == before + 1);
}
