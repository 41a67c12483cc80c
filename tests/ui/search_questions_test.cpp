// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two questions for which the search was made, asked by typing and answered a second time from the texts.
#include <catch2/catch.hpp>
#include <map>

#include "study/sources.h"
#include "text/tokens.h"
#include "ui/search/counts_tab.h"
#include "ui/search/hit_list.h"
#include "ui/search/hits_tab.h"
#include "ui/searching.h"
#include "ui/transcript/quick_code.h"

using support::ask;
using support::Cache;
using support::open_search;
using support::wait_for;
using support::Window;
using ui::HitList;

namespace {

/// What is said with a word that begins so, counted from the texts: where, by triad and role.
struct Said {
    std::size_t near_school_uncoded = 0;  ///< by parents, with a word of school at most ten words away
    std::map<std::string, std::map<std::string, int>> by_role;  ///< triad, role
};

bool begins(const text::Text& text, const text::Span& word, const std::string& with) {
    return text::folded(text.view(word)).starts_with(with);
}

Said said_in(Window& window, const std::string& with) {
    Said said;
    auto& study = window.context().study();
    const auto& material = window.context().material();
    for (const auto& counted : material.sources) {
        const auto source = study::sources::get(study, counted.id);
        const auto text = study::sources::text(study, source.text);
        for (const auto& turn : source.turns) {
            const auto speaker = std::find_if(source.speakers.begin(), source.speakers.end(),
                                              [&](const auto& one) { return one.id == turn.speaker; });
            if (speaker->participants.size() != 1) continue;
            const auto person =
                std::find_if(material.participants.begin(), material.participants.end(),
                             [&](const auto& one) { return one.id == speaker->participants.front(); });
            const auto name_in = [](const auto& all, auto id) {
                return std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; })
                    ->name;
            };
            const std::string role = name_in(material.roles, person->role);
            const text::Text body{std::string(text.view({turn.body, turn.span.end}))};
            const auto words = text::words(body);
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (!begins(body, words[i], with)) continue;
                ++said.by_role[name_in(material.triads, person->triad)][role];
                for (std::size_t k = 0; k < words.size(); ++k) {
                    if (!begins(body, words[k], "school") || std::max(i, k) - std::min(i, k) > 10) continue;
                    const text::Span hit{turn.body + std::min(words[i].begin, words[k].begin),
                                         turn.body + std::max(words[i].end, words[k].end)};
                    const bool coded = std::any_of(counted.codings.begin(), counted.codings.end(),
                                                   [&](const auto& one) { return one.span.contains(hit); });
                    if (role == "ouder" && !coded) ++said.near_school_uncoded;
                }
            }
        }
    }
    return said;
}

}  // namespace

TEST_CASE("where do parents speak of vertrouwen near school, outside what is coded: by typing") {
    const Cache cache;
    Window window(1900, 1000);
    window.open_sample_study();
    const auto expected = said_in(window, "vertrouw").near_school_uncoded;
    REQUIRE(expected >= 2);
    auto& pane = open_search(window);
    window.type("role:ouder vertrouwen NEAR/10 school NOT code:*");
    REQUIRE(wait_for([&] { return pane.field().query().ends_with("NOT code:*"); }));
    auto& list = pane.hits().list();
    REQUIRE(wait_for([&] { return list.rows() == expected; }));
    for (std::size_t row = 0; row < list.rows(); ++row) {
        const std::string match = text::folded(list.cell(row, HitList::kMatch));
        CHECK(match.find("vertrouw") != std::string::npos);
        CHECK(match.find("school") != std::string::npos);
        CHECK(list.cell(row, HitList::kRole) == "ouder");
    }
    // Coding one of them takes it out of the answer.
    window.press(WXK_ESCAPE);
    if (pane.field().query().empty()) ask(pane, "role:ouder vertrouwen NEAR/10 school NOT code:*");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return list.chosen().has_value(); }));
    window.press(WXK_SPACE);
    REQUIRE(wait_for([&] { return list.checked().size() == 1; }));
    window.press(WXK_RETURN, wxMOD_CONTROL | wxMOD_SHIFT);
    REQUIRE(wait_for([&] { return pane.hits().quick_code().field().HasFocus(); }));
    window.type("Persoonlijke");
    window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return list.rows() == expected - 1; }));
    window.run("edit.undo");
    REQUIRE(wait_for([&] { return list.rows() == expected; }));
}

TEST_CASE("in which triads does the youth speak of vertrouwen and the parent not: by typing") {
    const Cache cache;
    Window window(1900, 1000);
    window.open_sample_study();
    auto said = said_in(window, "vertrouw");
    auto& pane = open_search(window);
    window.type("vertrouwen");
    REQUIRE(wait_for([&] { return pane.hits().list().rows() > 5; }));
    pane.tabs().SetSelection(1);
    pane.counts().compare("jongere", "ouder");
    REQUIRE(wait_for([&] { return pane.counts().table().rows.size() == 6; }));
    std::size_t youth_alone = 0;
    for (std::size_t row = 0; row < 6; ++row) {
        const auto& cells = pane.counts().table().cells[row];
        auto& here = said.by_role[pane.counts().table().rows[row].label];
        CHECK(static_cast<int>(cells[1].number) == here["jongere"]);
        CHECK(static_cast<int>(cells[2].number) == here["ouder"]);
        const bool alone = here["jongere"] > 0 && here["ouder"] == 0;
        CHECK((cells[0].text == "jongere yes, ouder no") == alone);
        if (alone) ++youth_alone;
    }
    CHECK(youth_alone >= 2);
}
