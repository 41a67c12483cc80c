// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/import.h"
#include "ui/frame/view_actions.h"
#include "ui/frame/workspace.h"
#include "ui/history/history_page.h"
#include "ui/kit/theme.h"
#include "ui/memos/memos_pane.h"
#include "ui/speakers/speaker_dialog.h"
#include "ui/transcript/stripes.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

TEST_CASE("words are selected with the mouse and get the code of a number") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_JIM");
    const auto place = view.text().occurrences("Tot ziens.", view.text().whole()).at(0);
    const auto middle = wxPoint(1, view.words().line_height() / 2);
    window.drag(view.words().window(), view.words().point_of(place.begin) + middle,
                view.words().point_of(place.end) + middle);
    REQUIRE(wait_for([&] { return view.selection() == place; }));
    const auto before = window.codings();
    window.press('2');
    REQUIRE(wait_for([&] { return window.codings() == before + 1; }));
    CHECK(view.codings().back().span == place);
}

TEST_CASE("a click into a passage chooses its coding, a click on its bar too") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_moeder");
    REQUIRE(view.codings().size() == 2);
    const auto& second = view.codings().back();
    window.click(view.words().window(), view.words().point_of(second.span->begin + 4) + wxPoint(1, 6));
    REQUIRE(wait_for([&] { return view.chosen() != nullptr; }));
    CHECK(view.chosen()->id == second.id);
    const auto first = view.codings().front().id;
    settle();
    const wxRect bracket = view.stripes().bracket_of(first);
    REQUIRE_FALSE(bracket.IsEmpty());
    window.click(view.stripes(), bracket.GetTopLeft() + wxPoint(2, bracket.height / 2));
    CHECK(wait_for([&] { return view.chosen() != nullptr && view.chosen()->id == first; }));

    SECTION("and Delete takes it off, Ctrl+Z puts it back") {
        const auto before = window.codings();
        window.focus(view.words().window());
        window.press(WXK_DELETE);
        CHECK(wait_for([&] { return window.codings() == before - 1; }));
        window.press('Z', wxMOD_CONTROL);
        CHECK(wait_for([&] { return window.codings() == before; }));
    }
    SECTION("and Alt+arrow moves its end by a word, as one change each") {
        window.focus(view.words().window());
        const auto span = *view.chosen()->span;
        window.press(WXK_LEFT, wxMOD_ALT);
        REQUIRE(wait_for([&] { return view.chosen()->span->end < span.end; }));
        CHECK(view.chosen()->span->begin == span.begin);
        window.press('Z', wxMOD_CONTROL);
        CHECK(wait_for([&] { return view.chosen() != nullptr && *view.chosen()->span == span; }));
    }
}

TEST_CASE("an end of the chosen bar is dragged to another word") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_moeder");
    const auto coding = view.codings().back();
    view.choose(coding.id);
    settle();
    REQUIRE(wait_for([&] { return !view.stripes().bracket_of(coding.id).IsEmpty(); }));
    const wxRect bracket = view.stripes().bracket_of(coding.id);
    const auto target = coding.span->end + 10;
    const wxPoint in_text = view.words().point_of(target) + wxPoint(1, 8);
    const wxPoint to = view.stripes().ScreenToClient(view.words().window().ClientToScreen(in_text));
    window.drag(view.stripes(), wxPoint(bracket.x + 2, bracket.GetBottom()), to);
    REQUIRE(
        wait_for([&] { return view.chosen() != nullptr && view.chosen()->span->end > coding.span->end; }));
    CHECK(view.chosen()->span->begin == coding.span->begin);
    CHECK(view.chosen()->id == coding.id);
}

TEST_CASE("a triad stands side by side, the roles in their order") {
    Window window;
    window.open_sample_study();
    window.open_source("T1_JIM");
    window.run("go.triad");
    auto* current = window.frame().workspace()->current_transcript();
    REQUIRE(current != nullptr);
    const auto sources = ui::triad_of(window.context().material(), current->source().id);
    CHECK(sources.size() == 3);
    std::vector<int> lefts;
    for (auto* view : window.frame().workspace()->transcripts()) {
        if (view->IsShownOnScreen()) lefts.push_back(view->GetScreenPosition().x);
    }
    REQUIRE(lefts.size() == 3);
    CHECK(std::is_sorted(lefts.begin(), lefts.end()));
    CHECK(lefts[2] - lefts[1] > 100);
}

TEST_CASE("a wrong speaker is mended and the text shows it at once") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_moeder");
    ui::SpeakerDialog dialog(&window.frame(), window.context(), view.source());
    const auto speaker = std::find_if(view.source().speakers.begin(), view.source().speakers.end(),
                                      [](const auto& one) { return one.label == "M"; });
    REQUIRE(speaker != view.source().speakers.end());
    auto* choice = dynamic_cast<wxChoice*>(dialog.FindWindow("M (3 turns)"));
    REQUIRE(choice != nullptr);
    choice->SetStringSelection("the interviewer");
    REQUIRE(dialog.write());
    settle();
    for (const auto& one : view.source().speakers) CHECK(one.kind == text::SpeakerKind::interviewer);
    window.run("edit.undo");
    for (const auto& one : view.source().speakers) {
        if (one.label == "M") CHECK(one.kind == text::SpeakerKind::participant);
    }
}

