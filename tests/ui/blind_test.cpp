// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "study/coders.h"
#include "study/verbs/marking.h"
#include "study/verbs/memos.h"
#include "ui/agreement/agreement_page.h"
#include "ui/frame/workspace.h"
#include "ui/history/history_page.h"
#include "ui/matrix/matrix_actions.h"
#include "ui/memos/memos_pane.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

void mark_as(Window& window, const std::string& coder, const std::string& source) {
    const auto id = window.source(source);
    window.context().change("mark", {}, [&](study::Edit& edit) {
        study::verbs::mark(edit, id, study::verbs::hand(edit, coder), model::Mark::coded);
    });
}

/// Everybody's codings of a source, as far as the coder of the window may see them.
std::size_t everybodys(Window& window, const std::string& source) {
    window.context().show({ui::Shown::Kind::all, {}});
    return window.context().codings(window.source(source)).size();
}

/// A memo of Bram's about T1_JIM.
void write_as_bram(Window& window) {
    model::Memo memo;
    memo.about = model::Memo::About::source;
    memo.target = window.source("T1_JIM").value;
    memo.coder = study::coders::resolve(window.context().study(), "Bram").id;
    memo.content = "Dit vond Bram";
    window.context().attempt([&] {
        study::Edit edit(window.context().study(), "add_memo");
        study::verbs::add_memo(edit, memo);
        edit.done_by(study::coders::get(window.context().study(), memo.coder)->guid);
        edit.commit();
    });
}

}  // namespace

TEST_CASE("a blind coder sees others' codings only of sources that both have marked as coded") {
    Window window;
    window.open_small_study();
    REQUIRE(everybodys(window, "T1_JIM") == 1);
    window.open_source("T1_JIM");
    window.run("view.blind");
    CHECK(everybodys(window, "T1_JIM") == 0);
    CHECK(window.transcript().codings().empty());
    CHECK(everybodys(window, "T1_moeder") == 2);
    for (const auto& source : window.context().material().sources) {
        if (source.name == "T1_JIM") CHECK(source.codings.empty());
    }
    window.run("mark.coded");
    CHECK(everybodys(window, "T1_JIM") == 0);
    mark_as(window, "Bram", "T1_JIM");
    CHECK(everybodys(window, "T1_JIM") == 1);
    CHECK(window.transcript().codings().size() == 1);
}

TEST_CASE("a blind coder finds others' memos and steps neither in the panes nor in what she exports") {
    Window window;
    window.open_small_study();
    write_as_bram(window);
    window.run("page.history");
    auto* memos = dynamic_cast<ui::MemosPane*>(window.frame().pane("memos"));
    auto* history = dynamic_cast<ui::HistoryPage*>(window.frame().workspace()->page("history"));
    REQUIRE(memos != nullptr);
    REQUIRE(history != nullptr);
    REQUIRE(memos->listed() == 1);
    const auto revisions = [&] { return static_cast<std::size_t>(window.context().study().revision()); };
    REQUIRE(wait_for([&] { return history->listed() == revisions(); }));
    const auto exported = [&](const std::string& part) {
        const auto file = window.folder() / (part + ".csv");
        REQUIRE(ui::export_to(window.context(), part, file));
        return support::content_of(file);
    };
    CHECK(exported("codings").find("Bram") != std::string::npos);

    window.run("view.blind");
    REQUIRE(wait_for([&] { return memos->listed() == 0; }));
    CHECK(wait_for([&] { return history->listed() == revisions() - 1; }));
    CHECK(exported("codings").find("Bram") == std::string::npos);
    CHECK(exported("log").find("Wrote a memo") == std::string::npos);
    CHECK_FALSE(ui::export_to(window.context(), "archive", window.folder() / "a.zip"));
    CHECK_FALSE(std::filesystem::exists(window.folder() / "a.zip"));

    // Another coder at the same window sees her own at once.
    window.context().set_coder("Bram");
    CHECK(wait_for([&] { return memos->listed() == 1; }));
    CHECK(wait_for([&] { return history->listed() == revisions(); }));
    window.context().set_coder("Anna");
    CHECK(wait_for([&] { return memos->listed() == 0; }));

    mark_as(window, "Anna", "T1_JIM");
    mark_as(window, "Bram", "T1_JIM");
    CHECK(wait_for([&] { return memos->listed() == 1; }));
}

TEST_CASE("a source is coded once more on a bare text, and both rounds are compared") {
    Window window(1600, 900);
    window.open_small_study();
    auto& view = window.open_source("T1_moeder");
    const auto before = view.codings().size();
    REQUIRE(before == 2);
    window.run("mark.coded");
    window.run("mark.again");
    CHECK(view.codings().empty());
    window.select_words("Ik ben blij met hem.");
    window.run("coding.number1");
    CHECK(view.codings().size() == 1);
    CHECK(view.codings().front().layer == 2);
    // What counts is the round before, until this one is finished.
    for (const auto& source : window.context().material().sources) {
        if (source.name == "T1_moeder") CHECK(source.codings.size() == before);
    }
    window.run("mark.coded");
    for (const auto& source : window.context().material().sources) {
        if (source.name == "T1_moeder") CHECK(source.codings.size() == 1);
    }
    window.run("page.agreement");
    auto* page = dynamic_cast<ui::AgreementPage*>(window.frame().workspace()->page("agreement"));
    REQUIRE(page != nullptr);
    const auto anna = window.context().coder()->id;
    ui::AgreementChoice choice;
    choice.coders = {{anna, 1}, {anna, 2}};
    page->choose(choice);
    REQUIRE(wait_for([&] { return page->up_to_date(); }, 20000));
    REQUIRE(page->findings() != nullptr);
    CHECK(page->findings()->disputes.sources.size() == 1);
    CHECK_FALSE(page->findings()->disputes.list.empty());
}

TEST_CASE("an empty round is taken back, and a source without a finished round begins none") {
    Window window;
    window.open_small_study();
    window.open_source("T1_moeder");
    CHECK_FALSE(window.frame().actions().at("mark.again").why_not().empty());
    CHECK_FALSE(window.frame().actions().at("mark.back").why_not().empty());
    window.run("mark.coded");
    REQUIRE(window.frame().actions().at("mark.again").why_not().empty());
    window.run("mark.again");
    REQUIRE(window.frame().actions().at("mark.back").why_not().empty());
    CHECK_FALSE(window.frame().actions().at("mark.again").why_not().empty());
    window.run("mark.back");
    CHECK(window.transcript().codings().size() == 2);
}
