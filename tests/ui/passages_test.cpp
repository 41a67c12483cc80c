// SPDX-License-Identifier: GPL-3.0-or-later
#include <wx/clipbrd.h>

#include <gtk/gtk.h>
#include <catch2/catch.hpp>

#include "ui/kit/words.h"
#include "ui/passages/passage_box.h"
#include "ui/passages/passage_filter_row.h"
#include "ui/passages/passages_pane.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

ui::PassagesPane& pane_of(Window& window) {
    auto* pane = dynamic_cast<ui::PassagesPane*>(window.frame().pane("passages"));
    REQUIRE(pane != nullptr);
    return *pane;
}

/// The small study with everybody's codings shown and one code chosen.
void open_and_choose(Window& window, const std::string& path) {
    window.open_small_study();
    window.context().show({ui::Shown::Kind::all, {}});
    window.context().choose_code(window.context().codebook().resolve(path).id);
    settle();
}

std::vector<std::string> quotations(ui::PassageList& list) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < list.size(); ++i) words.push_back(list.entry(i).passage.quotation);
    return words;
}

std::string clipboard() {
    const wxClipboardLocker locker;
    wxTextDataObject data;
    wxTheClipboard->GetData(data);
    return ui::utf8(data.GetText());
}

}  // namespace

TEST_CASE("the passages of a dimension are those of the codes below it") {
    Window window;
    open_and_choose(window, "Actie");
    auto& pane = pane_of(window);
    CHECK(quotations(pane.list()) == std::vector<std::string>{"Ik zei gewoon ja.",
                                                              "Ik heb hem zelf gevraagd.",
                                                              "Ik wist meteen wie het moest worden."});
    CHECK(pane.count_line() == "3 passages, 3 participants");
    CHECK(pane.list().entry(1).passage.participant == "T1-jongere");
    CHECK(pane.list().entry(1).before == "Mijn oom. ");
    SECTION("as far as their codings are shown") {
        window.context().show({ui::Shown::Kind::mine, {}});
        CHECK(pane.count_line() == "2 passages, 2 participants");
    }
    SECTION("and change with the codings") {
        window.open_source("T1_jongere");
        window.select_words("Hij helpt mij");
        window.context().choose_code(window.context().codebook().resolve("Actie/Proactief").id);
        window.run("coding.chosen");
        CHECK(wait_for([&] { return pane.count_line() == "3 passages, 2 participants"; }));
        // Another code stands on some of the same words.
        REQUIRE(pane.list().entry(1).overlaps.size() == 1);
        CHECK(pane.list().entry(1).overlaps.front().name == "Hulp");
        window.run("edit.undo");
        CHECK(wait_for([&] { return pane.count_line() == "2 passages, 2 participants"; }));
    }
}

TEST_CASE("a passage of the list leads to its place in the text") {
    Window window;
    open_and_choose(window, "Actie");
    auto& box = pane_of(window).box();
    const auto shown = [&] {
        const auto& view = window.transcript();
        return std::string(view.text().view(view.selection()));
    };
    SECTION("by a click, and the list keeps the focus") {
        window.click(box, {60, 20});
        CHECK(wait_for([&] { return shown() == "Ik zei gewoon ja."; }));
        CHECK(wait_for([&] { return box.HasFocus(); }));
    }
    SECTION("by Enter, and the text has the focus") {
        window.press('4', wxMOD_ALT);
        REQUIRE(wait_for([&] { return box.HasFocus(); }));
        window.press(WXK_DOWN);
        window.press(WXK_DOWN);
        window.press(WXK_RETURN);
        CHECK(wait_for([&] { return shown() == "Ik heb hem zelf gevraagd."; }));
        CHECK(wait_for([&] { return window.transcript().words().window().HasFocus(); }));
    }
    SECTION("and Ctrl+C copies it with who says it") {
        window.click(box, {60, 20});
        REQUIRE(wait_for([&] { return box.HasFocus(); }));
        window.press('C', wxMOD_CONTROL);
        CHECK(wait_for([&] {
            const auto copied = clipboard();
            return copied.find("Ik zei gewoon ja.") != std::string::npos &&
                   copied.find("JIM") != std::string::npos && copied.find("51") != std::string::npos;
        }));
    }
}

TEST_CASE("passages are filtered by who says them, by star and by words") {
    Window window;
    open_and_choose(window, "Actie");
    auto& pane = pane_of(window);
    auto& filter = pane.filter();
    const auto choose = [&](ui::PassageFilterRow::Which which, const wxString& line) {
        auto& choice = filter.choice(which);
        REQUIRE(choice.SetStringSelection(line));
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        event.SetEventObject(&choice);
        choice.GetEventHandler()->ProcessEvent(event);
    };
    SECTION("role") {
        choose(ui::PassageFilterRow::kRole, "ouder");
        CHECK(quotations(pane.list()) == std::vector<std::string>{"Ik wist meteen wie het moest worden."});
        CHECK(pane.count_line() == "1 passage, 1 participant");
    }
    SECTION("attribute") {
        choose(ui::PassageFilterRow::kValue, "age: 16");
        CHECK(quotations(pane.list()) == std::vector<std::string>{"Ik heb hem zelf gevraagd."});
    }
    SECTION("coder") {
        choose(ui::PassageFilterRow::kCoder, "Bram");
        CHECK(quotations(pane.list()) == std::vector<std::string>{"Ik zei gewoon ja."});
    }
    SECTION("words") {
        window.focus(filter.words());
        window.type("METEEN");
        CHECK(wait_for([&] { return pane.list().size() == 1; }));
    }
    SECTION("star") {
        const auto& action = window.frame().actions().at("passage.star");
        CHECK_FALSE(action.why_not().empty());
        pane.box().Select(2);
        CHECK(action.why_not().empty());
        window.run("passage.star");
        CHECK(pane.list().starred(2));
        pane.box().Select(2);
        CHECK(action.checked());
        window.click(filter.starred(), {8, 8});
        CHECK(wait_for([&] { return pane.list().size() == 1; }));
    }
}

TEST_CASE("a list that is brought is shown with its title until another code is chosen") {
    Window window;
    open_and_choose(window, "Actie");
    auto& pane = pane_of(window);
    const auto brought = pane.list().coding(2);
    window.context().list({"Actie × ouder", {brought}});
    CHECK(pane.count_line() == "1 passage, 1 participant");
    window.context().choose_code(window.context().codebook().resolve("Plichten/Hulp").id);
    CHECK(pane.count_line() == "2 passages, 2 participants");
}

TEST_CASE("the selected passage is read to those who cannot see the list") {
    Window window;
    open_and_choose(window, "Actie");
    auto& pane = pane_of(window);
    const auto spoken = [&] {
        return std::string(atk_object_get_name(gtk_widget_get_accessible(pane.box().GetHandle())));
    };
    CHECK(spoken().starts_with("Passages. "));
    pane.SetFocus();
    REQUIRE(wait_for([&] { return pane.box().HasFocus(); }));
    window.press(WXK_HOME);
    window.press(WXK_SPACE);
    REQUIRE(pane.box().selected().size() == 1);
    const auto& passage = pane.list().entry(pane.box().selected().front()).passage;
    CHECK(spoken().find("Passage 1 of 3; ") != std::string::npos);
    CHECK(spoken().find(passage.participant) != std::string::npos);
    CHECK(spoken().find(passage.quotation) != std::string::npos);
}