TEST_CASE("two turns become one and are two again after an undo") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_moeder");
    const auto turns = view.source().turns.size();
    view.select({view.source().turns[1].body, view.source().turns[1].body});
    window.run("speaker.join");
    CHECK(view.source().turns.size() == turns - 1);
    window.run("edit.undo");
    CHECK(view.source().turns.size() == turns);
}

TEST_CASE("a memo is in the study as soon as its field is left, and a blank one never") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_moeder");
    auto* pane = dynamic_cast<ui::MemosPane*>(window.frame().pane("memos"));
    REQUIRE(pane != nullptr);
    const auto before = pane->listed();
    view.choose(view.codings().front().id);
    window.press('M');
    REQUIRE(wait_for([&] { return pane->field().HasFocus(); }));
    window.type("Let op de toon");
    view.focus_text();
    REQUIRE(wait_for([&] { return pane->listed() == before + 1; }));
    window.run("memo.study");
    view.focus_text();
    settle();
    CHECK(pane->listed() == before + 1);
}

TEST_CASE("the history goes back to a state, whoever changed it since") {
    Window window;
    window.open_small_study();
    auto& view = window.open_source("T1_JIM");
    const auto before = window.codings();
    const auto revision = window.context().study().revision();
    for (const auto* words : {"Wat zei u?", "Tot ziens."}) {
        window.select_words(words);
        window.run("coding.number1");
    }
    REQUIRE(window.codings() == before + 2);
    window.run("page.history");
    auto* page = dynamic_cast<ui::HistoryPage*>(window.frame().workspace()->page("history"));
    REQUIRE(page != nullptr);
    CHECK(page->listed() == static_cast<std::size_t>(window.context().study().revision()));
    page->go_back_to(revision);
    CHECK(window.codings() == before);
    CHECK(view.source().name == "T1_JIM");
}

TEST_CASE("tabs, scroll places and the coder come back") {
    Window window;
    window.open_sample_study();
    window.open_source("T2_JIM");
    auto& view = window.open_source("T3_JIM");
    view.words().set_first_line(12);
    window.run("page.history");
    window.frame().workspace()->open(window.source("T3_JIM"));
    const auto study = window.study();
    window.close();
    ui::Settings settings(window.folder() / "window.conf");
    auto* frame = new ui::MainFrame(settings);
    frame->Show();
    frame->open(study);
    settle();
    REQUIRE(frame->context()->coder().has_value());
    CHECK(frame->context()->coder()->name == "Anna");
    auto* again = frame->workspace()->current_transcript();
    REQUIRE(again != nullptr);
    CHECK(again->source().name == "T3_JIM");
    CHECK(wait_for([&] { return again->words().first_line() == 12; }));
    CHECK(frame->workspace()->page("history") != nullptr);
    frame->Close(true);
    settle();
}

TEST_CASE("ink keeps its contrast in light and dark") {
    using ui::Shade;
    for (const auto shade : {Shade::ink, Shade::quiet_ink, Shade::label_ink}) {
        CHECK(ui::contrast(ui::colour(shade), ui::colour(Shade::paper)) >= 4.5);
    }
    CHECK(ui::contrast(ui::colour(Shade::quiet_ink), ui::colour(Shade::margin)) >= 4.5);
    CHECK(ui::contrast(ui::colour(Shade::ink), ui::colour(Shade::heat)) >= 4.5);
    for (const std::string code : {"#000000", "#ffffff", "#1d2126", "#ffff00", "#0072b2", "#d55e00", ""}) {
        INFO(code);
        CHECK(ui::contrast(ui::colour(Shade::ink), ui::tint_colour(ui::bar_colour(code))) >= 4.5);
    }
}

TEST_CASE("Arabic, Chinese, emoji and a line of 100,000 characters are shown and coded") {
    Window window;
    window.open_small_study();
    std::string content = "I: مرحبا كيف حالك؟\nM: 你好,我很好。👩‍👩‍👧 é\n";
    content += "M: ";
    for (int i = 0; i < 20'000; ++i) content += "abcd ";
    content += "\n";
    window.context().change("import", {}, [&](study::Edit& edit) {
        study::verbs::SourceDraft draft;
        draft.name = "scripts";
        draft.origin = "scripts.txt";
        draft.content.text = text::Text(content);
        draft.content.turns = text::detect_turns(draft.content.text);
        study::verbs::import_source(edit, draft, false);
    });
    auto& view = window.open_source("scripts");
    const auto before = window.codings();
    for (const std::string words : {"كيف", "我很好", "👩‍👩‍👧"}) {
        const auto place = view.text().occurrences(words, view.text().whole()).at(0);
        view.select(place);
        CHECK(view.selection() == place);
        window.run("coding.number1");
        CHECK(view.codings().back().span->length() >= place.length());
    }
    view.select({90'000, 90'010});
    window.run("coding.number2");
    CHECK(window.codings() == before + 4);
    CHECK(view.text().view(*view.codings().back().span).size() >= 10);
}
